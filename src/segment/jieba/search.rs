//! The cut for search: before each token the parts of it that could be searched for.
//!
//! ```text
//! 南京市长江大桥 → 南京 京市 南京市 长江 大桥 长江大桥      E4850B-I → E4850B E4850B-I
//! ```

use super::{Piece, Take, bytes, is_connector, tokens};
use crate::lexicon::Jieba;
use crate::span::Span;

/// Calls `sink` with the tokens and the shorter words inside them.
pub(crate) fn search(source: &str, lexicon: &Jieba, hmm: bool, sink: Take<'_>) {
    let mut characters = Vec::new();
    for token in tokens(source, lexicon, hmm, false).iter() {
        characters.clear();
        characters.extend(source.get(token.span.range()).unwrap_or_default().chars());
        let piece = Piece { span: token.span, characters: &characters };
        compound(piece, sink);
        for length in [2, 3] {
            if characters.len() > length {
                inside(piece, length, lexicon, sink);
            }
        }
        sink(piece);
    }
}

/// The parts of digits and letters that marks join, those with a letter and of two characters or more.
fn compound(piece: Piece<'_>, sink: Take<'_>) {
    if !piece.characters.iter().any(|character| is_connector(*character)) {
        return;
    }
    let mut start = piece.span.start;
    for part in piece.characters.split(|character| is_connector(*character)) {
        let length = bytes(part);
        let span = Span::new(start, start + length as u32);
        if length >= 2 && part.iter().any(char::is_ascii_alphabetic) {
            sink(Piece { span, characters: part });
        }
        start = span.end + 1;
    }
}

/// The words of `length` characters.
fn inside(piece: Piece<'_>, length: usize, lexicon: &Jieba, sink: Take<'_>) {
    let mut start = piece.span.start;
    for characters in piece.characters.windows(length) {
        if lexicon.found(characters).is_some() {
            let span = Span::new(start, start + bytes(characters) as u32);
            sink(Piece { span, characters });
        }
        start += characters.first().map_or(0, |character| character.len_utf8() as u32);
    }
}
