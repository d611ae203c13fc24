//! How far the compact lexicon's cut is jieba's. It is another on purpose: `tests/reference/jieba/agreement.txt` has the figure,
//! and what most of the differences are. `UPDATE_EXPECT=1` writes it anew; a change of more than a point wants to be looked at.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

mod case_lines;
mod repository;

use case_lines::cases;
use quandian::{Analyzer, Options};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::{env, fs};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/jieba/agreement.txt");

/// Differences that are listed.
const LISTED: usize = 60;

fn analyzer(lexicon: &str) -> Analyzer {
    let path = format!("{}/build/{lexicon}", env!("CARGO_MANIFEST_DIR"));
    let bytes =
        fs::read(&path).unwrap_or_else(|_| panic!("{path} is not there: npm run build writes it"));
    let mut analyzer = Analyzer::new();
    analyzer.load_lexicon(&bytes).unwrap();
    analyzer
}

/// The ends of the tokens, in bytes.
fn ends(analyzer: &Analyzer, source: &str) -> BTreeSet<usize> {
    let options = Options { parts: true, tags: false, ..Options::default() };
    let mut ends = BTreeSet::from([0]);
    let take = |token: quandian::segment::SourceToken| {
        ends.insert(token.span.end as usize);
    };
    analyzer.segment(source, &options, take).unwrap();
    ends
}

/// The words of `source` where it is cut at `ends`, from one place to another.
fn words(source: &str, ends: &BTreeSet<usize>, from: usize, to: usize) -> String {
    let places: Vec<usize> = ends.range(from..=to).copied().collect();
    places.windows(2).map(|pair| &source[pair[0]..pair[1]]).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_compact_cut_is_as_near_to_jieba_as_it_was() {
    let (compact, jieba) = (analyzer("compact.lexicon"), analyzer("jieba.lexicon"));
    let (mut same, mut ours, mut theirs) = (0, 0, 0);
    let mut differences: BTreeMap<String, usize> = BTreeMap::new();
    let sources =
        ["number", "slogan"].iter().flat_map(|layer| cases(layer)).map(|case| case.source);
    for source in sources {
        let (a, b) = (ends(&compact, &source), ends(&jieba, &source));
        (ours, theirs) = (ours + a.len() - 1, theirs + b.len() - 1);
        // Between two places where both cut they agree, or differ.
        let both: Vec<usize> = a.intersection(&b).copied().collect();
        for pair in both.windows(2) {
            let [a, b] = [&a, &b].map(|ends| words(&source, ends, pair[0], pair[1]));
            if a == b {
                same += 1;
            } else if !a.contains(|c: char| c.is_ascii_digit()) {
                *differences.entry(format!("{a}\t{b}")).or_default() += 1;
            }
        }
    }
    let f1 = 2000 * same / (ours + theirs);
    let text = written(f1, [same, ours, theirs], differences);
    if env::var("UPDATE_EXPECT").is_ok() {
        fs::write(FILE, &text).unwrap();
    }
    let committed = fs::read_to_string(FILE).unwrap();
    let committed: usize = committed
        .lines()
        .find_map(|line| line.strip_prefix("word F1, thousandths\t"))
        .and_then(|number| number.parse().ok())
        .unwrap();
    assert!(committed.abs_diff(f1) <= 10, "{f1} thousandths, {committed} in the file\n{text}");
}

fn written(
    f1: usize,
    [same, ours, theirs]: [usize; 3],
    differences: BTreeMap<String, usize>,
) -> String {
    let mut text = format!(
        "# The compact lexicon (`parts`) beside jieba's, over the sentences of tests/cases; UPDATE_EXPECT=1 writes this anew.\n\
         word F1, thousandths\t{f1}\nwords cut alike\t{same}\nwords, compact\t{ours}\nwords, jieba\t{theirs}\n\n\
         # The most frequent differences without figures (those are numbers, which rules read): times, compact, jieba\n"
    );
    let mut differences: Vec<(String, usize)> = differences.into_iter().collect();
    differences.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    for (words, times) in differences.iter().take(LISTED) {
        let _ = writeln!(text, "{times}\t{words}");
    }
    text
}
