//! The lexicon: bytes → lookups.
//!
//! Words stand in a trie over the view's units: walk it from a character, and every node with a cost ends a word. Beside
//! it each character carries what segmentation asks of it alone: how likely it begins or ends a word nobody listed, and
//! whether it is a numeral. [`Lexicon::from_bytes`] reads what `compile` wrote; user words lie in a small trie of
//! their own. This room knows units, costs and tags, not what was folded to make the units.
//!
//! ```
//! use quandian::lexicon::Lexicon;
//! // Bytes that no writer wrote are an error, never a panic.
//! assert!(Lexicon::from_bytes(b"not a lexicon").is_err());
//! // A lexicon may hold user words alone; 3 nats is the price of a very frequent word.
//! let mut lexicon = Lexicon::default();
//! let word: Vec<u16> = "圈点".encode_utf16().collect();
//! lexicon.set_word(&word, 3, Some("v"))?;
//! assert_eq!(lexicon.find(&word).map(|tag| lexicon.tag_name(tag)), Some("v"));
//! # Ok::<(), quandian::Error>(())
//! ```

mod bytes;
#[cfg(feature = "compact")]
mod compact;
#[cfg(feature = "compile")]
pub mod compile;
pub mod cost;
mod format;
mod jieba;
#[cfg(feature = "compile")]
mod layout;
mod tag;
mod trie;
mod user;
mod word_tags;
#[cfg(feature = "compile")]
mod write;

#[cfg(feature = "compact")]
pub use compact::COMPACT;
pub use jieba::{Idf, Jieba};
#[cfg(feature = "compile")]
pub use jieba::{compile as compile_jieba, compile_idf, compile_tags};
pub use tag::{Tag, TagNames};

pub(crate) use jieba::{FIRST, Further, Hmm, LAST, State, TagModel};

use crate::error::Error;
use trie::{Labelled, among, hash};
use user::UserWords;
pub(crate) use user::insert_length;

/// A compiled lexicon with the user's words over it.
#[derive(Clone)]
pub struct Lexicon {
    /// The number of each unit's character; unlisted ones all have the number behind the last.
    ids: Vec<u16>,
    /// By number of the character, one more for the unlisted.
    characters: Vec<Character>,
    /// Breadth first, siblings by rising label; a sentinel closes them. The first ones are the roots.
    nodes: Vec<Node>,
    /// The children of the roots, hashed: see [`Second`].
    seconds: Vec<Second>,
    tags: TagNames,
    words: u32,
    user: UserWords,
}

/// One node of the trie.
#[derive(Clone, Copy)]
struct Node {
    /// The first child; the children end where those of the next node begin.
    first: u32,
    /// The number of its character.
    label: u16,
    /// 0 for no word, [`REMOVED`], else the cost in nats plus one.
    cost: u8,
    tag: Tag,
}

impl Labelled for Node {
    #[inline(always)]
    fn label(&self) -> u16 {
        self.label
    }
}

/// The cost byte of a word that is not to be found, not even by chance.
const REMOVED: u8 = u8::MAX;

/// The longest word there can be, in characters: a step of a route has a byte for its length, and its highest values mark more.
pub(crate) const LONGEST: usize = 250;

/// What a longer word of the user's is told.
const TOO_LONG: Error = Error::UserWord("it is longer than 250 characters");

/// The highest cost a word can have, in nats.
pub const HIGHEST_COST: u8 = REMOVED - 2;

/// What is known of one character.
#[derive(Clone, Copy)]
pub(crate) struct Character {
    root: u32,
    /// The root's first child.
    first: u32,
    /// Where the table of the root's children begins in `seconds`, and how far hashes reach in it.
    seconds: u32,
    mask: u32,
    /// Costs of the places it may take in a word nobody listed, in nats plus one; 0 = impossible.
    pub(crate) unknown: Unknown,
    /// Its part in numbers.
    pub(crate) flags: Flags,
}

/// No root: no word begins with this character.
const NO_ROOT: u32 = u32::MAX;

