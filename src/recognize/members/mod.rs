//! What formulas stand for, as the text itself says it: precision first, a false list is the worst error of the layer.
//!
//! ```text
//! 乡卫生院推广“四早”，即早发现、早报告、早隔离、早治疗。       after the formula, behind a marker
//! 老区围绕茶、药、菌“三张名片”做规划。                   directly before it
//! 以晾晒、除杂、通风为主要内容的“三序”管理                 before it, with a marker
//! ```
//!
//! A list is taken only where its length is the number of the formula *and* one more thing holds: a marker, a character
//! that all items share, or three and more items that touch the formula. Found at one mention, it serves them all; where
//! the text says nothing, the glossary may.

mod after;
mod anchored;
mod before;
mod edge;
mod elsewhere;
mod fit;
mod groups;
mod headings;
mod heads;
mod known;
mod list;
mod name;
mod ones;
mod parts;
mod place;
mod sentence;
mod series;
mod spelled;
mod told;
mod trim;

use crate::annotation::{Member, MemberStatus, Slogan, SloganKind};
use crate::gather::{Gather as _, Put as _};
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Shape, Slot, Sort};
use crate::recognize::slogan::frame;
use crate::recognize::slogan::frame::is_one_beat;
use crate::recognize::slogan::structure::{OPEN, Quote};
use crate::span::{Span, View};
use crate::text::CharClass;
use headings::Headings;
pub(crate) use list::split_last;
use parts::Parts;

/// How far from the beginning of an item a head of one character may stand: 变 in 资金变股金.
const OPENING: usize = 3;

/// How near another formula in quotation marks is one beside this.
const BESIDE: u32 = 12;

/// A mention of a formula, with what its own form says.
pub(crate) struct Mention<'r> {
    reader: &'r Reader<'r>,
    /// With quotation marks, where it has them.
    outer: Span<View>,
    shape: &'r Shape,
}

/// A list that explains a formula.
#[derive(Clone, Debug)]
pub(crate) struct Expansion {
    items: Vec<Span<View>>,
    status: MemberStatus,
}

impl Expansion {
    fn complete(items: Vec<Span<View>>) -> Self {
        Self { items, status: MemberStatus::Complete }
    }

    /// The better the smaller.
    fn rank(&self) -> u8 {
        match self.status {
            MemberStatus::Complete => 0,
            MemberStatus::Open => 1,
            MemberStatus::Partial => 2,
            MemberStatus::Mismatch => 3,
            MemberStatus::None => 4,
        }
    }
}

/// Gives every formula its members, and tells the shapes of those that count something.
pub(crate) fn attach(reader: &Reader<'_>, slogans: &mut [Slogan<View>]) -> Vec<Option<Shape>> {
    if !slogans.iter().any(|slogan| slogan.kind == SloganKind::Formula) {
        return Vec::new();
    }
    let headings = Headings::new(reader);
    let distinct = slogans.iter().map(|slogan| slogan.identity as usize + 1).max().unwrap_or(0);
    let mut best: Vec<Option<Expansion>> = vec![None; distinct];
    let formula = |slogan: &Slogan<View>| slogan.kind == SloganKind::Formula;
    let read = |slogan| if formula(slogan) { shape(reader, slogan.span) } else { None };
    let shapes: Vec<Option<Shape>> = slogans.iter().map(read).collect();
    for look in 0..3 {
        for (slogan, shape) in counting(slogans, &shapes) {
            let Some(slot) = best.get_mut(slogan.identity as usize) else { continue };
            if slot.as_ref().is_some_and(|known| look > 0 || known.rank() == 0) {
                continue;
            }
            let mention = Mention { reader, outer: outer(slogan), shape };
            let found = match look {
                0 => expansion(&mention, &headings).or_else(|| each_time(&mention, &headings)),
                1 => elsewhere::members(&mention, slogans).map(|found| trimmed(&mention, found)),
                _ => taken_up(&mention),
            };
            if let Some(found) = found
                && slot.as_ref().is_none_or(|known| found.rank() < known.rank())
            {
                *slot = Some(found);
            }
        }
    }
    align(reader, slogans, &shapes, &mut best);
    Parts::join(reader, slogans, &shapes, &mut best);
    let parts = Parts::new(reader, slogans, &shapes, &best);
    for (slogan, shape) in slogans.iter_mut().zip(&shapes).filter(|both| formula(both.0)) {
        let known = best.get(slogan.identity as usize).and_then(Option::as_ref);
        let known = known.or_else(|| parts.get(reader.view.slice(slogan.span)));
        fill(reader, slogan, shape.as_ref(), known);
    }
    shapes
}

