//! The cut for search: before each long word the words of two, then of three characters inside it.
//!
//! ```text
//! 中华人民共和国 → 中华 华人 人民 共和 共和国 中华人民共和国
//! ```

use super::{Token, Tokens};
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::ViewText;

/// Calls `sink` with the tokens and the shorter words inside them. What was kept whole for another layer, and every
/// other token that is no word, comes alone.
pub fn search(view: ViewText<'_>, tokens: &Tokens, lexicon: &Lexicon, mut sink: impl FnMut(Token)) {
    for token in tokens.iter() {
        let units = view.slice(token.span);
        if units.len() > 2 && lexicon.find(units).is_some() {
            inside(token.span.start, units, 2, lexicon, &mut sink);
            if units.len() > 3 {
                inside(token.span.start, units, 3, lexicon, &mut sink);
            }
        }
        sink(token);
    }
}

fn inside(
    start: u32,
    units: &[u16],
    length: usize,
    lexicon: &Lexicon,
    sink: &mut impl FnMut(Token),
) {
    for (at, word) in (start..).zip(units.windows(length)) {
        if let Some(tag) = lexicon.find(word) {
            sink(Token { span: Span::new(at, at + length as u32), tag });
        }
    }
}
