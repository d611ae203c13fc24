//! Centuries and decades.

use super::super::site::Site;
use super::figure::small;
use super::part::part_behind;
use super::point::{Part, Point};
use crate::numeral::Decimal;
use crate::recognize::chars;

/// 20世纪90年代, 20世纪八九十年代, 90年代, 21世纪.
pub(super) fn decade(site: &Site<'_>, at: u32) -> Option<(Point, u32)> {
    let century = small(site, at, 99).filter(|(_, end)| site.view.starts_with(*end, "世纪"));
    let Some((value, end)) = century else { return decades_of_ours(site, at) };
    let (century, end) = ((i32::from(value) - 1) * 100, end + 2);
    if let Some((first, last, end)) = tens(site, end) {
        let decades = in_part(Part::Decades(century + first, century + last));
        return Some((decades, part_behind(site, end)));
    }
    let counted = site.view.starts_with(end, "以来")
        || !site.is_han(end)
        || !chars::SO_MANY.at(site.view, end);
    counted.then(|| (in_part(Part::Century(century)), part_behind(site, end)))
}

/// 90年代, 上世纪七八十年代: decades of the last century, or of this one where they can be.
fn decades_of_ours(site: &Site<'_>, at: u32) -> Option<(Point, u32)> {
    let (first, last, end) = tens(site, at)?;
    let century = if site.view.ends_with(at, "上世纪") || last >= 30 { 1900 } else { 2000 };
    Some((in_part(Part::Decades(century + first, century + last)), part_behind(site, end)))
}

/// The first and the last decade of 90年代, 八九十年代, 60—70年代, and where the words end.
fn tens(site: &Site<'_>, at: u32) -> Option<(i32, i32, u32)> {
    let amount = site.amount(at)?;
    let second = || site.amount(site.second_of_range(amount.end)?);
    let words = |end| site.view.starts_with(end, "年代");
    let (high, end) = match words(amount.end) {
        true => (amount.high, amount.end),
        false => second().map(|second| (Some(second.low), second.end)).filter(|s| words(s.1))?,
    };
    let whole = |value: Decimal| i32::try_from(value.to_integer()?).ok();
    let first = whole(amount.low)?;
    let last = high.map_or(Some(first), whole)?;
    let decades = first % 10 == 0 && (0..100).contains(&first) && (first..100).contains(&last);
    decades.then_some((first, last, end + 2))
}

fn in_part(part: Part) -> Point {
    Point { part: Some(part), ..Point::default() }
}