/// 孩子则要做到心中有国、眼中有人、…: a list begins and ends where the parallel does that is made of its items.
fn align(
    reader: &Reader<'_>,
    slogans: &[Slogan<View>],
    shapes: &[Option<Shape>],
    best: &mut [Option<Expansion>],
) {
    for (slogan, shape) in counting(slogans, shapes) {
        let Some(Some(found)) = best.get_mut(slogan.identity as usize) else { continue };
        // What the glossary says has its edges.
        if !reader.lists.glossary.members(reader.view, slogan.span).is_empty() {
            continue;
        }
        for (_, group) in shape.shares(&mut found.items) {
            let [first, _, .., last] = group else { continue };
            let from = slogans.partition_point(|other| other.span.start < first.start);
            let near = slogans.iter().skip(from).take_while(|other| other.span.start < first.end);
            let mut parallels = near.filter(|other| other.kind == SloganKind::Parallel);
            let whole = |other: &&Slogan<View>| other.span.end > last.start + 1;
            if let Some(parallel) = parallels.find(whole) {
                let own = parallel.span.start == first.start + 1;
                if !(own && opens_clause(reader, first.start)) {
                    first.start = parallel.span.start;
                }
                if !reader.view.class(last.end).any(CharClass::CLAUSE_END) {
                    last.end = last.end.min(parallel.span.end);
                }
            }
        }
    }
}

/// 局领导包片: whether the character that opens a clause at `at` belongs to the one who acts, and leads to nothing.
fn opens_clause(reader: &Reader<'_>, at: u32) -> bool {
    let Reader { view, cues, .. } = *reader;
    let acts = Roles::OPENER.or(Roles::LEAD).or(Roles::MORPHEME).or(Roles::BEFORE_PHRASE);
    view.class(at.wrapping_sub(1)).any(CharClass::CLAUSE_END) && !cues.of(view.at(at)).any(acts)
}

/// The formulas that count something, with their shapes.
fn counting<'s>(
    slogans: &'s [Slogan<View>],
    shapes: &'s [Option<Shape>],
) -> impl Iterator<Item = (&'s Slogan<View>, &'s Shape)> + Clone {
    slogans.iter().zip(shapes).filter_map(|(slogan, shape)| Some((slogan, shape.as_ref()?)))
}

/// How far into its clause a member may begin that is all there is to it.
const AHEAD_IN_CLAUSE: u32 = 8;

/// How far before the first phrase of a list a parallel may begin that ends with it.
const AHEAD: u32 = 120;

/// The lists of formulas whose phrases all hold what is counted: 反贪污、反浪费、反官僚主义 for 三反. 会计师、税务师、律师 are things.
pub(crate) fn framed(
    reader: &Reader<'_>,
    slogans: &[Slogan<View>],
    shapes: &[Option<Shape>],
) -> Vec<Span<View>> {
    let mut lists = Vec::new();
    let complete = |both: &(&Slogan<View>, _)| both.0.status == MemberStatus::Complete;
    for (slogan, shape) in counting(slogans, shapes).filter(complete) {
        let text = |member: &Member<View>| match member {
            Member::Text { span, .. } => Some(*span),
            Member::Glossary(_) => None,
        };
        let mut items: Vec<_> = slogan.members.iter().filter_map(text).gather();
        if let [Slot { classifier: 0, .. }] = shape.slots[..] {
            clauses(reader, &mut items);
        }
        // 清文件、定篇幅，清会议、定时长: all that several numerals count is one, where one of its parts is.
        let whole = whole(reader, shape, &items);
        let mut parallel = false;
        for (slot, group) in shape.shares(&mut items) {
            let [first, .., last] = *group else { continue };
            // 每学期讲一堂课、…: what was found up to the same end begins more surely; what begins there goes on to the last.
            let from = slogans.partition_point(|other| other.span.start + AHEAD < first.start);
            let near = slogans.iter().skip(from).take_while(|other| other.span.start < last.end);
            let kept = |other: &&Slogan<View>| other.kind == SloganKind::Parallel;
            let mut parallels = near.filter(kept).map(|other| other.span);
            let begun = parallels.clone().any(|span| span.start == first.start);
            // 局领导包片、科室包点: one that lacks the first character, or the first of all, is to begin with it.
            let late = |span: &Span<View>| span.start > first.start;
            let known = parallels.any(|span| span.end == last.end && !late(&span));
            let framed = !known && is_framed(reader, group, slot.counted(), begun);
            parallel |= known || framed;
            if framed && whole.is_none() {
                lists.put(Span::new(first.start, last.end));
            }
        }
        lists.extend(whole.filter(|_| parallel));
    }
    lists
}

