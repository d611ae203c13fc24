//! Fractions and proportions: 三分之二, 百分之三, 千分之五, 1:3, 1/3.

use super::site::{Amount, Outcome, Site, number};
use crate::annotation::{Number, NumberKind, Value};
use crate::numeral::{Decimal, Style};
use crate::recognize::chars;
use crate::span::Span;

/// 百分之…, 千分之…, N分之M; also as the range 百分之三至五.
pub(super) fn fraction(site: &Site<'_>) -> Option<Outcome> {
    let whole = site.amount(site.at).filter(|whole| whole.high.is_none())?;
    if !site.view.starts_with(whole.end, "分之") {
        return short_fraction(site, whole);
    }
    // 百分之负三
    let negative = site.char(whole.end + 2) == '负';
    let part = site.amount(whole.end + 2 + u32::from(negative))?;
    let low = if negative { part.low.negated() } else { part.low };
    let (kind, unit) = match (site.char(site.at), whole.end - site.at) {
        ('百', 1) => (NumberKind::Percent, Some("percent")),
        ('千', 1) => (NumberKind::Percent, Some("permille")),
        _ => (NumberKind::Ratio, None),
    };
    let mut found = number(Span::new(site.at, part.end), kind, "fraction");
    found.unit = unit.map(|name| site.shared(name));
    found.value = match (kind, part.high) {
        (NumberKind::Percent, Some(high)) => Value::range(part.low, high),
        (NumberKind::Percent, None) => Value::one(low),
        _ => Value::Fraction(Box::new([low, whole.low])),
    };
    if kind == NumberKind::Percent {
        extend_range(site, &mut found, part);
    }
    site.modify(&mut found, part.vagueness);
    Some(Outcome::Number(found))
}

/// 三分一, 四分三: as Hong Kong says it, where nothing follows that it could count: 三分二十秒. 八分五 is a mark.
fn short_fraction(site: &Site<'_>, whole: Amount) -> Option<Outcome> {
    let one = |from: u32, amount: &Amount| !site.is_digit(from) && amount.end == from + 1;
    let joined = site.char(whole.end) == '分' && one(site.at, &whole);
    let from = whole.end + 1;
    let part = site.amount(from).filter(|part| joined && one(from, part))?;
    let usual = part.low == Decimal::from_integer(1) || whole.low <= Decimal::from_integer(4);
    let ends = !site.is_han(part.end) || site.char(part.end) == '的';
    let proper = usual && ends && part.low < whole.low;
    let mut found = number(Span::new(site.at, part.end), NumberKind::Ratio, "fraction");
    found.value = Value::Fraction(Box::new([part.low, whole.low]));
    proper.then_some(Outcome::Number(found))
}

/// 百分之三至百分之五, 百分之三到五.
fn extend_range(site: &Site<'_>, found: &mut Number<crate::View>, first: Amount) {
    if !chars::TO.at(site.view, first.end) {
        return;
    }
    let at = first.end + 1;
    let at = if site.view.starts_with(at, "百分之") || site.view.starts_with(at, "千分之") {
        at + 3
    } else {
        at
    };
    if let Some(last) = site.amount(at).filter(|last| last.high.is_none() && last.low > first.low) {
        found.value = Value::range(first.low, last.low);
        found.span.end = last.end;
    }
}

/// 1:3, 25:19, 1/3: digits on both sides, no unit behind.
pub(super) fn proportion(site: &Site<'_>) -> Option<Outcome> {
    let first = site.amount(site.at).filter(|amount| amount.high.is_none())?;
    let mark = site.char(first.end);
    let second = match mark {
        ':' | '/' if site.is_digit(site.at) && site.is_digit(first.end + 1) => {
            site.amount(first.end + 1)?
        }
        // 以3-1逆转, 大比分3-0
        '-' if site.is_digit(first.end + 1) && tells_score(site) => {
            // 以3-5年为期 is a range.
            score(site, first).filter(|second| site.unit(second.end).is_none())?
        }
        '比' if !site.is_digit(site.at) || site.is_digit(first.end + 1) => score(site, first)?,
        _ => return None,
    };
    let slash = mark == '/';
    if let Some(third) = next_side(site, second.end).filter(|_| !slash) {
        let sides = std::iter::successors(Some(third), |side| next_side(site, side.end));
        let end = sides.last().map_or(third.end, |side| side.end);
        let mut found = number(Span::new(site.at, end), NumberKind::Ratio, "proportion");
        if end == third.end {
            found.value = Value::Structure(Box::new([first.low, second.low, third.low]));
        }
        return Some(Outcome::Number(found));
    }
    // 1/3, and 14.3/10万 for the rates of medicine.
    let per = second.style == Style::Mixed || second.low <= Decimal::from_integer(1000);
    let fits = !slash || second.low > first.low && first.low > Decimal::ZERO && per;
    if !fits || matches!(site.char(second.end), ':' | '/') || site.is_digit(second.end) {
        return None;
    }
    let mut found = number(Span::new(site.at, second.end), NumberKind::Ratio, "proportion");
    found.value = if slash {
        Value::Fraction(Box::new([first.low, second.low]))
    } else {
        Value::Proportion(Box::new([first.low, second.low]))
    };
    site.modify(&mut found, None);
    Some(Outcome::Number(found))
}

/// A further side of a proportion: :46.9.
fn next_side(site: &Site<'_>, at: u32) -> Option<Amount> {
    let follows = site.char(at) == ':' && site.is_digit(at + 1);
    follows.then(|| site.amount(at + 1)).flatten()
}

/// Whether the words before the numeral say that a score follows.
fn tells_score(site: &Site<'_>) -> bool {
    site.view.follows(site.at, '以') || site.view.ends_with(site.at, "比分")
}

/// 三比一, 3比1: a score or a mixture, where the two numerals stand alone; not 5比3大, which compares.
fn score(site: &Site<'_>, first: Amount) -> Option<Amount> {
    let second = site.numeral_only(first.end + 1)?;
    let won = chars::RESULT.at(site.view, second.end + 1);
    let compares = chars::COMPARED.at(site.view, second.end);
    // 以21比18连下两局: what follows a score that is told is no unit of it.
    let listed = site.floor + 1 == site.at && site.char(site.floor) == '、';
    let alone = listed || tells_score(site) || site.unit(second.end).is_none();
    (alone && (won || !compares)).then_some(second)
}

impl Site<'_> {
    /// A plain numeral at `at`.
    fn numeral_only(&self, at: u32) -> Option<Amount> {
        self.is_numeral(at)
            .then(|| self.amount(at))
            .flatten()
            .filter(|amount| amount.high.is_none())
    }
}
