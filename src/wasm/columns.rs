//! Tokens on their way into JavaScript arrays: a column of ends, one of tags, and, where tokens overlap, one of starts.

use js_sys::{Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::prelude::*;

use super::rows::rows;
use crate::segment::{SourceToken, SourceTokens, Token, jieba};
use crate::utf16::Utf16Offsets;

/// Columns of tokens; offsets are UTF-16 code units. In wasm until the last token is there: one copy is faster than many.
pub(super) struct Columns<'s> {
    offsets: Utf16Offsets<'s>,
    /// Where they overlap. Those that follow each other begin where the one before ends.
    starts: Option<Vec<u32>>,
    ends: Vec<u32>,
    /// Where they are wanted.
    tags: Option<Vec<u8>>,
}

impl<'s> Columns<'s> {
    /// Empty ones for `text`.
    pub(super) fn new(text: &'s str, overlap: bool, tagged: bool) -> Self {
        Self {
            offsets: Utf16Offsets::new(text),
            starts: overlap.then(Vec::new),
            ends: Vec::with_capacity(text.len() / 4),
            tags: tagged.then(|| Vec::with_capacity(text.len() / 4)),
        }
    }

    /// Adds tokens that follow the last.
    #[inline(always)]
    pub(super) fn extend(&mut self, batch: &jieba::Batch<'_>) {
        let mut end = self.ends.last().copied().unwrap_or(0);
        self.ends.extend(batch.lengths(char::len_utf16).map(|length| {
            end += length;
            end
        }));
        if let Some(tags) = &mut self.tags {
            tags.extend(batch.tags().iter().map(|tag| tag.0));
        }
    }

    /// Adds a token that follows the last, of a view whose units are UTF-16 code units of the text.
    #[inline(always)]
    pub(super) fn push_plain(&mut self, Token { span, tag }: Token) {
        self.ends.push(span.end);
        if let Some(tags) = &mut self.tags {
            tags.push(tag.0);
        }
    }

    /// Adds a token.
    #[inline(always)]
    pub(super) fn push(&mut self, SourceToken { span, tag }: SourceToken) {
        if let Some(starts) = &mut self.starts {
            starts.push(self.offsets.near(span.start));
        }
        self.ends.push(self.offsets.near(span.end));
        if let Some(tags) = &mut self.tags {
            tags.push(tag.0);
        }
    }

    /// The columns as an object, by the names of js/wasm.ts.
    pub(super) fn object(self) -> Result<Object, JsValue> {
        let object = Object::new();
        if let Some(starts) = self.starts {
            set(&object, "tokenStarts", &Uint32Array::from(starts.as_slice()))?;
        }
        set(&object, "tokenEnds", &Uint32Array::from(self.ends.as_slice()))?;
        if let Some(tags) = self.tags {
            set(&object, "tokenTags", &Uint8Array::from(tags.as_slice()))?;
        }
        Ok(object)
    }
}

/// Puts the columns of all tokens of `text` into `object`, with few of them in wasm at a time.
pub(super) fn put(object: &Object, text: &str, tokens: &SourceTokens) -> Result<(), JsValue> {
    let mut offsets = Utf16Offsets::new(text);
    let ends = rows(tokens.len(), tokens.iter(), |token| [offsets.near(token.span.end)]);
    set(object, "tokenEnds", &ends)?;
    let tags: Vec<u8> = tokens.iter().map(|token| token.tag.0).collect();
    set(object, "tokenTags", &Uint8Array::from(tags.as_slice()))
}

fn set(object: &Object, name: &str, column: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &name.into(), column).map(drop)
}
