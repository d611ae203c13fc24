//! Amounts with a unit: quantities, money, per cent, multiples, durations; ranges of them.
//!
//! ```text
//! 约 3000 余 个 以上        modifier numeral inner unit modifier
//! 10 ～ 20 万元             a range whose first part borrows the magnitude
//! 三年六个月                units of time side by side
//! ```

use super::site::{Amount, Outcome, Site, number};
use super::tables::UnitMatch;
use crate::annotation::{Bound, Number, NumberKind, Reason, Value};
use crate::numeral::{Decimal, Style, Vagueness};
use crate::span::{Span, View};

/// One amount and its unit.
#[derive(Clone, Copy)]
struct Measure<'t> {
    amount: Amount,
    unit: UnitMatch<'t>,
    unit_start: u32,
    end: u32,
    /// 半 behind the unit: 一年半.
    half: bool,
}

/// Reads an amount with its unit, or a range.
pub(super) fn measure(site: &Site<'_>) -> Option<Outcome> {
    let (start, negative) = sign(site);
    let first = site.amount(site.at)?;
    if let Some(number) = pieces(site, first) {
        return Some(Outcome::Number(number));
    }
    let unit = unit_at(site, first, first.end);
    if let Some(number) = range(site, start, negative, first, unit) {
        return Some(Outcome::Number(number));
    }
    let measure = more_pieces(site, first).or(unit).or_else(|| behind_core(site, first))?;
    let first = measure.amount;
    if measure.unit.name == Some("番") && !is_doubling(site) {
        return Some(Outcome::Rejected(
            Span::new(start, first.end),
            Reason::Idiom,
            "turn-of-phrase",
        ));
    }
    if measure.unit.kind == NumberKind::Duration {
        return Some(Outcome::Number(duration(site, start, measure)));
    }
    let value = scaled(first.low, measure.unit, measure.half)?;
    let value = if negative { value.negated() } else { value };
    let value = match first.high {
        Some(high) => Value::Range(value, scaled(high, measure.unit, measure.half)?),
        None => Value::Exact(fold_discount(value, first, measure.unit)),
    };
    let (value, end) = tail(site, value, measure);
    Some(Outcome::Number(finish(site, start, Measure { end, ..measure }, value)))
}

/// 三十二个亿: 亿 is what is counted; not 2个亿元村.
fn pieces(site: &Site<'_>, amount: Amount) -> Option<Number<View>> {
    let end = amount.end + 2;
    let fits =
        site.view.starts_with(amount.end, "个亿") && !matches!(site.char(end), '元' | '级' | '吨');
    let value = fits.then(|| amount.low.times_power(8)).flatten()?;
    let mut found = number(Span::new(site.at, end), NumberKind::Quantity, "bare-numeral");
    found.value = Value::Exact(value);
    found.bound = vague_bound(amount);
    if let Some((start, bound)) = site.modifier_before(site.at) {
        (found.span.start, found.bound) = (start, bound);
    }
    if let Some((end, bound)) = site.modifier_after(end) {
        (found.span.end, found.bound) = (end, bound);
    }
    Some(found)
}

/// 番 doubles behind 翻 only: 翻了一番, not 讨论了一番.
fn is_doubling(site: &Site<'_>) -> bool {
    (1..=3).any(|back| site.at >= site.floor + back && site.char(site.at - back) == '翻')
}

/// 零下六摄氏度: 零 opens no numeral of its own there.
pub(super) fn below_zero(site: &Site<'_>) -> Option<Outcome> {
    let below = site.view.starts_with(site.at, "零下") && site.is_numeral(site.at + 2);
    below.then(|| measure(&Site { at: site.at + 2, here: None, run: 0, ..*site })).flatten()
}

/// A minus sign or 负 before the numeral, 零下 inside it.
pub(super) fn sign(site: &Site<'_>) -> (u32, bool) {
    let at = site.at;
    if at <= site.floor {
        return (at, false);
    }
    match site.char(at - 1) {
        // 正负3个百分点 is a tolerance, no negative value.
        '负' if at >= site.floor + 2 && site.char(at - 2) == '正' => (at - 2, false),
        '负' => (at - 1, true),
        '±' => (at - 1, false),
        '-' if at == 1 || at - 1 == site.floor || !is_joined(site, at - 2) => (at - 1, true),
        '下' if at >= site.floor + 2 && site.char(at - 2) == '零' => (at - 2, true),
        _ => (at, false),
    }
}

