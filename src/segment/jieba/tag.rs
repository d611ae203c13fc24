//! Parts of speech.

use crate::lexicon::{Jieba, Tag};

/// The part of speech of the token `characters`: the lexicon's, or a guess.
pub(super) fn tag(characters: &[char], lexicon: &Jieba) -> Tag {
    lexicon.found(characters).map_or_else(|| guess(characters), |word| word.tag)
}

fn guess(characters: &[char]) -> Tag {
    let written = characters.iter().filter(|character| character.is_ascii_alphanumeric()).count();
    let digits = characters.iter().filter(|character| character.is_ascii_digit()).count();
    match written {
        0 => Tag::PUNCTUATION,
        _ if written == digits => Tag::NUMBER,
        _ => Tag::LATIN,
    }
}
