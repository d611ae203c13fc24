//! Amounts that open with something else than their numeral: 若干项, ¥300.

use super::super::site::{Outcome, Site, number};
use crate::annotation::{Bound, NumberKind, Value};
use crate::span::Span;

/// 若干项: a quantity without a value.
pub(crate) fn several(site: &Site<'_>) -> Option<Outcome> {
    let unit = site.at + 2;
    let end = unit + site.tables.classifier(site.view, unit)?.length;
    let mut found = number(Span::new(site.at, end), NumberKind::Quantity, "several");
    found.bound = Bound::About;
    found.unit = Some(site.surface(Span::new(unit, end)));
    Some(Outcome::Number(found))
}

/// ¥300, US$5万, 人民币8亿: the currency stands first, and none behind.
pub(crate) fn currency(site: &Site<'_>) -> Option<Outcome> {
    let at = site.at;
    let currency = site.tables.currency_before(site.view, at)?;
    let from = site.skip_blank(at + currency.length);
    // 人民币三百万, but no sign before Han numerals.
    let spelled = site.is_han(at) && site.is_numeral(from);
    if !site.is_digit(from) && !spelled {
        return None;
    }
    let amount = site.amount(from)?;
    if site.tables.unit(site.view, amount.end).is_some() {
        return None;
    }
    let mut found = number(Span::new(at, amount.end), NumberKind::Money, "money-prefix");
    found.value = Value::one(amount.low);
    found.unit = currency.name.map(|name| site.shared(name));
    site.modify(&mut found, None);
    Some(Outcome::Number(found))
}