/// Whether the character before a hyphen joins it to a word or number: 80-120, COVID-19.
fn is_joined(site: &Site<'_>, at: u32) -> bool {
    use crate::text::CharClass;
    site.view
        .class(at)
        .any(CharClass::DIGIT.or(CharClass::LATIN).or(CharClass::NUMERAL).or(CharClass::CLOSE))
}

/// The amount's unit, directly behind it or behind a blank. Where nothing fits behind an inner modifier (几, 来), the
/// numeral before it is tried.
fn with_unit<'t>(site: &Site<'t>, amount: Amount) -> Option<Measure<'t>> {
    unit_at(site, amount, amount.end).or_else(|| behind_core(site, amount))
}

fn behind_core<'t>(site: &Site<'t>, amount: Amount) -> Option<Measure<'t>> {
    let bare = Amount { end: amount.core_end, vagueness: None, ..amount };
    (amount.core_end < amount.end).then(|| unit_at(site, bare, bare.end)).flatten()
}

/// 7个多小时, 三个半月: 多 or 半 between 个 and a unit of time; 千把斤.
fn more_pieces<'t>(site: &Site<'t>, amount: Amount) -> Option<Measure<'t>> {
    if amount.style == Style::Magnitude && site.char(amount.end) == '把' {
        let found = unit_at(site, amount, amount.end + 1)?;
        let vagueness = Some(Vagueness::About);
        return Some(Measure { amount: Amount { vagueness, ..amount }, ..found });
    }
    let half = site.view.starts_with(amount.end, "个半");
    if !half && !site.view.starts_with(amount.end, "个多") {
        return None;
    }
    let found = unit_at(site, amount, amount.end + 2)?;
    let vagueness = if half { amount.vagueness } else { Some(Vagueness::More) };
    (found.unit.kind == NumberKind::Duration).then_some(Measure {
        amount: Amount { vagueness, ..amount },
        half,
        ..found
    })
}

fn unit_at<'t>(site: &Site<'t>, amount: Amount, at: u32) -> Option<Measure<'t>> {
    let start = site.skip_blank(at);
    let unit = site.unit(start)?;
    // 看了三个点: points of a rate only behind a verb of change, or with decimals.
    let counted = unit.name == Some("percentage_point") && site.view.starts_with(start, "个点");
    let unit = match counted && amount.low.is_integer() && !site.changes_before(site.at) {
        true => site.tables.classifier(site.view, start)?,
        false => unit,
    };
    let unit = match is_colloquial(site, amount, start) {
        true => UnitMatch {
            kind: NumberKind::Money,
            name: Some("CNY"),
            is_classifier: false,
            is_plain_money: true,
            ..unit
        },
        false => unit,
    };
    if amount.style == Style::Magnitude && site.char(start) == '级' {
        return None;
    }
    let end = doubled(site, start + unit.length, unit);
    if start > at
        && unit.is_classifier
        && amount.style != Style::Arabic
        && amount.style != Style::Mixed
    {
        return None;
    }
    let half = site.char(end) == '半' && matches!(unit.name, None | Some("倍"));
    Some(Measure { amount, unit, unit_start: start, end: end + u32::from(half), half })
}

/// 三万块: a large sum, where nothing follows that is counted by the piece. Fewer are stones and boards: 立界碑300块.
fn is_colloquial(site: &Site<'_>, amount: Amount, unit: u32) -> bool {
    site.char(unit) == '块'
        && !site.is_han(unit + 1)
        && site.char(unit + 1) != '“'
        && amount.low >= Decimal::from_integer(10_000)
}

/// 台（套）, 件（套）: a second classifier in brackets, and where it closes; 毫升/分钟, 元/股: a second unit behind a stroke.
fn doubled(site: &Site<'_>, end: u32, unit: UnitMatch<'_>) -> u32 {
    if site.char(end) == '/' && unit.kind != NumberKind::Percent {
        // 部/百人
        let power = u32::from(matches!(site.char(end + 1), '百' | '千' | '万'));
        let per = site.tables.unit(site.view, end + 1 + power).map(|per| power + per.length);
        // 45元/科: one character, whatever it is; not 35岁/女.
        let priced = unit.kind == NumberKind::Money || unit.is_classifier;
        let lone = || (priced && site.is_han(end + 1) && !site.is_han(end + 2)).then_some(1);
        return per.or_else(lone).map_or(end, |length| end + 1 + length);
    }
    if !unit.is_classifier || site.char(end) != '(' {
        return end;
    }
    let second = site.tables.classifier(site.view, end + 1).map(|second| end + 1 + second.length);
    second.filter(|close| site.char(*close) == ')').map_or(end, |close| close + 1)
}

