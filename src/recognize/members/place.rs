//! What the place of a series says: how near it stands to the mention, whether it stands alone, and which words lead from one to the other.

use super::groups::BREAK;
use super::series::Series;
use super::{Mention, before, edge, fit};
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::span::{Span, View};
use crate::text::CharClass;

/// Longest words between the mention and a series near it.
const NEAR: u32 = 12;
/// Longest clause that names the series before it.
const NAMED: u32 = 24;

/// What the place of a series says.
#[derive(Default)]
pub(super) struct Place {
    /// Few words stand between it and the mention.
    pub near: bool,
    /// It opens the sentence behind the one that the mention closes.
    pub next: bool,
    /// None does.
    pub touches: bool,
    /// It is all of its clause, or all of its sentence.
    pub alone: bool,
    /// Words name it with the mention: 管它叫“三个一次”.
    pub named: bool,
    /// It is what the mention says: 会议、报表是压在头上的“两座大山”.
    pub is: bool,
    /// A colon, a dash or a bracket opens it.
    pub marked: bool,
    /// Words number its phrases.
    pub points: bool,
    /// Its phrases are what is done, and open the sentence behind the one that the mention closes.
    pub opens: bool,
    /// What it costs that a sentence ends between.
    pub far: u32,
    /// How many other signs speak against it.
    pub against: u32,
}

impl Place {
    pub(super) fn signs(&self) -> u32 {
        let Self { near, next, touches, alone, named, is, marked, .. } = *self;
        [near, next, touches, alone, named, named, named, is, marked, marked]
            .map(u32::from)
            .iter()
            .sum()
    }
}

/// 一方面…，另一方面…; 既…，又…; 先…，再…
pub(super) fn points(mention: &Mention<'_>, items: &[Span<View>]) -> bool {
    let Reader { view, cues, .. } = *mention.reader;
    items.iter().all(|item| cues.starting(view, item.start, Roles::MORE).is_some())
}

/// A series and the mention, with the words between.
struct Site<'s, 'r> {
    mention: &'s Mention<'r>,
    series: &'s Series,
    first: Span<View>,
    last: Span<View>,
    /// Whether the series stands behind the mention.
    behind: bool,
    between: Span<View>,
    /// Whether a sentence ends between.
    apart: bool,
    near: bool,
}

/// “五联”，联的是人。: where what a formula is about ends, else where the formula does.
fn glossed(mention: &Mention<'_>) -> u32 {
    let (view, end) = (mention.reader.view, mention.outer.end);
    let about = mention.shape.slots.last().filter(|slot| slot.head.len() == 1);
    let about = about.is_some_and(|slot| view.at(end + 1) == view.at(slot.head.start));
    if !about || view.char(end) != '，' || !view.starts_with(end + 2, "的是") {
        return end;
    }
    view.until(end + 4, end + NEAR, BREAK)
}

/// What the place of the series says, whose items say what is counted as surely as `own` tells.
pub(super) fn place(mention: &Mention<'_>, series: &Series, own: u32) -> Place {
    Site::new(mention, series).map(|site| site.read(own)).unwrap_or_default()
}

impl<'s, 'r> Site<'s, 'r> {
    fn new(mention: &'s Mention<'r>, series: &'s Series) -> Option<Self> {
        let view = mention.reader.view;
        let (first, last) = (*series.items.first()?, *series.items.last()?);
        let behind = first.start >= mention.outer.end;
        let between: Span<View> = match behind {
            true => Span::new(glossed(mention), first.start.min(series.from)),
            false => Span::new(last.end, mention.outer.start),
        };
        let word = |at: &u32| view.class(*at).any(CharClass::HAN.or(CharClass::DIGIT));
        let marks = (between.start..between.end).filter(|at| !word(at)).count();
        let apart = view.find(between.start, between.end, BREAK).is_some();
        let most = match (behind, apart) {
            (true, _) => NEAR,
            (false, true) => 1,
            (false, false) => NEAR / 2,
        };
        let near = marks <= 1 && between.len() <= most;
        Some(Self { mention, series, first, last, behind, between, apart, near })
    }

    fn read(&self, own: u32) -> Place {
        let Self { mention, series, behind, between, apart, near, .. } = *self;
        let Reader { view, .. } = *mention.reader;
        let (opened, told) = (self.is_opened(), self.is_told(own));
        let points = !series.listed && points(mention, &series.items);
        let acts = series.listed && series.items.iter().all(|item| mention.begins_with_verb(*item));
        // 紧扣“四市战略”，拼经济、稳就业、惠民生: what was done.
        let done = behind && own == 0 && acts && !apart;
        let comma = u32::from(view.char(between.start) == '，');
        let is = view.char(between.start + comma) == '是' && view.follows(between.end, '的');
        let named = !behind && between.len() <= NAMED && (is || names(mention, between));
        let far = if near || !apart || behind && own > 2 { 0 } else { 2 - u32::from(behind) };
        Place {
            near,
            next: behind && near && apart && self.ends(series.from.wrapping_sub(1)),
            touches: between.is_empty(),
            alone: self.is_alone(opened) || series.listed && told && self.is_closed(),
            named,
            is: !behind && is,
            marked: (near || !apart) && (opened || points || told),
            points,
            opens: behind && near && apart && (acts || mention.counts_characters()),
            far,
            against: u32::from(done) + 4 * u32::from(self.came(named)),
        }
    }

