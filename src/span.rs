//! Half-open spans, typed by the space they index.
//!
//! Two spaces exist. [`Source`] counts UTF-8 bytes of the text as the caller gave it. [`View`] counts units of the
//! normalised view that analysis reads. A span of one cannot be used in the other: only `text/offsets.rs` converts.
//!
//! ```
//! use quandian::{Source, Span};
//! let span = Span::<Source>::new(3, 9);
//! assert_eq!(span.len(), 6);
//! assert!(span.contains(Span::new(3, 6)));
//! ```

use std::fmt;
use std::marker::PhantomData;

/// The space of UTF-8 byte offsets into the source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {}

/// The space of offsets into the normalised view, one unit a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {}

/// A half-open range `start..end` in the space `S`. Never inverted.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span<S> {
    /// First offset inside.
    pub start: u32,
    /// First offset behind.
    pub end: u32,
    space: PhantomData<S>,
}

// Written by hand: a derive would ask that `S` be copyable, and the spaces are only names.
impl<S> Clone for Span<S> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<S> Copy for Span<S> {}

impl<S> fmt::Debug for Span<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl<S> Span<S> {
    /// The span from `start` to `end`; an inverted pair gives the empty span at `start`.
    #[inline]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end: if end < start { start } else { end }, space: PhantomData }
    }

    /// How many units of its space it covers.
    #[inline]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it covers nothing.
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.end == self.start
    }

    /// Whether `other` lies inside, edges included.
    #[inline]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one unit.
    #[inline]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[inline]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// As a `usize` range, for slicing.
    #[inline]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}
