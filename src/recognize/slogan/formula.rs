//! The shape of a formula: which numerals count what.
//!
//! ```text
//! 两个维护   one slot: 2, head 个维护 (classifier 个)
//! 双联四帮   two slots: 2 联, 4 帮
//! 1+3+N     a sum with an open place
//! 2486      a code
//! ```
//!
//! A numeral makes a formula only where it counts: 十四五, 九二共识, 三年行动 and a lone 一 do not.

use super::cues::{Cues, Roles};
use crate::gather::Put as _;
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// A numeral of a formula with what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    /// The number.
    pub count: u32,
    /// The words behind it, classifier included.
    pub head: Span<View>,
    /// Length of the classifier at the start of the head.
    pub classifier: u32,
}

impl Slot {
    /// What is counted, without the classifier.
    pub(crate) fn counted(self) -> Span<View> {
        Span::new(self.head.start + self.classifier, self.head.end)
    }
}

/// What kind of formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// 2486
    Code,
    /// 1+3+N
    Sum,
    /// Numerals with heads.
    Counted,
}

/// The parts of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    /// What kind.
    pub sort: Sort,
    /// Numerals with heads; for a sum, its addends.
    pub slots: Vec<Slot>,
    /// Whether a place is left open (X, N).
    pub open: bool,
}

impl Shape {
    /// How many members all numerals together count.
    pub(crate) fn total(&self) -> u32 {
        self.slots.iter().map(|slot| slot.count).sum()
    }

    /// Each numeral with what it counts, of the formula that begins at `from`: 一核 and 两翼 of 一核两翼.
    pub(crate) fn parts(&self, from: u32) -> impl Iterator<Item = (Span<View>, &Slot)> {
        let mut start = from;
        self.slots.iter().map(move |slot| {
            let part = Span::new(start, slot.head.end);
            start = slot.head.end;
            (part, slot)
        })
    }

    /// The items of each numeral, as long as there are enough of them.
    pub(crate) fn shares<'s, 'i>(
        &'s self,
        items: &'i mut [Span<View>],
    ) -> impl Iterator<Item = (&'s Slot, &'i mut [Span<View>])> {
        let mut rest = items;
        self.slots.iter().map_while(move |slot| {
            let (own, others) =
                std::mem::take(&mut rest).split_at_mut_checked(slot.count as usize)?;
            rest = others;
            Some((slot, own))
        })
    }
}

/// Most slots of one formula.
const SLOTS: usize = 6;
/// Longest formula.
const LONGEST: u32 = 24;

/// Whether a numeral of a formula may begin with `unit`.
#[inline(always)]
pub(crate) fn may_start(unit: u16) -> bool {
    CharClass::of(unit).any(CharClass::NUMERAL.or(CharClass::DIGIT)) || unit == DOUBLE
}

/// Whether one may begin at `at`. A call: only who walks over whole texts asks the unit itself.
#[inline(never)]
pub(crate) fn may_stand(view: ViewText<'_>, at: u32) -> bool {
    may_start(view.unit(at))
}

/// 双
const DOUBLE: u16 = 0x53CC;

/// Reads the whole of `span` as a formula.
pub(crate) fn parse(view: ViewText<'_>, span: Span<View>, cues: &Cues) -> Option<Shape> {
    // Most strings that are asked about hold no numeral where one would have to stand.
    let numbered = may_stand(view, span.start) || may_stand(view, span.start + 1);
    if !numbered || span.len() < 2 || span.len() > LONGEST {
        return None;
    }
    code(view, span).or_else(|| sum(view, span)).or_else(|| counted(view, span, cues))
}

/// 1234, 24680, 一三五, 123N, 3-5-7: three to eight digits, with an open place or without.
fn code(view: ViewText<'_>, span: Span<View>) -> Option<Shape> {
    let open = span.len() > 3 && matches!(view.char(span.end - 1), 'N' | 'X');
    let end = span.end - u32::from(open);
    let digit_at = |at: u32| view.class(at).is(CharClass::DIGIT);
    let stepped = span.len() % 2 == 1
        && span.len() > 4
        && (0..span.len()).all(|i| match i % 2 {
            0 => digit_at(span.start + i),
            _ => view.char(span.start + i) == '-',
        });
    let arabic = stepped || (span.start..end).all(digit_at);
    let digits = arabic || (span.start..span.end).all(|at| digit(view.char(at)).is_some());
    (digits && (3..=8).contains(&span.len())).then(|| Shape {
        sort: Sort::Code,
        slots: Vec::new(),
        open,
    })
}

