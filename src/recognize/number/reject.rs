//! Numerals that are no numbers, by rule: enumerators, dashes, indefinite 一, titles, sums and heads of formulas.
//!
//! What is left out by a word list is in `data/idioms.tsv` and `data/names.tsv`.

use super::measure;
use super::site::{Outcome, Site, is_numeral};
use crate::annotation::{NumberKind, Reason};
use crate::numeral::Style;
use crate::recognize::chars;
use crate::span::Span;
use crate::text::CharClass;

/// （一）, 一、, 3. at the head of a line; 一是, 二要 at the head of a clause; 其一.
pub(super) fn enumerator(site: &Site<'_>) -> Option<Outcome> {
    let end = site.run_end(site.at);
    let heads = heads_line(site, site.at).then(|| of_line(site, end)).flatten();
    let end = heads.or_else(|| of_clause(site, end).then_some(end))?;
    Some(Outcome::Rejected(Span::new(site.at, end), Reason::Enumerator, "enumerator"))
}

/// What a line may be numbered by: where it ends.
fn of_line(site: &Site<'_>, end: u32) -> Option<u32> {
    let han = site.is_han(site.at);
    // 2.2024年工作要点: a year, no decimals.
    let dated = || (end + 1..end + 5).all(|at| site.is_numeral(at)) && site.char(end + 5) == '年';
    let listed = end - site.at <= 3
        && match site.char(end) {
            '、' => true,
            '.' => !site.is_digit(end + 1) || dated(),
            // The first column of a table numbers its rows.
            ')' | '\t' => !han,
            _ => false,
        };
    let heading = (!han).then(|| outline(site, end)).flatten();
    heading.or(listed.then_some(end))
}

/// What a point may be numbered by within a line.
fn of_clause(site: &Site<'_>, end: u32) -> bool {
    let (width, han, next) = (end - site.at, site.is_han(site.at), site.char(end));
    let before = site.at.checked_sub(1).map_or('\0', |at| site.char(at));
    // 注：1.数据…。2.部分…: the points follow each other.
    let running = || {
        !han && width <= 2
            && next == '.'
            && site.is_han(end + 1)
            && (before == ':' || heads_clause(site, site.at))
    };
    let bracketed = || width <= 3 && before == '(' && next == ')' && brackets_number(site, end);
    let said = || {
        han && width <= 2
            && (chars::POINT.at(site.view, end)
                || width == 1 && next == '来' && site.char(site.at) != '十')
            && heads_clause(site, site.at)
            && !site.view.starts_with(end, "是一")
    };
    let its = || han && width == 1 && before == '其' && !site.is_han(end);
    running() || bracketed() || said() || its()
}

/// 2 探头, 1.3 电源, 3.1.2 接口: the number of a heading, where no unit makes an amount of it; where it ends.
fn outline(site: &Site<'_>, end: u32) -> Option<u32> {
    let mut end = end;
    let mut levels = 1;
    while site.char(end) == '.' && site.is_digit(end + 1) {
        end = site.run_end(end + 1);
        levels += 1;
    }
    let narrow = end - site.at < 3 * levels;
    let words = site.char(end) == ' ' && site.is_han(end + 1);
    let counted = site.unit(end + 1).is_some_and(|unit| levels == 1 || !unit.is_classifier);
    let heads = narrow && words && !site.is_numeral(end + 1) && (levels > 2 || !counted);
    heads.then_some(end)
}

/// 00:01:30,020: the time of a subtitle, and the number in the line before.
pub(super) fn time_code(site: &Site<'_>) -> Option<Outcome> {
    let end = site.run_end(site.at);
    let numbered = heads_line(site, site.at) && site.char(end) == '\n';
    let start = if numbered { end + 1 } else { site.at };
    let fits = |(shape, at): (char, u32)| match shape {
        '0' => site.is_digit(at),
        ',' => matches!(site.char(at), ',' | '.'),
        mark => site.char(at) == mark,
    };
    let code = "00:00:00,000".chars().zip(start..).all(fits);
    code.then(|| Outcome::Rejected(Span::new(site.at, start + 12), Reason::Name, "time-code"))
}

/// 生产总值[2]: the mark of a note.
pub(super) fn note_mark(site: &Site<'_>) -> Option<Outcome> {
    let end = site.run_end(site.at);
    let bracketed = site.at > 0 && site.char(site.at - 1) == '[' && site.char(end) == ']';
    (bracketed && site.is_digit(site.at) && end - site.at <= 2)
        .then(|| Outcome::Rejected(Span::new(site.at, end), Reason::Enumerator, "note-mark"))
}

