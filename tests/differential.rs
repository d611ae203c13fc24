//! jieba-rs, live, beside jieba's lexicon here: the same tokens and parts of speech, on any text.
//!
//! New random texts on every run. A difference prints the seed; `QUANDIAN_SEED=… cargo test --test differential` makes the
//! same texts again.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a test may stop where it stands, and say what it compared"
)]

mod case_lines;
mod repository;

use case_lines::cases;
use jieba_rs::{Jieba, KeywordExtract, KeywordExtractConfig, TextRank, TfIdf, Token};
use quandian::segment::{KeywordOptions, Method, Mode};
use quandian::{Analyzer, Options};
use std::sync::LazyLock;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs, process};

static ORACLE: LazyLock<Jieba> = LazyLock::new(Jieba::new);

static OURS: LazyLock<Analyzer> = LazyLock::new(|| {
    let mut analyzer = Analyzer::new();
    analyzer.load_lexicon(read("build/jieba.lexicon")).unwrap();
    analyzer.load_tag_model(&read("build/jieba.tags")).unwrap();
    analyzer.load_idf(&read("build/jieba.idf")).unwrap();
    analyzer
});

fn read(path: &str) -> Vec<u8> {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    fs::read(&path).unwrap_or_else(|_| panic!("{path} is not there: npm run build writes it"))
}

/// The words of jieba's dictionary, as its package has them.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let output = process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--offline", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|package| package["name"] == "jieba-rs").unwrap();
    let manifest = package["manifest_path"].as_str().unwrap();
    let dictionary = manifest.replace("Cargo.toml", "src/data/dict.txt");
    let dictionary = fs::read_to_string(dictionary).unwrap();
    dictionary.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
});

/// Random numbers: SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    fn char(&mut self, ranges: &[(u32, u32)]) -> char {
        let (first, last) = *self.of(ranges);
        let code = first + self.below((last - first + 1) as usize) as u32;
        char::from_u32(code).unwrap_or('\u{FFFD}')
    }
}

const HAN: &[(u32, u32)] = &[(0x4E00, 0x9FFF)];
const RARE: &[(u32, u32)] = &[
    (0x3400, 0x4DBF),
    (0x9FA0, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2EBEF),
    (0x2F800, 0x2FA1F),
    (0x2EBF0, 0x2EE5F),
    (0x30000, 0x3134F),
];
const ANY: &[(u32, u32)] = &[
    (0, 0x7F),
    (0x80, 0x24F),
    (0x2000, 0x33FF),
    (0xFF00, 0xFFEF),
    (0x1F300, 0x1FAFF),
    (0, 0x10_FFFF),
];
const PIECES: &[&str] = &[
    "\r\n",
    "\r",
    "\n",
    " ",
    "　",
    "，",
    "。",
    "、",
    "“",
    "”",
    "《",
    "》",
    "—",
    "…",
    "·",
    ".",
    "_",
    "-",
    "%",
    "+",
    "#",
    "&",
    "@",
    "/",
    "👨‍👩‍👧",
    "😀",
    "𠮷",
    "e\u{301}",
    "3.14",
    "50%",
    "v1.2.3-rc_4",
    "C++",
    "C#",
    "AT&T",
    "T恤",
    "B超",
    "-x-",
    "a..b",
    "_init_",
    "007",
    "IPv6",
    "www.a.cn",
    "5G",
    "12月",
];
const COMMON: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里";

/// A text of one of many kinds.
fn text(random: &mut Random) -> String {
    let mut text = String::new();
    let kind = random.below(8);
    let common: Vec<char> = COMMON.chars().collect();
    for _ in 0..1 + random.below(120) {
        match (kind, random.below(10)) {
            (0 | 1, _) | (2 | 3, 0..=5) => text.push_str(random.of::<String>(&WORDS)),
            (2, _) | (4, 0..=6) => text.push(*random.of(&common)),
            (5, 0..=7) => text.push(random.char(HAN)),
            (6, 0..=4) => text.push(random.char(RARE)),
            (7, 0..=4) => text.push(random.char(ANY)),
            (7, 5 | 6) => text.push(random.char(&[(0x20, 0x7E)])),
            _ => text.push_str(random.of::<&str>(PIECES)),
        }
    }
    text
}