/// 接诊要热心，检查要细心 for 两心: where all members close clauses that say more, the clauses.
fn clauses(reader: &Reader<'_>, items: &mut [Span<View>]) {
    let page = reader.page;
    let start = |item: &Span<View>| page.mark_before(item.start).map_or(0, |mark| mark + 1);
    let closing = items.first().map_or(0, |first| reader.view.before(first.end));
    let more = |item: &Span<View>| {
        let ahead = item.start - start(item);
        (3..=AHEAD_IN_CLAUSE).contains(&ahead) && reader.view.before(item.end) == closing
    };
    if items.iter().all(more) {
        items.iter_mut().for_each(|item| item.start = start(item));
    }
}

/// Where the `items` of a formula with several numerals stand side by side, in one beat.
fn whole(reader: &Reader<'_>, shape: &Shape, items: &[Span<View>]) -> Option<Span<View>> {
    let [first, .., last] = items else { return None };
    let [slot, _, ..] = &shape.slots[..] else { return None };
    let second = items.get(slot.count as usize)?;
    let near = |item: &Span<View>| item.len() <= first.len() + 1;
    let several = shape.slots.iter().all(|slot| slot.count > 1);
    let whole = several
        && is_one_beat(first.len(), second.len())
        && items.iter().all(near)
        && is_row(reader, items);
    whole.then_some(Span::new(first.start, last.end))
}

/// Whether a mark and nothing else stands between each item and the next.
fn is_row(reader: &Reader<'_>, items: &[Span<View>]) -> bool {
    let parts = |at: u32| matches!(reader.view.char(at), '、' | '，' | ';');
    items.windows(2).all(|two| matches!(two, [a, b] if b.start == a.end + 1 && parts(a.end)))
}

/// Whether three and more phrases side by side hold `head`: all at one end, where they are no things, or within.
fn is_framed(reader: &Reader<'_>, group: &[Span<View>], head: Span<View>, begun: bool) -> bool {
    let Reader { view, cues, .. } = *reader;
    let opens = |item: &Span<View>| view.at(item.start) == view.at(head.start);
    let closes = |item: &Span<View>| view.at(item.end - 1) == view.at(head.end - 1);
    // 三农 are things: what is counted has to be done, or to be so.
    let acts = Roles::MORPHEME.or(Roles::PREDICATE).or(Roles::OPENER);
    let acts = |at: u32| cues.of(view.at(at)).any(acts);
    // 四个一流: 一流环境、…
    let one = head.len() > 1 && view.char(head.start) == '一';
    let opened = (one || acts(head.start)) && group.iter().all(opens);
    let closed = acts(head.end - 1) && group.iter().all(closes);
    // 食得好、行得稳、搵得到人 for 四得; 综合办公室、督查办公室 are things.
    let holds = |item: &Span<View>| view.place(*item, view.slice(head)).is_some();
    let last = |item: &Span<View>| view.before(item.end);
    let within = || {
        group.iter().all(|item| holds(item) && !closes(item))
            && !group.iter().all(opens)
            && !group.windows(2).all(|two| matches!(two, [a, b] if last(a) == last(b)))
    };
    group.len() > 2
        && !head.is_empty()
        && is_row(reader, group)
        && (begun || opened || closed || within())
}

