//! Han digits and place words.

use super::super::Decimal;
use super::super::words::{digit, small_place};
use super::Vagueness;
use super::reader::{Pick, Reader};

impl Reader<'_> {
    pub(super) fn han_digits(&mut self, first: u8) -> bool {
        // 2.7万一个月: Han digits go on with no decimals.
        if self.current.is_some() || self.seen.arabic {
            return false;
        }
        // 十两黄金: a weight behind a place word, but 一万两千.
        let tael = self.char(0) == '两' && self.last_place.is_some();
        if tael && small_place(self.peek(1)).is_none() {
            return false;
        }
        let run = self.digit_run();
        self.seen.han_digit = true;
        if first == 0 && self.seen.place && run == 2 {
            self.zero = true;
            self.at += 1;
            return true;
        }
        match digit(self.peek(1)).filter(|_| run > 1) {
            None if first == 0 && self.seen.place => {
                self.zero = true;
                self.at += 1;
            }
            None => self.take_digit(first, 1),
            Some(second) if run == 2 && self.is_pair(first, second) => {
                self.paired = true;
                self.vagueness = Some(Vagueness::About);
                self.take_digit(if self.pick == Pick::Lower { first } else { second }, 2);
            }
            Some(_) if self.seen.place || self.seen.arabic => return false,
            Some(_) => self.positional(run),
        }
        true
    }

    /// How many digit words stand here. 两 follows no digit but in 一两: 二两 is a weight.
    fn digit_run(&self) -> usize {
        let run = (0..).take_while(|ahead| digit(self.peek(*ahead)).is_some()).count();
        let tael = (1..run).find(|ahead| self.char(*ahead) == '两' && self.char(ahead - 1) != '一');
        tael.unwrap_or(run)
    }

    fn take_digit(&mut self, value: u8, width: usize) {
        self.current = Some(Decimal::from_integer(i64::from(value)));
        self.at += width;
    }

    /// Adjacent digits that say "about": 三四, 一两, 三五.
    fn is_pair(&self, first: u8, second: u8) -> bool {
        // 一二 and 二〇 are counting or years unless a place word stands beside them: 十一二岁.
        let neighbours = first >= 1 && second == first + 1 || first == 3 && second == 5;
        let counting = self.char(0) == '一' && self.char(1) == '二';
        neighbours && (!counting || self.seen.place || small_place(self.peek(2)).is_some())
    }

    /// 二〇二五: digit by digit, nothing else may follow.
    fn positional(&mut self, run: usize) {
        let text: String =
            (0..run).filter_map(|k| digit(self.peek(k))).map(|d| char::from(b'0' + d)).collect();
        self.current = Decimal::parse(&text);
        self.seen.positional = true;
        self.at += run;
    }

    /// 廿六, 卅四: so many tens in one character, where it opens the numeral; not 廿1300.
    pub(super) fn tens(&mut self, tens: i64) -> bool {
        let opens = self.at == 0 && !self.char(1).is_ascii_digit();
        if opens {
            self.section = Decimal::from_integer(10 * tens);
            self.last_place = Some(1);
            (self.seen.place, self.seen.han_digit) = (true, true);
            self.at = 1;
        }
        opens
    }

    pub(super) fn small(&mut self, power: u8) -> Option<bool> {
        let descends = self.last_place.is_none_or(|last| power < last);
        if self.seen.positional
            || (self.current.is_none() && !self.may_stand_alone(power))
            || !descends
        {
            return Some(false);
        }
        let digits = self.current.take().unwrap_or(Decimal::from_integer(1));
        self.section = self.section.plus(digits.times_power(power)?)?;
        self.last_place = Some(power);
        self.zero = false;
        self.seen.place = true;
        self.at += 1;
        Some(true)
    }

    /// A place word without a digit before it: at the start (百万), and 十 after a larger place (一百十).
    fn may_stand_alone(&self, power: u8) -> bool {
        self.at == 0 || (power == 1 && self.seen.place && self.vagueness.is_none())
    }

    pub(super) fn large(&mut self, power: u8) -> Option<bool> {
        if self.seen.positional {
            return Some(false);
        }
        let below = self.section.plus(self.current.unwrap_or(Decimal::ZERO))?;
        let empty = self.current.is_none() && below == Decimal::ZERO;
        match self.last_large {
            // 万亿: the larger place multiplies all before it. So does the same one again in 四万万.
            Some(last) if power > last || power == last && empty && self.has_digit() => {
                self.total = self.total.plus(below)?.times_power(power)?
            }
            Some(last) if empty || power == last => return Some(false),
            Some(_) => self.total = self.total.plus(below.times_power(power)?)?,
            None if empty && self.at > 0 && self.seen.han_digit => return Some(false),
            None if empty => self.total = Decimal::from_integer(1).times_power(power)?,
            None => self.total = below.times_power(power)?,
        }
        self.section = Decimal::ZERO;
        self.current = None;
        self.last_place = None;
        self.last_large = Some(power);
        self.zero = false;
        self.seen.place = true;
        self.core = 0;
        self.at += 1;
        Some(true)
    }

    /// Whether it is more than place words: 万万 alone is an adverb.
    fn has_digit(&self) -> bool {
        (self.seen.arabic || self.seen.han_digit) && self.vagueness.is_none()
    }

    /// 三点五, 零点零三; not 三点五十, 七点一刻 (clock times).
    pub(super) fn han_decimals(&mut self) -> bool {
        let whole = match self.current {
            Some(value) => self.section.plus(value),
            None if self.seen.place => Some(self.section),
            None => None,
        };
        let run = (1..).take_while(|ahead| digit(self.peek(*ahead)).is_some()).count();
        let (Some(whole), false) =
            (whole, self.seen.arabic || run == 0 || self.vagueness.is_some())
        else {
            return false;
        };
        if small_place(self.peek(1 + run)).is_some() || self.char(1 + run) == '刻' {
            return false;
        }
        let digits: String =
            (1..=run).filter_map(|k| digit(self.peek(k))).map(|d| char::from(b'0' + d)).collect();
        let Some(value) = Decimal::parse(&format!("{whole}.{digits}")) else { return false };
        self.section = Decimal::ZERO;
        self.current = Some(value);
        self.seen.positional = false;
        self.last_place = None;
        self.zero = true;
        self.at += 1 + run;
        true
    }
}
