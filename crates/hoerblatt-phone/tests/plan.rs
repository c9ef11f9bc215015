//! What is planned: the rules of the ear, in both publications and in towns of every size.

mod common;

use chrono::NaiveDateTime;
use common::{day, documents, line, load, plan};
use hoerblatt_core::{Severity, language::pseudo::Pseudo};
use hoerblatt_phone::{
    CallFlow, Estimated, Prompt,
    check::check,
    export::{asterisk, json},
    flow::{Days, Edge, Key, Kind, Node, NodeId, Purpose},
    simulate::{Action, Answer, State, actions, simulate},
};
use std::collections::BTreeSet;

const BOTH: [&str; 2] = ["dortmund-2022", "musterstadt-2026"];

fn german(name: &str, change: impl Fn(&str, String) -> String) -> CallFlow {
    let publication = load(name, change);
    let settings = hoerblatt_de::LanguageSettings { lexicon: publication.lexicon.clone(), ..Default::default() };
    let language = hoerblatt_de::German::new(&settings);
    let (whole, districts, options) = documents(&publication, &language, None);
    let checked = CallFlow::plan(&whole, &districts.iter().collect::<Vec<_>>(), &options, &Estimated);
    checked.value.unwrap_or_else(|| panic!("{:#?}", checked.diagnostics))
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().expect("a moment")
}

fn heard(flow: &CallFlow, moment: &str, keys: &str, answer: Answer) -> (String, State) {
    let actions = actions(keys).expect("keys");
    let (heard, state) = simulate(flow, &actions, at(moment), answer, &Estimated);
    (heard.iter().map(|heard| format!("{}\n", heard.text)).collect(), state)
}

#[test]
fn both_publications_keep_every_rule_of_the_ear() {
    for name in BOTH {
        let publication = load(name, |_, text| text);
        let settings = hoerblatt_de::LanguageSettings { lexicon: publication.lexicon.clone(), ..Default::default() };
        let (whole, districts, options) = documents(&publication, &hoerblatt_de::German::new(&settings), None);
        let checked = CallFlow::plan(&whole, &districts.iter().collect::<Vec<_>>(), &options, &Estimated);
        let worse =
            checked.diagnostics.iter().filter(|d| d.severity > Severity::Note && d.rule != "line-without-person");
        assert_eq!(worse.count(), 0, "{name}: {:#?}", checked.diagnostics);
        assert!(checked.diagnostics.iter().any(|d| d.rule == "line-reach"));
    }
}

#[test]
fn no_word_of_any_language_comes_from_the_line() {
    for name in BOTH {
        let flow = line(name, None);
        let readme = asterisk::files(&flow).into_iter().find(|file| file.path == "README.md").expect("a page").text;
        let outside_code = readme.split("```").step_by(2).collect::<String>();
        let prompts = flow.prompts.values().map(Prompt::text);
        for text in prompts.chain([outside_code]) {
            let mut inside = false;
            let naked: String = text
                .chars()
                .filter(|c| {
                    inside = (inside || *c == '⟦') && *c != '⟧';
                    !inside && c.is_alphabetic()
                })
                .collect();
            assert!(naked.is_empty(), "{naked:?} in {text:?}");
        }
    }
}

#[test]
fn a_day_in_dortmund() {
    let flow = german("dortmund-2022", |_, text| text);
    let (text, _) = heard(&flow, "2022-05-12T10:00:00", "1 3 2", Answer::Answered);
    assert!(
        text.ends_with("Termine in Hörde. Hilfe gibt die Acht.\nFreitag, dreizehnter Mai. Markt der Möglichkeiten.\n")
            || text.ends_with(
                "Termine in Hörde. Hilfe gibt die Acht.\nFreitag, dreizehnter Mai. Markt der Möglichkeiten\n"
            ),
        "{text}"
    );
    // The day after, the event is over and the exchange says so.
    let (text, _) = heard(&flow, "2022-05-14T10:00:00", "1 3 2", Answer::Answered);
    assert!(text.contains("In Hörde ist zurzeit kein Termin geplant."), "{text}");
    // By date, today: only what is today.
    let (text, _) = heard(&flow, "2022-05-17T10:00:00", "2 1 .", Answer::Answered);
    assert!(
        text.contains("fünfzehn Jahre gemeinsam begegnen") && text.contains("Es gibt keine weiteren Termine."),
        "{text}"
    );
    assert!(!text.contains("Jubiläumsempfang"), "{text}");
    // The next seven days reach to the 19th and not to the 20th of May.
    let (text, _) = heard(&flow, "2022-05-13T10:00:00", "2 2 . . .", Answer::Answered);
    assert!(text.contains("Jubiläumsempfang") && !text.contains("Jubiläumsevent"), "{text}");
    // After the last event nothing is left.
    let (text, _) = heard(&flow, "2022-07-09T10:00:00", "2 3", Answer::Answered);
    assert!(text.contains("Zurzeit ist kein Termin geplant."), "{text}");
}

