//! The main path, top to bottom: text → view → candidates → resolve → tokens → relations → findings.

use crate::annotation::{Change, Fact, Number, Rejection, Slogan};
use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::recognize::number::NumberRecognizer;
use crate::recognize::relocate::Relocate;
use crate::recognize::resolve::resolve;
use crate::recognize::slogan::SloganRecognizer;
use crate::span::Source;
use crate::text::{Normalizer, Text};

/// What to do with a text.
#[derive(Clone, Debug)]
pub struct Options {
    /// Longest text taken, in UTF-8 bytes.
    pub limit: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { limit: 10_000_000 }
    }
}

/// Everything found in one text. Spans are UTF-8 byte ranges of the source.
#[derive(Default)]
pub struct Analysis {
    /// The number layer, sorted, without overlap.
    pub numbers: Vec<Number<Source>>,
    /// Pairs of figures of one indicator.
    pub changes: Vec<Change<Source>>,
    /// Numbers with their setting.
    pub facts: Vec<Fact<Source>>,
    /// The slogan layer, sorted; an outer slogan stands before the ones inside it.
    pub slogans: Vec<Slogan<Source>>,
    /// Numerals and quoted strings that were left out, with the reason.
    pub rejected: Vec<Rejection<Source>>,
}

/// Analyses texts. Holds tables and lexicon: make one and keep it.
pub struct Analyzer {
    normalizer: Normalizer,
    number: NumberRecognizer,
    slogan: SloganRecognizer,
    lexicon: Option<Lexicon>,
}

impl Default for Analyzer {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyzer {
    /// An analyser without lexicon: numbers and slogans, no words.
    pub fn new() -> Self {
        let normalizer = Normalizer::new();
        let number = NumberRecognizer::new(&normalizer);
        let slogan = SloganRecognizer::new(&normalizer);
        Self { normalizer, number, slogan, lexicon: None }
    }

    /// Loads a compiled lexicon, for the word layer.
    pub fn load_lexicon(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.lexicon = Some(Lexicon::from_bytes(bytes)?);
        Ok(())
    }

    /// Analyses `source`. The only error is a text over the limit; nothing was done then.
    pub fn analyze(&self, source: &str, options: &Options) -> Result<Analysis, Error> {
        if source.len() > options.limit {
            return Err(Error::TextTooLong { bytes: source.len(), limit: options.limit });
        }
        let text = Text::new(source, &self.normalizer);
        let (numbers, mut rejected) = self.number.recognize(&text);
        let (slogans, left_out) = self.slogan.recognize(&text);
        rejected.extend(left_out);
        let resolved = resolve(numbers, slogans, rejected);
        Ok(Analysis {
            numbers: resolved.numbers.relocate(&text),
            changes: Vec::new(),
            facts: Vec::new(),
            slogans: resolved.slogans.relocate(&text),
            rejected: resolved.rejected.relocate(&text),
        })
    }
}
