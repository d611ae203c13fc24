//! From annotations over the source to rows and twins over UTF-16.

use serde::Serialize;

use super::names::Names;
use super::rows::Rows;
use crate::annotation::{Change, Direction, Fact, Member, Number, Rate, Rejection, Slogan, Value};
use crate::span::{Source, Span};
use crate::utf16::Utf16Offsets;

/// Stands in a row for what is not there.
pub(super) const NONE: u32 = u32::MAX;

/// Integers of a slogan's row and of a member's.
pub(super) const SLOGAN: usize = 9;
pub(super) const MEMBER: usize = 3;

/// Parts the strings of `texts`; stands in none of them.
pub(super) const SEPARATOR: char = '\n';

/// What all rows of one answer share.
pub(super) struct Convert<'s, 'a> {
    offsets: Utf16Offsets<'s>,
    pub(super) names: Names<'a>,
    /// Values, dates and durations in the order of the numbers, each closed by the separator.
    pub(super) texts: String,
}

impl<'s, 'a> Convert<'s, 'a> {
    pub(super) fn new(text: &'s str) -> Self {
        Self { offsets: Utf16Offsets::new(text), names: Names::default(), texts: String::new() }
    }

    /// Start and end, twice [`NONE`] where there is no span.
    pub(super) fn ends(&mut self, span: Option<Span<Source>>) -> [u32; 2] {
        span.map_or([NONE; 2], |span| {
            let Ends { start, end } = self.span(span);
            [start, end]
        })
    }

    fn text(&mut self, text: &str) {
        self.texts.push_str(text);
        self.texts.push(SEPARATOR);
    }

    fn span(&mut self, span: Span<Source>) -> Ends {
        Ends { start: self.offsets.get(span.start), end: self.offsets.get(span.end) }
    }

    /// The last integer says what the number has in `texts`: how many values (the lowest two bits), whether a date (4) and
    /// whether a duration (8).
    pub(super) fn number(&mut self, n: &'a Number<Source>) -> [u32; 12] {
        let Ends { start, end } = self.span(n.span);
        let [of_start, of_end] = self.ends(n.of);
        let values = self.value(&n.value);
        let dated = [n.edtf(), n.iso()].map(|text| {
            text.into_iter().for_each(|text| self.text(text));
            u32::from(text.is_some())
        });
        [
            start,
            end,
            self.names.id(n.kind.name()),
            self.names.id(n.bound.name()),
            self.names.optional(n.direction.map(Direction::name)),
            self.names.optional(n.rate.map(Rate::name)),
            u32::from(n.planned),
            self.names.id(n.rule),
            self.names.optional(n.unit.as_deref()),
            of_start,
            of_end,
            values | dated[0] << 2 | dated[1] << 3,
        ]
    }

    /// Writes a value; returns of how many texts it consists.
    fn value(&mut self, value: &Value) -> u32 {
        let (texts, between) = match value {
            Value::None => return 0,
            Value::Range(_) => (2, SEPARATOR),
            Value::Exact(_) | Value::Fraction(_) => (1, '/'),
            Value::Proportion(_) | Value::Structure(_) => (1, ':'),
        };
        for (at, figure) in value.figures().enumerate() {
            if at > 0 {
                self.texts.push(between);
            }
            figure.push_to(&mut self.texts);
        }
        self.texts.push(SEPARATOR);
        texts
    }

    pub(super) fn change(&mut self, c: &'a Change<Source>) -> ChangeRow<'a> {
        let Ends { start, end } = self.span(c.span);
        ChangeRow(
            start,
            end,
            c.unit.as_deref(),
            self.ends(c.of),
            c.delta().map(|delta| delta.to_string()),
            c.percent().map(|percent| percent.to_string()),
            c.first,
            c.last,
            c.rule,
        )
    }

    pub(super) fn fact(&mut self, f: Fact<Source>) -> [u32; 6] {
        let [indicator_start, indicator_end] = self.ends(f.indicator);
        let Ends { start, end } = self.span(f.sentence);
        [f.number, indicator_start, indicator_end, f.time.unwrap_or(NONE), start, end]
    }

    /// One row, its last integer the number of its members; then a row for each of them.
    pub(super) fn slogan(&mut self, s: &'a Slogan<Source>, rows: &mut Rows) {
        let Ends { start, end } = self.span(s.span);
        let row: [u32; SLOGAN] = [
            start,
            end,
            self.names.id(s.kind.name()),
            u32::from(s.quoted),
            self.names.id(s.status.name()),
            s.parent.unwrap_or(NONE),
            s.identity,
            self.names.id(s.rule),
            s.members.len() as u32,
        ];
        rows.push(row);
        for member in &s.members {
            rows.push(self.member(member));
        }
    }

    /// Start, end and group; [`NONE`] and the words' number where only the glossary says it.
    fn member(&mut self, member: &'a Member<Source>) -> [u32; MEMBER] {
        match member {
            Member::Text { span, group } => {
                let Ends { start, end } = self.span(*span);
                [start, end, u32::from(*group)]
            }
            Member::Glossary(words) => [NONE, self.names.id(words), 0],
        }
    }

    pub(super) fn rejection(&mut self, r: &Rejection<Source>) -> [u32; 5] {
        let Ends { start, end } = self.span(r.span);
        let names = &mut self.names;
        [start, end, names.id(r.layer.name()), names.id(r.reason.name()), names.id(r.rule)]
    }
}

/// A span in UTF-16 code units.
#[derive(Clone, Copy)]
struct Ends {
    start: u32,
    end: u32,
}

/// What js/analysis.ts takes apart by position. Rows again: for the names of fields the serialiser keeps a hash map of its
/// own, which is 2 KB more to download.
#[derive(Serialize)]
pub(super) struct ChangeRow<'a>(
    u32,
    u32,
    Option<&'a str>,
    [u32; 2],
    Option<String>,
    Option<String>,
    u32,
    u32,
    &'static str,
);
