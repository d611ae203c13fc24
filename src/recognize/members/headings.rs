//! Members that are the headings of the sections: 三抓三提 ↔ 一、抓良种提产量 … 二、抓农机提效率 … 三、抓加工提价值.
//!
//! The leads of the whole text (numbered headings, 一是, ——, short lines) are put into groups of one style once; a formula
//! then asks for a group of its own length whose members all hold its words.

use super::{Expansion, Mention, groups, heads, list};
use crate::gather::{Gather as _, Put as _};
use crate::numbering::Numbering;
use crate::order::sorted_by;
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::formula::{self, Slot};
use crate::recognize::slogan::frame;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// Longest lead.
const LEAD: u32 = 24;
/// Longest sentence that opens a paragraph as its lead.
const RUN_IN: u32 = 12;
/// How far behind a mention its 一是 may stand.
const TOLD: u32 = 10;
/// Longest number of a heading, with its brackets.
const ENUMERATOR: u32 = 4;
/// How many more headings the group may have whose others spell a formula out in turn.
const OTHERS: usize = 3;
/// How many groups behind the mention are asked.
const GROUPS: usize = 24;
/// Largest group.
const GROUP: usize = 14;

/// How a lead is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    /// 一、
    Chapter,
    /// （一）
    Bracketed,
    /// 1.
    Digit,
    /// 一是
    Is,
    /// ——
    Dash,
    /// A short line without any mark.
    Plain,
    /// A short sentence that opens a paragraph: 抓班子促引领。
    RunIn,
    /// One of two clauses: 聚焦仓储，守住粮安。
    RunInPair,
}

/// The first words of a section.
#[derive(Clone, Copy, Debug)]
struct Lead {
    style: Style,
    /// Its number, 0 where it has none.
    number: u32,
    words: Span<View>,
}

/// Groups of leads, by size and by each character that all of a group share.
#[derive(Default)]
pub(super) struct Headings {
    groups: Vec<Vec<Span<View>>>,
    /// Where the groups of lines begin, and their places, one behind the other.
    begins: Vec<(u32, usize)>,
    /// Places in `shelves`, by [`shelf`].
    index: Numbering,
    /// Places in `groups`, those with one size and one character together.
    shelves: Vec<Vec<usize>>,
    /// The short lines without any mark and the short sentences that open paragraphs, whatever they are like.
    loose: [Vec<Span<View>>; 2],
}

/// The key of groups of one size that share a character.
fn shelf(size: u32, unit: u16) -> [u16; 2] {
    [size as u16, unit]
}

impl Headings {
    /// Reads the leads of the text.
    pub(super) fn new(reader: &Reader<'_>) -> Self {
        let mut leads: Vec<Lead> =
            reader.page.lines.iter().filter_map(|line| lead(reader.view, *line)).gather();
        leads.extend(inline(reader));
        let leads = sorted_by(leads, |lead| (lead.words.start, 0));
        let mut headings = Self {
            groups: Vec::new(),
            begins: Vec::new(),
            index: Numbering::default(),
            shelves: Vec::new(),
            loose: Default::default(),
        };
        for style in [Style::Chapter, Style::Bracketed, Style::Digit, Style::Is] {
            let own = || leads.iter().filter(|lead| lead.style == style);
            headings.numbered(reader.view, own());
        }
        // 四、“清风行动”, and then 五、几点启示
        for style in [
            Style::Chapter,
            Style::Bracketed,
            Style::Dash,
            Style::Plain,
            Style::RunIn,
            Style::RunInPair,
        ] {
            headings.unnumbered(reader.view, leads.iter().filter(|lead| lead.style == style));
        }
        headings.loose = [Style::Plain, Style::RunIn].map(|style| {
            leads.iter().filter(|lead| lead.style == style).map(|lead| lead.words).gather()
        });
        let start = |group: &Vec<Span<View>>| group.first().map_or(0, |first| first.start);
        let begins: Vec<_> = headings.groups.iter().map(start).zip(0..).gather();
        headings.begins = sorted_by(begins, |begin| (begin.0, 0));
        let inside: Vec<_> = run_ins(reader).gather();
        for style in [Style::RunIn, Style::RunInPair] {
            headings.unnumbered(reader.view, inside.iter().filter(|lead| lead.style == style));
        }
        headings
    }

