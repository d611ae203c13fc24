//! A mention of a formula, and a list that may explain it.

use super::edge;
use crate::annotation::MemberStatus;
use crate::gather::Put as _;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Shape, Slot, Sort};
use crate::recognize::slogan::structure::OPEN;
use crate::span::{Span, View};

/// How far from the beginning of an item a head of one character may stand: 变 in 资金变股金.
const OPENING: usize = 3;

/// A mention of a formula, with what its own form says.
pub(super) struct Mention<'r> {
    pub(super) reader: &'r Reader<'r>,
    /// With quotation marks, where it has them.
    pub(super) outer: Span<View>,
    pub(super) shape: &'r Shape,
}

impl Mention<'_> {
    /// For each member what `of` finds in its numeral.
    #[inline(never)]
    pub(super) fn per_member(&self, of: &dyn Fn(&Slot) -> Span<View>) -> Vec<Span<View>> {
        let mut all = Vec::new();
        for slot in &self.shape.slots {
            (0..slot.count).for_each(|_| all.put(of(slot)));
        }
        all
    }

    /// Whether `items` are as many as the formula says.
    pub(super) fn counts(&self, items: &[Span<View>]) -> bool {
        let number = match self.counts_characters() {
            true => items.iter().map(|item| item.len()).sum(),
            false => items.len() as u32,
        };
        self.shape.total() == number || self.counts_pairs(items)
    }

    /// 五字诀, 八字方针.
    pub(super) fn counts_characters(&self) -> bool {
        let view = self.reader.view;
        matches!(self.shape.slots[..], [slot] if slot.head.len() + slot.count > 4 && view.char(slot.head.start) == '字')
    }

    /// 三先三后 ↔ 先治沟后治坡、先灌木后乔木、先固沙后造林: one number twice, and every item with both heads; 三带三不带 has one that holds
    /// the other.
    pub(super) fn counts_pairs(&self, items: &[Span<View>]) -> bool {
        let slots = &self.shape.slots;
        let view = self.reader.view;
        let within = |two: &[Slot]| matches!(two, [a, b] if view.place(b.counted(), view.slice(a.counted())).is_some());
        slots.len() > 1
            && slots.iter().all(|slot| slot.count as usize == items.len())
            && !slots.windows(2).any(within)
            && items.iter().all(|item| self.every_head_in(*item))
    }

    /// The words without quotation marks.
    pub(super) fn inner(&self) -> Span<View> {
        let quoted = u32::from(self.reader.view.at(self.outer.start) == OPEN);
        Span::new(self.outer.start + quoted, self.outer.end - quoted)
    }

    /// What a list is that has all that is counted: where a place is open, there may be more.
    pub(super) fn whole(&self) -> MemberStatus {
        if self.shape.open { MemberStatus::Open } else { MemberStatus::Complete }
    }

    /// Whether a list is to be looked for at all: a code counts nothing in words.
    pub(super) fn is_countable(&self) -> bool {
        self.shape.sort != Sort::Code
    }

    /// Whether `words` hold the last character of what each numeral counts as often as it counts: else no list there says it in every item.
    pub(super) fn may_say(&self, words: Span<View>) -> bool {
        let view = self.reader.view;
        self.shape.slots.iter().all(|slot| {
            let last = view.before(slot.head.end);
            let said = view.slice(words).iter().filter(|unit| **unit == last).count();
            said >= slot.count as usize
        })
    }

    /// Whether every item holds the words that the formula counts: 包 in 包宣传、包排查、包整改 for 三包.
    pub(super) fn heads_in(&self, items: &[Span<View>]) -> bool {
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
    pub(super) fn every_head_in(&self, item: Span<View>) -> bool {
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
    pub(super) fn is_formula(&self, item: Span<View>) -> bool {
        let Reader { view, cues, lists, .. } = *self.reader;
        // 双语 and 双语窗口 are words.
        let word = view.char(item.start) == '双' && item.len() != 3;
        // 五金 too.
        let word = word || item.len() == 2 && view.at(item.start.wrapping_sub(1)) != OPEN;
        let formed = formula::parse(view, item, cues);
        formed.is_some_and(|shape| !word || shape.slots.len() > 1) || lists.is_formula(view, item)
    }

    /// Whether `item` is a phrase that a verb opens; a word of two characters (学生) is a thing.
    pub(super) fn begins_with_verb(&self, item: Span<View>) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        let one = cues.of(view.at(item.start)).any(Roles::MORPHEME);
        let verb = one || edge::led(self.reader, item.start) > 0;
        verb && item.len() > 2
    }
}

/// Whether one character of `head` stands in all of `items`.
pub(super) fn holds_one<'t>(
    head: &[u16],
    mut items: impl Iterator<Item = &'t [u16]> + Clone,
) -> bool {
    head.iter().any(|unit| items.clone().all(|item| item.contains(unit))) && items.next().is_some()
}

/// A list that explains a formula.
#[derive(Clone, Debug)]
pub(super) struct Expansion {
    pub(super) items: Vec<Span<View>>,
    pub(super) status: MemberStatus,
}

impl Expansion {
    pub(super) fn complete(items: Vec<Span<View>>) -> Self {
        Self { items, status: MemberStatus::Complete }
    }

    /// The better the smaller.
    pub(super) fn rank(&self) -> u8 {
        match self.status {
            MemberStatus::Complete => 0,
            MemberStatus::Open => 1,
            MemberStatus::Partial => 2,
            MemberStatus::Mismatch => 3,
            MemberStatus::None => 4,
        }
    }
}
