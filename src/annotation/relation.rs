//! What numbers say together: changes, facts.

use super::Value;
use crate::numeral::Decimal;
use crate::span::Span;
use std::sync::Arc;

/// Two figures of one indicator: 从2019年58座减少到2024年12座.
#[derive(Clone, Debug, PartialEq)]
pub struct Change<S> {
    /// From the first figure, with the date directly before it, to the last.
    pub span: Span<S>,
    /// Index of the first figure among the numbers.
    pub first: u32,
    /// Index of the last figure among the numbers.
    pub last: u32,
    /// The first value.
    pub from: Value,
    /// The last value.
    pub to: Value,
    /// Their unit.
    pub unit: Option<Arc<str>>,
    /// The indicator.
    pub of: Option<Span<S>>,
    /// The rule that read it.
    pub rule: &'static str,
}

impl<S> Change<S> {
    /// The last value less the first, where each is a single figure: 2.3:1 is 2.3 to one.
    pub fn delta(&self) -> Option<Decimal> {
        self.to.level()?.minus(self.from.level()?)
    }

    /// The difference in per cent of the first value, two decimals.
    pub fn percent(&self) -> Option<Decimal> {
        self.delta()?.times(Decimal::from_integer(100))?.over(self.from.level()?, 2)
    }
}

/// What is said of what, when: a number with its setting.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact<S> {
    /// Index among the numbers.
    pub number: u32,
    /// The noun phrase that names the figure, wider than `of`.
    pub indicator: Option<Span<S>>,
    /// Index of the date in force among the numbers.
    pub time: Option<u32>,
    /// The sentence it stands in.
    pub sentence: Span<S>,
}
