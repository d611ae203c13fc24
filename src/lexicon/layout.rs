//! Where words stand in the trie of a file: the writer's side of `trie`.
//!
//! Characters are numbered by falling use inside words and siblings written as distances, so that most labels are small
//! numbers: a third less after compression than code points.

use super::compile::Unwritable;
use super::trie::LARGE;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The fields of the nodes, breadth first.
#[derive(Default)]
pub(super) struct Layout {
    pub(super) labels: Vec<u16>,
    /// How many children each has.
    degrees: Vec<u32>,
    pub(super) roots: u32,
    /// For each node which word ends there.
    pub(super) words: Vec<Option<usize>>,
}

impl Layout {
    /// The trie of `words`, which are numbers of characters, sorted, without repetition.
    pub(super) fn new(words: &[Vec<u16>]) -> Self {
        let mut layout = Self::default();
        let mut level = vec![(0, words.len())];
        let mut depth = 0;
        while !level.is_empty() {
            let mut next = Vec::new();
            for (mut start, end) in level {
                // The word that ends at the parent stands first among those below it.
                if words.get(start).is_some_and(|word| word.len() == depth) {
                    start += 1;
                }
                let children = layout.siblings(words, start..end, depth, &mut next);
                layout.degree(depth, children);
            }
            level = next;
            depth += 1;
        }
        layout
    }

    /// Writes the children that the words `below` make at `depth`; their own words go to `next`.
    fn siblings(
        &mut self,
        words: &[Vec<u16>],
        below: std::ops::Range<usize>,
        depth: usize,
        next: &mut Vec<(usize, usize)>,
    ) -> u32 {
        let at = |word: &Vec<u16>| word.get(depth).copied().unwrap_or(0);
        let (mut children, mut expected) = (0, 0);
        let mut start = below.start;
        for group in words.get(below).unwrap_or(&[]).chunk_by(|a, b| at(a) == at(b)) {
            let Some(first) = group.first() else { continue };
            let label = at(first);
            self.labels.push(label - expected);
            expected = label + 1;
            children += 1;
            self.words.push((first.len() == depth + 1).then_some(start));
            next.push((start, start + group.len()));
            start += group.len();
        }
        children
    }

    fn degree(&mut self, depth: usize, children: u32) {
        if depth == 0 {
            self.roots = children;
            return;
        }
        self.degrees.push(children);
    }

    /// The form of each node in a byte, and those that need more: what `form` makes of the number of its children and the word that
    /// ends there.
    pub(super) fn forms(&self, form: impl Fn(u32, Option<usize>) -> u32) -> (Vec<u8>, Vec<u32>) {
        let nodes = || self.degrees.iter().zip(&self.words);
        let forms = || nodes().map(|(children, word)| form(*children, *word));
        let byte = |form: u32| u8::try_from(form).unwrap_or(LARGE);
        (forms().map(byte).collect(), forms().filter(|form| byte(*form) == LARGE).collect())
    }
}

/// A form that says beside the number of children whether a word ends: see `trie`.
pub(super) fn plain(children: u32, word: Option<usize>) -> u32 {
    match (children, word) {
        (0, _) => 0,
        (children, Some(_)) => children * 2,
        (children, None) => children * 2 - 1,
    }
}

/// Characters by falling use as anything but the first of a word, in the steps that `place` says, then by what else it says and by
/// code point: a rank of its own for each would cost more than it saves. `others` too, which words need not use.
pub(super) fn order_alphabet<'w>(
    words: impl Iterator<Item = &'w [u16]>,
    others: impl Iterator<Item = u16>,
    place: impl Fn(u16, usize) -> (Reverse<u32>, u8),
) -> Result<Vec<u16>, Unwritable> {
    let mut uses: BTreeMap<u16, usize> = others.map(|unit| (unit, 0)).collect();
    for word in words {
        for (at, unit) in word.iter().enumerate() {
            *uses.entry(*unit).or_default() += usize::from(at > 0);
        }
    }
    let mut alphabet: Vec<u16> = uses.keys().copied().collect();
    let place = |unit: u16| place(unit, uses.get(&unit).copied().unwrap_or(0));
    alphabet.sort_by_key(|unit| (place(*unit), *unit));
    if alphabet.len() < usize::from(u16::MAX) { Ok(alphabet) } else { Err(Unwritable::Alphabet) }
}

