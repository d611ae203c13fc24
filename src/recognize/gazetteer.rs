//! Lists of known phrases, looked up at a place of the view.
//!
//! A gazetteer is its sorted rows: a walk narrows the range of rows that agree so far, character by character, so it
//! needs no structure of its own beside a filter on the first character.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::{Normalizer, ViewText};

/// Known phrases, each with the other columns of its row.
pub struct Gazetteer {
    rows: Cow<'static, str>,
    /// All keys, one after another.
    units: Vec<u16>,
    /// Sorted by key.
    entries: Vec<Entry>,
    /// One bit for every possible first unit.
    first: Vec<u64>,
}

struct Entry {
    start: u32,
    length: u32,
    row: Range<u32>,
}

/// A phrase found at a place.
#[derive(Clone, Copy, Debug)]
pub struct Match<'g> {
    /// Its length in units of the view.
    pub length: u32,
    row: &'g str,
}

impl<'g> Match<'g> {
    /// Column `index` of the row, the phrase itself being column 0; empty where there is none.
    pub fn column(&self, index: usize) -> &'g str {
        self.row.split('\t').nth(index).unwrap_or("")
    }
}

impl Gazetteer {
    /// Reads rows of tab-separated columns, the phrase first. Several rows may have one phrase.
    pub fn new(rows: impl Into<Cow<'static, str>>, normalizer: &Normalizer) -> Self {
        let rows = rows.into();
        let mut units = Vec::with_capacity(rows.len() / 3);
        let mut entries: Vec<Entry> = Vec::new();
        let mut at = 0;
        for line in rows.split_inclusive('\n') {
            let start = units.len();
            let key = line.trim_end_matches('\n').split('\t').next().unwrap_or("");
            units.extend(key.chars().map(|c| normalizer.fold(c)).filter(|unit| *unit != 0));
            let end = at + line.trim_end_matches('\n').len();
            if units.len() > start {
                let length = (units.len() - start) as u32;
                let entry = Entry { start: start as u32, length, row: at as u32..end as u32 };
                // The shipped tables are sorted, so nearly every entry goes to the end; others find their place.
                let key = |entry: &Entry| units.get(entry.start as usize..(entry.start + entry.length) as usize);
                let place = match entries.last() {
                    Some(last) if key(last) > key(&entry) => entries.partition_point(|known| key(known) <= key(&entry)),
                    _ => entries.len(),
                };
                entries.insert(place, entry);
            }
            at += line.len();
        }
        let mut first = vec![0u64; 1024];
        for entry in &entries {
            let unit = usize::from(units.get(entry.start as usize).copied().unwrap_or(0));
            if let Some(word) = first.get_mut(unit / 64) {
                *word |= 1 << (unit % 64);
            }
        }
        Self { rows, units, entries, first }
    }

    /// Whether some phrase begins with `unit`.
    #[inline(always)]
    pub fn may_start(&self, unit: u16) -> bool {
        self.first.get(usize::from(unit) / 64).is_some_and(|word| word >> (unit % 64) & 1 == 1)
    }

    /// The longest phrase that stands at `at`.
    pub fn longest(&self, view: ViewText<'_>, at: u32) -> Option<Match<'_>> {
        self.matches(view, at).last()
    }

    /// All phrases that stand at `at`, shortest first; rows of one phrase in file order.
    pub fn matches<'g, 't>(
        &'g self,
        view: ViewText<'t>,
        at: u32,
    ) -> impl Iterator<Item = Match<'g>> + use<'g, 't> {
        let mut range = if self.may_start(view.at(at)) { 0..self.entries.len() } else { 0..0 };
        let mut depth = 0;
        std::iter::from_fn(move || {
            while !range.is_empty() {
                // Keys that end here come first in the range.
                if let Some(entry) =
                    self.entries.get(range.start).filter(|entry| entry.length == depth)
                {
                    range.start += 1;
                    let row = self
                        .rows
                        .get(entry.row.start as usize..entry.row.end as usize)
                        .unwrap_or("");
                    return Some(Match { length: entry.length, row });
                }
                range = self.narrow(range.clone(), depth, view.at(at + depth));
                depth += 1;
            }
            None
        })
    }

    /// The entries of `range` whose unit `depth` is `unit`.
    fn narrow(&self, range: Range<usize>, depth: u32, unit: u16) -> Range<usize> {
        let entries = self.entries.get(range.clone()).unwrap_or(&[]);
        let label =
            |entry: &Entry| self.units.get((entry.start + depth) as usize).copied().unwrap_or(0);
        let from = entries.partition_point(|entry| label(entry) < unit);
        let rest = entries.get(from..).unwrap_or(&[]);
        let to = rest.partition_point(|entry| label(entry) == unit);
        range.start + from..range.start + from + to
    }

    /// Whether exactly `key` is listed, and its first row.
    pub fn get(&self, view: ViewText<'_>, key: crate::Span<crate::View>) -> Option<Match<'_>> {
        self.matches(view, key.start).find(|found| found.length == key.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn finds_the_longest() {
        let normalizer = Normalizer::new();
        let gazetteer = Gazetteer::new("一\ta\n一把\tb\n一把手\tc\n一起\td\n", &normalizer);
        let text = Text::new("一把手一起一把", &normalizer);
        let found = |at| gazetteer.longest(text.view(), at).map(|m| (m.length, m.column(1)));
        assert_eq!(found(0), Some((3, "c")));
        assert_eq!(found(3), Some((2, "d")));
        assert_eq!(found(5), Some((2, "b")));
        assert_eq!(found(1), None);
        assert_eq!(gazetteer.matches(text.view(), 0).count(), 3);
    }
}