#[test]
fn keys_inside_an_event() {
    let flow = german("musterstadt-2026", |_, text| text);
    let paths = |keys: &str| -> Vec<String> {
        let (heard, _) =
            simulate(&flow, &actions(keys).expect("keys"), at("2026-09-01T10:00:00"), Answer::Answered, &Estimated);
        heard.iter().map(|heard| heard.prompt.clone()).collect()
    };
    let last = |keys: &str| paths(keys).pop().expect("something is heard");
    let event = last("2 3");
    assert_eq!(last("2 3 2"), event, "2 says it again");
    assert_eq!(last("2 3 7"), event.replace("normal/", "slow/"), "7 says it slower");
    assert_eq!(last("2 3 7 7"), event.replace("normal/", "slow/"), "slower than slow there is not");
    assert_eq!(last("2 3 9"), event.replace("normal/", "fast/"), "9 says it faster");
    assert_eq!(last("2 3 9 7"), event, "9 and 7 cancel each other");
    assert_eq!(last("2 3 # *"), event, "back from the next");
    assert_eq!(last("2 3 3 *"), event, "back from the details");
    assert_eq!(last("2 3 8"), event, "help goes on where the caller was");
    assert_eq!(last("2 3 5"), event, "a key without meaning explains the keys");
    assert_eq!(last("2 3 ."), last("2 3 #"), "silence goes on");
    assert!(
        paths("!1 !1 !1").iter().filter(|path| path.contains("greeting")).count() == 1,
        "the greeting is said once"
    );
}

#[test]
fn offices_are_reached_when_somebody_is_there() {
    let flow = german("musterstadt-2026", |_, text| text);
    let call = |moment: &str, answer| heard(&flow, moment, "4 1 1", answer);
    // Monday at ten: open.
    assert_eq!(call("2026-10-12T10:00:00", Answer::Answered).1, State::Connected("+493023125100".into()));
    // Sunday; and Monday after closing time.
    for closed in ["2026-10-11T10:00:00", "2026-10-12T12:00:00"] {
        assert!(call(closed, Answer::Answered).0.contains("Zurzeit ist niemand da."), "{closed}");
    }
    // All Saints' 2027 is a Monday, and a holiday in North Rhine-Westphalia.
    assert!(call("2027-11-01T10:00:00", Answer::Answered).0.contains("Zurzeit ist niemand da."));
    let (busy, state) = call("2026-10-12T10:00:00", Answer::Busy);
    assert!(busy.contains("Dort wird gerade gesprochen.") && busy.contains("Noch einmal:"), "{busy}");
    assert_eq!(state, State::Listening);
    assert!(call("2026-10-12T10:00:00", Answer::NoAnswer).0.contains("Es meldet sich niemand."));
}

#[test]
fn silence_leads_to_a_person_or_through_the_names_to_the_end() {
    let flow = german("dortmund-2022", |_, text| text);
    let silence = vec![Action::Wait; 40];
    let (heard, state) = simulate(&flow, &silence, at("2022-05-06T10:00:00"), Answer::Answered, &Estimated);
    let text: String = heard.iter().map(|heard| format!("{}\n", heard.text)).collect();
    assert!(
        text.contains("Ich lese jetzt alle Stadtbezirke vor.") && text.contains("\nMengede\nAuf Wiederhören."),
        "{text}"
    );
    assert_eq!(state, State::Over);
    let flow = german("musterstadt-2026", |_, text| text);
    let (_, state) = simulate(&flow, &silence, at("2026-10-12T10:00:00"), Answer::Answered, &Estimated);
    assert!(matches!(state, State::Connected(_)), "{state:?}");
}

#[test]
fn what_is_new_is_offered_for_a_fortnight() {
    let flow = line("musterstadt-2026", Some(day("2026-08-25")));
    let greets_with_news = |moment: &str| {
        let (heard, _) = simulate(&flow, &[], at(moment), Answer::Answered, &Estimated);
        heard[0].prompt.contains("greeting-new")
    };
    assert!(greets_with_news("2026-08-26T10:00:00"));
    assert!(!greets_with_news("2026-09-20T10:00:00"));
    assert!(line("musterstadt-2026", None).nodes.iter().all(|node| node.id.0 != "new"), "nothing is new without a day");
}

