//! Every word at every place. Han characters that begin no word are left out, as jieba-rs leaves them out.
//!
//! ```text
//! 网球拍卖会 → 网 网球 网球拍 球 球拍 拍 拍卖 拍卖会 卖 会
//! ```

use super::{Piece, Take, bytes, is_han};
use crate::lexicon::{Jieba, LONGEST, insert_length};
use crate::span::Span;

/// Calls `sink` with all words, by rising start, then length.
pub(crate) fn full(source: &str, lexicon: &Jieba, sink: Take<'_>) {
    let mut start = 0;
    let mut put = |characters: &[char], start: u32| {
        let span = Span::new(start, start + bytes(characters) as u32);
        sink(Piece { span, characters });
        span.end
    };
    let characters: Vec<char> = source.chars().collect();
    for run in characters.chunk_by(|a, b| group(*a) == group(*b) && group(*a) != Group::Single) {
        if !run.first().is_some_and(|first| is_han(*first)) {
            start = put(run, start);
            continue;
        }
        let ids: Vec<u16> = run.iter().map(|character| lexicon.id(*character)).collect();
        for (at, first) in run.iter().enumerate() {
            let end = run.len().min(at + LONGEST);
            let Some((run, ids)) = run.get(at..end).zip(ids.get(at..end)) else { continue };
            for length in lengths(run, ids, lexicon) {
                put(run.get(..length).unwrap_or(run), start);
            }
            start += first.len_utf8() as u32;
        }
    }
}

/// The lengths of all words that begin `run`.
fn lengths(run: &[char], ids: &[u16], lexicon: &Jieba) -> Vec<usize> {
    let mut lengths = Vec::new();
    let [first, rest @ ..] = ids else { return lengths };
    if !lexicon.single(*first).is_nan() {
        lengths.push(1);
    }
    let second = rest.first().map_or(0, |second| lexicon.second(*first, *second));
    if second != 0 {
        lexicon.longer(second, ids, lexicon.further(0), |length, _| lengths.push(length));
    }
    if lexicon.has_user_words() {
        lexicon.user_prefixes(run, |length, _| insert_length(&mut lengths, length));
    }
    lengths
}

/// With what a character stands together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Han,
    /// Digits, letters, `+`, `#` and line feeds.
    Written,
    Single,
}

fn group(character: char) -> Group {
    if is_han(character) {
        Group::Han
    } else if character.is_ascii_alphanumeric() || matches!(character, '+' | '#' | '\n') {
        Group::Written
    } else {
        Group::Single
    }
}
