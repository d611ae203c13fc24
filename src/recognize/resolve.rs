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
    /// Numbers that turned out to be part of a slogan's name, each as one rejection yet.
    pub displaced: Vec<Rejection<View>>,
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
    let mut names = Names::new(&slogans);
    let mut displaced = Vec::new();
    numbers.retain(|number| match names.around(number.span) {
        Some(reason) => {
            let Number { span, rule, .. } = *number;
            displaced.push(Rejection { span, layer: Layer::Number, reason, rule });
            false
        }
        None => true,
    });
    // 一 typed for a dash stays a dash inside a name too: that is what the reader has to hear of.
    let named = |rejection: &&mut Rejection<View>| {
        rejection.layer == Layer::Number && rejection.reason != Reason::Dash
    };
    let mut names = Names::new(&slogans);
    for rejection in rejected.iter_mut().filter(named) {
        if let Some(reason) = names.around(rejection.span) {
            rejection.reason = reason;
        }
    }
    Resolved { numbers, displaced, slogans, rejected }
}

/// The names among the slogans, passed over side by side with ascending spans.
struct Names<'s> {
    slogans: &'s [Slogan<View>],
    /// How many slogans begin before the last span's end.
    behind: usize,
    /// Where the last of their names ends.
    reach: u32,
}

impl<'s> Names<'s> {
    fn new(slogans: &'s [Slogan<View>]) -> Self {
        Self { slogans, behind: 0, reach: 0 }
    }

    /// What kind of name `span` is a part of, by the innermost formula or else brand around it.
    fn around(&mut self, span: Span<View>) -> Option<Reason> {
        while let Some(slogan) = self.slogans.get(self.behind)
            && slogan.span.start < span.end
        {
            self.behind += 1;
            if reason(slogan).is_some() {
                self.reach = self.reach.max(slogan.span.end);
            }
        }
        if self.reach <= span.start {
            return None;
        }
        let near = self.slogans.get(self.behind.saturating_sub(NESTING)..self.behind)?;
        near.iter().rev().filter(|slogan| slogan.span.overlaps(span)).find_map(reason)
    }
}

/// Why a numeral inside is no number of its own.
fn reason(slogan: &Slogan<View>) -> Option<Reason> {
    match slogan.kind {
        SloganKind::Formula => Some(Reason::Formula),
        SloganKind::Brand => Some(Reason::Brand),
        _ => None,
    }
}

/// How many slogans before a place may still reach over it: an outer one with the formulas inside it.
const NESTING: usize = 12;
