//! From the view back to the source.
//!
//! ```text
//! source  * * ３ ０ * * 個 村      bytes 0 1 2 5 8 9 10 13 16
//! view        3 0     个 村      units     0 1     2  3
//! ```
//!
//! Every unit of the view was made from one character; what was left out between two units is listed as a skip. The map
//! is sparse: the source offset of every 16th unit and the skips, so 10 MB of text cost about 0.8 MB. The way from a
//! checkpoint to an offset is read off the source itself.

use crate::span::{Source, Span, View};

/// Units between two checkpoints.
const STRIDE: u32 = 16;

/// Source bytes that no unit of the view stands for.
#[derive(Clone, Copy, Debug)]
struct Skip {
    /// They were left out directly before this unit.
    view: u32,
    start: u32,
    length: u32,
}

/// The map from view offsets to source offsets.
#[derive(Default)]
pub(super) struct OffsetMap {
    /// Source offset of unit `k * STRIDE`, skips before it passed.
    checkpoints: Vec<u32>,
    skips: Vec<Skip>,
    units: u32,
}

impl OffsetMap {
    /// Notes that unit `view` begins at source byte `source`. To be called in order, for every unit.
    #[inline(always)]
    pub(super) fn push(&mut self, view: u32, source: u32) {
        if view.is_multiple_of(STRIDE) {
            self.checkpoints.push(source);
        }
    }

    /// Notes that `length` source bytes from `start` were left out before unit `view`. To be called in order.
    pub(super) fn skip(&mut self, view: u32, start: u32, length: u32) {
        match self.skips.last_mut() {
            Some(last) if last.view == view && last.start + last.length == start => {
                last.length += length
            }
            _ => self.skips.push(Skip { view, start, length }),
        }
    }

    /// Closes the map over `units` units.
    pub(super) fn finish(&mut self, units: u32) {
        self.units = units;
        self.skips.shrink_to_fit();
    }

    /// Whether anything was left out.
    pub(super) fn has_skips(&self) -> bool {
        !self.skips.is_empty()
    }

    pub(super) fn to_source(&self, source: &str, span: Span<View>) -> Span<Source> {
        self.cursor(source).span(span)
    }

    pub(super) fn cursor<'t>(&'t self, source: &'t str) -> Cursor<'t> {
        Cursor {
            map: self,
            bytes: source.as_bytes(),
            view: 0,
            source: self.first(),
            end: 0,
            skip: self.skips_until(0),
        }
    }

    fn first(&self) -> u32 {
        self.checkpoints.first().copied().unwrap_or(0)
    }

    /// How many skips lie at or before unit `view`.
    fn skips_until(&self, view: u32) -> usize {
        self.skips.partition_point(|skip| skip.view <= view)
    }
}

/// Walks view and source side by side. Ascending offsets cost one pass in all; a step back restarts at a checkpoint.
pub struct Cursor<'t> {
    map: &'t OffsetMap,
    bytes: &'t [u8],
    view: u32,
    source: u32,
    /// Where the character before `view` ends, once a step was made.
    end: u32,
    /// Index of the first skip behind `view`.
    skip: usize,
}

impl Cursor<'_> {
    /// The source byte where the character of unit `view` begins; the end of the text for offsets behind the last unit.
    pub fn start_of(&mut self, view: u32) -> u32 {
        if view >= self.map.units {
            return self.bytes.len() as u32;
        }
        self.approach(view);
        while self.view < view {
            self.step();
        }
        self.source
    }

    /// The source byte where the character before view offset `view` ends: what was left out between is not included.
    pub fn end_of(&mut self, view: u32) -> u32 {
        if view == 0 || self.map.units == 0 {
            return 0;
        }
        let start = self.start_of(view.min(self.map.units) - 1);
        start + self.char_length(start)
    }

    /// The source span of a span of the view: what was left out around it is not included.
    pub fn span(&mut self, span: Span<View>) -> Span<Source> {
        let start = self.start_of(span.start);
        let end = if span.is_empty() { start } else { self.end_of(span.end) };
        Span::new(start, end)
    }

    /// Where the character before view offset `view` ends and the one behind it begins, found in one walk. What was left
    /// out lies between the two; at the start of the text the first is 0.
    #[inline]
    pub fn boundary(&mut self, view: u32) -> (u32, u32) {
        let view = view.min(self.map.units);
        if view == 0 {
            return (
                0,
                if self.map.units == 0 { self.bytes.len() as u32 } else { self.map.first() },
            );
        }
        if view <= self.view || view - self.view >= STRIDE {
            self.jump((view - 1) / STRIDE);
        }
        while self.view < view {
            self.step();
        }
        (self.end, self.source)
    }

    /// Jumps to the nearest checkpoint where that is shorter than walking on.
    fn approach(&mut self, view: u32) {
        if view < self.view || view - self.view >= STRIDE {
            self.jump(view / STRIDE);
        }
    }

    fn jump(&mut self, checkpoint: u32) {
        self.view = checkpoint * STRIDE;
        self.source = self.map.checkpoints.get(checkpoint as usize).copied().unwrap_or(0);
        self.skip = self.map.skips_until(self.view);
    }

    #[inline(always)]
    fn step(&mut self) {
        self.end = self.source + self.char_length(self.source);
        self.source = self.end;
        self.view += 1;
        while let Some(skip) = self.map.skips.get(self.skip) {
            if skip.view != self.view {
                break;
            }
            self.source = skip.start + skip.length;
            self.skip += 1;
        }
    }

    /// Length in bytes of the character that begins at `at`, by the upper half of its leading byte.
    #[inline(always)]
    fn char_length(&self, at: u32) -> u32 {
        const LENGTHS: u64 = 0x4322_1111_1111_1111;
        self.bytes.get(at as usize).map_or(0, |byte| (LENGTHS >> (byte / 16 * 4)) as u32 & 7)
    }
}
