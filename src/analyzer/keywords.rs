//! Keywords: the words that say most about a text.

use super::{Analyzer, Options};
use crate::error::Error;
use crate::gather::Gather as _;
use crate::lexicon::Tag;
use crate::recognize::stopwords::is_stopword;
use crate::segment::SourceToken;
use crate::segment::keywords::{Candidates, Keyword, KeywordOptions, Method};
use crate::span::{Source, Span};

impl Analyzer {
    /// The words of two characters or more that say most about `source`, the weightiest first. With the compact lexicon numbers
    /// are no keywords unless they are allowed, formulas and brands are, and 農業 is 农业.
    ///
    #[cfg_attr(feature = "compact", doc = "```")]
    #[cfg_attr(not(feature = "compact"), doc = "```ignore")]
    /// # use quandian::{Analyzer, Options, lexicon, segment::KeywordOptions};
    /// let mut analyzer = Analyzer::new();
    /// analyzer.load_lexicon(lexicon::COMPACT)?;
    /// let source = "夜校开学，农民进夜校，夜校教农民记账。";
    /// let wanted = KeywordOptions { count: 2, ..KeywordOptions::default() };
    /// let keywords = analyzer.keywords(source, &Options::default(), &wanted)?;
    /// let words: Vec<_> = keywords.iter().filter_map(|word| source.get(word.span.range())).collect();
    /// assert_eq!(words, ["夜校", "农民"]);
    /// assert_eq!(keywords.first().map(|word| word.count), Some(3));
    /// # Ok::<(), quandian::Error>(())
    /// ```
    pub fn keywords(
        &self,
        source: &str,
        options: &Options,
        wanted: &KeywordOptions,
    ) -> Result<Vec<Keyword>, Error> {
        let names = self.tag_names().ok_or(Error::LexiconMissing)?;
        let idf = match wanted.method {
            Method::TfIdf => Some(self.idf.as_deref().ok_or(Error::IdfMissing)?),
            Method::TextRank => None,
        };
        let compact = self.lexicon().is_some();
        let allowed = |tag: Tag| match wanted.allow.as_slice() {
            [] => !(compact && matches!(tag, Tag::NUMBER | Tag::PUNCTUATION)),
            allow => allow.iter().any(|name| name == names.name(tag)),
        };
        let surface = |span: Span<Source>| source.get(span.range()).unwrap_or_default();
        let mut candidates = Candidates::default();
        for SourceToken { span, tag } in self.words_of(source, options)?.iter() {
            let word = surface(span);
            if allowed(tag) && !is_stopword(word) {
                candidates.push(&self.key(word), span, tag);
            } else {
                candidates.pass();
            }
        }
        Ok(match idf {
            Some(idf) => {
                candidates.by_rarity(wanted.count, |span| idf.get(&self.units(surface(span))))
            }
            None => candidates.by_rank(wanted.count),
        })
    }

    /// A word as the table of rarity has it.
    fn units(&self, word: &str) -> Vec<u16> {
        match self.lexicon() {
            Some(_) => self.normalizer.fold_str(word),
            None => word.encode_utf16().gather(),
        }
    }

    /// What is equal for mentions of one word.
    fn key(&self, word: &str) -> Vec<u16> {
        match self.lexicon() {
            Some(_) => self.normalizer.fold_str(word),
            // Bytes: their order, which decides between equal weights, is that of code points.
            None => word.bytes().map(u16::from).gather(),
        }
    }
}