    /// Whether a sentence or a line ends at `at`.
    fn ends(&self, at: u32) -> bool {
        self.mention.reader.view.class(at).any(BREAK)
    }

    /// Whether a clause ends at `at`.
    fn bounds(&self, at: u32) -> bool {
        let view = self.mention.reader.view;
        view.class(at).any(CharClass::CLAUSE_END) || view.char(at) == '—'
    }

    /// Whether a sign opens the series, or a marker behind a comma: 业界要在“三感”上下功夫，即新鲜感、人情味、故事感.
    fn is_opened(&self) -> bool {
        let Reader { view, cues, .. } = *self.mention.reader;
        let start = self.first.start;
        let left = start.wrapping_sub(1);
        let marked = || {
            let length = cues.ending(view, start, Roles::MARKER_AFTER)?;
            let says = length == 1 || chars::IS.at(view, left);
            Some(says && view.follows(start - length, '，'))
        };
        edge::opens(view, left) || self.behind && marked() == Some(true)
    }

    /// Whether the list is all of its clause, or the clauses all of their sentence.
    fn is_alone(&self, opened: bool) -> bool {
        let Self { mention, series, first, last, behind, near, .. } = *self;
        let left = first.start.wrapping_sub(1);
        if series.listed {
            let begins = self.bounds(left) || first.start == 0;
            return begins && (self.bounds(last.end) || last.end == mention.outer.start);
        }
        // …，村有书屋，600多名志愿者领读: a figure is news.
        let figure = mention.reader.view.class(last.end + 1).is(CharClass::DIGIT);
        let closes = if behind { figure } else { last.end + 1 >= mention.outer.start };
        (self.ends(left) || opened || behind && near) && (self.ends(last.end) || closes)
    }

    /// “三员”由法官、调解员、网格员组成; but who a team is has a name for what it does.
    fn is_made(&self) -> bool {
        let Reader { view, cues, .. } = *self.mention.reader;
        let closes = |length: u32| length > 1 && self.bounds(self.last.end + length);
        view.follows(self.first.start, '由')
            && cues.starting(view, self.last.end, Roles::MARKER_BEFORE).is_some_and(closes)
            && cues.starting(view, self.mention.outer.end, Roles::NOUN).is_none()
    }

    /// Whether what stands behind the list closes it.
    fn is_closed(&self) -> bool {
        let end = self.last.end;
        self.is_made() || edge::sums_up(self.mention.reader.view, end) || self.bounds(end)
    }

    /// Whether words behind the mention lead to the list or sum it up: “四位一体”监督运转顺畅，这一体系包括纪检、巡察、….
    fn is_told(&self, own: u32) -> bool {
        let Reader { view, cues, .. } = *self.mention.reader;
        let (start, from) = (self.first.start, self.series.from);
        let led = |length: u32| start - length <= from || view.char(from) == '这';
        let led = cues.ending(view, start, Roles::MARKER_AFTER).is_some_and(led);
        let whole = || self.is_made() || edge::sums_up(view, self.last.end);
        // “四查”，账目、票据、库存、合同，一样不少
        let closed = || view.char(self.last.end) == '，' && edge::sums_up(view, self.last.end);
        let said = own > 0 || !fit::is_deed(self.mention) || closed();
        self.behind && said && (led || self.near && whole())
    }

    /// 推行“三会”制度以来，会议短了: what came of it. 亮了灯、亮了牌。这次“三亮”…
    fn came(&self, named: bool) -> bool {
        let Self { mention, series, first, last, behind, apart, .. } = *self;
        let view = mention.reader.view;
        if behind {
            return chars::SINCE_THEN.at(view, series.from.wrapping_sub(2));
        }
        let start = if apart { series.from } else { first.start };
        (apart || !named) && (start..last.end).any(|at| view.char(at) == '了')
    }
}

/// Whether the words between a series and the mention behind it name the series: 这三件事, 管它叫“三个一次”.
fn names(mention: &Mention<'_>, between: Span<View>) -> bool {
    let Reader { view, cues, .. } = *mention.reader;
    // 老师、民警组成“三必到”小分队: the team is what they make, and has a name for what it does.
    let team = cues.starting(view, mention.outer.end, Roles::NOUN).is_some();
    let name = |at: u32| {
        let marker = cues.ending(view, at, Roles::MARKER_BEFORE).filter(|length| *length > 1);
        let makes = |length: u32| cues.exact(view, Span::new(at - length, at)).any(Roles::COVERS);
        marker.is_some_and(|length| !(team && makes(length)))
            || cues.ending(view, at, Roles::NAMING).is_some()
    };
    view.follows(between.end, '这')
        || before::this(mention)
        || (between.start + 1..=between.end).any(name)
}
