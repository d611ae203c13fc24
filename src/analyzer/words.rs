//! Words: the lexicons they are cut with, the reader's own among them, and the cut alone.

use super::{Analyzer, Options, keep};
use crate::error::Error;
use crate::gather::Gather as _;
use crate::lexicon::{Idf, Jieba, Lexicon, TagNames, cost};
use crate::segment::{self, Kept, Mode, SourceToken, SourceTokens, Tokens, jieba};
use crate::span::Span;
use crate::text::Text;

/// What words are cut with.
pub(super) enum Words {
    Compact(Box<Lexicon>),
    Jieba(Box<Jieba>),
}

/// What the tokens of a source are read off.
pub(crate) enum Cut<'a> {
    /// Nothing yet: jieba's are found as they are asked for.
    Jieba(&'a Jieba),
    /// Tokens of the view.
    Compact { lexicon: &'a Lexicon, text: Text<'a>, keep: Vec<Kept>, tokens: Tokens },
}

impl Cut<'_> {
    /// Calls `sink` with the tokens of `source`.
    pub(crate) fn visit(&self, source: &str, options: &Options, sink: &mut dyn FnMut(SourceToken)) {
        let Options { mode, hmm, tags, .. } = *options;
        match (self, mode) {
            (Cut::Jieba(lexicon), Mode::Accurate) => {
                let mut start = 0;
                jieba::cut(source, lexicon, hmm, tags, &mut |batch| {
                    for (length, tag) in batch.bytes() {
                        let span = Span::new(start, start + length);
                        start = span.end;
                        sink(SourceToken { span, tag });
                    }
                });
            }
            (Cut::Jieba(lexicon), _) => jieba::words(source, lexicon, mode, hmm, tags, sink),
            (Cut::Compact { text, tokens, .. }, Mode::Accurate) => {
                segment::visit_source(text, tokens, sink);
            }
            (Cut::Compact { lexicon, text, keep, tokens }, _) => {
                let mut cursor = text.cursor();
                let convert = |segment::Token { span, tag }| {
                    let start = cursor.start_of(span.start);
                    sink(SourceToken { span: Span::new(start, cursor.end_of(span.end)), tag });
                };
                if mode == Mode::Full {
                    segment::full(text.view(), keep, tokens, lexicon, convert);
                } else {
                    segment::search(text.view(), tokens, lexicon, convert);
                }
            }
        }
    }
}

impl Analyzer {
    /// Loads a compiled lexicon, for the word layer: the compact one, or jieba's. Bytes that are given away are freed as soon
    /// as they are read.
    pub fn load_lexicon(&mut self, bytes: impl AsRef<[u8]>) -> Result<(), Error> {
        self.words = Some(if Jieba::is(bytes.as_ref()) {
            Words::Jieba(Box::new(Jieba::from_bytes(bytes)?))
        } else {
            Words::Compact(Box::new(Lexicon::from_bytes(bytes.as_ref())?))
        });
        Ok(())
    }

    /// Takes the model that guesses the parts of speech of words in no dictionary. Only jieba's lexicon has use for it, which
    /// must be loaded.
    pub fn load_tag_model(&mut self, bytes: &[u8]) -> Result<(), Error> {
        match &mut self.words {
            Some(Words::Jieba(lexicon)) => lexicon.load_tag_model(bytes),
            _ => Err(Error::LexiconMissing),
        }
    }

    /// Takes the table of inverse document frequencies, for [`Analyzer::keywords`] by rarity. It serves both lexicons.
    pub fn load_idf(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.idf = Some(Box::new(Idf::from_bytes(bytes)?));
        Ok(())
    }

    /// Calls `sink` with the tokens of `source`, cut as `options` say; no list is made of them. In the accurate mode they
    /// partition the source.
    ///
    #[cfg_attr(feature = "compact", doc = "```")]
    #[cfg_attr(not(feature = "compact"), doc = "```ignore")]
    /// # use quandian::{Analyzer, Options, lexicon};
    /// let mut analyzer = Analyzer::new();
    /// analyzer.load_lexicon(lexicon::COMPACT)?;
    /// let (source, mut words) = ("新建36所夜校", Vec::new());
    /// analyzer.segment(source, &Options::default(), |token| {
    ///     words.extend(source.get(token.span.range()));
    /// })?;
    /// assert_eq!(words, ["新建", "36所", "夜校"]);
    /// # Ok::<(), quandian::Error>(())
    /// ```
    pub fn segment(
        &self,
        source: &str,
        options: &Options,
        mut sink: impl FnMut(SourceToken),
    ) -> Result<(), Error> {
        self.words(source, options)?.visit(source, options, &mut sink);
        Ok(())
    }

