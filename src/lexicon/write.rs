//! Bytes of a lexicon file, written as `bytes` reads them.

use super::bytes::checksum;
use super::compile::Unwritable;

/// What every file begins with: its counts, the forms that need more than a byte, the alphabet.
pub(super) fn head<const N: usize>(counts: [usize; N], large: &[u32], alphabet: &[u16]) -> Vec<u8> {
    let counts = counts.into_iter().map(|count| count as u32);
    let mut body: Vec<u8> =
        counts.chain(large.iter().copied()).flat_map(u32::to_le_bytes).collect();
    write_alphabet(&mut body, alphabet);
    body
}

/// Writes an alphabet as [`super::trie::number`] reads it.
fn write_alphabet(body: &mut Vec<u8>, alphabet: &[u16]) {
    let before = std::iter::once(&0).chain(alphabet);
    let distances: Vec<u16> =
        alphabet.iter().zip(before).map(|(unit, before)| unit.wrapping_sub(*before)).collect();
    write_halves(body, &distances);
}

/// Writes numbers as a plane of low and a plane of high bytes.
pub(super) fn write_halves(body: &mut Vec<u8>, numbers: &[u16]) {
    body.extend(numbers.iter().map(|number| number.to_le_bytes()[0]));
    body.extend(numbers.iter().map(|number| number.to_le_bytes()[1]));
}

/// A byte a number, and a second one for those that need it.
pub(super) fn escaped(
    least: u8,
    numbers: impl Iterator<Item = u16>,
) -> Result<(Vec<u8>, Vec<u8>), Unwritable> {
    let (mut bytes, mut rest) = (Vec::new(), Vec::new());
    for number in numbers {
        match number.checked_sub(u16::from(least)) {
            None => bytes.push(number as u8),
            Some(beyond) => {
                let [high, low] = beyond.to_be_bytes();
                bytes.push(least.checked_add(high).ok_or(Unwritable::Alphabet)?);
                rest.push(low);
            }
        }
    }
    Ok((bytes, rest))
}

/// Writes rising numbers as [`super::bytes::Reader::rising`] reads them, where their distances allow it.
pub(super) fn write_rising(
    body: &mut Vec<u8>,
    numbers: impl Iterator<Item = u32> + Clone,
) -> Result<(), Unwritable> {
    let before = std::iter::once(0).chain(numbers.clone());
    let distances: Vec<[u8; 4]> =
        numbers.zip(before).map(|(number, before)| (number - before).to_le_bytes()).collect();
    for plane in 0..3 {
        body.extend(distances.iter().filter_map(|bytes| bytes.get(plane)));
    }
    let fits = distances.iter().all(|[.., highest]| *highest == 0);
    if fits { Ok(()) } else { Err(Unwritable::Weights) }
}

/// Writes names as [`super::bytes::Reader::name`] reads them.
pub(super) fn write_names(body: &mut Vec<u8>, names: &[&str]) {
    for name in names {
        body.push(name.len() as u8);
        body.extend(name.bytes());
    }
}

/// The file of `body`.
pub(super) fn file(magic: u32, version: u32, body: Vec<u8>) -> Vec<u8> {
    let head = [magic, version, checksum(&body)];
    head.iter().flat_map(|number| number.to_le_bytes()).chain(body).collect()
}
