//! House rules, read off the files: who may import whom, which words the code does not use, and that case and data files
//! are well formed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands, and say what it counted"
)]

mod case_lines;
mod repository;

use case_lines::{cases, parse};
use quandian::text::Normalizer;
use quandian::{MemberStatus, NumberKind, Reason, SloganKind};
use regex::Regex;
use repository::{files, name};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// Each room of `src/` and the rooms it may name; rooms under `recognize` stand without that word. `front` is what the
/// crate's root shows to everybody.
const IMPORT_MAP: &[(&str, &str)] = &[
    ("span", ""),
    ("error", ""),
    ("day", "error"),
    ("utf16", ""),
    ("numeral", ""),
    ("order", ""),
    ("lexicon", "error"),
    ("text", "span"),
    ("annotation", "span numeral"),
    ("segment", "span text lexicon order"),
    ("data", "order"),
    ("unit_set", ""),
    ("gazetteer", "span text unit_set"),
    ("glossary", "span text annotation data gazetteer"),
    ("number", "span text numeral day order annotation data gazetteer unit_set"),
    ("slogan", "span text numeral annotation data gazetteer unit_set glossary members order"),
    ("members", "span text numeral annotation data gazetteer glossary slogan order"),
    ("change", "span text numeral annotation data gazetteer"),
    ("resolve", "span annotation"),
    ("relocate", "span text annotation"),
    ("of", "span text numeral annotation data gazetteer segment lexicon"),
    ("fact", "span text numeral annotation data gazetteer segment lexicon"),
    ("recognize", "data gazetteer"),
    ("stopwords", "data"),
    (
        "analyzer",
        "span error day numeral lexicon text annotation segment number slogan members change resolve order relocate of fact stopwords",
    ),
    ("wasm", "span error numeral annotation segment utf16 analyzer"),
    ("lib", "span error day annotation analyzer"),
];

/// What no room may name, and which files and folders are the exception.
const NOWHERE: &[(&str, &str, &str)] = &[
    (
        r"\bstd::(fs|net|time|env|thread|process)\b|\bstd::io\b",
        "files, network, time, environment, threads",
        "",
    ),
    (r"\b(Instant|SystemTime|thread_rng|getrandom|rand)\b", "time and randomness", ""),
    (r"\bunsafe\b", "unsafe", ""),
    (
        r"\b(wasm_bindgen|web_sys|js_sys|serde|serde_wasm_bindgen)\b",
        "the JavaScript boundary",
        "src/wasm",
    ),
    (r"\bHash(Map|Set)\b", "maps without an order", ""),
    // jieba's weights are logarithms, and what is identical to jieba has the same ones.
    (
        r"\bf(32|64)\b",
        "floats",
        "src/lexicon/cost.rs src/lexicon/jieba src/segment/jieba src/segment/keywords.rs",
    ),
];

/// Words of other houses for things that have a name here.
const NOT_OUR_WORDS: &str = "tokenizer tokenize tokenization vocab vocabulary dict dictionary lattice oov blacklist whitelist \
    lemma idx preprocess preprocessing cleaned extractor detector matcher entity entities lint snapshot fixture timex \
    misc util utils helper helpers";

