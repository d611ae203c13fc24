//! What makes a value negative.

use super::super::site::Site;
use crate::text::CharClass;

/// A minus sign or 负 before the numeral, 零下 inside it; the plus of +8.2%.
pub(crate) fn sign(site: &Site<'_>) -> (u32, bool) {
    let at = site.at;
    if at <= site.floor {
        return (at, false);
    }
    match site.char(at - 1) {
        // 正负3个百分点 is a tolerance, no negative value.
        '负' if at >= site.floor + 2 && site.char(at - 2) == '正' => (at - 2, false),
        '负' => (at - 1, true),
        '±' => (at - 1, false),
        '-' if at == 1 || !is_joined(site, at - 2) => (at - 1, true),
        '+' if at == 1 || !is_joined(site, at - 2) => {
            let growth = site.here.is_some_and(|amount| site.char(amount.end) == '%');
            (at - u32::from(growth), false)
        }
        '下' if at >= site.floor + 2 && site.char(at - 2) == '零' => (at - 2, true),
        _ => (at, false),
    }
}

/// Whether the character before a hyphen joins it to a word or number: 80-120, COVID-19.
fn is_joined(site: &Site<'_>, at: u32) -> bool {
    site.view
        .class(at)
        .any(CharClass::DIGIT.or(CharClass::LATIN).or(CharClass::NUMERAL).or(CharClass::CLOSE))
}
