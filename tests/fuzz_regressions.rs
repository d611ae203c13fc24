//! What fuzzing found once, and what was thought of beforehand, is replayed: `fuzz/regressions/<target>/*`.
//! Files may hold any bytes; where text is meant, what is no UTF-8 is replaced.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]

mod repository;

use quandian::lexicon::{Idf, Jieba, Lexicon};
use quandian::numeral::{Decimal, read};
use quandian::{Analyzer, Options};
use std::fs;

fn replay(target: &str, check: impl Fn(&str, &[u8])) {
    let folder = repository::file("fuzz/regressions").join(target);
    let mut files: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "nothing in {}", folder.display());
    for file in files {
        check(&file.display().to_string(), &fs::read(&file).unwrap());
    }
}

#[test]
fn texts() {
    let mut analyzer = Analyzer::new();
    analyzer.load_lexicon(repository::lexicon()).unwrap();
    replay("analyze", |file, bytes| {
        let source = String::from_utf8_lossy(bytes);
        // Long: what is quadratic shows.
        for source in [source.clone().into_owned(), source.repeat(40_000 / source.len().max(1))] {
            let analysis = analyzer.analyze(&source, &Options::default()).unwrap();
            let tokens: String =
                analysis.tokens.iter().map(|token| &source[token.span.range()]).collect();
            assert!(tokens == source, "{file}");
            for span in analysis
                .numbers
                .iter()
                .map(|n| n.span)
                .chain(analysis.slogans.iter().map(|s| s.span))
            {
                assert!(
                    source.get(span.range()).is_some_and(|surface| !surface.is_empty()),
                    "{file}: {span:?}"
                );
            }
        }
    });
}

#[test]
fn numerals() {
    replay("numeral", |file, bytes| {
        let units: Vec<u16> = String::from_utf8_lossy(bytes).trim_end().encode_utf16().collect();
        for start in 0..units.len() {
            let Some(numeral) = read(&units[start..]) else { continue };
            assert!(
                numeral.length > 0 && start + numeral.length <= units.len(),
                "{file} from {start}"
            );
            assert!(numeral.core_length <= numeral.length, "{file} from {start}");
            assert!(
                numeral.high.is_none_or(|high| high > numeral.low),
                "{file} from {start}: {numeral:?}"
            );
            let shown = numeral.low.to_string();
            assert!(
                Decimal::parse(&shown).is_none_or(|parsed| parsed == numeral.low),
                "{file}: {shown}"
            );
        }
    });
}

#[test]
fn lexicons() {
    replay("lexicon_from_bytes", |file, bytes| {
        assert!(Lexicon::from_bytes(bytes).is_err(), "{file}");
        assert!(Jieba::from_bytes(bytes).is_err() && Idf::from_bytes(bytes).is_err(), "{file}");
    });
}
