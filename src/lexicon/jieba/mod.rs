//! jieba's dictionary, whole: every word, the exact weights of the route, the model that cuts runs of single characters.
//!
//! Beside it, in files of their own, what only some need: `tag_model` for the parts of speech of words that are in no
//! dictionary, `idf` for keywords. All of it reads the source as it is; nothing is folded.
//!
//! ```
//! use quandian::lexicon::Jieba;
//! // Bytes that no writer wrote are an error, never a panic.
//! assert!(Jieba::from_bytes(b"not a lexicon").is_err());
//! ```

#[cfg(feature = "compile")]
pub mod compile;
#[cfg(feature = "compile")]
pub mod compile_idf;
#[cfg(feature = "compile")]
pub mod compile_tags;
mod format;
mod further;
mod hmm;
mod idf;
mod logarithm;
mod seconds;
mod tag_model;
mod user;
mod weights;

pub use idf::Idf;

pub(crate) use further::Further;
pub(crate) use hmm::{FIRST, Hmm, LAST};
pub(crate) use tag_model::{State, TagModel};

use super::bytes::begins_with;
use super::tag::{Tag, TagNames};
use super::trie::{Node, among};
use crate::error::Error;
use seconds::{NONE, Seconds};
use std::sync::OnceLock;
use user::UserWords;
use weights::Weights;

/// jieba's lexicon, compiled, with the user's words over it.
#[derive(Clone)]
pub struct Jieba {
    /// The number of each unit's character; unlisted ones all have the number behind the last.
    ids: Vec<u16>,
    /// Breadth first, siblings by rising label; a sentinel closes them.
    nodes: Vec<Node>,
    /// The tag of the word that ends at each node.
    tags: Vec<Tag>,
    /// By number of the character, one more for the unlisted: the logarithm of its frequency as a word.
    singles: Vec<f64>,
    /// The roots and the way to their children.
    seconds: Seconds,
    any: Further,
    /// Made when it is first worth its making.
    further: OnceLock<Further>,
    weights: Weights,
    hmm: Hmm,
    names: TagNames,
    words: u32,
    user: UserWords,
    tag_model: Option<Box<TagModel>>,
}

/// Bytes of a long text. To find out which words may go on takes as long as to cut so many.
const LONG: usize = 1 << 18;

/// A word that was found.
#[derive(Clone, Copy)]
pub(crate) struct Found {
    /// The number of its weight.
    pub(crate) weight: u16,
    pub(crate) tag: Tag,
}

#[expect(
    clippy::indexing_slicing,
    reason = "inner loop: `ids` has every u16; the reader checked that children lie in `nodes`, and built `seconds` itself"
)]
impl Jieba {
    /// The number of `character`.
    #[inline(always)]
    pub(crate) fn id(&self, character: char) -> u16 {
        match u16::try_from(u32::from(character)) {
            Ok(unit) => self.ids[usize::from(unit)],
            Err(_) => self.seconds.unlisted(),
        }
    }

    /// The node of the two characters `first` and `second`, or none: 0.
    #[inline(always)]
    pub(crate) fn second(&self, first: u16, second: u16) -> u32 {
        self.seconds.find(&self.nodes, first, second)
    }

    /// The weight of a character as a word; NaN, than which nothing weighs less or more, where it is none.
    #[inline(always)]
    pub(crate) fn single(&self, id: u16) -> f64 {
        self.weights.of(self.singles[usize::from(id)])
    }

    /// Which words may go on, as far as that is known: for a long text that is found out, once.
    pub(crate) fn further(&self, bytes: usize) -> &Further {
        if bytes < LONG {
            return self.further.get().unwrap_or(&self.any);
        }
        let roots = self.nodes.first().map_or(0, |node| node.first as usize);
        self.further.get_or_init(|| Further::new(&self.nodes, roots))
    }

    /// Calls `found` with length and weight of every word of two characters or more that begins the characters `ids`, shortest
    /// first; `second` is the node of the first two.
    #[inline(always)]
    pub(crate) fn longer(
        &self,
        second: u32,
        ids: &[u16],
        further: &Further,
        mut found: impl FnMut(usize, f64),
    ) {
        let mut at = second;
        for length in 2.. {
            let node = self.nodes[at as usize];
            if node.number != 0 {
                found(length, self.weights.get(node.number));
            }
            if length >= ids.len() || !further.may_be(at, ids[length]) {
                return;
            }
            let end = self.nodes[at as usize + 1].first;
            let Some(child) = among(&self.nodes, node.first, end, ids[length]) else { return };
            at = child;
        }
    }

    fn node_of(&self, characters: &[char]) -> Option<usize> {
        let (first, rest) = characters.split_first()?;
        let first = self.id(*first);
        let Some((second, rest)) = rest.split_first() else {
            return self.seconds.root(first).map(|root| root as usize);
        };
        let mut node = self.second(first, self.id(*second));
        for character in rest {
            let (first, end) =
                (self.nodes[node as usize].first, self.nodes[node as usize + 1].first);
            node = if node == NONE {
                NONE
            } else {
                among(&self.nodes, first, end, self.id(*character)).unwrap_or(NONE)
            };
        }
        if node == NONE { None } else { Some(node as usize) }
    }
}

