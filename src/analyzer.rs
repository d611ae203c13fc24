//! The main path, top to bottom: text → view → candidates → resolve → tokens → relations → findings.

use crate::annotation::{Change, Fact, Identity, Number, Rejection, Slogan, SloganKind};
use crate::day::Day;
use crate::error::Error;
use crate::lexicon::{Idf, Jieba, Lexicon, Tag, TagNames, cost};
use crate::recognize::change::Changes;
use crate::recognize::fact;
use crate::recognize::number::{self, NumberRecognizer};
use crate::recognize::of::Counted;
use crate::recognize::order::sorted_by;
use crate::recognize::relocate::Relocate;
use crate::recognize::resolve::{Resolved, resolve};
use crate::recognize::slogan::SloganRecognizer;
use crate::recognize::stopwords::is_stopword;
use crate::segment::keywords::{Candidates, Keyword, KeywordOptions, Method};
use crate::segment::{self, Kept, Mode, SourceToken, SourceTokens, Tokens, jieba};
use crate::span::{Source, Span, View};
use crate::text::{Normalizer, Text};
use std::sync::{Arc, OnceLock};

/// What to do with a text.
#[derive(Clone, Debug)]
pub struct Options {
    /// Longest text taken, in UTF-8 bytes.
    pub limit: usize,
    /// How [`Analyzer::segment`] cuts.
    pub mode: Mode,
    /// Whether numbers, formulas and brands are cut into their words too, instead of staying whole. jieba's lexicon knows
    /// no other cut.
    pub parts: bool,
    /// Whether jieba's model joins single characters to words nobody listed; only jieba's lexicon has it.
    pub hmm: bool,
    /// Whether [`Analyzer::segment`] tells parts of speech, which takes jieba's lexicon some time.
    pub tags: bool,
    /// The day from which 去年, 近三年 and dates without a year are reckoned; by default they stay open.
    pub reference_date: Option<Day>,
    /// Whether [`Analyzer::analyze`] cuts words, where a lexicon is loaded.
    pub words: bool,
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
        }
    }
}

/// A part of an analysis that is done, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The text was normalised.
    Read,
    /// Numbers were found.
    Numbers,
    /// Slogans were found.
    Slogans,
    /// Words were cut, where a lexicon is loaded.
    Words,
    /// Findings were tied to each other and led back to the source.
    Relations,
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
    /// What distinct slogans are, by the number their mentions share.
    pub identities: Vec<Identity>,
    /// Numerals and quoted strings that were left out, with the reason.
    pub rejected: Vec<Rejection<Source>>,
    /// The word layer: the best cut, a partition of the source; empty without lexicon.
    pub tokens: SourceTokens,
}

/// Analyses texts. Holds tables and lexicon: make one and keep it.
///
/// ```
/// use quandian::{Analyzer, Member, Options};
/// let source = "合作社办起“三统”：统一育秧、统一植保、统一收购。";
/// let analysis = Analyzer::new().analyze(source, &Options::default())?;
/// let formula = analysis.slogans.iter().find(|slogan| source.get(slogan.span.range()) == Some("三统"));
/// let members: Vec<&str> = formula
///     .into_iter()
///     .flat_map(|slogan| &slogan.members)
///     .filter_map(|member| match member {
///         Member::Text { span, .. } => source.get(span.range()),
///         Member::Glossary(words) => Some(words),
///     })
///     .collect();
/// assert_eq!(members, ["统一育秧", "统一植保", "统一收购"]);
/// # Ok::<(), quandian::Error>(())
/// ```
pub struct Analyzer {
    normalizer: Normalizer,
    /// Made when first needed: who only cuts words never pays for the word lists of the other layers.
    recognizers: OnceLock<Recognizers>,
    /// Rows of the reader's own formulas.
    formulas: String,
    words: Option<Words>,
    /// For keywords by rarity.
    idf: Option<Box<Idf>>,
}