/// 红色三员：甲当宣传员，乙当…: a name with a numeral is a formula where the list of that length stands beside it.
pub(crate) fn count_names(reader: &Reader<'_>, slogans: &mut [Slogan<View>]) {
    for slogan in slogans.iter_mut().filter(|name| name.kind == SloganKind::Brand && name.quoted) {
        if is_counted(reader, slogan.span) {
            slogan.kind = SloganKind::Formula;
            slogan.rule = COUNTED;
        }
    }
}

/// The rule of names that are formulas.
pub(crate) const COUNTED: &str = "counted-name";

/// Whether the digits in quotation marks in `span` are a scheme whose figures the phrases behind it take up.
pub(crate) fn is_spelled_out(reader: &Reader<'_>, span: Span<View>) -> bool {
    let outer = Span::new(span.start - 1, span.end + 1);
    // 写1封信、带2个徒弟、办1件实事，工友叫它“121”
    let told = |shape: &Shape| {
        let mention = Mention { reader, outer, shape };
        spelled::figures(&mention, false).is_some() || spelled::is_named(&mention)
    };
    formula::parse(reader.view, span, reader.cues).as_ref().is_some_and(told)
}

/// Whether the list that the quoted name in `span` counts stands beside it.
pub(crate) fn is_counted(reader: &Reader<'_>, span: Span<View>) -> bool {
    let Some(shape) = shape(reader, span).filter(|shape| shape.sort == Sort::Counted) else {
        return false;
    };
    let mention = Mention { reader, outer: Span::new(span.start - 1, span.end + 1), shape: &shape };
    let ones = shape.slots.iter().all(|slot| slot.count == 1);
    let own = |items: &[Span<View>]| {
        mention.heads_in(items) && (ones || tells(&mention, items)) || beside(&mention, items)
    };
    let found = expansion(&mention, &Headings::default());
    found.is_some_and(|found| found.rank() == 0 && own(&found.items))
        || taken_up(&mention).is_some_and(|found| {
            let framed = frame::shared(reader.view, &found.items).is_some();
            found.items.len() > 3 || found.items.len() > 2 && framed
        })
}

/// Whether a marker ties the list to the name, or every item begins with a verb: 党员、团员 may as well come to what is named.
fn tells(mention: &Mention<'_>, items: &[Span<View>]) -> bool {
    let Reader { view, cues, .. } = *mention.reader;
    let Some(first) = items.first() else { return false };
    let sentence = |at: &u32| !view.class(*at).any(CharClass::SENTENCE_END);
    let mut between = (mention.outer.end..first.start).take_while(sentence);
    between.any(|at| matches!(view.char(at), ':' | '—' | '('))
        || cues.ending(view, first.start, Roles::MARKER_AFTER).is_some()
        || items.iter().all(|item| mention.begins_with_verb(*item))
}

/// “暖胃五样”：粥、饼、…; 登记、会商、督办、回告的“闭环四步”; “埠头三会”，起网前开…会、…: as many as the name counts directly beside
/// it, behind a colon, of one length, or each closing with what is counted.
fn beside(mention: &Mention<'_>, items: &[Span<View>]) -> bool {
    let view = mention.reader.view;
    let ([first, .., last], [.., slot]) = (items, &mention.shape.slots[..]) else { return false };
    let outer = mention.outer;
    let signs = |at| matches!(view.char(at), ':' | '—');
    // “留师三宝”，包括…
    let behind = (outer.end + 1..=outer.end + 3).contains(&first.start);
    let marked = first.start > outer.end && (outer.end..first.start).all(signs);
    let before = last.end + 1 == outer.start && view.char(last.end) == '的';
    let equal = items.iter().all(|item| item.len() == first.len());
    let counted = view.at(slot.head.end - 1);
    let closes = |item: &Span<View>| item.len() > 2 && view.at(item.end - 1) == counted;
    let several = items.len() > 2;
    let cues = mention.reader.cues;
    // 老梁、老柯、小涂组成“河湾三人”
    let makes = cues.ending(view, outer.start, Roles::MARKER_BEFORE).filter(|length| *length > 1);
    let made = last.end < outer.start && makes.is_some();
    let touch = last.end == outer.start && (equal || items.len() > 3);
    let told = cues.ending(view, first.start, Roles::MARKER_AFTER).is_some();
    several && (made || touch || marked || behind && told)
        || several && behind && items.iter().all(closes)
        || before && equal && items.len() > 3
}

