//! The glossary: what known formulas stand for. Rows given at run time win over the shipped ones.
//!
//! A row is `formula ⇥ members ⇥ period ⇥ not_before ⇥ sense ⇥ region ⇥ confidence`; members are parted by 、 and a `/` inside a
//! member stands for the 、 of the official wording. One formula may have several rows, one for each sense or period.

use crate::gather::Gather as _;
use crate::recognize::data;
use crate::recognize::gazetteer::{Gazetteer, Match};
use crate::span::{Span, View};
use crate::text::{Normalizer, ViewText};

/// Shipped and user formulas.
pub struct Glossary {
    shipped: Gazetteer,
    user: Option<Gazetteer>,
}

impl Glossary {
    /// The shipped glossary.
    pub fn new(normalizer: &Normalizer) -> Self {
        Self { shipped: Gazetteer::new(data::rows(data::FORMULAS), normalizer), user: None }
    }

    /// Takes rows of the reader's own; comment lines and empty ones are passed over.
    pub fn set_user(&mut self, rows: &str, normalizer: &Normalizer) {
        let kept: String = rows
            .lines()
            .filter(|row| !row.starts_with('#') && !row.trim().is_empty())
            .flat_map(|row| [row.trim_end_matches('\r'), "\n"])
            .collect();
        self.user = (!kept.is_empty()).then(|| Gazetteer::new(kept, normalizer));
    }

    /// Whether the whole of `span` is listed.
    pub fn holds(&self, view: ViewText<'_>, span: Span<View>) -> bool {
        self.tables().any(|table| table.get(view, span).is_some())
    }

    /// The longest listed formula at `at`: its length. 两个文明建设, but 两个文明村 counts villages.
    pub fn longest(&self, view: ViewText<'_>, at: u32) -> Option<u32> {
        let free =
            |found: &Match<'_>| !found.column_holds(NOT_BEFORE, view.char(at + found.length));
        let found = self.tables().filter_map(|table| table.longest(view, at)).filter(free);
        found.map(|found| found.length).max()
    }

    /// Whether a listed formula begins with `unit`.
    #[inline(always)]
    pub fn may_start(&self, unit: u16) -> bool {
        self.tables().any(|table| table.may_start(unit))
    }

    /// The members listed for the formula in `span`: the sense in force, in the official wording.
    pub fn members(&self, view: ViewText<'_>, span: Span<View>) -> Vec<Box<str>> {
        self.tables().find_map(|table| current(table, view, span)).map(listed).unwrap_or_default()
    }

    /// The members of every sense and period of the formula in `span`, as [`stands`] takes them.
    pub fn senses<'g>(
        &'g self,
        view: ViewText<'g>,
        span: Span<View>,
    ) -> impl Iterator<Item = impl Iterator<Item = &'g str>> {
        self.tables().flat_map(move |table| rows(table, view, span)).map(members)
    }

    /// User rows first.
    fn tables(&self) -> impl Iterator<Item = &Gazetteer> {
        self.user.iter().chain(std::iter::once(&self.shipped))
    }
}

/// The column of the characters that a formula does not stand before without quotation marks.
const NOT_BEFORE: usize = 3;

fn listed(row: Match<'_>) -> Vec<Box<str>> {
    members(row).map(|member| member.chars().map(official).collect::<String>().into()).gather()
}

/// The members as they are written in the row.
fn members(row: Match<'_>) -> impl Iterator<Item = &str> {
    row.column(1).split('、').map(str::trim).filter(|member| !member.is_empty())
}

/// A character of a row as it is in the official wording.
fn official(c: char) -> char {
    if c == '/' { '、' } else { c }
}

/// Whether `member`, as a row writes it, stands at `at` in the official wording.
pub fn stands(view: ViewText<'_>, at: u32, member: &str) -> bool {
    member.chars().zip(at..).all(|(c, at)| view.char(at) == official(c))
}

fn rows<'g>(
    table: &'g Gazetteer,
    view: ViewText<'_>,
    span: Span<View>,
) -> impl Iterator<Item = Match<'g>> {
    table.matches(view, span.start).filter(move |row| row.length == span.len())
}

/// The row whose period is not over. Where several senses are in force nobody can tell which is meant.
fn current<'g>(table: &'g Gazetteer, view: ViewText<'_>, span: Span<View>) -> Option<Match<'g>> {
    let mut live =
        rows(table, view, span).filter(|row| row.column(2).split(' ').all(|word| word != "to"));
    match (live.next(), live.next()) {
        (Some(row), None) => Some(row),
        (Some(_), Some(_)) => None,
        (None, _) => rows(table, view, span).last(),
    }
}
