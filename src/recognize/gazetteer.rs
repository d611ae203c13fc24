//! Lists of known phrases, looked up at a place of the view.
//!
//! Phrases that begin with the same two characters lie together and are compared one by one: they are few. Filters on
//! characters and pairs say first whether a phrase can stand there at all, since most look-ups are in vain.

use std::borrow::Cow;
use std::ops::Range;

use super::unit_set::UnitSet;
use crate::order::sorted_by;
use crate::text::{Normalizer, ViewText};

/// Known phrases, each with the other columns of its row.
pub struct Gazetteer {
    rows: Cow<'static, str>,
    /// All keys, one after another.
    units: Vec<u16>,
    /// Those of one opening together, the shorter first.
    entries: Vec<Entry>,
    /// Where the phrases of each opening lie among the entries: a hash table, its size a power of two.
    heads: Vec<Head>,
    /// The first units of all phrases.
    first: UnitSet,
    /// The hashes of all pairs of first units; a phrase of one unit counts as followed by 0.
    pairs: UnitSet,
    /// One bit for the hash of every possible last unit.
    last: [u64; LAST],
}

/// The entries that begin with two units; a phrase of one unit counts as followed by 0.
#[derive(Clone, Copy, Default)]
struct Head {
    opening: [u16; 2],
    start: u32,
    end: u32,
}

/// Words of the filter of last units, which is for short lists.
const LAST: usize = 32;

/// The place of a unit in the filter of last units.
#[inline(always)]
fn ending(unit: u16) -> usize {
    usize::from(unit.wrapping_mul(0x9E37) >> 5)
}

/// The hash of two units.
#[inline(always)]
fn pair(first: u16, second: u16) -> u16 {
    first.wrapping_mul(0x9E37) ^ second.wrapping_mul(0x5BD1).rotate_left(5)
}

#[inline(always)]
fn has(filter: &[u64], bit: usize) -> bool {
    filter.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
}

fn set(filter: &mut [u64], bit: usize) {
    if let Some(word) = filter.get_mut(bit / 64) {
        *word |= 1 << (bit % 64);
    }
}

struct Entry {
    start: u32,
    length: u32,
    /// A bit for the hash of every character behind the phrase.
    held: u64,
    /// The columns behind the phrase.
    row: Range<u32>,
}

/// The bit of a character behind a phrase.
#[inline(always)]
fn held(c: char) -> u64 {
    1 << ((c as u32).wrapping_mul(0x9E37_79B9) >> 26)
}

/// A phrase found at a place.
#[derive(Clone, Copy, Debug)]
pub struct Match<'g> {
    /// Its length in units of the view.
    pub length: u32,
    /// A bit for the hash of every character behind it in its row.
    held: u64,
    /// The columns behind it.
    row: &'g str,
}

impl<'g> Match<'g> {
    /// Column `index` of the row, the one behind the phrase being column 1; empty where there is none.
    pub fn column(&self, index: usize) -> &'g str {
        // Byte by byte: the rows are short, and a searching iterator costs more than it finds.
        let mut start = 0;
        let mut left = index - 1;
        for (at, byte) in self.row.bytes().enumerate() {
            if byte == b'\t' {
                if left == 0 {
                    return self.row.get(start..at).unwrap_or("");
                }
                left -= 1;
                start = at + 1;
            }
        }
        if left == 0 { self.row.get(start..).unwrap_or("") } else { "" }
    }

    /// Whether column `index` holds the character `c`.
    #[inline(never)]
    pub fn column_holds(&self, index: usize, c: char) -> bool {
        // Hardly ever does the row hold any such character. To search for a string, as `contains` does, takes a kilobyte of code.
        self.held & held(c) != 0 && self.column(index).chars().any(|listed| listed == c)
    }
}

impl Gazetteer {
    /// Reads rows of tab-separated columns, the phrase first, each closed by a line feed. Several rows may have one phrase, and the rows any order.
    pub fn new(rows: impl Into<Cow<'static, str>>, normalizer: &Normalizer) -> Self {
        Self::read(rows.into(), normalizer)
    }

    fn read(rows: Cow<'static, str>, normalizer: &Normalizer) -> Self {
        let mut units = Vec::with_capacity(rows.len() / 3);
        let mut entries: Vec<Entry> = Vec::new();
        let (mut key, mut row, mut in_key, mut seen) = (0, 0, true, 0);
        for (at, c) in rows.char_indices() {
            match c {
                '\n' => {
                    let length = units.len() as u32 - key;
                    let row = if in_key { 0..0 } else { row..at as u32 };
                    let entry = Entry { start: key, length, held: seen, row };
                    entries.extend(Some(entry).filter(|entry| entry.length > 0));
                    (key, in_key, seen) = (units.len() as u32, true, 0);
                }
                '\t' if in_key => (row, in_key) = (at as u32 + 1, false),
                _ if in_key => units.extend(Some(normalizer.fold(c)).filter(|unit| *unit != 0)),
                _ => seen |= held(c),
            }
        }
        let entries = sorted_by(entries, |entry| {
            let [first, second] = opening(entry, &units);
            (u32::from(first) << 16 | u32::from(second), entry.length)
        });
        let (mut first, mut pairs, mut last) = (UnitSet::default(), UnitSet::default(), [0; LAST]);
        for entry in &entries {
            let [opens, follows] = opening(entry, &units);
            first.insert(opens);
            pairs.insert(pair(opens, follows));
            let closes = units.get((entry.start + entry.length - 1) as usize);
            set(&mut last, ending(closes.copied().unwrap_or(0)));
        }
        let heads = heads(&entries, &units);
        Self { rows, units, entries, heads, first, pairs, last }
    }

