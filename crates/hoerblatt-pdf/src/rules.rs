//! The rules of the flyer; their sentences live in the door crate.

hoerblatt_core::rules! {
    /// A letter that no font has; a box stands in its place, and readers still hear the letter.
    Warning Looks glyph_missing = "glyph-missing" { letter, code, text };
    /// A font file that cannot be read.
    Error Outside font_unreadable = "font-unreadable" { name };
    /// A word that is wider than the column and had to be divided between any letters.
    Warning Looks word_wider_than_column = "word-wider-than-column" { word, size };
    /// A picture that cannot be printed; its caption still stands. `trouble` is `missing`, `no-picture`, `truncated`, `too-large` or `cmyk`.
    Warning Looks picture_unusable = "picture-unusable" { file, trouble };
    /// More text than a code can hold.
    Warning Looks code_too_long = "code-too-long" { payload };
    /// More pages than allowed.
    Error Looks too_many_pages = "too-many-pages" { pages, most, lines };
    /// A last page with three lines or fewer.
    Note Looks short_last_page = "short-last-page" { lines };
    /// A colour whose contrast with white is too low.
    Error Looks contrast_too_low = "contrast-too-low" { colour, contrast, least };
    /// The theme `city` without a colour.
    Error Missing colour_missing = "colour-missing" { };
    /// A body size that is too small for large print, or none of those on offer.
    Error Looks size_unsound = "size-unsound" { size, allowed };
    /// The finished file breaks a rule of the large-print table; `rule` names it, with what was measured, what is asked and by whom.
    Error Looks sheet_rule_broken = "sheet-rule-broken" { rule, measured, asked, source };
    /// The finished file does not say what the document says.
    Error Looks sheet_text_differs = "sheet-text-differs" { expected, found };
}
