//! The user's words: a small trie that grows, walked beside the compiled one.
//!
//! Words of Han characters alone compete on the route like any other. Words that hold something else (`C++`, `8+3工程`, `A 股`,
//! `“双碳”`) cannot: the route never sees what stands between Han runs. They are matched first, the longest at each place.

use super::{Ending, LONGEST, REMOVED, TOO_LONG, Tag};
use crate::error::Error;
use crate::numbering::Numbering;

/// A trie over units, as a set of edges: the number of an edge and one more is the node that it leads to.
#[derive(Clone)]
pub(crate) struct UserWords {
    /// By [`edge`].
    edges: Numbering,
    /// Cost (0 none, [`REMOVED`], else nats plus one) and tag of each node; node 0 is the root.
    endings: Vec<(u8, Tag)>,
    /// Units a user word begins with, as a bit set: keeps all other places free of any cost.
    starts: Vec<u64>,
    /// Whether any word holds something that is no Han character.
    mixed: bool,
}

impl Default for UserWords {
    fn default() -> Self {
        Self {
            edges: Numbering::default(),
            endings: vec![(0, Tag::default())],
            starts: Vec::new(),
            mixed: false,
        }
    }
}

impl UserWords {
    /// Whether a word may begin with `unit`.
    #[inline(always)]
    pub(crate) fn may_start(&self, unit: u16) -> bool {
        self.starts.get(usize::from(unit) / 64).is_some_and(|bits| bits >> (unit % 64) & 1 != 0)
    }

    /// Whether there are words that must be matched before the route.
    #[inline(always)]
    pub(crate) fn has_mixed(&self) -> bool {
        self.mixed
    }

    /// Calls `found` with the length and ending of every user word that begins `units`, shortest first.
    pub(crate) fn prefixes(&self, units: &[u16], mut found: impl FnMut(usize, Ending)) {
        let mut node = 0;
        for (length, unit) in (1..).zip(units) {
            match self.edges.get(&edge(node, *unit)) {
                Some(next) => node = next + 1,
                None => return,
            }
            match self.ending(node) {
                Ending::None => {}
                ending => found(length, ending),
            }
        }
    }

    pub(super) fn find(&self, units: &[u16]) -> Ending {
        let mut last = Ending::None;
        self.prefixes(units, |length, ending| {
            if length == units.len() {
                last = ending;
            }
        });
        last
    }

    pub(super) fn put(&mut self, units: &[u16], cost: u8, tag: Tag) -> Result<(), Error> {
        let Some(first) = units.first() else {
            return Err(Error::UserWord("it is empty"));
        };
        if units.len() > LONGEST {
            return Err(TOO_LONG);
        }
        self.starts.resize(1 << 10, 0);
        if let Some(bits) = self.starts.get_mut(usize::from(*first) / 64) {
            *bits |= 1 << (first % 64);
        }
        self.mixed |= cost != REMOVED && !units.iter().all(|unit| is_han(*unit));
        let node = self.grow(units);
        if let Some(ending) = self.endings.get_mut(node as usize) {
            *ending = (cost, tag);
        }
        Ok(())
    }

    /// The node of `units`, made where it is new.
    fn grow(&mut self, units: &[u16]) -> u32 {
        let mut node = 0;
        for unit in units {
            node = self.edges.put(&edge(node, *unit)) + 1;
        }
        self.endings.resize(self.edges.len() as usize + 1, (0, Tag::default()));
        node
    }

    fn ending(&self, node: u32) -> Ending {
        self.endings.get(node as usize).map_or(Ending::None, |(cost, tag)| Ending::of(*cost, *tag))
    }
}

/// Adds a length to others, which rise. They are few, and a sort of the standard library is 3 KB.
pub(crate) fn insert_length(lengths: &mut Vec<usize>, length: usize) {
    let place = lengths.partition_point(|known| *known < length);
    lengths.insert(place, length);
}

/// The key of an edge: the node it leaves and its unit.
fn edge(node: u32, unit: u16) -> [u16; 3] {
    [(node >> 16) as u16, node as u16, unit]
}

/// Whether the route sees `unit`: Han characters, and the stand-in for those outside the Basic Multilingual Plane.
pub(crate) fn is_han(unit: u16) -> bool {
    matches!(unit, 0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xE000 | 0xF900..=0xFAFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(word: &str) -> Vec<u16> {
        word.encode_utf16().collect()
    }

    #[test]
    fn finds_what_was_put() {
        let mut words = UserWords::default();
        words.put(&units("圈点"), 4, Tag::NOUN).unwrap();
        words.put(&units("圈点法"), 5, Tag::PROPER).unwrap();
        assert!(
            !words.has_mixed()
                && words.may_start(units("圈")[0])
                && !words.may_start(units("点")[0])
        );
        let mut lengths = Vec::new();
        words.prefixes(&units("圈点法则"), |length, _| lengths.push(length));
        assert_eq!(lengths, [2, 3]);
        assert_eq!(words.find(&units("圈")), Ending::None);
        assert_eq!(words.find(&units("圈点法")), Ending::Word(4, Tag::PROPER));
        words.put(&units("C++ 语言"), 1, Tag::NOUN).unwrap();
        assert!(words.has_mixed());
    }

    #[test]
    fn refuses_what_no_step_can_hold() {
        let mut words = UserWords::default();
        assert!(words.put(&[], 1, Tag::NOUN).is_err());
        assert!(words.put(&vec![0x4E2D; LONGEST + 1], 1, Tag::NOUN).is_err());
    }
}
