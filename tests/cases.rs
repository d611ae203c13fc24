//! Runs `tests/cases/{number,slogan}/*.txt`: one line a case, as `tests/README.md` says.
//!
//! All failures of a file are collected and printed with file and line, the text, what was wanted and what was got.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test says what went wrong by stopping there"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use quandian::{Analysis, Analyzer, Member, Options, Source, Span, Value};

/// One mark of a case line: where, and what is said of it.
#[derive(Debug)]
struct Wanted {
    span: (usize, usize),
    kind: String,
    keys: BTreeMap<String, String>,
}

/// What was found, in the words of a reading.
struct Got {
    span: (usize, usize),
    kind: &'static str,
    keys: BTreeMap<&'static str, String>,
    rule: &'static str,
}

#[test]
fn number_cases() {
    run("number", numbers);
}

#[test]
fn slogan_cases() {
    run("slogan", slogans);
}

fn run(layer: &str, found: impl Fn(&str, &Analysis) -> Vec<Got>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(layer);
    let mut files: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut analyzer = Analyzer::new();
    analyzer.load_lexicon(lexicon()).unwrap();
    let (mut report, mut cases, mut failed) = (String::new(), 0, 0);
    for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "txt")) {
        let name = file.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string();
        let mut bad = 0;
        let mut here = 0;
        let mut options = Options::default();
        for (number, line) in fs::read_to_string(file).unwrap().lines().enumerate() {
            if let Some(date) = line.strip_prefix("# reference-date: ") {
                options.reference_date = Some(date.trim().parse().unwrap());
            }
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            here += 1;
            let (source, wanted) =
                parse(line).unwrap_or_else(|why| panic!("{name}:{}: {why}", number + 1));
            let analysis = analyzer.analyze(&source, &options).unwrap();
            let problems = compare(&source, &wanted, &found(&source, &analysis), &analysis, layer);
            if !problems.is_empty() {
                bad += 1;
                let _ = writeln!(
                    report,
                    "{name}:{}\n  {}\n{problems}",
                    number + 1,
                    source.replace('\n', "⏎")
                );
            }
        }
        cases += here;
        failed += bad;
        println!("{name}: {} of {here}", here - bad);
    }
    println!("{layer}: {} of {cases} cases", cases - failed);
    let tolerated = known_failures(layer);
    assert!(
        failed <= tolerated,
        "{report}\n{failed} of {cases} {layer} cases fail, {tolerated} known"
    );
}

/// The compact lexicon, as the build writes it.
fn lexicon() -> Vec<u8> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("build/compact.lexicon");
    fs::read(file).expect(
        "build/compact.lexicon is missing: run `npm run build` or `cargo run -p xtask -- lexicon`",
    )
}

/// While a layer is being built, the number of its cases that may still fail; the file is gone when it is done.
fn known_failures(layer: &str) -> usize {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cases")
        .join(layer)
        .join("KNOWN_FAILURES");
    fs::read_to_string(file).map_or(0, |text| text.trim().parse().unwrap())
}

/// Splits a case line into its plain text and its marks.
fn parse(line: &str) -> Result<(String, Vec<Wanted>), String> {
    let (marked, readings) = line.split_once('\t').unwrap_or((line, ""));
    let (mut source, mut open, mut spans) = (String::new(), Vec::new(), Vec::new());
    let mut chars = marked.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => source.push('\n'),
                Some('t') => source.push('\t'),
                Some(other) => source.push(other),
                None => return Err("a lone backslash".into()),
            },
            '[' => {
                open.push(spans.len());
                spans.push((source.len(), 0));
            }
            ']' => spans[open.pop().ok_or("] without [")?].1 = source.len(),
            c => source.push(c),
        }
    }
    let readings: Vec<&str> =
        readings.split(" ; ").map(str::trim).filter(|reading| !reading.is_empty()).collect();
    if readings.len() != spans.len() || !open.is_empty() {
        return Err(format!("{} marks, {} readings", spans.len(), readings.len()));
    }
    let wanted = spans.into_iter().zip(readings).map(|(span, reading)| {
        let mut words = reading.split_whitespace();
        let kind = words.next().unwrap_or("").to_owned();
        let keys = words
            .filter_map(|word| word.split_once('='))
            .map(|(k, v)| (k.to_owned(), v.to_owned()))
            .collect();
        Wanted { span, kind, keys }
    });
    Ok((source, wanted.collect()))
}

