//! One pass over the view: at every numeral the rules are asked in order, and the first answer counts.

use super::signs::Signs;
use super::site::{Known, Outcome, Site, is_numeral};
use super::tables::Tables;
use super::{bare, code, date, fixed, measure, ordinal, period, ratio, reject, runs};
use crate::annotation::{Layer, Number, Reason, Rejection};
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::{CharClass, Text, ViewText};

type Rule = fn(&Site<'_>) -> Option<Outcome>;

/// The order is the precedence: what names or orders comes before what measures. A rule is asked where the numeral has one
/// of its signs.
const RULES: &[(Signs, Rule)] = &[
    (Signs::LED, date::led),
    (Signs::LED, ordinal::with_prefix),
    (Signs::BRACKET, code::case_number),
    (Signs::BRACKET, reject::note_mark),
    (Signs::ANY, reject::label),
    (Signs::CALENDAR.or(Signs::POINT), reject::time_code),
    (Signs::POINT, reject::enumerator),
    (Signs::CODE, reject::page_mark),
    (Signs::HAN, reject::financial_character),
    (Signs::HAN, reject::unit_of_table),
    (Signs::HAN, measure::below_zero),
    (Signs::HAN, date::of_era),
    (Signs::PLUS, reject::sum),
    (Signs::PERIOD, period::named),
    (Signs::LATIN, code::net_address),
    (Signs::LATIN, code::alphanumeric),
    (Signs::CALENDAR, date::date),
    (Signs::FRACTION, ratio::fraction),
    (Signs::CLASSES, ordinal::classes),
    (Signs::RANK, ordinal::bare),
    (Signs::CODE, code::code),
    (Signs::PROPORTION, ratio::proportion),
    (Signs::HAN, reject::in_one_body),
    (Signs::HAN, reject::unit_prefix),
    (Signs::STREET, reject::address),
    (Signs::HAN, reject::indefinite),
    (Signs::ANY, measure::measure),
    (Signs::RANGE, measure::bare_range),
    (Signs::GREAT, reject::formula_head),
    (Signs::ANY, bare::bare),
    (Signs::HAN, reject::lone_one),
    (Signs::HAN, reject::lone_zero),
];

/// 一, which is typed for a dash.
const DASH_LIKE: u16 = 0x4E00;

pub(super) struct Scanner<'a> {
    text: &'a Text<'a>,
    view: ViewText<'a>,
    tables: &'a Tables,
    /// What stands before belongs to an earlier number.
    floor: u32,
    pub(super) numbers: Vec<Number<View>>,
    pub(super) rejected: Vec<Rejection<View>>,
    known: &'a Known<'a>,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a Text<'a>, tables: &'a Tables, known: &'a Known<'a>) -> Self {
        Self {
            text,
            view: text.view(),
            tables,
            floor: 0,
            // A dense text holds megabytes of them, which should not grow by doubling.
            numbers: Vec::with_capacity(numbers_in(text.view())),
            rejected: Vec::new(),
            known,
        }
    }

    pub(super) fn run(&mut self) {
        let (units, openings) = (self.view.units(), &self.tables.openings);
        let mut at = 0;
        while let Some(ahead) = units.get(at as usize..) {
            let Some(opening) = ahead.iter().position(|unit| openings.holds(*unit)) else { break };
            at = self.step(at + opening as u32);
        }
    }

    /// Reads what begins at `at`; where to go on.
    fn step(&mut self, at: u32) -> u32 {
        let unit = self.view.unit(at);
        if unit == DASH_LIKE
            && let Some(end) = self.ask(at, reject::dash)
        {
            return end;
        }
        if self.tables.frozen.may_stand(self.view, at)
            && let Some(end) = self.ask(at, fixed::word)
        {
            return end;
        }
        if is_numeral(unit) {
            return self.numeral(at);
        }
        let first = match char::from_u32(u32::from(unit)) {
            Some('《') => self.ask(at, fixed::title),
            Some('首') => self.ask(at, ordinal::first),
            // 人数5人, 数2分: 数 before digits ends a word or is a verb.
            Some('几' | '数') if !CharClass::of(self.view.unit(at + 1)).any(CharClass::DIGIT) => {
                self.ask(at, measure::measure)
            }
            // 民国廿六年, 廿八岁
            Some('廿' | '卅') => {
                self.ask(at, date::date).or_else(|| self.ask(at, measure::measure))
            }
            Some('若') if self.view.char(at + 1) == '干' => self.ask(at, measure::several),
            Some('$' | '¥' | '€' | '£' | '人' | 'U' | 'H' | 'N' | 'R' | 'E') => {
                self.ask(at, measure::currency)
            }
            _ => None,
        };
        first.unwrap_or(at + 1)
    }

    fn site(&self, at: u32) -> Site<'a> {
        Site {
            text: self.text,
            view: self.view,
            tables: self.tables,
            at,
            floor: self.floor,
            here: None,
            run: 0,
            known: self.known,
        }
    }

    fn ask(&mut self, at: u32, rule: Rule) -> Option<u32> {
        let outcome = rule(&self.site(at))?;
        Some(self.take(outcome))
    }

    fn numeral(&mut self, at: u32) -> u32 {
        let site = self.site(at);
        let site = Site { here: site.amount(at), run: site.run_end(at), ..site };
        let signs = Signs::of(&site);
        let mut rules = RULES.iter().filter(|(needed, _)| signs.any(*needed));
        match rules.find_map(|(_, rule)| rule(&site)) {
            Some(outcome) => self.take(outcome).max(at + 1),
            None => {
                // 高一12班: digits behind are a numeral of their own.
                let own = |next: &u32| site.is_digit(*next) && site.is_han(next - 1);
                let run = site.run_end(at);
                let end = (at + 1..run).find(own).unwrap_or(run);
                self.reject(Span::new(at, end), Reason::Other, "unread");
                self.floor = end;
                end
            }
        }
    }

    fn take(&mut self, outcome: Outcome) -> u32 {
        match outcome {
            Outcome::Number(number) => {
                let end = number.span.end;
                self.floor = end;
                self.numbers.push(number);
                end
            }
            Outcome::Rejected(span, reason, rule) => {
                self.reject(span, reason, rule);
                self.floor = span.end;
                span.end
            }
        }
    }

    /// Lists every maximal numeral run of `span`.
    fn reject(&mut self, span: Span<View>, reason: Reason, rule: &'static str) {
        let rejected = &mut self.rejected;
        runs(self.view, span, |span| {
            rejected.push(Rejection { span, layer: Layer::Number, reason, rule })
        });
    }
}

/// About how many numbers there are, by every eighth stretch of the text.
fn numbers_in(view: ViewText<'_>) -> usize {
    let stretches = || view.units().chunks(STRETCH).step_by(8);
    let read: u64 = stretches().map(|units| units.len() as u64).sum();
    let numbers: u64 = stretches().map(numerals_in).sum();
    (numbers * u64::from(view.len())).checked_div(read).unwrap_or(0) as usize
}

/// Units of a stretch.
const STRETCH: usize = 4096;

/// Runs of numeral characters, those behind what joins them to the one before left out.
fn numerals_in(units: &[u16]) -> u64 {
    let joins = |unit: u16| chars::NUMERAL_JOINT.hold(unit);
    let (mut numbers, mut before, mut inside) = (0, 0, false);
    for unit in units {
        let numeral = is_numeral(*unit);
        numbers += u64::from(numeral && !inside && !joins(before));
        (before, inside) = (*unit, numeral);
    }
    numbers
}
