//! Quoted wisdom: what says that a string in quotation marks is somebody's saying, and no name.
//!
//! ```text
//! 古语说：“根深则叶茂”          a word for sayings before it
//! “井挖得深，水流得长。”        two clauses of one length, with their full stop
//! “把童年还给孩子”的办园理念     whose creed it is behind it
//! ```

use super::cues::Roles;
use super::quoted::Look;
use super::structure::is_word;
use super::{Reader, frame, reject};
use crate::recognize::chars;
use crate::recognize::data::fingerprint::{Fingerprint, is_joint};
use crate::span::Span;
use crate::text::CharClass;

/// Whether a string is wisdom whatever the words around want with it.
pub(super) fn is_saying(look: &Look<'_>) -> bool {
    sage(look) || classical(look) || is_verse(look) || is_motto(look) || is_tied(look)
}

/// 这叫“大手牵小手，小手教大手”: what opens each half is in the other. “没有人，就没有服务”: a link opens the second, and both agree.
fn is_tied(look: &Look<'_>) -> bool {
    let view = look.reader.view;
    // Most are names, of one part.
    if !view.holds(look.inner, '，') {
        return false;
    }
    match frame::parts(view, look.inner)[..] {
        [first, second] => {
            view.char(first.end) == '，'
                && (super::mirrored::crosses(look.reader, first, second)
                    || super::mirrored::follows(look.reader, first, second))
        }
        _ => false,
    }
}

/// 古语说：“…。” A saying, full stop and all; at least a clause.
fn sage(look: &Look<'_>) -> bool {
    let Reader { view, .. } = *look.reader;
    let start = look.quote.outer().start;
    let marked = matches!(view.char(start.wrapping_sub(1)), ':' | '，' | ',');
    let before = if marked { start.saturating_sub(1) } else { start };
    // 老话说的
    let before = before - u32::from(view.follows(before, '的'));
    let asks = view.char(look.inner.end - 1) == '?';
    look.inner.len() >= 5 && !asks && look.reader.cues.ending(view, before, Roles::SAGE).is_some()
}

/// 墙上写着一句话：“…，…。” One sentence of two clauses and more that is said to be a saying; of clauses of one length, also what is
/// written somewhere (锦旗上绣着：“…”), and what is spoken of as a sentence (“…。”这句话).
fn is_motto(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    let colon = view.follows(start, ':');
    let named = colon && cues.ending(view, start - 1, Roles::CREED).is_some();
    let shown = colon && view.follows(start - 1, '着');
    let behind = look.quote.outer().end;
    let spoken_of = || {
        (behind..behind + CREED).filter(|at| view.char(*at) == '这').any(|at| {
            view.char(at + 1) == '句' || cues.starting(view, at + 2, Roles::CREED).is_some()
        })
    };
    if !(named || shown || spoken_of()) {
        return false;
    }
    let one = view.find(look.inner.start, look.inner.end - 1, CharClass::SENTENCE_END).is_none();
    let clause = |at| matches!(view.char(at), '，' | ',');
    one && (look.inner.start..look.inner.end).any(clause) && (named || is_even(look))
}

/// Whether all clauses have one length, and none tells what happened.
fn is_even(look: &Look<'_>) -> bool {
    let stop = u32::from(look.reader.view.class(look.inner.end - 1).any(CharClass::SENTENCE_END));
    let words = Span::new(look.inner.start, look.inner.end - stop);
    // 口头禅：“你说呢，对不对？”
    let asks = look.reader.view.char(look.inner.end - 1) == '?';
    !asks && super::wisdom::even(look.reader, &frame::parts(look.reader.view, words))
}

