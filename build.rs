//! data/*.tsv → the packed word lists. Checks that every file is well formed and sorted; reads nothing else, no network.

#[path = "src/recognize/data/fingerprint.rs"]
mod fingerprint;
#[path = "src/recognize/data/pack.rs"]
mod pack;
#[path = "src/recognize/slogan/role_names.rs"]
mod role_names;
#[allow(dead_code, reason = "the recogniser asks for more than their names")]
#[path = "src/recognize/slogan/roles.rs"]
mod roles;

use fingerprint::Fingerprint;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// File stem, number of columns, and which of them analysis reads: the others are for people.
const TABLES: &[(&str, usize, &[usize])] = &[
    ("calendar", 3, &[0, 1, 2]),
    ("changes", 2, &[0, 1]),
    ("classifiers", 3, &[0, 2]),
    ("codes", 2, &[0, 1]),
    ("counts", 2, &[0, 1]),
    ("currencies", 5, &[0, 1, 2, 3, 4]),
    ("formulas", 7, &[0, 1, 2, 3]),
    ("formulations", 2, &[0]),
    ("links", 2, &[0, 1]),
    ("modifiers", 5, &[0, 1, 2, 3, 4]),
    ("periods", 3, &[0, 1, 2]),
    ("ranks", 2, &[0, 1]),
    ("ratios", 5, &[0, 1, 2, 3, 4]),
    ("regions", 2, &[0, 1]),
    ("settings", 2, &[0, 1]),
    ("stopwords", 2, &[0]),
    ("units", 8, &[0, 2, 5, 6, 7]),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    for file in ["data/fingerprint", "data/pack", "slogan/roles", "slogan/role_names"] {
        println!("cargo::rerun-if-changed=src/recognize/{file}.rs");
    }
    let mut lists: Vec<(&str, String)> = TABLES
        .iter()
        .map(|(stem, columns, kept)| (*stem, asked(stem, &read(stem, *columns, kept))))
        .collect();
    lists.extend([("cues", cues()), ("frozen", frozen())]);
    let (names, lists): (Vec<&str>, Vec<String>) = lists.into_iter().unzip();
    let code = match pack::pack(&lists) {
        Ok(planes) => code(&names, &planes, &sayings()),
        Err(why) => stop("data", 0, &why),
    };
    write("data.rs", &code);
    write("chars.rs", &chars());
}

fn write(name: &str, code: &str) {
    let out = env::var("OUT_DIR").unwrap_or_default();
    let target = Path::new(&out).join(name);
    if let Err(error) = fs::write(&target, code) {
        stop(&target.display().to_string(), 0, &error.to_string());
    }
}

/// A constant for each set of characters: its place in one table, where a zero closes each.
fn chars() -> String {
    let (mut code, mut all) = (String::new(), Vec::new());
    for row in read("characters", 3, &[0, 1, 2]).lines() {
        let mut columns = row.split('\t');
        let mut column = || columns.next().unwrap_or_default();
        let (name, units, says) = (column(), column(), column());
        let constant = name.to_uppercase();
        let _ = writeln!(
            code,
            "/// {says}\npub(crate) const {constant}: Chars = Chars({});",
            all.len()
        );
        all.extend(units.encode_utf16().chain([0]));
    }
    let _ = writeln!(code, "static ALL: &[u16] = &{all:?};");
    code
}

/// The name of each list, the planes, and what sayings are known by.
fn code(names: &[&str], planes: &pack::Planes, sayings: &[u32]) -> String {
    let mut code = String::new();
    for (number, name) in names.iter().enumerate() {
        let constant = name.to_uppercase();
        let _ = writeln!(code, "/// {name}\npub const {constant}: List = List({number});");
    }
    let (steps, ends) = fingerprint::pack(sayings);
    let _ = writeln!(
        code,
        "/// The fingerprints of sayings, packed.\npub static SAYINGS: (&[u8], &[u8]) = (&{steps:?}, &{ends:?});"
    );
    let _ = writeln!(code, "static PACKED: Packed = Packed {{ lists: &{:?},", planes.lists);
    for (name, bytes) in [
        ("alphabet", &planes.alphabet),
        ("values", &planes.values),
        ("firsts", &planes.firsts),
        ("tails", &planes.tails),
    ] {
        let _ = writeln!(code, "{name}: b\"{}\",", bytes.escape_ascii());
    }
    code.push_str("};\n");
    code
}

fn read(stem: &str, columns: usize, kept: &[usize]) -> String {
    let path = format!("data/{stem}.tsv");
    println!("cargo::rerun-if-changed={path}");
    match fs::read_to_string(&path) {
        Ok(text) => table(&path, &text, columns, kept),
        Err(error) => stop(&path, 0, &error.to_string()),
    }
}

/// The rows with what analysis asks of columns that say more to people: whether the period of a formula is over, the name of a
/// period has another sense, a unit is one of time.
fn asked(stem: &str, rows: &str) -> String {
    let (column, word) = match stem {
        "formulas" => (2, "to"),
        "periods" => (2, "ambiguous"),
        "units" => (1, "time"),
        _ => return rows.to_owned(),
    };
    let row = |row: &str| {
        let mut fields: Vec<&str> = row.split('\t').collect();
        if let Some(field) = fields.get_mut(column) {
            *field = if field.split(' ').any(|said| said == word) { word } else { "" };
        }
        fields.join("\t").trim_end_matches('\t').to_owned() + "\n"
    };
    rows.lines().map(row).collect()
}

/// Cues and frames in one table, each with the sign of its role.
fn cues() -> String {
    let rows = read("cues", 4, &[0, 1, 2, 3]) + &read("frames", 2, &[0, 1]);
    let signed = |row: &str| {
        let (surface, role) = row.split_once('\t').unwrap_or((row, ""));
        match role_names::sign(role) {
            Some(sign) => format!("{surface}\t{sign}\n"),
            None => stop("data: cues or frames", 0, &format!("no such role: {row}")),
        }
    };
    rows.lines().map(signed).collect()
}

/// Idioms and names in one table: both freeze the numerals inside them.
fn frozen() -> String {
    read("idioms", 4, &[0, 1, 2, 3]) + &read("names", 3, &[0, 1, 2, 3])
}

/// The fingerprints of all sayings, rising.
fn sayings() -> Vec<u32> {
    let rows = read("sayings", 2, &[0, 1]);
    let letters = |row: &str| row.replace(|c| c == '\t' || fingerprint::is_joint(c), "");
    let print =
        |row: &str| letters(row).chars().fold(Fingerprint::default(), Fingerprint::and).print();
    rows.lines().map(print).collect::<BTreeSet<u32>>().into_iter().collect()
}

/// The rows without comments, only the columns that are read, without empty ones at the end.
fn table(path: &str, text: &str, columns: usize, kept: &[usize]) -> String {
    let mut rows = String::new();
    let mut last = "";
    for (number, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        let key = fields.first().copied().unwrap_or("");
        if fields.len() > columns {
            stop(path, number + 1, "too many columns");
        }
        if key < last {
            stop(path, number + 1, "not sorted by code point");
        }
        last = key;
        let read: Vec<&str> =
            kept.iter().map(|column| fields.get(*column).copied().unwrap_or("")).collect();
        rows.push_str(read.join("\t").trim_end_matches('\t'));
        rows.push('\n');
    }
    rows
}

fn stop(path: &str, line: usize, what: &str) -> ! {
    eprintln!("{path}:{line}: {what}");
    std::process::exit(1)
}