/// The value in terms of the unit: 三成五 is 35, 5角 is 0.5 CNY, 一倍半 is 1.5.
fn scaled(value: Decimal, unit: UnitMatch<'_>, half: bool) -> Option<Decimal> {
    let value = if half { value.plus(Decimal::parse("0.5")?)? } else { value };
    if unit.factor == "1" { Some(value) } else { value.times(Decimal::parse(unit.factor)?) }
}

/// 六五折 is 6.5折.
fn fold_discount(value: Decimal, amount: Amount, unit: UnitMatch<'_>) -> Decimal {
    let two_digits = amount.style == Style::Positional || value >= Decimal::from_integer(10);
    match unit.name {
        Some("折") if two_digits => value.over_power(1).unwrap_or(value),
        _ => value,
    }
}

/// What may still belong to it: 三成五, 5元3角, 元整.
fn tail(site: &Site<'_>, value: Value, measure: Measure<'_>) -> (Value, u32) {
    let mut end = measure.end;
    let Value::Exact(mut value) = value else { return (value, end) };
    if let Some(behind) = behind_metres(site, measure)
        && let Some(value) = with_fraction(site, measure.amount, Span::new(end, behind))
    {
        return (value, behind);
    }
    match measure.unit.name {
        Some("percent") if measure.unit.factor == "10" => {
            if let Some(hundredths) = hundredths_behind_tenths(site, end) {
                value = value.plus(Decimal::from_integer(hundredths)).unwrap_or(value);
                end += 1;
            }
        }
        Some(currency) if measure.unit.kind == NumberKind::Money => {
            while let Some((more, next)) = smaller_coin(site, end, currency) {
                value = value.plus(more).unwrap_or(value);
                end = next;
            }
            if matches!(site.char(end), '整' | '正') && !site.is_han(end + 1) {
                end += 1;
            }
        }
        _ => {}
    }
    (Value::Exact(value), end)
}

/// 19米36, 1米8: one or two digits behind the metres are their fraction.
fn behind_metres(site: &Site<'_>, measure: Measure<'_>) -> Option<u32> {
    let end = site.run_end(measure.end);
    let digits = (measure.end..end).all(|at| site.is_digit(at));
    let metres = site.is_digit(site.at)
        && measure.amount.low.is_integer()
        && !sign(site).1
        && measure.end == measure.unit_start + 1
        && site.char(measure.unit_start) == '米';
    let apart = || site.unit(end).is_none() && site.char(end) != '.';
    (metres && digits && (1..=2).contains(&(end - measure.end)) && apart()).then_some(end)
}

/// 三成五, 2成3, 一成半: how many hundredths one character behind 成 adds.
fn hundredths_behind_tenths(site: &Site<'_>, at: u32) -> Option<i64> {
    if site.char(at) == '半' {
        return Some(5);
    }
    let ascii = site.char(at).to_digit(10).map(i64::from);
    let digit = ascii.or_else(|| crate::numeral::digit(site.view.at(at)).map(i64::from))?;
    (!site.is_numeral(at + 1) && site.char(at + 1) != '.').then_some(digit)
}

/// 3角 behind 5元: its value and where it ends.
fn smaller_coin(site: &Site<'_>, at: u32, currency: &str) -> Option<(Decimal, u32)> {
    if !site.is_numeral(at) {
        return None;
    }
    let amount = site.amount(at)?;
    let factor = match site.char(amount.end) {
        '角' | '毛' => "0.1",
        '分' => "0.01",
        _ => return None,
    };
    (currency == "CNY").then_some(())?;
    Some((amount.low.times(Decimal::parse(factor)?)?, amount.end + 1))
}

