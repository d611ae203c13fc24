//! Ranks and places in a series: 第一, 第12期, 首例, 二等奖, 二十届, 十八号, 20大.

use super::site::{Outcome, Site, number};
use crate::annotation::{NumberKind, Reason, Value};
use crate::numeral::{Decimal, Style};
use crate::span::Span;
use crate::text::CharClass;

/// 第 + numeral, with the classifier behind it: 第三条, 第（三）项. As 第一， at the head of a clause it counts points: an enumerator.
pub(super) fn with_prefix(site: &Site<'_>) -> Option<Outcome> {
    let bracket = u32::from(site.view.ends_with(site.at, "第(") && site.at > site.floor + 1);
    if site.at <= site.floor || site.char(site.at - 1 - bracket) != '第' {
        return None;
    }
    let start = site.at - 1 - bracket;
    let amount = site
        .amount(site.at)
        .filter(|amount| amount.vagueness.is_none() || amount.high.is_some())?;
    let end = amount.end + bracket;
    if bracket > 0 && site.char(amount.end) != ')' {
        return None;
    }
    if let Some(end) = of_year(site, end) {
        let span = Span::new(start, end);
        return Some(Outcome::Number(number(span, NumberKind::Code, "case-number")));
    }
    if counts_points(site, start, end) {
        return Some(Outcome::Rejected(
            Span::new(start, end),
            Reason::Enumerator,
            "enumerator-ordinal",
        ));
    }
    // 第二人民医院, 第三中学
    if site.tables.rank_word(site.view, end, "institution").is_some() {
        let named = Span::new(start, end);
        return Some(Outcome::Rejected(named, Reason::Name, "named-by-number"));
    }
    // 第4—5页
    let last = site.second_of_range(end).and_then(|at| site.amount(at));
    let last = last.filter(|last| {
        let rises = last.high.is_none() && last.low > amount.low;
        rises && ordinal_unit(site, last.end).is_some()
    });
    let end = last.map_or(end, |last| last.end);
    let mut found = number(Span::new(start, end), NumberKind::Ordinal, "ordinal");
    found.value = match amount.high.or(last.map(|last| last.low)) {
        Some(high) => Value::range(amount.low, high),
        None => Value::one(amount.low),
    };
    if let Some(length) = ordinal_unit(site, end) {
        found.unit = Some(site.surface(Span::new(end, end + length)));
        found.span.end = end + length;
    }
    Some(Outcome::Number(found))
}

/// 第14/2026号行政命令: where the number of an act of Macau ends that is told with its year.
fn of_year(site: &Site<'_>, end: u32) -> Option<u32> {
    let close = site.run_end(end + 1);
    let year = site.char(end) == '/' && site.is_digit(end + 1) && close == end + 5;
    (year && site.char(close) == '号').then_some(close + 1)
}

/// The classifier behind 第N.
fn ordinal_unit(site: &Site<'_>, at: u32) -> Option<u32> {
    // 第12胜, 第3金
    let tally = site.tables.rank_word(site.view, at, "tally").filter(|_| !site.is_han(at + 1));
    let unit = || site.unit(at).filter(|unit| unit.name.is_none()).map(|unit| unit.length);
    tally.map(|tally| tally.length).or_else(unit)
}

/// 第一， or 第一、 where a clause begins.
fn counts_points(site: &Site<'_>, start: u32, end: u32) -> bool {
    let opens = start == 0
        || site
            .view
            .class(start - 1)
            .any(CharClass::CLAUSE_END.or(CharClass::OPEN).or(CharClass::SPACE));
    // 第一点，
    let end = end + u32::from(site.char(end) == '点');
    // 第3、4期
    let listed = site.char(end) == '、' && site.is_numeral(end + 1);
    opens && !listed && matches!(site.char(end), ',' | '，' | '、' | ':')
}

