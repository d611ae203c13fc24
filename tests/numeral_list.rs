//! `tests/cases/numeral-list.tsv`: one numeral expression a sentence, half of them no number at all. Counts what is read
//! right, and holds the counts where they are.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop where it stands, and say what it counted"
)]

mod repository;

use quandian::{Analysis, Analyzer, Options, Value};
use std::fmt::Write as _;
use std::fs;

/// One line of the list.
struct Line<'t> {
    number: usize,
    source: String,
    span: (usize, usize),
    kind: &'t str,
    value: &'t str,
    unit: &'t str,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let rows =
        (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    rows.map(|(number, line)| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [marked, kind, value, unit] = fields[..] else {
            panic!("line {number}: {} columns", fields.len())
        };
        let (before, rest) = marked.split_once('[').expect(line);
        let (inside, after) = rest.split_once(']').expect(line);
        let span = (before.len(), before.len() + inside.len());
        Line { number, source: format!("{before}{inside}{after}"), span, kind, value, unit }
    })
    .collect()
}

/// How many of how many.
#[derive(Default)]
struct Count {
    right: usize,
    all: usize,
    wrong: String,
}

impl Count {
    fn add(&mut self, line: &Line<'_>, right: bool, got: &str) {
        self.all += 1;
        self.right += usize::from(right);
        if !right {
            let _ = writeln!(
                self.wrong,
                "  line {}: {} {} {}, got {got}",
                line.number, line.source, line.kind, line.value
            );
        }
    }

    fn percent(&self) -> usize {
        self.right * 100 / self.all.max(1)
    }
}

#[test]
fn the_list_is_read_as_well_as_before() {
    let text = fs::read_to_string(repository::file("tests/cases/numeral-list.tsv")).unwrap();
    let analyzer = Analyzer::new();
    let (mut spans, mut kinds, mut values, mut none) =
        (Count::default(), Count::default(), Count::default(), Count::default());
    for line in lines(&text) {
        let analysis = analyzer.analyze(&line.source, &Options::default()).unwrap();
        let got = shown(&line.source, &analysis);
        let found = analysis
            .numbers
            .iter()
            .find(|n| (n.span.start as usize, n.span.end as usize) == line.span);
        if line.kind == "none" {
            none.add(&line, analysis.numbers.is_empty(), &got);
            continue;
        }
        spans.add(&line, found.is_some() && analysis.numbers.len() == 1, &got);
        kinds.add(&line, found.is_some_and(|n| n.kind.name() == line.kind), &got);
        if line.value != "null" || line.unit != "null" {
            let right = found.is_some_and(|n| {
                value(&n.value) == line.value && unit(n.unit.as_deref()) == line.unit
            });
            values.add(&line, right, &got);
        }
    }
    let wrongly = none.all - none.right;
    println!(
        "values {} of {}, spans {} of {}, kinds {} of {}, wrongly emitted {wrongly} of {}",
        values.right, values.all, spans.right, spans.all, kinds.right, kinds.all, none.all
    );
    let wrong = format!(
        "\nvalues\n{}spans\n{}kinds\n{}emitted\n{}",
        values.wrong, spans.wrong, kinds.wrong, none.wrong
    );
    println!("{wrong}");
    assert!(
        spans.all > 100 && none.all > 100,
        "the list is half numbers, half none: {} and {}",
        spans.all,
        none.all
    );
    for count in [&values, &spans, &kinds, &none] {
        assert!(count.percent() >= FLOOR, "{} of {}{wrong}", count.right, count.all);
    }
}

/// Per cent that each count must reach.
const FLOOR: usize = 95;

fn value(value: &Value) -> String {
    let between = match value {
        Value::Range(_) => "..",
        Value::Exact(_) | Value::Fraction(_) => "/",
        _ => ":",
    };
    let figures: Vec<String> = value.figures().map(|figure| figure.to_string()).collect();
    if figures.is_empty() { "null".to_owned() } else { figures.join(between) }
}

/// Script is not compared: the list writes units in Simplified characters, annotations as the text has them.
fn unit(unit: Option<&str>) -> String {
    unit.unwrap_or("null").to_owned()
}

fn shown(source: &str, analysis: &Analysis) -> String {
    let numbers: Vec<String> = analysis
        .numbers
        .iter()
        .map(|n| {
            format!(
                "[{}] {} {} {}",
                &source[n.span.range()],
                n.kind.name(),
                value(&n.value),
                unit(n.unit.as_deref())
            )
        })
        .collect();
    numbers.join(", ")
}