/// What words are cut with.
enum Words {
    Compact(Box<Lexicon>),
    Jieba(Box<Jieba>),
}

/// The recognisers of numbers and slogans, with their word lists.
struct Recognizers {
    number: NumberRecognizer,
    slogan: SloganRecognizer,
    counted: Counted,
    changes: Changes,
}

impl Recognizers {
    fn new(normalizer: &Normalizer, formulas: &str) -> Self {
        let frozen = Arc::new(number::frozen_words(normalizer));
        let number = NumberRecognizer::new(frozen.clone(), normalizer);
        let mut slogan = SloganRecognizer::new(frozen, normalizer);
        if !formulas.is_empty() {
            slogan.set_formulas(formulas, normalizer);
        }
        Self {
            number,
            slogan,
            counted: Counted::new(normalizer),
            changes: Changes::new(normalizer),
        }
    }
}

impl Default for Analyzer {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyzer {
    /// An analyser without lexicon: numbers and slogans, no words.
    pub fn new() -> Self {
        Self {
            normalizer: Normalizer::new(),
            recognizers: OnceLock::new(),
            formulas: String::new(),
            words: None,
            idf: None,
        }
    }

    fn recognizers(&self) -> &Recognizers {
        self.recognizers.get_or_init(|| Recognizers::new(&self.normalizer, &self.formulas))
    }

