//! A sieve: how known phrases begin, so that a look-up in vain costs two bit tests.

use crate::text::{Normalizer, ViewText};

/// Bits of the sieve: a power of two, large against the number of phrases.
const BITS: usize = 1 << 16;

/// How phrases begin: by their first three characters, or by both of two; now and then one too many.
pub(crate) struct Pairs {
    bits: Vec<u64>,
}

impl Pairs {
    /// An empty sieve: nothing begins anywhere.
    pub(crate) fn new() -> Self {
        Self { bits: vec![0; BITS / 64] }
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
        let place = match phrase {
            [first, second] => pair(*first, *second),
            [first, second, third, ..] => triple(*first, *second, *third),
            _ => return,
        };
        if let Some(word) = self.bits.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    /// Whether a phrase may begin at `at`.
    #[inline(always)]
    pub(crate) fn may_start(&self, view: ViewText<'_>, at: u32) -> bool {
        let (first, second, third) = (view.at(at), view.at(at + 1), view.at(at + 2));
        self.has(pair(first, second)) || self.has(triple(first, second, third))
    }

    #[inline(always)]
    fn has(&self, place: usize) -> bool {
        self.bits.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }
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
