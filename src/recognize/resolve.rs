//! Choosing among overlapping candidates: one sorted, deterministic list a layer.
//!
//! A slogan beats a number inside it where the numeral is part of the name (formula, brand); the number becomes a
//! rejection with that reason. Couplets, parallels and maxims are sentences: numbers inside them stay numbers.

use crate::annotation::{Layer, Number, Reason, Rejection, Slogan, SloganKind};
use crate::span::{Span, View};

/// What the recognisers found, without conflicts.
pub struct Resolved {
    /// Sorted, never overlapping.
    pub numbers: Vec<Number<View>>,
    /// Numbers that turned out to be part of a slogan's name, and of what.
    pub displaced: Vec<(Number<View>, Reason)>,
    /// Sorted; a formula may stand inside another slogan.
    pub slogans: Vec<Slogan<View>>,
    /// In no order yet.
    pub rejected: Vec<Rejection<View>>,
}

/// Resolves the candidates of both layers.
pub fn resolve(
    mut numbers: Vec<Number<View>>,
    slogans: Vec<Slogan<View>>,
    mut rejected: Vec<Rejection<View>>,
) -> Resolved {
    // In place: a dense text holds numbers by the megabyte.
    let reasons = |number: &mut Number<View>| reason_inside(&slogans, number.span).is_some();
    let displaced = numbers
        .extract_if(.., reasons)
        .filter_map(|number| reason_inside(&slogans, number.span).map(|reason| (number, reason)))
        .collect();
    // 一 typed for a dash stays a dash inside a name too: that is what the reader has to hear of.
    let named = |rejection: &&mut Rejection<View>| {
        rejection.layer == Layer::Number && rejection.reason != Reason::Dash
    };
    for rejection in rejected.iter_mut().filter(named) {
        if let Some(reason) = reason_inside(&slogans, rejection.span) {
            rejection.reason = reason;
        }
    }
    Resolved { numbers, displaced, slogans, rejected }
}

/// What kind of name the span is a part of, by the innermost formula or else brand around it.
fn reason_inside(slogans: &[Slogan<View>], span: Span<View>) -> Option<Reason> {
    let behind = slogans.partition_point(|slogan| slogan.span.start < span.end);
    let near = slogans.get(behind.saturating_sub(NESTING)..behind).unwrap_or(&[]);
    near.iter().rev().filter(|slogan| slogan.span.overlaps(span)).find_map(|slogan| {
        match slogan.kind {
            SloganKind::Formula => Some(Reason::Formula),
            SloganKind::Brand => Some(Reason::Brand),
            _ => None,
        }
    })
}

/// How many slogans before a place may still reach over it: an outer one with the formulas inside it.
const NESTING: usize = 12;
