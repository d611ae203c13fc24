//! Known phrases: formulas with their members, numerals that are none, formulations.

use super::pairs::Pairs;
use crate::annotation::Reason;
use crate::recognize::data;
use crate::recognize::data::fingerprint::{opening, unpack};
use crate::recognize::gazetteer::{Gazetteer, Match};
use crate::recognize::glossary::Glossary;
use crate::recognize::unit_set::UnitSet;
use crate::span::{Span, View};
use crate::text::{Normalizer, ViewText};
use std::sync::Arc;

/// The lists that the slogan layer reads.
pub(crate) struct Lists {
    pub glossary: Glossary,
    formulations: Gazetteer,
    /// Settled short forms that count a list: 三农, 两委.
    settled: Gazetteer,
    /// Fixed words and names with a numeral inside.
    frozen: Arc<Gazetteer>,
    /// How formulas and formulations begin, numerals among them.
    pub sieve: Pairs,
    formula_pairs: Pairs,
    formulation_pairs: Pairs,
    /// What sayings are known by, rising.
    pub sayings: Vec<u32>,
    /// What of that their first two characters make: asked at every clause.
    pub openings: UnitSet,
}

impl Lists {
    pub(crate) fn new(frozen: Arc<Gazetteer>, normalizer: &Normalizer) -> Self {
        let settled = settled_rows();
        let pairs = |tables: [&str; 2]| {
            let mut pairs = Pairs::new();
            for rows in tables {
                pairs.add(rows, normalizer);
            }
            pairs
        };
        let formula_pairs = pairs([data::rows(data::FORMULAS), &settled]);
        let formulation_pairs = pairs([data::rows(data::FORMULATIONS), ""]);
        let mut sieve = formula_pairs.clone();
        sieve.join(&formulation_pairs);
        for unit in (0..=u16::MAX).filter(|unit| super::formula::may_start(*unit)) {
            sieve.set_first(unit);
        }
        let (sayings, mut openings) = (unpack(data::SAYINGS), UnitSet::default());
        sayings.iter().for_each(|print| openings.insert(opening(*print)));
        Self {
            sieve,
            formula_pairs,
            formulation_pairs,
            glossary: Glossary::new(normalizer),
            formulations: Gazetteer::new(data::rows(data::FORMULATIONS), normalizer),
            settled: Gazetteer::new(settled, normalizer),
            frozen,
            sayings,
            openings,
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
        let mut rows = self.frozen.matches(view, span.start).filter(|row| row.length == span.len());
        Reason::from_name(rows.find(is_other)?.column(1))
    }

    /// Length of the idiom or name that begins at `at`.
    pub(crate) fn other_at(&self, view: ViewText<'_>, at: u32) -> u32 {
        if !self.frozen.may_stand(view, at) {
            return 0;
        }
        self.frozen.matches(view, at).filter(is_other).last().map_or(0, |row| row.length)
    }
}

/// Whether a fixed word is anything but a settled formula.
fn is_other(row: &Match<'_>) -> bool {
    row.column(1) != SETTLED
}

/// The reason of settled short forms among the fixed words.
const SETTLED: &str = "formula";

fn settled_rows() -> String {
    let settled = |row: &&str| row.split('\t').nth(1) == Some(SETTLED);
    data::rows(data::FROZEN).lines().filter(settled).flat_map(|row| [row, "\n"]).collect()
}
