//! An import over a folder that is already there: three versions of each value, and what was edited by hand stays.
//!
//! *base* is what the last import wrote (kept under `imported/`), *mine* what stands in the folder now, *theirs* what this import found.
//!
//! | base | mine | theirs | result |
//! |---|---|---|---|
//! | a | a | b | b: the source changed |
//! | a | b | a | b: edited by hand |
//! | a | b | b | b |
//! | a | b | c | b, and the conflict is reported |
//! | – | – | entry | added |
//! | entry | – | entry | stays away: deleted by hand |
//! | entry | unchanged | – | goes: the source no longer has it |
//! | entry | edited | – | stays, and is reported |

use crate::rules;
use hoerblatt_core::Diagnostic;
use std::collections::BTreeMap;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

/// Where the last import's own version of a file is kept.
fn base_name(name: &str) -> String {
    format!("imported/{name}")
}

/// Merges freshly written files into the existing ones; the result holds every file to write.
pub(crate) fn update(
    fresh: BTreeMap<String, String>,
    existing: &BTreeMap<String, String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for (name, theirs) in fresh {
        let merged = match existing.get(&name) {
            None => theirs.clone(),
            Some(mine) => merge_file(
                &name,
                existing.get(&base_name(&name)).map_or("", String::as_str),
                mine,
                &theirs,
                diagnostics,
            ),
        };
        files.insert(base_name(&name), theirs);
        files.insert(name, merged);
    }
    files
}

fn merge_file(name: &str, base: &str, mine: &str, theirs: &str, diagnostics: &mut Vec<Diagnostic>) -> String {
    let parsed = (base.parse::<DocumentMut>(), mine.parse::<DocumentMut>(), theirs.parse::<DocumentMut>());
    let (base, mut merged, theirs) = match parsed {
        (Ok(base), Ok(mine), Ok(theirs)) => (base, mine, theirs),
        (Err(_), Ok(mine), Ok(theirs)) => (DocumentMut::new(), mine, theirs),
        // A file that cannot be read now is not touched.
        _ => {
            diagnostics.push(rules::import_conflict(None, name, "*", "", ""));
            return mine.to_owned();
        }
    };
    let mut merger = Merger { file: name, diagnostics };
    merger.table("", base.as_table(), merged.as_table_mut(), theirs.as_table());
    merged.to_string()
}

struct Merger<'a> {
    file: &'a str,
    diagnostics: &'a mut Vec<Diagnostic>,
}

/// A value without the spaces and comments around it.
fn bare(item: Option<&Item>) -> Option<String> {
    item.filter(|item| !item.is_none()).map(|item| match item {
        Item::Value(value) => {
            let mut value = value.clone();
            value.decor_mut().clear();
            value.to_string()
        }
        other => other
            .to_string()
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .collect::<Vec<_>>()
            .join("\n"),
    })
}