/// Adds modifiers, bound and unit name.
fn finish(site: &Site<'_>, start: u32, measure: Measure<'_>, value: Value) -> Number<View> {
    let mut end = measure.end;
    let mut bound = vague_bound(measure.amount);
    if let Some((to, said)) = trailing_more(site, end).or_else(|| site.modifier_after(end)) {
        (end, bound) = (to, said);
    }
    let named = named_currency(site, start, measure.unit);
    let start = named.map_or(start, |(from, _)| from);
    // ￥159.8万元: the sign and the word.
    let signed = measure.unit.is_plain_money && start > site.floor && site.char(start - 1) == '¥';
    let start = start - u32::from(signed);
    let mut from = start;
    if let Some((modifier, said)) = site.modifier_before(start) {
        from = modifier;
        bound = if bound == Bound::Exact || said != Bound::LessThan { said } else { bound };
    }
    // 压缩近4个小时, 历时近三年
    let nearly = || {
        site.changes_before(from)
            || site.tables.calendar_word_before(site.view, from, site.floor, "lasting").is_some()
    };
    let near = site.char(from) == '近' && start - from <= 2;
    if measure.unit.kind == NumberKind::Duration && near && !nearly() {
        // 近五年 is the last five years, not less than five.
        bound = vague_bound(measure.amount);
    }
    let mut found = number(Span::new(from, end), measure.unit.kind, rule(measure.unit));
    found.value = value;
    found.bound = bound;
    let home = measure.unit.is_plain_money.then(|| site.home_currency()).flatten();
    let iso = named.map(|(_, iso)| iso).or(home);
    found.unit = Some(iso.map_or_else(|| unit_name(site, measure), Box::from));
    found
}

/// 新台币1.4亿元: the currency whose name stands before the amount, with where it begins; 元 alone says nothing of it.
fn named_currency<'t>(site: &Site<'t>, start: u32, unit: UnitMatch<'_>) -> Option<(u32, &'t str)> {
    if !unit.is_plain_money {
        return None;
    }
    (2..=4).rev().filter(|length| start >= site.floor + length).find_map(|length| {
        let from = start - length;
        let iso = site.tables.currency_name(site.view, Span::new(from, start))?;
        Some((from, iso))
    })
}

fn unit_name(site: &Site<'_>, measure: Measure<'_>) -> Box<str> {
    match measure.unit.name {
        Some(name) => name.into(),
        None => {
            let end = measure.unit_start + measure.unit.length;
            site.surface(Span::new(measure.unit_start, doubled(site, end, measure.unit)))
        }
    }
}

