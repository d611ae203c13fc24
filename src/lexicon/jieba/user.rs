//! The user's words: a small trie that grows, walked beside the compiled one.

use super::Found;
use crate::error::Error;
use crate::lexicon::tag::Tag;
use crate::lexicon::{LONGEST, TOO_LONG};
use crate::numbering::{Numbering, wide};

/// A trie over characters, as a set of edges: the number of an edge and one more is the node that it leads to, node 0 is the root.
/// A weight of number 0 ends no word.
#[derive(Clone, Default)]
pub(super) struct UserWords {
    /// By [`edge`].
    edges: Numbering,
    /// What ends at each node but the root.
    endings: Vec<(u16, Tag)>,
}

impl UserWords {
    #[inline(always)]
    pub(super) fn is_empty(&self) -> bool {
        self.endings.is_empty()
    }

    /// Calls `found` with length and word of every user word that begins `characters`, shortest first.
    pub(super) fn prefixes(&self, characters: &[char], mut found: impl FnMut(usize, Found)) {
        let mut node = 0;
        for (length, character) in (1..).zip(characters) {
            let Some(next) = self.edges.get(&edge(node, *character)) else { return };
            node = next + 1;
            match self.endings.get(next as usize) {
                Some(&(weight, tag)) if weight != 0 => found(length, Found { weight, tag }),
                _ => {}
            }
        }
    }

    pub(super) fn find(&self, characters: &[char]) -> Option<Found> {
        let mut last = None;
        if !self.is_empty() {
            self.prefixes(characters, |length, word| {
                if length == characters.len() {
                    last = Some(word);
                }
            });
        }
        last
    }

    pub(super) fn put(&mut self, characters: &[char], word: Found) -> Result<(), Error> {
        if characters.is_empty() {
            return Err(Error::UserWord("it is empty"));
        }
        if characters.len() > LONGEST {
            return Err(TOO_LONG);
        }
        let mut node = 0;
        for character in characters {
            node = self.edges.put(&edge(node, *character)) + 1;
        }
        self.endings.resize(self.edges.len() as usize, (0, Tag::default()));
        if let Some(ending) = self.endings.get_mut(node as usize - 1) {
            *ending = (word.weight, word.tag);
        }
        Ok(())
    }
}

/// The key of an edge: the node it leaves and its character.
#[inline(never)]
fn edge(node: u32, character: char) -> [u16; 4] {
    wide(u64::from(node) << 32 | u64::from(character))
}
