//! The model that guesses the part of speech of a word in no dictionary: hidden states are a place in the word and a tag.
//!
//! ```text
//! magic  version  checksum  counts          eight u32, little endian
//! tag names                                 length and UTF-8
//! beginnings                                states, then the logarithms as they are
//! transitions                               for each state: how many; to which states (distances); see `Ratios`
//! characters                                low bytes then high bytes of distances
//! emissions                                 for each character: how many; of which states (distances); see `Ratios`
//! ```
//!
//! All but the beginnings are ln of a count over a total: the file has the counts, which compress to a fifth.
#![expect(clippy::float_arithmetic, reason = "probabilities are logarithms")]

use super::logarithm::{ln, step};
use crate::error::Error;
use crate::lexicon::bytes::{INCONSISTENT, Reader};
use crate::lexicon::tag::{MODEL, Tag, TagNames};

pub(super) const MAGIC: u32 = u32::from_le_bytes(*b"QDTM");
pub(super) const VERSION: u32 = 1;
/// States there can be.
pub(super) const STATES: usize = 256;
/// What stands for the logarithm of nothing.
const NEVER: f64 = f64::NEG_INFINITY;

/// The places in a word: begin, middle, end, single.
const TAGS: u8 = 64;

/// A place in a word and a tag.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct State(u8);

impl State {
    /// Whether it ends a word, one of its own characters or more.
    pub(crate) fn ends(self) -> bool {
        self.0 >= 2 * TAGS
    }

    /// Whether it is a word of one character.
    pub(crate) fn is_single(self) -> bool {
        self.0 >= 3 * TAGS
    }

    /// Whether it goes on with a word: it follows begin and middle, others follow end and single.
    pub(crate) fn goes_on(self) -> bool {
        (TAGS..3 * TAGS).contains(&self.0)
    }
}

/// What leads to one state, by the state before.
pub(crate) struct Transitions<'m>(&'m [f64]);

impl Transitions<'_> {
    #[inline(always)]
    pub(crate) fn from(&self, before: State) -> f64 {
        self.0.get(usize::from(before.0)).copied().unwrap_or(NEVER)
    }
}

/// Logarithms of probabilities.
#[derive(Clone)]
pub(crate) struct TagModel {
    tags: Vec<Tag>,
    start: Vec<f64>,
    /// By state after, then state before: all that lead to one state lie together.
    transitions: Vec<f64>,
    characters: Vec<u16>,
    /// Where the emissions of each character begin; they end where those of the next do.
    rows: Vec<u32>,
    emissions: Vec<(State, f64)>,
}

impl TagModel {
    pub(super) fn from_bytes(bytes: &[u8], names: &mut TagNames) -> Result<Self, Error> {
        let mut reader = Reader::open(bytes, MAGIC, VERSION)?;
        let [tags, starts, transitions, characters, emissions] = reader.counts()?;
        if tags > MODEL {
            return Err(INCONSISTENT);
        }
        let mut numbers = Vec::new();
        for _ in 0..tags {
            numbers.push(names.intern(reader.name()?).ok_or(INCONSISTENT)?);
        }
        let mut model = Self {
            tags: numbers,
            start: vec![NEVER; STATES],
            transitions: vec![NEVER; STATES * STATES],
            characters: Vec::new(),
            rows: vec![0],
            emissions: Vec::new(),
        };
        let states = reader.take(starts)?;
        let logarithms = reader.take(starts.checked_mul(8).ok_or(INCONSISTENT)?)?.as_chunks().0;
        for (state, logarithm) in states.iter().zip(logarithms) {
            if let Some(slot) = model.start.get_mut(usize::from(*state)) {
                *slot = f64::from_le_bytes(*logarithm);
            }
        }
        model.read_transitions(&mut reader, transitions)?;
        model.read_emissions(&mut reader, characters, emissions)?;
        reader.close()?;
        Ok(model)
    }

    fn read_transitions(&mut self, reader: &mut Reader<'_>, count: usize) -> Result<(), Error> {
        let degrees = reader.take(STATES)?;
        let states = reader.take(count)?;
        let mut ratios = Ratios::read(reader, count)?;
        let mut states = states.iter();
        for (from, degree) in degrees.iter().enumerate() {
            for (_, to) in (0..*degree).zip(rising(&mut states)) {
                let value = ratios.next(from)?;
                if let Some(slot) = self.transitions.get_mut(usize::from(to) * STATES + from) {
                    *slot = value;
                }
            }
        }
        ratios.close()
    }

