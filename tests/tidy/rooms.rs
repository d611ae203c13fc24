//! The import map: each room of `src/` names those it may name. ARCHITECTURE.md has it with its reasons.

use crate::code::{code, sources};
use crate::repository::{self, name};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

/// Each room of `src/` and the rooms it may name; rooms under `recognize` stand without that word. A name that the crate's
/// root shows counts as one of the room it comes from.
const IMPORT_MAP: &[(&str, &str)] = &[
    ("span", ""),
    ("error", ""),
    ("day", "error"),
    ("utf16", ""),
    ("numeral", ""),
    ("gather", ""),
    ("order", ""),
    ("numbering", ""),
    ("lexicon", "error numbering"),
    ("text", "span gather"),
    ("annotation", "span numeral"),
    ("segment", "span text lexicon order numbering gather"),
    ("data", ""),
    ("unit_set", ""),
    ("chars", "text"),
    ("gazetteer", "span text unit_set order"),
    ("glossary", "span text annotation data gazetteer gather"),
    ("number", "span text numeral day order annotation data chars gazetteer unit_set gather"),
    (
        "slogan",
        "span text numeral annotation data chars gazetteer unit_set glossary members order numbering gather",
    ),
    (
        "members",
        "span text numeral annotation data chars gazetteer glossary slogan order numbering gather",
    ),
    ("change", "span text numeral annotation data chars gazetteer"),
    ("resolve", "span annotation"),
    ("relocate", "span text annotation"),
    ("of", "span text numeral annotation data chars gazetteer segment lexicon"),
    ("fact", "span text numeral annotation data gazetteer segment lexicon"),
    ("recognize", "data gazetteer"),
    ("stopwords", "data"),
    (
        "analyzer",
        "span error day numeral lexicon text annotation segment number slogan members change resolve order relocate of fact stopwords gather",
    ),
    ("wasm", "span error numeral annotation segment utf16 numbering analyzer gather"),
    ("lib", "span error day annotation analyzer"),
];

#[test]
fn rooms_import_what_the_map_allows() {
    let map: BTreeMap<&str, BTreeSet<&str>> =
        IMPORT_MAP.iter().map(|(room, may)| (*room, may.split_whitespace().collect())).collect();
    let shown = shown_by_the_front();
    let mut report = String::new();
    for file in sources() {
        let module = module(&file);
        let own = room(&module);
        let Some(may) = map.get(own) else {
            let _ = writeln!(report, "{}: room {own} is not on the map", name(&file));
            continue;
        };
        for path in named_paths(&code(&file), &module) {
            let other = match shown.get(path.first().map_or("", String::as_str)) {
                Some(room) => room,
                None => room(&path),
            };
            if other != own && !may.contains(other) {
                let _ = writeln!(report, "{}: {own} may not name {}", name(&file), path.join("::"));
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn the_map_has_no_room_that_is_gone() {
    let there: BTreeSet<String> =
        sources().iter().map(|file| room(&module(file)).to_owned()).collect();
    for (room, _) in IMPORT_MAP {
        assert!(there.contains(*room), "{room} is on the map and not in src/");
    }
}

#[test]
fn paths_are_read_off_any_form_of_import() {
    let module = ["recognize", "number", "scan"].map(str::to_owned);
    let code = "use crate::text::{CharClass, Text};\nuse super::site::Site;\nuse super::super::slogan::Reader;\nfn f(x: crate::View) {}\n\
        use crate::{lexicon::Lexicon, segment};";
    let paths: Vec<String> =
        named_paths(code, &module).iter().map(|path| path.join("::")).collect();
    let want = [
        "text",
        "lexicon::Lexicon",
        "segment",
        "View",
        "recognize::number::site::Site",
        "recognize::slogan::Reader",
    ];
    assert_eq!(paths.iter().collect::<BTreeSet<_>>(), want.map(str::to_owned).iter().collect());
    assert_eq!(room(&["recognize", "slogan", "quoted"].map(str::to_owned)), "slogan");
    assert_eq!(shown_by_the_front()["View"], "span");
}

/// `src/recognize/number/scan.rs` is the module recognize, number, scan.
fn module(file: &Path) -> Vec<String> {
    let path = name(file);
    let path = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(str::to_owned).collect()
}

fn room(path: &[String]) -> &str {
    match path {
        [first, second, ..] if first == "recognize" => second,
        [first, ..] => first,
        [] => "lib",
    }
}

/// Names at the crate's root and the rooms they come from.
fn shown_by_the_front() -> BTreeMap<String, &'static str> {
    let front = code(&repository::file("src/lib.rs"));
    let line = Regex::new(r"pub use (\w+)::(?:\{([^}]*)\}|(\w+));").unwrap();
    let mut shown = BTreeMap::new();
    for found in line.captures_iter(&front) {
        let room = IMPORT_MAP.iter().map(|(room, _)| *room).find(|room| *room == &found[1]);
        let names = found.get(2).or(found.get(3)).map_or("", |names| names.as_str());
        for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            shown
                .insert(name.to_owned(), room.expect("the front shows what a room on the map has"));
        }
    }
    shown
}

/// The paths of this crate that some code names, from the root: `crate::…` and `super::…`, groups taken apart.
fn named_paths(code: &str, module: &[String]) -> Vec<Vec<String>> {
    let named = Regex::new(r"\b(crate|super(?:::super)*)::((?:\w+::)*)(\w+|\*|\{)").unwrap();
    let mut paths = Vec::new();
    for found in named.captures_iter(code) {
        let supers = found[1].matches("super").count();
        let mut path: Vec<String> = if supers == 0 {
            Vec::new()
        } else {
            module[..module.len().saturating_sub(supers)].to_vec()
        };
        path.extend(found[2].split("::").filter(|part| !part.is_empty()).map(str::to_owned));
        match &found[3] {
            "*" => {}
            "{" if path.is_empty() => {
                let group = code[found.get(0).unwrap().end()..].split('}').next().unwrap_or("");
                for item in group.split(',').map(str::trim).filter(|item| !item.is_empty()) {
                    paths.push(item.split("::").map(str::to_owned).collect());
                }
                continue;
            }
            "{" => {}
            last => path.push(last.to_owned()),
        }
        if !path.is_empty() {
            paths.push(path);
        }
    }
    paths
}
