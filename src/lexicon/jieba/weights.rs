//! What words weigh on jieba's route: ln frequency less ln total, the difference taken as jieba takes it.
#![expect(clippy::float_arithmetic, reason = "jieba's weights are logarithms")]

use super::logarithm::{ln, step};

/// Frequencies that occur, with their weights.
#[derive(Clone)]
pub(crate) struct Weights {
    frequencies: Vec<u32>,
    logarithms: Vec<f64>,
    /// By number: what the route adds. Number 0 is that of no word, and weighs what a frequency of one would.
    weights: Vec<f64>,
    total: u64,
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
            .map(|(frequency, correction)| step(ln(f64::from(*frequency)), *correction))
            .collect();
        let ln_total = step(ln(f64::from(total)), correction);
        let mut made = Self {
            frequencies,
            logarithms,
            weights: Vec::new(),
            total: u64::from(total),
            ln_total,
        };
        made.weigh();
        made
    }

    fn weigh(&mut self) {
        let ln_total = self.ln_total;
        self.weights.clear();
        self.weights.push(0.0 - ln_total);
        self.weights.extend(self.logarithms.iter().map(|logarithm| logarithm - ln_total));
    }

    /// The weight with this number.
    #[inline(always)]
    #[expect(
        clippy::indexing_slicing,
        reason = "inner loop: numbers were checked by the reader, or given out here"
    )]
    pub(crate) fn get(&self, number: u16) -> f64 {
        self.weights[usize::from(number)]
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
        let known = self.frequencies.iter().position(|other| *other == frequency);
        if known.is_none() {
            u16::try_from(self.frequencies.len() + 1).ok()?;
            self.frequencies.push(frequency);
            let logarithm =
                if frequency == 0 { f64::NEG_INFINITY } else { ln(f64::from(frequency)) };
            self.logarithms.push(logarithm);
            self.weigh();
        }
        u16::try_from(known.unwrap_or(self.frequencies.len() - 1) + 1).ok()
    }

    /// Counts a word of one frequency as one of another.
    pub(super) fn count(&mut self, before: u32, after: u32) {
        self.total = (self.total + u64::from(after)).saturating_sub(u64::from(before)).max(1);
        self.ln_total = ln(self.total as f64);
        self.weigh();
    }

    /// The frequency at which a word weighs as much as parts of these frequencies, and one more.
    pub(super) fn frequency_of_parts(&self, parts: impl Iterator<Item = u32>) -> u32 {
        let parts = parts.map(|frequency| ln(f64::from(frequency.max(1))));
        let sum = parts.fold(0.0, |sum, logarithm| sum + logarithm - self.ln_total);
        (sum + self.ln_total).exp() as u32 + 1
    }
}