#[test]
fn towns_of_every_size_have_a_sound_line() {
    for count in [1, 2, 4, 5, 9, 13, 16, 17, 40, 130] {
        let publication = load("dortmund-2022", |file, text| match file {
            "districts.toml" => {
                (1..=count).map(|n| format!("[[district]]\nid = \"d-{n}\"\nname = \"Bezirk {n}\"\n\n")).collect()
            }
            "programme.toml" => (1..=count)
                .map(|n| {
                    format!(
                        "[[event]]\ntitle = \"Fest {n}\"\ndate = 2022-06-{:02}\ndistrict = \"d-{n}\"\n\n",
                        n % 30 + 1
                    )
                })
                .collect(),
            _ => text,
        });
        let checked = plan(&publication, None);
        let flow = checked.value.unwrap_or_else(|| panic!("{count} districts: {:#?}", checked.diagnostics));
        let far = checked.diagnostics.iter().any(|d| d.rule == "event-too-far" || d.rule == "menu-too-many-choices");
        assert!(!far, "{count} districts: {:#?}", checked.diagnostics);
        assert_eq!(flow.districts.len(), count);
    }
}

#[test]
fn a_changed_title_renames_only_what_says_it() {
    let names = |flow: &CallFlow| flow.prompts.keys().cloned().collect::<BTreeSet<String>>();
    let before = names(&german("musterstadt-2026", |_, text| text));
    let after = names(&german("musterstadt-2026", |_, text| {
        text.replace("Tanztee mit dem Duo Rosenrot", "Tanztee mit dem Duo Rosarot")
    }));
    let new: Vec<&String> = after.difference(&before).collect();
    assert!(new.len() == 2 && new.iter().all(|name| name.starts_with("2026-09-18-tanztee")), "{new:?}");
}

/// A sound flow with one fault in it.
fn faulty(fault: impl FnOnce(&mut CallFlow)) -> BTreeSet<&'static str> {
    let mut flow = line("dortmund-2022", None);
    fault(&mut flow);
    check(&flow, &Estimated).into_iter().map(|d| d.rule).collect()
}