/// — 3 —: the number of a page, alone in its line.
pub(super) fn page_mark(site: &Site<'_>) -> Option<Outcome> {
    let end = site.run_end(site.at);
    let dash = |at: &u32| matches!(site.char(*at), '-' | '—' | ' ');
    let from = (0..site.at).rev().take_while(dash).last().filter(|_| site.is_digit(site.at))?;
    let to = (end..).take_while(dash).last()? + 1;
    let dashed = |from: u32, to: u32| (from..to).any(|at| site.char(at) != ' ');
    let alone = heads_line(site, from)
        && (site.view.at(to) == 0 || site.view.class(to).any(CharClass::LINE_BREAK));
    (dashed(from, site.at) && dashed(end, to) && alone)
        .then(|| Outcome::Rejected(Span::new(site.at, end), Reason::Enumerator, "page-mark"))
}

/// 附件1, 表2: the number of a part of the document.
pub(super) fn label(site: &Site<'_>) -> Option<Outcome> {
    let end = site.run_end(site.at);
    if end - site.at > 2 || site.at == site.floor {
        return None;
    }
    // 如图1所示 counts no places.
    let shows = site.char(end) == '所' && chars::SHOWN.at(site.view, end + 1);
    let counts = || {
        let joined = matches!(site.char(end), '.' | '-' | '~' | '—');
        joined || !shows && site.unit(end).is_some()
    };
    if !site.tables.codes.may_end(site.view.before(site.at)) {
        return None;
    }
    // 案例一：…: a part of the text, where a colon or the end of the line follows.
    let closes = site.char(end) == ':' || site.view.class(end).any(CharClass::LINE_BREAK);
    let wanted = |role: &str| match site.is_digit(site.at) {
        true => matches!(role, "label" | "figure") || closes && role == "part",
        false => closes && matches!(role, "label" | "part" | "figure"),
    };
    let labelled = (1..=4).filter(|length| site.at >= site.floor + length).any(|length| {
        let word = site.tables.codes.get(site.view, Span::new(site.at - length, site.at));
        // 代表3-5人: a short label is a word of its own, but 见图3.
        let apart = length > 1 || site.at == length || !site.is_han(site.at - length - 1);
        word.is_some_and(|word| wanted(word.column(1)) && (apart || word.column(1) == "figure"))
    });
    (labelled && !counts())
        .then(|| Outcome::Rejected(Span::new(site.at, end), Reason::Enumerator, "label"))
}

/// 陆军, 收拾, 队伍: a financial numeral character alone is a word like any other.
pub(super) fn financial_character(site: &Site<'_>) -> Option<Outcome> {
    let financial = matches!(
        site.char(site.at),
        '陆' | '伍' | '拾' | '柒' | '捌' | '玖' | '肆' | '叁' | '贰' | '佰' | '仟'
    );
    // 队伍112支, 大陆三地: an ordinary numeral behind it is one of its own.
    let goes_on = || chars::SUM.at(site.view, site.at + 1);
    let alone = || !goes_on() && (site.at == site.floor || !site.is_numeral(site.at - 1));
    (financial && alone()).then(|| {
        Outcome::Rejected(Span::new(site.at, site.at + 1), Reason::Idiom, "financial-character")
    })
}

/// 单位：万元、亿千瓦时: a table says in what its figures are given.
pub(super) fn unit_of_table(site: &Site<'_>) -> Option<Outcome> {
    let end = site.run_end(site.at);
    let named = |at: &u32| site.view.ends_with(*at, "单位:");
    let listed =
        |at: &u32| !site.is_digit(*at) && !site.view.class(*at).any(CharClass::SENTENCE_END);
    let low = site.at.saturating_sub(TABLE_HEAD);
    let magnitude = (site.at..end).all(|at| matches!(site.char(at), '百' | '千' | '万' | '亿'));
    // 收入（万元）, or a cell of a table that holds nothing else.
    let edge = |at: u32| matches!(site.char(at), '\t' | '(' | ')' | '|' | '\n');
    let alone = || {
        let close = site.unit(end).map(|unit| end + unit.length);
        site.at > 0 && edge(site.at - 1) && close.is_some_and(edge)
    };
    (magnitude && (alone() || (low..=site.at).rev().take_while(listed).any(|at| named(&at))))
        .then(|| Outcome::Rejected(Span::new(site.at, end), Reason::Idiom, "unit-of-table"))
}

/// How far behind 单位： a unit may stand.
const TABLE_HEAD: u32 = 12;

/// Whether only blanks, a bracket or an opening quote stand between the line's start and `at`.
fn heads_line(site: &Site<'_>, at: u32) -> bool {
    let mut at = at;
    while at > 0 && site.char(at - 1) == ' ' {
        at -= 1;
    }
    at == 0 || site.view.class(at - 1).any(CharClass::LINE_BREAK)
}