/// 一二年级, 三至六年级, 一、二、三等奖: several classes of a school, several prizes.
pub(super) fn classes(site: &Site<'_>) -> Option<Outcome> {
    let amount = site.amount(site.at)?;
    let digits = |at| {
        let ascii = site.char(at).to_digit(10).map(i64::from);
        ascii.or_else(|| crate::numeral::digit(site.view.at(at)).map(i64::from))
    };
    let pair = amount.style == Style::Positional || amount.high.is_some();
    let (low, high, end) = if pair && amount.end == site.at + 2 {
        (digits(site.at)?, digits(site.at + 1)?, amount.end)
    } else {
        // The digits rise, so no list is longer than nine.
        let follows = |end: u32| match (site.char(end), digits(end - 1), digits(end + 1)) {
            ('、', Some(last), Some(next)) => next == last + 1,
            ('至' | '到' | '-' | '—' | '~', Some(last), Some(next)) => next > last,
            _ => false,
        };
        let mut end = site.at + 1;
        while follows(end) && !site.is_numeral(end + 2) {
            end += 2;
        }
        (end > site.at + 1 && amount.end == site.at + 1).then_some(())?;
        (digits(site.at)?, digits(end - 1)?, end)
    };
    let prize = site.tables.rank_word(site.view, end, "prize").map(|prize| prize.length);
    let class = site.view.starts_with(end, "年级").then_some(2);
    let length = class.or(prize).filter(|_| low < high)?;
    let mut found =
        number(Span::new(site.at, end + length), NumberKind::Ordinal, "ordinal-classes");
    found.value = Value::range(Decimal::from_integer(low), Decimal::from_integer(high));
    found.unit = class.map(|_| site.surface(Span::new(end, end + length)));
    Some(Outcome::Number(found))
}

/// 一等奖, 二十届, 十八号, 三年级, 2021级新生, 铁路二期工程, 20大: the numeral ranks without 第.
pub(super) fn bare(site: &Site<'_>) -> Option<Outcome> {
    let amount = site
        .amount(site.at)
        .filter(|amount| amount.vagueness.is_none() && amount.low.is_integer())?;
    let end = amount.end;
    let word = |role| site.tables.rank_word(site.view, end, role).map(|word| word.length);
    // 318国道, 108课纲
    if site.is_digit(site.at) && word("named").is_some() {
        return Some(Outcome::Rejected(Span::new(site.at, end), Reason::Name, "named-by-number"));
    }
    let (length, unit) = if let Some(prize) = word("prize") {
        (prize, 0)
    } else if let Some(class) = word("class") {
        (class, class)
    } else if is_troop(site, end)
        || amount.style != Style::Magnitude && is_number_of(site, end)
        || is_line(site, end)
        || is_floor(site, amount.low, end)
        || is_term(site, amount.style, amount.low, end)
        || is_phase(site, end)
        || is_cohort(site, amount.low, end)
    {
        (1, 1)
    } else if is_congress(site, amount.low, end) {
        (1, 0)
    } else {
        return top(site, end).map(|start| leading(start, end, amount.low));
    };
    let mut found = number(Span::new(site.at, end + length), NumberKind::Ordinal, "ordinal-bare");
    found.value = Value::one(amount.low);
    found.unit = (unit > 0).then(|| site.surface(Span::new(end, end + unit)));
    // 三等功以上
    if let Some((end, bound)) = site.modifier_after(end + length) {
        (found.span.end, found.bound) = (end, bound);
    }
    Some(Outcome::Number(found))
}

/// 四营七连三班: troops bear a numeral and are counted with 个; 两营 and 五连冠 are none.
fn is_troop(site: &Site<'_>, end: u32) -> bool {
    let counted = site.is_digit(site.at) || site.char(site.at) == '两';
    !counted
        && site.tables.rank_word(site.view, end, "troop").is_some()
        && site.unit(end).is_some_and(|unit| unit.length == 1)
}

/// 十八号, 3号楼: not 5号召, 百十号人.
fn is_number_of(site: &Site<'_>, end: u32) -> bool {
    site.char(end) == '号' && !behind(site, end, "no_number")
}

