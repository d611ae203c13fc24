//! Case lines: readings of known kinds with known keys, and no case twice.

use crate::case_lines::{CaseLine, cases, parse};
use crate::repository::{self, files, name};
use quandian::{MemberStatus, NumberKind, Reason, SloganKind};
use regex::Regex;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

const NUMBER_KEYS: &str = "value unit bound of edtf iso direction rate planned";
const SLOGAN_KEYS: &str = "quoted members status";

#[test]
fn readings_use_known_kinds_and_keys() {
    let mut report = String::new();
    for layer in ["number", "slogan"] {
        for case in cases(layer) {
            for reading in &case.readings {
                let mut words = reading.split(' ');
                let keys = keys_of(layer, words.next().unwrap_or(""));
                if keys.is_empty() || !words.all(|word| is_known(word, keys)) {
                    let _ = writeln!(report, "{}: {reading}", case.place);
                }
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// The keys that a reading of this kind may have; none where the layer has no such kind.
fn keys_of(layer: &str, kind: &str) -> &'static str {
    match (layer, kind) {
        (_, "rejected") => "reason",
        ("number", "change") => "from to unit of",
        ("number", kind) if NumberKind::ALL.iter().any(|known| known.name() == kind) => NUMBER_KEYS,
        ("slogan", kind) if SloganKind::ALL.iter().any(|known| known.name() == kind) => SLOGAN_KEYS,
        _ => "",
    }
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

/// Only a change lies over numbers, those it ties together.
#[test]
fn numbers_never_nest() {
    let mut report = String::new();
    let changes = |case: &CaseLine| case.readings.iter().any(|what| what.starts_with("change"));
    for case in cases("number").iter().filter(|case| !changes(case)) {
        if case.marks.windows(2).any(|pair| pair[0].0 < pair[1].1 && pair[1].0 < pair[0].1) {
            let _ = writeln!(report, "{}: {}", case.place, case.source);
        }
    }
    assert!(report.is_empty(), "\n{report}");
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
