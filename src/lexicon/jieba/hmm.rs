//! The hidden Markov model that cuts runs of single characters: begin, end, middle or single, in this order.
#![expect(clippy::float_arithmetic, reason = "probabilities are logarithms")]

use crate::error::Error;
use crate::lexicon::bytes::{INCONSISTENT, Reader};

/// The characters the model may know.
pub(crate) const FIRST: u32 = 0x4E00;
/// The last of them.
pub(crate) const LAST: u32 = 0x9FD5;
/// What stands for the logarithm of nothing.
pub(crate) const NEVER: f64 = -3.14e100;
/// Emissions are written with so many decimals.
pub(super) const DECIMALS: f64 = 1e6;
/// Bytes of a set of characters.
pub(super) const SET: usize = (LAST - FIRST) as usize / 8 + 1;

/// Logarithms of probabilities.
#[derive(Clone)]
pub(crate) struct Hmm {
    pub(crate) start: [f64; 4],
    /// By state before, then state after.
    pub(crate) transitions: [[f64; 4]; 4],
    /// The row of each character of the range; row 0 knows nothing.
    rows: Vec<u16>,
    emissions: Vec<[f64; 4]>,
}

impl Hmm {
    /// What each state makes of `character`.
    #[inline(always)]
    pub(crate) fn emissions(&self, character: char) -> [f64; 4] {
        let at = (character as usize).wrapping_sub(FIRST as usize);
        let row = self.rows.get(at).copied().unwrap_or(0);
        self.emissions.get(usize::from(row)).copied().unwrap_or([NEVER; 4])
    }

    /// Twenty numbers, the set of known characters, and for each state its rising values and which each character has.
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        let mut numbers = reader.take(20 * 8)?.as_chunks::<8>().0.iter();
        let mut four =
            || std::array::from_fn(|_| numbers.next().map_or(NEVER, |b| f64::from_le_bytes(*b)));
        let start = four();
        let transitions = std::array::from_fn(|_| four());
        let set = reader.take(SET)?;
        let (mut rows, mut known) = (vec![0; SET * 8], 0);
        for (at, row) in rows.iter_mut().enumerate() {
            if set.get(at / 8).is_some_and(|bits| bits >> (at % 8) & 1 != 0) {
                known += 1;
                *row = known;
            }
        }
        let mut emissions = vec![[NEVER; 4]; usize::from(known) + 1];
        for state in 0..4 {
            let values = values(reader)?;
            let places = reader.halves(usize::from(known))?;
            for (row, place) in emissions.iter_mut().skip(1).zip(places) {
                let value = values.get(usize::from(place)).ok_or(INCONSISTENT)?;
                if let Some(slot) = row.get_mut(state) {
                    *slot = *value;
                }
            }
        }
        Ok(Self { start, transitions, rows, emissions })
    }
}

/// The values of a state, the rarest first; before them [`NEVER`].
fn values(reader: &mut Reader<'_>) -> Result<Vec<f64>, Error> {
    let count = reader.count()?;
    let rising = reader.rising(count)?;
    let mut values: Vec<f64> = rising.map(|value| -f64::from(value) / DECIMALS).collect();
    values.push(NEVER);
    values.reverse();
    Ok(values)
}
