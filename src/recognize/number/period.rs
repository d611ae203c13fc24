//! Named periods: “十四五”, 十三五时期.

use super::site::{Outcome, Site, number};
use crate::annotation::NumberKind;
use crate::span::Span;

/// A five-year plan. Names that are also plain numerals (十五, 三五) need quotation marks or 时期, 期间, 计划 behind.
pub(super) fn named(site: &Site<'_>) -> Option<Outcome> {
    let found = site.tables.periods.longest(site.view, site.at)?;
    // “八五”普法: what tells which plan it is stands behind the numeral.
    let end = (site.at..site.at + found.length).take_while(|at| site.is_numeral(*at)).count();
    let end = site.at + end as u32;
    let quoted = site.at > 0 && site.char(site.at - 1) == '“' && site.char(end) == '”';
    let named = site.tables.calendar_word(site.view, end, "plan").is_some();
    let plain = !found.column(2).ends_with("ambiguous")
        && !site.is_numeral(end)
        && site.unit(end).is_none();
    if !(quoted || named || plain) || site.is_numeral(end) {
        return None;
    }
    let open = site.view.starts_with(end, "以来");
    let mut date = number(
        Span::new(site.at, if open { end + 2 } else { end }),
        NumberKind::Date,
        "named-period",
    );
    let edtf = found.column(1);
    match edtf.split_once('/') {
        Some((from, _)) if open => date.set_edtf(&[from, "/.."].concat()),
        _ => date.set_edtf(edtf),
    }
    Some(Outcome::Number(date))
}
