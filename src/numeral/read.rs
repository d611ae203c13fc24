//! Reading a numeral: Arabic, Chinese, financial and mixed forms, magnitudes, and the vague ones.
//!
//! | written | read |
//! |---|---|
//! | `1,234.5`, `1 234.5元` | 1234.5 |
//! | 三千五百、壹佰贰拾叁、三万五 | 3500, 123, 35000 |
//! | 3.5万亿、1亿5000万 | 3500000000000, 150000000 |
//! | 二〇二五 | 2025 (digit by digit) |
//! | 千亿 | 100000000000 (bare magnitude) |
//! | 几十万、数百、十几 | 100000, 100, 10, about: the magnitude that the wording names |
//! | 500多亿、3000余 | 50000000000, 3000, more than |
//! | 三五、七八十 | 3..5, 70..80, about |
//!
//! It reads folded characters (Simplified, half width) and is greedy: what stands behind is the caller's business.

use super::Decimal;

/// A numeral as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Characters read, inner modifiers (余 多 来 几) included.
    pub length: usize,
    /// Characters read without an inner modifier at the end.
    pub core_length: usize,
    /// The value, the lower one of an approximate pair.
    pub low: Decimal,
    /// The upper value of an approximate pair (七八十: 80).
    pub high: Option<Decimal>,
    /// How exact the wording is.
    pub vagueness: Option<Vagueness>,
    /// How it is written.
    pub style: Style,
}

/// What makes a numeral inexact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vagueness {
    /// 余 多: more than the value.
    More,
    /// 几 数 来, adjacent digits: about the value.
    About,
}

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// ASCII digits, grouped or not, with or without decimals.
    Arabic,
    /// ASCII digits with Han place words: 3.5万.
    Mixed,
    /// Han with place words, or a single digit word.
    Han,
    /// Digit by digit: 二〇二五.
    Positional,
    /// Place words alone: 千亿.
    Magnitude,
}

/// Reads the longest numeral at the start of `units`.
pub fn read(units: &[u16]) -> Option<Numeral> {
    if let Some(plain) = plain(units) {
        return Some(plain);
    }
    let low = Reader::new(units, Pick::Lower).read()?;
    if !low.paired {
        return low.numeral();
    }
    let high = Reader::new(units, Pick::Upper).read()?;
    low.numeral().map(|numeral| Numeral { high: Some(high.value), ..numeral })
}

/// Most digits that are sure to fit into 64 bits.
const SHORT: usize = 18;

/// Nine of ten numerals: `312`, `6.4`, `3.5亿`, with nothing behind that could be a part of it. [`Reader`] reads them as
/// well, with much more ado.
fn plain(units: &[u16]) -> Option<Numeral> {
    let (whole, length) = digits(units, 0, 0);
    let unit = |at: usize| units.get(at).copied().unwrap_or(0);
    let point = unit(length) == u16::from(b'.') && matches!(unit(length + 1), 0x30..=0x39);
    let from = if point { length + 1 } else { length };
    let (value, end) = if point { digits(units, from, whole) } else { (whole, length) };
    if length == 0 || end > SHORT {
        return None;
    }
    let low = Decimal::from_digits(value, (end - from) as u8);
    let (low, style, end) = match large_place(unit(end)) {
        Some(power) => (low.times_power(power)?, Style::Mixed, end + 1),
        None => (low, Style::Arabic, end),
    };
    let closed = !may_go_on(unit(end));
    closed.then_some(Numeral {
        length: end,
        core_length: end,
        low,
        high: None,
        vagueness: None,
        style,
    })
}

/// Takes digits from `at` on behind those of `value`; the digits together, and where they end. Too many of them are counted only.
fn digits(units: &[u16], at: usize, value: i64) -> (i64, usize) {
    let mut value = value;
    let mut end = at;
    while let Some(unit @ 0x30..=0x39) = units.get(end) {
        value = value.wrapping_mul(10).wrapping_add(i64::from(unit - 0x30));
        end += 1;
    }
    (value, end)
}

/// Whether a numeral may go on with `unit`.
fn may_go_on(unit: u16) -> bool {
    // A comma or a blank groups digits, a point opens decimals.
    matches!(unit, 0x20 | 0x2C | 0x2E | 0x30..=0x39)
        || digit(unit).is_some()
        || small_place(unit).is_some()
        || large_place(unit).is_some()
        || matches!(char::from_u32(u32::from(unit)), Some('点' | '余' | '多' | '来' | '几'))
}