impl Merger<'_> {
    fn table(&mut self, path: &str, base: &Table, mine: &mut Table, theirs: &Table) {
        let keys: std::collections::BTreeSet<String> =
            base.iter().chain(theirs.iter()).map(|(key, _)| key.to_owned()).collect();
        for key in keys.iter().map(String::as_str) {
            let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            let (old, new) = (base.get(key), theirs.get(key));
            let entries = [old, mine.get(key), new].into_iter().flatten().any(Item::is_array_of_tables);
            let tables = [old, mine.get(key), new].into_iter().flatten().any(Item::is_table);
            if entries {
                let none = ArrayOfTables::new();
                let list = |item: Option<&Item>| item.and_then(Item::as_array_of_tables).cloned();
                let (old, new) = (list(old).unwrap_or_else(|| none.clone()), list(new).unwrap_or(none));
                let mut current = list(mine.get(key)).unwrap_or_default();
                self.entries(&path, &old, &mut current, &new);
                if current.is_empty() {
                    mine.remove(key);
                } else {
                    mine.insert(key, Item::ArrayOfTables(current));
                }
                continue;
            }
            if tables && let (Some(Item::Table(current)), Some(Item::Table(new))) = (mine.get_mut(key), new) {
                let none = Table::new();
                self.table(&path, old.and_then(Item::as_table).unwrap_or(&none), current, new);
                continue;
            }
            let (b, m, t) = (bare(old), bare(mine.get(key)), bare(new));
            if b == t || m == t {
                continue;
            }
            if m == b {
                match new {
                    Some(new) => {
                        mine.insert(key, new.clone());
                    }
                    None => {
                        mine.remove(key);
                    }
                }
            } else {
                self.diagnostics.push(rules::import_conflict(
                    None,
                    self.file,
                    path,
                    m.unwrap_or_default(),
                    t.unwrap_or_default(),
                ));
            }
        }
    }

    fn entries(&mut self, path: &str, base: &ArrayOfTables, mine: &mut ArrayOfTables, theirs: &ArrayOfTables) {
        let mut seen = vec![false; mine.len()];
        let mut added: Vec<Table> = Vec::new();
        for new in theirs {
            let old = find(base, new).and_then(|at| base.get(at));
            // By its own name, or by the name it had when it was imported last.
            let current = find(mine, new).or_else(|| find(mine, old?)).filter(|&at| !seen[at]);
            match (current.and_then(|at| mine.get_mut(at).map(|table| (at, table))), old) {
                (Some((at, table)), old) => {
                    seen[at] = true;
                    let none = Table::new();
                    let name = format!("{path} {}", name_of(new));
                    let old = old.unwrap_or(&none);
                    if comment_of(table) == comment_of(old) {
                        *table.decor_mut() = new.decor().clone();
                    }
                    let mut new = new.clone();
                    // A changed day changes the id that import would give; readers and prompts keep the old one.
                    if let (Some(id), true) = (table.get("id"), new.contains_key("id")) {
                        new.insert("id", id.clone());
                    }
                    let mut old = old.clone();
                    if let (Some(id), true) = (table.get("id"), old.contains_key("id")) {
                        old.insert("id", id.clone());
                    }
                    self.table(&name, &old, table, &new);
                }
                (None, None) => added.push(new.clone()),
                // Deleted by hand.
                (None, Some(_)) => {}
            }
        }
        let mut gone = Vec::new();
        for (at, table) in mine.iter().enumerate().filter(|(at, _)| !seen[*at]) {
            let Some(old) = find(base, table).and_then(|at| base.get(at)) else { continue };
            if find(theirs, old).is_some() {
                continue;
            }
            let same =
                old.iter().all(|(key, item)| bare(Some(item)) == bare(table.get(key))) && table.len() == old.len();
            if same {
                gone.push(at);
            } else {
                self.diagnostics.push(rules::import_gone(None, self.file, format!("{path} {}", name_of(table))));
            }
        }
        for at in gone.into_iter().rev() {
            mine.remove(at);
        }
        for table in added {
            mine.push(table);
        }
    }
}

fn comment_of(table: &Table) -> String {
    table.decor().prefix().and_then(|raw| raw.as_str()).unwrap_or("").trim().to_owned()
}

fn text(table: &Table, key: &str) -> Option<String> {
    table.get(key).and_then(Item::as_str).map(str::to_owned)
}

/// What an entry is called in a report.
fn name_of(table: &Table) -> String {
    ["title", "name", "heading", "text", "id"]
        .iter()
        .find_map(|key| text(table, key))
        .unwrap_or_default()
        .chars()
        .take(60)
        .collect()
}

/// The entry that is the same: by id, else by title, name, heading, or text.
fn find(list: &ArrayOfTables, entry: &Table) -> Option<usize> {
    let by = |key: &str| {
        let value = text(entry, key)?;
        list.iter().position(|table| text(table, key).as_ref() == Some(&value))
    };
    // A title may stand on several days: by title only where it is unique.
    let unique = |key: &str| {
        let value = text(entry, key)?;
        (list.iter().filter(|table| text(table, key).as_ref() == Some(&value)).count() == 1).then(|| by(key)).flatten()
    };
    by("id")
        .or_else(|| unique("title"))
        .or_else(|| unique("name"))
        .or_else(|| unique("heading"))
        .or_else(|| unique("text"))
}
