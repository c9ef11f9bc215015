//! Title, language, and the claims: PDF/UA-1 (ISO 14289-1, 5) and PDF/A-2a (ISO 19005-2, 6.6).

use super::file::{File, Ref, text_string};
use hoerblatt_core::Document;

/// The program's name in `Producer`.
const PRODUCER: &str = concat!("Hörblatt ", env!("CARGO_PKG_VERSION"));

/// The catalog's XMP packet; not compressed, so that archives can search it.
pub(crate) fn write(document: &Document, file: &mut File) -> Ref {
    let title = escape(&document.title.written);
    let language = escape(document.language.as_str());
    let published = document.published.format("%Y-%m-%dT00:00:00Z");
    let producer = escape(PRODUCER);
    let extension = |name: &str, kind: &str, what: &str| {
        format!(
            "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>{what}\
             </pdfaProperty:description><pdfaProperty:name>{name}</pdfaProperty:name><pdfaProperty:valueType>{kind}</pdfaProperty:valueType></rdf:li>"
        )
    };
    let part = extension("part", "Integer", "Part of ISO 14289");
    let packet = format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
         xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\
         <dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
         <xmp:CreateDate>{published}</xmp:CreateDate><xmp:ModifyDate>{published}</xmp:ModifyDate><pdf:Producer>{producer}</pdf:Producer>\
         <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\
         <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
         <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
         <pdfaSchema:property><rdf:Seq>{part}</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\
         </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    );
    file.add_stream("/Type/Metadata/Subtype/XML".to_owned(), packet.into_bytes(), false)
}

/// The information dictionary, saying the same as the XMP packet.
pub(crate) fn info(document: &Document, file: &mut File) -> Ref {
    let date = document.published.format("D:%Y%m%d000000Z");
    file.add(format!(
        "<</Title {}/Producer {}/CreationDate({date})/ModDate({date})>>",
        text_string(&document.title.written),
        text_string(PRODUCER)
    ))
}

fn escape(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control())
        .collect::<String>()
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