    /// Groups that count 1, 2, 3 …
    fn numbered<'l>(&mut self, view: ViewText<'_>, leads: impl Iterator<Item = &'l Lead>) {
        let mut group: Vec<Span<View>> = Vec::new();
        for lead in leads {
            if lead.number as usize != group.len() + 1 {
                self.add(view, std::mem::take(&mut group));
            }
            if lead.number as usize == group.len() + 1 {
                group.put(lead.words);
            }
        }
        self.add(view, group);
    }

    /// Groups of neighbours that share their first character or the last one of their first clause.
    fn unnumbered<'l>(&mut self, view: ViewText<'_>, leads: impl Iterator<Item = &'l Lead>) {
        let mut group: Vec<Span<View>> = Vec::new();
        for lead in leads {
            let akin = group.last().is_none_or(|last| {
                view.at(last.start) == view.at(lead.words.start)
                    || view.at(clause_end(view, *last) - 1)
                        == view.at(clause_end(view, lead.words) - 1)
            });
            if !akin {
                self.add(view, std::mem::take(&mut group));
            }
            group.put(lead.words);
        }
        self.add(view, group);
    }

    fn add(&mut self, view: ViewText<'_>, group: Vec<Span<View>>) {
        let (Some(first), 2..=GROUP) = (group.first(), group.len()) else { return };
        let place = self.groups.len();
        for unit in view.slice(*first) {
            if group.iter().all(|words| view.slice(*words).contains(unit)) {
                let at = self.index.put(&shelf(group.len() as u32, *unit));
                self.shelves.resize(self.index.len() as usize, Vec::new());
                let Some(places) = self.shelves.get_mut(at as usize) else { continue };
                if places.last() != Some(&place) && places.len() < GROUP {
                    places.put(place);
                }
            }
        }
        self.groups.put(group);
    }

    /// The group that spells the formula out.
    pub(super) fn members(&self, mention: &Mention<'_>) -> Option<Expansion> {
        let view = mention.reader.view;
        let slot = mention.shape.slots.first()?;
        let unit = view.at(slot.head.start + slot.classifier);
        let twice = mention.shape.slots.iter().all(|other| other.count == slot.count);
        let wanted = [mention.shape.total(), if twice { slot.count } else { 0 }];
        wanted
            .iter()
            .flat_map(|count| self.shelf(*count, unit))
            .find(|group| group.iter().all(|words| mention.every_head_in(*words)))
            .map(|group| Expansion::complete(leading(mention, group)))
            .or_else(|| self.kinds(mention, slot))
            .or_else(|| self.each_head(mention))
            .or_else(|| self.deeds(mention))
    }

    /// 红色管堡垒。… 绿色管山水。… for 五色工作法: leads that all say in one place of what kind they are.
    fn kinds(&self, mention: &Mention<'_>, slot: &Slot) -> Option<Expansion> {
        let view = mention.reader.view;
        let kind = Span::new(slot.head.start, slot.head.start + 1);
        let tells = slot.head.len() > 2 && heads::counted(mention, slot).start == kind.start;
        if !tells {
            return None;
        }
        let same = |group: &&[Span<View>]| {
            let mut places = group.iter().map(|words| view.place(*words, view.slice(kind)));
            let first = places.next().flatten();
            first.is_some_and(|at| at > 0) && places.all(|at| at == first)
        };
        let mut runs = self.loose(mention.outer.end, slot.count as usize);
        let found = runs.find(same)?;
        let leads: Vec<_> = found.iter().map(|words| lead_of(view, *words)).gather();
        list::even(&leads).then(|| Expansion::complete(leads))
    }

    /// Neighbours of one style behind `from`, whatever they are like.
    fn loose(&self, from: u32, size: usize) -> impl Iterator<Item = &[Span<View>]> {
        self.loose.iter().flat_map(move |leads| {
            let next = leads.partition_point(|words| words.start < from);
            leads.get(next..).unwrap_or(&[]).windows(size.max(1)).take(GROUPS)
        })
    }

    /// The groups of one size that share a character.
    fn shelf(&self, size: u32, unit: u16) -> impl Iterator<Item = &Vec<Span<View>>> {
        let places =
            self.index.get(&shelf(size, unit)).and_then(|at| self.shelves.get(at as usize));
        places.into_iter().flatten().filter_map(|place| self.groups.get(*place))
    }

    /// So many neighbours of one of the next groups in which each tells what `tell` finds in it for its place.
    fn in_turn(
        &self,
        mention: &Mention<'_>,
        size: usize,
        tell: &dyn Fn(Span<View>, usize) -> Option<Span<View>>,
    ) -> Option<Expansion> {
        let told = |run: &[Span<View>]| {
            let each = |(place, words): (usize, &Span<View>)| tell(*words, place);
            run.iter().enumerate().map(each).collect::<Option<Vec<_>>>()
        };
        let sized = |group: &&Vec<Span<View>>| (size..=size + OTHERS).contains(&group.len());
        let from = mention.outer.end;
        let groups = self.behind(from).take(GROUPS).filter(sized);
        let mut runs = groups.flat_map(|group| group.windows(size)).chain(self.loose(from, size));
        runs.find_map(told).map(Expansion::complete)
    }

    /// The groups of lines that begin behind `from`.
    fn behind(&self, from: u32) -> impl Iterator<Item = &Vec<Span<View>>> {
        let next = self.begins.partition_point(|begin| begin.0 < from);
        let begins = self.begins.get(next..).unwrap_or(&[]);
        begins.iter().filter_map(|begin| self.groups.get(begin.1))
    }

    /// （一）以上率下抓责任 …（四）聚力建阵地 for 三抓两建: headings that say in turn what each numeral counts.
    fn each_head(&self, mention: &Mention<'_>) -> Option<Expansion> {
        let view = mention.reader.view;
        let heads = mention.per_member(&|slot| slot.counted());
        let tell = |words, place: usize| {
            let (lead, head) = (first_phrase(view, words), heads.get(place)?);
            let at = view.place(lead, view.slice(*head)).filter(|_| !head.is_empty())?;
            let item = Span::new(lead.start + at, lead.end);
            // 党建为核 closes with it.
            let item = if item.len() > head.len() { item } else { lead };
            (item.len() > head.len()).then_some(item)
        };
        let several = mention.shape.slots.len() > 1 && heads.len() > 3;
        several.then(|| self.in_turn(mention, heads.len(), &tell))?
    }

    /// 1.公共服务提质行动。…6.文体产业倍增行动。 for 六大提升行动: headings that close as it does.
    fn deeds(&self, mention: &Mention<'_>) -> Option<Expansion> {
        let view = mention.reader.view;
        let [slot] = mention.shape.slots[..] else { return None };
        let counted = view.slice(slot.counted());
        let noun = counted.get(counted.len().checked_sub(2)?..)?;
        let tell = |words, _: usize| {
            let lead = lead_of(view, words);
            (lead.len() > 2 && view.slice(lead).ends_with(noun)).then_some(lead)
        };
        let wanted = slot.count as usize;
        (wanted > 2 && counted.len() > 2).then(|| self.in_turn(mention, wanted, &tell))?
    }

    /// 一、锚定一个目标 … 二、突出两条主线 for “12”: headings that count in turn what the figures of a code do.
    pub(super) fn counting(&self, mention: &Mention<'_>, figures: &[u32]) -> Option<Expansion> {
        let view = mention.reader.view;
        let tell = |words, place: usize| {
            let (lead, figure) = (first_phrase(view, words), figures.get(place)?);
            let numeral =
                |at: u32| formula::numeral(view, at).is_some_and(|found| found.0 == *figure);
            (lead.start..lead.end).any(numeral).then_some(lead)
        };
        (figures.len() > 2).then(|| self.in_turn(mention, figures.len(), &tell))?
    }

    /// 靠的是“三个转变”。, and then three headings that open alike: the lines behind the paragraph that ends with the mention.
    pub(super) fn below(&self, mention: &Mention<'_>) -> Option<Expansion> {
        let view = mention.reader.view;
        let breaks = |at: &u32| view.class(*at).any(CharClass::SENTENCE_END);
        let from = mention.outer.end;
        let (start, line) = (from..)
            .take_while(breaks)
            .last()
            .map(|last| last + 1)
            .zip(view.find(from, from + TOLD, CharClass::LINE_BREAK))?;
        let next = |group: &&Vec<Span<View>>| {
            group.first().is_some_and(|first| first.start <= start + ENUMERATOR)
        };
        let mut groups = self.behind(start).take_while(next);
        let single = mention.shape.slots.len() == 1 && line < start;
        groups
            .find(|group| single && mention.counts(group))
            .map(|group| Expansion::complete(leading(mention, group)))
    }
}

