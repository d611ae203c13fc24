//! Fixed words and titles with a numeral inside: 一把手, 五一劳动节, 《…三年行动方案》.

use super::site::{Outcome, Site};
use crate::annotation::Reason;
use crate::recognize::chars;
use crate::recognize::gazetteer::Match;
use crate::span::Span;
use crate::text::CharClass;

/// How far a title in 《》 is followed.
const TITLE_REACH: u32 = 60;

/// A word of `data/idioms.tsv` or `data/names.tsv`, the longest; what stands around it may say that it is none.
pub(super) fn word(site: &Site<'_>) -> Option<Outcome> {
    let at = site.at;
    let before = if at > site.floor { site.char(at - 1) } else { '\0' };
    if goes_on_at(site, at, before) {
        return None;
    }
    let allowed = |found: &Match<'_>| {
        let end = at + found.length;
        (!splits_numeral(site, end) || is_whole(site, end))
            && !splits_latin(site, end)
            && !found.column_holds(2, site.char(end))
            && (before == '\0' || !found.column_holds(3, before))
    };
    let found = site.tables.frozen.matches(site.view, at).filter(allowed).last()?;
    let reason = Reason::from_name(found.column(1)).unwrap_or(Reason::Idiom);
    Some(Outcome::Rejected(Span::new(at, at + found.length), reason, "word-list"))
}

/// Numerals in the title of a work or a document.
pub(super) fn title(site: &Site<'_>) -> Option<Outcome> {
    let ends = |at: &u32| matches!(site.char(*at), '》' | '\n' | '\0');
    let close = (site.at + 1..site.at + TITLE_REACH).find(ends)?;
    let title = Span::new(site.at, close);
    (site.char(close) == '》').then_some(Outcome::Rejected(title, Reason::Title, "title"))
}

/// Whether at `at` a numeral or a Latin word only goes on, with `before` in front.
fn goes_on_at(site: &Site<'_>, at: u32, before: char) -> bool {
    let numeral = || site.is_numeral(at - 1) || matches!(before, '第' | '.');
    let latin = site.view.class(at).any(CharClass::LATIN);
    at > 0 && (site.is_numeral(at) && numeral() || latin && splits_latin(site, at))
}

/// 一点|六倍 is a decimal; after 周五|19:30 the digits begin anew.
fn splits_numeral(site: &Site<'_>, end: u32) -> bool {
    let goes_on = site.is_numeral(end) && (!site.is_digit(end) || site.is_digit(end - 1));
    (site.is_numeral(end - 1) || site.char(end - 1) == '点')
        && (goes_on || chars::GOES_ON.at(site.view, end))
}

fn splits_latin(site: &Site<'_>, end: u32) -> bool {
    let written = |at| site.view.class(at).any(CharClass::LATIN.or(CharClass::DIGIT));
    written(end - 1) && written(end)
}

/// 统一|六国: the 一 of a word that begins with no numeral, and a figure of its own behind it; not 周一|二, 第一|二批, 这一|两年;
/// but 这一|五年规划.
fn is_whole(site: &Site<'_>, end: u32) -> bool {
    let at = site.at;
    let pair = || matches!(site.char(end), '两' | '二');
    let counted = match site.char(at) {
        '周' => true,
        '这' | '那' => pair(),
        _ => false,
    };
    let united = site.char(end - 1) == '一' && !site.is_numeral(at) && !counted;
    united && site.amount(end).is_some_and(|amount| site.unit(amount.end).is_some())
}