/// Steps of half an octave, and nothing else.
pub(super) fn half_octaves(_: u16, uses: usize) -> (Reverse<u32>, u8) {
    (Reverse((uses as u64 + 1).pow(2).ilog2()), 0)
}

/// `units` in numbers of characters.
pub(super) fn spelled(units: &[u16], ids: &BTreeMap<u16, u16>) -> Vec<u16> {
    units.iter().filter_map(|unit| ids.get(unit)).copied().collect()
}

/// The number of each character of `alphabet`.
pub(super) fn ids(alphabet: &[u16]) -> BTreeMap<u16, u16> {
    (0..).zip(alphabet).map(|(id, unit)| (*unit, id)).collect()
}

/// Names by falling use, then by the alphabet.
pub(super) fn order_names<'n>(
    names: impl Iterator<Item = &'n str>,
) -> Result<Vec<&'n str>, Unwritable> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        *uses.entry(name).or_default() += 1;
    }
    let mut names: Vec<&str> = uses.keys().copied().collect();
    names.sort_by_key(|name| (Reverse(uses.get(name).copied()), *name));
    let fit = names.len() <= TAGS && names.iter().all(|name| name.len() <= 255);
    if fit { Ok(names) } else { Err(Unwritable::Tags) }
}

/// Tags there can be: those that are always there are not in the file.
const TAGS: usize = 249;

/// What every file begins with: its counts, the forms that need more than a byte, the alphabet.
pub(super) fn head<const N: usize>(counts: [usize; N], large: &[u32], alphabet: &[u16]) -> Vec<u8> {
    let counts = counts.into_iter().map(|count| count as u32);
    let mut body: Vec<u8> =
        counts.chain(large.iter().copied()).flat_map(u32::to_le_bytes).collect();
    letters(&mut body, alphabet);
    body
}

/// Writes an alphabet as [`super::trie::number`] reads it.
fn letters(body: &mut Vec<u8>, alphabet: &[u16]) {
    let before = std::iter::once(&0).chain(alphabet);
    let distances: Vec<u16> =
        alphabet.iter().zip(before).map(|(unit, before)| unit.wrapping_sub(*before)).collect();
    halves(body, &distances);
}

/// Writes numbers as a plane of low and a plane of high bytes.
pub(super) fn halves(body: &mut Vec<u8>, numbers: &[u16]) {
    body.extend(numbers.iter().map(|number| number.to_le_bytes()[0]));
    body.extend(numbers.iter().map(|number| number.to_le_bytes()[1]));
}

/// A byte a number, and a second one for those that need it.
pub(super) fn escaped(
    least: u8,
    numbers: impl Iterator<Item = u16>,
) -> Result<(Vec<u8>, Vec<u8>), Unwritable> {
    let (mut bytes, mut rest) = (Vec::new(), Vec::new());
    for number in numbers {
        match number.checked_sub(u16::from(least)) {
            None => bytes.push(number as u8),
            Some(beyond) => {
                let [high, low] = beyond.to_be_bytes();
                bytes.push(least.checked_add(high).ok_or(Unwritable::Alphabet)?);
                rest.push(low);
            }
        }
    }
    Ok((bytes, rest))
}

/// Writes rising numbers as [`super::bytes::Reader::rising`] reads them, where their distances allow it.
pub(super) fn rising(
    body: &mut Vec<u8>,
    numbers: impl Iterator<Item = u32> + Clone,
) -> Result<(), Unwritable> {
    let before = std::iter::once(0).chain(numbers.clone());
    let distances: Vec<[u8; 4]> =
        numbers.zip(before).map(|(number, before)| (number - before).to_le_bytes()).collect();
    for plane in 0..3 {
        body.extend(distances.iter().filter_map(|bytes| bytes.get(plane)));
    }
    let fits = distances.iter().all(|[.., highest]| *highest == 0);
    if fits { Ok(()) } else { Err(Unwritable::Weights) }
}

/// Writes names as [`super::bytes::Reader::name`] reads them.
pub(super) fn names(body: &mut Vec<u8>, names: &[&str]) {
    for name in names {
        body.push(name.len() as u8);
        body.extend(name.bytes());
    }
}

/// The file of `body`.
pub(super) fn file(magic: u32, version: u32, body: Vec<u8>) -> Vec<u8> {
    let head = [magic, version, super::bytes::checksum(&body)];
    head.iter().flat_map(|number| number.to_le_bytes()).chain(body).collect()
}
