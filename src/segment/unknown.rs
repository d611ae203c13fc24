//! Words nobody listed, put together from characters: two that often begin and end words, surname and given name,
//! transliterations. Each only where the lexicon has nothing of that length, so that a removed word stays away too.

use super::route::{Best, Lengths, NAT};
use crate::lexicon::{Character, Tag, cost};

/// What it costs to make a word of two characters.
const PAIR: i32 = cost::PAIR as i32 * NAT;
/// A surname with a given name of two characters.
const NAME_OF_THREE: i32 = 7 * NAT;
/// A surname with a given name of one.
const NAME_OF_TWO: i32 = 8 * NAT;
/// A transliteration, before its characters.
const TRANSLITERATION: i32 = 6 * NAT;
/// Shortest and longest transliteration.
const SHORTEST: usize = 3;
const LONGEST: usize = 8;

/// The cost in a table's byte: nats plus one.
#[inline(always)]
fn nats(byte: u8) -> i32 {
    (i32::from(byte) - 1) * NAT
}

/// The edges from `first`; `following` gives the characters behind it, `reach` says how many there are with it.
#[inline(always)]
pub(super) fn edges<'l>(
    first: &Character,
    following: impl Fn(usize) -> &'l Character,
    reach: usize,
    known: Lengths,
    best: &mut Best<'_>,
) {
    if reach < 2 {
        return;
    }
    let one = first.unknown;
    let two = following(1).unknown;
    if one.begin != 0 && two.end != 0 && !known.has(2) {
        best.add(2, PAIR + nats(one.begin) + nats(two.end), Tag::NOUN);
    }
    if one.surname != 0 {
        if two.given_first != 0 && reach >= 3 && !known.has(3) {
            let last = following(2).unknown.given_last;
            if last != 0 {
                best.add(
                    3,
                    NAME_OF_THREE + nats(one.surname) + nats(two.given_first) + nats(last),
                    Tag::NAME,
                );
            }
        }
        if two.given_last != 0 && !known.has(2) {
            best.add(2, NAME_OF_TWO + nats(one.surname) + nats(two.given_last), Tag::NAME);
        }
    }
    if one.transliteration != 0 && two.transliteration != 0 {
        transliteration(nats(one.transliteration) - NAT, following, reach, known, best);
    }
}

/// Runs of characters that transliterate; each makes the run a nat cheaper than its table says. What ends no word ends none of them:
/// 因 in 海因里希, but 哈韦尔/因.
#[inline(always)]
fn transliteration<'l>(
    first: i32,
    following: impl Fn(usize) -> &'l Character,
    reach: usize,
    known: Lengths,
    best: &mut Best<'_>,
) {
    let mut cost = TRANSLITERATION + first;
    for at in 1..reach.min(LONGEST) {
        let here = following(at).unknown;
        if here.transliteration == 0 {
            return;
        }
        cost += nats(here.transliteration) - NAT;
        let length = at + 1;
        if length >= SHORTEST && here.end != 0 && !known.removed(length) {
            best.add(length, cost, Tag::TRANSLITERATION);
        }
    }
}