    /// Loads a compiled lexicon, for the word layer: the compact one, or jieba's.
    pub fn load_lexicon(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.words = Some(if Jieba::is(bytes) {
            Words::Jieba(Box::new(Jieba::from_bytes(bytes)?))
        } else {
            Words::Compact(Box::new(Lexicon::from_bytes(bytes)?))
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

    /// Takes formulas of the reader's own, which win over the shipped ones: rows of tab-separated columns, the formula and
    /// its members parted by 、; further columns as in data/formulas.tsv.
    ///
    /// ```
    /// # use quandian::{Analyzer, Member, MemberStatus, Options};
    /// let mut analyzer = Analyzer::new();
    /// analyzer.set_formulas("四聚\t聚人气、聚产业、聚资金、聚项目\n");
    /// let analysis = analyzer.analyze("各组把“四聚”做实。", &Options::default())?;
    /// assert_eq!(analysis.slogans.first().map(|slogan| slogan.status), Some(MemberStatus::Complete));
    /// # Ok::<(), quandian::Error>(())
    /// ```
    pub fn set_formulas(&mut self, rows: &str) {
        self.formulas = rows.to_owned();
        self.recognizers = OnceLock::new();
    }

    /// Analyses `source`. The only error is a text over the limit; nothing was done then.
    pub fn analyze(&self, source: &str, options: &Options) -> Result<Analysis, Error> {
        self.analyze_with_progress(source, options, |_| {})
    }

    /// The same, and calls `done` after each step: a long text takes seconds.
    ///
    /// ```
    /// # use quandian::{Analyzer, Options, Step};
    /// let mut steps = Vec::new();
    /// let done = |step| steps.push(step);
    /// Analyzer::new().analyze_with_progress("新建36所夜校", &Options::default(), done)?;
    /// assert_eq!(steps, [Step::Read, Step::Numbers, Step::Slogans, Step::Words, Step::Relations]);
    /// # Ok::<(), quandian::Error>(())
    /// ```
    pub fn analyze_with_progress(
        &self,
        source: &str,
        options: &Options,
        mut done: impl FnMut(Step),
    ) -> Result<Analysis, Error> {
        let text = self.read(source, options)?;
        let view = text.view();
        done(Step::Read);
        let mut resolved = self.recognize(&text, options, &mut done);
        let mut tokens = SourceTokens::default();
        if let Some((cut, names)) = self.cut(&text, &resolved, options, &mut tokens) {
            self.recognizers().counted.attach(view, &cut, names, &mut resolved.numbers);
        }
        done(Step::Words);
        let changes = self.recognizers().changes.find(view, &mut resolved.numbers);
        let facts = fact::facts(view, &resolved.numbers);
        let analysis = Analysis {
            tokens,
            numbers: resolved.numbers.relocate(&text),
            changes: changes.relocate(&text),
            facts: facts.relocate(&text),
            identities: self.recognizers().slogan.identities(view, &resolved.slogans),
            slogans: resolved.slogans.relocate(&text),
            rejected: resolved.rejected.relocate(&text),
        };
        done(Step::Relations);
        Ok(analysis)
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
        if let Some(tokens) = self.listed(source, options)? {
            tokens.iter().for_each(sink);
            return Ok(());
        }
        let lexicon = match &self.words {
            None => return Err(Error::LexiconMissing),
            Some(Words::Jieba(lexicon)) => {
                let Options { mode, hmm, tags, .. } = *options;
                jieba::words(source, lexicon, mode, hmm, tags, &mut sink);
                return Ok(());
            }
            Some(Words::Compact(lexicon)) => lexicon,
        };
        let text = Text::new(source, &self.normalizer);
        let keep = self.keep(&text, options);
        let tokens = segment::segment(text.view(), &keep, lexicon);
        let mut cursor = text.cursor();
        let convert = |token: segment::Token| {
            let start = cursor.start_of(token.span.start);
            sink(SourceToken {
                span: Span::new(start, cursor.end_of(token.span.end)),
                tag: token.tag,
            });
        };
        match options.mode {
            Mode::Accurate => segment::visit_source(&text, &tokens, sink),
            Mode::Full => segment::full(text.view(), &keep, &tokens, lexicon, convert),
            Mode::Search => segment::search(text.view(), &tokens, lexicon, convert),
        }
        Ok(())
    }

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
        let allowed = |tag: Tag| {
            if wanted.allow.is_empty() {
                return !(compact && matches!(tag, Tag::NUMBER | Tag::PUNCTUATION));
            }
            wanted.allow.iter().any(|name| name == names.name(tag))
        };
        let surface = |span: Span<Source>| source.get(span.range()).unwrap_or_default();
        let mut candidates = Candidates::default();
        for SourceToken { span, tag } in self.words_of(source, options)?.iter() {
            let word = surface(span);
            if !allowed(tag) || is_stopword(word) {
                candidates.pass();
            } else if compact {
                candidates.push(self.normalizer.fold_str(word), span, tag);
            } else {
                // Their order is that of code points.
                candidates.push(word.bytes().map(u16::from).collect(), span, tag);
            }
        }
        Ok(match idf {
            Some(idf) => candidates.by_rarity(wanted.count, |span| {
                let word = surface(span);
                if compact {
                    idf.get(&self.normalizer.fold_str(word))
                } else {
                    idf.get(&word.encode_utf16().collect::<Vec<u16>>())
                }
            }),
            None => candidates.by_rank(wanted.count),
        })
    }

    /// The tokens of `source` as [`Analyzer::segment`] cuts it, where jieba partitions it: they are in a list already.
    pub(crate) fn listed(
        &self,
        source: &str,
        options: &Options,
    ) -> Result<Option<SourceTokens>, Error> {
        check(source, options)?;
        Ok(match &self.words {
            Some(Words::Jieba(lexicon)) if options.mode == Mode::Accurate => {
                Some(jieba::tokens(source, lexicon, options.hmm, options.tags))
            }
            _ => None,
        })
    }

    /// The words of `source`, with their parts of speech.
    fn words_of(&self, source: &str, options: &Options) -> Result<SourceTokens, Error> {
        check(source, options)?;
        match &self.words {
            None => Err(Error::LexiconMissing),
            Some(Words::Jieba(lexicon)) => Ok(jieba::tokens(source, lexicon, options.hmm, true)),
            Some(Words::Compact(lexicon)) => {
                let text = Text::new(source, &self.normalizer);
                let keep = self.keep(&text, options);
                Ok(SourceTokens::new(&text, &segment::segment(text.view(), &keep, lexicon)))
            }
        }
    }

    /// The tokens of the view, in which what was found stays whole, and the names of their tags; those of the source go to
    /// `tokens`, where they are wanted.
    fn cut(
        &self,
        text: &Text<'_>,
        resolved: &Resolved,
        options: &Options,
        tokens: &mut SourceTokens,
    ) -> Option<(Tokens, &TagNames)> {
        let keep = keep(resolved);
        match self.words.as_ref()? {
            Words::Compact(lexicon) => {
                let cut = segment::segment(text.view(), &keep, lexicon);
                if options.words && options.parts {
                    let parts = segment::segment(text.view(), &[], lexicon);
                    *tokens = SourceTokens::new(text, &parts);
                } else if options.words {
                    *tokens = SourceTokens::new(text, &cut);
                }
                Some((cut, lexicon.tag_names()))
            }
            Words::Jieba(lexicon) => {
                *tokens = jieba::tokens(text.source(), lexicon, options.hmm, true);
                let cut = jieba::project(text, &keep, tokens);
                if !options.words {
                    *tokens = SourceTokens::default();
                }
                Some((cut, lexicon.tag_names()))
            }
        }
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

    fn read<'s>(&self, source: &'s str, options: &Options) -> Result<Text<'s>, Error> {
        check(source, options)?;
        Ok(Text::new(source, &self.normalizer))
    }

    /// What stays whole when words alone are asked for.
    fn keep(&self, text: &Text<'_>, options: &Options) -> Vec<Kept> {
        if options.parts {
            return Vec::new();
        }
        keep(&self.recognize(text, options, &mut |_| {}))
    }

    fn recognize(
        &self,
        text: &Text<'_>,
        options: &Options,
        done: &mut dyn FnMut(Step),
    ) -> Resolved {
        let (numbers, mut rejected) =
            self.recognizers().number.recognize(text, options.reference_date);
        done(Step::Numbers);
        let (slogans, left_out) = self.recognizers().slogan.recognize(text);
        done(Step::Slogans);
        rejected.extend(left_out);
        let mut resolved = resolve(numbers, slogans, rejected);
        let displaced = std::mem::take(&mut resolved.displaced);
        resolved.rejected.extend(number::rejections(text.view(), displaced));
        resolved.rejected = sorted_by(resolved.rejected, |r| (r.span.start, r.span.end));
        resolved
    }
}

/// An error where `source` is too long.
fn check(source: &str, options: &Options) -> Result<(), Error> {
    if source.len() > options.limit {
        return Err(Error::TextTooLong { bytes: source.len(), limit: options.limit });
    }
    Ok(())
}

/// What stays one token: numbers, formulas and brands, the outer before the inner ones.
fn keep(resolved: &Resolved) -> Vec<Kept> {
    let mut kept = Vec::with_capacity(resolved.numbers.len() + resolved.slogans.len());
    let numbers =
        resolved.numbers.iter().map(|number| Kept { span: number.span, tag: Tag::NUMBER });
    let named =
        |slogan: &&Slogan<View>| matches!(slogan.kind, SloganKind::Formula | SloganKind::Brand);
    let slogans = resolved.slogans.iter().filter(named);
    let slogans = slogans.map(|slogan| Kept { span: slogan.span, tag: Tag::PROPER });
    // Both are sorted.
    let place = |kept: &Kept| (kept.span.start, u32::MAX - kept.span.end);
    let mut numbers = numbers.peekable();
    for slogan in slogans {
        while let Some(number) = numbers.next_if(|number| place(number) <= place(&slogan)) {
            kept.push(number);
        }
        kept.push(slogan);
    }
    kept.extend(numbers);
    kept
}
