//! The number layer: every numeral of the view is read or rejected with a reason.
//!
//! ```
//! use quandian::{Analyzer, Options};
//! let source = "累计培训近1800万人次，一把手带头。";
//! let analysis = Analyzer::new().analyze(source, &Options::default())?;
//! let number = &analysis.numbers[0];
//! assert_eq!(&source[number.span.range()], "近1800万人次");
//! assert_eq!((number.bound.name(), number.unit.as_deref()), ("less_than", Some("人次")));
//! assert_eq!(analysis.rejected[0].reason.name(), "idiom"); // the 一 of 一把手
//! # Ok::<(), quandian::Error>(())
//! ```
//!
//! One idea a file; `scan` holds the order in which the rules are asked.

mod bare;
mod code;
mod date;
mod ellipsis;
mod fixed;
mod measure;
mod ordinal;
mod period;
mod ratio;
mod region;
mod reject;
mod relative;
mod scan;
mod setting;
mod signs;
mod site;
mod spaced;
mod tables;

use crate::annotation::{Number, Rejection};
use crate::day::Day;
use crate::recognize::data;
use crate::recognize::gazetteer::Gazetteer;
use crate::span::{Span, View};
use crate::text::{CharClass, Normalizer, Text, ViewText};
use scan::Scanner;
use site::Known;
use spaced::Blanks;
use std::sync::Arc;
use tables::Tables;

/// The number recogniser with its tables.
pub struct NumberRecognizer {
    tables: Tables,
}

impl NumberRecognizer {
    /// Builds the tables; `frozen` is [`frozen_words`], which the slogan layer reads too.
    pub fn new(frozen: Arc<Gazetteer>, normalizer: &Normalizer) -> Self {
        Self { tables: Tables::new(frozen, normalizer) }
    }

    /// Reads all numerals of `text`: numbers and rejections, each sorted and without overlap.
    ///
    /// Relative expressions are reckoned from `today`, where it is given.
    pub fn recognize(
        &self,
        text: &Text<'_>,
        today: Option<Day>,
    ) -> (Vec<Number<View>>, Vec<Rejection<View>>) {
        let blanks = Blanks::find(text.view(), &self.tables);
        let Some(tight) = blanks.leave_out(text) else { return self.read(text, today) };
        let (mut numbers, mut rejected) = self.read(&tight, today);
        numbers.iter_mut().for_each(|number| number.span = blanks.lead_back(number.span));
        rejected.iter_mut().for_each(|rejection| rejection.span = blanks.lead_back(rejection.span));
        (numbers, rejected)
    }

    fn read(
        &self,
        text: &Text<'_>,
        today: Option<Day>,
    ) -> (Vec<Number<View>>, Vec<Rejection<View>>) {
        let known = Known::default();
        let mut scanner = Scanner::new(text, &self.tables, &known);
        scanner.run();
        let Scanner { mut numbers, rejected, .. } = scanner;
        ellipsis::complete(text.view(), &mut numbers);
        if let Some(today) = today {
            relative::resolve(text.view(), &self.tables, &mut numbers, today);
        }
        setting::attach(text.view(), &self.tables, &mut numbers);
        (numbers, rejected)
    }
}

/// Fixed words and names with a numeral inside: columns surface, reason, not_before, not_after.
pub fn frozen_words(normalizer: &Normalizer) -> Gazetteer {
    Gazetteer::new(data::rows(data::FROZEN), normalizer)
}

/// Rejections of numbers that belong to something else: one for every run of numeral characters.
pub fn rejections(view: ViewText<'_>, displaced: Vec<Rejection<View>>) -> Vec<Rejection<View>> {
    let mut rejected = Vec::new();
    for number in displaced {
        runs(view, number.span, |span| rejected.push(Rejection { span, ..number.clone() }));
    }
    rejected
}

/// Calls `sink` with the runs of numeral characters in `span`.
fn runs(view: ViewText<'_>, span: Span<View>, mut sink: impl FnMut(Span<View>)) {
    let numeral =
        |at: u32| at < span.end && view.class(at).any(CharClass::DIGIT.or(CharClass::NUMERAL));
    let mut at = span.start;
    while at < span.end {
        let end = (at..).find(|i| !numeral(*i)).unwrap_or(span.end);
        if end > at {
            sink(Span::new(at, end));
        }
        at = end + 1;
    }
}
