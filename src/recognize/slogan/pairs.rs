//! A sieve: how known phrases begin, so that a look-up in vain costs one or two bit tests.

use crate::recognize::unit_set::UnitSet;
use crate::text::{Normalizer, ViewText};

/// Bits of the hashed tables: a power of two, large against the number of phrases.
const BITS: usize = 1 << 16;

/// How phrases begin: by their first character, by their first two, and by three where they have as many; now and then
/// one too many.
#[derive(Clone)]
pub(crate) struct Pairs {
    firsts: UnitSet,
    /// The first two characters of all phrases.
    pairs: Vec<u64>,
    /// The first three of the longer ones, both of the short ones.
    whole: Vec<u64>,
}

impl Pairs {
    /// An empty sieve: nothing begins anywhere.
    pub(crate) fn new() -> Self {
        let empty = || vec![0; BITS / 64];
        Self { firsts: UnitSet::default(), pairs: empty(), whole: empty() }
    }

    /// Takes the phrases in the first column of `rows`.
    pub(crate) fn add(&mut self, rows: &str, normalizer: &Normalizer) {
        for row in rows.lines() {
            let key = normalizer.fold_str(row.split('\t').next().unwrap_or(""));
            self.set(&key);
        }
    }

    /// Takes one phrase.
    pub(crate) fn set(&mut self, phrase: &[u16]) {
        let [first, second, rest @ ..] = phrase else { return };
        let whole =
            rest.first().map_or(pair(*first, *second), |third| triple(*first, *second, *third));
        self.set_first(*first);
        put(&mut self.pairs, pair(*first, *second));
        put(&mut self.whole, whole);
    }

    /// Lets [`Self::may_open`] pass this unit.
    pub(crate) fn set_first(&mut self, unit: u16) {
        self.firsts.insert(unit);
    }

    /// Whether a phrase may begin with `unit`.
    #[inline(always)]
    pub(crate) fn may_open(&self, unit: u16) -> bool {
        self.firsts.holds(unit)
    }

    /// Whether a phrase may begin at `at`.
    #[inline(always)]
    pub(crate) fn may_start(&self, view: ViewText<'_>, at: u32) -> bool {
        let (first, second) = (view.at(at), view.at(at + 1));
        let two = pair(first, second);
        has(&self.pairs, two)
            && (has(&self.whole, two) || has(&self.whole, triple(first, second, view.at(at + 2))))
    }

    /// Takes all phrases of `other`.
    pub(crate) fn join(&mut self, other: &Self) {
        self.firsts.join(&other.firsts);
        let tables = [(&mut self.pairs, &other.pairs), (&mut self.whole, &other.whole)];
        for (own, added) in tables {
            for (own, added) in own.iter_mut().zip(added) {
                *own |= added;
            }
        }
    }
}

fn put(bits: &mut [u64], place: usize) {
    if let Some(word) = bits.get_mut(place / 64) {
        *word |= 1 << (place % 64);
    }
}

#[inline(always)]
fn has(bits: &[u64], place: usize) -> bool {
    bits.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
}

#[inline(always)]
fn pair(first: u16, second: u16) -> usize {
    let mixed = (u32::from(first) << 16 | u32::from(second)).wrapping_mul(0x9E37_79B1);
    (mixed >> 16) as usize % BITS
}

#[inline(always)]
fn triple(first: u16, second: u16, third: u16) -> usize {
    let mixed = (u32::from(first) << 16 | u32::from(second)).wrapping_mul(0x9E37_79B1)
        ^ u32::from(third).wrapping_mul(0x85EB_CA6B);
    (mixed >> 16) as usize % BITS
}