/// 8+3, 1+1+X, 4×4.
fn sum(view: ViewText<'_>, span: Span<View>) -> Option<Shape> {
    let (length, shape) = sum_at(view, span.start)?;
    (length == span.len()).then_some(shape)
}

/// A sum that begins at `at`: its length and shape.
pub(crate) fn sum_at(view: ViewText<'_>, at: u32) -> Option<(u32, Shape)> {
    // Most numerals are no addends, and none is longer than three characters.
    if !(at + 1..=at + 3).any(|at| matches!(view.look(at), '+' | '×' | '加')) {
        return None;
    }
    let (_, length) = addend(view, at)?;
    if !is_plus(view, at + length) {
        return None;
    }
    let (mut end, mut slots, mut open) = (at, Vec::new(), false);
    loop {
        let start = end;
        if let Some((count, length)) = addend(view, end) {
            end += length;
            slots.put(Slot { count, head: Span::new(end, end), classifier: 0 });
        } else if start > at && view.class(end).is(CharClass::LATIN) {
            end += 1;
            open = true;
        } else {
            return None;
        }
        if !is_plus(view, end) || slots.len() > SLOTS {
            break;
        }
        end += 1;
    }
    let ends = !view.class(end).any(CharClass::DIGIT.or(CharClass::LATIN));
    let added = slots.len() + usize::from(open) > 1;
    (ends && added).then_some((end - at, Shape { sort: Sort::Sum, slots, open }))
}

/// + or × or, between Han numerals, 加: 五加二.
fn is_plus(view: ViewText<'_>, at: u32) -> bool {
    matches!(view.char(at), '+' | '×') || is(view, at, '加') && numeral(view, at + 1).is_some()
}

/// One to three digits, or a Han numeral.
fn addend(view: ViewText<'_>, at: u32) -> Option<(u32, u32)> {
    let digits = view.run(at, at + 3, CharClass::DIGIT) - at;
    if digits == 0 {
        return numeral(view, at).filter(|_| !is(view, at, '双'));
    }
    let value =
        (at..at + digits).fold(0, |all, i| all * 10 + u32::from(view.at(i)).saturating_sub(0x30));
    Some((value, digits))
}

fn counted(view: ViewText<'_>, span: Span<View>, cues: &Cues) -> Option<Shape> {
    let mut at = span.start;
    // 双五十: fifty of the one and fifty of the other.
    let number = |at: u32| view.class(at).any(CharClass::NUMERAL);
    if is(view, at, '双') && (3..=4).contains(&span.len()) && (at + 1..span.end).all(number) {
        let slots = vec![Slot { count: 2, head: Span::new(at + 1, span.end), classifier: 0 }];
        return Some(Shape { sort: Sort::Counted, slots, open: false });
    }
    // 双十双百
    let great = |at: u32| is(view, at, '双') && matches!(view.char(at + 1), '十' | '百' | '千');
    if span.len() == 4 && great(at) && great(at + 2) {
        let slot = |at| Slot { count: 2, head: Span::new(at, at + 1), classifier: 0 };
        let slots = vec![slot(at + 1), slot(at + 3)];
        return Some(Shape { sort: Sort::Counted, slots, open: false });
    }
    if let Some(slot) = share(view, span) {
        return Some(Shape { sort: Sort::Counted, slots: vec![slot], open: false });
    }
    if let Some(slots) = tinted(view, span) {
        return Some(Shape { sort: Sort::Counted, slots, open: false });
    }
    if numeral(view, at).is_none() {
        // 强双基, 新三样: one character may stand before the numeral of a short formula.
        let first = view.class(at);
        if !first.is(CharClass::HAN) || first.any(CharClass::NUMERAL) || span.len() > 4 {
            return None;
        }
        if chars::RANK.at(view, at) {
            return None;
        }
        at += 1;
    }
    let slots = slots(view, Span::new(at, span.end), cues)?;
    if let [slot] = slots[..]
        && slot.head.len() > 1
        && cues.of(view.at(slot.head.start)).any(Roles::NATURAL)
    {
        return None;
    }
    // 二 ranks, 两 and 双 count: 二等奖, 二段音阶.
    if slots.len() == 1 && view.char(at) == '二' && !is(view, at + 1, '十') {
        return None;
    }
    if slots.len() > 1 && slots.iter().any(|slot| ranks(view, slot)) {
        return None;
    }
    fits(&slots).then_some(Shape { sort: Sort::Counted, slots, open: false })
}

