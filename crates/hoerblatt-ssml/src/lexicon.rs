//! How are names said, as a PLS file?
//!
//! Our scripts already carry every reading; the Pronunciation Lexicon Specification 1.0 is for offices that let another
//! program read their own texts.

use crate::dialect::escape;
use hoerblatt_core::model::{LanguageTag, Lexicon, Reading};

/// The lexicon as PLS 1.0; readings that PLS cannot express (another language, "as written") are left out.
pub fn lexicon(lexicon: &Lexicon, language: &LanguageTag) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<lexicon version=\"1.0\" xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\" alphabet=\"ipa\" xml:lang=\"");
    out.push_str(&escape(language.as_str()));
    out.push_str("\">\n");
    for entry in &lexicon.entries {
        lexeme(&entry.written, &entry.reading, &mut out);
        for form in &entry.forms {
            lexeme(&form.written, form.reading.as_ref().unwrap_or(&entry.reading), &mut out);
        }
    }
    out.push_str("</lexicon>\n");
    out
}

fn lexeme(written: &str, reading: &Reading, out: &mut String) {
    let letters = || written.chars().filter(|c| c.is_alphanumeric()).map(String::from).collect::<Vec<_>>().join(" ");
    let said = match reading {
        Reading::Words(words) => format!("<alias>{}</alias>", escape(words)),
        Reading::Sounds { ipa, .. } => format!("<phoneme>{}</phoneme>", escape(ipa)),
        Reading::Letters => format!("<alias>{}</alias>", escape(&letters())),
        Reading::Foreign(_) | Reading::AsWritten => return,
    };
    out.push_str(&format!("  <lexeme><grapheme>{}</grapheme>{said}</lexeme>\n", escape(written)));
}
