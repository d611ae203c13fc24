//! Facts: a number with its indicator, the date in force and the sentence.
//!
//! The date in force is the nearest one before the number in its sentence; a date that itself belongs to a later figure
//! (从2019年58座减少到2024年12座) governs only what follows it. What a change begins with holds for its own date or for none:
//! 2024年，参保率从81%提高到97% does not say when it was 81%. And that date governs nothing else: 2024年，由2019年的58座减少到12座.

use crate::annotation::{Change, Fact, Number, NumberKind};
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
pub fn facts<S>(
    numbers: &[Number<S>],
    changes: &[Change<S>],
    sentences: &[Span<S>],
) -> impl Iterator<Item = Fact<S>> {
    let mut sentences = sentences.iter().copied();
    let mut changes = changes.iter().peekable();
    let mut scope = Span::new(0, 0);
    // The date in force, and the one before it.
    let (mut date, mut before) = (None, None);
    (0..).zip(numbers).filter_map(move |(index, number)| {
        if number.span.start >= scope.end {
            scope = sentences.next()?;
            (date, before) = (None, None);
        }
        match number.kind {
            NumberKind::Date => (date, before) = (Some(index), date),
            NumberKind::Quantity | NumberKind::Money | NumberKind::Percent | NumberKind::Ratio => {
                while changes.next_if(|change| change.last < index).is_some() {}
                let change = changes.peek().filter(|change| change.first <= index);
                // The date of what the change begins with.
                let own =
                    date.filter(|date| change.is_some_and(|change| is_own(numbers, change, *date)));
                let time = match change {
                    Some(change) if change.first == index => own,
                    Some(_) if own.is_some() => {
                        date = before;
                        date
                    }
                    _ => date,
                };
                return Some(Fact { number: index, indicator: number.of, time, sentence: scope });
            }
            NumberKind::Duration | NumberKind::Ordinal | NumberKind::Code => {}
        }
        None
    })
}

/// Whether the number at `date` stands in the change, before its first figure.
fn is_own<S>(numbers: &[Number<S>], change: &Change<S>, date: u32) -> bool {
    let stands = |date: &Number<S>| date.span.start >= change.span.start;
    date < change.first && numbers.get(date as usize).is_some_and(stands)
}
