//! Tokens over the source: what the view left out (Markdown marks, `\r`, a byte order mark) is a token of its own, unless it
//! lies inside one, so that the tokens partition the source.
//!
//! ```text
//! source  * * 3 0 * * 个      bytes 0 2 4 6 9
//! tokens  ─── ─── ─── ──            x m x q
//! ```

use super::{Token, Tokens};
use crate::lexicon::Tag;
use crate::span::{Source, Span};
use crate::text::Text;

/// A token as a reader sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceToken {
    /// Its bytes in the source.
    pub span: Span<Source>,
    /// Its part of speech.
    pub tag: Tag,
}

/// Calls `sink` with every token of the source, in order, without a gap.
pub fn visit_source(text: &Text<'_>, tokens: &Tokens, sink: &mut dyn FnMut(SourceToken)) {
    let mut cursor = text.cursor();
    let (mut done, mut start) = cursor.boundary(0);
    for Token { span, tag } in tokens.iter() {
        left_out(done, start, sink);
        let (end, next) = cursor.boundary(span.end);
        sink(SourceToken { span: Span::new(start, end), tag });
        (done, start) = (end, next);
    }
    left_out(done, text.source().len() as u32, sink);
}

/// What the view left out between two tokens is one too.
fn left_out(from: u32, to: u32, sink: &mut dyn FnMut(SourceToken)) {
    if from < to {
        sink(SourceToken { span: Span::new(from, to), tag: Tag::PUNCTUATION });
    }
}

/// All tokens of a source, two bytes a token: they follow each other, so lengths say everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceTokens {
    /// Length in bytes and tag; 0 stands for the next of `long`.
    tokens: Vec<(u8, Tag)>,
    /// Lengths of more than a byte.
    long: Vec<u32>,
}

impl SourceTokens {
    /// Converts the tokens of a text.
    pub fn new(text: &Text<'_>, tokens: &Tokens) -> Self {
        let mut all = Self::with_room(tokens.count() + 1);
        visit_source(text, tokens, &mut |token| all.push(token.span.len(), token.tag));
        all
    }

    /// Room for so many tokens; it grows where that was too little.
    pub(super) fn with_room(tokens: usize) -> Self {
        Self { tokens: Vec::with_capacity(tokens), long: Vec::new() }
    }

    /// Adds a token of `bytes` bytes.
    #[inline]
    pub(super) fn push(&mut self, bytes: u32, tag: Tag) {
        let length = u8::try_from(bytes).unwrap_or(0);
        if length == 0 {
            self.long.push(bytes);
        }
        self.tokens.push((length, tag));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The tokens, in order.
    pub fn iter(&self) -> impl Iterator<Item = SourceToken> + '_ {
        let mut long = self.long.iter();
        let mut start = 0;
        self.tokens.iter().map(move |(length, tag)| {
            let length =
                if *length == 0 { long.next().copied().unwrap_or(0) } else { u32::from(*length) };
            let span = Span::new(start, start + length);
            start = span.end;
            SourceToken { span, tag: *tag }
        })
    }
}
