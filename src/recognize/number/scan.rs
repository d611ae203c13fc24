//! One pass over the view: at every numeral the rules are asked in order, and the first answer counts.

use super::signs::Signs;
use super::site::{Known, Outcome, Site, is_numeral, number};
use super::tables::Tables;
use super::{code, date, measure, ordinal, period, ratio, reject, runs};
use crate::annotation::{Bound, Layer, Number, NumberKind, Reason, Rejection, Value};
use crate::numeral::Style;
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
    (Signs::POINT, reject::enumerator),
    (Signs::HAN, reject::financial_character),
    (Signs::HAN, reject::unit_of_table),
    (Signs::HAN, measure::below_zero),
    (Signs::HAN, date::of_era),
    (Signs::PLUS, reject::sum),
    (Signs::PERIOD, period::named),
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
    (Signs::ANY, bare),
    (Signs::HAN, reject::lone_one),
    (Signs::HAN, reject::lone_zero),
];

/// 一, which is typed for a dash.
const DASH_LIKE: u16 = 0x4E00;
/// How far a title in 《》 is followed.
const TITLE_REACH: u32 = 60;

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
        let unit = self.view.at(at);
        if unit == DASH_LIKE
            && let Some(end) = self.ask(at, reject::dash)
        {
            return end;
        }
        if self.tables.frozen.may_stand(self.view, at)
            && let Some(end) = self.frozen(at)
        {
            return end;
        }
        if is_numeral(unit) {
            return self.numeral(at);
        }
        match char::from_u32(u32::from(unit)) {
            Some('《') => self.title(at),
            Some('首') => self.ask(at, ordinal::first).unwrap_or(at + 1),
            // 人数5人, 数2分: 数 before digits ends a word or is a verb.
            Some('几' | '数') if !CharClass::of(self.view.at(at + 1)).any(CharClass::DIGIT) => {
                self.ask(at, measure::measure).unwrap_or(at + 1)
            }
            // 民国廿六年, 廿八岁
            Some('廿' | '卅') => self
                .ask(at, date::date)
                .or_else(|| self.ask(at, measure::measure))
                .unwrap_or(at + 1),
            Some('若') if self.view.char(at + 1) == '干' => self.several(at),
            Some('$' | '¥' | '€' | '£' | '人' | 'U' | 'H' | 'N' | 'R' | 'E') => {
                self.currency(at)
            }
            _ => at + 1,
        }
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

    /// A fixed word with a numeral inside; the words around it may say that it is none.
    fn frozen(&mut self, at: u32) -> Option<u32> {
        let site = self.site(at);
        let before = if at > self.floor { site.view.look(at - 1) } else { '\0' };
        let starts_numeral = site.is_numeral(at);
        if starts_numeral && at > 0 && (site.is_numeral(at - 1) || matches!(before, '第' | '.')) {
            return None;
        }
        let latin = site.view.class(at).any(CharClass::LATIN);
        if latin && at > 0 && site.view.class(at - 1).any(CharClass::LATIN.or(CharClass::DIGIT)) {
            return None;
        }
        let found = self.tables.frozen.matches(self.view, at).filter(|found| {
            let end = at + found.length;
            let next = site.char(end);
            // 一点六倍 is a decimal.
            // 周五19:30: digits go on with no Han numeral.
            let goes_on = site.is_numeral(end) && (!site.is_digit(end) || site.is_digit(end - 1));
            let splits_numeral = (site.is_numeral(end - 1) || site.char(end - 1) == '点')
                && (goes_on || matches!(next, '多' | '余' | '分'))
                && !is_whole_word(&site, at, end);
            let splits_latin = site.view.class(end - 1).any(CharClass::LATIN.or(CharClass::DIGIT))
                && site.view.class(end).any(CharClass::LATIN.or(CharClass::DIGIT));
            !splits_numeral
                && !splits_latin
                && !found.column_holds(2, next)
                && (before == '\0' || !found.column_holds(3, before))
        });
        let found = found.last()?;
        let reason = Reason::from_name(found.column(1)).unwrap_or(Reason::Idiom);
        let end = at + found.length;
        self.reject(Span::new(at, end), reason, "word-list");
        self.floor = end;
        Some(end)
    }

    /// 《…》: numerals in titles of works and documents.
    fn title(&mut self, at: u32) -> u32 {
        let close =
            (at + 1..at + TITLE_REACH).find(|i| matches!(self.view.char(*i), '》' | '\n' | '\0'));
        match close.filter(|close| self.view.char(*close) == '》') {
            Some(close) => {
                self.reject(Span::new(at, close), Reason::Title, "title");
                self.floor = close;
                close + 1
            }
            None => at + 1,
        }
    }

    /// 若干项: a quantity without a value.
    fn several(&mut self, at: u32) -> u32 {
        let Some(unit) = self.tables.classifier(self.view, at + 2) else { return at + 2 };
        let end = at + 2 + unit.length;
        let mut found = number(Span::new(at, end), NumberKind::Quantity, "several");
        found.bound = Bound::About;
        found.unit = Some(self.site(at).surface(Span::new(at + 2, end)));
        self.take(Outcome::Number(found))
    }

    /// ¥300, US$5万, 人民币8亿元: the currency stands first.
    fn currency(&mut self, at: u32) -> u32 {
        let Some(unit) = self.tables.currency_before(self.view, at) else { return at + 1 };
        let site = self.site(at);
        let from = site.skip_blank(at + unit.length);
        if !site.is_digit(from) && !site.is_han(at) {
            return at + unit.length;
        }
        let Some(amount) = site.amount(from).filter(|_| site.is_numeral(from)) else {
            return at + 1;
        };
        if self.tables.unit(self.view, amount.end).is_some() {
            return at + unit.length;
        }
        let mut found = number(Span::new(at, amount.end), NumberKind::Money, "money-prefix");
        found.value = Value::one(amount.low);
        found.unit = unit.name.map(|name| site.shared(name));
        if let Some((start, bound)) = site.modifier_before(at) {
            found.span.start = start;
            found.bound = bound;
        }
        self.take(Outcome::Number(found))
    }
}

