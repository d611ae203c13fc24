//! What the route leaves as single characters: Han ones are cut by the model, digits and letters joined by `. _ -`.
#![expect(
    clippy::float_arithmetic,
    reason = "probabilities are logarithms, and the order of sums counts"
)]

use super::is_connector;
use crate::lexicon::{FIRST, Hmm, LAST};

/// The states from which each is reached; of two equally likely ones the second counts.
const BEFORE: [[usize; 2]; 4] = [[1, 3], [0, 2], [0, 2], [1, 3]];
const END: usize = 1;
const SINGLE: usize = 3;

/// For each character a bit a state: from which of [`BEFORE`] it is reached. Kept between runs.
#[derive(Default)]
pub(super) struct Backward(Vec<u8>);

/// Calls `sink` with the pieces of `run`.
pub(super) fn cut<'r>(
    run: &'r [char],
    model: &Hmm,
    backward: &mut Backward,
    mut sink: impl FnMut(&'r [char]),
) {
    let known = |character: &char| (FIRST..=LAST).contains(&u32::from(*character));
    for stretch in run.chunk_by(|a, b| known(a) == known(b)) {
        if !stretch.first().is_some_and(known) {
            written(stretch, &mut sink);
        } else if stretch.len() == 1 {
            sink(stretch);
        } else {
            viterbi(stretch, model, &mut backward.0, &mut sink);
        }
    }
}

/// The likeliest states of `run`, and the pieces they make.
#[expect(clippy::indexing_slicing, reason = "states are below four")]
fn viterbi<'r>(
    run: &'r [char],
    model: &Hmm,
    backward: &mut Vec<u8>,
    sink: &mut impl FnMut(&'r [char]),
) {
    backward.clear();
    let mut before = [0.0; 4];
    for (at, character) in run.iter().enumerate() {
        let emissions = model.emissions(*character);
        let (mut now, mut bits) = ([0.0; 4], 0);
        for state in 0..4 {
            let [first, second] = BEFORE[state];
            now[state] = if at == 0 {
                model.start[state] + emissions[state]
            } else {
                let first = before[first] + model.transitions[first][state] + emissions[state];
                let second = before[second] + model.transitions[second][state] + emissions[state];
                bits |= u8::from(first <= second) << state;
                if first > second { first } else { second }
            };
        }
        backward.push(bits);
        before = now;
    }
    let mut state = if before[END] > before[SINGLE] { END } else { SINGLE };
    for slot in backward.iter_mut().rev() {
        let second = usize::from(*slot >> state & 1);
        *slot = state as u8;
        state = BEFORE[state][second];
    }
    let ends = |state: &u8| matches!(usize::from(*state), END | SINGLE);
    let mut rest = run;
    for piece in backward.split_inclusive(ends) {
        let (piece, behind) = rest.split_at_checked(piece.len()).unwrap_or((rest, &[]));
        sink(piece);
        rest = behind;
    }
}

/// Digits and letters, joined by a mark between them, with a per cent sign behind; what lies between is one piece.
fn written<'r>(run: &'r [char], sink: &mut impl FnMut(&'r [char])) {
    let mut rest = run;
    while !rest.is_empty() {
        let is_written = |at: usize| rest.get(at).is_some_and(char::is_ascii_alphanumeric);
        let mut end = rest.iter().position(char::is_ascii_alphanumeric).unwrap_or(rest.len());
        if end == 0 {
            loop {
                while is_written(end) {
                    end += 1;
                }
                if !(rest.get(end).is_some_and(|mark| is_connector(*mark)) && is_written(end + 1)) {
                    break;
                }
                end += 1;
            }
            end += usize::from(rest.get(end) == Some(&'%'));
        }
        let (piece, behind) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        sink(piece);
        rest = behind;
    }
}