fn heads_clause(site: &Site<'_>, at: u32) -> bool {
    at == 0
        || site
            .view
            .class(at - 1)
            .any(CharClass::CLAUSE_END.or(CharClass::OPEN).or(CharClass::LINE_BREAK))
        || site.view.before(at) == u16::from(b' ')
        || site.char(at - 1) == '—'
}

/// （一）建立… counts a point; 增长（3）% does not occur. Digits in brackets count where they open a clause, and refer to a
/// drawing behind what it shows: 车架（1）. 三（2）班 is a name.
fn brackets_number(site: &Site<'_>, close: u32) -> bool {
    let open = site.at - 1;
    // 专线（010）6406…: an area code; 男生（23）人: an amount.
    let amount = || site.is_digit(close + 1) || site.is_counted(close + 1);
    let refers = open > 0 && site.is_han(open - 1) && (site.is_numeral(open - 1) || !amount());
    site.is_han(site.at) || refers || heads_clause(site, open) && site.is_han(close + 1)
}

/// 一 typed for a dash: 排查一登记一销号.
pub(super) fn dash(site: &Site<'_>) -> Option<Outcome> {
    if site.is_numeral(site.at + 1) {
        return None;
    }
    let joins = |at: u32| {
        site.char(at) == '一'
            && han_words(site, at.saturating_sub(2), at)
            && han_words(site, at + 1, at + 3)
    };
    let chained = site.char(site.at + 3) == '一' || site.at >= 3 && site.char(site.at - 3) == '一';
    let both = joins(site.at) && (joins(site.at + 3) || site.at >= 3 && joins(site.at - 3));
    (chained && both && site.unit(site.at + 1).is_none())
        .then(|| Outcome::Rejected(Span::new(site.at, site.at + 1), Reason::Dash, "dash"))
}

/// Whether `from..to` holds Han characters that are no numerals.
fn han_words(site: &Site<'_>, from: u32, to: u32) -> bool {
    from < to && (from..to).all(|at| site.is_han(at) && !is_numeral(site.view.at(at)))
}

/// 一个, 一批, 一座 in general statements: 一 with a classifier does not count.
pub(super) fn indefinite(site: &Site<'_>) -> Option<Outcome> {
    let decimal = site.here.is_some_and(|amount| amount.end > site.at + 1);
    // 一点一点, 一天一天: one by one.
    let one = |at: u32| site.char(at) == '一' && !site.is_numeral(at + 1);
    // 一次一次性用品, 一年一年级
    let word = chars::OF_SORT.at(site.view, site.at + 4);
    let by_one = !word
        && one(site.at)
        && one(site.at + 2)
        && site.char(site.at + 1) == site.char(site.at + 3);
    if by_one {
        let span = Span::new(site.at, site.at + 4);
        return Some(Outcome::Rejected(span, Reason::Indefinite, "indefinite"));
    }
    if site.char(site.at) != '一' || site.is_numeral(site.at + 1) || decimal {
        return None;
    }
    // 一个半小时, 一个多月, 一块五毛: with what follows it counts.
    let half = measure::lasts_longer(site) || measure::is_sum(site, site.at + 1);
    let unit = site.unit(site.at + 1)?;
    let end = site.at + 1 + unit.length;
    let lasts = unit.kind == NumberKind::Duration;
    // 一年一个台阶: one after the other; but 一年一个月, 一年一万元.
    let in_turn = || {
        lasts
            && site.char(end) == '一'
            && !site.view.class(end + 1).any(CharClass::NUMERAL)
            && site.unit(end + 1).is_none_or(|unit| unit.kind != NumberKind::Duration)
    };
    // 极不平凡的一年; but 过去的一年, 最长的一年半, 新版的一年期合同
    let some = || {
        let passed = |at| chars::PASSED.at(site.view, at);
        lasts
            && unit.length == 1
            && site.at >= site.floor + 2
            && site.char(site.at - 1) == '的'
            && !passed(site.at - 2)
            && (!site.is_han(end) || site.char(end) == '里')
    };
    // 每季度一次
    let often = || {
        let low = site.at.saturating_sub(4).max(site.floor);
        site.char(site.at + 1) == '次'
            && chars::OFTEN.at(site.view, site.at.max(1) - 1)
            && (low..site.at).any(|at| site.char(at) == '每')
    };
    // 跑道一条，教室38间: one among those that are counted.
    let listed = || {
        let ends = |at| matches!(site.char(at), '，' | '、');
        let next = (end + 2..end + 8).find(|at| !site.is_han(*at) || site.is_numeral(*at));
        let next = next.filter(|at| ends(end) && site.char(*at) != '一')?;
        let amount = site.amount(next)?;
        let counted = site.unit(amount.end).filter(|unit| unit.is_classifier)?;
        let close = amount.end + counted.length;
        (site.at > site.floor && site.is_han(site.at - 1) && !site.is_han(close)).then_some(())
    };
    (unit.is_classifier && !half && !often() && listed().is_none() || in_turn() || some()).then(
        || Outcome::Rejected(Span::new(site.at, site.at + 1), Reason::Indefinite, "indefinite"),
    )
}

