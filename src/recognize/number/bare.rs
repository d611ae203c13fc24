//! Numerals without a unit: what counts plainly, the year in a name, the tally of a contest; not the version of a thing.

use super::measure;
use super::site::{Outcome, Site, number};
use crate::annotation::{Number, NumberKind, Reason, Value};
use crate::numeral::{Style, Vagueness};
use crate::span::{Span, View};
use crate::text::CharClass;

/// A numeral without a unit: digits count something plainly, a lone Han digit does not.
pub(super) fn bare(site: &Site<'_>) -> Option<Outcome> {
    let amount = site.amount(site.at)?;
    let counts = match amount.style {
        Style::Arabic | Style::Mixed => true,
        Style::Han => amount.end - site.at >= 2 || tallies(site, amount.end),
        // 千亿级, 百亿规模
        Style::Magnitude => {
            site.char(amount.end) == '级'
                || site.view.starts_with(amount.end, "规模")
                // 每万人口
                || site.at > 0 && site.char(site.at - 1) == '每'
                // 投资额近百亿。
                || !site.is_han(amount.end) && site.modifier_before(site.at).is_some()
        }
        Style::Positional => false,
    };
    // 十五六万
    let pair = amount.high.filter(|_| amount.end - site.at >= 3);
    if !counts || amount.high.is_some() && pair.is_none() {
        return None;
    }
    if is_version(site, amount.end) {
        let span = Span::new(site.at, amount.end);
        return Some(Outcome::Rejected(span, Reason::Name, "version"));
    }
    if let Some(year) = year_of_name(site, amount.end) {
        return Some(Outcome::Number(year));
    }
    let mut end = amount.end;
    let vague = amount.vagueness;
    if matches!(vague, Some(Vagueness::About)) {
        end = amount.core_end;
    }
    let (start, negative) = measure::sign(site);
    let mut found = number(Span::new(start, end), NumberKind::Quantity, "bare-numeral");
    found.value = Value::one(if negative { amount.low.negated() } else { amount.low });
    if let Some(high) = pair {
        found.value = Value::range(amount.low, high);
    }
    // 三十几亿, 1200多万农村居民
    let about = pair.is_some() || vague == Some(Vagueness::About) && end == amount.end;
    let more = vague.filter(|vague| *vague == Vagueness::More);
    site.modify(&mut found, if about { Some(Vagueness::About) } else { more });
    if tallies(site, end) {
        found.unit = Some(site.surface(Span::new(end, end + 1)));
        found.span.end = end + 1;
    }
    Some(Outcome::Number(found))
}

/// “2024茶乡音乐节”: four digits before a name are its year: of our time, or where a clause or a quotation opens.
fn year_of_name(site: &Site<'_>, end: u32) -> Option<Number<View>> {
    let opens =
        site.at == 0 || site.view.class(site.at - 1).any(CharClass::OPEN.or(CharClass::CLAUSE_END));
    let ours = site.view.starts_with(site.at, "20");
    let century = ours || site.view.starts_with(site.at, "19");
    // 2000居民
    let round = site.view.ends_with(end, "00");
    // 在2025高山越野赛中; not 在2050左右
    let held = ours && !round && site.at > site.floor && site.char(site.at - 1) == '在';
    let held = held && site.modifier_after(end).is_none();
    let dated = opens && century || held;
    let plain = end == site.at + 4 && (site.at..end).all(|at| site.is_digit(at));
    (dated && plain && site.is_han(end)).then(|| {
        let mut year = number(Span::new(site.at, end), NumberKind::Date, "year-of-name");
        year.set_edtf(&site.view.to_string(year.span));
        year
    })
}

/// 27金19银, 8胜2平: medals and results, where no word begins with the character.
fn tallies(site: &Site<'_>, end: u32) -> bool {
    let word = |at: u32| site.tables.rank_word(site.view, at, "tally").is_some();
    // 12胜3和1负, 3胜1和积10分: the result before stands directly at the numeral or behind 、.
    let last = site.at.saturating_sub(u32::from(site.at > 0 && site.char(site.at - 1) == '、'));
    let goes_on =
        last > 1 && (word(last - 1) || site.char(last - 1) == '和') && site.is_numeral(last - 2);
    let drawn = site.char(end) == '和'
        && (site.is_numeral(end + 1) || !site.is_han(end + 1) || site.char(end + 1) == '积');
    goes_on && (word(end) || drawn)
        || word(end) && (!site.is_han(end + 1) || site.is_numeral(end + 1))
}

/// 幸福巴士2.0, 长照3.0: the version of what is named before it.
fn is_version(site: &Site<'_>, end: u32) -> bool {
    let named = site.at > site.floor && site.is_han(site.at - 1);
    named && end - site.at <= 4 && site.view.ends_with(end, ".0") && !site.is_han(end)
}
