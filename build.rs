//! data/*.tsv → static tables. Checks that every file is well formed and sorted; reads nothing else, no network.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// File stem, number of columns.
const TABLES: &[(&str, usize)] = &[
    ("changes", 2),
    ("classifiers", 3),
    ("codes", 2),
    ("currencies", 5),
    ("cues", 4),
    ("formulas", 6),
    ("formulations", 2),
    ("frames", 2),
    ("idioms", 4),
    ("links", 2),
    ("modifiers", 5),
    ("names", 3),
    ("periods", 3),
    ("ratios", 5),
    ("units", 7),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut code = String::new();
    for (stem, columns) in TABLES {
        let path = format!("data/{stem}.tsv");
        println!("cargo::rerun-if-changed={path}");
        let rows = match fs::read_to_string(&path) {
            Ok(text) => table(&path, &text, *columns),
            Err(error) => stop(&path, 0, &error.to_string()),
        };
        let _ = writeln!(
            code,
            "/// Rows of {path}.\npub(crate) static {}: &str = {rows:?};",
            stem.to_uppercase()
        );
    }
    let out = env::var("OUT_DIR").unwrap_or_default();
    let target = Path::new(&out).join("data.rs");
    if let Err(error) = fs::write(&target, code) {
        stop(&target.display().to_string(), 0, &error.to_string());
    }
}

/// The rows without comments; missing trailing columns are filled up, so that every row has all of them.
fn table(path: &str, text: &str, columns: usize) -> String {
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
        rows.push_str(line);
        rows.extend(std::iter::repeat_n('\t', columns - fields.len()));
        rows.push('\n');
    }
    rows
}

fn stop(path: &str, line: usize, what: &str) -> ! {
    eprintln!("{path}:{line}: {what}");
    std::process::exit(1)
}
