//! Nothing is copied from the texts that analysis is scored on.

use crate::repository::{self, files, name};
use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

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
