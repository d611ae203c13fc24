//! Tokens over the view, two bytes a unit.
//!
//! ```text
//! units   全    市    培    训    ， 1    0
//! slots   2 n   –     2 v   –     1 x   2 m   –
//! ```
//!
//! The slot at a token's first unit holds its length and tag, the others are empty. So the token at an offset is found
//! without search, the route writes its steps straight into the slots, and a text of one line needs no more than any
//! other. A token of 255 units or more writes its length into the slots of its next four units.

use crate::lexicon::Tag;
use crate::span::{Span, View};

/// One unit of the cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the view.
    pub span: Span<View>,
    /// Its part of speech.
    pub tag: Tag,
}

/// Tokens that partition the view.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    slots: Vec<u16>,
}

/// The length that says: look into the next four slots.
const LONG: u32 = 255;

/// A slot that begins a token; `length` is below [`LONG`].
#[inline(always)]
pub(super) fn slot(length: u32, tag: Tag) -> u16 {
    u16::from_le_bytes([length as u8, tag.0])
}

/// The length in a slot that begins a token of the route.
#[inline(always)]
pub(super) fn step(slot: u16) -> usize {
    usize::from(slot.to_le_bytes()[0])
}

/// Leaves of the steps from every unit those on the way from the first, and empties the other slots.
pub(super) fn keep_route(slots: &mut [u16]) {
    // Slot by slot: to fill the one or two of each word at once is a call that costs more than all else here.
    let mut inside = 0;
    for slot in slots {
        let length = if inside > 0 { inside } else { step(*slot) };
        *slot = if inside > 0 { 0 } else { *slot };
        inside = length.saturating_sub(1);
    }
}

impl Tokens {
    /// No token yet, over `units` units.
    pub(super) fn new(units: u32) -> Self {
        Self { slots: vec![0; units as usize] }
    }

    /// The slots of `span`, for the route to write its steps into.
    pub(super) fn slots(&mut self, span: Span<View>) -> &mut [u16] {
        self.slots.get_mut(span.range()).unwrap_or_default()
    }

    /// Makes `span` a token.
    pub(super) fn put(&mut self, span: Span<View>, tag: Tag) {
        let length = span.len();
        if length == 0 {
            return;
        }
        let mut slots = self.slots(span).iter_mut();
        if let Some(first) = slots.next() {
            *first = slot(length.min(LONG), tag);
        }
        if length >= LONG {
            for (slot, byte) in slots.zip(length.to_le_bytes()) {
                *slot = u16::from_le_bytes([0, byte]);
            }
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.slots.iter().filter(|slot| step(**slot) != 0).count()
    }

    /// The token that holds the unit at `at`; none behind the end.
    pub fn at(&self, at: u32) -> Option<Token> {
        let slots = self.slots.get(..=at as usize)?;
        let start = slots.iter().rposition(|slot| step(*slot) != 0)?;
        self.starting(start as u32)
    }

    /// The token before the one that begins at `start`.
    pub fn before(&self, start: u32) -> Option<Token> {
        self.at(start.checked_sub(1)?)
    }

    /// The tokens from the one that holds `at`, ascending.
    pub fn from(&self, at: u32) -> impl Iterator<Item = Token> + '_ {
        let mut next = self.at(at).map_or(self.slots.len() as u32, |token| token.span.start);
        std::iter::from_fn(move || self.pass(&mut next))
    }

    /// All tokens, ascending.
    pub fn iter(&self) -> impl Iterator<Item = Token> + '_ {
        let mut next = 0;
        std::iter::from_fn(move || {
            let token = self.starting(next)?;
            next = token.span.end;
            Some(token)
        })
    }

    /// The token at `next`, which moves to the one behind. A call: a dozen rules look a few tokens ahead, none at all of them.
    #[inline(never)]
    fn pass(&self, next: &mut u32) -> Option<Token> {
        let token = self.starting(*next)?;
        *next = token.span.end;
        Some(token)
    }

    /// The token whose first unit is `start`.
    #[inline]
    fn starting(&self, start: u32) -> Option<Token> {
        let slots = self.slots.get(start as usize..)?;
        let [length, tag] = slots.first()?.to_le_bytes();
        let length = if u32::from(length) == LONG { long_length(slots) } else { u32::from(length) };
        // An empty slot begins no token; none is met from `at` or at the end of a token.
        (length > 0).then(|| Token { span: Span::new(start, start + length), tag: Tag(tag) })
    }
}

#[cold]
fn long_length(slots: &[u16]) -> u32 {
    let bytes = slots.iter().skip(1).take(4).rev();
    bytes.fold(0, |length, slot| length << 8 | u32::from(slot.to_le_bytes()[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_of_every_length_come_back() {
        let lengths = [1, 2, 254, 255, 256, 1, 70_000, 3];
        let mut tokens = Tokens::new(lengths.iter().sum());
        let mut start = 0;
        for length in lengths {
            tokens.put(Span::new(start, start + length), Tag(length as u8));
            start += length;
        }
        let seen: Vec<(u32, u8)> =
            tokens.iter().map(|token| (token.span.len(), token.tag.0)).collect();
        assert_eq!(seen, lengths.map(|length| (length, length as u8)));
        for token in tokens.iter() {
            assert_eq!(tokens.at(token.span.end - 1), Some(token));
            assert_eq!(tokens.at(token.span.start), Some(token));
        }
        assert_eq!(tokens.at(start), None);
        assert_eq!(tokens.before(3).map(|token| token.span), Some(Span::new(1, 3)));
        assert_eq!(tokens.before(0), None);
    }
}
