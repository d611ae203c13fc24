//! jieba's lexicon, its tag model and the idf table as files: what is damaged is an error and never a panic.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    reason = "a test may stop where it stands"
)]

use proptest::prelude::*;
use quandian::lexicon::compile::{Unwritable, seal};
use quandian::lexicon::compile_jieba::{Entry, Model, compile};
use quandian::lexicon::compile_tags::TagTables;
use quandian::lexicon::{Idf, Jieba, compile_idf, compile_tags};
use quandian::segment::{KeywordOptions, Method, Mode};
use quandian::{Analyzer, Error, Options};
use std::collections::BTreeMap;

const TEXT: &str = "夜校办在榨油坊，庞淑芬教夜校学员记账。A-1和3.5%不算，榨油坊办夜校。";

fn entries() -> Vec<Entry> {
    let words =
        ["夜", "校", "夜校", "办", "在", "榨油", "榨油坊", "学员", "记", "账", "记账", "教"];
    let entry = |(word, frequency): (&&str, u32)| Entry {
        word: (*word).to_owned(),
        frequency: frequency * frequency,
        tag: if frequency % 2 == 0 { "n" } else { "v" }.to_owned(),
    };
    words.iter().zip(3..).map(entry).collect()
}

fn model() -> Model {
    let mut model = Model { start: [-0.3, -9.0, -9.0, -1.4], ..Model::default() };
    model.transitions = [
        [-9.0, -0.5, -0.9, -9.0],
        [-0.6, -9.0, -9.0, -0.8],
        [-9.0, -0.4, -1.1, -9.0],
        [-0.7, -9.0, -9.0, -0.7],
    ];
    for (emissions, value) in model.emissions.iter_mut().zip([-3.25, -4.5, -5.125, -6.0]) {
        emissions.extend("庞淑芬坊员".chars().map(|character| (character, value)));
    }
    model
}

fn tables() -> TagTables {
    let share = |count: f64| (count / 40.0).ln();
    let mut tables =
        TagTables { tags: vec!["n".to_owned(), "nr".to_owned()], ..TagTables::default() };
    for state in [0, 1, 64, 65, 128, 129, 192, 193] {
        tables.start.insert(state, share(5.0));
        for to in [0, 1, 64, 65, 128, 129, 192, 193] {
            tables.transitions.insert((state, to), share(5.0));
        }
        tables
            .emissions
            .insert(state, "庞淑芬坊".chars().map(|character| (character, share(10.0))).collect());
    }
    tables
}

fn frequencies() -> BTreeMap<String, f64> {
    // ln (40 / n) in twelve digits, as such tables are printed.
    let printed = |n: f64| format!("{:.11}", (40.0 / n).ln()).parse().unwrap();
    let rows = [
        ("夜校", 2.0),
        ("榨油", 1.0),
        ("榨油坊", 3.0),
        ("记账", 9.0),
        ("学员", 1.0),
        ("庞淑芬", 4.0),
    ];
    rows.into_iter().map(|(word, n)| (word.to_owned(), printed(n))).collect()
}

/// The three files.
fn files() -> [Vec<u8>; 3] {
    let frequencies = frequencies();
    let idf = compile_idf::compile(&frequencies, frequencies["庞淑芬"]).unwrap();
    [compile(&entries(), &model()).unwrap(), compile_tags::compile(&tables()).unwrap(), idf]
}

/// Loads the three and does all that can be done with them.
fn use_files([lexicon, tags, idf]: &[Vec<u8>; 3]) -> Result<usize, Error> {
    let mut analyzer = Analyzer::new();
    analyzer.load_lexicon(lexicon)?;
    analyzer.load_tag_model(tags)?;
    analyzer.load_idf(idf)?;
    let mut seen = 0;
    for mode in [Mode::Accurate, Mode::Search, Mode::Full] {
        for hmm in [true, false] {
            let options = Options { mode, hmm, ..Options::default() };
            analyzer.segment(TEXT, &options, |token| seen += token.span.len() as usize)?;
        }
    }
    for method in [Method::TfIdf, Method::TextRank] {
        let wanted = KeywordOptions { method, ..KeywordOptions::default() };
        seen += analyzer.keywords(TEXT, &Options::default(), &wanted)?.len();
    }
    analyzer.add_word("教夜校", None, Some("nz"))?;
    analyzer.remove_word("夜校")?;
    analyzer.analyze(TEXT, &Options::default())?;
    Ok(seen)
}

