//! A face as a PDF font: Type 0 over CIDFontType2, with a map from our codes to glyphs (ISO 32000-1, 9.7).

use super::file::{File, Ref, name};
use crate::font::EmbeddedFace;

pub(crate) fn write(face: &EmbeddedFace, file: &mut File) -> Ref {
    let base = name(&face.name);
    let program = file.add_stream(format!("/Length1 {}", face.program_length), face.program.clone(), true);
    let descriptor =
        file.add(format!("<</Type/FontDescriptor/FontName{base}{}/FontFile2 {program}>>", face.descriptor));
    let map = file.add_stream(String::new(), face.glyph_of_code.clone(), true);
    let to_unicode = file.add_stream(String::new(), face.to_unicode.clone(), true);
    let cid = file.add(format!(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont{base}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\
         /FontDescriptor {descriptor}/DW 0/W[{}]/CIDToGIDMap {map}>>",
        face.widths
    ));
    file.add(format!(
        "<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H/DescendantFonts[{cid}]/ToUnicode {to_unicode}>>"
    ))
}
