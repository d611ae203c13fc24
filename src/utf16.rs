//! Byte offsets to UTF-16 code units.
//!
//! ```text
//! source  a 😀      中      bytes 0 1 5 8, UTF-16 0 1 3 4
//! ```
//!
//! ```
//! let mut offsets = quandian::utf16::Utf16Offsets::new("a😀中");
//! assert_eq!([0, 1, 5, 8].map(|byte| offsets.get(byte)), [0, 1, 3, 4]);
//! ```

/// Answers byte → UTF-16. What is near the last answer is counted from there, forward or back, the rest from a checkpoint.
pub struct Utf16Offsets<'s> {
    bytes: &'s [u8],
    /// UTF-16 offset at every `STRIDE`th byte.
    checkpoints: Vec<u32>,
    byte: usize,
    utf16: u32,
}

/// Bytes between two checkpoints.
const STRIDE: usize = 128;

impl<'s> Utf16Offsets<'s> {
    /// For offsets in `source`.
    pub fn new(source: &'s str) -> Self {
        Self { bytes: source.as_bytes(), checkpoints: Vec::new(), byte: 0, utf16: 0 }
    }

    /// Goes to the checkpoint before `byte`. The pass over the source that makes them is for those who jump.
    #[cold]
    fn jump(&mut self, byte: usize) {
        if self.checkpoints.is_empty() {
            let before = self.bytes.chunks(STRIDE).scan(0, |utf16, chunk| {
                let here = *utf16;
                *utf16 += count(chunk);
                Some(here)
            });
            self.checkpoints = before.collect();
        }
        self.byte = (byte / STRIDE * STRIDE).min(self.bytes.len());
        self.utf16 = self.checkpoints.get(byte / STRIDE).copied().unwrap_or_else(|| self.end());
    }

    /// What [`Utf16Offsets::get`] says, sooner where the last answer was for a byte a word before.
    #[inline(always)]
    pub fn near(&mut self, byte: u32) -> u32 {
        let near = (byte as usize).wrapping_sub(self.byte);
        if near == 0 {
            return self.utf16;
        }
        if near <= 16
            && let Some([first, second, ..]) =
                self.bytes.get(self.byte..).map(|rest| rest.as_chunks().0)
        {
            let near = near as u32;
            self.utf16 += count_first(u64::from_le_bytes(*first), near.min(8));
            if near > 8 {
                self.utf16 += count_first(u64::from_le_bytes(*second), near - 8);
            }
            self.byte = byte as usize;
            return self.utf16;
        }
        self.get(byte)
    }

    /// The UTF-16 offset of byte offset `byte`, which must lie between two characters.
    pub fn get(&mut self, byte: u32) -> u32 {
        let byte = byte as usize;
        if byte.abs_diff(self.byte) > STRIDE {
            self.jump(byte);
        }
        if byte < self.byte {
            self.utf16 -= count(self.bytes.get(byte..self.byte).unwrap_or(&[]));
        } else {
            self.utf16 += count(self.bytes.get(self.byte..byte).unwrap_or(&[]));
        }
        self.byte = byte;
        self.utf16
    }

    /// UTF-16 offset of the end, reached where the length is a whole number of strides.
    fn end(&self) -> u32 {
        let last = self.checkpoints.len().saturating_sub(1);
        let tail = self.bytes.get(last * STRIDE..).unwrap_or(&[]);
        self.checkpoints.last().copied().unwrap_or(0) + count(tail)
    }
}

/// Code units of some bytes: one for every leading byte, two for the leading byte of an astral character.
#[inline]
fn count(bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks::<8>();
    let words: u32 = words.iter().map(|word| count_first(u64::from_le_bytes(*word), 8)).sum();
    let rest = rest.iter().map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(*byte >= 0xF0));
    words + rest.sum::<u32>()
}

/// The same for the first `length` of eight bytes at once, for most words are no longer: the flags of each byte are brought to
/// its lowest bit and counted.
#[inline(always)]
fn count_first(word: u64, length: u32) -> u32 {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    let lowest = if length < 8 { LOWEST & !(u64::MAX << (8 * length)) } else { LOWEST };
    let following = (word >> 7) & !(word >> 6) & lowest;
    let astral = (word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & lowest;
    length - following.count_ones() + astral.count_ones()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library() {
        let source = "a😀中𠮷\r\n".repeat(700);
        let mut offsets = Utf16Offsets::new(&source);
        let boundaries: Vec<usize> =
            (0..=source.len()).filter(|at| source.is_char_boundary(*at)).collect();
        for at in boundaries.iter().chain(boundaries.iter().rev().step_by(7)) {
            let expected = source[..*at].encode_utf16().count() as u32;
            assert_eq!(offsets.get(*at as u32), expected, "at byte {at}");
        }
    }

    #[test]
    fn whole_strides() {
        let source = "a".repeat(STRIDE * 2);
        let mut offsets = Utf16Offsets::new(&source);
        assert_eq!(offsets.get(STRIDE as u32 * 2), STRIDE as u32 * 2);
        assert_eq!(Utf16Offsets::new("").get(0), 0);
    }
}
