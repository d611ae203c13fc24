//! Bare formulas that what stands before them gives away, away from any list of things.
//!
//! ```text
//! 看水色，看鱼情，看天象，这就是 三看       as many clauses before, each of which holds what is counted
//! 头一个“3”是 三方会商                    the digit of a code, and what it counts
//! “432”巡护法：进山 四看，沿途 三问，…      the clause of a code that its digit counts
//! ```

use super::Reader;
use super::cues::Roles;
use super::formula;
use super::unquoted::LIST;
use crate::recognize::chars;
use crate::span::Span;
use crate::text::CharClass;

/// Longest words behind the numeral.
const HEAD: u32 = 4;
/// Longest clause before it, and how far back the code may stand.
const CLAUSE: u32 = 16;
const CODE: u32 = 60;

/// The formula at `at`: its length and the rule.
pub(super) fn find(
    reader: &Reader<'_>,
    at: u32,
    (count, numeral): (u32, u32),
) -> Option<(u32, &'static str)> {
    let Reader { view, cues, .. } = *reader;
    let head = at + numeral;
    let end = view.run(head, head + HEAD + 1, CharClass::HAN);
    let stops = view.class(end).any(CharClass::CLAUSE_END.or(CharClass::LINE_BREAK))
        || view.char(end) == '(';
    if !stops || !(1..=HEAD).contains(&(end - head)) {
        return None;
    }
    let short = end - head < 3;
    let told = short && clauses(reader, at, head) == count;
    let coded = || if short { in_code(reader, at, count) } else { explains(reader, at, count) };
    if !told && !coded() {
        return None;
    }
    let shape = formula::parse(view, Span::new(at, end), cues)?;
    // “3”是三支扑火队
    let thing = |end: u32| cues.of(view.before(end)).any(Roles::SUFFIX);
    let counted = shape.slots.iter().any(|slot| {
        let acts = !short && cues.of(view.at(slot.counted().start)).any(Roles::MORPHEME);
        slot.classifier > 0 && (!acts || thing(slot.head.end))
    });
    (!counted).then_some((end - at, if told { LIST } else { CODED }))
}

/// The rule of what a digit of a code counts.
pub(super) const CODED: &str = "code-formula";

/// More clauses than any numeral counts here.
const MANY: u32 = 13;

/// How many clauses before 这是, 这叫 hold the character at `head`, one after the other in one sentence; no more than `MANY` are counted.
fn clauses(reader: &Reader<'_>, at: u32, head: u32) -> u32 {
    let view = reader.view;
    let pointed = chars::SAYS.at(view, at.wrapping_sub(1))
        && view.holds(Span::new(at.saturating_sub(4), at), '这');
    let mut end = reader.page.mark_before(at).filter(|_| pointed);
    let mut found = 0;
    while let Some(mark) = end {
        let start = reader.page.mark_before(mark).map_or(0, |before| before + 1);
        let clause = Span::new(start, mark);
        if clause.len() > CLAUSE || !view.slice(clause).contains(&view.at(head)) {
            break;
        }
        found += 1;
        let ended = view.class(start.wrapping_sub(1)).any(CharClass::SENTENCE_END);
        end = start.checked_sub(1).filter(|_| found < MANY && !ended);
    }
    found
}

/// Whether a digit in quotation marks stands for it: “3”是.
fn explains(reader: &Reader<'_>, at: u32, count: u32) -> bool {
    let view = reader.view;
    let verb = at.wrapping_sub(1);
    let quote =
        chars::MEANS.at(view, verb).then(|| reader.page.quote_closing_at(verb.wrapping_sub(1)));
    quote.flatten().is_some_and(|quote| {
        digit(view.char(quote.inner.start)) == Some(count) && quote.inner.len() == 1
    })
}

/// Whether the clause stands behind a code and its colon, in the place of a digit that counts so.
fn in_code(reader: &Reader<'_>, at: u32, count: u32) -> bool {
    let view = reader.view;
    let stops = |at: &u32| {
        view.look(*at) == ':' || CharClass::of(view.unit(*at)).any(CharClass::SENTENCE_END)
    };
    let low = at.saturating_sub(CODE);
    let colon = (low..at).rev().find(stops).filter(|at| view.char(*at) == ':');
    let Some(colon) = colon else { return false };
    let place = (colon..at).filter(|at| view.char(*at) == '，').count() as u32;
    let han = |at: &u32| view.class(*at).is(CharClass::HAN);
    let close = (colon.saturating_sub(HEAD + 2)..colon).rev().find(|at| !han(at));
    let code = close.and_then(|close| reader.page.quote_closing_at(close));
    code.is_some_and(|code| {
        let digits = (code.inner.start..code.inner.end).map(|at| digit(view.char(at)));
        let counted = digits.clone().nth(place as usize) == Some(Some(count));
        counted && code.inner.len() > 2 && digits.clone().all(|digit| digit.is_some())
    })
}

/// The value of a digit of either kind.
fn digit(c: char) -> Option<u32> {
    char::to_digit(c, 10).or_else(|| formula::digit(c))
}
