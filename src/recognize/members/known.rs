//! The list of the glossary, where the text spells it out itself: then the members have their places.

use super::{Expansion, Mention};
use crate::gather::{Gather as _, Put as _};
use crate::recognize::chars;
use crate::recognize::glossary::stands;
use crate::recognize::slogan::Reader;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// How far from the mention the list may begin.
const REACH: u32 = 1000;
/// What may part two members: 、 or ” “.
const GAP: u32 = 3;
/// Words of the same sentence that may part long ones: 不敢腐的震慑增强，不能腐的笼子扎牢.
const WORDS: u32 = 20;

/// The members of the glossary, in any of their senses, as they stand in the text, one after another.
pub(super) fn members(mention: &Mention<'_>, inner: Span<View>) -> Option<Expansion> {
    let Reader { view, lists, .. } = *mention.reader;
    lists.glossary.senses(view, inner).find_map(|listed| spelled(mention, listed))
}

/// Whether the glossary says what the formula stands for.
pub(super) fn is_listed(mention: &Mention<'_>) -> bool {
    let Reader { view, lists, .. } = *mention.reader;
    lists.glossary.senses(view, mention.inner()).flatten().next().is_some()
}

/// 为农、务农 for 三农: what closes with the one character that is counted, and has nothing of what the glossary says. Without quotation marks
/// 三农 is a word like others, and 懂农业、爱农村、爱农民 only holds it.
pub(super) fn contradicts(mention: &Mention<'_>, found: &Expansion) -> bool {
    let Reader { view, lists, .. } = *mention.reader;
    let [slot] = mention.shape.slots[..] else { return false };
    let listed = || lists.glossary.senses(view, mention.inner()).flatten();
    let closes = found.items.iter().all(|item| view.at(item.end - 1) == view.at(slot.head.start));
    let bare = mention.inner() == mention.outer;
    slot.head.len() == 1
        && (closes || bare)
        && is_listed(mention)
        && !listed().any(|member| found.items.iter().any(|item| stands(view, item.start, member)))
}

/// What is counted may go without saying: 蓝天、碧水、净土 for 三大保卫战.
fn spelled<'l>(mention: &Mention<'_>, listed: impl Iterator<Item = &'l str>) -> Option<Expansion> {
    let listed: Vec<_> = listed.gather();
    in_order(mention, &listed).or_else(|| {
        let [slot] = mention.shape.slots[..] else { return None };
        let head = slot.counted();
        let bare = |member: &&'l str| without(mention.reader.view, head, member);
        in_order(mention, &listed.iter().map(bare).collect::<Option<Vec<_>>>()?)
    })
}

/// `member` without the words of `head` at its end, where something is left.
fn without<'l>(view: ViewText<'_>, head: Span<View>, member: &'l str) -> Option<&'l str> {
    let mut letters = member.char_indices().rev();
    let mut cut = member.len();
    for at in (head.start..head.end).rev() {
        let (place, _) = letters.next().filter(|(_, letter)| *letter == view.char(at))?;
        cut = place;
    }
    member.get(..cut).filter(|rest| !rest.is_empty() && cut < member.len())
}

/// The members of the list, one behind the other.
fn in_order(mention: &Mention<'_>, listed: &[&str]) -> Option<Expansion> {
    let view = mention.reader.view;
    let (first, rest) = listed.split_first()?;
    let opening = first.chars().next()? as u32 as u16;
    let Span { start, end, .. } = mention.outer;
    let behind = Span::new(end, end + REACH);
    let before = Span::new(start.saturating_sub(REACH), start);
    let places = |within: Span<View>| {
        let (mut at, mut rest) = (within.start, view.slice(within));
        std::iter::from_fn(move || {
            let found = rest.iter().position(|unit| *unit == opening)?;
            rest = rest.get(found + 1..)?;
            at += found as u32 + 1;
            Some(at - 1)
        })
    };
    let begins = |at: &u32| stands(view, *at, first);
    places(behind).chain(places(before)).filter(begins).find_map(|start| {
        let mut items = vec![Span::new(start, start + length(first))];
        for member in rest {
            let end = items.last()?.end;
            let gap = match length(member) {
                // 德智体美劳
                1 => 1,
                2 => GAP,
                _ => WORDS,
            };
            let near = view.until(end, end + gap + 1, CharClass::SENTENCE_END);
            let at = (end..near).find(|at| stands(view, *at, member))?;
            // 懂农业、爱农村、爱农民 says what is to be known and loved.
            let joins = |at: u32| !view.class(at).is(CharClass::HAN) || chars::AND.at(view, at);
            if gap == GAP && !(end..at).all(joins) {
                return None;
            }
            items.put(Span::new(at, at + length(member)));
        }
        (items.len() > 1).then(|| Expansion::complete(items))
    })
}

fn length(word: &str) -> u32 {
    word.chars().count() as u32
}