/// The shape of a formula, or of its words from the numeral on: 三员 in 红色三员.
fn shape(reader: &Reader<'_>, span: Span<View>) -> Option<Shape> {
    let Reader { view, cues, .. } = *reader;
    let counts = |at: &u32| formula::numeral(view, *at).is_some_and(|found| found.0 > 1);
    let later = || (span.start + 1..span.end).find(counts);
    let from = |at| formula::parse(view, Span::new(at, span.end), cues);
    let ones = || formula::one_each(view, span, cues);
    let letters = || lettered(reader, span);
    let mut shape = from(span.start).or_else(|| from(later()?)).or_else(ones).or_else(letters)?;
    // 四市战略: what is counted stands before the noun of schemes.
    if let [slot] = shape.slots.as_mut_slice() {
        let noun = cues.ending(view, slot.head.end, Roles::NOUN_FORMULA);
        let noun = noun.filter(|length| *length < slot.counted().len()).unwrap_or(0);
        slot.head.end -= noun;
    }
    // 四员一体: what the four make is none of them.
    if shape.slots.len() > 1 && view.ends_with(span.end, "一体") {
        shape.slots.pop();
    }
    // 一停二验三挂牌: one of each.
    if is_ranked(reader, &shape) {
        shape.slots.iter_mut().for_each(|slot| slot.count = 1);
    }
    // 三重一大: nothing else stands behind these numerals.
    if shape.slots.len() > 1 {
        for slot in shape.slots.iter_mut().filter(|slot| slot.classifier == slot.head.len()) {
            slot.classifier = 0;
        }
    }
    Some(shape)
}

/// 一停二验三挂牌 ranks what is done; 一湖二岛三桥 counts things, and so does 一核两翼.
fn is_ranked(reader: &Reader<'_>, shape: &Shape) -> bool {
    let Reader { view, cues, .. } = *reader;
    let [first, others @ ..] = &shape.slots[..] else { return false };
    let ([second, ..], [.., last]) = (others, others) else { return false };
    let act = |slot: &Slot| cues.of(view.at(slot.head.start)).any(Roles::MORPHEME);
    (1..).zip(&shape.slots).all(|(rank, slot)| slot.count == rank)
        && view.follows(second.head.start, '二')
        && act(first)
        && (last.head.len() > 1 || others.iter().any(act))
}

/// 5S, 6S: as many words as the digit says, which begin with one letter in a language that the text is not in. 3D, 4K, 5A are no such list.
fn lettered(reader: &Reader<'_>, span: Span<View>) -> Option<Shape> {
    let view = reader.view;
    let (count, length) = formula::numeral(view, span.start).filter(|found| found.0 > 2)?;
    let head = Span::new(span.end, span.end);
    let letter = span.len() == length + 1 && view.char(span.end - 1) == 'S';
    let slots = vec![Slot { count, head, classifier: 0 }];
    letter.then_some(Shape { sort: Sort::Counted, slots, open: false })
}

/// With its quotation marks.
fn outer(slogan: &Slogan<View>) -> Span<View> {
    match slogan.quoted {
        true => Span::new(slogan.span.start - 1, slogan.span.end + 1),
        false => slogan.span,
    }
}

/// The list before a mention of what no mention explains, where the glossary has not another one.
fn taken_up(mention: &Mention<'_>) -> Option<Expansion> {
    let Reader { view, lists, .. } = *mention.reader;
    let quoted = mention.inner() != mention.outer;
    // 一国两制 needs no explaining.
    if !quoted || lists.is_formula(view, mention.inner()) {
        return None;
    }
    let mut found = fit::beside(mention)?;
    trim::amounts(mention, &mut found.items);
    let formula = found.items.iter().any(|item| mention.is_formula(*item));
    (!formula && !serves_another(mention, &found)).then_some(found)
}

