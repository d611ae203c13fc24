//! Choosing among overlapping candidates: one sorted, deterministic list a layer.
//!
//! A slogan beats a number inside it where the numeral is part of the name (formula, brand); the number becomes a
//! rejection with that reason. Couplets, parallels and maxims are sentences: numbers inside them stay numbers.

use crate::annotation::{Layer, Number, Reason, Rejection, Slogan, SloganKind};
use crate::span::View;

/// What the recognisers found, without conflicts.
pub struct Resolved {
    /// Sorted, never overlapping.
    pub numbers: Vec<Number<View>>,
    /// Sorted; a formula may stand inside another slogan.
    pub slogans: Vec<Slogan<View>>,
    /// Sorted.
    pub rejected: Vec<Rejection<View>>,
}

/// Resolves the candidates of both layers.
pub fn resolve(
    numbers: Vec<Number<View>>,
    slogans: Vec<Slogan<View>>,
    mut rejected: Vec<Rejection<View>>,
) -> Resolved {
    let mut kept = Vec::with_capacity(numbers.len());
    let mut first = 0;
    for number in numbers {
        while slogans.get(first).is_some_and(|slogan| slogan.span.end <= number.span.start) {
            first += 1;
        }
        let owner = slogans
            .get(first..)
            .unwrap_or(&[])
            .iter()
            .take_while(|slogan| slogan.span.start < number.span.end)
            .find_map(|slogan| owns(slogan, &number));
        match owner {
            Some(reason) => rejected.push(Rejection {
                span: number.span,
                layer: Layer::Number,
                reason,
                rule: number.rule,
            }),
            None => kept.push(number),
        }
    }
    rejected.sort_by_key(|rejection| (rejection.span.start, rejection.span.end, rejection.layer));
    Resolved { numbers: kept, slogans, rejected }
}

/// Whether the numeral belongs to the slogan, and as what.
fn owns(slogan: &Slogan<View>, number: &Number<View>) -> Option<Reason> {
    if !slogan.span.overlaps(number.span) {
        return None;
    }
    match slogan.kind {
        SloganKind::Formula => Some(Reason::Formula),
        SloganKind::Brand => Some(Reason::Brand),
        _ => None,
    }
}
