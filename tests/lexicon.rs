//! The lexicon file: what is written comes back; what is damaged is an error and never a panic.
#![cfg(feature = "compile")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]

use proptest::prelude::*;
use quandian::lexicon::compile::{Characters, Entry, Unwritable, compile};
use quandian::lexicon::{Flags, Lexicon};

fn units(word: &str) -> Vec<u16> {
    word.encode_utf16().collect()
}

fn entry(word: &str, cost: u8, tag: &str) -> Entry {
    Entry { units: units(word), cost, tag: tag.to_owned() }
}

fn some() -> Vec<Entry> {
    let words = [
        "圈",
        "点",
        "圈点",
        "圈点法",
        "点名",
        "名",
        "人民",
        "人",
        "人名",
        "南京",
        "南京市",
        "市长",
    ];
    words
        .iter()
        .zip(3..)
        .map(|(word, cost)| entry(word, cost, if cost % 2 == 0 { "n" } else { "v" }))
        .collect()
}

fn characters() -> Characters {
    let mut characters = Characters::default();
    characters.unknown[0].insert('新' as u16, 4);
    characters.flags.insert('万' as u16, Flags::NUMERAL.or(Flags::SCALE));
    characters
}

fn some_bytes() -> Vec<u8> {
    compile(&some(), &characters()).unwrap()
}

#[test]
fn what_is_written_comes_back() {
    let lexicon = Lexicon::from_bytes(&some_bytes()).unwrap();
    assert_eq!(lexicon.len(), some().len());
    for Entry { units, tag, .. } in some() {
        assert_eq!(lexicon.find(&units).map(|tag| lexicon.tag_name(tag)), Some(tag.as_str()));
    }
    for word in ["", "圈点法则", "南", "京市", "长", "A"] {
        assert_eq!(lexicon.find(&units(word)), None, "{word}");
    }
}

#[test]
fn the_order_of_the_words_does_not_matter() {
    let mut reversed = some();
    reversed.reverse();
    assert_eq!(compile(&reversed, &characters()).unwrap(), some_bytes());
}

#[test]
fn no_words_are_a_lexicon_too() {
    let bytes = compile(&[], &Characters::default()).unwrap();
    assert!(Lexicon::from_bytes(&bytes).unwrap().is_empty());
}

#[test]
fn hundreds_of_siblings() {
    let entries: Vec<Entry> = (0..700_u16)
        .flat_map(|k| {
            [vec![0x4E00 + k], vec![0x4E01, 0x4E00 + k], vec![0x4E01, 0x4E02, 0x4E00 + k]]
        })
        .map(|units| Entry { units, cost: 9, tag: "n".to_owned() })
        .collect();
    let lexicon = Lexicon::from_bytes(&compile(&entries, &Characters::default()).unwrap()).unwrap();
    assert!(entries.iter().all(|entry| lexicon.find(&entry.units).is_some()));
    assert_eq!(lexicon.find(&[0x4E01, 0x4E02, 0x4E00 + 700]), None);
}

#[test]
fn what_cannot_be_written() {
    assert_eq!(compile(&[entry("", 1, "n")], &Characters::default()), Err(Unwritable::EmptyWord));
    let tags: Vec<Entry> = (0..300).map(|k| entry("圈", 1, &k.to_string())).collect();
    assert_eq!(compile(&tags, &Characters::default()), Err(Unwritable::Tags));
}

#[test]
fn every_cut_and_every_flipped_bit_is_an_error() {
    let bytes = some_bytes();
    for length in 0..bytes.len() {
        assert!(Lexicon::from_bytes(&bytes[..length]).is_err(), "cut at {length}");
    }
    for bit in 0..bytes.len() * 8 {
        let mut damaged = bytes.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        assert!(Lexicon::from_bytes(&damaged).is_err(), "bit {bit}");
    }
    assert!(Lexicon::from_bytes(&[bytes.as_slice(), &[0]].concat()).is_err());
}

proptest! {
    #[test]
    fn any_words_come_back(words in prop::collection::btree_map(
        prop::collection::vec(prop_oneof![0x4E00..0x4E20_u16, any::<u16>()], 1..6), 0..250_u8, 0..60,
    )) {
        let entries: Vec<Entry> = words
            .iter()
            .map(|(units, cost)| Entry { units: units.clone(), cost: *cost, tag: format!("t{}", cost % 9) })
            .collect();
        let lexicon = Lexicon::from_bytes(&compile(&entries, &Characters::default()).unwrap()).unwrap();
        for entry in &entries {
            prop_assert_eq!(lexicon.find(&entry.units).map(|tag| lexicon.tag_name(tag)), Some(entry.tag.as_str()));
        }
    }

    /// Behind a right checksum the counts and sums are checked too.
    #[test]
    fn damage_behind_a_right_checksum_never_panics(at in 12..400_usize, byte: u8, cut in 0..400_usize) {
        let mut bytes = some_bytes();
        if let Some(damaged) = bytes.get_mut(at) {
            *damaged = byte;
        }
        bytes.truncate(bytes.len().saturating_sub(cut * usize::from(at % 3 == 0)));
        quandian::lexicon::compile::seal(&mut bytes);
        if let Ok(lexicon) = Lexicon::from_bytes(&bytes) {
            let text: Vec<u16> = units("人民南京市长圈点法新万名人");
            for start in 0..text.len() {
                for end in start..=text.len() {
                    let _ = lexicon.find(&text[start..end]);
                }
            }
        }
    }

    #[test]
    fn random_bytes_are_an_error(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(Lexicon::from_bytes(&bytes).is_err());
    }
}
