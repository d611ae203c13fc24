//! Known phrases: formulas with their members, numerals that are none, formulations.

use crate::annotation::Reason;
use crate::recognize::data;
use crate::recognize::gazetteer::Gazetteer;
use crate::recognize::glossary::Glossary;
use crate::span::{Span, View};
use crate::text::{Normalizer, ViewText};

/// The lists that the slogan layer reads.
pub(crate) struct Lists {
    pub glossary: Glossary,
    pub formulations: Gazetteer,
    /// Settled short forms that count a list: 三农, 两委.
    settled: Gazetteer,
    idioms: Gazetteer,
    names: Gazetteer,
}

impl Lists {
    pub(crate) fn new(normalizer: &Normalizer) -> Self {
        Self {
            glossary: Glossary::new(normalizer),
            formulations: Gazetteer::new(data::FORMULATIONS, normalizer),
            settled: Gazetteer::new(rows_of("formula", true), normalizer),
            idioms: Gazetteer::new(rows_of("formula", false), normalizer),
            names: Gazetteer::new(data::NAMES, normalizer),
        }
    }

    /// Whether the whole of `span` is a known formula.
    pub(crate) fn is_formula(&self, view: ViewText<'_>, span: Span<View>) -> bool {
        self.glossary.holds(view, span) || self.settled.get(view, span).is_some()
    }

    /// The longest known formula at `at`: its length.
    pub(crate) fn formula_at(&self, view: ViewText<'_>, at: u32) -> Option<u32> {
        let known = self.glossary.longest(view, at);
        known.max(self.settled.longest(view, at).map(|row| row.length))
    }

    /// Whether a known formula may begin with `unit`.
    #[inline(always)]
    pub(crate) fn may_start(&self, unit: u16) -> bool {
        self.glossary.may_start(unit) || self.settled.may_start(unit)
    }

    /// Why the whole of `span` is no formula though it holds a numeral.
    pub(crate) fn no_formula(&self, view: ViewText<'_>, span: Span<View>) -> Option<Reason> {
        let row = self.idioms.get(view, span).or_else(|| self.names.get(view, span))?;
        Reason::from_name(row.column(1))
    }

    /// Length of the idiom or name that begins at `at`.
    pub(crate) fn other_at(&self, view: ViewText<'_>, at: u32) -> u32 {
        let idiom = self.idioms.longest(view, at).map(|row| row.length);
        let name = self.names.longest(view, at).map(|row| row.length);
        idiom.max(name).unwrap_or(0)
    }
}

/// Rows of the idioms with that reason, or all others.
fn rows_of(reason: &str, wanted: bool) -> String {
    data::IDIOMS
        .lines()
        .filter(|row| (row.split('\t').nth(1) == Some(reason)) == wanted)
        .flat_map(|row| [row, "\n"])
        .collect()
}
