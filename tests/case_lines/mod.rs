//! The lines of `tests/cases/{number,slogan}/*.txt`, read for tests that ask something of all of them.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "every test reads what it needs of a line, and may stop where it stands"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// One case.
pub(crate) struct CaseLine {
    /// The file, from the repository's root, and the line: `tests/cases/number/date.txt:7`.
    pub place: String,
    /// The text without marks.
    pub source: String,
    /// Byte spans of the marks, in the order of their opening brackets.
    pub marks: Vec<(usize, usize)>,
    /// One reading a mark.
    pub readings: Vec<String>,
}

/// A file of the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files of a folder with this extension, sorted, folders inside it included.
pub(crate) fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![repository(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() && path.file_name().is_none_or(|name| name != "node_modules") {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A path as people write it, from the repository's root.
pub(crate) fn name(path: &Path) -> String {
    path.strip_prefix(repository("")).unwrap_or(path).display().to_string()
}

/// The cases of a layer; stops at a line that is none.
pub(crate) fn cases(layer: &str) -> Vec<CaseLine> {
    let mut cases = Vec::new();
    for file in files(&format!("tests/cases/{layer}"), "txt") {
        for (number, line) in (1..).zip(fs::read_to_string(&file).unwrap().lines()) {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let place = format!("{}:{number}", name(&file));
            match parse(line) {
                Ok((source, marks, readings)) => {
                    cases.push(CaseLine { place, source, marks, readings });
                }
                Err(why) => panic!("{place}: {why}"),
            }
        }
    }
    assert!(!cases.is_empty(), "no cases in {layer}");
    cases
}

type Parsed = (String, Vec<(usize, usize)>, Vec<String>);

/// Splits a line into text, marks and readings.
pub(crate) fn parse(line: &str) -> Result<Parsed, String> {
    let (marked, readings) = line.split_once('\t').unwrap_or((line, ""));
    let (mut source, mut open, mut marks) = (String::new(), Vec::new(), Vec::new());
    let mut chars = marked.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next().ok_or("a lone backslash")? {
                'n' => source.push('\n'),
                't' => source.push('\t'),
                other => source.push(other),
            },
            '[' => {
                open.push(marks.len());
                marks.push((source.len(), source.len()));
            }
            ']' => {
                let mark = open.pop().ok_or("] without [")?;
                if let Some((start, end)) = marks.get_mut(mark) {
                    *end = source.len();
                    if start == end {
                        return Err("an empty mark".into());
                    }
                }
            }
            c => source.push(c),
        }
    }
    if !open.is_empty() {
        return Err("[ without ]".into());
    }
    let readings: Vec<String> = if readings.is_empty() {
        Vec::new()
    } else {
        readings.split(" ; ").map(str::to_owned).collect()
    };
    if readings.len() != marks.len() {
        return Err(format!("{} marks, {} readings", marks.len(), readings.len()));
    }
    Ok((source, marks, readings))
}
