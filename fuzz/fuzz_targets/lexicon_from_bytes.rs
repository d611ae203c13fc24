//! Any bytes are a lexicon or an error; a lexicon can be asked for words and can cut a text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quandian::lexicon::{Lexicon, compile::seal};
use quandian::segment::segment;
use quandian::text::{Normalizer, Text};
use std::sync::LazyLock;

static NORMALIZER: LazyLock<Normalizer> = LazyLock::new(Normalizer::new);

fuzz_target!(|bytes: &[u8]| {
    let _ = Lexicon::from_bytes(bytes);
    // With a right checksum the reader goes on to the counts and tables.
    let mut sealed = bytes.to_vec();
    seal(&mut sealed);
    if let Ok(lexicon) = Lexicon::from_bytes(&sealed) {
        let text = Text::new("人民南京市长圈点法新万名人", &NORMALIZER);
        let _ = lexicon.find(text.view().units());
        let _ = segment(text.view(), &[], &lexicon).iter().count();
    }
});
