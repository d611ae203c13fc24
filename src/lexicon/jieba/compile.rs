//! The writer of jieba's lexicon: its dictionary and model in, bytes out.

use super::format::{MAGIC, VERSION};
use super::hmm::{DECIMALS, FIRST, LAST, NEVER, SET};
use super::logarithm::steps;
use crate::lexicon::LONGEST;
use crate::lexicon::compile::Unwritable;
use crate::lexicon::layout::{
    Layout, half_octaves, ids, order_alphabet, order_names, plain, spelled,
};
use crate::lexicon::write::{file, head, write_halves, write_names, write_rising};
use std::collections::{BTreeMap, BTreeSet};

/// A line of the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The word: at least one character, all of the Basic Multilingual Plane.
    pub word: String,
    /// How often it occurs.
    pub frequency: u32,
    /// The name of its tag.
    pub tag: String,
}

/// The hidden Markov model, in logarithms; states are begin, end, middle, single.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Of each state at the beginning.
    pub start: [f64; 4],
    /// From each state to each.
    pub transitions: [[f64; 4]; 4],
    /// What each state makes of a character, six decimals; others it never makes.
    pub emissions: [BTreeMap<char, f64>; 4],
}

/// The file for `entries`, which jieba reads in this order: of equal words the first one's tag and the last one's frequency count.
pub fn compile(entries: &[Entry], model: &Model) -> Result<Vec<u8>, Unwritable> {
    let words = words_of(entries)?;
    let alphabet =
        order_alphabet(words.keys().map(Vec::as_slice), std::iter::empty(), half_octaves)?;
    let tags = order_names(words.values().map(|(_, tag)| *tag))?;
    let frequencies: BTreeSet<u32> = words.values().map(|(frequency, _)| *frequency).collect();
    let frequencies: Vec<u32> = frequencies.into_iter().collect();
    let total: u64 = words.values().map(|(frequency, _)| u64::from(*frequency)).sum();
    let total = u32::try_from(total).map_err(|_| Unwritable::Weights)?;
    let ids = ids(&alphabet);
    let words: Words<'_> =
        words.iter().map(|(units, word)| (spelled(units, &ids), *word)).collect();
    let (surfaces, words): (Vec<_>, Vec<_>) = words.into_iter().unzip();
    let layout = Layout::new(&surfaces);
    let (forms, large) = layout.forms(plain);
    let counts = [
        large.len(),
        alphabet.len(),
        layout.labels.len(),
        layout.roots as usize,
        words.len(),
        frequencies.len(),
        tags.len(),
        total as usize,
    ];
    let mut body = head(counts, &large, &alphabet);
    write_halves(&mut body, &layout.labels);
    let endings = || layout.words.iter().flatten().filter_map(|at| words.get(*at));
    let weight = |frequency| frequencies.binary_search(frequency).map_or(0, |at| at as u16 + 1);
    let weights: Vec<u16> = endings().map(|(frequency, _)| weight(frequency)).collect();
    write_halves(&mut body, &weights);
    body.extend(forms);
    let tag = |name| tags.iter().position(|other| *other == name).unwrap_or(0) as u8;
    body.extend(endings().map(|(_, name)| tag(*name)));
    write_frequencies(&mut body, &frequencies, total)?;
    write_model(&mut body, model)?;
    write_names(&mut body, &tags);
    Ok(file(MAGIC, VERSION, body))
}

/// Frequency and tag of each word.
type Words<'e> = BTreeMap<Vec<u16>, (u32, &'e str)>;

fn words_of(entries: &[Entry]) -> Result<Words<'_>, Unwritable> {
    let mut words = Words::new();
    for Entry { word, frequency, tag } in entries {
        let units: Vec<u16> = word.encode_utf16().collect();
        if units.is_empty() {
            return Err(Unwritable::EmptyWord);
        }
        if units.len() != word.chars().count() || units.len() > LONGEST {
            return Err(Unwritable::Alphabet);
        }
        words.entry(units).or_insert((0, tag)).0 = (*frequency).max(1);
    }
    Ok(words)
}

/// The frequencies, and how far ours are from the logarithms of these and of the total.
fn write_frequencies(
    body: &mut Vec<u8>,
    frequencies: &[u32],
    total: u32,
) -> Result<(), Unwritable> {
    write_rising(body, frequencies.iter().copied())?;
    for number in frequencies.iter().chain([&total]) {
        let number = f64::from(*number);
        body.push(steps(number, number.ln()).ok_or(Unwritable::Weights)?);
    }
    Ok(())
}

fn write_model(body: &mut Vec<u8>, model: &Model) -> Result<(), Unwritable> {
    let numbers = model.start.iter().chain(model.transitions.iter().flatten());
    body.extend(numbers.flat_map(|number| number.to_le_bytes()));
    let range = |character: &&char| (FIRST..=LAST).contains(&u32::from(**character));
    let known: BTreeSet<char> =
        model.emissions.iter().flat_map(BTreeMap::keys).filter(range).copied().collect();
    let mut set = vec![0_u8; SET];
    for character in &known {
        let at = u32::from(*character) - FIRST;
        if let Some(bits) = set.get_mut(at as usize / 8) {
            *bits |= 1 << (at % 8);
        }
    }
    body.extend(set);
    for emissions in &model.emissions {
        let of = |character: &char| emissions.get(character).filter(|value| **value > NEVER);
        let values = known.iter().filter_map(of).map(|value| written(*value));
        let values: BTreeSet<u32> = values.collect::<Result<_, _>>()?;
        let values: Vec<u32> = values.into_iter().collect();
        body.extend((values.len() as u32).to_le_bytes());
        write_rising(body, values.iter().copied())?;
        let place = |value: &f64| {
            written(*value).map(|value| {
                values.binary_search(&value).map_or(0, |at| (values.len() - at) as u16)
            })
        };
        let places: Vec<u16> = known
            .iter()
            .map(|character| of(character).map_or(Ok(0), place))
            .collect::<Result<_, _>>()?;
        write_halves(body, &places);
    }
    Ok(())
}

/// The decimals of a negative logarithm as a whole number, where that says it exactly.
#[expect(clippy::float_arithmetic, reason = "it is decimals that are written")]
fn written(value: f64) -> Result<u32, Unwritable> {
    let whole = (-value * DECIMALS).round() as u32;
    let exact = -f64::from(whole) / DECIMALS == value;
    if exact { Ok(whole) } else { Err(Unwritable::Weights) }
}
