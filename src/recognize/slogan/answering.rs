//! Phrases that hold quotation marks in the same places: three are a parallel, two at the head of a paragraph a couplet.
//!
//! ```text
//! 种好“责任田”、管好“钱袋子”、看好“自家门”    parallel
//! 拧紧“水龙头”，用活“蓄水池”。各灌区…        couplet
//! 从“要我干”变成“我要干”、从…、从…          parallel
//! ```

use super::cues::Roles;
use super::structure::Quote;
use super::{Found, Reader, frame};
use crate::annotation::SloganKind;
use crate::gather::Put as _;
use crate::recognize::chars;
use crate::span::Span;
use crate::text::CharClass;

/// Most characters of a phrase before its quote.
const HEAD: u32 = 6;
/// Most characters of a phrase behind its quote.
const TAIL: u32 = 4;

/// Finds series of phrases whose quotes answer each other.
pub(super) fn find(reader: &Reader<'_>, found: &mut Found) {
    let quotes = contrasts(reader);
    let mut quotes = quotes.as_slice();
    while let [first, second, ..] = quotes {
        let Some(shape) = Shape::between(reader, first, second) else {
            quotes = quotes.get(1..).unwrap_or(&[]);
            continue;
        };
        let more = quotes.windows(2).take_while(|pair| match pair {
            [one, next] => Shape::between(reader, one, next) == Some(shape),
            _ => false,
        });
        let count = more.count() + 1;
        let series = quotes.get(..count).unwrap_or(&[]);
        report(reader, series, shape, found);
        quotes = quotes.get(count - 1..).unwrap_or(&[]);
    }
}

/// The quotes; two of one length that a short word ties are taken as one: 从“要我干”变成“我要干”.
fn contrasts(reader: &Reader<'_>) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    for quote in &reader.page.quotes {
        let tied = |last: &&mut Quote| {
            let (from, to) = (last.outer().end, quote.outer().start);
            // Not from “红灯” to “绿灯”, nor what is read as what.
            (from + 1..=from + TIE).contains(&to)
                && quote.inner.len() > 2
                && last.inner.len() == quote.inner.len()
                && last.chain != quote.chain
                && frame::is_han(reader.view, Span::new(from, to))
                && chars::TOWARDS.at(reader.view, from)
        };
        match quotes.last_mut().filter(tied) {
            Some(last) => last.inner = Span::new(last.inner.start, quote.inner.end),
            None => quotes.put(quote.clone()),
        }
    }
    quotes
}

/// Longest word between two quotes of one phrase.
const TIE: u32 = 3;

/// How a phrase with a quote is built.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Shape {
    head: u32,
    quoted: u32,
    tail: u32,
    mark: char,
}

impl Shape {
    /// The shape that two neighbouring quotes share: what stands between them is a tail, one mark and a head.
    fn between(reader: &Reader<'_>, first: &Quote, second: &Quote) -> Option<Self> {
        let view = reader.view;
        let (from, to) = (first.outer().end, second.outer().start);
        if to <= from || to - from > HEAD + TAIL + 1 || first.inner.len() != second.inner.len() {
            return None;
        }
        let mark = view.run(from, to, CharClass::HAN);
        if mark == to {
            return None;
        }
        let (head, tail) = (to - mark - 1, mark - from);
        let joins = matches!(view.char(mark), '、' | '，' | ',' | ';');
        let plain = joins && frame::is_han(view, Span::new(mark + 1, to));
        let fits = (1..=HEAD).contains(&head) && tail <= TAIL && first.outer().start >= head;
        (plain && fits).then(|| Self {
            head,
            quoted: first.inner.len(),
            tail,
            mark: view.char(mark),
        })
    }
}

fn report(reader: &Reader<'_>, series: &[Quote], shape: Shape, found: &mut Found) {
    let Reader { view, page, .. } = *reader;
    let [first, .., last] = series else { return };
    let start = first.outer().start - shape.head;
    let end = last.outer().end + shape.tail;
    let whole = frame::is_han(view, Span::new(start, start + shape.head))
        && (shape.tail == 0 || frame::is_han(view, Span::new(end - shape.tail, end)));
    // 增强“四个意识”、坚定“四个自信”: formulas speak for themselves.
    let counts = |quote: &Quote| CharClass::of(view.at(quote.inner.start)).any(CharClass::NUMERAL);
    let whole = whole && !series.iter().any(counts);
    if !whole || page.in_title(start) || !series.iter().all(|quote| opens(reader, quote, shape)) {
        return;
    }
    let span = Span::new(start, end);
    let leads = page.lines.binary_search_by_key(&start, |line| line.start).is_ok()
        && matches!(shape.mark, '，' | ',')
        && view.class(end).any(CharClass::SENTENCE_END);
    match series.len() {
        2 if leads => found.slogan(reader, span, SloganKind::Couplet, "answering-quotes"),
        2 => {}
        _ => found.slogan(reader, span, SloganKind::Parallel, "answering-quotes"),
    }
}

/// Whether a phrase opens with a verb, or with one and its result: 念好.
fn opens(reader: &Reader<'_>, quote: &Quote, shape: Shape) -> bool {
    let Reader { view, cues, .. } = *reader;
    let at = quote.outer().start - shape.head;
    let orders = Roles::VERB.or(Roles::LEAD).or(Roles::SCARE_BEFORE);
    let result = shape.head == 2 && cues.of(view.at(at + 1)).any(Roles::PREDICATE);
    result
        || cues.of(view.at(at)).any(Roles::MORPHEME)
        || cues.starting(view, at, orders).is_some_and(|length| length <= shape.head)
}
