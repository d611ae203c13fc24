//! Tables of `data/`: a merge of two hands leaves them in order, and what a recogniser looks up is what the view holds.

use crate::repository::{files, name};
use quandian::text::Normalizer;
use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

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
fn tables_are_sorted_unique_and_as_wide_as_their_heading() {
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
            let surface = fields[0];
            let faults = [
                (fields.len() > columns, "more columns than the heading"),
                (surface.is_empty(), "an empty key"),
                (fields.iter().any(|field| field.trim() != *field), "blanks around a field"),
                (last > surface, "not in the order of code points"),
                (!seen.insert(fields.iter().take(keys).copied().collect::<Vec<_>>()), "twice"),
            ];
            for (_, what) in faults.iter().filter(|(is_one, _)| *is_one) {
                let _ = writeln!(report, "{name}:{number}: {what}: {line}");
            }
            last = surface;
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn lines_of_tables_end_with_lf() {
    for file in files("data", "tsv") {
        let text = fs::read_to_string(&file).unwrap();
        assert!(!text.contains('\r') && text.ends_with('\n'), "{}", name(&file));
    }
}

/// Files that speak of characters as they stand in a source.
const UNFOLDED: [&str; 4] =
    ["data/board.tsv", "data/fold.tsv", "data/places.tsv", "data/segmentation.tsv"];

#[test]
fn keys_are_simplified_and_half_width() {
    let normalizer = Normalizer::new();
    let mut report = String::new();
    let folds = |file: &&PathBuf| !UNFOLDED.contains(&name(file).as_str());
    for file in files("data", "tsv").iter().filter(folds) {
        for (number, line) in (1..).zip(fs::read_to_string(file).unwrap().lines()) {
            let surface = line.split('\t').next().unwrap_or("");
            let folded = String::from_utf16_lossy(&normalizer.fold_str(surface));
            if !line.starts_with('#') && folded != surface {
                let place = format!("{}:{number}", name(file));
                let _ = writeln!(report, "{place}: {surface} is {folded} in the view");
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}
