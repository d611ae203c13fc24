//! What the page itself says before any word is read: quotation marks, titles, lines and the marks between phrases.
//!
//! ```text
//! 推行“五包”“三联”等办法。
//!     ^4   ^8          two quotes, 5..7 and 9..11, of one chain 4..12
//! ```
//!
//! One pass; a pair of quotation marks is closed within a line and within [`REACH`] units, so an unclosed mark costs
//! nothing and changes nothing behind its line.

use crate::order::sorted_by;
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};
use std::cell::Cell;

/// Longest string between two quotation marks.
const REACH: u32 = 800;
/// How deep quotation marks may stand in one another.
const DEPTH: usize = 4;

/// The left quotation mark of the view.
pub(crate) const OPEN: u16 = 0x201C;
/// The right quotation mark of the view.
pub(crate) const CLOSE: u16 = 0x201D;
/// The left inner quotation mark.
pub(crate) const OPEN_INNER: u16 = 0x2018;
/// The right inner quotation mark.
pub(crate) const CLOSE_INNER: u16 = 0x2019;

/// Whether `unit` opens a quotation.
pub(crate) fn opens_quote(unit: u16) -> bool {
    matches!(unit, OPEN | OPEN_INNER)
}

/// A string in quotation marks.
#[derive(Clone, Debug)]
pub(crate) struct Quote {
    /// What stands between the marks.
    pub inner: Span<View>,
    /// From the first mark to the last of the quotes that follow one another (“…”“…”, “…”、“…”, “…”和“…”).
    pub chain: Span<View>,
    /// Whether further quotation marks stand inside.
    pub nests: bool,
    /// Whether it is a word among others, as far as that was asked.
    pub is_word: Cell<Option<bool>>,
}

impl Quote {
    /// With its marks.
    pub(crate) fn outer(&self) -> Span<View> {
        Span::new(self.inner.start - 1, self.inner.end + 1)
    }
}

/// The page.
#[derive(Default)]
pub(crate) struct Structure {
    /// By opening mark.
    pub quotes: Vec<Quote>,
    /// What stands between 《 and 》, ascending, never nested.
    pub titles: Vec<Span<View>>,
    /// Lines without the blanks around them; empty ones are left out.
    pub lines: Vec<Span<View>>,
    /// Every character that ends a phrase, ascending: punctuation, blanks, line breaks, quotation marks.
    pub marks: Vec<u32>,
}

/// Whether a mark is part of a figure: 4.3, 36%.
fn is_figure(view: ViewText<'_>, at: u32, unit: u16) -> bool {
    let digit = |at: u32| view.class(at).is(CharClass::DIGIT);
    unit == u16::from(b'%') || unit == u16::from(b'.') && digit(at + 1) && at > 0 && digit(at - 1)
}

impl Structure {
    /// Reads the page of `view`.
    pub(crate) fn new(view: ViewText<'_>) -> Self {
        // More than a page of prose has, so that they seldom move: what they leave is room enough for the tokens.
        let marks = Vec::with_capacity(view.len() as usize * 9 / 16);
        let mut page = Self { marks, ..Self::default() };
        let mut pass = Pass::default();
        for (at, unit) in (0u32..).zip(view.units().iter().copied()) {
            if is_word(unit) || is_figure(view, at, unit) {
                continue;
            }
            page.marks.push(at);
            pass.take(&mut page, at, unit);
        }
        let end = view.len();
        pass.end_line(&mut page, end);
        page.lines.retain_mut(|line| {
            *line = trim(view, *line);
            !line.is_empty()
        });
        page.quotes = sorted_by(page.quotes, |quote| (quote.inner.start, 0));
        page.link(view);
        page
    }

    /// Leaves of the marks those of the sentences that one of `spans` touches, and of the last sentence, with the mark before
    /// each; gives back what there was.
    pub(crate) fn narrow(&mut self, view: ViewText<'_>, spans: Vec<Span<View>>) -> Vec<u32> {
        let spans = sorted_by(spans, |span| (span.start, span.end));
        let mut spans = spans.iter().peekable();
        // Where the sentence begins, its first mark, how many marks were taken or passed over, and where the farthest span ends.
        let (mut start, mut first, mut done, mut reach) = (0, 0_usize, 0, 0);
        let mut left = Vec::new();
        let last = self.marks.len().saturating_sub(1);
        for (at, mark) in self.marks.iter().enumerate() {
            let ends = view.class(*mark).any(CharClass::SENTENCE_END);
            if !ends && at < last {
                continue;
            }
            while let Some(span) = spans.next_if(|span| span.start <= *mark) {
                reach = reach.max(span.end);
            }
            if reach > start || at == last {
                let from = done.max(first.saturating_sub(1));
                left.extend(self.marks.get(from..=at).unwrap_or_default());
                done = at + 1;
            }
            (start, first) = (mark + 1, at + 1);
        }
        std::mem::replace(&mut self.marks, left)
    }

    /// Ties quotes that follow one another into chains.
    fn link(&mut self, view: ViewText<'_>) {
        let mut first = 0;
        for next in 1..=self.quotes.len() {
            let joined = match (self.quotes.get(next - 1), self.quotes.get(next)) {
                (Some(a), Some(b)) => joined(view, a.inner.end + 1, b.inner.start - 1),
                _ => false,
            };
            if joined {
                continue;
            }
            let chained = self.quotes.get_mut(first..next).unwrap_or_default();
            if let (Some(a), Some(b)) = (chained.first(), chained.last()) {
                let chain = Span::new(a.inner.start - 1, b.inner.end + 1);
                for quote in chained {
                    quote.chain = chain;
                }
            }
            first = next;
        }
    }