/// “…者…，…之…。” as a sentence of its own: classical words, and none of today's.
fn classical(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let count = |roles| {
        (look.inner.start..look.inner.end).filter(|at| cues.of(view.at(*at)).any(roles)).count()
    };
    let clauses = || frame::parts(view, look.inner).len();
    let outer = look.quote.outer().start;
    // 《孙子》：“…”, 《孙子》里说：“…，…。”
    let colon = outer.saturating_sub(1);
    let said = cues.ending(view, colon, Roles::SPEECH.or(Roles::SAGE)).unwrap_or(0);
    let source = view.follows(outer, ':')
        && (colon.saturating_sub(said.min(2) + 1)..=colon).any(|at| view.follows(at, '》'));
    let opens = outer == 0 || view.class(outer - 1).any(CharClass::SENTENCE_END) || source;
    let old = || count(Roles::CLASSICAL) >= 2 && clauses() >= 2 || source && is_even(look);
    opens && count(Roles::MODERN) == 0 && old()
}

/// “火车跑得快，全靠车头带。” Two clauses of five or seven, or a saying that the data lists, full stop and all.
fn is_verse(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let stop = u32::from(view.class(look.inner.end - 1).any(CharClass::SENTENCE_END));
    let words = Span::new(look.inner.start, look.inner.end - stop);
    if saying_at(look.reader, words.start) == Some(words.len()) {
        return true;
    }
    if stop == 0 {
        return false;
    }
    let clauses = frame::parts(view, words);
    let [first, second] = clauses[..] else { return false };
    let plain = (words.start..words.end)
        .all(|at| !chars::TOLD.at(view, at) && !cues.of(view.at(at)).any(Roles::MODERN));
    // Four and four, eight and eight: at the head of a line, and nobody says it.
    let opens = || {
        let outer = look.quote.outer().start;
        outer == 0 || view.class(outer - 1).any(CharClass::LINE_BREAK)
    };
    let sayable = match first.len() {
        7 => true,
        5 => !reject::spoken_behind(look),
        length => (4..=12).contains(&length) && opens() && !reject::spoken_behind(look),
    };
    // “以前靠天收，…。” tells of somebody.
    let told = cues.starting(view, words.start, Roles::REPORT).is_some();
    // “一张处方就是一份责任，…。”
    let plain = plain || super::mirrored::mirrored(look.reader, &clauses).is_some();
    first.len() == second.len() && sayable && plain && !told && !look.programme
}

/// “…”的理念, “…”的办学理念, “…”八个大字.
pub(super) fn is_creed(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let own = u32::from(look.behind > look.quote.chain.end);
    // 八个字: behind the numeral it begins with 个.
    let from = look.behind - own;
    (from..view.run(look.behind, look.behind + own * CREED + 1, CharClass::HAN))
        .any(|at| cues.starting(view, at, Roles::CREED).is_some())
}

/// How many characters may say whose creed it is.
const CREED: u32 = 4;

/// 前人的名言：“…”, 喊响“…”.
pub(super) fn cried(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    let before = start - u32::from(view.follows(start, ':'));
    cues.ending(view, before, Roles::CREED).is_some()
}

/// The longest known saying of whole clauses at `at`: its length.
pub(super) fn saying_at(reader: &Reader<'_>, at: u32) -> Option<u32> {
    let Reader { view, lists, .. } = *reader;
    let mut print = Fingerprint::default();
    let (mut longest, mut clause) = (None, 0);
    for length in 0..=LONGEST_SAYING {
        let unit = if length < LONGEST_SAYING { view.unit(at + length) } else { 0 };
        let c = char::from_u32(u32::from(unit)).unwrap_or_default();
        if is_word(unit) {
            print = print.and(c);
            clause += 1;
            if clause > LONGEST_CLAUSE || length == 1 && !lists.openings.holds(print.opens()) {
                break;
            }
            continue;
        }
        if clause == 0 {
            break;
        }
        if lists.sayings.binary_search(&print.print()).is_ok() {
            longest = Some(length);
        }
        if !is_joint(c) {
            break;
        }
        clause = 0;
    }
    longest
}

/// In characters, marks and the one behind counted.
const LONGEST_SAYING: u32 = 36;
/// Longest clause of a saying.
pub(super) const LONGEST_CLAUSE: u32 = 13;
