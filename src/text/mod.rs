//! The text: the source as the caller gave it, and beside it the normalised view that analysis reads.
//!
//! The view has one unit a character. Full-width forms are half width there, Traditional characters Simplified (one to one),
//! quotation marks of every style are “ ”; Markdown marks and invisible characters are left out. [`Text::to_source`] leads a
//! span of the view back to the source. This room knows characters, no words and no meaning.
//!
//! ```
//! use quandian::text::{Normalizer, Text};
//! use quandian::Span;
//! let normalizer = Normalizer::new();
//! let text = Text::new("**３０**個村", &normalizer);
//! assert_eq!(text.view().to_string(Span::new(0, 4)), "30个村");
//! // Units 0..2 are “30”; in the source they stand at bytes 2..8, inside the Markdown marks.
//! assert_eq!(text.to_source(Span::new(0, 2)), Span::new(2, 8));
//! ```

pub mod char_class;
pub mod clause;
mod fold;
mod normalize;
mod offsets;

pub use char_class::CharClass;
pub use normalize::Normalizer;
pub use offsets::Cursor;

use crate::span::{Source, Span, View};
use offsets::OffsetMap;

/// A source text with its normalised view and the map between them, made together in one pass.
pub struct Text<'s> {
    source: &'s str,
    units: Vec<u16>,
    offsets: OffsetMap,
}

impl<'s> Text<'s> {
    /// Normalises `source`. Linear; never fails.
    pub fn new(source: &'s str, normalizer: &Normalizer) -> Self {
        let (units, offsets) = normalizer.normalize(source);
        Self { source, units, offsets }
    }

    /// The same text with the units at `left_out` (ascending) left out of its view as well.
    pub fn without(&self, left_out: &[u32]) -> Self {
        let mut units = Vec::with_capacity(self.units.len());
        let mut offsets = OffsetMap::default();
        let mut cursor = self.cursor();
        let mut left_out = left_out.iter().peekable();
        for (at, unit) in (0..).zip(&self.units) {
            let (end, start) = cursor.boundary(at);
            let view = units.len() as u32;
            if start > end {
                offsets.skip(view, end, start - end);
            }
            if left_out.next_if_eq(&&at).is_some() {
                offsets.skip(view, start, cursor.end_of(at + 1) - start);
            } else {
                offsets.push(view, start);
                units.push(*unit);
            }
        }
        offsets.finish(units.len() as u32);
        Self { source: self.source, units, offsets }
    }

    /// The source text, unchanged.
    pub fn source(&self) -> &'s str {
        self.source
    }

    /// The view that analysis reads.
    #[inline]
    pub fn view(&self) -> ViewText<'_> {
        ViewText { units: &self.units }
    }

    /// The span of the source that a span of the view was made from: markup around it is left out, markup inside stays.
    pub fn to_source(&self, span: Span<View>) -> Span<Source> {
        self.offsets.to_source(self.source, span)
    }

    /// Whether every UTF-16 code unit of the source has its unit in the view, so that offsets are the same in both.
    pub fn is_plain(&self) -> bool {
        let astral = |unit: &u16| matches!(*unit, ASTRAL_HAN | ASTRAL_OTHER);
        !self.offsets.has_skips() && !self.units.iter().any(astral)
    }

    /// A cursor that converts ascending view offsets, for walking a whole text in one pass.
    #[inline(never)]
    pub fn cursor(&self) -> Cursor<'_> {
        self.offsets.cursor(self.source)
    }
}

/// The units of the view, read by offset. Reading outside gives 0, which is no character of any text.
#[derive(Clone, Copy)]
pub struct ViewText<'t> {
    units: &'t [u16],
}

/// Stands in the view for a Han character outside the Basic Multilingual Plane (U+20000 and up).
pub const ASTRAL_HAN: u16 = 0xE000;
/// Stands in the view for any other character outside the Basic Multilingual Plane, and for private-use ones.
pub const ASTRAL_OTHER: u16 = 0xE001;

impl<'t> ViewText<'t> {
    /// Number of units.
    #[inline]
    pub fn len(self) -> u32 {
        self.units.len() as u32
    }

