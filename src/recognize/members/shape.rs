//! The shape of a formula as its members are to be counted.

use crate::recognize::slogan::Reader;
use crate::recognize::slogan::cues::Roles;
use crate::recognize::slogan::formula::{self, Shape, Slot, Sort};
use crate::span::{Span, View};

/// The shape of a formula, or of its words from the numeral on: 三员 in 红色三员.
pub(super) fn shape(reader: &Reader<'_>, span: Span<View>) -> Option<Shape> {
    let Reader { view, cues, .. } = *reader;
    let counts = |at: &u32| formula::numeral(view, *at).is_some_and(|found| found.0 > 1);
    let later = || (span.start + 1..span.end).find(counts);
    let from = |at| formula::parse(view, Span::new(at, span.end), cues);
    let ones = || formula::one_each(view, span, cues);
    let letters = || lettered(reader, span);
    let mut shape = from(span.start).or_else(|| from(later()?)).or_else(ones).or_else(letters)?;
    // 四市战略: what is counted stands before the noun of schemes.
    if let [slot] = shape.slots.as_mut_slice() {
        // 四个一活动
        let ones = view.char(slot.counted().start) == '一';
        let roles = if ones { Roles::NOUN } else { Roles::NOUN_FORMULA };
        let noun = cues.ending(view, slot.head.end, roles);
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
