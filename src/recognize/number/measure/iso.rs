//! ISO 8601 durations.

use super::super::site::Amount;
use super::super::tables::UnitMatch;
use crate::numeral::Decimal;

/// An ISO 8601 duration in the making.
#[derive(Default)]
pub(super) struct Iso {
    text: String,
    last: usize,
}

/// The parts in their order; those from `H` on stand behind a `T`.
const ORDER: [&str; 7] = ["Y", "M", "W", "D", "H", "TM", "S"];
/// How many of them stand before it.
const DATE: usize = 4;

impl Iso {
    /// Adds one part; false where the unit has no form or does not come later than the last.
    pub(super) fn add(&mut self, amount: Amount, unit: UnitMatch<'_>, half: bool) -> bool {
        let Some((times, letter)) = parse_template(unit.iso) else { return false };
        let key = if letter == "M" && unit.iso.starts_with("PT") { "TM" } else { letter };
        let rank = ORDER.iter().position(|k| *k == key).map_or(0, |k| k + 1);
        if rank <= self.last {
            return false;
        }
        let Some(value) = amount.low.times(times) else { return false };
        if self.last == 0 {
            self.text.push('P');
        }
        if self.last <= DATE && rank > DATE {
            self.text.push('T');
        }
        self.last = rank;
        value.push_to(&mut self.text);
        self.text.extend(match (half, letter) {
            (false, _) => ["", letter],
            (true, "Y") => ["Y", "6M"],
            (true, "H") => ["H", "30M"],
            (true, _) => [".5", letter],
        });
        true
    }

    /// Puts a fraction behind the seconds, where they are the last part.
    pub(super) fn split_second(&mut self, digits: &str) -> bool {
        let seconds = self.text.ends_with('S');
        if seconds {
            self.text.pop();
            self.text.extend([".", digits, "S"]);
        }
        seconds
    }

    pub(super) fn text(self) -> Option<String> {
        (self.last > 0).then_some(self.text)
    }
}

/// About how many minutes so many of a unit are; none of a unit that is shorter.
pub(super) fn minutes(value: Decimal, template: &str) -> Option<Decimal> {
    let (times, letter) = parse_template(template)?;
    let minutes = match letter {
        "Y" => 525_600,
        "M" if template.starts_with("PT") => 1,
        "M" => 43_200,
        "W" => 10_080,
        "D" => 1440,
        "H" => 60,
        _ => return None,
    };
    value.times(times)?.times(Decimal::from_integer(minutes))
}

/// `P{*3}M` → (3, "M").
fn parse_template(template: &str) -> Option<(Decimal, &str)> {
    let (head, letter) = template.split_once('}')?;
    let (_, times) = head.split_once('{')?;
    let times = times.strip_prefix('*').map_or(Some(Decimal::from_integer(1)), Decimal::parse)?;
    Some((times, letter))
}
