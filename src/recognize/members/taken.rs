//! The list of the clause before or behind, where nothing else explains the formula: 建起晒场、粮仓、机井，“三件宝贝”….
//!
//! Asked only where no mention has a list by any other sign: that its length is the number and nothing else stands in its clause is
//! one sign, what the items have in common another.

use super::edge;
use super::list::{self, ITEM};
use super::{Expansion, Mention};
use crate::recognize::chars;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::span::{Span, View};
use crate::text::CharClass;

/// Longest word of an owner between the list and the formula: 群众身边的.
const OWNER: u32 = 8;
/// Longest item.
const THING: u32 = 12;
/// How much longer than the shortest the longest item may be.
const SPREAD: u32 = 4;
/// Longest noun between the formula and the comma behind it.
const NOUN: u32 = 5;
/// Length of an item that is a phrase and no thing.
const PHRASE: u32 = 4;

/// The list of the clause before this mention, or of the one behind.
pub(super) fn members(mention: &Mention<'_>) -> Option<Expansion> {
    // 一塘四用 counts by its 四.
    let [ones @ .., slot] = &mention.shape.slots[..] else { return None };
    // 四比, 三送: what is done has to be said in every item.
    let verb = slot.head.len() == 1 && does(mention);
    if verb || slot.count < 2 || ones.iter().any(|one| one.count > 1) {
        return None;
    }
    let wanted = slot.count as usize;
    let before = end(mention).filter(|_| wanted > 2).and_then(|end| items(mention, end, wanted));
    before.and_then(|items| led(mention, items)).or_else(|| behind(mention, wanted))
}

/// Where the list before ends: at a comma, or before 是 in 烤烟、油菜、魔芋是传统的“三大产业”.
fn end(mention: &Mention<'_>) -> Option<u32> {
    let view = mention.reader.view;
    let start = mention.outer.start;
    let mark = mention.reader.page.mark_before(start)?;
    let owner: Span<View> = Span::new(mark + 1, start);
    let han = (owner.start..owner.end).all(|at| view.class(at).is(CharClass::HAN));
    let this = owner.len() <= 2 && view.char(owner.start) == '这';
    let owned =
        owner.is_empty() || this || owner.len() <= OWNER && view.follows(start, '的') && han;
    // 把水质、航标、视频整合起来，打造“三位一体”平台
    let cues = mention.reader.cues;
    let united = cues.ending(view, mention.inner().end, Roles::UNITED).is_some();
    let made = cues.exact(view, owner).any(Roles::LEAD.or(Roles::VERB));
    match view.char(mark) {
        '，' | ',' if united && made => Some(mark),
        '，' | ',' => owned.then_some(mark),
        // ….“三件大事”，他记在心上: the mention opens the next sentence.
        '。' => owner.is_empty().then_some(mark),
        '、' => (owner.start..start).find(|at| view.char(*at) == '是').filter(|_| han),
        _ => None,
    }
}

/// `wanted` items up to `end`, the first with the words before it. 从苗期管护、花期管护到果期管护 is a list too.
fn items(mention: &Mention<'_>, end: u32, wanted: usize) -> Option<Vec<Span<View>>> {
    let view = mention.reader.view;
    let (mut items, goes_on) = list::backward(mention.reader, end, wanted);
    let (first, last) = (*items.first()?, *items.last()?);
    let to = |at: &u32| view.char(*at) == '到';
    if items.len() + 1 == wanted
        && view.char(first.start) == '从'
        && let Some(at) = (last.start + 1..last.end - 1).find(to)
    {
        items.pop();
        items.extend([Span::new(last.start, at), Span::new(at + 1, last.end)]);
        items.first_mut()?.start += 1;
    }
    edge::last(mention.reader, &mut items);
    (!goes_on && items.len() == wanted).then_some(items)
}

/// 设立锅炉班、钳工班、电焊班，“三支尖兵”: a verb opens the list, or it is all that its clause says, and the next clause speaks of nothing
/// but it.
fn led(mention: &Mention<'_>, mut items: Vec<Span<View>>) -> Option<Expansion> {
    let (reader, view) = (mention.reader, mention.reader.view);
    let from = items.first()?.start;
    edge::first(mention, &mut items)?;
    let start = items.first()?.start;
    let led = start > from || view.follows(from, '从');
    let whole = from == 0 || view.class(from - 1).any(CharClass::CLAUSE_END);
    let verbs = || items.iter().all(|item| mention.begins_with_verb(*item));
    let phrases = list::alike(&items) && items.iter().all(|item| item.len() >= PHRASE);
    // 慰问了步兵连、侦察连: what was done once is no name for it.
    let done = chars::ONCE.at(view, start.wrapping_sub(1));
    let built = led && Roles::VERB_BRAND.or(Roles::FOUND).any(reader.verb_before(start));
    // 推动整改、监督、治理贯通，“三位一体”的格局
    let united = reader.cues.ending(view, mention.inner().end, Roles::UNITED).is_some();
    let tied = (items.len() > 3 || phrases || united) && !done && !singles(mention)
        || things(mention) && (built && list::even(&items) || list::alike(&items) && verbs());
    ((led || whole) && tied && near_lengths(&items)).then(|| Expansion::complete(items))
}

