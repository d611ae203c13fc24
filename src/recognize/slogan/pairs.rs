//! A sieve: how known phrases begin, so that a look-up in vain costs one or two bit tests.

use crate::recognize::unit_set::UnitSet;
use crate::text::{Normalizer, ViewText};

/// How phrases begin: by their first character, by their first two, and by three where they have as many; now and then
/// one too many.
#[derive(Clone, Default)]
pub(crate) struct Pairs {
    firsts: UnitSet,
    /// The hashes of the first two characters of all phrases.
    pairs: UnitSet,
    /// Those of the first three of the longer ones, of both of the short ones.
    whole: UnitSet,
}

impl Pairs {
    /// An empty sieve: nothing begins anywhere.
    pub(crate) fn new() -> Self {
        Self::default()
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
        self.pairs.insert(pair(*first, *second));
        self.whole.insert(whole);
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
        let (first, second) = (view.unit(at), view.unit(at + 1));
        let two = pair(first, second);
        self.pairs.holds(two)
            && (self.whole.holds(two) || self.whole.holds(triple(first, second, view.unit(at + 2))))
    }

    /// Takes all phrases of `other`.
    pub(crate) fn join(&mut self, other: &Self) {
        self.firsts.join(&other.firsts);
        self.pairs.join(&other.pairs);
        self.whole.join(&other.whole);
    }
}

#[inline(always)]
fn pair(first: u16, second: u16) -> u16 {
    let mixed = (u32::from(first) << 16 | u32::from(second)).wrapping_mul(0x9E37_79B1);
    (mixed >> 16) as u16
}

#[inline(always)]
fn triple(first: u16, second: u16, third: u16) -> u16 {
    let mixed = (u32::from(first) << 16 | u32::from(second)).wrapping_mul(0x9E37_79B1)
        ^ u32::from(third).wrapping_mul(0x85EB_CA6B);
    (mixed >> 16) as u16
}
