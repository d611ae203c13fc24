//! Members with prose between them, told one by one by the words that the formula counts: “三长”…河长每周巡查，检察长发函督促，最忙的是警长.

use super::{Expansion, Mention, heads, list, sentence};
use crate::gather::Put as _;
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::span::{Span, View};
use crate::text::CharClass;

/// How far behind the mention the first may end.
const FIRST: u32 = 40;
/// How far behind the one before it each other may end.
const NEXT: u32 = 80;
/// How far behind the mention a paragraph may end that only names it.
const NAMED: u32 = 8;
/// Longest member.
const WORD: u32 = 10;
/// Longest clause that only holds it.
const SHORT: u32 = 5;
/// How much longer than the shortest the longest may be.
const SPREAD: u32 = 4;

/// Finds the first member of a piece of text that has these words of the formula.
type Find = fn(&Reader<'_>, Span<View>, Span<View>) -> Option<Span<View>>;

/// The members, where there are exactly as many as the formula says, all closing with what is counted or all opening with it.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    let (slots, total) = (&mention.shape.slots, mention.shape.total());
    let (far, Span { start, end, .. }) = (NEXT * total, mention.outer);
    let before = Span::new(start.saturating_sub(sentence::REACH + WORD), start);
    // Nearly nowhere is what is counted said so often.
    if total < 3 || !mention.may_say(Span::new(end, end + far)) && !mention.may_say(before) {
        return None;
    }
    let heads = mention.per_member(&|slot| heads::counted(mention, slot));
    if heads.iter().any(|head| head.is_empty()) {
        return None;
    }
    let pieces = pieces(mention, far)?;
    let names = mention.per_member(&|slot| slot.counted());
    let things = names.iter().all(|name| is_thing(mention.reader, *name));
    let from = mention.outer.end;
    let told = |pieces: &[Span<View>], from, heads: &[Span<View>], find| {
        told(mention, pieces, from, heads, find)
    };
    let closed = told(&pieces, from, &names, if things { closing } else { ending });
    let further: Option<Find> = match (things, slots.len()) {
        (true, _) => None,
        (false, 1) => Some(holding),
        (false, _) => Some(mixed),
    };
    closed
        .or_else(|| told(&pieces, from, &heads, opening))
        .or_else(|| told(&pieces, from, &heads, further?))
        .or_else(|| {
            let before = sentence::earlier(mention, 1);
            told(&before, before.first()?.start, &names, ending).filter(|_| !things)
        })
}

/// One word for each of `heads`, in this paragraph; `None` where another goes on with the last of them.
fn told(
    mention: &Mention<'_>,
    pieces: &[Span<View>],
    from: u32,
    heads: &[Span<View>],
    find: Find,
) -> Option<Expansion> {
    let Reader { view, .. } = *mention.reader;
    let (mut end, mut reach) = (from, FIRST);
    let mut items: Vec<Span<View>> = Vec::new();
    for mut piece in pieces.iter().copied() {
        if piece.start > end + reach {
            break;
        }
        let next = |items: &[Span<View>], piece| {
            let head = heads.get(items.len()).or(heads.last())?;
            find(mention.reader, piece, *head)
        };
        while let Some(item) = next(&items, piece) {
            piece = Span::new(item.end, piece.end);
            let again = items.iter().any(|other| view.slice(*other) == view.slice(item));
            if !again && item.end <= end + reach {
                (end, reach) = (item.end, NEXT);
                items.put(item);
            }
        }
    }
    let even = mention.shape.shares(&mut items).all(|(_, own)| {
        let (least, most) = list::lengths(own);
        most - least <= SPREAD
    });
    (items.len() == heads.len() && even).then(|| Expansion::complete(items))
}

/// What stands between the marks of the paragraph, so far behind the mention.
fn pieces(mention: &Mention<'_>, far: u32) -> Option<Vec<Span<View>>> {
    let Reader { view, page, .. } = *mention.reader;
    let from = mention.outer.end;
    let mut start = from;
    let mut pieces = Vec::new();
    for mark in page.marks_in(Span::new(from, from + far)) {
        // 推行“三会”制度以来，会议少了: what came of it.
        if start == from && chars::SINCE_THEN.at(view, mark.wrapping_sub(1)) {
            return None;
        }
        pieces.put(Span::new(start.min(mark), mark));
        start = mark + 1;
        if view.class(mark).any(CharClass::LINE_BREAK) && mark > from + NAMED {
            break;
        }
    }
    Some(pieces)
}