/// 公交12路, 6路公车: a line is numbered.
fn is_line(site: &Site<'_>, end: u32) -> bool {
    let ridden = || {
        let from = site.at.checked_sub(2).filter(|from| *from >= site.floor);
        from.and_then(|from| site.tables.ranks.get(site.view, Span::new(from, site.at)))
            .is_some_and(|word| word.column(1) == "line")
    };
    site.char(end) == '路' && (behind(site, end, "line") || ridden())
}

/// 二十届三中全会, 十四届全国人大, 2021届毕业生: the term of an office or a year of school, not a number of terms.
fn is_term(site: &Site<'_>, style: Style, value: Decimal, end: u32) -> bool {
    let year = style == Style::Arabic && (value >= Decimal::from_integer(1949));
    site.char(end) == '届'
        && (style == Style::Han && value > Decimal::from_integer(3)
            || year
            || behind(site, end, "term"))
}

/// 二楼, 18楼报告厅: a storey; not 盖了三楼 of which nobody speaks.
fn is_floor(site: &Site<'_>, value: Decimal, end: u32) -> bool {
    site.char(end) == '楼' && value <= Decimal::from_integer(150)
}

/// 铁路二期工程: a part of a project, named by a Han numeral behind a noun. Nobody counts 二期: that would be 两期.
fn is_phase(site: &Site<'_>, end: u32) -> bool {
    site.char(end) == '期'
        && end == site.at + 1
        && site.is_han(site.at)
        && (site.char(site.at) == '二'
            || behind(site, end, "phase")
            || site.at > site.floor
                && site.is_han(site.at - 1)
                && site.tables.rank_word(site.view, site.at.saturating_sub(2), "project").is_some())
}

/// 2021级新生: those who entered school in a year.
fn is_cohort(site: &Site<'_>, value: Decimal, end: u32) -> bool {
    let year = value >= Decimal::from_integer(1977) && value <= Decimal::from_integer(2099);
    year && site.char(end) == '级' && behind(site, end, "cohort")
}

/// 20大 as the Party's twentieth congress; not 12大产业.
fn is_congress(site: &Site<'_>, value: Decimal, end: u32) -> bool {
    let numbered = value >= Decimal::from_integer(7) && value <= Decimal::from_integer(40);
    numbered
        && site.char(end) == '大'
        && (behind(site, end, "congress")
            || site.view.ends_with(site.at, "党的")
            || !site.is_han(end + 1) && site.is_digit(site.at))
}

/// Whether a word of `role` stands behind the character at `end`.
fn behind(site: &Site<'_>, end: u32, role: &str) -> bool {
    site.tables.rank_word(site.view, end + 1, role).is_some()
}

/// 居全省前三, 进入前十: where the rank begins.
fn top(site: &Site<'_>, end: u32) -> Option<u32> {
    let start = site.at.checked_sub(1).filter(|start| *start > site.floor)?;
    let ranked = site.char(start) == '前' && !site.is_han(end) && site.is_han(site.at);
    let led = || {
        (1..=2).filter(|length| start >= site.floor + length).any(|length| {
            let word = site.tables.rank_word(site.view, start - length, "top");
            word.is_some_and(|word| word.length == length)
        })
    };
    (ranked && led()).then_some(start)
}

fn leading(start: u32, end: u32, value: Decimal) -> Outcome {
    let mut found = number(Span::new(start, end), NumberKind::Ordinal, "ordinal-top");
    found.value = Value::one(value);
    Outcome::Number(found)
}

/// 首 + classifier: 首例, 首台, 首批.
pub(super) fn first(site: &Site<'_>) -> Option<Outcome> {
    let unit = site.tables.classifier(site.view, site.at + 1)?;
    let next = site.at + 1 + unit.length;
    let is_word =
        unit.length == 1 && site.tables.rank_word(site.view, site.at + 1, "no_first").is_some();
    if is_word || site.is_numeral(next) && site.char(next) == '一' {
        return None;
    }
    let mut found = number(Span::new(site.at, next), NumberKind::Ordinal, "ordinal-first");
    found.value = Value::one(Decimal::from_integer(1));
    found.unit = Some(site.surface(Span::new(site.at + 1, next)));
    Some(Outcome::Number(found))
}
