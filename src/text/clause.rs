//! Where a clause and a sentence begin and end, read outwards from an offset.

use super::{CharClass, ViewText};
use crate::span::{Span, View};

/// How far a clause or sentence is followed: text without punctuation must not make analysis quadratic.
const REACH: u32 = 400;

/// The clause around `at`: between clause punctuation, which is not included.
pub fn clause(view: ViewText<'_>, at: u32) -> Span<View> {
    around(view, at, CharClass::CLAUSE_END)
}

/// The sentence around `at`, without the mark that ends it.
pub fn sentence(view: ViewText<'_>, at: u32) -> Span<View> {
    around(view, at, CharClass::SENTENCE_END)
}

fn around(view: ViewText<'_>, at: u32, stop: CharClass) -> Span<View> {
    let mut start = at.min(view.len());
    let floor = start.saturating_sub(REACH);
    while start > floor && !CharClass::of(view.at(start - 1)).any(stop) {
        start -= 1;
    }
    let mut end = at;
    let ceiling = at.saturating_add(REACH).min(view.len());
    while end < ceiling && !CharClass::of(view.at(end)).any(stop) {
        end += 1;
    }
    Span::new(start, end)
}
