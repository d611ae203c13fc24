//! What no room of `src/` may name, since analysis is the same everywhere and always.

use crate::code::{code, sources};
use crate::repository::name;
use regex::Regex;
use std::fmt::Write as _;
use std::path::PathBuf;

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