/// Costs of the places a character may take in an unknown word; in nats plus one, 0 = impossible.
#[derive(Clone, Copy, Default)]
pub(crate) struct Unknown {
    /// First of two characters.
    pub(crate) begin: u8,
    /// Second of two characters.
    pub(crate) end: u8,
    /// Surname.
    pub(crate) surname: u8,
    /// First character of a given name of two.
    pub(crate) given_first: u8,
    /// Last character of a given name.
    pub(crate) given_last: u8,
    /// Anywhere in a transliteration.
    pub(crate) transliteration: u8,
}

/// The parts a character may take in a number, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub u8);

impl Flags {
    /// 一 … 九, 十 百 千 万 亿.
    pub const NUMERAL: Self = Self(1);
    /// 万 亿: may follow 多 余 几 once more.
    pub const SCALE: Self = Self(1 << 1);
    /// Joins digits before it: 3万.
    pub const MAGNITUDE: Self = Self(1 << 2);
    /// Joins digits before it unless a unit follows: 5千 but 5 千瓦.
    pub const GUARDED: Self = Self(1 << 3);
    /// Such a unit.
    pub const UNIT: Self = Self(1 << 4);
    /// 多 余 几 behind a number.
    pub const REMAINDER: Self = Self(1 << 5);
    /// Joins digits before it and ends them: 5%.
    pub const PERCENT: Self = Self(1 << 6);
    /// Counts what follows: 一本书.
    pub const CLASSIFIER: Self = Self(1 << 7);

    /// Whether at least one of `other` is among them.
    #[inline(always)]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The union.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Default for Lexicon {
    /// A lexicon without any word.
    fn default() -> Self {
        Self {
            ids: vec![0; 1 << 16],
            characters: vec![Character::UNLISTED],
            nodes: vec![Node { first: 0, label: 0, cost: 0, tag: Tag::default() }],
            seconds: vec![Second::EMPTY],
            tags: TagNames::default(),
            words: 0,
            user: UserWords::default(),
        }
    }
}

impl Character {
    const UNLISTED: Self = Self {
        root: NO_ROOT,
        first: 0,
        seconds: 0,
        mask: 0,
        unknown: Unknown {
            begin: 0,
            end: 0,
            surname: 0,
            given_first: 0,
            given_last: 0,
            transliteration: 0,
        },
        flags: Flags(0),
    };
}

/// What a place in the trie says about the word that ends there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// No word.
    None,
    /// A word that was taken out: it must not be put together by chance either.
    Removed,
    /// A word with its cost in nats.
    Word(u8, Tag),
}

impl Ending {
    #[inline(always)]
    fn of(cost: u8, tag: Tag) -> Self {
        match cost {
            0 => Self::None,
            REMOVED => Self::Removed,
            _ => Self::Word(cost - 1, tag),
        }
    }
}

/// A place in the table of a root's children: roots have hundreds, and half of all look-ups end here.
#[derive(Clone, Copy)]
struct Second {
    label: u16,
    /// Which child it is; [`Second::EMPTY`] has none.
    child: u16,
}

impl Second {
    const EMPTY: Self = Self { label: 0, child: u16::MAX };
}

#[expect(
    clippy::indexing_slicing,
    reason = "inner loop: `ids` has every u16 and holds numbers of `characters`; the reader checked that children lie \
              in `nodes`, and built `seconds` itself, never full"
)]
impl Lexicon {
    /// The number of the character that `unit` is.
    #[inline(always)]
    pub(crate) fn id(&self, unit: u16) -> u16 {
        self.ids[usize::from(unit)]
    }

    /// What is known of a character, by a number that [`Lexicon::id`] gave.
    #[inline(always)]
    pub(crate) fn character(&self, id: u16) -> &Character {
        &self.characters[usize::from(id)]
    }

    /// The node of the words of one character or more that begin with `character`.
    #[inline(always)]
    pub(crate) fn root(&self, character: &Character) -> Option<u32> {
        if character.root == NO_ROOT { None } else { Some(character.root) }
    }

    /// The child of the root of `character` with the label `id`.
    #[inline(always)]
    pub(crate) fn second(&self, character: &Character, id: u16) -> Option<u32> {
        let mut place = hash(id) & character.mask;
        loop {
            let Second { label, child } = self.seconds[(character.seconds + place) as usize];
            if child == Second::EMPTY.child {
                return None;
            }
            if label == id {
                return Some(character.first + u32::from(child));
            }
            place = (place + 1) & character.mask;
        }
    }