    /// Whether some phrase begins with `unit`.
    #[inline(always)]
    pub fn may_start(&self, unit: u16) -> bool {
        self.first.holds(unit)
    }

    /// The first units of all phrases.
    pub fn first_units(&self) -> &UnitSet {
        &self.first
    }

    /// Whether a phrase may stand at `at`, judged by two units.
    #[inline(always)]
    pub fn may_stand(&self, view: ViewText<'_>, at: u32) -> bool {
        let first = view.unit(at);
        self.may_start(first)
            && (self.pairs.holds(pair(first, view.unit(at + 1)))
                || self.pairs.holds(pair(first, 0)))
    }

    /// Whether some phrase may end with `unit`.
    #[inline(always)]
    pub fn may_end(&self, unit: u16) -> bool {
        has(&self.last, ending(unit))
    }

    /// The longest phrase that stands at `at`.
    pub fn longest(&self, view: ViewText<'_>, at: u32) -> Option<Match<'_>> {
        self.matches(view, at).last()
    }

    /// All phrases that stand at `at`, shortest first; rows of one phrase in their order.
    #[inline]
    pub fn matches<'g, 't>(&'g self, view: ViewText<'t>, at: u32) -> Matches<'g, 't> {
        let (first, second) = (view.unit(at), view.unit(at + 1));
        let mut matches = Matches { gazetteer: self, view, at, alone: 0..0, left: 0..0 };
        if self.may_start(first) {
            matches.alone = self.head([first, 0]);
            matches.left = if second == 0 { 0..0 } else { self.head([first, second]) };
        }
        matches
    }

    #[inline]
    fn found(&self, entry: &Entry) -> Match<'_> {
        let row = self.rows.get(entry.row.start as usize..entry.row.end as usize);
        Match { length: entry.length, held: entry.held, row: row.unwrap_or("") }
    }

    /// Unit `at` of the key of `entry`.
    #[inline(always)]
    fn unit(&self, entry: &Entry, at: u32) -> u16 {
        self.units.get((entry.start + at) as usize).copied().unwrap_or(0)
    }

    /// The entries of `opening`.
    #[inline]
    fn head(&self, opening: [u16; 2]) -> Range<usize> {
        let [first, second] = opening;
        if !self.pairs.holds(pair(first, second)) {
            return 0..0;
        }
        let mut slot = slot(opening, self.heads.len());
        while let Some(head) = self.heads.get(slot).filter(|head| head.end > 0) {
            if head.opening == opening {
                return head.start as usize..head.end as usize;
            }
            slot = (slot + 1) % self.heads.len();
        }
        0..0
    }

    /// Whether exactly `key` is listed, and its first row.
    pub fn get(&self, view: ViewText<'_>, key: crate::Span<crate::View>) -> Option<Match<'_>> {
        if !self.may_be(view, key) {
            return None;
        }
        self.matches(view, key.start).find(|found| found.length == key.len())
    }

    /// Whether exactly `key` may be listed, judged by two units.
    #[inline(never)]
    pub fn may_be(&self, view: ViewText<'_>, key: crate::Span<crate::View>) -> bool {
        let second = if key.len() > 1 { view.unit(key.start + 1) } else { 0 };
        self.pairs.holds(pair(view.unit(key.start), second))
    }
}

/// The phrases that stand at a place: [`Gazetteer::matches`].
pub struct Matches<'g, 't> {
    gazetteer: &'g Gazetteer,
    view: ViewText<'t>,
    at: u32,
    /// The phrases of one unit.
    alone: Range<usize>,
    /// The longer ones of the same opening.
    left: Range<usize>,
}

impl<'g> Iterator for Matches<'g, '_> {
    type Item = Match<'g>;

    #[inline]
    fn next(&mut self) -> Option<Match<'g>> {
        // Most look-ups are in vain and end here.
        if self.alone.is_empty() && self.left.is_empty() { None } else { self.advance() }
    }
}

impl<'g> Matches<'g, '_> {
    // A call, not a copy: phrases are looked up in dozens of places.
    #[inline(never)]
    fn advance(&mut self) -> Option<Match<'g>> {
        let Self { gazetteer, view, at, .. } = *self;
        if let Some(place) = self.alone.next() {
            return gazetteer.entries.get(place).map(|entry| gazetteer.found(entry));
        }
        for entry in gazetteer.entries.get(self.left.clone())? {
            self.left.start += 1;
            if (2..entry.length).all(|i| gazetteer.unit(entry, i) == view.unit(at + i)) {
                return Some(gazetteer.found(entry));
            }
        }
        None
    }
}

fn heads(entries: &[Entry], units: &[u16]) -> Vec<Head> {
    let runs = || entries.chunk_by(|a, b| opening(a, units) == opening(b, units));
    let mut heads = vec![Head::default(); (runs().count() * 2).next_power_of_two()];
    let mut start = 0;
    for run in runs() {
        let end = start + run.len() as u32;
        let opening = run.first().map_or([0; 2], |first| opening(first, units));
        let mut slot = slot(opening, heads.len());
        while heads.get(slot).is_some_and(|head| head.end > 0) {
            slot = (slot + 1) % heads.len();
        }
        if let Some(head) = heads.get_mut(slot) {
            *head = Head { opening, start, end };
        }
        start = end;
    }
    heads
}

/// The first two units of a phrase, 0 behind a single one.
fn opening(entry: &Entry, units: &[u16]) -> [u16; 2] {
    let unit = |at: u32| units.get((entry.start + at) as usize).copied().unwrap_or(0);
    [unit(0), if entry.length > 1 { unit(1) } else { 0 }]
}

/// The first place of an opening in a table of `size` slots, a power of two.
#[inline]
fn slot([first, second]: [u16; 2], size: usize) -> usize {
    usize::from(pair(first, second)) & (size - 1)
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
