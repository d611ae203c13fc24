//! Words that are never keywords.

use super::data::{STOPWORDS, rows};

/// Whether `word` is one: a single character, blanks and line breaks not counted, or listed, in small letters or capitals.
pub fn is_stopword(word: &str) -> bool {
    let word = word.trim();
    let listed =
        |row: &str| row.split('\t').next().is_some_and(|listed| listed.eq_ignore_ascii_case(word));
    word.chars().nth(1).is_none() || word.is_ascii() && rows(STOPWORDS).lines().any(listed)
}