fn listen_of<'f>(flow: &'f mut CallFlow, id: &str) -> &'f mut hoerblatt_phone::flow::Listen {
    let node = flow.nodes.iter_mut().find(|node| node.id.0 == id).expect("a node");
    match &mut node.kind {
        Kind::Listen(listen) => listen,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_fault_of_a_graph_is_found() {
    let key = |sign| Key::new(sign).expect("a key");
    let to = |id: &str| Edge { to: NodeId(id.into()), pace: None };
    assert_eq!(faulty(|_| {}), ["line-reach"].into());
    let lonely = Node {
        id: NodeId("lonely".into()),
        purpose: Purpose::Switch,
        kind: Kind::ByDay { cases: Vec::new(), otherwise: NodeId("menu".into()) },
    };
    assert!(faulty(|flow| flow.nodes.push(lonely.clone())).contains("flow-unreachable"));
    assert!(faulty(|flow| flow.nodes.push(flow.nodes[0].clone())).contains("flow-node-twice"));
    assert!(faulty(|flow| listen_of(flow, "menu").silence = NodeId("nowhere".into())).contains("flow-broken-link"));
    assert!(faulty(|flow| listen_of(flow, "menu").prompt = "nothing".into()).contains("flow-broken-link"));
    assert!(faulty(|flow| listen_of(flow, "menu").silence = NodeId("menu".into())).contains("flow-silent-circle"));
    assert!(faulty(|flow| listen_of(flow, "menu").keys.push((key('1'), to("dates")))).contains("flow-key-twice"));
    assert!(faulty(|flow| listen_of(flow, "menu").offered[1].0 = key('3')).contains("flow-key-gap"));
    let stuck = faulty(|flow| {
        let listen = listen_of(flow, "article_1");
        listen.keys = Vec::new();
        listen.wrong = NodeId("article_1".into());
        listen.silence = NodeId("article_1".into());
    });
    assert!(stuck.contains("flow-no-way-back"), "{stuck:?}");
    let long = |flow: &mut CallFlow, id: &str| {
        let words = hoerblatt_core::Speech::words("Wörter ".repeat(60));
        let prompt = Prompt::new("long", vec![words], "", "");
        listen_of(flow, id).prompt = prompt.name.clone();
        flow.prompts.insert(prompt.name.clone(), prompt);
    };
    assert!(faulty(|flow| long(flow, "menu")).contains("menu-too-long"));
    assert!(faulty(|flow| long(flow, "all_1_1")).contains("event-prompt-too-long"));
    let crowded = faulty(|flow| {
        let listen = listen_of(flow, "districts");
        listen.offered.push((key('5'), 0));
        listen.keys.push((key('5'), to("dates")));
    });
    assert!(crowded.contains("menu-too-many-choices"), "{crowded:?}");
    // Two more keys before each of the two ways to an event.
    let far = faulty(|flow| {
        for target in ["districts", "dates"] {
            let detour = |step: u32| NodeId(format!("{target}_detour_{step}"));
            for node in &mut flow.nodes {
                let Kind::Listen(listen) = &mut node.kind else { continue };
                let edges = listen.keys.iter_mut().filter(|(_, edge)| edge.to.0 == target);
                edges.for_each(|(_, edge)| edge.to = detour(1));
            }
            for (step, next) in [(1, detour(2)), (2, NodeId(target.into()))] {
                let mut listen = listen_of(flow, "article_1").clone();
                listen.keys = vec![(key('1'), Edge { to: next, pace: None })];
                listen.silence = NodeId("bye".into());
                listen.wrong = NodeId("menu".into());
                flow.nodes.push(Node { id: detour(step), purpose: Purpose::Notice, kind: Kind::Listen(listen) });
            }
        }
    });
    assert!(far.contains("event-too-far"), "{far:?}");
}

#[test]
fn options_that_cannot_be_are_refused() {
    let with = |from: &str, to: &str| {
        let checked = plan(&load("musterstadt-2026", |_, text| text.replace(from, to)), None);
        checked.diagnostics.iter().map(|d| d.rule).collect::<BTreeSet<_>>()
    };
    assert!(with("region = \"DE-NW\"", "region = \"DE-XX\"").contains("region-unknown"));
    let publication = load("musterstadt-2026", |_, text| text);
    let (whole, districts, mut options) = documents(&publication, &Pseudo, None);
    let districts: Vec<_> = districts.iter().collect();
    options.line = "Zu Hause".into();
    options.time_zone = "Europe/Berlin)".into();
    let checked = CallFlow::plan(&whole, &districts, &options, &Estimated);
    let rules: BTreeSet<_> = checked.diagnostics.iter().map(|d| d.rule).collect();
    assert!(checked.value.is_none() && rules.contains("line-id-unsound") && rules.contains("time-zone-unsound"));
}

#[test]
fn days_join_where_they_meet() {
    let days = |first: &str, last: &str| Days::between(day(first), day(last));
    let joined =
        days("2026-05-01", "2026-05-03").or(&days("2026-05-04", "2026-05-04")).or(&days("2026-05-06", "2026-05-07"));
    assert_eq!(joined.0.len(), 2);
    assert!(joined.contains(day("2026-05-04")) && !joined.contains(day("2026-05-05")));
    assert!(Days::until(day("2026-05-01")).or(&days("2026-04-01", "2026-04-02")).contains(day("1999-01-01")));
}

/// The German line of Dortmund as a whole: a reviewer reads what callers will hear.
#[test]
#[expect(clippy::disallowed_methods, reason = "a golden is a file")]
fn the_flow_matches_its_golden() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/dortmund-2022.flow.txt");
    let text = hoerblatt_phone::flow::dump::flow(&german("dortmund-2022", |_, text| text));
    if std::env::var("UPDATE").is_ok() {
        std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden")).expect("a folder");
        std::fs::write(path, &text).expect("a golden is written");
    }
    let golden = std::fs::read_to_string(path).unwrap_or_default();
    assert!(text == golden, "{path} differs; UPDATE=1 cargo test accepts it");
}

/// The JSON flow keeps its schema; the judge is PyPI's `jsonschema`.
#[test]
#[expect(clippy::disallowed_methods, reason = "an outside judge is a program that reads files")]
fn the_json_flow_keeps_its_schema() {
    let script = "import json, sys, jsonschema\n\
        schema, flow = (json.load(open(path, encoding='utf-8')) for path in sys.argv[1:])\n\
        jsonschema.Draft202012Validator.check_schema(schema)\n\
        jsonschema.Draft202012Validator(schema).validate(flow)\n";
    let here = std::process::Command::new("python3").args(["-c", "import jsonschema"]).output();
    if !here.is_ok_and(|output| output.status.success()) {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "jsonschema is missing (PyPI)");
        eprintln!("skipped: jsonschema is missing (PyPI)");
        return;
    }
    for name in BOTH {
        let folder = tempfile::tempdir().expect("a folder");
        let files = json::files(&line(name, None), &Estimated);
        for file in &files {
            std::fs::write(folder.path().join(&file.path), &file.text).expect("a file");
        }
        let judge = |schema: &str, flow: &str| {
            let mut python = std::process::Command::new("python3");
            let python = python.args(["-c", script]).arg(folder.path().join(schema)).arg(folder.path().join(flow));
            python.output().expect("python runs")
        };
        let output = judge(&files[1].path, &files[0].path);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let broken = files[0].text.replacen("\"wait-ms\": 5000", "\"wait-ms\": \"5000\"", 1);
        std::fs::write(folder.path().join("broken.json"), broken).expect("a file");
        assert!(!judge(&files[1].path, "broken.json").status.success(), "the schema accepts anything");
    }
}