/// Where the first clause of a lead ends.
fn clause_end(view: ViewText<'_>, words: Span<View>) -> u32 {
    let mark = |at: &u32| matches!(view.char(*at), ':' | '，' | ',' | ' ' | '—');
    (words.start + 1..words.end).find(mark).unwrap_or(words.end)
}

/// The first phrase of a lead: 建机制 of 建机制、管长远，….
fn first_phrase(view: ViewText<'_>, words: Span<View>) -> Span<View> {
    let lead = lead_of(view, words);
    let end = (lead.start..lead.end).find(|at| view.char(*at) == '、');
    Span::new(lead.start, end.unwrap_or(lead.end))
}

/// The first clause of a group.
pub(super) fn lead_of(view: ViewText<'_>, words: Span<View>) -> Span<View> {
    Span::new(words.start, clause_end(view, words))
}

/// 融入治理：扛起责任, 融入生产，守住底线: what stands before the mark, where that alone is what the formula counts. 查账册，看数目;
/// 查仓门，看锁具 for 两查两看: the first clauses, then the second ones.
pub(super) fn leading(mention: &Mention<'_>, group: &[Span<View>]) -> Vec<Span<View>> {
    let view = mention.reader.view;
    if let Some(halves) = halves(mention, group) {
        return halves;
    }
    let before_mark = |words: &Span<View>| {
        let lead = lead_of(view, *words);
        let quote = mention.reader.page.quote_at(lead.start).map(|quote| quote.inner);
        let lead = quote.filter(|inner| inner.end + 1 == lead.end).unwrap_or(lead);
        let lead = match mention.shape.slots[..] {
            [slot] => groups::name(view, lead, view.slice(slot.counted())),
            _ => lead,
        };
        mention.every_head_in(lead).then_some(lead)
    };
    let telling = |words: &Span<View>| groups::telling(mention, *words);
    let first = || group.iter().map(before_mark).collect::<Option<_>>();
    // 建强队伍，提升战斗力 for 五力
    let only = || group.iter().map(telling).collect::<Option<_>>();
    first().or_else(only).unwrap_or_else(|| group.to_vec())
}