/// 红九条、黑七条: one character before each numeral, and one thing that all count.
fn tinted(view: ViewText<'_>, span: Span<View>) -> Option<Vec<Slot>> {
    if !view.follows(span.end, '条') {
        return None;
    }
    let mut slots = Vec::new();
    let mut at = span.start;
    while at < span.end {
        let (count, length) = numeral(view, at + 1).filter(|_| numeral(view, at).is_none())?;
        let head = Span::new(at + 1 + length, at + 2 + length);
        let counts =
            view.class(at).is(CharClass::HAN) && view.at(head.start) == view.at(span.end - 1);
        // 第三条、第七条
        let counts = counts && !chars::ORDINAL.at(view, at) && !chars::PART_LEAD.at(view, at);
        let parted =
            is(view, head.start, '条') && (head.end == span.end || is(view, head.end, '、'));
        if !counts || !parted || count < 2 {
            return None;
        }
        slots.put(Slot { count, head, classifier: 0 });
        at = head.end + 1;
    }
    (slots.len() > 1).then_some(slots)
}

/// 一册一卡: one of each, which counts nothing unless the text says what each is.
pub(crate) fn one_each(view: ViewText<'_>, span: Span<View>, cues: &Cues) -> Option<Shape> {
    let slots = slots(view, span, cues)?;
    let ones = slots.len() > 1 && slots.iter().all(|slot| slot.count == 1);
    ones.then_some(Shape { sort: Sort::Counted, slots, open: false })
}

/// 三个100%.
fn share(view: ViewText<'_>, span: Span<View>) -> Option<Slot> {
    if !view.follows(span.end, '%') {
        return None;
    }
    let (count, length) = numeral(view, span.start).filter(|found| found.0 > 1)?;
    let head = Span::new(span.start + length, span.end);
    let share = view.starts_with(head.start, "个100%") && head.len() == 5;
    share.then_some(Slot { count, head, classifier: 1 })
}

/// 一不怕苦、二不怕死: behind a mark 二 numbers a point, where 两 would count.
fn ranks(view: ViewText<'_>, slot: &Slot) -> bool {
    let numeral = slot.head.start.saturating_sub(1);
    slot.count == 2
        && view.char(numeral) == '二'
        && numeral > 0
        && is_joint(view, numeral - 1)
        && slot.head.len() > 2
}

fn is(view: ViewText<'_>, at: u32, c: char) -> bool {
    view.char(at) == c
}

/// Numerals and heads one after another, to the end of `span`.
fn slots(view: ViewText<'_>, span: Span<View>, cues: &Cues) -> Option<Vec<Slot>> {
    let mut slots: Vec<Slot> = Vec::with_capacity(SLOTS);
    let mut at = span.start;
    while at < span.end {
        if slots.len() == SLOTS {
            return None;
        }
        let (count, length) = numeral(view, at)?;
        let head = head_from(view, at + length, span.end);
        // 两米两豆: what measures may be a thing too.
        let measures =
            cues.starting_as(view, head.start, Roles::MEASURE).is_some_and(|(length, all)| {
                // 四点希望, but 三点半
                let said = all.any(Roles::CLASSIFIER) && head.len() == length + 2;
                // 一环五点, but 一日五点
                let timed = slots.iter().any(|slot| chars::TURN.at(view, slot.head.start));
                let points =
                    slots.len() == 1 && span.len() == 4 && is(view, span.end - 1, '点') && !timed;
                !said && !points && (span.len() < 4 || !all.any(Roles::SUFFIX))
            });
        if head.is_empty() || measures && count != 1 {
            return None;
        }
        let classifier = cues
            .starting(view, head.start, Roles::CLASSIFIER)
            .map_or(0, |length| length.min(head.len()));
        // 四心, 三关: the classifier is itself what is counted, unless it counts ordinary things (五条).
        let plain = cues.exact(view, head).any(Roles::PLAIN_CLASSIFIER);
        let classifier = if classifier == head.len() && !plain { 0 } else { classifier };
        slots.put(Slot { count, head, classifier });
        at = head.end;
        if at + 1 < span.end && is_joint(view, at) {
            at += 1;
        }
    }
    Some(slots)
}

fn is_joint(view: ViewText<'_>, at: u32) -> bool {
    matches!(view.char(at), '、' | '，' | ',' | '·' | ' ')
}

