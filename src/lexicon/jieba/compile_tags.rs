//! The writer of the tag model.
#![expect(clippy::float_arithmetic, reason = "probabilities are logarithms")]

use super::logarithm::steps;
use super::tag_model::{MAGIC, STATES, VERSION};
use crate::lexicon::compile::Unwritable;
use crate::lexicon::write::{file, write_halves, write_names};
use std::collections::BTreeMap;

/// The model, in logarithms. A state is 64 times a place (begin, middle, end, single) plus the number of a tag.
#[derive(Clone, Debug, Default)]
pub struct TagTables {
    /// Names of at most 64 tags.
    pub tags: Vec<String>,
    /// Of each state at the beginning.
    pub start: BTreeMap<u8, f64>,
    /// From a state to a state.
    pub transitions: BTreeMap<(u8, u8), f64>,
    /// For each state what it makes of characters, of the Basic Multilingual Plane.
    pub emissions: BTreeMap<u8, BTreeMap<char, f64>>,
    /// Characters that only these states make.
    pub restricted: BTreeMap<char, Vec<u8>>,
}

/// The file for `tables`.
pub fn compile(tables: &TagTables) -> Result<Vec<u8>, Unwritable> {
    if tables.tags.len() > 64 || tables.tags.iter().any(|name| name.len() > 255) {
        return Err(Unwritable::Tags);
    }
    let rows = rows(tables)?;
    let counts = [
        tables.tags.len(),
        tables.start.len(),
        tables.transitions.len(),
        rows.len(),
        rows.values().map(BTreeMap::len).sum(),
    ];
    let mut body: Vec<u8> =
        counts.into_iter().flat_map(|count| (count as u32).to_le_bytes()).collect();
    write_names(&mut body, &tables.tags.iter().map(String::as_str).collect::<Vec<_>>());
    body.extend(tables.start.keys());
    body.extend(tables.start.values().flat_map(|value| value.to_le_bytes()));
    write_transitions(&mut body, tables)?;
    write_emissions(&mut body, tables, &rows)?;
    Ok(file(MAGIC, VERSION, body))
}

fn write_transitions(body: &mut Vec<u8>, tables: &TagTables) -> Result<(), Unwritable> {
    let mut rows: BTreeMap<u8, BTreeMap<u8, f64>> = BTreeMap::new();
    for ((from, to), value) in &tables.transitions {
        rows.entry(*from).or_default().insert(*to, *value);
    }
    let degree = |from: usize| rows.get(&(from as u8)).map_or(0, BTreeMap::len) as u8;
    body.extend((0..STATES).map(degree));
    rows.values().for_each(|row| distances(body, row.keys()));
    let values = rows.iter().flat_map(|(from, row)| row.values().map(|value| (*from, *value)));
    write_ratios(body, &fractions(&rows), values)
}

fn write_emissions(
    body: &mut Vec<u8>,
    tables: &TagTables,
    rows: &BTreeMap<u16, BTreeMap<u8, f64>>,
) -> Result<(), Unwritable> {
    let before = std::iter::once(0).chain(rows.keys().copied());
    let characters: Vec<u16> = rows.keys().zip(before).map(|(unit, last)| unit - last).collect();
    write_halves(body, &characters);
    body.extend(rows.values().map(|row| row.len() as u8));
    rows.values().for_each(|row| distances(body, row.keys()));
    let values = rows.values().flatten().map(|(state, value)| (*state, *value));
    write_ratios(body, &fractions(&tables.emissions), values)
}

/// For each character the states that may make it.
fn rows(tables: &TagTables) -> Result<BTreeMap<u16, BTreeMap<u8, f64>>, Unwritable> {
    let mut rows: BTreeMap<u16, BTreeMap<u8, f64>> = BTreeMap::new();
    for (state, emissions) in &tables.emissions {
        for (character, value) in emissions {
            let unit = u16::try_from(u32::from(*character)).map_err(|_| Unwritable::Alphabet)?;
            let allowed = tables.restricted.get(character);
            if allowed.is_none_or(|states| states.contains(state)) {
                rows.entry(unit).or_default().insert(*state, *value);
            }
        }
    }
    let fits = rows.values().all(|row| row.len() < STATES);
    if fits { Ok(rows) } else { Err(Unwritable::Weights) }
}

fn distances<'s>(body: &mut Vec<u8>, states: impl Iterator<Item = &'s u8>) {
    let mut last = 0;
    for state in states {
        body.push(state - last);
        last = *state;
    }
}

/// The total of each state whose values are logarithms of counts over it.
fn fractions<K>(rows: &BTreeMap<u8, BTreeMap<K, f64>>) -> BTreeMap<u8, u32> {
    let total = |row: &BTreeMap<K, f64>| total(&row.values().copied().collect::<Vec<_>>());
    rows.iter().filter_map(|(state, row)| Some((*state, total(row)?))).collect()
}

/// The total of which all `values` are logarithms of shares, found by trying: the rarest may occur once, or twice …
fn total(values: &[f64]) -> Option<u32> {
    let rarest = values.iter().copied().fold(0.0, f64::min);
    (1..2000)
        .map(|count| (f64::from(count) / rarest.exp()).round())
        .chain((1..if values.len() <= 2 { 3_000_000 } else { 0 }).map(f64::from))
        .filter(|total| *total < f64::from(u32::MAX))
        .find(|total| values.iter().all(|value| (share(*value, *total) / total).ln() == *value))
        .map(|total| total as u32)
}

/// The count of `total` whose logarithm `value` is.
fn share(value: f64, total: f64) -> f64 {
    (value.exp() * total).round()
}

fn write_ratios(
    body: &mut Vec<u8>,
    totals: &BTreeMap<u8, u32>,
    values: impl Iterator<Item = (u8, f64)> + Clone,
) -> Result<(), Unwritable> {
    let total = |state: u8| totals.get(&state).copied().unwrap_or(0);
    body.extend((0..=u8::MAX).flat_map(|state| total(state).to_le_bytes()));
    let (mut counts, mut corrections, mut plain) = (Vec::new(), Vec::new(), Vec::new());
    for (state, value) in values {
        let total = f64::from(total(state));
        let count = share(value, total);
        if total == 0.0 {
            plain.push(value);
            corrections.push(0);
        } else {
            corrections.push(steps(count / total, value).ok_or(Unwritable::Weights)?);
        }
        counts.push((count as u32).to_le_bytes());
    }
    if counts.iter().any(|[.., highest]| *highest != 0) {
        return Err(Unwritable::Weights);
    }
    for plane in 0..3 {
        body.extend(counts.iter().filter_map(|bytes| bytes.get(plane)));
    }
    body.extend(corrections);
    body.extend((plain.len() as u32).to_le_bytes());
    body.extend(plain.iter().flat_map(|value| value.to_le_bytes()));
    Ok(())
}
