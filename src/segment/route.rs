//! The word graph and the cheapest way through it.
//!
//! From right to left, every character asks what each edge from it costs together with the way from the edge's end, and
//! keeps the cheapest. Edges: the lexicon's words, the user's, one unlisted character, words nobody listed
//! (`unknown`), Chinese numerals (`number`). Whole nats tie often, so the order counts: of equal ways the later edge wins.
//!
//! ```text
//! 南 京 市 长 江 大 桥      南京市 12 + 长江 10 + 大桥 10  against  南京 10 + 市长 9 + 江大桥 …
//! ```
//!
//! Costs are kept for the last 256 characters only, steps where the tokens will stand anyway: a line of any length needs
//! nothing beside the slots.

use super::token::slot;
use super::{number, unknown};
use crate::lexicon::{Ending, LONGEST, Lexicon, Tag};

/// A nat, in the unit costs are counted in here.
pub(super) const NAT: i32 = 4;
/// What a word of one character costs more: half a nat.
const SINGLE: i32 = 2;
/// What a classifier costs more behind a numeral: it is two nats and a half cheaper.
const COUNTING: i32 = -10;
/// What a word of three characters costs more: one nat. Public text prefers two and one.
const TRIPLE: i32 = 4;
/// A character that is no word: 18 nats and a half.
const UNLISTED: i32 = 74;
/// Costs are made relative again every so many characters, long before they could overflow.
const REBASE: usize = 1 << 20;

/// Costs of the ways from the last 256 characters, and what those characters are.
pub(super) struct Router {
    costs: [i32; 256],
    ids: [u16; 256],
}

impl Default for Router {
    fn default() -> Self {
        Self { costs: [0; 256], ids: [0; 256] }
    }
}

/// The place of offset `at` in a ring.
#[inline(always)]
fn ring(at: usize) -> usize {
    at & 255
}

/// The cheapest edge from one character so far.
pub(super) struct Best<'r> {
    costs: &'r [i32; 256],
    at: usize,
    cost: i32,
    slot: u16,
}

impl Best<'_> {
    /// Takes the edge of `length` if no earlier one is cheaper. `length` lies within the text and is at most [`LONGEST`].
    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "`ring` gives places of the ring")]
    pub(super) fn add(&mut self, length: usize, cost: i32, tag: Tag) {
        let cost = cost + self.costs[ring(self.at + length)];
        if cost <= self.cost {
            self.cost = cost;
            self.slot = slot(length as u32, tag);
        }
    }
}

/// The lengths at which something stands in the lexicon, as bits; from 31 on they share one.
#[derive(Clone, Copy, Default)]
pub(super) struct Lengths {
    words: u32,
    removed: u32,
}

impl Lengths {
    /// Whether a word of `length` begins here, or one was taken out.
    #[inline(always)]
    pub(super) fn has(self, length: usize) -> bool {
        (self.words | self.removed) >> length.min(31) & 1 != 0
    }

    /// Whether a word of `length` was taken out.
    #[inline(always)]
    pub(super) fn removed(self, length: usize) -> bool {
        self.removed >> length.min(31) & 1 != 0
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "inner loop: offsets below the length of `units`, and places in a ring"
)]
impl Router {
    /// Writes the best step from each of `units` into `slots`, of the same length; returns the cost of the whole way.
    pub(super) fn route(&mut self, units: &[u16], lexicon: &Lexicon, slots: &mut [u16]) -> i32 {
        let slots = &mut slots[..units.len()];
        self.costs[ring(units.len())] = 0;
        for at in (0..units.len()).rev() {
            if at % REBASE == REBASE - 1 {
                self.rebase(at + 1);
            }
            let id = lexicon.id(units[at]);
            self.ids[ring(at)] = id;
            let (cost, slot) = self.best(units, at, id, lexicon);
            self.costs[ring(at)] = cost;
            slots[at] = slot;
        }
        self.costs[0]
    }

    fn rebase(&mut self, at: usize) {
        let base = self.costs[ring(at)];
        for cost in &mut self.costs {
            *cost = cost.wrapping_sub(base);
        }
    }

    #[inline(always)]
    fn best(&self, units: &[u16], at: usize, id: u16, lexicon: &Lexicon) -> (i32, u16) {
        let mut best = Best { costs: &self.costs, at, cost: i32::MAX, slot: slot(1, Tag::NOUN) };
        let mut known = self.words(units, at, id, lexicon, &mut best);
        if lexicon.user().may_start(units[at]) {
            user_words(&units[at..], lexicon, &mut best, &mut known);
        }
        // A character that was taken out still stands in the text.
        if !known.has(1) || known.removed(1) {
            best.add(1, UNLISTED, Tag::NOUN);
        }
        let reach = units.len() - at;
        let character = lexicon.character(id);
        let following = |k: usize| lexicon.character(self.ids[ring(at + k)]);
        unknown::edges(character, following, reach, known, &mut best);
        number::edges(character, units, at, lexicon, known, &mut best);
        (best.cost, best.slot)
    }

    /// The lexicon's words that begin at `at`.
    #[inline(always)]
    fn words(
        &self,
        units: &[u16],
        at: usize,
        id: u16,
        lexicon: &Lexicon,
        best: &mut Best<'_>,
    ) -> Lengths {
        let mut known = Lengths::default();
        let character = lexicon.character(id);
        let Some(root) = lexicon.root(character) else { return known };
        let single =
            if number::counts(character, units, at, lexicon) { COUNTING } else { surcharge(1) };
        take(lexicon.ending(root), 1, single, best, &mut known);
        if at + 1 == units.len() {
            return known;
        }
        let mut length = 2;
        let mut next = lexicon.second(character, self.ids[ring(at + 1)]);
        while let Some(node) = next {
            take(lexicon.ending(node), length, surcharge(length), best, &mut known);
            if at + length == units.len() || length == LONGEST {
                break;
            }
            next = lexicon.child(node, self.ids[ring(at + length)]);
            length += 1;
        }
        known
    }
}

/// Takes a word of `length`, where there is one.
#[inline(always)]
fn take(ending: Ending, length: usize, surcharge: i32, best: &mut Best<'_>, known: &mut Lengths) {
    let bit = 1 << length.min(31);
    match ending {
        Ending::None => {}
        Ending::Removed => known.removed |= bit,
        Ending::Word(cost, tag) => {
            best.add(length, i32::from(cost) * NAT + surcharge, tag);
            known.words |= bit;
        }
    }
}

#[inline(always)]
fn surcharge(length: usize) -> i32 {
    match length {
        1 => SINGLE,
        3 => TRIPLE,
        _ => 0,
    }
}

#[cold]
fn user_words(units: &[u16], lexicon: &Lexicon, best: &mut Best<'_>, known: &mut Lengths) {
    lexicon.user().prefixes(units, |length, ending| {
        take(ending, length, surcharge(length), best, known);
    });
}