fn compare(
    source: &str,
    wanted: &[Wanted],
    got: &[Got],
    analysis: &Analysis,
    layer: &str,
) -> String {
    let mut problems = String::new();
    let rejected: Vec<Got> = analysis
        .rejected
        .iter()
        .filter(|r| r.layer.name() == layer)
        .map(|r| Got {
            span: ends(r.span),
            kind: "rejected",
            keys: BTreeMap::from([("reason", r.reason.name().to_owned())]),
            rule: r.rule,
        })
        .collect();
    for want in wanted {
        let pool = if want.kind == "rejected" { &rejected[..] } else { got };
        let Some(hit) = pool
            .iter()
            .find(|g| g.span == want.span && (g.kind == want.kind || !both(pool, g.span)))
        else {
            let _ = writeln!(
                problems,
                "    missed  {} {}",
                slice(source, want.span),
                reading(&want.kind, &want.keys)
            );
            continue;
        };
        let wrong = hit.kind != want.kind
            || want.keys.iter().any(|(key, value)| {
                let have = hit.keys.get(key.as_str()).map_or("null", String::as_str);
                have != value
            });
        if wrong {
            let _ = writeln!(
                problems,
                "    wrong   {}\n      want  {}\n      got   {} ({})",
                slice(source, want.span),
                reading(&want.kind, &want.keys),
                reading(hit.kind, &hit.keys),
                hit.rule
            );
        }
    }
    for extra in
        got.iter().filter(|g| !wanted.iter().any(|w| w.span == g.span && w.kind != "rejected"))
    {
        if extra.kind != "formulation" {
            let text = slice(source, extra.span);
            let _ = writeln!(
                problems,
                "    extra   {text} {} ({})",
                reading(extra.kind, &extra.keys),
                extra.rule
            );
        }
    }
    problems
}

/// Whether several annotations share this span (a change and a number may).
fn both(pool: &[Got], span: (usize, usize)) -> bool {
    pool.iter().filter(|g| g.span == span).count() > 1
}

fn reading<K: std::fmt::Display>(kind: &str, keys: &BTreeMap<K, String>) -> String {
    keys.iter().fold(kind.to_owned(), |all, (key, value)| format!("{all} {key}={value}"))
}

fn slice(source: &str, span: (usize, usize)) -> String {
    format!("[{}]", source[span.0..span.1].replace('\n', "⏎"))
}

fn ends(span: Span<Source>) -> (usize, usize) {
    (span.start as usize, span.end as usize)
}

fn numbers(source: &str, analysis: &Analysis) -> Vec<Got> {
    let numbers = analysis.numbers.iter().map(|n| {
        let mut keys = BTreeMap::from([("bound", n.bound.name().to_owned())]);
        let mut put = |key, value: Option<String>| {
            if let Some(value) = value {
                keys.insert(key, value);
            }
        };
        put("value", value(&n.value));
        put("unit", n.unit.as_deref().map(str::to_owned));
        put("of", n.of.map(|of| source[of.range()].to_owned()));
        put("edtf", n.edtf().map(str::to_owned));
        put("iso", n.iso().map(str::to_owned));
        put("direction", n.direction.map(|d| d.name().to_owned()));
        put("rate", n.rate.map(|r| r.name().to_owned()));
        put("planned", n.planned.then(|| "true".to_owned()));
        Got { span: ends(n.span), kind: n.kind.name(), keys, rule: n.rule }
    });
    let changes = analysis.changes.iter().map(|c| {
        let mut keys = BTreeMap::from([("from", c.from.to_string()), ("to", c.to.to_string())]);
        keys.extend(c.unit.as_deref().map(|unit| ("unit", unit.to_owned())));
        keys.extend(c.of.map(|of| ("of", source[of.range()].to_owned())));
        Got { span: ends(c.span), kind: "change", keys, rule: c.rule }
    });
    numbers.chain(changes).collect()
}

fn value(value: &Value) -> Option<String> {
    let between = match value {
        Value::Range(_) => "..",
        Value::Exact(_) | Value::Fraction(_) => "/",
        _ => ":",
    };
    let figures: Vec<String> = value.figures().map(|figure| figure.to_string()).collect();
    (!figures.is_empty()).then(|| figures.join(between))
}

fn slogans(source: &str, analysis: &Analysis) -> Vec<Got> {
    analysis
        .slogans
        .iter()
        .map(|s| {
            let mut keys = BTreeMap::from([
                ("quoted", s.quoted.to_string()),
                ("status", s.status.name().to_owned()),
            ]);
            let members: Vec<&str> = s
                .members
                .iter()
                .filter_map(|member| match member {
                    Member::Text { span, .. } => Some(&source[span.range()]),
                    Member::Glossary(_) => None,
                })
                .collect();
            if !members.is_empty() {
                keys.insert("members", members.join("|"));
            }
            Got { span: ends(s.span), kind: s.kind.name(), keys, rule: s.rule }
        })
        .collect()
}
