//! jieba's tokens in the view, for what reads tokens there. What was found by other layers stays whole.

use crate::segment::{Kept, SourceTokens, Tokens};
use crate::span::Span;
use crate::text::Text;

/// The tokens of the view where those of the source are `tokens`; each outermost span that `keep` gives is one.
pub(crate) fn project(
    text: &Text<'_>,
    keep: &mut dyn FnMut() -> Option<Kept>,
    tokens: &SourceTokens,
) -> Tokens {
    let units = text.view().len();
    let mut projected = Tokens::new(units);
    let mut cursor = text.cursor();
    let mut next = keep();
    // Where the next token begins in the view, and up to where kept spans cover it.
    let (mut at, mut done) = (0, 0);
    for token in tokens.iter() {
        while at < units && cursor.start_of(at) < token.span.end {
            at += 1;
        }
        while let Some(kept) = next.filter(|kept| kept.span.start < at) {
            next = keep();
            if kept.span.start >= done && kept.span.end <= units {
                projected.put(Span::new(done, kept.span.start), token.tag);
                projected.put(kept.span, kept.tag);
                done = kept.span.end;
            }
        }
        if done < at {
            projected.put(Span::new(done, at), token.tag);
            done = at;
        }
    }
    projected
}