/// The clauses of every group by numeral, where each opens or closes with the head of its numeral.
fn halves(mention: &Mention<'_>, group: &[Span<View>]) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let slots = &mention.shape.slots;
    let clauses: Vec<_> = group.iter().map(|words| frame::parts(view, *words)).gather();
    let mut members = Vec::new();
    for (place, slot) in slots.iter().enumerate().filter(|_| slots.len() > 1) {
        let head = view.slice(slot.counted());
        for parts in clauses.iter().filter(|parts| parts.len() == slots.len()) {
            let edge = |part: &&Span<View>| {
                let words = view.slice(**part);
                // 做强引领力
                let second = words.get(1..).is_some_and(|rest| rest.starts_with(head));
                second || words.starts_with(head) || words.ends_with(head)
            };
            // 把党建融入队伍建设，促素质提升: the first may be led to.
            let opens = |at: &u32| view.says(*at, head);
            let led = |part: &Span<View>| {
                let start = (part.start..part.end).find(opens)?;
                members.is_empty().then_some(Span::new(start, part.end))
            };
            let part = parts.get(place);
            let member = part.filter(edge).copied().or_else(|| part.and_then(led));
            members.extend(member);
        }
    }
    (!members.is_empty() && members.len() == group.len() * slots.len()).then_some(members)
}