/// 一日三查, 一案双查: where nothing is as many as all numerals say, what the last one counts, behind the ones that say how often.
fn each_time(mention: &Mention<'_>, headings: &Headings) -> Option<Expansion> {
    let [ones @ .., slot] = &mention.shape.slots[..] else { return None };
    let once = !ones.is_empty() && ones.iter().all(|one| one.count == 1);
    if !once || slot.count < 2 || mention.shape.sort != Sort::Counted {
        return None;
    }
    let shape = Shape { slots: vec![*slot], ..*mention.shape };
    expansion(&Mention { shape: &shape, ..*mention }, headings)
}

/// What the text says around one mention, strongest place first.
fn expansion(mention: &Mention<'_>, headings: &Headings) -> Option<Expansion> {
    let before = || before::members(mention).map(|found| told_later(mention, found));
    let near = || after::members(mention).or_else(before);
    // “五个一”课堂：学一段理论，…: a list beside the mention that says what is counted goes before headings that do so too.
    let own = |found: &Expansion| found.rank() == 0 && mention.heads_in(&found.items);
    let sure = |found: &Expansion| !known::contradicts(mention, found);
    let headed = || {
        let headed = headings.members(mention)?;
        // 带着感情、带着问题，这“两个带着”
        let this = mention.reader.view.follows(mention.outer.start, '这');
        let beside = || fit::members(mention).filter(|_| this);
        near().or_else(beside).filter(own).or(Some(headed))
    };
    let found = || {
        told::members(mention)
            .or_else(|| ones::members(mention))
            .or_else(headed)
            .or_else(|| spelled::members(mention))
            .or_else(|| headings.counting(mention, &spelled::code(mention)?))
            .or_else(near)
            .or_else(|| headings.below(mention))
            .or_else(|| groups::asked(mention))
            .or_else(|| sentence::members(mention).filter(sure))
            .or_else(|| groups::members(mention))
            .or_else(|| fit::members(mention).filter(sure).map(|found| told_later(mention, found)))
            .or_else(|| anchored::members(mention).filter(sure))
            .filter(|found| !serves_another(mention, found))
    };
    // What the glossary says word for word has no words to trim.
    known::members(mention, mention.inner())
        .or_else(|| found().map(|found| trimmed(mention, found)))
}

/// 把甲、乙、丙编进“三员”。甲当宣传员，乙当…: members told one by one go before a list, where only they say what is counted.
fn told_later(mention: &Mention<'_>, found: Expansion) -> Expansion {
    let counted = |later: &Expansion| mention.heads_in(&later.items);
    let later = || anchored::members(mention).filter(counted);
    if mention.heads_in(&found.items) { found } else { later().unwrap_or(found) }
}

fn trimmed(mention: &Mention<'_>, mut found: Expansion) -> Expansion {
    trim::all(mention, &mut found.items);
    found
}

/// “两必谈”“三必访”：生病必访、…: the list says what a formula beside this one counts, and not what this one counts.
fn serves_another(mention: &Mention<'_>, found: &Expansion) -> bool {
    let Reader { view, page, cues, .. } = *mention.reader;
    let own = |item: &Span<View>| mention.every_head_in(*item);
    if found.items.iter().any(own) {
        return false;
    }
    // 在“五关”里，叫得最响的是“五个零”：企业诉求零搁置、…: the formula before the mark is nearer.
    let mark = found.items.first().map_or(0, |first| first.start.wrapping_sub(1));
    let led = edge::opens(view, mark).then(|| page.quote_closing_at(mark.wrapping_sub(1)));
    let other = |quote: &Quote| quote.outer() != mention.outer && mention.is_formula(quote.inner);
    if led.flatten().is_some_and(other) {
        return true;
    }
    // 林下种药，林间养蜂，…，人称“一林三用”。“三权分置”…: so is the one between.
    let end = found.items.last().map_or(0, |last| last.end);
    let from = page.quotes.partition_point(|quote| quote.inner.start <= end);
    let between = page.quotes.get(from..).unwrap_or(&[]).iter();
    let mut between = between.take_while(|quote| quote.outer().end <= mention.outer.start);
    if between.any(other) && !mention.heads_in(&found.items) {
        return true;
    }
    let from = page.quotes.partition_point(|quote| quote.inner.end + BESIDE < mention.outer.start);
    let quotes = page.quotes.get(from..).unwrap_or(&[]).iter();
    quotes.take_while(|quote| quote.inner.start < mention.outer.end + BESIDE).any(|quote| {
        quote.outer() != mention.outer
            && formula::parse(view, quote.inner, cues).is_some_and(|shape| {
                let other = Mention { reader: mention.reader, outer: quote.outer(), shape: &shape };
                !shape.slots.is_empty() && found.items.iter().all(|item| other.every_head_in(*item))
            })
    })
}