    /// The quote whose opening mark stands at `at`.
    pub(crate) fn quote_at(&self, at: u32) -> Option<&Quote> {
        let found = self.quotes.binary_search_by_key(&(at + 1), |quote| quote.inner.start).ok()?;
        self.quotes.get(found)
    }

    /// The quote whose closing mark stands at `at`: the innermost such.
    pub(crate) fn quote_closing_at(&self, at: u32) -> Option<&Quote> {
        let behind = self.quotes.partition_point(|quote| quote.inner.start <= at);
        let near = self.quotes.get(behind.saturating_sub(DEPTH * 2)..behind)?;
        near.iter().rev().find(|quote| quote.inner.end == at)
    }

    /// The last phrase mark before `at`.
    pub(crate) fn mark_before(&self, at: u32) -> Option<u32> {
        self.marks.get(self.marks.partition_point(|mark| *mark < at).checked_sub(1)?).copied()
    }

    /// The phrase marks in `span`.
    pub(crate) fn marks_in(&self, span: Span<View>) -> impl Iterator<Item = u32> {
        let first = self.marks.partition_point(|mark| *mark < span.start);
        let marks = self.marks.get(first..).unwrap_or(&[]).iter().copied();
        marks.take_while(move |mark| *mark < span.end)
    }

    /// Whether `at` lies inside a title.
    pub(crate) fn in_title(&self, at: u32) -> bool {
        let behind = self.titles.partition_point(|title| title.start <= at);
        behind.checked_sub(1).and_then(|i| self.titles.get(i)).is_some_and(|title| at < title.end)
    }
}

/// Han, digits, Latin letters: what phrases are made of.
#[inline(always)]
pub(crate) fn is_word(unit: u16) -> bool {
    (0x4E00..0xA000).contains(&unit)
        || CharClass::of(unit).any(CharClass::HAN.or(CharClass::DIGIT).or(CharClass::LATIN))
}

/// Whether only 、 or a joining word stands between two quotes.
fn joined(view: ViewText<'_>, from: u32, to: u32) -> bool {
    to >= from
        && match to - from {
            0 => true,
            1 => chars::LISTED.at(view, from),
            2 => view.starts_with(from, "以及"),
            _ => false,
        }
}

fn trim(view: ViewText<'_>, line: Span<View>) -> Span<View> {
    let (mut start, mut end) = (line.start, line.end);
    while start < end && view.class(start).any(CharClass::SPACE) {
        start += 1;
    }
    while end > start && view.class(end - 1).any(CharClass::SPACE) {
        end -= 1;
    }
    Span::new(start, end)
}

#[derive(Default)]
struct Pass {
    /// Opening marks that wait for their closing one.
    open: Vec<(u32, u16)>,
    title: Option<u32>,
    line: u32,
}

impl Pass {
    fn take(&mut self, page: &mut Structure, at: u32, unit: u16) {
        match unit {
            _ if opens_quote(unit) => {
                if self.open.len() == DEPTH {
                    self.open.remove(0);
                }
                self.open.push((at, unit + 1));
            }
            CLOSE | CLOSE_INNER => self.close(page, at, unit),
            0x300A => self.title = self.title.or(Some(at + 1)),
            0x300B => {
                if let Some(start) = self.title.take().filter(|start| at - start <= REACH) {
                    page.titles.push(Span::new(start, at));
                }
            }
            _ if CharClass::of(unit).any(CharClass::LINE_BREAK) => self.end_line(page, at),
            _ => {}
        }
    }

    fn close(&mut self, page: &mut Structure, at: u32, unit: u16) {
        let Some(place) = self.open.iter().rposition(|(_, closing)| *closing == unit) else {
            return;
        };
        let start = self.open.get(place).map_or(at, |(start, _)| start + 1);
        self.open.truncate(place);
        if at - start > REACH || at == start {
            return;
        }
        let nests = page.quotes.last().is_some_and(|quote| quote.inner.start > start);
        let inner = Span::new(start, at);
        page.quotes.push(Quote { inner, chain: inner, nests, is_word: Cell::new(None) });
    }

    fn end_line(&mut self, page: &mut Structure, at: u32) {
        page.lines.push(Span::new(self.line, at));
        self.line = at + 1;
        self.open.clear();
        self.title = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Normalizer, Text};

    #[test]
    fn narrows_to_sentences() {
        let normalizer = Normalizer::new();
        let text = Text::new("甲，乙。丙，丁。戊，己\n庚，辛。壬，癸", &normalizer);
        let marks = |spans: Vec<Span<View>>| {
            let mut page = Structure::new(text.view());
            page.narrow(text.view(), spans);
            page.marks
        };
        assert_eq!(marks(vec![]), [15, 17]);
        assert_eq!(marks(vec![Span::new(6, 7)]), [3, 5, 7, 15, 17]);
        assert_eq!(marks(vec![Span::new(16, 18), Span::new(1, 5)]), [1, 3, 5, 7, 15, 17]);
    }

    #[test]
    fn pairs_and_chains() {
        let normalizer = Normalizer::new();
        let text = Text::new("推行“五包”“三联”等。“甲‘乙’\n”丙《丁》", &normalizer);
        let page = Structure::new(text.view());
        let spans: Vec<_> =
            page.quotes.iter().map(|q| (q.inner.range(), q.chain.range())).collect();
        assert_eq!(spans, [(3..5, 2..10), (7..9, 2..10), (15..16, 14..17)]);
        assert_eq!(page.titles.len(), 1);
        assert_eq!(page.lines.len(), 2);
    }
}
