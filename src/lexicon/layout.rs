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

    /// Adds the children that the words `below` make at `depth`; returns how many, their own words go to `next`.
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
        match depth {
            0 => self.roots = children,
            _ => self.degrees.push(children),
        }
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