    /// Whether there is nothing to read.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.units.is_empty()
    }

    // Rules ask in hundreds of places what stands somewhere: `at`, `before` and `char` are calls, for the size of the wasm.
    // What is asked at every character, clause or numeral of a text asks `unit` and `look`, which are copied in.

    /// The unit at `at`, 0 outside.
    #[inline(never)]
    pub fn at(self, at: u32) -> u16 {
        self.unit(at)
    }

    /// As [`Self::at`], inlined.
    #[inline(always)]
    pub(crate) fn unit(self, at: u32) -> u16 {
        match self.units.get(at as usize) {
            Some(unit) => *unit,
            None => 0,
        }
    }

    /// The unit before `at`, 0 at the start.
    #[inline(never)]
    pub fn before(self, at: u32) -> u16 {
        self.unit(at.wrapping_sub(1))
    }

    /// The unit at `at` as a character, `'\0'` outside.
    #[inline(never)]
    pub fn char(self, at: u32) -> char {
        self.look(at)
    }

    /// As [`Self::char`], inlined.
    #[inline(always)]
    pub(crate) fn look(self, at: u32) -> char {
        char::from_u32(u32::from(self.unit(at))).unwrap_or('\0')
    }

    /// The character class of the unit at `at`.
    // What walks over whole texts asks `CharClass::of` itself.
    #[inline(never)]
    pub fn class(self, at: u32) -> CharClass {
        CharClass::of(self.unit(at))
    }

    /// All units.
    #[inline]
    pub fn units(self) -> &'t [u16] {
        self.units
    }

    /// The units of `span`, cut to what is there.
    #[inline]
    pub fn slice(self, span: Span<View>) -> &'t [u16] {
        let end = (span.end as usize).min(self.units.len());
        self.units.get((span.start as usize).min(end)..end).unwrap_or(&[])
    }

    /// Where the first character of `class` stands in `from..to`, else `to`.
    #[inline(never)]
    pub(crate) fn until(self, from: u32, to: u32, class: CharClass) -> u32 {
        let mut units = self.slice(Span::new(from, to)).iter();
        let found = units.position(|unit| CharClass::of(*unit).any(class));
        found.map_or(to, |place| from + place as u32)
    }

    /// Where the characters of `class` that begin at `from` end, `to` at most.
    #[inline(never)]
    pub(crate) fn run(self, from: u32, to: u32, class: CharClass) -> u32 {
        let units = self.slice(Span::new(from, to)).iter();
        from + units.take_while(|unit| CharClass::of(**unit).any(class)).count() as u32
    }

    /// Where the first character of `class` stands in `from..to`.
    pub(crate) fn find(self, from: u32, to: u32, class: CharClass) -> Option<u32> {
        Some(self.until(from, to, class)).filter(|at| *at < to)
    }

    /// Whether `c` stands in `span`. A call: `contains` is written out in full at each place.
    #[inline(never)]
    pub fn holds(self, span: Span<View>, c: char) -> bool {
        self.slice(span).iter().any(|unit| u32::from(*unit) == c as u32)
    }

    /// How far behind the beginning of `span` the `words` stand first in it; no words stand nowhere.
    #[inline(never)]
    pub(crate) fn place(self, span: Span<View>, words: &[u16]) -> Option<u32> {
        let windows = self.slice(span).windows(words.len().max(1));
        // Most places differ in the first unit already, which is compared without a call.
        let stands = |window: &[u16]| window.first() == words.first() && window == words;
        windows.zip(0..).find(|(window, _)| stands(window)).map(|(_, at)| at)
    }

    /// Whether the `words` stand at `at`.
    #[inline(never)]
    pub(crate) fn says(self, at: u32, words: &[u16]) -> bool {
        self.slice(Span::new(at, at + words.len() as u32)) == words
    }

    /// Whether `span` begins with the `words`.
    #[inline(never)]
    pub(crate) fn opens(self, span: Span<View>, words: &[u16]) -> bool {
        self.slice(span).starts_with(words)
    }

    /// Whether `span` ends with the `words`.
    #[inline(never)]
    pub(crate) fn closes(self, span: Span<View>, words: &[u16]) -> bool {
        self.slice(span).ends_with(words)
    }

    /// Whether `c` stands before `at`.
    #[inline(never)]
    pub(crate) fn follows(self, at: u32, c: char) -> bool {
        u32::from(self.before(at)) == c as u32
    }

    /// Whether `literal` stands at `at`.
    #[inline(never)]
    pub fn starts_with(self, at: u32, literal: &str) -> bool {
        literal.chars().zip(at..).all(|(c, i)| self.unit(i) == c as u32 as u16)
    }

    /// Whether `literal` ends at `at`.
    pub fn ends_with(self, at: u32, literal: &str) -> bool {
        // From the end: nearly everywhere the last one differs, and nothing has to be counted.
        let back = literal.chars().rev().zip(1..);
        back.map(|(c, i)| (c, at.wrapping_sub(i))).all(|(c, i)| self.unit(i) == c as u32 as u16)
    }

    /// The normalised characters of `span`, for keys and tests; what a reader sees is sliced from the source instead.
    pub fn to_string(self, span: Span<View>) -> String {
        char::decode_utf16(self.slice(span).iter().copied())
            .map(|c| c.unwrap_or('\u{FFFD}'))
            .collect()
    }
}