fn fill(
    reader: &Reader<'_>,
    slogan: &mut Slogan<View>,
    shape: Option<&Shape>,
    known: Option<&Expansion>,
) {
    if let Some(known) = known {
        let groups = shape.map_or(1, |shape| shape.slots.len());
        // The ones of 一日三查 have no items.
        let ones = shape.map_or(0, |shape| shape.total().saturating_sub(known.items.len() as u32));
        let first = if (ones as usize) < groups { ones } else { 0 };
        slogan.members = (first..)
            .zip(&known.items)
            .map(|(i, span)| {
                let each = known.items.len() == groups;
                let group = if each { i as u8 } else { group(shape, groups, i) };
                Member::Text { span: *span, group }
            })
            .gather();
        slogan.status = known.status;
        return;
    }
    let listed = listed(reader, slogan.span, shape);
    if listed.is_empty() {
        return;
    }
    let number = listed.len() as u32;
    // 四水四定: one number twice, and every member with both heads. 一岗双责: two.
    let last = |shape: &Shape| shape.slots.last().is_none_or(|slot| slot.count == number);
    slogan.status = match shape.is_none_or(|shape| shape.total() == number || last(shape)) {
        true => MemberStatus::Complete,
        false => MemberStatus::Mismatch,
    };
    slogan.members = listed.into_iter().map(Member::Glossary).gather();
}

/// What the glossary says of the formula, or of each of its numerals: 六稳六保.
fn listed(reader: &Reader<'_>, span: Span<View>, shape: Option<&Shape>) -> Vec<Box<str>> {
    let glossary = &reader.lists.glossary;
    let listed = glossary.members(reader.view, span);
    let Some(shape) = shape.filter(|shape| listed.is_empty() && shape.slots.len() > 1) else {
        return listed;
    };
    let mut all = Vec::new();
    for (part, slot) in shape.parts(span.start) {
        let half = glossary.members(reader.view, part);
        if half.len() != slot.count as usize {
            return listed;
        }
        all.extend(half);
    }
    all
}

/// To which numeral the item `index` belongs, where every numeral has items of its own.
fn group(shape: Option<&Shape>, groups: usize, index: u32) -> u8 {
    let Some(shape) = shape.filter(|_| groups > 1) else { return 0 };
    let mut end = 0;
    for (place, slot) in (0u8..).zip(&shape.slots) {
        end += slot.count;
        if index < end {
            return place;
        }
    }
    0
}