/// Whether `head` names things: 书, 员, 平台.
pub(super) fn is_thing(reader: &Reader<'_>, head: Span<View>) -> bool {
    let Reader { view, cues, .. } = *reader;
    let (last, classifier) = (head.end.wrapping_sub(1), head.start.wrapping_sub(1));
    // 三本账, 两张图: with a classifier of its own.
    let counted = || {
        let classified = cues.exact(view, Span::new(classifier, head.start)).any(Roles::CLASSIFIER);
        let plain = view.char(classifier) == '个' || chars::GROUP.at(view, classifier);
        classified && !plain && view.class(classifier.wrapping_sub(1)).any(CharClass::NUMERAL)
    };
    cues.ending(view, head.end, Roles::SUFFIX).is_some()
        || cues.exact(view, head).any(Roles::NOUN)
        || head.len() == 1 && chars::THING.at(view, last)
        || counted()
}

/// 把一纸建议书 → 建议书: a thing, from the last word that may stand before it.
pub(super) fn closing(
    reader: &Reader<'_>,
    piece: Span<View>,
    head: Span<View>,
) -> Option<Span<View>> {
    let Reader { view, cues, .. } = *reader;
    let words = view.slice(head);
    let first = view.place(piece, words).filter(|_| is_thing(reader, head))?;
    // 党员做政策的宣传员
    let last = piece.end - head.len();
    let at = if view.closes(piece, words) { last } else { piece.start + first };
    let end = at + head.len();
    let words = Roles::LEAD.or(Roles::VERB).or(Roles::MORE);
    let led = |from: u32| {
        let word =
            cues.ending(view, from, words).is_some_and(|length| piece.start + length <= from);
        let before = view.at(from - 1);
        let sets = [chars::AND, chars::IS, chars::BROUGHT, chars::TAKING];
        word || cues.of(before).any(Roles::OPENER)
            || sets.iter().any(|set| set.hold(before))
            || view.char(from - 1) == '的'
    };
    let low = piece.start.max(end.saturating_sub(WORD));
    let from = (low..at).rev().find(|from| *from == piece.start || led(*from))?;
    // 一纸建议书, but no 一庭
    let one = if view.char(from) == '一' && end > from + 3 { 2 } else { 0 };
    // 每月开一次晨会
    let counts = view.find(from + one, at, CharClass::NUMERAL).is_some();
    let counted = counts || view.char(from) == '第';
    (one > 0 || !counted).then(|| Span::new(from + one, end))
}

/// 还有不搞一阵风: all of the piece, behind what joins it to the one before.
fn opening(reader: &Reader<'_>, piece: Span<View>, head: Span<View>) -> Option<Span<View>> {
    let Reader { view, cues, .. } = *reader;
    let more = cues.starting(view, piece.start, Roles::MORE.or(Roles::OPENER)).unwrap_or(0);
    let opens = |from: &u32| view.opens(Span::new(*from, piece.end), view.slice(head));
    let from = [piece.start, piece.start + more].into_iter().find(opens)?;
    let item = Span::new(from, piece.end);
    (item.len() <= WORD && item.len() > head.len()).then_some(item)
}

/// 停电前，通知送到户；来电后，电话回到户: all of a clause that closes with what is counted.
fn ending(reader: &Reader<'_>, piece: Span<View>, head: Span<View>) -> Option<Span<View>> {
    let view = reader.view;
    let own = head.len() > 1 && view.closes(piece, view.slice(head));
    (own && (head.len() + 1..=WORD).contains(&piece.len())).then_some(piece)
}

/// 到一线去, 在一线解: all of a short clause that holds a word of what is counted.
fn holding(reader: &Reader<'_>, piece: Span<View>, head: Span<View>) -> Option<Span<View>> {
    let view = reader.view;
    let ends = view.class(piece.end).any(CharClass::SENTENCE_END) || view.char(piece.end) == ';';
    let at = view.place(piece, view.slice(head)).filter(|_| head.len() > 1)?;
    (at > 0 && ends && piece.len() <= WORD).then_some(piece)
}

/// 知姓名、…；后一样只有四个字，当天办结 for 四知一办: a clause that opens with what is counted, or a short one that holds it.
fn mixed(reader: &Reader<'_>, piece: Span<View>, head: Span<View>) -> Option<Span<View>> {
    let view = reader.view;
    let holds = || view.place(piece, view.slice(head)).filter(|_| piece.len() <= SHORT);
    opening(reader, piece, head).or_else(|| holds().map(|_| piece))
}
