//! Parts of speech: the lexicon's, or a guess from the characters.
//!
//! The guess cuts the word once more, with states that know tags; the longest piece decides, of equal ones the last.
#![expect(
    clippy::float_arithmetic,
    reason = "probabilities are logarithms, and the order of sums counts"
)]

use super::is_han;
use crate::lexicon::{Jieba, State, Tag, TagModel};

/// The part of speech of the token `characters`.
pub(super) fn tag(characters: &[char], lexicon: &Jieba) -> Tag {
    lexicon.found(characters).map_or_else(|| unknown(characters, lexicon), |word| word.tag)
}

fn unknown(characters: &[char], lexicon: &Jieba) -> Tag {
    let written = characters.iter().filter(|character| character.is_ascii_alphanumeric()).count();
    let digits = characters.iter().filter(|character| character.is_ascii_digit()).count();
    if written > 0 {
        return if written == digits { Tag::NUMBER } else { Tag::LATIN };
    }
    let han = characters.iter().any(|character| is_han(*character));
    let model = lexicon.tag_model().filter(|_| han);
    model.and_then(|model| guess(characters, model)).unwrap_or(Tag::PUNCTUATION)
}

fn guess(characters: &[char], model: &TagModel) -> Option<Tag> {
    let states = match characters {
        [character] => vec![single(*character, model)?],
        _ => states(characters, model)?,
    };
    let mut longest = (0, Tag::PUNCTUATION);
    let mut length = 0;
    for (character, state) in characters.iter().zip(states) {
        length += character.len_utf8();
        if state.ends() {
            if length >= longest.0 {
                longest = (length, model.tag(state));
            }
            length = 0;
        }
    }
    Some(longest.1)
}

/// The likeliest state of a word of one character; of equal ones the last.
fn single(character: char, model: &TagModel) -> Option<State> {
    let mut best = (f64::NEG_INFINITY, None);
    for (state, emission) in model.emissions(character) {
        let logarithm = model.start(*state) + emission;
        if state.is_single() && logarithm > f64::NEG_INFINITY && logarithm >= best.0 {
            best = (logarithm, Some(*state));
        }
    }
    best.1
}

/// States a character may be in, with the logarithm of the likeliest way there, rising.
type Reached = Vec<(State, f64)>;

/// The likeliest states of `characters`; none where no way leads through them. Of equal ways the first counts.
fn states(characters: &[char], model: &TagModel) -> Option<Vec<State>> {
    // For each character the states it may be in, and which of those before leads to each.
    let mut ways: Vec<(State, u8)> = Vec::new();
    let mut starts = Vec::with_capacity(characters.len());
    let (mut before, mut reached) = (Reached::new(), Reached::new());
    for character in characters {
        let first = starts.is_empty();
        let open = before.partition_point(|(state, _)| !state.ends());
        starts.push(ways.len());
        reached.clear();
        for (state, emission) in model.emissions(*character) {
            let way = if first {
                Some((0, model.start(*state) + emission))
            } else {
                likeliest(&before, open, (*state, *emission), model)
            };
            if let Some((at, logarithm)) = way.filter(|(_, way)| *way > f64::NEG_INFINITY) {
                ways.push((*state, at as u8));
                reached.push((*state, logarithm));
            }
        }
        std::mem::swap(&mut before, &mut reached);
    }
    let ends = before.iter().map(
        |(state, logarithm)| {
            if state.ends() { *logarithm } else { f64::NEG_INFINITY }
        },
    );
    let mut at = best(ends)?.0;
    let mut states = Vec::with_capacity(characters.len());
    for start in starts.into_iter().rev() {
        let (state, before) = ways.get(start + at)?;
        states.push(*state);
        at = usize::from(*before);
    }
    states.reverse();
    Some(states)
}

/// The way to `state` from those before, the first `open` of which are in the midst of a word.
fn likeliest(
    before: &Reached,
    open: usize,
    (state, emission): (State, f64),
    model: &TagModel,
) -> Option<(usize, f64)> {
    let (midst, ends) = before.split_at_checked(open)?;
    let (from, places) = if state.goes_on() { (midst, 0) } else { (ends, open) };
    let transitions = model.transitions(state);
    let ways = from.iter().map(|(last, way)| way + transitions.from(*last) + emission);
    best(ways).map(|(at, way)| (places + at, way))
}

/// Place and value of the highest; of equal ones the first. What can never be is passed over.
fn best(logarithms: impl Iterator<Item = f64>) -> Option<(usize, f64)> {
    let mut best = None;
    let mut highest = f64::NEG_INFINITY;
    for (at, logarithm) in logarithms.enumerate() {
        if logarithm > highest {
            highest = logarithm;
            best = Some((at, logarithm));
        }
    }
    best
}
