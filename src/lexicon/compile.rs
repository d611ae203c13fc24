//! The writer of lexicon files: words in, bytes out, the same bytes for the same words in any order.

use super::Flags;
use super::bytes::checksum;
use super::format::{COST_BITS, LABEL, MAGIC, PAIRS, TABLES, VERSION};
use super::layout::{Layout, ids, order_alphabet, order_names, spelled};
use super::write::{escaped, file, head, write_names};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The highest cost of a word, in nats.
const HIGHEST_COST: u8 = (1 << COST_BITS) - 2;
/// The highest cost in a table about unknown words, of which two share a byte.
const HIGHEST_IN_TABLE: u8 = 14;

/// A word with its price and part of speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The word in the view's units.
    pub units: Vec<u16>,
    /// Its cost in nats, at most 30; see [`super::cost::of_frequency`].
    pub cost: u8,
    /// The name of its tag.
    pub tag: String,
}

/// What is said of single characters.
#[derive(Clone, Debug, Default)]
pub struct Characters {
    /// Costs in nats, at most 14, of the places in an unknown word, one map a place: first and second of two, surname, first and last
    /// of a given name, inside a transliteration.
    pub unknown: [BTreeMap<u16, u8>; TABLES],
    /// Parts in numbers.
    pub flags: BTreeMap<u16, Flags>,
}

/// Why a lexicon cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritable {
    /// More than 65,535 different characters, or a word the format has no room for.
    Alphabet,
    /// More different tags than a file has numbers for, or a name of more than 255 bytes.
    Tags,
    /// A word without characters.
    EmptyWord,
    /// A frequency or probability that the format cannot say.
    Weights,
}

/// The file for `entries`. Of entries with the same units the one that costs least counts.
pub fn compile(entries: &[Entry], characters: &Characters) -> Result<Vec<u8>, Unwritable> {
    let tags = order_names(entries.iter().map(|entry| entry.tag.as_str()))?;
    let tag_of = |entry: &Entry| tags.iter().position(|name| *name == entry.tag).unwrap_or(0) as u8;
    let single = |entry: &Entry| match entry.units.as_slice() {
        [unit] => Some((*unit, tag_of(entry))),
        _ => None,
    };
    let kinds: BTreeMap<u16, u8> = entries.iter().filter_map(single).collect();
    let others = characters.unknown.iter().flat_map(BTreeMap::keys).chain(characters.flags.keys());
    let units = entries.iter().map(|entry| entry.units.as_slice());
    // What begins with characters of one tag lies together in the planes, and is alike.
    let kind = |unit| kinds.get(&unit).copied().unwrap_or(u8::MAX);
    let place = |unit, uses: usize| (Reverse((uses + 1).ilog(3)), kind(unit));
    let alphabet = order_alphabet(units, others.copied(), place)?;
    let ids = ids(&alphabet);
    let mut words: Vec<(Vec<u16>, u8, u8)> = Vec::with_capacity(entries.len());
    for entry in entries {
        if entry.units.is_empty() {
            return Err(Unwritable::EmptyWord);
        }
        let cost = entry.cost.min(HIGHEST_COST) + 1;
        words.push((spelled(&entry.units, &ids), cost, tag_of(entry)));
    }
    words.sort();
    words.dedup_by(|(later, ..), (earlier, ..)| later == earlier);
    let mut surfaces = Vec::with_capacity(words.len());
    let mut payloads = Vec::with_capacity(words.len());
    for (ids, cost, tag) in words {
        surfaces.push(ids);
        payloads.push((cost, tag));
    }
    write(&alphabet, &tags, &Layout::new(&surfaces), &payloads, characters)
}

fn write(
    alphabet: &[u16],
    tags: &[&str],
    layout: &Layout,
    words: &[(u8, u8)],
    characters: &Characters,
) -> Result<Vec<u8>, Unwritable> {
    let cost = |at| words.get(at).map_or(0, |(cost, _)| u32::from(*cost));
    let (forms, large) =
        layout.forms(|children, word| children << COST_BITS | word.map_or(0, cost));
    let (labels, rest) = escaped(LABEL, layout.labels.iter().copied())?;
    let counts = [
        large.len(),
        alphabet.len(),
        labels.len(),
        layout.roots as usize,
        words.len(),
        rest.len(),
        tags.len(),
    ];
    let mut body = head(counts, &large, alphabet);
    body.extend(labels);
    let half = |table: usize, unit: &u16| {
        let cost = characters.unknown.get(table).and_then(|table| table.get(unit));
        cost.map_or(0, |cost| (*cost).min(HIGHEST_IN_TABLE) + 1)
    };
    for [lower, upper] in PAIRS {
        body.extend(alphabet.iter().map(|unit| half(lower, unit) | half(upper, unit) << 4));
    }
    body.extend(alphabet.iter().map(|unit| characters.flags.get(unit).map_or(0, |flags| flags.0)));
    let endings = || layout.words.iter().flatten().filter_map(|at| words.get(*at));
    body.extend(forms);
    body.extend(endings().map(|(_, tag)| *tag));
    body.extend(rest);
    write_names(&mut body, tags);
    Ok(file(MAGIC, VERSION, body))
}

/// Makes the checksum of a file that was changed right again, so that a test can damage what lies behind it.
pub fn seal(file: &mut [u8]) {
    if let Some((head, body)) = file.split_at_mut_checked(12)
        && let Some(sum) = head.last_chunk_mut::<4>()
    {
        *sum = checksum(body).to_le_bytes();
    }
}
