//! Which mentions are one slogan: “八个维度”, 8个维度 and 八維度 share a number.

use super::formula;
use crate::annotation::{Identity, Slogan, SloganKind};
use crate::gather::Put as _;
use crate::numbering::Numbering;
use crate::recognize::glossary::Glossary;
use crate::span::{Span, View};
use crate::text::ViewText;

/// Numbers the distinct slogans in the order of their first mention, behind those that are `known`.
pub(super) fn number(view: ViewText<'_>, known: &mut Numbering, slogans: &mut [Slogan<View>]) {
    for slogan in slogans {
        slogan.identity = known.put(&key(view, slogan.span));
    }
}

/// Numbers them anew, where others have come between.
pub(super) fn reorder(slogans: &mut [Slogan<View>]) {
    let mut order = Numbering::default();
    for slogan in slogans {
        let identity = slogan.identity;
        slogan.identity = order.put(&[identity as u16, (identity >> 16) as u16]);
    }
}

/// What the distinct slogans are, by number; empty where none of that number is left.
pub(super) fn distinct(
    view: ViewText<'_>,
    glossary: &Glossary,
    slogans: &[Slogan<View>],
) -> Vec<Identity> {
    let count = slogans.iter().map(|slogan| slogan.identity as usize + 1).max().unwrap_or(0);
    let mut distinct = vec![Identity::default(); count];
    for slogan in slogans {
        let Some(slot) = distinct.get_mut(slogan.identity as usize) else { continue };
        if slot.canonical.is_empty() {
            slot.canonical = String::from_utf16_lossy(&key(view, slogan.span)).into_boxed_str();
        }
        // The glossary goes by the wording: 8个维度 may be listed as 八个维度 only.
        if slot.listed.is_empty() && slogan.kind == SloganKind::Formula {
            slot.listed = glossary.members(view, slogan.span);
        }
    }
    distinct
}

/// The words without marks, numerals as digits, 个 left out behind a numeral.
pub(crate) fn key(view: ViewText<'_>, span: Span<View>) -> Vec<u16> {
    let mut key = Vec::with_capacity(span.len() as usize);
    let mut at = span.start;
    while at < span.end {
        let unit = view.unit(at);
        let may_count = formula::may_start(unit) && new_numeral(&key);
        if let Some((value, length)) = may_count.then(|| formula::numeral(view, at)).flatten() {
            digits(&mut key, value);
            at += length;
            if view.char(at) == '个' && at + 1 < span.end {
                at += 1;
            }
            continue;
        }
        if super::structure::is_word(unit) || unit == u16::from(b'+') {
            key.push(unit);
        }
        at += 1;
    }
    key
}

fn digits(key: &mut Vec<u16>, value: u32) {
    if value > 9 {
        digits(key, value / 10);
    }
    key.put(u16::from(b'0') + (value % 10) as u16);
}

/// Whether a numeral can begin behind what was read: digits of a code stay apart from each other.
fn new_numeral(key: &[u16]) -> bool {
    !key.last().is_some_and(|unit| (0x30..0x3A).contains(unit))
}
