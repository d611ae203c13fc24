//! Any bytes are a lexicon, a tag model, an idf table, or an error; what was read can be asked for words and can cut a text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quandian::lexicon::compile_jieba::{Entry, Model, compile};
use quandian::lexicon::{Idf, Jieba, Lexicon, compile::seal};
use quandian::segment::{KeywordOptions, Method};
use quandian::{Analyzer, Options};
use std::sync::LazyLock;

const TEXT: &str = "人民南京市长圈点法新万名人，36所夜校A股\r\n𠮷野家";

/// A lexicon of jieba's kind that is as it should be, for what belongs to one.
static JIEBA: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let entry = |word: &str| Entry { word: word.into(), frequency: 3, tag: "n".into() };
    compile(&["人民", "南京", "市长"].map(entry), &Model::default()).unwrap_or_default()
});

fuzz_target!(|bytes: &[u8]| {
    let _ = (Lexicon::from_bytes(bytes), Jieba::from_bytes(bytes), Idf::from_bytes(bytes));
    // With a right checksum the reader goes on to the counts and tables.
    let mut sealed = bytes.to_vec();
    seal(&mut sealed);
    let mut analyzer = Analyzer::new();
    if analyzer.load_lexicon(&sealed).is_ok() {
        use_words(&mut analyzer);
    }
    if analyzer.load_lexicon(JIEBA.as_slice()).is_ok() {
        let model = analyzer.load_tag_model(&sealed).is_ok();
        let idf = analyzer.load_idf(&sealed).is_ok();
        if model || idf {
            use_words(&mut analyzer);
        }
    }
});

fn use_words(analyzer: &mut Analyzer) {
    let _ = analyzer.segment(TEXT, &Options::default(), |_| {});
    let _ = analyzer.analyze(TEXT, &Options::default());
    for method in [Method::TextRank, Method::TfIdf] {
        let wanted = KeywordOptions { method, ..KeywordOptions::default() };
        let _ = analyzer.keywords(TEXT, &Options::default(), &wanted);
    }
    let _ = analyzer.add_word("圈点法新", None, Some("nz"));
    let _ = analyzer.remove_word("人民");
    let _ = analyzer.segment(TEXT, &Options::default(), |_| {});
}
