//! ISO 8601 durations.

use super::super::site::Amount;
use super::super::tables::UnitMatch;
use crate::numeral::Decimal;

/// An ISO 8601 duration in the making.
#[derive(Default)]
pub(super) struct Iso {
    date: String,
    pub(super) time: String,
    last: usize,
}

impl Iso {
    /// Adds one part; false where the unit has no form or does not come later than the last.
    pub(super) fn add(&mut self, amount: Amount, unit: UnitMatch<'_>, half: bool) -> bool {
        const ORDER: [&str; 7] = ["Y", "M", "W", "D", "H", "TM", "S"];
        let Some((times, letter)) = parse_template(unit.iso) else { return false };
        let in_time = unit.iso.starts_with("PT");
        let key = if in_time && letter == "M" { "TM" } else { letter };
        let rank = ORDER.iter().position(|k| *k == key).map_or(0, |k| k + 1);
        if rank <= self.last {
            return false;
        }
        self.last = rank;
        let Some(value) = amount.low.times(times) else { return false };
        let part = if in_time { &mut self.time } else { &mut self.date };
        match (half, letter) {
            (false, _) => part.push_str(&format!("{value}{letter}")),
            (true, "Y") => part.push_str(&format!("{value}Y6M")),
            (true, "H") => part.push_str(&format!("{value}H30M")),
            (true, _) => part.push_str(&format!("{value}.5{letter}")),
        }
        true
    }

    pub(super) fn text(&self) -> Option<Box<str>> {
        let time = if self.time.is_empty() { String::new() } else { format!("T{}", self.time) };
        (self.last > 0).then(|| format!("P{}{time}", self.date).into())
    }
}

/// `P{*3}M` → (3, "M").
fn parse_template(template: &str) -> Option<(Decimal, &str)> {
    let (head, letter) = template.split_once('}')?;
    let (_, times) = head.split_once('{')?;
    let times = times.strip_prefix('*').map_or(Some(Decimal::from_integer(1)), Decimal::parse)?;
    Some((times, letter))
}
