//! Facts: a number with its indicator, the date in force and the sentence.
//!
//! The date in force is the nearest one before the number in its sentence; a date that itself belongs to a later figure
//! (从2019年58座减少到2024年12座) governs only what follows it.

use crate::annotation::{Fact, Number, NumberKind};
use crate::span::{Span, View};
use crate::text::ViewText;
use crate::text::clause::sentence;

/// All facts, one for each number that measures something.
pub fn facts(view: ViewText<'_>, numbers: &[Number<View>]) -> Vec<Fact<View>> {
    let mut facts = Vec::with_capacity(numbers.len());
    let mut scope = Span::new(0, 0);
    let mut date = None;
    for (index, number) in numbers.iter().enumerate() {
        if number.span.start >= scope.end {
            scope = sentence(view, number.span.start);
            date = None;
        }
        match number.kind {
            NumberKind::Date => date = Some(index as u32),
            NumberKind::Quantity | NumberKind::Money | NumberKind::Percent | NumberKind::Ratio => {
                facts.push(Fact {
                    number: index as u32,
                    indicator: number.of,
                    time: date,
                    sentence: scope,
                })
            }
            NumberKind::Duration | NumberKind::Ordinal | NumberKind::Code => {}
        }
    }
    facts
}
