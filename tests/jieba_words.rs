//! The user's words over jieba's lexicon: those of the dictionary change, others join in, and jieba-rs does the same with them.
#![cfg(feature = "compile")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it stands")]

use jieba_rs::Jieba;
use quandian::segment::Mode;
use quandian::{Analyzer, Options};
use std::fs;

const TEXTS: [&str; 4] = [
    "庞淑芬在杭研大厦教云计算，榨油机二手的也好用。",
    "如果放到旧字典中将出错，台中将建云计算中心。",
    "𠮷野家与𠮷野，A股和C++语言都不在话下，也不在字典里。",
    "夜校学员夜校学员夜校，学员夜校。",
];

/// Words with frequency, where one is given, and tag.
const WORDS: [(&str, Option<u32>, Option<&str>); 10] = [
    ("杭研大厦", Some(500), Some("n")),
    ("云计算", None, Some("nz")),
    ("台中", Some(3), None),
    ("台中", None, Some("ns")),
    ("中将", Some(0), None),
    ("校学员夜", Some(60_000), Some("x1")),
    ("𠮷野家", None, None),
    ("榨油机", Some(1), Some("vn")),
    ("A股", Some(900), None),
    ("不在话下", Some(70_000_000), None),
];

fn read(path: &str) -> Vec<u8> {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    fs::read(&path).unwrap_or_else(|_| panic!("{path} is not there: npm run build writes it"))
}

fn analyzer() -> Analyzer {
    let mut analyzer = Analyzer::new();
    analyzer.load_lexicon(read("build/jieba.lexicon")).unwrap();
    analyzer
}

fn ours(analyzer: &Analyzer, text: &str, mode: Mode, hmm: bool) -> Vec<String> {
    let mut words = Vec::new();
    let options = Options { mode, hmm, tags: false, ..Options::default() };
    analyzer
        .segment(text, &options, |token| {
            words.push(text.get(token.span.range()).unwrap().to_owned())
        })
        .unwrap();
    words
}

#[test]
fn words_of_the_user_weigh_what_they_weigh_for_jieba() {
    let (mut analyzer, mut oracle) = (analyzer(), Jieba::new());
    for (word, frequency, tag) in WORDS {
        analyzer.add_word(word, frequency, tag).unwrap();
        oracle.add_word(word, frequency.map(|frequency| frequency as usize), tag);
        for text in TEXTS {
            for hmm in [true, false] {
                let words = |tokens: Vec<jieba_rs::Token<'_>>| -> Vec<String> {
                    tokens.iter().map(|token| token.word.to_owned()).collect()
                };
                let told = format!("after {word} {frequency:?}, hmm {hmm}");
                assert_eq!(
                    ours(&analyzer, text, Mode::Accurate, hmm),
                    words(oracle.cut(text, hmm)),
                    "{told}"
                );
                assert_eq!(
                    ours(&analyzer, text, Mode::Search, hmm),
                    words(oracle.cut_for_search(text, hmm)),
                    "{told}"
                );
            }
            assert_eq!(
                ours(&analyzer, text, Mode::Full, true),
                oracle.cut_all(text).iter().map(|token| token.word.to_owned()).collect::<Vec<_>>(),
                "after {word}"
            );
        }
    }
}

#[test]
fn what_is_taken_out_is_cut_as_if_it_had_never_been_there() {
    let mut analyzer = analyzer();
    let all = |analyzer: &Analyzer| TEXTS.map(|text| ours(analyzer, text, Mode::Accurate, false));
    let before = all(&analyzer);
    // One of each text, in no dictionary.
    let words = ["杭研大厦", "中将建", "𠮷野家", "校学员夜"];
    for word in words {
        analyzer.add_word(word, Some(99_999), None).unwrap();
    }
    for (with, (without, word)) in all(&analyzer).iter().zip(before.iter().zip(words)) {
        assert!(with != without && with.iter().any(|token| token == word), "{with:?}");
    }
    for word in words.into_iter().chain(["nowhere"]) {
        analyzer.remove_word(word).unwrap();
    }
    assert_eq!(all(&analyzer), before);
    analyzer.remove_word("夜校").unwrap();
    let words = ours(&analyzer, TEXTS[3], Mode::Accurate, false);
    assert!(!words.contains(&"夜校".to_owned()), "{words:?}");
}

#[test]
fn words_that_cannot_be_are_errors() {
    let mut analyzer = analyzer();
    for word in [String::new(), "字".repeat(251)] {
        assert_eq!(analyzer.add_word(&word, Some(3), None).unwrap_err().code(), "user-word");
    }
    analyzer.add_word(&"字".repeat(250), Some(3), None).unwrap();
    let told = |k| analyzer.add_word("夜校", Some(3), Some(&format!("t{k}")));
    let refused: Vec<_> = (0..300).map(told).filter_map(Result::err).collect();
    assert!(!refused.is_empty() && refused.len() < 300, "{} refused", refused.len());
    assert!(refused.iter().all(|error| error.code() == "user-word"));
    // A tag that is known is taken still, and the model that brings names of its own finds room.
    analyzer.add_word("夜校", Some(3), Some("t0")).unwrap();
    analyzer.load_tag_model(&read("build/jieba.tags")).unwrap();
}

#[test]
fn frequencies_in_any_order_are_each_one_number() {
    let mut analyzer = analyzer();
    let mut oracle = Jieba::new();
    // The lexicon's own, new ones falling and rising, and each of them again.
    for round in 0..2 {
        for frequency in [3, 77_777, 66_666, 88_888, 0, 4_000_000_000, 66_667] {
            let word = format!("学员夜{}", ["甲", "乙"][round]);
            analyzer.add_word(&word, Some(frequency), None).unwrap();
            oracle.add_word(&word, Some(frequency as usize), None);
            for text in [format!("夜校{word}在台中"), TEXTS[1].to_owned()] {
                let words: Vec<String> =
                    oracle.cut(&text, false).iter().map(|token| token.word.to_owned()).collect();
                assert_eq!(
                    ours(&analyzer, &text, Mode::Accurate, false),
                    words,
                    "{word} {frequency}"
                );
            }
        }
    }
}
