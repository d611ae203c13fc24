//! Known phrases: formulas with their members, numerals that are none, formulations.

use super::pairs::Pairs;
use crate::annotation::Reason;
use crate::recognize::data;
use crate::recognize::gazetteer::Gazetteer;
use crate::recognize::glossary::Glossary;
use crate::span::{Span, View};
use crate::text::{Normalizer, ViewText};

/// The lists that the slogan layer reads.
pub(crate) struct Lists {
    pub glossary: Glossary,
    formulations: Gazetteer,
    /// Settled short forms that count a list: 三农, 两委.
    settled: Gazetteer,
    idioms: Gazetteer,
    names: Gazetteer,
    /// How formulas and formulations begin, numerals among them.
    pub sieve: Pairs,
    formula_pairs: Pairs,
    formulation_pairs: Pairs,
    other_pairs: Pairs,
}

impl Lists {
    pub(crate) fn new(normalizer: &Normalizer) -> Self {
        let (settled, others) = (rows_of("formula", true), rows_of("formula", false));
        let pairs = |tables: [&str; 2]| {
            let mut pairs = Pairs::new();
            for rows in tables {
                pairs.add(rows, normalizer);
            }
            pairs
        };
        let formula_pairs = pairs([data::FORMULAS, &settled]);
        let formulation_pairs = pairs([data::FORMULATIONS, ""]);
        let mut sieve = formula_pairs.clone();
        sieve.join(&formulation_pairs);
        for unit in (0..=u16::MAX).filter(|unit| super::unquoted::formula_may_start(*unit)) {
            sieve.set_first(unit);
        }
        Self {
            sieve,
            formula_pairs,
            formulation_pairs,
            other_pairs: pairs([&others, data::NAMES]),
            glossary: Glossary::new(normalizer),
            formulations: Gazetteer::new(data::FORMULATIONS, normalizer),
            settled: Gazetteer::new(settled, normalizer),
            idioms: Gazetteer::new(others, normalizer),
            names: Gazetteer::new(data::NAMES, normalizer),
        }
    }

    /// Takes formulas of the reader's own.
    pub(crate) fn set_user(&mut self, rows: &str, normalizer: &Normalizer) {
        self.glossary.set_user(rows, normalizer);
        self.formula_pairs.add(rows, normalizer);
        self.sieve.add(rows, normalizer);
    }

    /// The longest formulation at `at`: its length.
    #[inline]
    pub(crate) fn formulation_at(&self, view: ViewText<'_>, at: u32) -> Option<u32> {
        if !self.formulation_pairs.may_start(view, at) {
            return None;
        }
        self.formulations.longest(view, at).map(|row| row.length)
    }

    /// Whether the whole of `span` is a known formula.
    pub(crate) fn is_formula(&self, view: ViewText<'_>, span: Span<View>) -> bool {
        if !self.formula_pairs.may_start(view, span.start) {
            return false;
        }
        self.glossary.holds(view, span) || self.settled.get(view, span).is_some()
    }

    /// The longest known formula at `at`: its length.
    pub(crate) fn formula_at(&self, view: ViewText<'_>, at: u32) -> Option<u32> {
        if !self.formula_pairs.may_start(view, at) {
            return None;
        }
        let known = self.glossary.longest(view, at);
        known.max(self.settled.longest(view, at).map(|row| row.length))
    }

    /// Why the whole of `span` is no formula though it holds a numeral.
    pub(crate) fn no_formula(&self, view: ViewText<'_>, span: Span<View>) -> Option<Reason> {
        if !self.other_pairs.may_start(view, span.start) {
            return None;
        }
        let row = self.idioms.get(view, span).or_else(|| self.names.get(view, span))?;
        Reason::from_name(row.column(1))
    }

    /// Length of the idiom or name that begins at `at`.
    pub(crate) fn other_at(&self, view: ViewText<'_>, at: u32) -> u32 {
        if !self.other_pairs.may_start(view, at) {
            return 0;
        }
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
