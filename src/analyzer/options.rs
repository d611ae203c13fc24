//! What a caller may ask for.

use crate::day::Day;
use crate::error::Error;
use crate::segment::Mode;

/// What to do with a text.
#[derive(Clone, Debug)]
pub struct Options {
    /// Longest text taken, in UTF-8 bytes.
    pub limit: usize,
    /// How [`Analyzer::segment`](super::Analyzer::segment) cuts.
    pub mode: Mode,
    /// Whether numbers, formulas and brands are cut into their words too, instead of staying whole. jieba's lexicon knows
    /// no other cut.
    pub parts: bool,
    /// Whether jieba's model joins single characters to words nobody listed; only jieba's lexicon has it.
    pub hmm: bool,
    /// Whether [`Analyzer::segment`](super::Analyzer::segment) tells parts of speech, which takes jieba's lexicon some time.
    pub tags: bool,
    /// The day from which 去年, 近三年 and dates without a year are reckoned; by default they stay open.
    pub reference_date: Option<Day>,
    /// Whether [`Analyzer::analyze`](super::Analyzer::analyze) cuts words, where a lexicon is loaded.
    pub words: bool,
    /// Whether [`Analyzer::analyze`](super::Analyzer::analyze) tells of slogans, and of quoted strings that are none. Numbers are
    /// the same without.
    pub slogans: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            limit: 10_000_000,
            mode: Mode::Accurate,
            parts: false,
            hmm: true,
            tags: true,
            reference_date: None,
            words: true,
            slogans: true,
        }
    }
}

impl Options {
    /// An error where `source` is too long.
    pub(crate) fn check(&self, source: &str) -> Result<(), Error> {
        if source.len() > self.limit {
            return Err(Error::TextTooLong { bytes: source.len(), limit: self.limit });
        }
        Ok(())
    }
}