    /// What the tokens of `source` are read off.
    pub(crate) fn words<'a>(
        &'a self,
        source: &'a str,
        options: &Options,
    ) -> Result<Cut<'a>, Error> {
        options.check(source)?;
        match &self.words {
            None => Err(Error::LexiconMissing),
            Some(Words::Jieba(lexicon)) => Ok(Cut::Jieba(lexicon)),
            Some(Words::Compact(lexicon)) => {
                let text = Text::new(source, &self.normalizer);
                let keep = self.keep(&text, options);
                let mut kept = keep.iter().copied();
                let tokens = segment::segment(text.view(), &mut || kept.next(), lexicon);
                Ok(Cut::Compact { lexicon, text, keep, tokens })
            }
        }
    }

    /// The words of `source`, with their parts of speech.
    pub(super) fn words_of(&self, source: &str, options: &Options) -> Result<SourceTokens, Error> {
        Ok(match self.words(source, options)? {
            Cut::Jieba(lexicon) => jieba::tokens(source, lexicon, options.hmm, true),
            Cut::Compact { text, tokens, .. } => SourceTokens::new(&text, &tokens),
        })
    }

    /// What stays whole when words alone are asked for.
    fn keep(&self, text: &Text<'_>, options: &Options) -> Vec<Kept> {
        if options.parts {
            return Vec::new();
        }
        let options = Options { slogans: false, ..options.clone() };
        keep(&self.recognize(text, &options, &mut |_| {})).gather()
    }

    /// The compact lexicon, where it is the one that was loaded.
    pub fn lexicon(&self) -> Option<&Lexicon> {
        match &self.words {
            Some(Words::Compact(lexicon)) => Some(lexicon),
            _ => None,
        }
    }

    /// jieba's lexicon, where it is the one that was loaded.
    pub fn jieba(&self) -> Option<&Jieba> {
        match &self.words {
            Some(Words::Jieba(lexicon)) => Some(lexicon),
            _ => None,
        }
    }

    /// The names of the loaded lexicon's tags.
    pub fn tag_names(&self) -> Option<&TagNames> {
        match &self.words {
            Some(Words::Compact(lexicon)) => Some(lexicon.tag_names()),
            Some(Words::Jieba(lexicon)) => Some(lexicon.tag_names()),
            None => None,
        }
    }

    /// Adds a word of any characters, or changes a known one. Without `frequency` it gets what it needs to be preferred to
    /// its parts; without `tag` a known word keeps its own and a new one is a noun.
    ///
    #[cfg_attr(feature = "compact", doc = "```")]
    #[cfg_attr(not(feature = "compact"), doc = "```ignore")]
    /// # use quandian::{Analyzer, Options, lexicon};
    /// let mut analyzer = Analyzer::new();
    /// analyzer.load_lexicon(lexicon::COMPACT)?;
    /// analyzer.add_word("夜校联盟", None, Some("nt"))?;
    /// let (source, mut words) = ("夜校联盟成立", Vec::new());
    /// analyzer.segment(source, &Options::default(), |token| {
    ///     words.extend(source.get(token.span.range()));
    /// })?;
    /// assert_eq!(words, ["夜校联盟", "成立"]);
    /// # Ok::<(), quandian::Error>(())
    /// ```
    pub fn add_word(
        &mut self,
        word: &str,
        frequency: Option<u32>,
        tag: Option<&str>,
    ) -> Result<(), Error> {
        match &mut self.words {
            Some(Words::Compact(lexicon)) => {
                let units = self.normalizer.fold_str(word);
                let cost = match frequency {
                    Some(frequency) => cost::of_frequency(frequency),
                    None => segment::cost_to_win(&units, lexicon),
                };
                lexicon.set_word(&units, cost, tag)
            }
            Some(Words::Jieba(lexicon)) => {
                let frequency = frequency.unwrap_or_else(|| jieba::frequency_to_win(word, lexicon));
                lexicon.set_word(word, frequency, tag)
            }
            None => Err(Error::LexiconMissing),
        }
    }

    /// Takes a word out, one of the user's or the lexicon's.
    pub fn remove_word(&mut self, word: &str) -> Result<(), Error> {
        match &mut self.words {
            Some(Words::Compact(lexicon)) => lexicon.remove_word(&self.normalizer.fold_str(word)),
            Some(Words::Jieba(lexicon)) => lexicon.remove_word(word),
            None => Err(Error::LexiconMissing),
        }
    }
}