/// 统一六国: the 一 of a word that begins with no numeral, and a figure of its own behind it; not 周一二, 第一二批.
fn is_whole_word(site: &Site<'_>, at: u32, end: u32) -> bool {
    let united = site.char(end - 1) == '一' && !site.is_numeral(at) && site.char(at) != '周';
    united && site.amount(end).is_some_and(|amount| site.unit(amount.end).is_some())
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
    let joins = |unit: u16| {
        let mark = char::from_u32(u32::from(unit));
        matches!(mark, Some('年' | '月' | '.' | ':' | ',' | '-'))
    };
    let (mut numbers, mut before, mut inside) = (0, 0, false);
    for unit in units {
        let numeral = is_numeral(*unit);
        numbers += u64::from(numeral && !inside && !joins(before));
        (before, inside) = (*unit, numeral);
    }
    numbers
}

/// A numeral without a unit: digits count something plainly, a lone Han digit does not.
fn bare(site: &Site<'_>) -> Option<Outcome> {
    let amount = site.amount(site.at)?;
    let counts = match amount.style {
        Style::Arabic | Style::Mixed => true,
        Style::Han => amount.end - site.at >= 2 || tallies(site, amount.end),
        // 千亿级, 百亿规模
        Style::Magnitude => {
            site.char(amount.end) == '级'
                || site.view.starts_with(amount.end, "规模")
                // 每万人口
                || site.at > 0 && site.char(site.at - 1) == '每'
                // 投资额近百亿。
                || !site.is_han(amount.end) && site.modifier_before(site.at).is_some()
        }
        Style::Positional => false,
    };
    // 十五六万
    let pair = amount.high.filter(|_| amount.end - site.at >= 3);
    if !counts || amount.high.is_some() && pair.is_none() {
        return None;
    }
    if is_version(site, amount.end) {
        let span = Span::new(site.at, amount.end);
        return Some(Outcome::Rejected(span, Reason::Name, "version"));
    }
    if let Some(year) = year_of_name(site, amount.end) {
        return Some(Outcome::Number(year));
    }
    let mut end = amount.end;
    let vague = amount.vagueness;
    if matches!(vague, Some(crate::numeral::Vagueness::About)) {
        end = amount.core_end;
    }
    let (start, negative) = measure::sign(site);
    let mut found = number(Span::new(start, end), NumberKind::Quantity, "bare-numeral");
    found.value = Value::one(if negative { amount.low.negated() } else { amount.low });
    // 三十几亿
    if vague == Some(crate::numeral::Vagueness::About) && end == amount.end {
        found.bound = Bound::About;
    }
    if let Some(high) = pair {
        (found.value, found.bound) = (Value::range(amount.low, high), Bound::About);
    }
    // 1200多万农村居民
    if matches!(vague, Some(crate::numeral::Vagueness::More)) {
        found.bound = Bound::MoreThan;
    }
    if let Some((start, bound)) = site.modifier_before(start) {
        found.span.start = start;
        found.bound = bound;
    }
    if let Some((end, bound)) = site.modifier_after(end) {
        found.span.end = end;
        found.bound = bound;
    }
    if tallies(site, end) {
        found.unit = Some(site.surface(Span::new(end, end + 1)));
        found.span.end = end + 1;
    }
    Some(Outcome::Number(found))
}

/// “2024茶乡音乐节”: four digits before a name, where a clause or a quotation opens, are its year.
fn year_of_name(site: &Site<'_>, end: u32) -> Option<Number<View>> {
    let opens =
        site.at == 0 || site.view.class(site.at - 1).any(CharClass::OPEN.or(CharClass::CLAUSE_END));
    let century = site.view.starts_with(site.at, "19") || site.view.starts_with(site.at, "20");
    let plain = end == site.at + 4 && (site.at..end).all(|at| site.is_digit(at));
    (opens && century && plain && site.is_han(end)).then(|| {
        let mut year = number(Span::new(site.at, end), NumberKind::Date, "year-of-name");
        year.set_edtf(&site.view.to_string(year.span));
        year
    })
}

/// 27金19银, 8胜2平: medals and results, where no word begins with the character.
fn tallies(site: &Site<'_>, end: u32) -> bool {
    let word = |at: u32| site.tables.rank_word(site.view, at, "tally").is_some();
    // 12胜3和1负, 3胜1和积10分: the result before stands directly at the numeral or behind 、.
    let last = site.at.saturating_sub(u32::from(site.at > 0 && site.char(site.at - 1) == '、'));
    let goes_on =
        last > 1 && (word(last - 1) || site.char(last - 1) == '和') && site.is_numeral(last - 2);
    let drawn = site.char(end) == '和'
        && (site.is_numeral(end + 1) || !site.is_han(end + 1) || site.char(end + 1) == '积');
    goes_on && (word(end) || drawn)
        || word(end) && (!site.is_han(end + 1) || site.is_numeral(end + 1))
}

/// 幸福巴士2.0, 长照3.0: the version of what is named before it.
fn is_version(site: &Site<'_>, end: u32) -> bool {
    let named = site.at > site.floor && site.is_han(site.at - 1);
    named && end - site.at <= 4 && site.view.ends_with(end, ".0") && !site.is_han(end)
}