/// The lead of a line.
fn lead(view: ViewText<'_>, line: Span<View>) -> Option<Lead> {
    let (style, number, start) = enumerator(view, line.start);
    let start = start + u32::from(view.char(start) == ' ');
    let limit = line.end.min(start + LEAD + 1);
    let stop = view.find(start, limit, CharClass::SENTENCE_END);
    let whole = stop.is_none() && line.end <= start + LEAD;
    let end = stop.unwrap_or(line.end);
    let words = Span::new(start, end);
    // 市委：, 各位代表：: who is spoken to.
    let address = style == Style::Plain && view.char(line.end - 1) == ':';
    // 热心——进门有人招呼，雨天有伞…
    if stop.is_none() && !whole {
        let key = view.run(start, limit.min(start + RUN_IN) - 1, CharClass::HAN);
        let keyed = matches!(view.char(key), ':' | '—') && key > start + 1;
        let words = Span::new(start, key);
        let lead = Lead { style: Style::RunIn, number, words };
        return Some(lead).filter(|_| keyed && style == Style::Plain);
    }
    if words.len() < 2 || address {
        return None;
    }
    let run_in = style == Style::Plain && !whole;
    if !run_in {
        return Some(Lead { style, number, words });
    }
    let clauses = frame::parts(view, words);
    let short = clauses.iter().all(|clause| clause.len() <= RUN_IN && frame::is_han(view, *clause));
    let style = match clauses.len() {
        1 => Style::RunIn,
        2 => Style::RunInPair,
        _ => return None,
    };
    short.then_some(Lead { style, number, words })
}

/// Style, number and the place behind the mark.
pub(super) fn enumerator(view: ViewText<'_>, at: u32) -> (Style, u32, u32) {
    if view.char(at) == '—' && view.char(at + 1) == '—' {
        return (Style::Dash, 0, at + 2);
    }
    let bracket = u32::from(view.char(at) == '(');
    let Some((number, length)) = formula::numeral(view, at + bracket) else {
        return (Style::Plain, 0, at);
    };
    let behind = at + bracket + length;
    match view.char(behind) {
        ')' => (Style::Bracketed, number, behind + 1),
        // 一是, 一要
        _ if chars::POINT.at(view, behind) => (Style::Is, number, behind + 1),
        '、' => (Style::Chapter, number, behind + 1),
        '.' => (Style::Digit, number, behind + 1),
        _ => (Style::Plain, 0, at),
    }
}

/// 政策支撑。出台…。算力支撑。建成…。: short sentences inside a paragraph.
fn run_ins<'r>(reader: &'r Reader<'_>) -> impl Iterator<Item = Lead> + 'r {
    let view = reader.view;
    let ends = move |mark: &&u32| view.class(**mark).any(CharClass::SENTENCE_END);
    reader.page.marks.iter().filter(ends).filter_map(move |mark| {
        // 刑事检察方面，…。民事检察方面，…。
        let start = mark + 1;
        let comma = view.run(start, start + RUN_IN - 1, CharClass::HAN);
        let ended = !view.class(comma).is(CharClass::HAN);
        if ended && view.ends_with(comma, "方面") && comma > start + 3 {
            let words = Span::new(start, comma - 2);
            return Some(Lead { style: Style::RunIn, number: 0, words });
        }
        let lead = lead(view, Span::new(mark + 1, mark + 2 + 2 * LEAD))?;
        matches!(lead.style, Style::RunIn | Style::RunInPair).then_some(lead)
    })
}

/// 一是…。二是…。 inside a paragraph.
fn inline<'r>(reader: &'r Reader<'_>) -> impl Iterator<Item = Lead> + 'r {
    let view = reader.view;
    let numbered = move |unit| formula::may_start(unit) || unit == u16::from(b'(');
    reader
        .page
        .marks
        .iter()
        .filter(move |mark| numbered(view.at(**mark + 1)))
        .filter(move |mark| !view.class(**mark).any(CharClass::LINE_BREAK))
        .filter_map(move |mark| {
            let (style, number, start) = enumerator(view, mark + 1);
            if style != Style::Is {
                return None;
            }
            let end = (start..start + LEAD)
                .find(|at| *at >= view.len() || view.class(*at).any(CharClass::CLAUSE_END))?;
            let words = Span::new(start, end);
            (words.len() >= 2).then_some(Lead { style, number, words })
        })
}
