//! What a numeral is, stated a second time: as a regular expression over the source, slow and independent of the scanner.
//! Every run of it must be read or rejected, no more and no less; and every surface of one value must give that value.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test may stop where it stands, and say what it counted"
)]

mod case_lines;
mod random_text;
mod repository;

use case_lines::cases;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use quandian::numeral::{Decimal, read};
use quandian::text::Normalizer;
use quandian::{Analyzer, Layer, Options};
use random_text::text;
use regex::Regex;
use std::fmt::Write as _;
use std::fs;
use std::sync::LazyLock;

/// The characters of the guideline: digits of both widths, Han numerals, their Traditional and financial forms; 韆
/// is one because the view writes 秋千 for 鞦韆.
const NUMERAL: &str =
    "0-9０-９零〇一二三四五六七八九十百千韆万亿兆两萬億兩壹贰貳叁叄肆伍陆陸柒捌玖拾佰仟";

/// Behind these a circle is written for 〇.
const HAN_DIGIT: &str = "〇零一二三四五六七八九";

/// A run of them; what takes no place, and Markdown's `**`, does not end it.
static RUN: LazyLock<Regex> = LazyLock::new(|| {
    let left_out = r"(?:\*\*+|[\u{AD}\u{200B}-\u{200F}\u{2060}\u{FEFF}])*";
    let numeral = format!("(?:[{HAN_DIGIT}](?:{left_out}[○◯])+|[{NUMERAL}])");
    Regex::new(&format!("{numeral}(?:{left_out}{numeral})*")).unwrap()
});

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

/// The runs of a text.
fn stated(source: &str) -> Vec<(usize, usize)> {
    RUN.find_iter(source).map(|run| (run.start(), run.end())).collect()
}

/// The runs that analysis accounts for: those inside its numbers and its rejections, joined where one ends at the next.
fn accounted(source: &str) -> Vec<(usize, usize)> {
    let analysis = ANALYZER.analyze(source, &Options::default()).unwrap();
    let rejected = analysis.rejected.iter().filter(|r| r.layer == Layer::Number).map(|r| r.span);
    let mut spans: Vec<_> = analysis.numbers.iter().map(|n| n.span).chain(rejected).collect();
    spans.sort();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for span in spans {
        let start = span.start as usize;
        for (from, to) in stated(&source[span.range()]) {
            match runs.last_mut() {
                Some(last) if joined(source, last.1, start + from) => last.1 = start + to,
                _ => runs.push((start + from, start + to)),
            }
        }
    }
    runs
}

/// Whether one run goes on behind the other: nothing but what is left out lies between.
fn joined(source: &str, end: usize, start: usize) -> bool {
    source.get(end..start).is_some_and(|between| {
        RUN.is_match(&format!("1{between}1")) && stated(&format!("1{between}1")).len() == 1
    })
}

fn shown(source: &str, runs: &[(usize, usize)]) -> Vec<String> {
    runs.iter().map(|(start, end)| format!("{start}:{}", &source[*start..*end])).collect()
}

#[test]
fn the_statement_lists_what_folds_to_a_numeral() {
    let normalizer = Normalizer::new();
    let one = Regex::new(&format!("^[{NUMERAL}]$")).unwrap();
    let simplified =
        Regex::new("^[0-9零〇一二三四五六七八九十百千万亿兆两壹贰叁肆伍陆柒捌玖拾佰仟]$").unwrap();
    let mut differ = String::new();
    for c in ('\0'..='\u{FFFF}').filter(|c| normalizer.fold(*c) != 0) {
        let folded = char::from_u32(u32::from(normalizer.fold(c))).unwrap_or('\0');
        if one.is_match(&c.to_string()) != simplified.is_match(&folded.to_string()) {
            let _ = write!(differ, " {c} → {folded}");
        }
    }
    assert!(differ.is_empty(), "{differ}");
}

#[test]
fn every_run_of_the_cases_is_accounted_for() {
    let (mut report, mut runs) = (String::new(), 0);
    for case in ["number", "slogan"].iter().flat_map(|layer| cases(layer)) {
        let (want, got) = (stated(&case.source), accounted(&case.source));
        runs += want.len();
        if want != got {
            let (want, got) = (shown(&case.source, &want), shown(&case.source, &got));
            let _ = writeln!(
                report,
                "{} {}\n  stated    {want:?}\n  accounted {got:?}",
                case.place, case.source
            );
        }
    }
    println!("{runs} numeral runs in the cases");
    assert!(report.is_empty(), "\n{report}");
    assert!(runs > 1000, "only {runs} runs");
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_run_of_any_text_is_accounted_for(source in text()) {
        // Whether a lone * is Markdown depends on what stands beside it: not a matter for this statement.
        let source = source.replace(['*', '#'], "");
        prop_assert_eq!(shown(&source, &stated(&source)), shown(&source, &accounted(&source)));
    }

    /// A rejection is a numeral run or a part of one, nothing around it.
    #[test]
    fn a_rejection_without_a_name_around_it_is_numerals_only(source in text()) {
        let source = source.replace(['*', '#'], "");
        let analysis = ANALYZER.analyze(&source, &Options::default()).unwrap();
        for rejection in analysis.rejected.iter().filter(|r| r.layer == Layer::Number) {
            // A number that stands in a formula or brand was read before: its classifier went with it.
            let named = analysis.slogans.iter().any(|slogan| slogan.span.overlaps(rejection.span));
            let surface = &source[rejection.span.range()];
            prop_assert!(named || stated(surface) == [(0, surface.len())], "{:?} {}", rejection, surface);
        }
    }
}

/// `value=1100 ← 千一 | 1,100`: every surface alone gives the value.
#[test]
fn surfaces_of_one_value_give_that_value() {
    let name = "tests/cases/numeral/same-value.txt";
    let text = fs::read_to_string(repository::file(name)).unwrap();
    let normalizer = Normalizer::new();
    let (mut report, mut surfaces) = (String::new(), 0);
    for (number, line) in (1..).zip(text.lines()) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (value, written) =
            line.strip_prefix("value=").and_then(|line| line.split_once(" ← ")).expect(line);
        let value = Decimal::parse(value).expect(line);
        for surface in written.split(" | ") {
            surfaces += 1;
            let got = signed(&normalizer.fold_str(surface));
            if got != Some(value) {
                let got = got.map_or("nothing".to_owned(), |got| got.to_string());
                let _ = writeln!(report, "{name}:{number}: {surface} is {value}, read as {got}");
            }
        }
    }
    println!("{surfaces} surfaces");
    assert!(report.is_empty(), "\n{report}");
    assert!(surfaces > 200, "only {surfaces} surfaces");
}

/// The value of a numeral in full; the sign is read by who knows what stands around a numeral.
fn signed(units: &[u16]) -> Option<Decimal> {
    let (negative, units) = match units.split_first() {
        Some((sign, rest)) if ['负' as u16, '-' as u16].contains(sign) => (true, rest),
        _ => (false, units),
    };
    let numeral =
        read(units).filter(|numeral| numeral.length == units.len() && numeral.high.is_none())?;
    Some(if negative { numeral.low.negated() } else { numeral.low })
}