#[test]
fn what_is_written_comes_back() {
    let files = files();
    assert!(use_files(&files).unwrap() > 6 * TEXT.len() / 2);
    let jieba = Jieba::from_bytes(&files[0]).unwrap();
    assert_eq!(jieba.len(), entries().len());
    for Entry { word, tag, .. } in entries() {
        assert_eq!(jieba.find(&word).map(|tag| jieba.tag_names().name(tag)), Some(tag.as_str()));
    }
    let idf = Idf::from_bytes(&files[2]).unwrap();
    let value = |word: &str| idf.get(&word.encode_utf16().collect::<Vec<u16>>());
    for (word, wanted) in frequencies() {
        assert_eq!(value(&word), wanted, "{word}");
    }
    // The median value: of words not listed, beginnings of words and nothing.
    for word in ["榨", "油坊", "A", ""] {
        assert_eq!(value(word), frequencies()["庞淑芬"], "{word}");
    }
}

#[test]
fn every_cut_and_every_flipped_bit_is_an_error() {
    for (which, bytes) in files().into_iter().enumerate() {
        let refused = |bytes: &[u8]| match which {
            0 => Jieba::from_bytes(bytes).is_err(),
            1 => Jieba::from_bytes(&files()[0]).unwrap().load_tag_model(bytes).is_err(),
            _ => Idf::from_bytes(bytes).is_err(),
        };
        for length in (0..bytes.len()).step_by(7) {
            assert!(refused(&bytes[..length]), "file {which} cut at {length}");
        }
        for bit in (0..bytes.len() * 8).step_by(13) {
            let mut damaged = bytes.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            assert!(refused(&damaged), "file {which}, bit {bit}");
        }
        assert!(refused(&[bytes.as_slice(), &[0]].concat()), "file {which}, longer");
    }
}

#[test]
fn a_file_in_the_place_of_another_is_an_error() {
    let [lexicon, tags, idf] = files();
    for wrong in [&lexicon, &idf] {
        assert!(Jieba::from_bytes(&lexicon).unwrap().load_tag_model(wrong).is_err());
    }
    for wrong in [&lexicon, &tags] {
        assert_eq!(Idf::from_bytes(wrong).err().map(|error| error.code()), Some("lexicon-damaged"));
    }
    for wrong in [tags, idf] {
        assert!(Analyzer::new().load_lexicon(&wrong).is_err());
    }
    let mut compact = Analyzer::new();
    assert_eq!(compact.load_tag_model(&files()[1]), Err(Error::LexiconMissing));
    let wanted = KeywordOptions { method: Method::TfIdf, ..KeywordOptions::default() };
    compact.load_lexicon(&lexicon).unwrap();
    assert_eq!(compact.keywords(TEXT, &Options::default(), &wanted), Err(Error::IdfMissing));
}

#[test]
fn values_that_are_no_logarithms_of_shares_are_not_written() {
    let values = BTreeMap::from([("夜校".to_owned(), 3.5), ("记账".to_owned(), 1.234_567)]);
    assert_eq!(compile_idf::compile(&values, 3.5), Err(Unwritable::Weights));
}

proptest! {
    /// Behind a right checksum counts and sums are checked too.
    #[test]
    fn damage_behind_a_right_checksum_never_panics(
        which in 0..3_usize, place: prop::sample::Index, byte: u8, cut: Option<prop::sample::Index>,
    ) {
        let mut files = files();
        let file = &mut files[which];
        let at = 12 + place.index(file.len() - 12);
        file[at] = byte;
        if let Some(cut) = cut {
            let length = 12 + cut.index(file.len() - 12);
            file.truncate(length);
        }
        seal(file);
        let _ = use_files(&files);
    }
}