/// Where a token stands, and its part of speech, where that is compared.
type Spans<'t> = Vec<(usize, usize, &'t str)>;

fn theirs(tokens: &[Token<'_>]) -> Spans<'static> {
    tokens.iter().map(|token| (token.byte_start, token.byte_end, "")).collect()
}

fn ours(source: &str, mode: Mode, hmm: bool, tags: bool) -> Spans<'static> {
    let options = Options { mode, hmm, tags, ..Options::default() };
    let names = OURS.tag_names().unwrap();
    let mut spans = Vec::new();
    OURS.segment(source, &options, |token| {
        let tag = if tags { names.name(token.tag) } else { "" };
        spans.push((token.span.start as usize, token.span.end as usize, tag));
    })
    .unwrap();
    spans
}

/// How many tokens were compared.
fn compare(source: &str, told: &str) -> usize {
    let mut compared = 0;
    let mut same = |ours: Spans<'_>, theirs: Spans<'_>, what: &str| {
        compared += theirs.len();
        if ours != theirs {
            let words = |spans: &Spans<'_>| {
                let words =
                    spans.iter().map(|&(from, to, tag)| format!("{}/{tag}", &source[from..to]));
                words.collect::<Vec<_>>().join(" ")
            };
            panic!(
                "{told}: {what}\nours   {}\ntheirs {}\n{source:?}",
                words(&ours),
                words(&theirs)
            );
        }
    };
    for hmm in [true, false] {
        let tagged = ORACLE.tag(source, hmm);
        let tagged = tagged.iter().map(|tag| (tag.byte_start, tag.byte_end, tag.tag)).collect();
        let searched = ORACLE.cut_for_search(source, hmm);
        same(ours(source, Mode::Accurate, hmm, true), tagged, &format!("tags, hmm {hmm}"));
        same(
            ours(source, Mode::Search, hmm, false),
            theirs(&searched),
            &format!("search, hmm {hmm}"),
        );
    }
    same(ours(source, Mode::Full, true, false), theirs(&ORACLE.cut_all(source)), "full");
    compared
}

#[test]
fn written_sentences_are_cut_as_jieba_cuts_them() {
    let sentences: Vec<String> = ["number", "slogan"]
        .iter()
        .flat_map(|layer| cases(layer))
        .map(|case| case.source)
        .collect();
    let mut compared = compare(&sentences.concat(), "all in one line");
    for sentence in &sentences {
        compared += compare(sentence, "a case");
    }
    println!("{compared} tokens of {} sentences", sentences.len());
}

#[test]
fn every_word_of_the_dictionary_is_cut_as_jieba_cuts_it() {
    let mut compared = 0;
    for words in WORDS.chunks(500) {
        compared += compare(&words.join("，"), "words");
    }
    println!("{compared} tokens of {} words", WORDS.len());
}

#[test]
fn random_texts_are_cut_as_jieba_cuts_them() {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let seed =
        env::var("QUANDIAN_SEED").map_or(now.as_nanos() as u64, |seed| seed.parse().unwrap());
    println!("QUANDIAN_SEED={seed}");
    let mut random = Random(seed);
    let mut compared = 0;
    while compared < 2_000_000 {
        let text = text(&mut random);
        compared += compare(&text, &format!("QUANDIAN_SEED={seed}"));
    }
    let long: String = (0..3000).map(|_| text(&mut random).replace(['，', '\n'], "")).collect();
    compared += compare(&long, &format!("QUANDIAN_SEED={seed}, a long text"));
    println!("{compared} tokens");
}