/// The words from `at` to the next numeral that counts. 一 before the end and any numeral behind 个 belong to the head: 十个一, 三个十分钟.
fn head_from(view: ViewText<'_>, at: u32, end: u32) -> Span<View> {
    let mut stop = at;
    while stop < end && view.class(stop).is(CharClass::HAN) {
        let c = view.char(stop);
        // 队伍, 大陆, 收拾: financial forms are words like any other.
        let word = matches!(c, '伍' | '陆' | '拾');
        let numeral = view.class(stop).any(CharClass::NUMERAL) && !word || c == '双';
        let belongs = matches!(c, '零' | '百' | '千' | '万')
            || c == '一' && stop + 1 == end
            || stop == at + 1 && view.char(at) == '个'
            // 五个第一时间
            || view.follows(stop, '第')
            // 四个到一线
            || c == '一' && stop > at && chars::BROUGHT.at(view, stop - 1);
        if numeral && stop > at && !belongs {
            break;
        }
        if numeral && stop == at && !belongs {
            return Span::new(at, at);
        }
        stop += 1;
    }
    Span::new(at, stop)
}

/// Whether heads are short enough and something is counted.
fn fits(slots: &[Slot]) -> bool {
    let counts = slots.iter().any(|slot| slot.count >= 2);
    let several = slots.len() > 1;
    let short = slots.iter().all(|slot| {
        let bare = slot.head.len() - slot.classifier;
        let room = if slot.classifier > 0 {
            6
        } else if several {
            5
        } else {
            4
        };
        bare <= room && (bare > 0 || several)
    });
    counts && short
}

/// A numeral that can count the items of a formula: 一 to 九十九 in Han or digits, 两, 双.
pub(crate) fn numeral(view: ViewText<'_>, at: u32) -> Option<(u32, u32)> {
    // Asked at many places where none stands.
    if !may_start(view.unit(at)) {
        return None;
    }
    let first = view.look(at);
    let (value, length) = match first {
        '0'..='9' => arabic(view, at)?,
        '双' => (2, 1),
        '十' => tens(view, at, 1, 1),
        _ => {
            let digit = digit(first)?;
            if is(view, at + 1, '十') { tens(view, at, digit, 2) } else { (digit, 1) }
        }
    };
    let next = view.look(at + length);
    let goes_on =
        digit(next).is_some() || matches!(next, '十' | '百' | '千' | '万' | '亿' | '0'..='9');
    // 双百: 百 is what is counted twice.
    let hundred = first == '双' && matches!(next, '百' | '千' | '万');
    ((!goes_on || hundred) && value > 0).then_some((value, length))
}

fn tens(view: ViewText<'_>, at: u32, tens: u32, length: u32) -> (u32, u32) {
    match digit(view.char(at + length)).filter(|_| !is(view, at + length, '两')) {
        Some(ones) => (tens * 10 + ones, length + 1),
        None => (tens * 10, length),
    }
}

fn arabic(view: ViewText<'_>, at: u32) -> Option<(u32, u32)> {
    let ones = |at| char::to_digit(view.char(at), 10);
    let first = ones(at)?;
    match ones(at + 1) {
        None => Some((first, 1)),
        Some(second) if ones(at + 2).is_none() => Some((first * 10 + second, 2)),
        Some(_) => None,
    }
}

/// The value of a Han digit.
pub(crate) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Normalizer, Text};

    fn counts(source: &str) -> Option<Vec<u32>> {
        let normalizer = Normalizer::new();
        let cues = Cues::new(&normalizer);
        let text = Text::new(source, &normalizer);
        let shape = parse(text.view(), Span::new(0, text.view().len()), &cues)?;
        Some(shape.slots.iter().map(|slot| slot.count).collect())
    }

    #[test]
    fn shapes() {
        assert_eq!(counts("两个维护"), Some(vec![2]));
        assert_eq!(counts("强双基"), Some(vec![2]));
        assert_eq!(counts("一岗双责"), Some(vec![1, 2]));
        assert_eq!(counts("一带头、两争当"), Some(vec![1, 2]));
        assert_eq!(counts("六大产业集群"), Some(vec![6]));
        assert_eq!(counts("十个一"), Some(vec![10]));
        assert_eq!(counts("1+3+N"), Some(vec![1, 3]));
        assert_eq!(counts("1234"), Some(vec![]));
    }

    #[test]
    fn no_shapes() {
        for source in
            ["十四五", "三年行动", "一年一创新", "第一议题", "二十大", "万企牵手万村", "五四"]
        {
            assert_eq!(counts(source), None, "{source}");
        }
    }
}