impl Jieba {
    /// Whether `bytes` begin as such a lexicon does.
    pub fn is(bytes: &[u8]) -> bool {
        begins_with(bytes, format::MAGIC)
    }

    /// Reads a compiled lexicon. Bytes that are damaged, cut short or of another version are an error.
    pub fn from_bytes(bytes: impl AsRef<[u8]>) -> Result<Self, Error> {
        format::read(bytes)
    }

    /// Takes the model that guesses parts of speech; without it a Han word in no dictionary has none.
    pub fn load_tag_model(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.tag_model = Some(Box::new(TagModel::from_bytes(bytes, &mut self.names)?));
        Ok(())
    }

    /// How many words the compiled lexicon brought.
    pub fn len(&self) -> usize {
        self.words as usize
    }

    /// Whether it brought none.
    pub fn is_empty(&self) -> bool {
        self.words == 0
    }

    /// The tag of `word`, where it is one.
    pub fn find(&self, word: &str) -> Option<Tag> {
        self.found(&word.chars().collect::<Vec<_>>()).map(|found| found.tag)
    }

    /// The names of tags.
    pub fn tag_names(&self) -> &TagNames {
        &self.names
    }

    /// The weight with this number; number 0 is that of a character that is no word.
    #[inline(always)]
    pub(crate) fn weight(&self, number: u16) -> f64 {
        self.weights.get(number)
    }

    /// The word `characters`.
    pub(crate) fn found(&self, characters: &[char]) -> Option<Found> {
        if let Some(word) = self.user.find(characters) {
            return Some(word);
        }
        let node = self.node_of(characters)?;
        let weight = self.nodes.get(node)?.number;
        let tag = self.tags.get(node).copied().unwrap_or_default();
        (weight != 0).then_some(Found { weight, tag })
    }

    /// Whether the user added words that the compiled lexicon does not have.
    #[inline(always)]
    pub(crate) fn has_user_words(&self) -> bool {
        !self.user.is_empty()
    }

    /// Calls `found` with length and weight of every word of the user's that begins `characters`, shortest first.
    pub(crate) fn user_prefixes(&self, characters: &[char], mut found: impl FnMut(usize, f64)) {
        self.user.prefixes(characters, |length, word| found(length, self.weights.get(word.weight)));
    }

    pub(crate) fn tag_model(&self) -> Option<&TagModel> {
        self.tag_model.as_deref()
    }

    pub(crate) fn hmm(&self) -> &Hmm {
        &self.hmm
    }

    /// Takes up a word of the user's, or changes one of the lexicon's, as jieba does: the total changes with it. Without
    /// `tag` a known word keeps its own, a new one is a noun.
    pub fn set_word(&mut self, word: &str, frequency: u32, tag: Option<&str>) -> Result<(), Error> {
        let characters: Vec<char> = word.chars().collect();
        let known = self.found(&characters);
        let tag = match tag {
            Some(name) => self.names.take(name)?,
            None => known.map_or(Tag::NOUN, |word| word.tag),
        };
        let weight = self
            .weights
            .intern(frequency)
            .ok_or(Error::UserWord("too many different frequencies"))?;
        self.put(&characters, Found { weight, tag })?;
        self.weights.count(self.frequency(known), frequency);
        Ok(())
    }

    /// Takes a word out, the user's or the lexicon's.
    pub fn remove_word(&mut self, word: &str) -> Result<(), Error> {
        let characters: Vec<char> = word.chars().collect();
        let known = self.found(&characters);
        if known.is_some() {
            self.put(&characters, Found { weight: 0, tag: Tag::default() })?;
            self.weights.count(self.frequency(known), 0);
        }
        Ok(())
    }

    /// The frequency that makes `word` one token, given how it is cut without: jieba's suggestion.
    pub(crate) fn frequency_to_win<'c>(
        &self,
        word: &[char],
        parts: impl Iterator<Item = &'c [char]>,
    ) -> u32 {
        let least = self.frequency(self.found(word)).max(1);
        let parts = parts.map(|part| self.frequency(self.found(part)));
        self.weights.frequency_of_parts(parts).max(least)
    }

    fn frequency(&self, word: Option<Found>) -> u32 {
        word.map_or(0, |word| self.weights.frequency(word.weight))
    }

    /// A word the compiled trie has is changed in it; only others need the user's trie.
    fn put(&mut self, characters: &[char], word: Found) -> Result<(), Error> {
        let known = self.node_of(characters);
        let node = known.and_then(|at| Some((self.nodes.get_mut(at)?, self.tags.get_mut(at)?)));
        match node {
            Some((node, tag)) if node.number != 0 => {
                (node.number, *tag) = (word.weight, word.tag);
                if let [character] = characters {
                    let id = usize::from(self.id(*character));
                    let logarithm = self.weights.logarithm(word.weight);
                    self.singles.get_mut(id).into_iter().for_each(|slot| *slot = logarithm);
                }
                Ok(())
            }
            _ => self.user.put(characters, word),
        }
    }
}