/// 每千克, 兆瓦级: the place word belongs to the unit and counts nothing.
pub(super) fn unit_prefix(site: &Site<'_>) -> Option<Outcome> {
    let alone =
        site.run_end(site.at) == site.at + 1 && matches!(site.char(site.at), '千' | '兆' | '百');
    (alone && site.tables.unit_with_prefix(site.view, site.at))
        .then(|| Outcome::Rejected(Span::new(site.at, site.at + 1), Reason::Idiom, "unit-prefix"))
}

/// 中山路三段: the sections and lanes of a street.
pub(super) fn address(site: &Site<'_>) -> Option<Outcome> {
    let end = site.run_end(site.at);
    let street = site.at > site.floor && chars::STREET.at(site.view, site.at - 1);
    // 博愛二路, 中正一路: so are the streets of Taiwan numbered.
    let numbered = || {
        site.char(end) == '路'
            && end == site.at + 1
            && site.at > site.floor
            && site.is_han(site.at - 1)
            && site.home_currency() == Some("TWD")
    };
    // 台20線, 縣道126線
    let road = || {
        site.is_digit(site.at)
            && site.at > site.floor
            && chars::ROAD.at(site.view, site.at - 1)
            && site.char(end) == '线'
    };
    (street && chars::LANE.at(site.view, end) || numbered() || road())
        .then(|| Outcome::Rejected(Span::new(site.at, end), Reason::Name, "address"))
}

/// 零上门, 零投诉: none of it, said as a word.
pub(super) fn lone_zero(site: &Site<'_>) -> Option<Outcome> {
    let alone = site.char(site.at) == '零'
        && site.run_end(site.at) == site.at + 1
        && site.is_han(site.at + 1);
    alone.then(|| Outcome::Rejected(Span::new(site.at, site.at + 1), Reason::Idiom, "none-of-it"))
}

/// 七位一体, 三位一体: so many in one body, no persons.
pub(super) fn in_one_body(site: &Site<'_>) -> Option<Outcome> {
    let end = site.run_end(site.at);
    let span = Span::new(site.at, end + 3);
    let whole = site.char(end) == '位' && site.view.starts_with(end, "位一体");
    whole.then_some(Outcome::Rejected(span, Reason::Idiom, "in-one-body"))
}

/// 为一疗程, 每一村: 一 before a noun without a classifier counts as little as 一个.
pub(super) fn lone_one(site: &Site<'_>) -> Option<Outcome> {
    let alone = site.char(site.at) == '一'
        && site.run_end(site.at) == site.at + 1
        && site.is_han(site.at + 1);
    alone.then(|| {
        Outcome::Rejected(Span::new(site.at, site.at + 1), Reason::Indefinite, "indefinite")
    })
}

/// 8+3, 1+3+N: sums are formulas, their digits count nothing here.
pub(super) fn sum(site: &Site<'_>) -> Option<Outcome> {
    let end = site.run_end(site.at);
    // 同比+8.2%: a sign.
    let growth = site.here.is_some_and(|amount| site.char(amount.end) == '%');
    let before = site.at > 0 && site.char(site.at - 1) == '+' && !growth;
    let behind = site.char(end) == '+'
        && (site.is_numeral(end + 1) || site.view.class(end + 1).any(CharClass::LATIN));
    // “1”是一个中心，“3”是三支队伍: the sum taken apart.
    let quoted = site.at > 0 && site.char(site.at - 1) == '“' && site.char(end) == '”';
    let part = quoted && end == site.at + 1 && site.is_digit(site.at);
    (before || behind || part)
        .then(|| Outcome::Rejected(Span::new(site.at, end), Reason::Formula, "sum"))
}

/// 六大产业, 三项机制 without a unit of its own: a Han numeral + 大 + noun is the head of a formula.
pub(super) fn formula_head(site: &Site<'_>) -> Option<Outcome> {
    let amount = site.amount(site.at)?;
    let small = (matches!(amount.style, Style::Han | Style::Arabic) || site.char(site.at) == '十')
        && amount.high.is_none();
    (small && site.char(amount.end) == '大' && site.is_han(amount.end + 1))
        .then(|| Outcome::Rejected(Span::new(site.at, amount.end), Reason::Formula, "formula-head"))
}
