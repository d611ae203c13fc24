//! Any characters are a numeral or none: what was read has a length inside them and a value that shows and parses.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quandian::numeral::{Decimal, read};

fuzz_target!(|text: &str| {
    let units: Vec<u16> = text.encode_utf16().collect();
    if let Some(numeral) = read(&units) {
        assert!(numeral.core_length <= numeral.length && numeral.length <= units.len());
        assert!(numeral.length > 0 && numeral.high.is_none_or(|high| high > numeral.low));
        let shown = numeral.low.to_string();
        assert!(Decimal::parse(&shown).is_none_or(|parsed| parsed == numeral.low), "{shown}");
    }
});
