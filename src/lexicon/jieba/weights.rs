//! What words weigh on jieba's route: ln frequency less ln total, the difference taken as jieba takes it.
#![expect(clippy::float_arithmetic, reason = "jieba's weights are logarithms")]

use super::logarithm::{ln, step};

/// Frequencies that occur, with their weights.
#[derive(Clone)]
pub(crate) struct Weights {
    /// Those of the lexicon, rising, then those of the user's words as they came.
    frequencies: Vec<u32>,
    /// Where the lexicon's end.
    listed: usize,
    /// Numbers of the user's, by rising frequency.
    added: Vec<u16>,
    /// By number. Number 0 is that of no word, which weighs what a frequency of one would.
    logarithms: Vec<f64>,
    total: u64,
    /// Taken off at each look-up: a word of the user's changes the total, and with it every weight.
    ln_total: f64,
}

impl Weights {
    /// From rising frequencies, the corrections of their logarithms, and total and its correction.
    pub(super) fn new(
        frequencies: Vec<u32>,
        corrections: &[u8],
        total: u32,
        correction: u8,
    ) -> Self {
        let logarithms = frequencies
            .iter()
            .zip(corrections)
            .map(|(frequency, correction)| step(ln(f64::from(*frequency)), *correction));
        Self {
            logarithms: std::iter::once(0.0).chain(logarithms).collect(),
            listed: frequencies.len(),
            added: Vec::new(),
            frequencies,
            total: u64::from(total),
            ln_total: step(ln(f64::from(total)), correction),
        }
    }

    /// The weight with this number.
    #[inline(always)]
    #[expect(
        clippy::indexing_slicing,
        reason = "inner loop: numbers were checked by the reader, or given out here"
    )]
    pub(crate) fn get(&self, number: u16) -> f64 {
        self.of(self.logarithms[usize::from(number)])
    }

    /// The weight of what has this logarithm.
    #[inline(always)]
    pub(super) fn of(&self, logarithm: f64) -> f64 {
        logarithm - self.ln_total
    }

    /// The logarithm with this number; that of no word is no number.
    pub(super) fn logarithm(&self, number: u16) -> f64 {
        let known = self.logarithms.get(usize::from(number)).filter(|_| number != 0);
        known.copied().unwrap_or(f64::NAN)
    }

    /// How many numbers there are besides that of no word.
    pub(super) fn len(&self) -> usize {
        self.frequencies.len()
    }

    /// The frequency with this number; 0 for that of no word.
    pub(super) fn frequency(&self, number: u16) -> u32 {
        number
            .checked_sub(1)
            .and_then(|at| self.frequencies.get(usize::from(at)))
            .copied()
            .unwrap_or(0)
    }

    /// The number of `frequency`, made where it is new; none where there are 65,535 already.
    pub(super) fn intern(&mut self, frequency: u32) -> Option<u16> {
        let listed = self.frequencies.get(..self.listed)?;
        if let Ok(at) = listed.binary_search(&frequency) {
            return u16::try_from(at + 1).ok();
        }
        let place = self.added.partition_point(|number| self.frequency(*number) < frequency);
        if let Some(number) = self.added.get(place)
            && self.frequency(*number) == frequency
        {
            return Some(*number);
        }
        let number = u16::try_from(self.frequencies.len() + 1).ok()?;
        self.frequencies.push(frequency);
        let none = frequency == 0;
        self.logarithms.push(if none { f64::NEG_INFINITY } else { ln(f64::from(frequency)) });
        self.added.insert(place, number);
        Some(number)
    }

    /// Counts a word of one frequency as one of another.
    pub(super) fn count(&mut self, before: u32, after: u32) {
        self.total = (self.total + u64::from(after)).saturating_sub(u64::from(before)).max(1);
        self.ln_total = ln(self.total as f64);
    }

    /// The frequency at which a word weighs as much as parts of these frequencies, and one more.
    pub(super) fn frequency_of_parts(&self, parts: impl Iterator<Item = u32>) -> u32 {
        let parts = parts.map(|frequency| ln(f64::from(frequency.max(1))));
        let sum = parts.fold(0.0, |sum, logarithm| sum + logarithm - self.ln_total);
        ((sum + self.ln_total).exp() as u32).saturating_add(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_frequency_is_too_high_to_be_topped() {
        let weights = Weights::new(Vec::new(), &[], 2, 0);
        assert_eq!(weights.frequency_of_parts([u32::MAX; 2].into_iter()), u32::MAX);
    }
}