    fn read_emissions(
        &mut self,
        reader: &mut Reader<'_>,
        characters: usize,
        count: usize,
    ) -> Result<(), Error> {
        let mut last = 0_u16;
        self.characters.extend(reader.halves(characters)?.map(|distance| {
            last = last.saturating_add(distance);
            last
        }));
        let degrees = reader.take(characters)?;
        let states = reader.take(count)?;
        let mut ratios = Ratios::read(reader, count)?;
        let mut states = states.iter();
        for degree in degrees {
            for (_, state) in (0..*degree).zip(rising(&mut states)) {
                self.emissions.push((State(state), ratios.next(usize::from(state))?));
            }
            self.rows.push(self.emissions.len() as u32);
        }
        ratios.close()
    }

    /// What begins a word.
    pub(crate) fn start(&self, state: State) -> f64 {
        self.start.get(usize::from(state.0)).copied().unwrap_or(NEVER)
    }

    /// What leads to a state.
    pub(crate) fn transitions(&self, to: State) -> Transitions<'_> {
        let row = usize::from(to.0) * STATES;
        Transitions(self.transitions.get(row..row + STATES).unwrap_or(&[]))
    }

    /// The states that may make `character`, rising.
    pub(crate) fn emissions(&self, character: char) -> &[(State, f64)] {
        let row = u16::try_from(u32::from(character))
            .ok()
            .and_then(|unit| self.characters.binary_search(&unit).ok());
        row.and_then(|row| Some((*self.rows.get(row)?, *self.rows.get(row + 1)?)))
            .and_then(|(start, end)| self.emissions.get(start as usize..end as usize))
            .unwrap_or(&[])
    }

    /// The tag of `state`.
    pub(crate) fn tag(&self, state: State) -> Tag {
        self.tags.get(usize::from(state.0 % TAGS)).copied().unwrap_or_default()
    }
}

/// Rising states, from the distances between them.
fn rising<'b>(distances: &mut impl Iterator<Item = &'b u8>) -> impl Iterator<Item = u8> {
    distances.scan(0_u8, |sum, distance| {
        *sum = sum.saturating_add(*distance);
        Some(*sum)
    })
}

/// Logarithms of counts over totals, a total a state: three planes of counts, a plane of corrections (see `logarithm`). Where a
/// state's total is 0, its logarithms stand in a list as they are.
struct Ratios<'b> {
    totals: &'b [[u8; 4]],
    counts: std::vec::IntoIter<u32>,
    corrections: std::slice::Iter<'b, u8>,
    plain: std::slice::Iter<'b, [u8; 8]>,
}

impl<'b> Ratios<'b> {
    fn read(reader: &mut Reader<'b>, count: usize) -> Result<Self, Error> {
        let totals = reader.words(STATES)?;
        let (low, middle, high) = (reader.take(count)?, reader.take(count)?, reader.take(count)?);
        let counts: Vec<u32> = low
            .iter()
            .zip(middle)
            .zip(high)
            .map(|((low, middle), high)| u32::from_le_bytes([*low, *middle, *high, 0]))
            .collect();
        let corrections = reader.take(count)?.iter();
        let plain = reader.count()?;
        let plain = reader.take(plain.checked_mul(8).ok_or(INCONSISTENT)?)?.as_chunks().0.iter();
        Ok(Self { totals, counts: counts.into_iter(), corrections, plain })
    }

    fn next(&mut self, state: usize) -> Result<f64, Error> {
        let total = self.totals.get(state).map_or(0, |total| u32::from_le_bytes(*total));
        let (count, correction) =
            self.counts.next().zip(self.corrections.next()).ok_or(INCONSISTENT)?;
        if total == 0 {
            return self.plain.next().map(|bytes| f64::from_le_bytes(*bytes)).ok_or(INCONSISTENT);
        }
        if count == 0 {
            return Err(INCONSISTENT);
        }
        Ok(step(ln(f64::from(count) / f64::from(total)), *correction))
    }

    fn close(mut self) -> Result<(), Error> {
        let all = self.counts.next().is_none() && self.plain.next().is_none();
        if all { Ok(()) } else { Err(INCONSISTENT) }
    }
}