    /// The child of `node` with the label `id`.
    #[inline(always)]
    pub(crate) fn child(&self, node: u32, id: u16) -> Option<u32> {
        let node = node as usize;
        among(&self.nodes, self.nodes[node].first, self.nodes[node + 1].first, id)
    }

    /// The word that ends at `node`.
    #[inline(always)]
    pub(crate) fn ending(&self, node: u32) -> Ending {
        let Node { cost, tag, .. } = self.nodes[node as usize];
        Ending::of(cost, tag)
    }
}

impl Lexicon {
    /// Reads a compiled lexicon. Bytes that are damaged, cut short or of another version are an error.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        format::read(bytes)
    }

    /// How many words the compiled lexicon brought.
    pub fn len(&self) -> usize {
        self.words as usize
    }

    /// Whether it brought none.
    pub fn is_empty(&self) -> bool {
        self.words == 0
    }

    /// The name of `tag`.
    pub fn tag_name(&self, tag: Tag) -> &str {
        self.tags.name(tag)
    }

    /// The names of all tags.
    pub fn tag_names(&self) -> &TagNames {
        &self.tags
    }

    /// The tag of the word `units`, where it is one.
    pub fn find(&self, units: &[u16]) -> Option<Tag> {
        let ending = match self.user.find(units) {
            Ending::None => self.node_of(units).map_or(Ending::None, |node| self.ending(node)),
            of_user => of_user,
        };
        match ending {
            Ending::Word(_, tag) => Some(tag),
            Ending::None | Ending::Removed => None,
        }
    }

    /// Takes up a user word, or changes one of the lexicon's. `cost` is in nats ([`cost::of_frequency`]); without `tag` a
    /// known word keeps its own, a new one is a noun.
    pub fn set_word(&mut self, units: &[u16], cost: u8, tag: Option<&str>) -> Result<(), Error> {
        let tag = match tag {
            Some(name) => self.tags.take(name)?,
            None => self.find(units).unwrap_or(Tag::NOUN),
        };
        self.put(units, cost.min(HIGHEST_COST) + 1, tag)
    }

    /// Takes a word out, the user's or the lexicon's: it will not be found, not even as an unknown word.
    pub fn remove_word(&mut self, units: &[u16]) -> Result<(), Error> {
        self.put(units, REMOVED, Tag::default())
    }

    /// Calls `found` with the length of every word that begins `units`, shortest first.
    pub(crate) fn prefixes(&self, units: &[u16], mut found: impl FnMut(usize)) {
        let Some((first, rest)) = units.split_first() else { return };
        let mut lengths = Vec::new();
        let mut next = self.root(self.character(self.id(*first)));
        for (length, unit) in (1..).zip(rest.iter().map(Some).chain([None])) {
            let Some(node) = next else { break };
            if let Ending::Word(..) = self.ending(node) {
                lengths.push(length);
            }
            next = unit.and_then(|unit| self.child(node, self.id(*unit)));
        }
        if self.user.may_start(*first) {
            self.user.prefixes(units, |length, ending| {
                if let Ending::Word(..) = ending {
                    insert_length(&mut lengths, length);
                }
            });
        }
        lengths.into_iter().for_each(&mut found);
    }

    /// The user's words.
    #[inline(always)]
    pub(crate) fn user(&self) -> &UserWords {
        &self.user
    }

    /// A word the compiled trie has is changed in it; only others need the user's trie.
    fn put(&mut self, units: &[u16], cost: u8, tag: Tag) -> Result<(), Error> {
        let known = self.node_of(units).and_then(|node| self.nodes.get_mut(node as usize));
        match known {
            Some(node) if node.cost != 0 => {
                (node.cost, node.tag) = (cost, tag);
                Ok(())
            }
            _ => self.user.put(units, cost, tag),
        }
    }

    fn node_of(&self, units: &[u16]) -> Option<u32> {
        let (first, rest) = units.split_first()?;
        let root = self.root(self.character(self.id(*first)));
        rest.iter().try_fold(root?, |node, unit| self.child(node, self.id(*unit)))
    }
}
