//! Bytes that come from outside: read in order, counted, summed.

use crate::error::Error;

pub(super) const CUT_SHORT: Error = Error::LexiconDamaged("cut short");
pub(super) const INCONSISTENT: Error = Error::LexiconDamaged("its parts do not fit together");

/// Mixes the bytes, eight at a time, in four sums that need not wait for each other. Each step can be undone, so that a single
/// changed bit always shows.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    let (blocks, words) = words.as_chunks::<4>();
    let [mut a, mut b, mut c, mut d] = [bytes.len() as u64; 4];
    for [first, second, third, fourth] in blocks {
        (a, b) = (mix(a, first), mix(b, second));
        (c, d) = (mix(c, third), mix(d, fourth));
    }
    let others = [b, c, d].map(u64::to_le_bytes);
    let sum = others.iter().chain(words).chain([&last]).fold(a, mix);
    (sum ^ (sum >> 32)) as u32
}

fn mix(sum: u64, word: &[u8; 8]) -> u64 {
    (sum ^ u64::from_le_bytes(*word)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
}

/// Whether `bytes` begin as a file of the kind `magic` does.
pub(super) fn begins_with(bytes: &[u8], magic: u32) -> bool {
    bytes.first_chunk::<4>() == Some(&magic.to_le_bytes())
}

/// The bytes not read yet.
pub(super) struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    /// What follows magic, version and checksum of a file, which are looked at.
    pub(super) fn open(bytes: &'b [u8], magic: u32, version: u32) -> Result<Self, Error> {
        let mut reader = Self(bytes);
        if reader.u32()? != magic {
            return Err(Error::LexiconDamaged("this is no lexicon"));
        }
        if reader.u32()? != version {
            return Err(Error::LexiconDamaged("another version of the format"));
        }
        if reader.u32()? != checksum(reader.0) {
            return Err(Error::LexiconDamaged("its checksum differs"));
        }
        Ok(reader)
    }

    pub(super) fn take(&mut self, count: usize) -> Result<&'b [u8], Error> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(CUT_SHORT)?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn u32(&mut self) -> Result<u32, Error> {
        let (taken, rest) = self.0.split_first_chunk::<4>().ok_or(CUT_SHORT)?;
        self.0 = rest;
        Ok(u32::from_le_bytes(*taken))
    }

    pub(super) fn count(&mut self) -> Result<usize, Error> {
        self.u32().map(|count| count as usize)
    }

    /// So many counts.
    pub(super) fn counts<const N: usize>(&mut self) -> Result<[usize; N], Error> {
        let mut counts = [0; N];
        for count in &mut counts {
            *count = self.count()?;
        }
        Ok(counts)
    }

    /// `count` numbers of four bytes.
    pub(super) fn words(&mut self, count: usize) -> Result<&'b [[u8; 4]], Error> {
        self.take(count.checked_mul(4).ok_or(CUT_SHORT)?).map(|bytes| bytes.as_chunks().0)
    }

    /// Two planes of `count` bytes, as the low and high halves of numbers.
    pub(super) fn halves(
        &mut self,
        count: usize,
    ) -> Result<impl Iterator<Item = u16> + use<'b>, Error> {
        let (low, high) = (self.take(count)?, self.take(count)?);
        Ok(low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high])))
    }

    /// `count` rising numbers, as three planes with the bytes of their distances, the lowest first.
    pub(super) fn rising(
        &mut self,
        count: usize,
    ) -> Result<impl Iterator<Item = u32> + use<'b>, Error> {
        let (low, middle, high) = (self.take(count)?, self.take(count)?, self.take(count)?);
        let distances = low.iter().zip(middle).zip(high);
        Ok(distances.scan(0_u32, |sum, ((low, middle), high)| {
            *sum = sum.saturating_add(u32::from_le_bytes([*low, *middle, *high, 0]));
            Some(*sum)
        }))
    }

    /// A name: its length in a byte, then UTF-8.
    pub(super) fn name(&mut self) -> Result<&'b str, Error> {
        let length = self.take(1)?.first().copied().unwrap_or(0);
        std::str::from_utf8(self.take(usize::from(length))?).map_err(|_| INCONSISTENT)
    }

    /// Nothing may be left.
    pub(super) fn close(&self) -> Result<(), Error> {
        if self.0.is_empty() { Ok(()) } else { Err(INCONSISTENT) }
    }
}

/// Numbers of a byte; those from `least` on have their lower half in `rest`.
pub(super) struct Escaped<'b> {
    least: u8,
    bytes: std::slice::Iter<'b, u8>,
    rest: std::slice::Iter<'b, u8>,
}

impl<'b> Escaped<'b> {
    pub(super) fn new(least: u8, bytes: &'b [u8], rest: &'b [u8]) -> Self {
        Self { least, bytes: bytes.iter(), rest: rest.iter() }
    }
}

impl Iterator for Escaped<'_> {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        let byte = *self.bytes.next()?;
        Some(match byte.checked_sub(self.least) {
            None => u16::from(byte),
            Some(high) => {
                let low = self.rest.next().copied().unwrap_or(0);
                u16::from_be_bytes([high, low]).saturating_add(u16::from(self.least))
            }
        })
    }
}
