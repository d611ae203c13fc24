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

mod case_lines;
mod repository;

use case_lines::CaseLine;
use quandian::{Analysis, Analyzer, Member, Options, Source, Span, Value};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

/// What a reading says: a kind, and values by their keys.
struct Reading<'a> {
    kind: &'a str,
    keys: BTreeMap<&'a str, String>,
}

/// What was found, in the words of a reading.
struct Got {
    span: (usize, usize),
    reading: Reading<'static>,
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
    let mut analyzer = Analyzer::new();
    analyzer.load_lexicon(repository::lexicon()).unwrap();
    let mut report = String::new();
    // Cases and failures of each file.
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for case in case_lines::cases(layer) {
        let options = Options { reference_date: case.reference_date, ..Options::default() };
        let analysis = analyzer.analyze(&case.source, &options).unwrap();
        let problems =
            problems(&case, &found(&case.source, &analysis), &rejected(&analysis, layer));
        let file = case.place.rsplit_once(':').map_or("", |(file, _)| file).to_owned();
        let (cases, failed) = counts.entry(file).or_default();
        *cases += 1;
        if !problems.is_empty() {
            *failed += 1;
            let _ = writeln!(report, "{}\n  {}\n{problems}", case.place, on_one_line(&case.source));
        }
    }
    for (file, (cases, failed)) in &counts {
        println!("{file}: {} of {cases}", cases - failed);
    }
    let (cases, failed) = counts.values().fold((0, 0), |(a, b), (c, d)| (a + c, b + d));
    println!("{layer}: {} of {cases} cases", cases - failed);
    let tolerated = known_failures(layer);
    assert!(
        failed <= tolerated,
        "{report}\n{failed} of {cases} {layer} cases fail, {tolerated} known"
    );
}

/// While a layer is being built, the number of its cases that may still fail; the file is gone when it is done.
fn known_failures(layer: &str) -> usize {
    let file = repository::file(&format!("tests/cases/{layer}/KNOWN_FAILURES"));
    fs::read_to_string(file).map_or(0, |text| text.trim().parse().unwrap())
}

/// What is missed, wrong or too much, a few lines each.
fn problems(case: &CaseLine, got: &[Got], rejected: &[Got]) -> String {
    let mut problems = String::new();
    let wanted: Vec<_> =
        case.marks.iter().copied().zip(case.readings.iter().map(|text| wanted(text))).collect();
    for (span, want) in &wanted {
        let pool = if want.kind == "rejected" { rejected } else { got };
        let text = slice(&case.source, *span);
        match hit(pool, *span, want.kind) {
            None => {
                let _ = writeln!(problems, "    missed  {text} {want}");
            }
            Some(hit) if !is_met(want, &hit.reading) => {
                let (reading, rule) = (&hit.reading, hit.rule);
                let _ = writeln!(
                    problems,
                    "    wrong   {text}\n      want  {want}\n      got   {reading} ({rule})"
                );
            }
            Some(_) => {}
        }
    }
    let is_wanted = |span| wanted.iter().any(|(at, want)| *at == span && want.kind != "rejected");
    for Got { span, reading, rule } in got.iter().filter(|got| !is_wanted(got.span)) {
        if reading.kind != "formulation" {
            let text = slice(&case.source, *span);
            let _ = writeln!(problems, "    extra   {text} {reading} ({rule})");
        }
    }
    problems
}

fn wanted(reading: &str) -> Reading<'_> {
    let mut words = reading.split_whitespace();
    let kind = words.next().unwrap_or("");
    let keys = words.filter_map(|word| word.split_once('=')).map(|(k, v)| (k, v.to_owned()));
    Reading { kind, keys: keys.collect() }
}

/// What was found at `span`; of several (a change and a number may share it) the one of the kind.
fn hit<'g>(pool: &'g [Got], span: (usize, usize), kind: &str) -> Option<&'g Got> {
    let here = || pool.iter().filter(|got| got.span == span);
    here()
        .find(|got| got.reading.kind == kind)
        .or_else(|| here().next().filter(|_| here().count() == 1))
}

/// Keys that are not wanted are not compared.
fn is_met(want: &Reading<'_>, got: &Reading<'_>) -> bool {
    let has =
        |(key, value): (&&str, &String)| got.keys.get(key).map_or("null", String::as_str) == value;
    want.kind == got.kind && want.keys.iter().all(has)
}

impl std::fmt::Display for Reading<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.kind)?;
        self.keys.iter().try_for_each(|(key, value)| write!(f, " {key}={value}"))
    }
}

fn slice(source: &str, span: (usize, usize)) -> String {
    format!("[{}]", on_one_line(&source[span.0..span.1]))
}

fn on_one_line(text: &str) -> String {
    text.replace('\n', "⏎")
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
        Got { span: ends(n.span), reading: Reading { kind: n.kind.name(), keys }, rule: n.rule }
    });
    let changes = analysis.changes.iter().map(|c| {
        let mut keys = BTreeMap::from([("from", c.from.to_string()), ("to", c.to.to_string())]);
        keys.extend(c.unit.as_deref().map(|unit| ("unit", unit.to_owned())));
        keys.extend(c.of.map(|of| ("of", source[of.range()].to_owned())));
        Got { span: ends(c.span), reading: Reading { kind: "change", keys }, rule: c.rule }
    });
    numbers.chain(changes).collect()
}

fn value(value: &Value) -> Option<String> {
    (*value != Value::None).then(|| value.to_string())
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
            Got { span: ends(s.span), reading: Reading { kind: s.kind.name(), keys }, rule: s.rule }
        })
        .collect()
}

fn rejected(analysis: &Analysis, layer: &str) -> Vec<Got> {
    let of_layer = analysis.rejected.iter().filter(|rejection| rejection.layer.name() == layer);
    of_layer
        .map(|rejection| {
            let keys = BTreeMap::from([("reason", rejection.reason.name().to_owned())]);
            let reading = Reading { kind: "rejected", keys };
            Got { span: ends(rejection.span), reading, rule: rejection.rule }
        })
        .collect()
}