/// 带头过“五关”，识图用图、指挥作业、…: a clause behind, perhaps behind the noun, that is nothing but the list.
fn behind(mention: &Mention<'_>, wanted: usize) -> Option<Expansion> {
    let view = mention.reader.view;
    let end = mention.outer.end;
    let comma = (end..=end + NOUN).find(|at| !view.class(*at).is(CharClass::HAN))?;
    if !matches!(view.char(comma), '，' | ',') {
        return None;
    }
    let (mut items, closed_by_etc) = list::forward(mention.reader, comma + 1);
    let stop = items.last()?.end;
    if closed_by_etc || items.len() != wanted || !view.class(stop).any(CharClass::CLAUSE_END) {
        return None;
    }
    list::summed(mention.reader, &mut items, wanted);
    // 开展“三查”，站长、班长、值班员都要签字
    if wanted > 3 {
        edge::last(mention.reader, &mut items);
    }
    let [first, rest @ ..] = &items[..] else { return None };
    let verbs = |items: &[Span<View>]| items.iter().all(|item| mention.begins_with_verb(*item));
    // 修水渠、清河道、建凉亭: a verb of its own in every item.
    if rest.iter().all(|item| item.len() < first.len()) || !verbs(&items) {
        edge::first(mention, &mut items)?;
    }
    let phrases = |least: u32| items.iter().all(|item| item.len() >= least);
    let last = view.class(stop).any(CharClass::SENTENCE_END);
    // 添置“四大件”，床、柜、灶、灯。
    let short = |item: &Span<View>| item.len() < PHRASE;
    let tied = wanted > 2 && phrases(PHRASE) && (last || list::even(&items))
        || wanted > 4 && phrases(PHRASE - 1)
        || comma == end
            && (closed(mention, &items) || wanted > 2 && last && items.iter().all(short));
    // 电工12人、焊工9人: how many there are of each.
    let amount =
        |item: &Span<View>| (item.start..item.end).any(|at| view.char(at).is_ascii_digit());
    let good = tied && near_lengths(&items) && !items.iter().any(amount);
    good.then(|| Expansion::complete(items))
}

/// Whether a verb of one character is all that the formula counts.
fn does(mention: &Mention<'_>) -> bool {
    let Reader { view, cues, .. } = *mention.reader;
    cues.of(view.at(mention.inner().end - 1)).any(Roles::MORPHEME)
}

/// Whether what is counted is one each time: 四个一, which every item has to say.
fn singles(mention: &Mention<'_>) -> bool {
    mention.reader.view.char(mention.inner().end - 1) == '一'
}

/// Whether the formula counts things, by a classifier of their own: 三项, 四支; 个 counts anything, but 三个环节 are parts of one thing.
fn things(mention: &Mention<'_>) -> bool {
    let [slot] = mention.shape.slots[..] else { return false };
    let noun = slot.head.len() - slot.classifier;
    let counted = if slot.classifier > 0 { noun > 1 } else { noun == 2 };
    let Reader { view, cues, .. } = *mention.reader;
    let named = Span::new(slot.head.start + 1, slot.head.end);
    let parts = || cues.exact(view, named).any(Roles::CLASSIFIER);
    counted && (view.char(slot.head.start) != '个' || parts())
}

/// 学习星、勤劳星、和睦星，“三颗星”: every item closes with what is counted.
fn closed(mention: &Mention<'_>, items: &[Span<View>]) -> bool {
    let view = mention.reader.view;
    let counted = view.at(mention.inner().end - 1);
    items.iter().all(|item| item.len() > 1 && view.at(item.end - 1) == counted)
}

/// Whether the items can be of one list.
fn near_lengths(items: &[Span<View>]) -> bool {
    let lengths = || items.iter().map(|item| item.len());
    let (least, most) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
    least > 0 && most <= THING.min(ITEM) && most - least <= SPREAD
}
