//! The main path, top to bottom: text → view → candidates → resolve → tokens → relations → analysis.

mod keywords;
mod options;
pub(crate) mod words;

pub use options::Options;

use crate::annotation::{Change, Fact, Identity, Number, Rejection, Slogan, SloganKind};
use crate::error::Error;
use crate::lexicon::{Idf, Tag, TagNames};
use crate::order::sorted_by;
use crate::recognize::change::Changes;
use crate::recognize::fact;
use crate::recognize::number::{self, NumberRecognizer};
use crate::recognize::of::Counted;
use crate::recognize::relocate::Relocate;
use crate::recognize::resolve::{Resolved, resolve};
use crate::recognize::slogan::SloganRecognizer;
use crate::segment::{self, Kept, SourceTokens, Tokens, jieba};
use crate::span::{Source, Span, View};
use crate::text::{Normalizer, Text};
use std::sync::{Arc, OnceLock};
use words::Words;

/// A part of an analysis that is done, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The text was normalised.
    Read,
    /// Slogans were found.
    Slogans,
    /// Numbers were found.
    Numbers,
    /// Words were cut, where a lexicon is loaded.
    Words,
    /// Annotations were tied to each other and led back to the source.
    Relations,
}

/// Everything found in one text. Spans are UTF-8 byte ranges of the source.
#[derive(Default)]
pub struct Analysis {
    /// The number layer, sorted, without overlap.
    pub numbers: Vec<Number<Source>>,
    /// Pairs of figures of one indicator.
    pub changes: Vec<Change<Source>>,
    /// The sentences in which numbers stand, each once.
    pub sentences: Vec<Span<Source>>,
    /// The slogan layer, sorted; an outer slogan stands before the ones inside it.
    pub slogans: Vec<Slogan<Source>>,
    /// What distinct slogans are, by the number their mentions share.
    pub identities: Vec<Identity>,
    /// Numerals and quoted strings that were left out, with the reason.
    pub rejected: Vec<Rejection<Source>>,
    /// The word layer: the best cut, a partition of the source; empty without lexicon.
    pub tokens: SourceTokens,
}

impl Analysis {
    /// Numbers with their setting, one for each that measures something.
    pub fn facts(&self) -> impl Iterator<Item = Fact<Source>> + '_ {
        fact::facts(&self.numbers, &self.changes, &self.sentences)
    }
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
    /// assert_eq!(steps, [Step::Read, Step::Slogans, Step::Numbers, Step::Words, Step::Relations]);
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
        if !options.slogans {
            resolved.slogans.clear();
        }
        let sentences = fact::sentences(view, &resolved.numbers);
        let identities = self.recognizers().slogan.identities(view, &resolved.slogans);
        let cursor = &mut text.cursor();
        let analysis = Analysis {
            tokens,
            numbers: resolved.numbers.relocate(cursor),
            changes: changes.relocate(cursor),
            sentences: sentences.relocate(cursor),
            identities,
            slogans: resolved.slogans.relocate(cursor),
            rejected: resolved.rejected.relocate(cursor),
        };
        done(Step::Relations);
        Ok(analysis)
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
        let words = self.words.as_ref()?;
        let mut kept = keep(resolved);
        let keep = &mut || kept.next();
        match words {
            Words::Compact(lexicon) => {
                let cut = segment::segment(text.view(), keep, lexicon);
                if options.words && options.parts {
                    let parts = segment::segment(text.view(), &mut || None, lexicon);
                    *tokens = SourceTokens::new(text, &parts);
                } else if options.words {
                    *tokens = SourceTokens::new(text, &cut);
                }
                Some((cut, lexicon.tag_names()))
            }
            Words::Jieba(lexicon) => {
                *tokens = jieba::tokens(text.source(), lexicon, options.hmm, true);
                let cut = jieba::project(text, keep, tokens);
                if !options.words {
                    *tokens = SourceTokens::default();
                }
                Some((cut, lexicon.tag_names()))
            }
        }
    }

    fn read<'s>(&self, source: &'s str, options: &Options) -> Result<Text<'s>, Error> {
        options.check(source)?;
        Ok(Text::new(source, &self.normalizer))
    }

    fn recognize(
        &self,
        text: &Text<'_>,
        options: &Options,
        done: &mut dyn FnMut(Step),
    ) -> Resolved {
        let Recognizers { number, slogan, .. } = self.recognizers();
        // Slogans first: what reading them takes is free again when the numbers come, of which a text may hold very many.
        let (slogans, left_out) = slogan.recognize(text, options.slogans);
        done(Step::Slogans);
        let (numbers, mut rejected) = number.recognize(text, options.reference_date);
        rejected.extend(left_out);
        done(Step::Numbers);
        let mut resolved = resolve(numbers, slogans, rejected);
        let displaced = std::mem::take(&mut resolved.displaced);
        resolved.rejected.extend(number::rejections(text.view(), displaced));
        resolved.rejected = sorted_by(resolved.rejected, |r| (r.span.start, r.span.end));
        resolved
    }
}

/// What stays one token: numbers, formulas and brands, the outer before the inner ones.
fn keep(resolved: &Resolved) -> impl Iterator<Item = Kept> {
    let numbers =
        resolved.numbers.iter().map(|number| Kept { span: number.span, tag: Tag::NUMBER });
    let named =
        |slogan: &&Slogan<View>| matches!(slogan.kind, SloganKind::Formula | SloganKind::Brand);
    let slogans = resolved.slogans.iter().filter(named);
    let slogans = slogans.map(|slogan| Kept { span: slogan.span, tag: Tag::PROPER });
    // Both are sorted.
    let place = |kept: &Kept| (kept.span.start, u32::MAX - kept.span.end);
    let (mut numbers, mut slogans) = (numbers.peekable(), slogans.peekable());
    std::iter::from_fn(move || {
        let slogan = slogans.peek().map(place);
        let number = numbers.next_if(|number| slogan.is_none_or(|slogan| place(number) <= slogan));
        number.or_else(|| slogans.next())
    })
}
