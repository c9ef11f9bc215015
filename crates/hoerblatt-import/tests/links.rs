//! Where a web page leads to is kept: the addresses behind its words.

use hoerblatt_core::Sources;
use hoerblatt_import::{ImportOptions, Imported, Input, import};

#[path = "support/mod.rs"]
mod support;

fn read(main: &str) -> Imported {
    let page = format!(
        "<html><body><nav><a href=\"https://dortmund.example/\">Startseite</a></nav><main><h1>Feste im Mai</h1>\
         <p>Nachricht vom 05.05.2022</p>\n{main}</main></body></html>"
    );
    let input = Input { name: "presse.html", bytes: page.as_bytes() };
    let checked = import(&mut Sources::default(), &[input], &support::language(), &ImportOptions::default());
    checked.value.expect("an article")
}

#[test]
fn a_link_keeps_its_address_and_a_link_of_the_page_is_left_out() {
    let found = read(
        "<ul><li>11. Mai Eving: Markt</li></ul>\n\
         <p>Das <a href=\"https://dortmund.example/programm\">ganze Programm</a> liegt aus.</p>\n\
         <p><a href=\"/oben\">Nach oben</a></p>\n\
         <p><a href=\"https://dortmund.example/mehr\">Weitere Informationen</a></p>",
    );
    let links = |links: &[hoerblatt_import::ImportedLink]| -> Vec<(String, Option<String>)> {
        links.iter().map(|link| (link.text.text.clone(), link.address.clone())).collect()
    };
    let expected = |text: &str, address: &str| vec![(text.to_owned(), Some(address.to_owned()))];
    assert_eq!(links(&found.article.links), expected("Weitere Informationen", "https://dortmund.example/mehr"));
    assert_eq!(links(&found.article.inside), expected("ganze Programm", "https://dortmund.example/programm"));
}

#[test]
fn an_address_behind_a_name_is_told() {
    let found = read(
        "<ul><li>11. Mai Eving: Markt. Anmeldung bei <a href=\"mailto:meier@dortmund.example?subject=Markt\">Frau Meier</a>\
         oder <a href=\"tel:+4923150\">0231 50-0</a></li></ul>\n\
         <p>Wer nicht schreiben mag, <a href=\"tel:+4923151\">ruft an</a>, oder schreibt an \
         <a href=\"mailto:Info@dortmund.example\">info@dortmund.example</a>.</p>",
    );
    let told = format!("{:?} {:?}", found.article, found.events);
    assert!(told.contains("Frau Meier, meier@dortmund.example"), "{told}");
    assert!(told.contains("ruft an, +4923151,"), "{told}");
    assert_eq!(told.matches("nfo@dortmund.example").count(), 1, "{told}");
    assert!(!told.contains("+4923150"), "{told}");
}