fn rule(unit: UnitMatch<'_>) -> &'static str {
    match unit.kind {
        NumberKind::Percent => "percent",
        NumberKind::Money => "money",
        NumberKind::Ratio => "multiple",
        NumberKind::Duration => "duration",
        _ if unit.is_classifier => "numeral-classifier",
        _ => "numeral-unit",
    }
}

fn vague_bound(amount: Amount) -> Bound {
    match amount.vagueness {
        Some(Vagueness::More) => Bound::MoreThan,
        Some(Vagueness::About) => Bound::About,
        None => Bound::Exact,
    }
}

/// 多 behind the unit (20公里多, 两年多), where no noun follows that 多 would begin.
fn trailing_more(site: &Site<'_>, end: u32) -> Option<(u32, Bound)> {
    let more = matches!(site.char(end), '多' | '余')
        && (!site.is_han(end + 1)
            || matches!(site.char(end + 1), '来' | '的' | '时' | '前' | '后'));
    more.then_some((end + 1, Bound::MoreThan))
}

/// 近五年, 三年六个月, 5年来, 两个半月.
fn duration(site: &Site<'_>, start: u32, first: Measure<'_>) -> Number<View> {
    let mut iso = Iso::default();
    let complete = iso.add(first.amount, first.unit, first.half);
    let (end, parts) = more_time(site, first, &mut iso);
    let value = match (first.amount.high, parts) {
        (Some(high), 1) => Value::Range(first.amount.low, high),
        (None, 1) if end == first.end => {
            scaled(first.amount.low, first.unit, first.half).map_or(Value::None, Value::Exact)
        }
        _ => Value::None,
    };
    let value = if parts == 1 { split_second(site, first, end).unwrap_or(value) } else { value };
    let mut found = finish(site, start, Measure { end, ..first }, value);
    if matches!(value, Value::None) {
        found.unit = None;
    }
    if first.amount.high.is_none() && complete {
        found.iso = iso.text();
    }
    found.span.end = since(site, found.span.end);
    // 3年间: three years.
    let during = found.unit.as_deref().and_then(|unit| unit.strip_suffix(['间', '間']));
    if let Some(unit) = during.filter(|unit| !unit.is_empty()).map(Box::from) {
        found.unit = Some(unit);
    }
    found
}

/// 来 or 以来 behind a duration belongs to it.
fn since(site: &Site<'_>, end: u32) -> u32 {
    if site.view.starts_with(end, "以来") {
        end + 2
    } else if site.char(end) == '来'
        && !matches!(site.char(end + 1), '到' | '自' | '说' | '看' | '访' | '往')
    {
        end + 1
    } else {
        end
    }
}

/// Smaller units of time side by side; the end and the number of parts.
fn more_time(site: &Site<'_>, first: Measure<'_>, iso: &mut Iso) -> (u32, u32) {
    let (mut end, mut parts) = (first.end, 1);
    if first.half || first.amount.high.is_some() {
        return (end, parts);
    }
    while site.is_numeral(end) && parts < 4 {
        // 三年零两个月
        let zero = u32::from(site.char(end) == '零' && site.is_numeral(end + 1));
        let Some(next) = site.amount(end + zero).and_then(|amount| time_at(site, amount)) else {
            break;
        };
        if next.unit.kind != NumberKind::Duration
            || next.amount.high.is_some()
            || !iso.add(next.amount, next.unit, next.half)
        {
            break;
        }
        end = next.end;
        parts += 1;
    }
    let end = hundredths(site, end, iso).or_else(|| nights(site, first, end)).unwrap_or(end);
    (end, parts)
}

/// 七天七夜, 三天两夜: the nights lie within the days.
fn nights(site: &Site<'_>, days: Measure<'_>, end: u32) -> Option<u32> {
    let by_day = end == days.end && matches!(site.char(end - 1), '天' | '日');
    let nights = (by_day && site.is_numeral(end)).then(|| site.amount(end)).flatten()?;
    matches!(site.char(nights.end), '夜' | '晚').then_some(nights.end + 1)
}

/// 55秒38: one or two digits behind the seconds are their fraction.
fn hundredths(site: &Site<'_>, end: u32, iso: &mut Iso) -> Option<u32> {
    let digits = site.run_end(end) - end;
    if !(1..=2).contains(&digits)
        || !site.is_digit(end)
        || site.char(end - 1) != '秒'
        || site.is_han(end + digits) && site.unit(end + digits).is_some()
    {
        return None;
    }
    let seconds = iso.time.strip_suffix('S')?;
    iso.time = format!("{seconds}.{}S", site.view.to_string(Span::new(end, end + digits)));
    Some(end + digits)
}

/// 9秒83: the value of seconds with a fraction behind them.
fn split_second(site: &Site<'_>, seconds: Measure<'_>, end: u32) -> Option<Value> {
    let behind = end > seconds.end && site.char(seconds.end - 1) == '秒';
    behind.then(|| with_fraction(site, seconds.amount, Span::new(seconds.end, end))).flatten()
}

/// The amount with the digits of `span` behind its point.
fn with_fraction(site: &Site<'_>, amount: Amount, span: Span<View>) -> Option<Value> {
    let fraction = Decimal::parse(&format!("0.{}", site.view.to_string(span)))?;
    Some(Value::Exact(amount.low.plus(fraction)?))
}

/// The next part; 分 is a minute here.
fn time_at<'t>(site: &Site<'t>, amount: Amount) -> Option<Measure<'t>> {
    let found = unit_at(site, amount, amount.end)?;
    let minute =
        found.unit.is_classifier && found.unit.length == 1 && site.char(found.unit_start) == '分';
    let unit = if minute {
        UnitMatch { kind: NumberKind::Duration, iso: "PT{}M", is_classifier: false, ..found.unit }
    } else {
        found.unit
    };
    Some(Measure { unit, ..found })
}

/// An ISO 8601 duration in the making.
#[derive(Default)]
struct Iso {
    date: String,
    time: String,
    last: usize,
}

