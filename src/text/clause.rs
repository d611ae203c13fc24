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
    let at = at.min(view.len());
    let stops = |unit: &u16| CharClass::of(*unit).any(stop);
    let before = view.slice(Span::new(at.saturating_sub(REACH), at));
    let behind = view.slice(Span::new(at, at.saturating_add(REACH)));
    let back = before.iter().rev().position(stops).unwrap_or(before.len());
    let on = behind.iter().position(stops).unwrap_or(behind.len());
    Span::new(at - back as u32, at + on as u32)
}
