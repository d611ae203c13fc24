//! Reading a numeral: Arabic, Chinese, financial and mixed forms, magnitudes, and the vague ones.
//!
//! | written | read |
//! |---|---|
//! | `1,234.5`, `1 234.5元` | 1234.5 |
//! | 三千五百、壹佰贰拾叁、三万五 | 3500, 123, 35000 |
//! | 3.5万亿、1亿5000万 | 3500000000000, 150000000 |
//! | 二〇二五 | 2025 (digit by digit) |
//! | 千亿 | 100000000000 (bare magnitude) |
//! | 几十万、数百、十几 | 100000, 100, 10, about: the magnitude that the wording names |
//! | 500多亿、3000余 | 50000000000, 3000, more than |
//! | 三五、七八十 | 3..5, 70..80, about |
//!
//! It reads folded characters (Simplified, half width) and is greedy: what stands behind is the caller's business.

mod arabic;
mod han;
mod plain;
mod reader;

use super::Decimal;
use plain::plain;
use reader::{Pick, Reader};

/// A numeral as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Characters read, inner modifiers (余 多 来 几) included.
    pub length: usize,
    /// Characters read without an inner modifier at the end.
    pub core_length: usize,
    /// The value, the lower one of an approximate pair.
    pub low: Decimal,
    /// The upper value of an approximate pair (七八十: 80).
    pub high: Option<Decimal>,
    /// How exact the wording is.
    pub vagueness: Option<Vagueness>,
    /// How it is written.
    pub style: Style,
}

/// What makes a numeral inexact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vagueness {
    /// 余 多: more than the value.
    More,
    /// 几 数 来, adjacent digits: about the value.
    About,
}

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// ASCII digits, grouped or not, with or without decimals.
    Arabic,
    /// ASCII digits with Han place words: 3.5万.
    Mixed,
    /// Han with place words, or a single digit word.
    Han,
    /// Digit by digit: 二〇二五.
    Positional,
    /// Place words alone: 千亿.
    Magnitude,
}

/// Reads the longest numeral at the start of `units`.
pub fn read(units: &[u16]) -> Option<Numeral> {
    if let Some(plain) = plain(units) {
        return Some(plain);
    }
    let low = Reader::new(units, Pick::Lower).read()?;
    if !low.paired {
        return low.numeral();
    }
    let high = Reader::new(units, Pick::Upper).read()?;
    low.numeral().map(|numeral| Numeral { high: Some(high.value), ..numeral })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        let Some(numeral) = read(&units) else { return "none".into() };
        let rest = String::from_utf16_lossy(&units[numeral.length..]);
        let vague = match numeral.vagueness {
            Some(Vagueness::More) => "+",
            Some(Vagueness::About) => "~",
            None => "",
        };
        let high = numeral.high.map(|high| format!("..{high}")).unwrap_or_default();
        format!("{}{high}{vague}{}{rest}", numeral.low, if rest.is_empty() { "" } else { "|" })
    }

    #[test]
    fn reads_every_style() {
        for (text, expected) in [
            ("1,234.5", "1234.5"),
            ("12,34", "12|,34"),
            ("6.4万", "64000"),
            ("3.5万亿", "3500000000000"),
            ("1亿5000万", "150000000"),
            ("三千五百", "3500"),
            ("一百零五", "105"),
            ("三万零五", "30005"),
            ("三万五", "35000"),
            ("一亿二", "120000000"),
            ("一万点五", "10000.5"),
            ("四万万", "400000000"),
            ("三万五万", "35000|万"),
            ("一亿亿", "10000000000000000"),
            ("万万", "10000|万"),
            ("十五", "15"),
            ("二十", "20"),
            ("一万二千三百四十五", "12345"),
            ("壹佰贰拾叁万", "1230000"),
            ("廿六", "26"),
            ("十两", "10|两"),
            ("一万两千", "12000"),
            ("三千两百", "3200"),
            ("卅", "30"),
            ("二〇二五", "2025"),
            ("一九四九", "1949"),
            ("千亿", "100000000000"),
            ("百万", "1000000"),
            ("万", "10000"),
            ("两", "2"),
            ("零点零三", "0.03"),
            ("三点五", "3.5"),
            ("十二点八亿", "1280000000"),
            ("三点五十", "3|点五十"),
            ("人", "none"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn reads_vague_forms() {
        for (text, expected) in [
            ("几十万", "100000~"),
            ("数百", "100~"),
            ("十几", "10~"),
            ("二十几", "20~"),
            ("十几万", "100000~"),
            ("3000余", "3000+"),
            ("500多亿", "50000000000+"),
            ("5亿3000多万", "530000000+"),
            ("五亿三千余万", "530000000+"),
            ("五亿多万", "500000000+|万"),
            ("二十多", "20+"),
            ("10来", "10~"),
            ("三五", "3..5~"),
            ("七八十", "70..80~"),
            ("三四百", "300..400~"),
            ("一两", "1..2~"),
            ("二十五六", "25..26~"),
            ("十七八", "17..18~"),
            ("几", "none"),
            ("3多", "3|多"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }
}
