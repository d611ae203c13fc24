//! Groups parted by ；: “三查三看”：查库存，看账实是否相符；查仓门，看锁具是否完好；….

use super::{Expansion, Mention, headings, heads, list, mention::holds_one};
use crate::gather::{Gather as _, Put as _};
use crate::recognize::chars;
use crate::recognize::slogan::structure::is_word;
use crate::recognize::slogan::{Reader, frame};
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// How far behind the formula the last group may begin.
const REACH: u32 = 240;
/// How far behind the formula the sentence may end that only names it.
const NAMED: u32 = 8;
/// How far behind the formula the last lead may stand.
const FAR: u32 = 300;
/// Longest lead.
const LEAD: usize = 10;
/// What ends a sentence.
pub(super) const BREAK: CharClass = CharClass::SENTENCE_END.or(CharClass::LINE_BREAK);
/// Longest group.
const GROUP: u32 = 48;

/// The groups of the sentence behind this mention, as many as each numeral says and each with every word that is counted.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    grouped(mention).or_else(|| leads(mention))
}

/// “三问”：矿灯亮不亮？支柱牢不牢？退路清不清？: the questions behind the colon.
pub(super) fn asked(mention: &Mention<'_>) -> Option<Expansion> {
    let Reader { view, page, .. } = *mention.reader;
    let (from, wanted) = (mention.outer.end, mention.shape.total() as usize);
    if wanted < 3 || mention.shape.slots.len() > 1 {
        return None;
    }
    let (mut items, mut start) = (Vec::new(), None);
    for mark in page.marks_in(Span::new(from, from + REACH)) {
        // 把“三问”挂在嘴边。学生问没问？…
        let led = match view.look(mark) {
            ':' | '—' | '。' => mark < from + NAMED,
            _ => false,
        };
        match start {
            Some(begin) if mark > begin && view.char(mark) == '?' => {
                items.put(Span::new(begin, mark));
                start = Some(mark + 1);
            }
            Some(begin) if mark == begin => start = Some(mark + 1),
            _ if !items.is_empty() => break,
            _ => start = led.then_some(mark + 1),
        }
    }
    let again = |two: &[Span<View>]| matches!(two, [a, b] if view.slice(*a) == view.slice(*b));
    (items.len() == wanted && !items.windows(2).any(again)).then(|| Expansion::complete(items))
}

/// The groups that a sentence parts.
fn grouped(mention: &Mention<'_>) -> Option<Expansion> {
    let [slot, others @ ..] = &mention.shape.slots[..] else { return None };
    let wanted = slot.count;
    if others.iter().any(|other| other.count != wanted) {
        return None;
    }
    parted(mention, ';', wanted).or_else(|| parted(mention, '，', wanted))
}

/// “四亮”做法。亮身份，党员挂牌上岗；亮承诺，…; “三快”：⏎集结快。…⏎投送快。…: the first words of sentences and groups, one behind the other,
/// each opening or closing with what is counted.
fn leads(mention: &Mention<'_>) -> Option<Expansion> {
    let Reader { view, page, .. } = *mention.reader;
    let end = mention.outer.end;
    let near = Span::new(end, end + FAR);
    // Nearly nowhere is what is counted said so often, or stand so many characters alone.
    let alone = |mark: &u32| !is_word(view.unit(mark + 2));
    let many = || page.marks_in(near).filter(alone).take(3).count() > 2;
    if !mention.may_say(near) && !many() {
        return None;
    }
    let (mut leads, mut begins) = (Vec::new(), None);
    for mark in page.marks_in(near) {
        let sign = view.char(mark);
        let strong = sign == ';' || view.class(mark).any(BREAK);
        if let Some(start) = begins.filter(|start| *start < mark) {
            let ends = strong || matches!(sign, ':' | '，' | '—');
            leads.put(Span::new(start, if ends { mark } else { start }));
            begins = None;
        }
        let first = leads.is_empty() && matches!(sign, ':' | '，');
        if strong || first {
            begins = Some(mark + 1);
        }
    }
    // “三快”：⏎集结快。接警后五分钟出门。⏎投送快。…
    let line = |lead: &&Span<View>| view.class(lead.start - 1).any(CharClass::LINE_BREAK);
    let lines: Vec<_> = leads.iter().filter(line).copied().gather();
    neighbours(mention, &leads).or_else(|| neighbours(mention, &lines))
}

