//! The likeliest way through a block, as jieba finds it: from right to left, of equal ways the one with the longer word.
//!
//! Words are weighed while the trie is walked, so no graph is kept. Weights are kept for the last 256 characters only.
#![expect(
    clippy::float_arithmetic,
    reason = "jieba's weights are logarithms, and the order of sums counts"
)]

use crate::lexicon::{Further, Jieba, LONGEST};

/// Weights of the ways from the last 256 characters, and the best step from each.
pub(super) struct Router<'l> {
    further: &'l Further,
    weights: [f64; 256],
    ids: Vec<u16>,
    /// For each character the node of it and the next.
    seconds: Vec<u32>,
    steps: Vec<u8>,
}

impl<'l> Router<'l> {
    pub(super) fn new(further: &'l Further) -> Self {
        let weights = [0.0; 256];
        Self { further, weights, ids: Vec::new(), seconds: Vec::new(), steps: Vec::new() }
    }
}

/// The place of offset `at` in a ring.
#[inline(always)]
fn ring(at: usize) -> usize {
    at & 255
}

#[expect(
    clippy::indexing_slicing,
    reason = "inner loop: offsets within the block, and places in a ring"
)]
#[expect(clippy::neg_cmp_op_on_partial_ord, reason = "what is no number loses every comparison")]
impl Router<'_> {
    /// Finds the steps through `block`.
    #[inline(never)]
    pub(super) fn route(&mut self, block: &[char], lexicon: &Jieba) {
        self.ids.clear();
        self.ids.extend(block.iter().map(|character| lexicon.id(*character)));
        // Before the route: these look-ups do not wait for each other.
        self.seconds.clear();
        let pairs = self.ids.iter().zip(self.ids.get(1..).unwrap_or(&[]));
        self.seconds.extend(pairs.map(|(first, second)| lexicon.second(*first, *second)));
        self.seconds.push(0);
        let length = block.len();
        if self.steps.len() < length {
            self.steps.resize(length, 1);
        }
        let Self { weights, ids, seconds, steps, further } = self;
        let user = lexicon.has_user_words();
        let mut behind = 0.0;
        weights[ring(length)] = behind;
        let places = ids.iter().zip(seconds).zip(steps).enumerate();
        for (at, ((id, second), to)) in places.rev() {
            // No number where the character is no word, so that every word is better.
            let (mut best, mut step) = (lexicon.single(*id) + behind, 1);
            if *second != 0 {
                let ids = &ids[at..length.min(at + LONGEST)];
                lexicon.longer(*second, ids, further, |length, weight| {
                    let weight = weight + weights[ring(at + length)];
                    if !(weight < best) {
                        (best, step) = (weight, length);
                    }
                });
            }
            if user {
                let block = &block[at..length.min(at + LONGEST)];
                lexicon.user_prefixes(block, |length, weight| {
                    let weight = weight + weights[ring(at + length)];
                    if !(weight <= best) || weight == best && length > step {
                        (best, step) = (weight, length);
                    }
                });
            }
            if best.is_nan() {
                best = lexicon.weight(0) + behind;
            }
            weights[ring(at)] = best;
            *to = step as u8;
            behind = best;
        }
    }

    /// Whether some word of the compiled lexicon begins with the two characters at `at`.
    #[inline(always)]
    pub(super) fn begins(&self, at: usize) -> bool {
        self.seconds[at] != 0
    }

    /// How many characters the word at `at` has.
    #[inline(always)]
    pub(super) fn step(&self, at: usize) -> usize {
        usize::from(self.steps[at])
    }
}