impl Mention<'_> {
    /// For each member what `of` finds in its numeral.
    #[inline(never)]
    fn per_member(&self, of: &dyn Fn(&Slot) -> Span<View>) -> Vec<Span<View>> {
        let mut all = Vec::new();
        for slot in &self.shape.slots {
            (0..slot.count).for_each(|_| all.put(of(slot)));
        }
        all
    }

    /// Whether `items` are as many as the formula says.
    fn counts(&self, items: &[Span<View>]) -> bool {
        let number = match self.counts_characters() {
            true => items.iter().map(|item| item.len()).sum(),
            false => items.len() as u32,
        };
        self.shape.total() == number || self.counts_pairs(items)
    }

    /// 五字诀, 八字方针.
    fn counts_characters(&self) -> bool {
        let view = self.reader.view;
        matches!(self.shape.slots[..], [slot] if slot.head.len() + slot.count > 4 && view.char(slot.head.start) == '字')
    }

    /// 三先三后 ↔ 先治沟后治坡、先灌木后乔木、先固沙后造林: one number twice, and every item with both heads; 三带三不带 has one that holds
    /// the other.
    fn counts_pairs(&self, items: &[Span<View>]) -> bool {
        let slots = &self.shape.slots;
        let view = self.reader.view;
        let within = |two: &[Slot]| matches!(two, [a, b] if view.place(b.counted(), view.slice(a.counted())).is_some());
        slots.len() > 1
            && !slots.windows(2).any(within)
            && slots.iter().all(|slot| slot.count as usize == items.len())
            && items.iter().all(|item| self.every_head_in(*item))
    }

    /// The words without quotation marks.
    fn inner(&self) -> Span<View> {
        let quoted = u32::from(self.reader.view.at(self.outer.start) == OPEN);
        Span::new(self.outer.start + quoted, self.outer.end - quoted)
    }

    /// What a list is that has all that is counted: where a place is open, there may be more.
    fn whole(&self) -> MemberStatus {
        if self.shape.open { MemberStatus::Open } else { MemberStatus::Complete }
    }

    /// Whether a list is to be looked for at all: a code counts nothing in words.
    fn is_countable(&self) -> bool {
        self.shape.sort != Sort::Code
    }

    /// Whether every item holds the words that the formula counts: 包 in 包宣传、包排查、包整改 for 三包.
    fn heads_in(&self, items: &[Span<View>]) -> bool {
        let view = self.reader.view;
        let mut first = 0;
        !self.shape.slots.is_empty()
            && self.shape.slots.iter().all(|slot| {
                let share =
                    if self.shape.slots.len() == 1 { items.len() } else { slot.count as usize };
                let own = items.get(first..first + share).unwrap_or(&[]);
                first += share;
                let bare = slot.counted();
                !own.is_empty()
                    && holds_one(view.slice(bare), own.iter().map(|item| view.slice(*item)))
            })
    }

    /// Whether every item holds every head: 抓…提… for 三抓三提. A single character has to stand near the beginning or at
    /// the end: 上 of 四上 is not that of 在招商上求突破.
    fn every_head_in(&self, item: Span<View>) -> bool {
        let view = self.reader.view;
        let slots = &self.shape.slots;
        let alone = slots.len() == 1;
        slots.iter().all(|slot| {
            let bare = slot.counted();
            let units = view.slice(item);
            let head = view.slice(bare);
            let placed = |at: usize| {
                !alone || head.len() > 1 || at <= OPENING || at + head.len() == units.len()
            };
            !head.is_empty()
                && units.windows(head.len()).enumerate().any(|(at, w)| w == head && placed(at))
        })
    }

    /// Whether an item is a formula itself, or a quotation beside one.
    fn is_formula(&self, item: Span<View>) -> bool {
        let Reader { view, cues, lists, .. } = *self.reader;
        // 双语 and 双语窗口 are words.
        let word = view.char(item.start) == '双' && item.len() != 3;
        // 五金 too.
        let word = word || item.len() == 2 && view.at(item.start.wrapping_sub(1)) != OPEN;
        let formed = formula::parse(view, item, cues);
        formed.is_some_and(|shape| !word || shape.slots.len() > 1) || lists.is_formula(view, item)
    }

    /// Whether `item` is a phrase that a verb opens; a word of two characters (学生) is a thing.
    fn begins_with_verb(&self, item: Span<View>) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        let one = cues.of(view.at(item.start)).any(Roles::MORPHEME);
        let verb = one || edge::led(self.reader, item.start) > 0;
        verb && item.len() > 2
    }
}

/// Whether one character of `head` stands in all of `items`.
fn holds_one<'t>(head: &[u16], mut items: impl Iterator<Item = &'t [u16]> + Clone) -> bool {
    head.iter().any(|unit| items.clone().all(|item| item.contains(unit))) && items.next().is_some()
}
