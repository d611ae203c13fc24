//! Tokens on their way into JavaScript arrays: a column of ends, one of tags, and, where tokens overlap, one of starts.

use js_sys::{Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::prelude::*;

use super::rows::rows;
use crate::Options;
use crate::analyzer::words::Cut;
use crate::segment::{Mode, SourceToken, SourceTokens, jieba};
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
    /// Those of `text` as it was cut: what it takes to tell the offsets depends on what the tokens are read off.
    pub(super) fn of(text: &'s str, cut: &Cut<'_>, options: &Options) -> Self {
        let partition = options.mode == Mode::Accurate;
        let mut columns = Self {
            offsets: Utf16Offsets::new(text),
            starts: (!partition).then(Vec::new),
            ends: Vec::with_capacity(text.len() / 4),
            tags: options.tags.then(|| Vec::with_capacity(text.len() / 4)),
        };
        match cut {
            Cut::Jieba(lexicon) if partition => {
                jieba::cut(text, lexicon, options.hmm, options.tags, &mut |batch| {
                    columns.extend(batch);
                });
            }
            Cut::Compact { text, tokens, .. } if partition && text.is_plain() => {
                tokens.iter().for_each(|token| columns.follow(token.span.end, token.tag.0));
            }
            _ => cut.visit(text, options, &mut |token| columns.push(token)),
        }
        columns
    }

    /// Adds tokens that follow the last.
    #[inline(always)]
    fn extend(&mut self, batch: &jieba::Batch<'_>) {
        let mut end = self.ends.last().copied().unwrap_or(0);
        self.ends.extend(batch.lengths(char::len_utf16).map(|length| {
            end += length;
            end
        }));
        if let Some(tags) = &mut self.tags {
            tags.extend(batch.tags().iter().map(|tag| tag.0));
        }
    }

    /// Adds a token of the source.
    #[inline(always)]
    fn push(&mut self, SourceToken { span, tag }: SourceToken) {
        if let Some(starts) = &mut self.starts {
            starts.push(self.offsets.near(span.start));
        }
        let end = self.offsets.near(span.end);
        self.follow(end, tag.0);
    }

    /// Adds a token by its end.
    #[inline(always)]
    fn follow(&mut self, end: u32, tag: u8) {
        self.ends.push(end);
        if let Some(tags) = &mut self.tags {
            tags.push(tag);
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
