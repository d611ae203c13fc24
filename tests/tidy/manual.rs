//! `data/README.md`: whoever edits a table finds there where it is from and what may stand in it.

use crate::repository::{self, files};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

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
