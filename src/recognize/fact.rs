//! Facts: a number with its indicator, the date in force and the sentence.
//!
//! The date in force is the nearest one before the number in its sentence; a date that itself belongs to a later figure
//! (从2019年58座减少到2024年12座) governs only what follows it.

use crate::annotation::{Fact, Number, NumberKind};
use crate::span::{Span, View};
use crate::text::ViewText;
use crate::text::clause::sentence;

/// The sentences in which `numbers` stand, each once.
pub fn sentences(view: ViewText<'_>, numbers: &[Number<View>]) -> Vec<Span<View>> {
    let mut sentences = Vec::new();
    let mut end = 0;
    for number in numbers {
        if number.span.start >= end {
            let scope = sentence(view, number.span.start);
            end = scope.end;
            sentences.push(scope);
        }
    }
    sentences
}

/// All facts, one for each number that measures something; `sentences` are those of the same numbers.
pub fn facts<S>(numbers: &[Number<S>], sentences: &[Span<S>]) -> impl Iterator<Item = Fact<S>> {
    let mut sentences = sentences.iter().copied();
    let mut scope = Span::new(0, 0);
    let mut date = None;
    (0..).zip(numbers).filter_map(move |(index, number)| {
        if number.span.start >= scope.end {
            scope = sentences.next()?;
            date = None;
        }
        match number.kind {
            NumberKind::Date => date = Some(index),
            NumberKind::Quantity | NumberKind::Money | NumberKind::Percent | NumberKind::Ratio => {
                return Some(Fact {
                    number: index,
                    indicator: number.of,
                    time: date,
                    sentence: scope,
                });
            }
            NumberKind::Duration | NumberKind::Ordinal | NumberKind::Code => {}
        }
        None
    })
}