/// As many leads as the formula counts, one behind the other, each with what is counted.
fn neighbours(mention: &Mention<'_>, leads: &[Span<View>]) -> Option<Expansion> {
    let view = mention.reader.view;
    let told = |head: &[u16], lead: &Span<View>| {
        let words = view.slice(*lead);
        let own = words.starts_with(head) || words.ends_with(head);
        !head.is_empty() && own && (head.len() + 1..=LEAD).contains(&words.len())
    };
    // “三防一控”：防火，…；防汛，…；防盗，…；控药，…
    let [slot] = mention.shape.slots[..] else {
        let wanted = mention.per_member(&|slot| slot.counted());
        let tells = |run: &&[Span<View>]| {
            run.iter().zip(&wanted).all(|(lead, head)| told(view.slice(*head), lead))
        };
        let run = leads.windows(wanted.len().max(1)).find(tells).filter(|run| run.len() > 2)?;
        return Some(Expansion::complete(run.to_vec()));
    };
    let head = view.slice(heads::counted(mention, &slot));
    let bare = view.slice(slot.counted());
    let wanted = slot.count as usize;
    // “五步调解法”…。听，让人把话说完；析，理清账目；…
    let one = |_: &[u16], lead: &Span<View>| wanted > 2 && lead.len() == 1;
    let run = |head: &[u16], told: &dyn Fn(&[u16], &Span<View>) -> bool| {
        let tied = |a: &Span<View>, b: &Span<View>| told(head, a) && told(head, b);
        // 问：…。答：…。问：…。答：…。
        let again =
            |run: &[Span<View>]| matches!(run, [a, _, b, ..] if view.slice(*a) == view.slice(*b));
        let run = leads.chunk_by(tied).find(|run| run.len() == wanted && wanted > 1);
        let run = run.filter(|run| !again(run))?;
        Some(Expansion::complete(run.iter().map(|lead| name(view, *lead, head)).gather()))
    };
    run(head, &told).or_else(|| run(bare, &told)).or_else(|| run(bare, &one))
}

/// 这叫情绪关, 怕吃苦的: without what says that it is one of them; 基层建设是龙头 for 三基: without what is said of it.
pub(super) fn name(view: ViewText<'_>, lead: Span<View>, head: &[u16]) -> Span<View> {
    let says = (lead.start + 1..lead.end.saturating_sub(1))
        .rev()
        .find(|at| chars::SAYS.at(view, *at) && !view.follows(at + 2, '了'));
    if let Some(at) = says.filter(|_| view.opens(lead, head)) {
        return Span::new(lead.start, at);
    }
    let says = says.filter(|at| at + 2 < lead.end);
    let end = lead.end - u32::from(view.follows(lead.end, '的'));
    Span::new(says.map_or(lead.start, |at| at + 1), end)
}

