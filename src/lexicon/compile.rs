//! The writer of lexicon files: words in, bytes out, the same bytes for the same words in any order.
//!
//! Characters are numbered by falling use inside words and siblings written as distances, so that most labels are small
//! numbers: a third less after compression than code points.

use super::format::{LARGE_DEGREE, MAGIC, UNKNOWN_PLANES, VERSION, checksum};
use super::{Flags, HIGHEST_COST};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A word with its price and part of speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The word in the view's units.
    pub units: Vec<u16>,
    /// Its cost in nats; see [`super::cost::of_frequency`].
    pub cost: u8,
    /// The name of its tag.
    pub tag: String,
}

/// What is said of single characters.
#[derive(Clone, Debug, Default)]
pub struct Characters {
    /// Costs in nats of the places in an unknown word, one map a place: first and second of two, surname, first and last
    /// of a given name, inside a transliteration.
    pub unknown: [BTreeMap<u16, u8>; UNKNOWN_PLANES],
    /// Parts in numbers.
    pub flags: BTreeMap<u16, Flags>,
}

/// Why a lexicon cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritable {
    /// More than 65,535 different characters.
    Alphabet,
    /// More than 256 different tags, or a name of more than 255 bytes.
    Tags,
    /// A word without characters.
    EmptyWord,
}

/// The file for `entries`. Of entries with the same units the one that costs least counts.
pub fn compile(entries: &[Entry], characters: &Characters) -> Result<Vec<u8>, Unwritable> {
    let alphabet = order_alphabet(entries, characters);
    let tags = order_tags(entries);
    if alphabet.len() >= usize::from(u16::MAX) {
        return Err(Unwritable::Alphabet);
    }
    if tags.len() > 249 || tags.iter().any(|name| name.len() > 255) {
        return Err(Unwritable::Tags);
    }
    let ids: BTreeMap<u16, u16> = (0..).zip(&alphabet).map(|(id, unit)| (*unit, id)).collect();
    let mut words: Vec<Word> = Vec::with_capacity(entries.len());
    for entry in entries {
        if entry.units.is_empty() {
            return Err(Unwritable::EmptyWord);
        }
        let tag = tags.iter().position(|name| *name == entry.tag).unwrap_or(0) as u8;
        let ids = entry.units.iter().filter_map(|unit| ids.get(unit)).copied().collect();
        words.push(Word { ids, cost: entry.cost.min(HIGHEST_COST) + 1, tag });
    }
    words.sort();
    words.dedup_by(|later, earlier| later.ids == earlier.ids);
    let mut planes = Planes::default();
    planes.fill(&words);
    Ok(write(&alphabet, &tags, &planes, characters))
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    ids: Vec<u16>,
    cost: u8,
    tag: u8,
}

/// Characters by falling use as anything but the first of a word, then by code point.
fn order_alphabet(entries: &[Entry], characters: &Characters) -> Vec<u16> {
    let mut uses: BTreeMap<u16, usize> = BTreeMap::new();
    for unit in characters.unknown.iter().flat_map(BTreeMap::keys).chain(characters.flags.keys()) {
        uses.entry(*unit).or_default();
    }
    for entry in entries {
        for (at, unit) in entry.units.iter().enumerate() {
            *uses.entry(*unit).or_default() += usize::from(at > 0);
        }
    }
    let mut alphabet: Vec<u16> = uses.keys().copied().collect();
    alphabet.sort_by_key(|unit| (Reverse(uses.get(unit).copied()), *unit));
    alphabet
}

/// Tags by falling use, then by name.
fn order_tags(entries: &[Entry]) -> Vec<&str> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in entries {
        *uses.entry(&entry.tag).or_default() += 1;
    }
    let mut tags: Vec<&str> = uses.keys().copied().collect();
    tags.sort_by_key(|name| (Reverse(uses.get(name).copied()), *name));
    tags
}

/// The fields of the nodes, breadth first.
#[derive(Default)]
struct Planes {
    labels: Vec<u16>,
    costs: Vec<u8>,
    degrees: Vec<u8>,
    large_degrees: Vec<u32>,
    tags: Vec<u8>,
    roots: u32,
}

impl Planes {
    fn fill(&mut self, words: &[Word]) {
        let mut level = vec![words];
        let mut depth = 0;
        while !level.is_empty() {
            let mut next = Vec::new();
            for below in level {
                // The word that ends at the parent stands first among those below it.
                let below = match below.split_first() {
                    Some((word, rest)) if word.ids.len() == depth => rest,
                    _ => below,
                };
                let children = self.siblings(below, depth, &mut next);
                self.degree(depth, children);
            }
            level = next;
            depth += 1;
        }
    }

    /// Writes the children that `below` makes at `depth`; their own words go to `next`.
    fn siblings<'w>(&mut self, below: &'w [Word], depth: usize, next: &mut Vec<&'w [Word]>) -> u32 {
        let at = |word: &Word| word.ids.get(depth).copied().unwrap_or(0);
        let (mut children, mut expected) = (0, 0);
        for group in below.chunk_by(|a, b| at(a) == at(b)) {
            let Some(first) = group.first() else { continue };
            let label = at(first);
            self.labels.push(label - expected);
            expected = label + 1;
            children += 1;
            if first.ids.len() == depth + 1 {
                self.costs.push(first.cost);
                self.tags.push(first.tag);
            } else {
                self.costs.push(0);
            }
            next.push(group);
        }
        children
    }

    fn degree(&mut self, depth: usize, children: u32) {
        if depth == 0 {
            self.roots = children;
            return;
        }
        let byte = u8::try_from(children).unwrap_or(LARGE_DEGREE);
        self.degrees.push(byte);
        if byte == LARGE_DEGREE {
            self.large_degrees.push(children);
        }
    }
}

fn write(alphabet: &[u16], tags: &[&str], planes: &Planes, characters: &Characters) -> Vec<u8> {
    let mut body = Vec::new();
    let counts = [
        planes.large_degrees.len(),
        alphabet.len(),
        planes.labels.len(),
        planes.roots as usize,
        planes.tags.len(),
        tags.len(),
    ];
    for number in
        counts.into_iter().map(|count| count as u32).chain(planes.large_degrees.iter().copied())
    {
        body.extend(number.to_le_bytes());
    }
    for numbers in [alphabet, &planes.labels] {
        body.extend(numbers.iter().map(|number| number.to_le_bytes()[0]));
        body.extend(numbers.iter().map(|number| number.to_le_bytes()[1]));
    }
    body.extend(planes.costs.iter().chain(&planes.degrees).chain(&planes.tags));
    for plane in &characters.unknown {
        body.extend(
            alphabet
                .iter()
                .map(|unit| plane.get(unit).map_or(0, |cost| (*cost).min(HIGHEST_COST) + 1)),
        );
    }
    body.extend(alphabet.iter().map(|unit| characters.flags.get(unit).map_or(0, |flags| flags.0)));
    for name in tags {
        body.push(name.len() as u8);
        body.extend(name.bytes());
    }
    let head = [MAGIC, VERSION, checksum(&body)];
    head.iter().flat_map(|number| number.to_le_bytes()).chain(body).collect()
}

/// Makes the checksum of a file that was changed right again, so that a test can damage what lies behind it.
pub fn seal(file: &mut [u8]) {
    if let Some((head, body)) = file.split_at_mut_checked(12)
        && let Some(sum) = head.last_chunk_mut::<4>()
    {
        *sum = checksum(body).to_le_bytes();
    }
}
