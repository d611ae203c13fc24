//! Every word at every place, and single characters where no word lies.
//!
//! ```text
//! 南京市长江大桥 → 南京 南京市 市长 长江 长江大桥 大桥
//! ```

use super::{Kept, Token, Tokens};
use crate::lexicon::{LONGEST, Lexicon, Tag, insert_length};
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// Calls `sink` with all words, by rising start, then length; with the tokens of the best cut among them. `keep` is what
/// `tokens` were cut with: nothing inside those spans is looked for.
pub fn full(
    view: ViewText<'_>,
    keep: &[Kept],
    tokens: &Tokens,
    lexicon: &Lexicon,
    sink: impl FnMut(Token),
) {
    let mut walk = Walk { view, tokens, lexicon, covered: 0, sink };
    let mut keep = keep.iter().peekable();
    let mut from = 0;
    while let Some(token) = tokens.from(from).next() {
        let Span { start, end, .. } = token.span;
        while keep.next_if(|kept| kept.span.end <= start).is_some() {}
        let whole = keep.peek().is_some_and(|kept| kept.span == token.span);
        if whole || !view.class(start).any(CharClass::HAN) {
            walk.tell(token);
        } else {
            let han_end = han_end(view, end, keep.peek().map(|kept| kept.span));
            (start..end).for_each(|at| walk.place(Span::new(at, han_end)));
        }
        from = end;
    }
}

/// Where the Han characters from `at` on end, or a kept span begins.
fn han_end(view: ViewText<'_>, at: u32, kept: Option<Span<View>>) -> u32 {
    let limit =
        kept.map_or(view.len(), |kept| kept.start.max(at)).min(at + LONGEST as u32).min(view.len());
    (at..limit).find(|at| !view.class(*at).any(CharClass::HAN)).unwrap_or(limit)
}

/// One walk over the view.
struct Walk<'t, S> {
    view: ViewText<'t>,
    tokens: &'t Tokens,
    lexicon: &'t Lexicon,
    /// Up to here every character lies in something that was told.
    covered: u32,
    sink: S,
}

impl<S: FnMut(Token)> Walk<'_, S> {
    fn tell(&mut self, token: Token) {
        self.covered = self.covered.max(token.span.end);
        (self.sink)(token);
    }

    /// Tells what begins where `rest` does, and lies in it: words, or the character where no word holds it.
    fn place(&mut self, rest: Span<View>) {
        let Self { view, lexicon, .. } = *self;
        let at = rest.start;
        let cut = self.tokens.at(at).filter(|cut| cut.span.start == at && cut.span.len() > 1);
        let mut lengths = Vec::new();
        lexicon.prefixes(view.slice(rest), |length| lengths.push(length));
        if let Some(token) = cut {
            insert_length(&mut lengths, token.span.len() as usize);
        }
        lengths.dedup();
        lengths.retain(|length| *length > 1);
        if lengths.is_empty() && self.covered <= at {
            lengths.push(1);
        }
        for length in lengths {
            let span = Span::new(at, at + length as u32);
            let tag = lexicon.find(view.slice(span)).or(cut.map(|token| token.tag));
            let tag = tag.unwrap_or(Tag::NOUN);
            self.tell(Token { span, tag });
        }
    }
}