/// The groups that `by` parts. A comma does only where every group explains its first words: 带品德——…，带技艺——….
fn parted(mention: &Mention<'_>, by: char, wanted: u32) -> Option<Expansion> {
    let view = mention.reader.view;
    let (parts, marks) = sentence(mention, by)?;
    let ends = parts.iter().skip(1).map(|next| next - 1);
    let mut groups: Vec<_> =
        parts.iter().zip(ends).map(|(start, end)| Span::new(*start, end)).gather();
    let first = groups.first_mut()?;
    *first = opening(mention, *first, &marks)?;
    let explained = |group: &Span<View>| view.holds(*group, '—');
    let fits = |group: &Span<View>| {
        let own = mention.every_head_in(*group) || telling(mention, *group).is_some();
        (2..=GROUP).contains(&group.len()) && own && (by == ';' || explained(group))
    };
    if groups.len() != wanted as usize {
        return None;
    }
    // “三色法”：红色引领，…；绿色发展，…: one character of what is counted in every lead.
    let leads: Vec<_> = groups.iter().map(|group| headings::lead_of(view, *group)).gather();
    let head = view.slice(mention.shape.slots.first()?.head);
    let shared = holds_one(head, leads.iter().map(|lead| view.slice(*lead)));
    let led = by == ';' && wanted > 2 && list::even(&leads) && shared;
    match groups.iter().all(fits) {
        true => {
            let told = list::each(&groups, &mut |group| telling(mention, *group));
            let later = |told: &Vec<Span<View>>| {
                told.iter().zip(&groups).any(|(told, group)| told.start > group.start)
            };
            let leading = || headings::leading(mention, &groups);
            Some(Expansion::complete(told.filter(later).unwrap_or_else(leading)))
        }
        false => led.then(|| Expansion::complete(leads)),
    }
}

/// 旧屋折价入股，资源变成了资产: the only clause of a group that says what is counted, where it is not the first.
pub(super) fn telling(mention: &Mention<'_>, group: Span<View>) -> Option<Span<View>> {
    let clauses = frame::parts(mention.reader.view, group);
    let mut own = clauses.iter().filter(|clause| mention.every_head_in(**clause));
    // 下岗失业，必访 for 六必访: the clause alone says nothing.
    let head = mention.shape.slots.first().map_or(0, |slot| slot.counted().len());
    let says = |clause: &Span<View>| clause.len() > head + 1;
    own.next().copied().filter(|clause| says(clause) && own.next().is_none())
}

/// Where the groups of the sentence begin, its end among them, and the marks in the first.
fn sentence(mention: &Mention<'_>, by: char) -> Option<(Vec<u32>, Vec<u32>)> {
    let view = mention.reader.view;
    let from = mention.outer.end;
    let (mut parts, mut marks) = (vec![from], Vec::new());
    for mark in mention.reader.page.marks_in(Span::new(from, from + REACH)) {
        let ends = view.class(mark).any(CharClass::SENTENCE_END);
        let parts_here = view.char(mark) == by || by == '，' && view.char(mark) == ',';
        // 探索“三变”路子。…；…；….
        if ends && parts.len() == 1 && mark - from <= NAMED {
            (parts, marks) = (vec![mark + 1], Vec::new());
            continue;
        }
        if ends || parts_here {
            parts.put(mark + 1);
        } else if parts.len() == 1 {
            marks.put(mark);
        }
        if ends {
            return (parts.len() > 2).then_some((parts, marks));
        }
    }
    None
}

/// The first group without what leads to it: behind a colon or a dash, else from the last mark that leaves it every head.
fn opening(mention: &Mention<'_>, first: Span<View>, marks: &[u32]) -> Option<Span<View>> {
    let view = mention.reader.view;
    let sign = |mark: &&u32| matches!(view.char(**mark), ':' | '—');
    let rest = |mark: &u32| Span::new(mark + 1, first.end);
    // 化肥断货，必到: what is counted alone is none.
    let head = mention.shape.slots.first().map_or(0, |slot| slot.counted().len());
    let whole = |mark: &&u32| mention.every_head_in(rest(mark)) && rest(mark).len() > head + 1;
    // “三清三查”。清库存，重点查…；…
    let sentence = view.class(first.start.wrapping_sub(1)).any(BREAK);
    if sentence && mention.every_head_in(first) && marks.iter().find(whole).is_none() {
        return Some(first);
    }
    let mark = marks
        .iter()
        .rev()
        .find(|mark| sign(mark) && whole(mark))
        .or_else(|| marks.iter().rev().find(whole))
        .or_else(|| marks.iter().find(sign))?;
    Some(rest(mark))
}