/// The value of a digit word (financial forms included).
pub fn digit(unit: u16) -> Option<u8> {
    let c = char::from_u32(u32::from(unit))?;
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten of a place word below 万.
fn small_place(unit: u16) -> Option<u8> {
    Some(match char::from_u32(u32::from(unit))? {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        _ => return None,
    })
}

/// The power of ten of a place word from 万 up.
fn large_place(unit: u16) -> Option<u8> {
    Some(match char::from_u32(u32::from(unit))? {
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// Which of two adjacent digits to take.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pick {
    Lower,
    Upper,
}

struct Reader<'u> {
    units: &'u [u16],
    at: usize,
    pick: Pick,
    /// Sections of 万 and up, summed.
    total: Decimal,
    /// The part below 万.
    section: Decimal,
    /// Digits that await their place word.
    current: Option<Decimal>,
    /// The last place word's power, for 三万五.
    last_place: Option<u8>,
    /// The last large place word's power: the next one adds if smaller, multiplies if larger.
    last_large: Option<u8>,
    /// Whether 零 stood since the last place word: then 五 in 三万零五 is five.
    zero: bool,
    value: Decimal,
    paired: bool,
    vagueness: Option<Vagueness>,
    core: usize,
    seen: Seen,
}

#[derive(Clone, Copy, Default)]
struct Seen {
    arabic: bool,
    han_digit: bool,
    place: bool,
    positional: bool,
}

impl<'u> Reader<'u> {
    fn new(units: &'u [u16], pick: Pick) -> Self {
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

    fn peek(&self, ahead: usize) -> u16 {
        self.units.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn char(&self, ahead: usize) -> char {
        char::from_u32(u32::from(self.peek(ahead))).unwrap_or('\0')
    }

    fn read(mut self) -> Option<Self> {
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

    fn numeral(&self) -> Option<Numeral> {
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
            Some('点') => self.han_decimals(),
            Some('余' | '多' | '来' | '几') => self.inner_modifier(unit),
            _ => false,
        })
    }

    /// `1,234.5`: groups of three, one decimal point.
    fn arabic(&mut self) -> bool {
        if self.current.is_some()
            || self.vagueness.is_some()
            || (self.seen.han_digit && !self.seen.place)
        {
            return false;
        }
        let start = self.at;
        let mut text = String::new();
        self.digits(&mut text);
        while self.peek(0) == u16::from(b',')
            && text.len() <= 3 + (self.at - start)
            && self.is_group()
        {
            self.at += 1;
            self.digits(&mut text);
        }
        if self.at - start <= 3 && text.as_bytes().first() != Some(&b'0') {
            for _ in 0..self.blank_groups() {
                self.at += 1;
                self.digits(&mut text);
            }
        }
        if self.peek(0) == u16::from(b'.') && matches!(self.peek(1), 0x30..=0x39) {
            self.at += 1;
            text.push('.');
            self.digits(&mut text);
        }
        // 3.5 万: a blank between digits and what multiplies them.
        let spaced = self.peek(0) == u16::from(b' ') && matches!(self.char(1), '万' | '亿');
        self.at += usize::from(spaced);
        self.current = Decimal::parse(&text);
        self.seen.arabic = true;
        self.current.is_some()
    }

    fn digits(&mut self, text: &mut String) {
        while let unit @ 0x30..=0x39 = self.peek(0) {
            text.push(char::from(unit as u8));
            self.at += 1;
        }
    }

    /// Whether exactly three digits follow the comma.
    fn is_group(&self) -> bool {
        let is_digit = |ahead| matches!(self.peek(ahead), 0x30..=0x39);
        is_digit(1) && is_digit(2) && is_digit(3) && !is_digit(4)
    }

    /// How many groups of three digits follow, each behind a blank: two in `1 234 567元`. Han, a sign, decimals or the end of
    /// a cell have to close them: figures in columns and telephone numbers are no groups.
    fn blank_groups(&self) -> usize {
        let digit = |ahead| matches!(self.peek(ahead), 0x30..=0x39);
        let blank = |ahead| self.peek(ahead) == u16::from(b' ');
        let mut ahead = 0;
        while blank(ahead) && (1..=3).all(|k| digit(ahead + k)) && !digit(ahead + 4) {
            ahead += 4;
        }
        let unit = ahead + usize::from(blank(ahead));
        let closed = matches!(self.peek(unit), 0x09 | 0x4E00..=0x9FFF | 0x25 | 0x2030 | 0x2103)
            || self.peek(ahead) == u16::from(b'.') && digit(ahead + 1);
        if closed { ahead / 4 } else { 0 }
    }

    fn han_digits(&mut self, first: u8) -> bool {
        // 2.7万一个月: Han digits go on with no decimals.
        if self.current.is_some() || self.seen.arabic {
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
        // 一二 and 二〇 are counting or years unless a place word follows.
        let neighbours = first >= 1 && second == first + 1 || first == 3 && second == 5;
        let counting = self.char(0) == '一' && self.char(1) == '二';
        neighbours && (!counting || small_place(self.peek(2)).is_some())
    }

    /// 二〇二五: digit by digit, nothing else may follow.
    fn positional(&mut self, run: usize) {
        let text: String =
            (0..run).filter_map(|k| digit(self.peek(k))).map(|d| char::from(b'0' + d)).collect();
        self.current = Decimal::parse(&text);
        self.seen.positional = true;
        self.at += run;
    }

    fn small(&mut self, power: u8) -> Option<bool> {
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

    fn large(&mut self, power: u8) -> Option<bool> {
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

    /// 三点五, 零点零三; not 三点五十 (a clock time).
    fn han_decimals(&mut self) -> bool {
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
        if small_place(self.peek(1 + run)).is_some() {
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
        let more = matches!(char::from_u32(u32::from(unit)), Some('余' | '多'));
        self.core = self.at;
        self.vagueness = Some(if more { Vagueness::More } else { Vagueness::About });
        self.at += 1;
        large_place(self.peek(0))
            .is_some_and(|power| self.last_large.is_none_or(|last| power > last))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        let Some(numeral) = read(&units) else { return "none".into() };
        let rest = String::from_utf16_lossy(&units[numeral.length..]);
        let vague = match numeral.vagueness {
            Some(Vagueness::More) => "+",
            Some(Vagueness::About) => "~",
            None => "",
        };
        let high = numeral.high.map(|high| format!("..{high}")).unwrap_or_default();
        format!("{}{high}{vague}{}{rest}", numeral.low, if rest.is_empty() { "" } else { "|" })
    }

    #[test]
    fn reads_every_style() {
        for (text, expected) in [
            ("1,234.5", "1234.5"),
            ("12,34", "12|,34"),
            ("6.4万", "64000"),
            ("3.5万亿", "3500000000000"),
            ("1亿5000万", "150000000"),
            ("三千五百", "3500"),
            ("一百零五", "105"),
            ("三万零五", "30005"),
            ("三万五", "35000"),
            ("一亿二", "120000000"),
            ("一万点五", "10000.5"),
            ("四万万", "400000000"),
            ("三万五万", "35000|万"),
            ("一亿亿", "10000000000000000"),
            ("万万", "10000|万"),
            ("十五", "15"),
            ("二十", "20"),
            ("一万二千三百四十五", "12345"),
            ("壹佰贰拾叁万", "1230000"),
            ("二〇二五", "2025"),
            ("一九四九", "1949"),
            ("千亿", "100000000000"),
            ("百万", "1000000"),
            ("万", "10000"),
            ("两", "2"),
            ("零点零三", "0.03"),
            ("三点五", "3.5"),
            ("十二点八亿", "1280000000"),
            ("三点五十", "3|点五十"),
            ("人", "none"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn reads_vague_forms() {
        for (text, expected) in [
            ("几十万", "100000~"),
            ("数百", "100~"),
            ("十几", "10~"),
            ("二十几", "20~"),
            ("十几万", "100000~"),
            ("3000余", "3000+"),
            ("500多亿", "50000000000+"),
            ("二十多", "20+"),
            ("10来", "10~"),
            ("三五", "3..5~"),
            ("七八十", "70..80~"),
            ("三四百", "300..400~"),
            ("一两", "1..2~"),
            ("二十五六", "25..26~"),
            ("十七八", "17..18~"),
            ("几", "none"),
            ("3多", "3|多"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }
}
