//! Every word at every place, and single characters where no word lies.
//!
//! ```text
//! 南京市长江大桥 → 南京 南京市 市长 长江 长江大桥 大桥
//! ```

use super::{Kept, Token, Tokens};
use crate::lexicon::{Lexicon, Tag, insert};
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// Calls `sink` with all words, by rising start, then length; with the tokens of the best cut among them. `keep` is what
/// `tokens` were cut with: nothing inside those spans is looked for.
pub fn full(
    view: ViewText<'_>,
    keep: &[Kept],
    tokens: &Tokens,
    lexicon: &Lexicon,
    mut sink: impl FnMut(Token),
) {
    let mut covered = 0;
    let mut keep = keep.iter().peekable();
    let mut from = 0;
    while let Some(token) = tokens.from(from).next() {
        let Span { start, end, .. } = token.span;
        while keep.next_if(|kept| kept.span.end <= start).is_some() {}
        let whole = keep.peek().is_some_and(|kept| kept.span == token.span);
        if whole || !view.class(start).any(CharClass::HAN) {
            sink(token);
            covered = end;
        } else {
            let stretch = Span::new(start, han_end(view, end, keep.peek().map(|kept| kept.span)));
            for at in start..end {
                place(view, at, stretch, tokens, lexicon, &mut covered, &mut sink);
            }
        }
        from = end;
    }
}

/// Where the Han characters from `at` on end, or a kept span begins.
fn han_end(view: ViewText<'_>, at: u32, kept: Option<Span<View>>) -> u32 {
    /// No word is longer.
    const REACH: u32 = 250;
    let limit = kept.map_or(view.len(), |kept| kept.start.max(at)).min(at + REACH).min(view.len());
    (at..limit).find(|at| !view.class(*at).any(CharClass::HAN)).unwrap_or(limit)
}

/// What begins at `at`.
fn place(
    view: ViewText<'_>,
    at: u32,
    stretch: Span<View>,
    tokens: &Tokens,
    lexicon: &Lexicon,
    covered: &mut u32,
    sink: &mut impl FnMut(Token),
) {
    let units = view.slice(Span::new(at, stretch.end));
    let cut = tokens.at(at).filter(|token| token.span.start == at && token.span.len() > 1);
    let mut lengths = Vec::new();
    lexicon.prefixes(units, |length| lengths.push(length));
    if let Some(token) = cut {
        insert(&mut lengths, token.span.len() as usize);
    }
    lengths.dedup();
    let single = lengths.iter().all(|length| *length == 1);
    for length in lengths.iter().map(|length| *length as u32).filter(|length| *length > 1) {
        let span = Span::new(at, at + length);
        let tag =
            lexicon.find(view.slice(span)).or(cut.map(|token| token.tag)).unwrap_or(Tag::NOUN);
        sink(Token { span, tag });
        *covered = (*covered).max(span.end);
    }
    if single && *covered <= at {
        let span = Span::new(at, at + 1);
        sink(Token { span, tag: lexicon.find(view.slice(span)).unwrap_or(Tag::NOUN) });
        *covered = at + 1;
    }
}