impl Iso {
    /// Adds one part; false where the unit has no form or does not come later than the last.
    fn add(&mut self, amount: Amount, unit: UnitMatch<'_>, half: bool) -> bool {
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

    fn text(&self) -> Option<Box<str>> {
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

/// 3—5个, 10～20万元, 2万至3万册, 5%—8%.
fn range(
    site: &Site<'_>,
    start: u32,
    negative: bool,
    first: Amount,
    unit: Option<Measure<'_>>,
) -> Option<Number<View>> {
    if first.high.is_some() || first.style == Style::Positional {
        return None;
    }
    if site.char(first.end) == '±' {
        return around(site, start, first);
    }
    if unit.is_some_and(|unit| tells_change(site, start, unit.end)) {
        return None;
    }
    let after_unit = unit.and_then(|unit| Some((second_figure(site, unit.end)?, Some(unit))));
    let ((second_at, below), first_unit) =
        after_unit.or_else(|| Some((second_figure(site, first.end)?, None)))?;
    let second = site.amount(second_at).filter(|second| second.high.is_none())?;
    let last = with_unit(site, second)?;
    if first_unit.is_some_and(|unit| {
        unit.unit.name != last.unit.name
            || unit.unit.length != last.unit.length
            || unit.unit.kind != last.unit.kind
    }) {
        return None;
    }
    let low = scaled(borrowed(first, second)?, last.unit, false)?;
    let high = scaled(second.low, last.unit, last.half)?;
    let (low, high) = match (negative, below) {
        (true, true) => (low.max(high).negated(), low.min(high).negated()),
        (true, false) => (low.negated(), high),
        (false, _) => (low, high),
    };
    if low >= high || below && !negative {
        return None;
    }
    let mut found = finish(site, start, last, Value::Range(low, high));
    found.rule = "range";
    Some(found)
}

/// Where the second figure of a range begins, its sign behind it, and whether it is below zero: 零下3℃, 零上2℃, -2%.
fn second_figure(site: &Site<'_>, at: u32) -> Option<(u32, bool)> {
    let at = site.behind_range_mark(at)?;
    let (at, below) = match (site.char(at), site.char(at + 1)) {
        ('零', '下') => (at + 2, true),
        ('零', '上') => (at + 2, false),
        ('-' | '负', _) => (at + 1, true),
        _ => (at, false),
    };
    site.is_numeral(at).then_some((at, below))
}

/// 利润从-2亿元到3亿元: one figure became the other; 从2元到9元不等 is a range.
fn tells_change(site: &Site<'_>, start: u32, end: u32) -> bool {
    let led = start > site.floor && matches!(site.char(start - 1), '从' | '由');
    let ranges = |at: u32| site.view.starts_with(at, "不等") || site.view.starts_with(at, "之间");
    led && site.char(end) == '到' && !(end..end + 16).any(ranges)
}

/// 25±2℃: from 23 to 27.
fn around(site: &Site<'_>, start: u32, middle: Amount) -> Option<Number<View>> {
    let at = middle.end + 1;
    let off = site.is_digit(at).then(|| site.amount(at)).flatten()?;
    let last = with_unit(site, off)?;
    let low = middle.low.minus(off.low)?;
    let mut found = finish(site, start, last, Value::Range(low, middle.low.plus(off.low)?));
    found.rule = "tolerance";
    Some(found)
}

/// 18.5—23.9之间: two plain figures; with the weaker separators only before 之间 or with decimals.
pub(super) fn bare_range(site: &Site<'_>) -> Option<Outcome> {
    let (start, negative) = sign(site);
    let plain = |amount: &Amount| {
        amount.style == Style::Arabic && amount.high.is_none() && amount.vagueness.is_none()
    };
    let first = site.amount(site.at).filter(plain)?;
    let second_at = site.second_of_range(first.end)?;
    let second = site.amount(second_at).filter(plain)?;
    let said = site.view.starts_with(second.end, "之间")
        || !first.low.is_integer() && !second.low.is_integer();
    if negative || !said || first.low >= second.low || site.char(second.end) == '.' {
        return None;
    }
    let mut found = number(Span::new(start, second.end), NumberKind::Quantity, "bare-range");
    found.value = Value::Range(first.low, second.low);
    Some(Outcome::Number(found))
}

/// 10 of 10～20万: the magnitude of the second part serves both.
fn borrowed(first: Amount, second: Amount) -> Option<Decimal> {
    let magnitude = magnitude(second)?;
    let plain = matches!(first.style, Style::Arabic | Style::Han)
        && first.low < Decimal::from_integer(10_000);
    let lifted = first.low.times_power(magnitude)?;
    Some(if plain && magnitude > 0 && lifted < second.low { lifted } else { first.low })
}

/// The power of the 万 or 亿 a numeral ends in, read off its value and style.
fn magnitude(amount: Amount) -> Option<u8> {
    match amount.style {
        Style::Mixed | Style::Han => Some(
            [12u8, 8, 4]
                .into_iter()
                .find(|power| {
                    let unit = Decimal::from_integer(1).times_power(*power);
                    unit.is_some_and(|unit| {
                        amount.low >= unit
                            && amount
                                .low
                                .over_power(*power)
                                .is_some_and(|v| v < Decimal::from_integer(10_000))
                    })
                })
                .unwrap_or(0),
        ),
        _ => Some(0),
    }
}
