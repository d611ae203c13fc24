//! The lines of `tests/cases/{number,slogan}/*.txt`, read for all tests that ask something of them.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "every test reads what it needs of a line, and may stop where it stands"
)]

use crate::repository::{files, name};
use quandian::Day;
use std::fs;

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
    /// The day it is read on, where a line `# reference-date: ` above it in the file says so.
    pub reference_date: Option<Day>,
}

/// The cases of a layer; stops at a line that is none.
pub(crate) fn cases(layer: &str) -> Vec<CaseLine> {
    let mut cases = Vec::new();
    for file in files(&format!("tests/cases/{layer}"), "txt") {
        let mut reference_date = None;
        for (number, line) in (1..).zip(fs::read_to_string(&file).unwrap().lines()) {
            if let Some(date) = line.strip_prefix("# reference-date: ") {
                reference_date = Some(date.trim().parse().unwrap());
            }
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let place = format!("{}:{number}", name(&file));
            match parse(line) {
                Ok((source, marks, readings)) => {
                    cases.push(CaseLine { place, source, marks, readings, reference_date });
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
