//! The writer of the table of inverse document frequencies.
#![expect(clippy::float_arithmetic, reason = "they are logarithms")]

use super::idf::{LABEL, MAGIC, NUMBER, VERSION, class, value};
use crate::lexicon::compile::Unwritable;
use crate::lexicon::layout::{Layout, half_octaves, ids, order_alphabet, plain, spelled};
use crate::lexicon::write::{escaped, file, head, write_rising};
use std::collections::{BTreeMap, BTreeSet};

/// The file for words with their values, which are logarithms of shares of one number of documents. Words not listed get the
/// value `median`.
pub fn compile(values: &BTreeMap<String, f64>, median: f64) -> Result<Vec<u8>, Unwritable> {
    let rarest = values.values().copied().fold(median, f64::max);
    let total = rarest.exp().round() as u32;
    let listed = listed(values, median, total)?;
    let surfaces = || listed.iter().map(|(word, _)| word.as_slice());
    let alphabet = order_alphabet(surfaces(), std::iter::empty(), half_octaves)?;
    let distinct: BTreeSet<u32> = listed.iter().map(|(_, frequency)| *frequency).collect();
    let numbers: BTreeMap<u32, u16> = distinct.iter().copied().zip(0..).collect();
    let ids = ids(&alphabet);
    let number = |frequency: &u32| numbers.get(frequency).copied().unwrap_or(0);
    let word = |(word, frequency): &(Vec<u16>, u32)| (spelled(word, &ids), number(frequency));
    let mut words: Vec<(Vec<u16>, u16)> = listed.iter().map(word).collect();
    words.sort();
    let (surfaces, numbers): (Vec<_>, Vec<_>) = words.into_iter().unzip();
    let layout = Layout::new(&surfaces);
    let (labels, label_rest) = escaped(LABEL, layout.labels.iter().copied())?;
    let (forms, large) = layout.forms(plain);
    let (numbers, rest) = escaped(NUMBER, by_class(&layout, &forms, &numbers))?;
    let counts = [
        large.len(),
        alphabet.len(),
        layout.labels.len(),
        layout.roots as usize,
        numbers.len(),
        distinct.len(),
        rest.len(),
        label_rest.len(),
        frequency(median, total)? as usize,
        total as usize,
    ];
    let mut body = head(counts, &large, &alphabet);
    [labels, forms, numbers, rest, label_rest].iter().for_each(|part| body.extend(part));
    write_rising(&mut body, distinct.iter().copied())?;
    Ok(file(MAGIC, VERSION, body))
}

/// In how many of `total` documents a word with this value stands.
fn frequency(wanted: f64, total: u32) -> Result<u32, Unwritable> {
    let frequency = (f64::from(total) / wanted.exp()).round() as u32;
    let exact = frequency > 0 && value(total, frequency) == wanted;
    if exact { Ok(frequency) } else { Err(Unwritable::Weights) }
}

/// The words that need a place in the file, with their frequencies.
fn listed(
    values: &BTreeMap<String, f64>,
    median: f64,
    total: u32,
) -> Result<Vec<(Vec<u16>, u32)>, Unwritable> {
    values
        .iter()
        .filter(|(word, value)| **value != median && word.chars().nth(1).is_some())
        .map(|(word, value)| Ok((word.encode_utf16().collect(), frequency(*value, total)?)))
        .collect()
}

/// The numbers of all words, those of each class together.
fn by_class<'l>(
    layout: &'l Layout,
    forms: &'l [u8],
    numbers: &'l [u16],
) -> impl Iterator<Item = u16> + 'l {
    (0..3).flat_map(move |wanted| {
        let nodes = layout.words.iter().zip(forms);
        let words = nodes.filter(move |(_, form)| class(**form) == wanted).filter_map(|(w, _)| *w);
        words.filter_map(|at| numbers.get(at)).copied()
    })
}
