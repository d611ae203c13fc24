//! The likeliest way through a block, as jieba finds it: from right to left, of equal ways the one with the longer word.
//!
//! Words are weighed while the trie is walked, so no graph is kept. Weights are kept for the last 256 characters only.
#![expect(
    clippy::float_arithmetic,
    reason = "jieba's weights are logarithms, and the order of sums counts"
)]

use crate::lexicon::Jieba;

/// Longest step there is.
const LONGEST: usize = 250;

/// Weights of the ways from the last 256 characters, and the best step from each.
pub(super) struct Router {
    weights: [f64; 256],
    ids: Vec<u16>,
    /// For each character the node of it and the next.
    seconds: Vec<u32>,
    steps: Vec<u8>,
}

impl Default for Router {
    fn default() -> Self {
        Self { weights: [0.0; 256], ids: Vec::new(), seconds: Vec::new(), steps: Vec::new() }
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
impl Router {
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
        self.weights[ring(length)] = 0.0;
        let user = lexicon.has_user_words();
        for at in (0..length).rev() {
            let reach = length.min(at + LONGEST);
            let behind = self.weights[ring(at + 1)];
            let (mut best, mut step) = match lexicon.single(self.ids[at]) {
                0 => (f64::NEG_INFINITY, 0),
                single => (lexicon.weight(single) + behind, 1),
            };
            let second = self.seconds[at];
            if second != 0 {
                lexicon.longer(second, &self.ids[at..reach], |length, weight| {
                    let weight = weight + self.weights[ring(at + length)];
                    if weight >= best {
                        (best, step) = (weight, length);
                    }
                });
            }
            if user {
                lexicon.user_prefixes(&block[at..reach], |length, weight| {
                    let weight = weight + self.weights[ring(at + length)];
                    if weight > best || weight == best && length > step {
                        (best, step) = (weight, length);
                    }
                });
            }
            if step == 0 {
                (best, step) = (lexicon.weight(0) + behind, 1);
            }
            self.weights[ring(at)] = best;
            self.steps[at] = step as u8;
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
