//! A sieve: the first two characters of known phrases, so that a look-up in vain costs one bit test.

use crate::text::{Normalizer, ViewText};

/// Bits of the sieve: a power of two, large against the number of phrases.
const BITS: usize = 1 << 16;

/// The pairs of characters that some phrase begins with; now and then one too many.
pub(crate) struct Pairs {
    bits: Vec<u64>,
}

impl Pairs {
    /// An empty sieve: nothing begins with any pair.
    pub(crate) fn new() -> Self {
        Self { bits: vec![0; BITS / 64] }
    }

    /// Takes the phrases in the first column of `rows`.
    pub(crate) fn add(&mut self, rows: &str, normalizer: &Normalizer) {
        for row in rows.lines() {
            let key = row.split('\t').next().unwrap_or("");
            let mut units = key.chars().map(|c| normalizer.fold(c)).filter(|unit| *unit != 0);
            if let (Some(first), Some(second)) = (units.next(), units.next()) {
                self.set(first, second);
            }
        }
    }

    /// Takes one pair.
    pub(crate) fn set(&mut self, first: u16, second: u16) {
        let place = place(first, second);
        if let Some(word) = self.bits.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    /// Whether a phrase may begin at `at`.
    #[inline(always)]
    pub(crate) fn may_start(&self, view: ViewText<'_>, at: u32) -> bool {
        let place = place(view.at(at), view.at(at + 1));
        self.bits.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }
}

#[inline(always)]
fn place(first: u16, second: u16) -> usize {
    let mixed =
        u32::from(first).wrapping_mul(0x9E37_79B1) ^ u32::from(second).wrapping_mul(0x85EB_CA6B);
    (mixed >> 16) as usize % BITS
}
