//! Quoted names and digits that are formulas, since the list that they count stands beside them: 红色三员：甲当宣传员，乙当….

use super::headings::Headings;
use super::shape::shape;
use super::{Expansion, Mention, expansion, figures, spelled, taken_up};
use crate::annotation::{Slogan, SloganKind};
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Shape, Sort};
use crate::recognize::slogan::frame;
use crate::span::{Span, View};
use crate::text::CharClass;

/// How far behind the name that may begin which is said of its first numeral.
const NEAR: u32 = 8;

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
        figures::figures(&mention, false).is_some() || spelled::is_named(&mention)
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
    // “一减一免”：减的是摊位费，免的是卫生费
    let near = mention.outer.end + NEAR;
    // “一唱一和”，唱的是小王
    let idiom = || reader.lists.other_at(reader.view, span.start) >= span.len();
    let marked = ones && !reader.view.class(mention.outer.end).is(CharClass::HAN) && !idiom();
    let near = |found: Expansion| found.items.first().is_some_and(|first| first.start < near);
    let spelled_out = || marked && spelled::members(&mention).is_some_and(near);
    let found = expansion(&mention, &Headings::default());
    found.is_some_and(|found| found.rank() == 0 && (own(&found.items) || spelled_out()))
        || taken_up(&mention).is_some_and(|found| {
            let framed = frame::shared(reader.view, &found.items).is_some();
            found.items.len() > 3 || found.items.len() > 2 && framed
        })
}

/// Whether a marker ties the list to the name, or every item begins with a verb: 党员、团员 may as well come to what is named.
fn tells(mention: &Mention<'_>, items: &[Span<View>]) -> bool {
    let Reader { view, cues, .. } = *mention.reader;
    let Some(first) = items.first() else { return false };
    // 盯住“五时”。五时者，黎明时、…
    let again = Span::new(mention.outer.end, first.start.max(mention.outer.end));
    if view.place(again, view.slice(mention.inner())).is_some() {
        return true;
    }
    let sentence = |at: &u32| !view.class(*at).any(CharClass::SENTENCE_END);
    let mut between = (mention.outer.end..first.start).take_while(sentence);
    between.any(|at| matches!(view.char(at), ':' | '—' | '('))
        || cues.ending(view, first.start, Roles::MARKER_AFTER).is_some()
        || items.iter().all(|item| mention.begins_with_verb(*item))
        // 防火，…；防虫，…; 防盗，…: prose stands between.
        || items.iter().all(|item| cues.of(view.at(item.start)).any(Roles::MORPHEME))
            && items.windows(2).all(|two| matches!(two, [a, b] if a.end + 1 < b.start))
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
