//! One pass over a numeral, element by element.

use super::super::Decimal;
use super::super::words::{digit, large_place, small_place};
use super::{Numeral, Style, Vagueness};

/// Which of two adjacent digits to take.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    Lower,
    Upper,
}

pub(super) struct Reader<'u> {
    pub(super) units: &'u [u16],
    pub(super) at: usize,
    pub(super) pick: Pick,
    /// Sections of 万 and up, summed.
    pub(super) total: Decimal,
    /// The part below 万.
    pub(super) section: Decimal,
    /// Digits that await their place word.
    pub(super) current: Option<Decimal>,
    /// The last place word's power, for 三万五.
    pub(super) last_place: Option<u8>,
    /// The last large place word's power: the next one adds if smaller, multiplies if larger.
    pub(super) last_large: Option<u8>,
    /// Whether 零 stood since the last place word: then 五 in 三万零五 is five.
    pub(super) zero: bool,
    pub(super) value: Decimal,
    pub(super) paired: bool,
    pub(super) vagueness: Option<Vagueness>,
    pub(super) core: usize,
    pub(super) seen: Seen,
}

#[derive(Clone, Copy, Default)]
pub(super) struct Seen {
    pub(super) arabic: bool,
    pub(super) han_digit: bool,
    pub(super) place: bool,
    pub(super) positional: bool,
}

impl<'u> Reader<'u> {
    pub(super) fn new(units: &'u [u16], pick: Pick) -> Self {
        Self {
            units,
            at: 0,
            pick,
            total: Decimal::ZERO,
            section: Decimal::ZERO,
            current: None,
            last_place: None,
            last_large: None,
            zero: false,
            value: Decimal::ZERO,
            paired: false,
            vagueness: None,
            core: 0,
            seen: Seen::default(),
        }
    }

    pub(super) fn peek(&self, ahead: usize) -> u16 {
        self.units.get(self.at + ahead).copied().unwrap_or(0)
    }

    pub(super) fn char(&self, ahead: usize) -> char {
        char::from_u32(u32::from(self.peek(ahead))).unwrap_or('\0')
    }

    pub(super) fn read(mut self) -> Option<Self> {
        if matches!(self.char(0), '几' | '数') {
            self.vague_digit()?;
        }
        while self.step()? {}
        if self.at == 0 {
            return None;
        }
        if self.core == 0 {
            self.core = self.at;
        }
        self.close()?;
        Some(self)
    }

    pub(super) fn numeral(&self) -> Option<Numeral> {
        Some(Numeral {
            length: self.at,
            core_length: self.core,
            low: self.value,
            high: None,
            vagueness: self.vagueness,
            style: self.style(),
        })
    }

    fn style(&self) -> Style {
        match self.seen {
            Seen { arabic: true, place: false, .. } => Style::Arabic,
            Seen { arabic: true, .. } => Style::Mixed,
            Seen { positional: true, .. } => Style::Positional,
            Seen { han_digit: false, place: true, .. }
                if self.vagueness != Some(Vagueness::About) =>
            {
                Style::Magnitude
            }
            _ => Style::Han,
        }
    }

    /// 几 and 数 before a place word: the magnitude counts once.
    fn vague_digit(&mut self) -> Option<()> {
        let next = self.peek(1);
        (small_place(next).is_some() || large_place(next).is_some()).then_some(())?;
        self.at = 1;
        self.current = Some(Decimal::from_integer(1));
        self.vagueness = Some(Vagueness::About);
        Some(())
    }

    /// Takes one element; false at the end, `None` where the value leaves the range of [`Decimal`].
    fn step(&mut self) -> Option<bool> {
        let unit = self.peek(0);
        if matches!(unit, 0x30..=0x39) {
            return Some(self.arabic());
        }
        if let Some(value) = digit(unit) {
            return Some(self.han_digits(value));
        }
        if let Some(power) = small_place(unit) {
            return self.small(power);
        }
        if let Some(power) = large_place(unit) {
            return self.large(power);
        }
        Some(match char::from_u32(u32::from(unit)) {
            Some('廿') => self.tens(2),
            Some('卅') => self.tens(3),
            Some('点') => self.han_decimals(),
            // 1000+家; not 10+2, 5+X
            Some('+') if self.char(1).is_ascii_alphanumeric() => false,
            Some('余' | '多' | '来' | '几' | '+') => self.inner_modifier(unit),
            _ => false,
        })
    }

    /// 余 多 来 几 behind a round number; 万 and 亿 may still follow.
    fn inner_modifier(&mut self, unit: u16) -> bool {
        let so_far = self.sum().unwrap_or(Decimal::ZERO);
        let is_round = self.current.is_none() || self.seen.arabic;
        if self.vagueness.is_some()
            || !is_round
            || so_far < Decimal::from_integer(10)
            || self.seen.positional
        {
            return false;
        }
        let more = matches!(char::from_u32(u32::from(unit)), Some('余' | '多' | '+'));
        self.core = self.at;
        self.vagueness = Some(if more { Vagueness::More } else { Vagueness::About });
        self.at += 1;
        // 5亿3000多万: a smaller place closes what was begun behind the larger one.
        let begun = self.current.is_some() || self.section > Decimal::ZERO;
        large_place(self.peek(0)).is_some_and(|power| {
            self.last_large.is_none_or(|last| power > last || power < last && begun)
        })
    }

    fn sum(&self) -> Option<Decimal> {
        self.total.plus(self.section)?.plus(self.current.unwrap_or(Decimal::ZERO))
    }

    fn close(&mut self) -> Option<()> {
        let single_han = self.seen.han_digit && !self.seen.positional && !self.zero;
        if let (Some(digits), true) = (self.current, single_han && self.is_short_form()) {
            // 三万五 is 35000: the digit stands one place below the last place word.
            let place = self.last_place.or(self.last_large)?;
            self.current = digits.times_power(place - 1);
        }
        self.value = self.sum()?;
        Some(())
    }

    fn is_short_form(&self) -> bool {
        !self.seen.arabic && self.last_place.or(self.last_large).is_some_and(|place| place >= 2)
    }
}
