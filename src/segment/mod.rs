//! Segmentation: the view, cut into tokens.
//!
//! What other layers claimed stays whole; so do runs of digits and Latin letters; what lies between, runs of Han
//! characters, is cut along the cheapest route through all words of the lexicon. This room takes spans to keep and knows
//! nothing of what they are.
//!
//! ```
//! use quandian::lexicon::Lexicon;
//! use quandian::segment::{Kept, segment};
//! use quandian::text::{Normalizer, Text};
//! use quandian::{Span, lexicon::Tag};
//! let mut lexicon = Lexicon::default();
//! for word in ["培训", "党员"] {
//!     lexicon.set_word(&word.encode_utf16().collect::<Vec<_>>(), 8, None)?;
//! }
//! let normalizer = Normalizer::new();
//! let text = Text::new("培训党员6.4万人次。", &normalizer);
//! // 6.4万人次, units 4..10, was found to be a number: one token.
//! let mut keep = [Kept { span: Span::new(4, 10), tag: Tag::NUMBER }].into_iter();
//! let tokens = segment(text.view(), &mut || keep.next(), &lexicon);
//! let ends: Vec<u32> = tokens.iter().map(|token| token.span.end).collect();
//! assert_eq!(ends, [2, 4, 10, 11]);
//! # Ok::<(), quandian::Error>(())
//! ```

mod full;
pub(crate) mod jieba;
pub(crate) mod keywords;
mod number;
mod route;
mod run;
mod search;
mod source;
mod token;
mod unknown;

pub use full::full;
pub use keywords::{Keyword, KeywordOptions, Method};
pub use search::search;
pub use source::{SourceToken, SourceTokens, visit_source};
pub use token::{Token, Tokens};

use crate::lexicon::{Lexicon, Tag};
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};
use route::Router;

/// How to cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The best cut: every character in one token.
    #[default]
    Accurate,
    /// Every word of the lexicon at every place.
    Full,
    /// The best cut, and before each long word the shorter ones inside it.
    Search,
}

/// A span that stays one token, and the part of speech it gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where it stands.
    pub span: Span<View>,
    /// Its tag.
    pub tag: Tag,
}

/// Cuts `view`. The spans that `keep` gives, one at a call, are sorted; each outermost one becomes one token, spans inside
/// another are passed over. A long text has too many of them for a list.
pub fn segment(
    view: ViewText<'_>,
    keep: &mut dyn FnMut() -> Option<Kept>,
    lexicon: &Lexicon,
) -> Tokens {
    let mut cutter =
        Cutter { view, lexicon, tokens: Tokens::new(view.len()), router: Router::default() };
    let mut done = 0;
    while let Some(kept) = keep() {
        let Span { start, end, .. } = kept.span;
        if start >= done && end > start && end <= view.len() {
            cutter.gap(Span::new(done, start));
            cutter.tokens.put(kept.span, kept.tag);
            done = end;
        }
    }
    cutter.gap(Span::new(done, view.len()));
    cutter.tokens
}

/// What a word of the user's must cost, in nats, to be cut from its surroundings rather than its parts.
pub fn cost_to_win(units: &[u16], lexicon: &Lexicon) -> u8 {
    let mut slots = vec![0; units.len()];
    let parts = Router::default().route(units, lexicon, &mut slots);
    let cheaper = (parts / route::NAT - 2).max(0);
    u8::try_from(cheaper).unwrap_or(u8::MAX)
}

/// One walk over the view.
struct Cutter<'t> {
    view: ViewText<'t>,
    lexicon: &'t Lexicon,
    tokens: Tokens,
    router: Router,
}

impl Cutter<'_> {
    /// Cuts what lies between two kept spans: first at the user's words that no route can find.
    fn gap(&mut self, gap: Span<View>) {
        let mut done = gap.start;
        if self.lexicon.user().has_mixed() {
            let mut at = gap.start;
            while at < gap.end {
                match run::mixed_word(self.view, Span::new(at, gap.end), self.lexicon) {
                    Some((end, tag)) => {
                        self.plain(Span::new(done, at));
                        self.tokens.put(Span::new(at, end), tag);
                        (done, at) = (end, end);
                    }
                    None => at += 1,
                }
            }
        }
        self.plain(Span::new(done, gap.end));
    }

    /// Cuts a stretch that nobody has a claim on.
    fn plain(&mut self, stretch: Span<View>) {
        let mut at = stretch.start;
        while at < stretch.end {
            let rest = Span::new(at, stretch.end);
            let class = CharClass::of(self.view.unit(at));
            let end = if run::starts(self.view, rest, class) {
                let (end, tag) = run::run(self.view, rest, self.lexicon);
                self.tokens.put(Span::new(at, end), tag);
                end
            } else if class.any(CharClass::HAN) {
                self.han(rest)
            } else {
                let end = run::other(self.view, rest);
                self.tokens.put(Span::new(at, end), Tag::PUNCTUATION);
                end
            };
            at = end;
        }
    }

    /// Routes the Han characters at the start of `rest`; returns where they end.
    fn han(&mut self, rest: Span<View>) -> u32 {
        let mut end = rest.start + 1;
        while end < rest.end && CharClass::of(self.view.unit(end)).any(CharClass::HAN) {
            if run::is_ordinal(self.view, Span::new(end, rest.end)) {
                break;
            }
            end += 1;
        }
        let span = Span::new(rest.start, end);
        self.router.route(self.view.slice(span), self.lexicon, self.tokens.slots(span));
        token::keep_route(self.tokens.slots(span));
        end
    }
}
