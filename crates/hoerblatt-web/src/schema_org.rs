//! The events for search engines: schema.org as JSON-LD.

use crate::{events, plain};
use hoerblatt_core::{
    Document, EventData, StatusKind,
    model::{Admission, Place, When},
};
use serde_json::{Map, Value, json};

/// The document's events as a JSON-LD graph; safe inside a `script` element, whatever stands in the titles.
///
/// `address` is the page's own. Times are local and without zone, as schema.org allows.
pub fn schema_org(document: &Document, address: Option<&str>) -> String {
    let all = events(document);
    let graph: Vec<Value> = all
        .iter()
        .flat_map(|(data, section)| {
            data.when.iter().map(move |when| event(data, &section.id.0, when, document, address))
        })
        .collect();
    let text = json!({ "@context": "https://schema.org", "@graph": graph }).to_string();
    // A title with `</script>` or `<!--` must not end the element: JSON may write any sign by its number.
    text.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

fn event(data: &EventData, id: &str, when: &When, document: &Document, address: Option<&str>) -> Value {
    let mut event = Map::new();
    let mut set = |key: &str, value: Value| drop(event.insert(key.to_owned(), value));
    set("@type", json!("Event"));
    set("name", json!(data.title.written.replace(['\u{a0}', '\u{202f}'], " ")));
    set("inLanguage", json!(document.language.as_str()));
    set("eventAttendanceMode", json!("https://schema.org/OfflineEventAttendanceMode"));
    let status = match data.status {
        StatusKind::Planned => "EventScheduled",
        StatusKind::Cancelled => "EventCancelled",
        StatusKind::Moved => "EventRescheduled",
    };
    set("eventStatus", json!(format!("https://schema.org/{status}")));
    let moment = |date: chrono::NaiveDate, time: Option<chrono::NaiveTime>| {
        let day = date.format("%Y-%m-%d").to_string();
        time.map_or_else(|| json!(day), |time| json!(format!("{day}T{}", time.format("%H:%M"))))
    };
    set("startDate", moment(when.date, when.from));
    if when.until.is_some() || when.until_date.is_some() {
        set("endDate", moment(when.last_day(), when.until));
    }
    if let Some(address) = address {
        set("url", json!(format!("{address}#{id}")));
    }
    data.place.iter().for_each(|place| set("location", location(place)));
    data.admission.iter().for_each(|admission| offers(admission, &mut set));
    Value::Object(event)
}

fn location(place: &Place) -> Value {
    let mut location = json!({ "@type": "Place", "name": plain(&place.name) });
    if let Some(written) = &place.address {
        let mut address = Map::from_iter([("@type".to_owned(), json!("PostalAddress"))]);
        let parts =
            [("streetAddress", &written.street), ("postalCode", &written.postcode), ("addressLocality", &written.town)];
        for (key, part) in parts {
            address.extend(part.iter().map(|part| (key.to_owned(), json!(part))));
        }
        location["address"] = Value::Object(address);
    }
    location
}

fn offers(admission: &Admission, set: &mut impl FnMut(&str, Value)) {
    if admission.free {
        set("isAccessibleForFree", json!(true));
    }
    let offers: Vec<Value> = [admission.price, admission.reduced]
        .into_iter()
        .flatten()
        .map(|price| {
            json!({
                "@type": "Offer",
                "price": format!("{}.{:02}", price.units(), price.cents()),
                "priceCurrency": price.currency().code(),
            })
        })
        .collect();
    if !offers.is_empty() {
        set("offers", Value::Array(offers));
    }
}