/// As jieba-rs is set up here: for it a line break of two characters is a word like others, and the weightiest.
fn config(hmm: bool) -> KeywordExtractConfig {
    KeywordExtractConfig::builder().use_hmm(hmm).add_stop_word("\r\n").build()
}

/// Twelve keywords of `source` by both ways: the same words, tags and order. Weights of TextRank are sums, which jieba-rs adds up in
/// the order of a hash table, and multiplies by 10¹⁰: words that differ in the last digits only may change places.
fn compare_keywords(source: &str, hmm: bool, allow: &[&str], told: &str) {
    static BY_RARITY: LazyLock<[TfIdf; 2]> = LazyLock::new(|| {
        [false, true].map(|hmm| {
            let mut made = TfIdf::default();
            *made.config_mut() = config(hmm);
            made
        })
    });
    let allowed: Vec<String> = allow.iter().map(|tag| (*tag).to_owned()).collect();
    let by_rank = TextRank::new(5, config(hmm));
    let oracles: [(Method, &dyn KeywordExtract, f64); 2] =
        [(Method::TfIdf, &BY_RARITY[usize::from(hmm)], 1.0), (Method::TextRank, &by_rank, 1e10)];
    for (method, oracle, scale) in oracles {
        let wanted = KeywordOptions { method, count: 12, allow: allowed.clone() };
        let options = Options { hmm, ..Options::default() };
        let ours = OURS.keywords(source, &options, &wanted).unwrap();
        // One more, for the place behind the last.
        let theirs = oracle.extract_keywords(&ORACLE, source, 13, allowed.clone());
        assert_eq!(ours.len(), theirs.len().min(12), "{told}: {method:?}");
        let names = OURS.tag_names().unwrap();
        for (at, word) in ours.iter().enumerate() {
            let surface = &source[word.span.range()];
            let near = |weight: f64| {
                method == Method::TextRank
                    && (weight / scale - word.weight).abs() <= word.weight * 1e-9
            };
            let Some(same) = theirs.iter().find(|other| other.keyword == surface) else {
                let last = theirs.last().map_or(0.0, |last| last.weight);
                assert!(near(last), "{told}: {method:?} {surface} in {source:?}");
                continue;
            };
            let exact = method == Method::TfIdf && same.weight == word.weight;
            assert!(
                exact || near(same.weight),
                "{told}: {surface} {} {}",
                same.weight,
                word.weight
            );
            assert_eq!(same.tag, names.name(word.tag), "{told}: {method:?} {surface}");
            assert!(
                *same == theirs[at] || near(theirs[at].weight),
                "{told}: {method:?} {at} {surface}"
            );
        }
    }
}

#[test]
fn keywords_are_those_of_jieba() {
    let sentences: Vec<String> = ["number", "slogan"]
        .iter()
        .flat_map(|layer| cases(layer))
        .map(|case| case.source)
        .collect();
    for (at, text) in sentences.chunks(40).map(<[String]>::concat).enumerate() {
        compare_keywords(&text, at % 2 == 0, &[], "cases");
        compare_keywords(&text, at % 2 == 1, &["ns", "n", "vn", "v"], "cases");
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let seed =
        env::var("QUANDIAN_SEED").map_or(now.as_nanos() as u64, |seed| seed.parse().unwrap());
    println!("QUANDIAN_SEED={seed}");
    let mut random = Random(seed);
    for round in 0..2000 {
        let text = text(&mut random);
        compare_keywords(&text, round % 2 == 0, &[], &format!("QUANDIAN_SEED={seed}"));
    }
    for words in WORDS.chunks(5000) {
        compare_keywords(&words.join("，"), false, &[], "words");
    }
    for stop in ["The ZHOU of zhou", "", "的", "字字字字"] {
        compare_keywords(stop, true, &[], "few words");
    }
}

#[test]
fn runs_of_any_length() {
    for piece in ["一", "龘", "中国", "a", "1.", "%", "研究生命", "\r", "𠮷", "A中"] {
        compare(&piece.repeat(3000), "a long run");
    }
}
