//! Any text is analysed: no panic, no hang, spans between characters, tokens that join to the source.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quandian::lexicon::Lexicon;
use quandian::{Analyzer, Options};
use std::sync::LazyLock;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| {
    let mut analyzer = Analyzer::new();
    // The words matter little here; where the real lexicon was built, they are there.
    match std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../build/compact.lexicon")) {
        Ok(bytes) => analyzer.load_lexicon(&bytes).expect("the lexicon is damaged"),
        Err(_) => assert!(Lexicon::default().is_empty()),
    }
    analyzer
});

fuzz_target!(|source: &str| {
    let analysis = ANALYZER.analyze(source, &Options::default()).expect("the text is short");
    for number in &analysis.numbers {
        assert!(source.get(number.span.range()).is_some(), "{:?}", number.span);
    }
    for slogan in &analysis.slogans {
        assert!(source.get(slogan.span.range()).is_some(), "{:?}", slogan.span);
    }
    if ANALYZER.lexicon().is_some() {
        let tokens = analysis.tokens.iter().map(|token| &source[token.span.range()]);
        assert_eq!(tokens.collect::<String>(), source);
    }
});