#[test]
fn rooms_import_what_the_map_allows() {
    let map: BTreeMap<&str, BTreeSet<&str>> =
        IMPORT_MAP.iter().map(|(room, may)| (*room, may.split_whitespace().collect())).collect();
    let shown = shown_by_the_front();
    let mut report = String::new();
    for file in sources() {
        let module = module(&file);
        let room = room(&module).to_owned();
        let Some(may) = map.get(room.as_str()) else {
            let _ = writeln!(report, "{}: room {room} is not on the map", name(&file));
            continue;
        };
        for path in named_paths(&code(&file), &module) {
            let other = match shown.get(path.first().map_or("", String::as_str)) {
                Some(room) => room,
                None => self::room(&path),
            };
            if other != room && !may.contains(other) {
                let _ =
                    writeln!(report, "{}: {room} may not name {}", name(&file), path.join("::"));
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
fn the_reader_of_imports_reads() {
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

#[test]
fn no_room_names_what_is_barred() {
    let mut report = String::new();
    for (pattern, what, exception) in NOWHERE {
        let pattern = Regex::new(pattern).unwrap();
        let barred = |file: &&PathBuf| {
            !exception.split_whitespace().any(|path| name(file).starts_with(path))
        };
        for file in sources().iter().filter(barred) {
            for hit in pattern.find_iter(&code(file)) {
                let _ = writeln!(report, "{}: {} ({what})", name(file), hit.as_str());
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn one_concept_has_one_word() {
    let not_ours: HashSet<&str> = NOT_OUR_WORDS.split_whitespace().collect();
    let strings = Regex::new(r#""(?:[^"\\]|\\.)*""#).unwrap();
    let part = Regex::new("[A-Z]?[a-z]+|[A-Z]+").unwrap();
    let mut report = String::new();
    for file in sources() {
        for word in part.find_iter(&strings.replace_all(&code(&file), "")) {
            if not_ours.contains(word.as_str().to_lowercase().as_str()) {
                let _ = writeln!(report, "{}: {}", name(&file), word.as_str());
            }
        }
        let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(!not_ours.contains(stem.as_str()) && stem != "common", "{}", name(&file));
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn scripts_import_by_the_front_doors() {
    let mut report = String::new();
    let exports = fs::read_to_string(repository::file("package.json")).unwrap();
    for file in scripts(&["js", "www"]) {
        let name = name(&file);
        for from in imports(&fs::read_to_string(&file).unwrap()) {
            let allowed = match (name.starts_with("www/"), from.starts_with('.')) {
                (true, true) => joined(&name, &from).starts_with("www/"),
                (true, false) => page_may_import(&name, &from, &exports),
                (false, true) => package_may_reach(&name, &joined(&name, &from)),
                (false, false) => {
                    from.starts_with("node:") || from == "fflate" && ZIPS.contains(&name.as_str())
                }
            };
            if !allowed {
                let _ = writeln!(report, "{name}: {from}");
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// What packs and unpacks.
const ZIPS: [&str; 2] = ["js/export/xlsx.ts", "js/files/zip.ts"];

/// What reads tables of `data/`.
const TABLES: [&str; 4] =
    ["js/board/words.ts", "js/collate/place.ts", "js/export/conllu.ts", "js/rules.ts"];

/// Packages that a script of the page may name: Lit, and ours by what `exports` offers.
fn page_may_import(script: &str, package: &str, exports: &str) -> bool {
    // What runs while the page is built is no part of it.
    let builds = script.starts_with("www/build/") || script.ends_with(".config.ts");
    let entry = package.strip_prefix("quandian");
    package == "lit"
        || package.starts_with("lit/")
        || entry.is_some_and(|way| way.is_empty() || exports.contains(&format!("\".{way}\"")))
        || builds && (["vite", "terser"].contains(&package) || package.starts_with("node:"))
}

/// Files that a script of the package may import: its own, and one script each the bindings, a table, the bytes.
fn package_may_reach(script: &str, file: &str) -> bool {
    match file.split('/').next() {
        Some("js") => true,
        Some("data") => TABLES.contains(&script),
        _ if file.starts_with("build/bindings") => script == "js/wasm.ts",
        _ => script == "js/assets-inline.ts",
    }
}

#[test]
fn the_reader_of_script_imports_reads() {
    let script = "import { a } from \"./a.js\";\nexport * from '../b.js';\nimport \"./c.js\";\nconst d = await import(\"d\");\n\
        import type {\n  E,\n} from \"e\";";
    assert_eq!(imports(script), ["./a.js", "../b.js", "./c.js", "d", "e"]);
    assert_eq!(joined("www/parts/card.ts", "../../js/dom.js"), "js/dom.js");
}

const NUMBER_KEYS: &str = "value unit bound of edtf iso direction rate planned";
const SLOGAN_KEYS: &str = "quoted members status";

#[test]
fn case_readings_use_known_kinds_and_keys() {
    let mut report = String::new();
    let names = |all: &[&'static str]| all.iter().copied().collect::<BTreeSet<_>>();
    let number_kinds = names(&NumberKind::ALL.map(NumberKind::name));
    let slogan_kinds = names(&SloganKind::ALL.map(SloganKind::name));
    for layer in ["number", "slogan"] {
        for case in cases(layer) {
            for reading in &case.readings {
                let mut words = reading.split(' ');
                let kind = words.next().unwrap_or("");
                let keys = match (layer, kind) {
                    (_, "rejected") => "reason",
                    ("number", "change") => "from to unit of",
                    ("number", kind) if number_kinds.contains(kind) => NUMBER_KEYS,
                    ("slogan", kind) if slogan_kinds.contains(kind) => SLOGAN_KEYS,
                    _ => "",
                };
                let known = !keys.is_empty() && words.all(|word| is_known(word, keys));
                if !known {
                    let _ = writeln!(report, "{}: {reading}", case.place);
                }
            }
            let inside = |a: &(usize, usize), b: &(usize, usize)| a.0 < b.1 && b.0 < a.1;
            let change = case.readings.iter().any(|reading| reading.starts_with("change"));
            let crossing = case
                .marks
                .windows(2)
                .any(|pair| inside(&pair[0], &pair[1]) && layer == "number" && !change);
            if crossing {
                let _ = writeln!(report, "{}: numbers never nest", case.place);
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// `key=value` with a key of the list and, where the values are a closed set, one of them.
fn is_known(word: &str, keys: &str) -> bool {
    let Some((key, value)) = word.split_once('=') else { return false };
    let statuses = [
        MemberStatus::Complete,
        MemberStatus::Partial,
        MemberStatus::Open,
        MemberStatus::Mismatch,
        MemberStatus::None,
    ];
    let closed = match key {
        "bound" => ["exact", "about", "more_than", "less_than"].contains(&value),
        "direction" => ["up", "down", "null"].contains(&value),
        "quoted" | "planned" => ["true", "false", "null"].contains(&value),
        "status" => statuses.iter().any(|status| status.name() == value),
        "reason" => Reason::from_name(value).is_some(),
        _ => true,
    };
    !value.is_empty() && closed && keys.split_whitespace().any(|known| known == key)
}

#[test]
fn no_case_is_written_twice() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut report = String::new();
    for file in files("tests/cases", "txt").into_iter().chain(files("tests/cases", "tsv")) {
        for (number, line) in (1..).zip(fs::read_to_string(&file).unwrap().lines()) {
            let place = format!("{}:{number}", name(&file));
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            assert!(line.trim() == line, "{place}: blanks around the line");
            // A sentence may serve number and slogan both: it is another case there.
            let layer = place.split('/').nth(2).unwrap_or("").to_owned();
            let source = parse(line).map_or_else(|_| line.to_owned(), |(source, _, _)| source);
            if let Some(first) = seen.insert(format!("{layer} {source}"), place.clone()) {
                let _ = writeln!(report, "{place} repeats {first}");
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// Two lines that differ in their figures only are one case.
#[test]
fn number_cases_differ_in_more_than_figures() {
    let rows = fs::read_to_string(repository::file("data/classifiers.tsv")).unwrap();
    let mut classifiers: Vec<String> = rows
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| regex::escape(line.split('\t').next().unwrap_or("")))
        .collect();
    // The longest first: an alternation takes the first that fits.
    classifiers.sort_by_key(|classifier| std::cmp::Reverse(classifier.len()));
    let figure = "[0-9０-９零〇一二三四五六七八九十百千万亿兆两萬億兩壹贰叁肆伍陆柒捌玖拾佰仟]";
    let masked =
        Regex::new(&format!("{figure}(?:[.,．]?{figure})*(?:{})?", classifiers.join("|"))).unwrap();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut report = String::new();
    for case in cases("number") {
        let shape = masked.replace_all(&case.source, "0").into_owned();
        if let Some(first) = seen.insert(shape, case.place.clone()) {
            let _ =
                writeln!(report, "{} is {first} with other figures: {}", case.place, case.source);
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// Files whose first column may be repeated, since one wording has several roles or stands for several lists; there the
/// first two columns together are unique.
const REPEATING: [&str; 6] = [
    "data/sayings.tsv",
    "data/calendar.tsv",
    "data/cues.tsv",
    "data/formulas.tsv",
    "data/frames.tsv",
    "data/ranks.tsv",
];

#[test]
fn data_files_are_sorted_unique_and_as_wide_as_their_heading() {
    let mut report = String::new();
    for file in files("data", "tsv") {
        let name = name(&file);
        let text = fs::read_to_string(&file).unwrap();
        let heading = text.lines().take_while(|line| line.starts_with('#')).last().unwrap_or("");
        let columns = heading.split('\t').count();
        let keys = if REPEATING.contains(&name.as_str()) { 2 } else { 1 };
        let (mut last, mut seen) = ("", HashSet::new());
        for (number, line) in (1..).zip(text.lines()) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let fields: Vec<&str> = line.split('\t').collect();
            let key: Vec<&str> = fields.iter().take(keys).copied().collect();
            let mut wrong = |what: &str| {
                let _ = writeln!(report, "{name}:{number}: {what}: {line}");
            };
            if fields.len() > columns {
                wrong("more columns than the heading");
            }
            if fields.first().is_none_or(|surface| surface.is_empty())
                || fields.iter().any(|f| f.trim() != *f)
            {
                wrong("an empty key, or blanks around a field");
            }
            let surface = fields.first().copied().unwrap_or("");
            if last > surface {
                wrong("not in the order of code points");
            }
            last = surface;
            if !seen.insert(key) {
                wrong("twice");
            }
        }
        if text.contains('\r') || !text.ends_with('\n') {
            let _ = writeln!(report, "{name}: lines end with LF, the last one too");
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn every_data_file_has_its_source_and_licence() {
    let sections = sections_of_the_manual();
    for file in files("data", "tsv") {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let about: Vec<&str> = sections
            .iter()
            .filter(|(title, _)| *title == name)
            .map(|(_, text)| text.as_str())
            .collect();
        let [about] = about[..] else {
            panic!("{name}: {} sections in data/README.md", about.len())
        };
        assert!(about.contains("\nSource: ") && about.contains("Licence: "), "{name}");
    }
}

/// Whoever adds a line takes a role from the manual, so it has to have them all.
#[test]
fn the_manual_has_every_role() {
    let mut report = String::new();
    let mut tables = 0;
    for (title, about) in sections_of_the_manual().iter() {
        let columns = about.split('`').nth(1).unwrap_or("").split(" ⇥ ");
        let Some(column) = columns.into_iter().position(|column| column == "role") else {
            continue;
        };
        tables += 1;
        let rows = fs::read_to_string(repository::file(&format!("data/{title}"))).unwrap();
        let roles = rows.lines().filter(|row| !row.starts_with('#'));
        let roles = roles.filter_map(|row| row.split('\t').nth(column));
        let roles: BTreeSet<&str> = roles.flat_map(str::split_whitespace).collect();
        for role in roles.iter().filter(|role| !about.contains(&format!("`{role}`"))) {
            let _ = writeln!(report, "{title}: {role} is not in data/README.md");
        }
    }
    assert!(tables > 5, "{tables} tables have roles");
    assert!(report.is_empty(), "\n{report}");
}

/// The sections of `data/README.md`, with their titles. One ends at the next heading, whatever its level: the last of a part
/// has no source of the next part.
fn sections_of_the_manual() -> Vec<(String, String)> {
    let manual = fs::read_to_string(repository::file("data/README.md")).unwrap();
    let sections =
        manual.split("\n#").filter_map(|section| section.strip_prefix("## ")?.split_once('\n'));
    sections.map(|(title, about)| (title.to_owned(), about.to_owned())).collect()
}

/// Files that speak of characters as they stand in a source.
const UNFOLDED: [&str; 4] =
    ["data/board.tsv", "data/fold.tsv", "data/places.tsv", "data/segmentation.tsv"];

#[test]
fn data_is_simplified_and_half_width() {
    let normalizer = Normalizer::new();
    let mut report = String::new();
    for file in
        files("data", "tsv").into_iter().filter(|file| !UNFOLDED.contains(&name(file).as_str()))
    {
        for (number, line) in (1..).zip(fs::read_to_string(&file).unwrap().lines()) {
            let surface = line.split('\t').next().unwrap_or("");
            let folded: String = normalizer
                .fold_str(surface)
                .iter()
                .map(|u| char::from_u32((*u).into()).unwrap_or('?'))
                .collect();
            if !line.starts_with('#') && folded != surface {
                let _ =
                    writeln!(report, "{}:{number}: {surface} is {folded} in the view", name(&file));
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// Wordings that official prose shares everywhere: one file lists them, and these stand in others.
const STANDING_WORDINGS: &str = "data/formulations.tsv";
const STANDING: [&str; 1] = ["指尖上的形式主义"];

/// Texts that analysis is scored on must not have been its model: no eight characters in a row are shared with them.
#[test]
fn nothing_is_copied_from_the_texts_of_the_score() {
    let gold =
        std::env::var_os("GOLD").map_or_else(|| repository::file("../shared/eval"), PathBuf::from);
    let Ok(folder) = fs::read_dir(gold.join("docs")) else {
        println!("skipped: there are no texts at {}", gold.display());
        return;
    };
    let texts: Vec<Vec<char>> = folder
        .map(|entry| {
            fs::read_to_string(entry.unwrap().path()).unwrap_or_default().chars().collect()
        })
        .collect();
    let shared: HashSet<&[char]> =
        texts.iter().flat_map(|text| text.windows(8)).filter(|run| is_wording(run)).collect();
    assert!(shared.len() > 1000, "only {} runs to compare with", shared.len());
    let mut report = String::new();
    let standing =
        fs::read_to_string(repository::file(STANDING_WORDINGS)).unwrap() + &STANDING.join("\n");
    let folders =
        [("data", "tsv"), ("tests", "txt"), ("tests", "tsv"), ("src", "rs"), ("www", "ts")];
    for file in folders.iter().flat_map(|(folder, extension)| files(folder, extension)) {
        for (number, line) in (1..).zip(fs::read_to_string(&file).unwrap().lines()) {
            let line: Vec<char> = line.chars().filter(|c| !"[]".contains(*c)).collect();
            let runs = line.windows(8).filter(|run| shared.contains(run)).map(String::from_iter);
            for run in runs.filter(|run| !standing.contains(run.as_str())) {
                let _ = writeln!(report, "{}:{number}: {run}", name(&file));
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// Eight characters that somebody worded: Han throughout.
fn is_wording(run: &[char]) -> bool {
    run.iter().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(c))
}

fn sources() -> Vec<PathBuf> {
    files("src", "rs")
}

fn scripts(folders: &[&str]) -> Vec<PathBuf> {
    folders
        .iter()
        .flat_map(|folder| files(folder, "ts"))
        .filter(|file| !name(file).contains("/dist/"))
        .collect()
}

/// A file without comments and without the tests at its bottom.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or("");
    let comment = Regex::new(r"(?m)^\s*//.*$|\s//\s.*$").unwrap();
    comment.replace_all(text, "").into_owned()
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

/// What a script imports, by whatever form.
fn imports(script: &str) -> Vec<String> {
    let form = Regex::new(
        r#"(?m)(?:^(?:import|export)\b[^"';]*?from\s*|^import\s*|\bimport\()["']([^"']+)["']"#,
    )
    .unwrap();
    form.captures_iter(script).map(|found| found[1].to_owned()).collect()
}

/// A relative import, from the repository's root.
fn joined(importer: &str, from: &str) -> String {
    let mut path = PathBuf::from(importer);
    path.pop();
    for part in Path::new(from).components() {
        match part {
            Component::ParentDir => {
                path.pop();
            }
            Component::Normal(part) => path.push(part),
            _ => {}
        }
    }
    path.display().to_string()
}
