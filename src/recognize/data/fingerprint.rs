//! Fingerprints of sayings. The analysis has to know a saying when it meets one, never to write one, and a number takes a third
//! of what the characters take. Of two hundred thousand other strings one is taken for a saying.

/// What tells the characters of a string and their order, but not the marks between its clauses. Its high bits are those of the
/// first two characters alone: sorted, what opens alike stands together, and nearly no other string opens like a saying.
#[derive(Clone, Copy, Default)]
pub(crate) struct Fingerprint {
    length: u32,
    opening: u32,
    all: u32,
}

/// The bits of the first two characters.
const OPENING: u32 = 0xFFF0_0000;

/// How many bits are left out: each would be 170 bytes of the download.
const CUT: u32 = 4;

impl Fingerprint {
    /// That of the characters so far and `c` behind them.
    pub(crate) fn and(self, c: char) -> Self {
        let all = (self.all.rotate_left(15) ^ c as u32).wrapping_mul(0x9E37_79B1);
        let length = self.length + 1;
        Self { length, all, opening: if length == 2 { all & OPENING } else { self.opening } }
    }

    /// As a number of 28 bits.
    pub(crate) fn print(self) -> u32 {
        (self.opening | self.all >> OPENING.count_ones()) >> CUT
    }

    /// As a number, of the first two characters alone.
    #[allow(dead_code, reason = "build.rs looks nothing up")]
    pub(crate) fn opens(self) -> u16 {
        opening(self.opening >> CUT)
    }
}

/// What the first two characters make of the number of a saying.
#[allow(dead_code, reason = "build.rs looks nothing up")]
pub(crate) fn opening(print: u32) -> u16 {
    (print >> (OPENING.trailing_zeros() - CUT)) as u16
}

/// Packed fingerprints, which rise: how much the upper half of each is more than that of the one before (255 and no end of its own
/// where it is that or more), and the lower halves, high byte first.
#[allow(dead_code, reason = "only build.rs packs")]
pub(crate) fn pack(prints: &[u32]) -> (Vec<u8>, Vec<u8>) {
    let (mut steps, mut ends, mut last) = (Vec::new(), Vec::new(), 0);
    for print in prints {
        let [high, low, end @ ..] = print.to_be_bytes();
        let step = u16::from_be_bytes([high, low]) - last;
        last += step;
        steps.extend((0..step / 255).map(|_| u8::MAX).chain([(step % 255) as u8]));
        ends.extend(end);
    }
    (steps, ends)
}

/// What [`pack`] packed.
#[allow(dead_code, reason = "build.rs looks nothing up")]
pub(crate) fn unpack((steps, ends): (&[u8], &[u8])) -> Vec<u32> {
    let mut ends = ends.chunks_exact(2);
    let mut high = 0;
    let mut prints = Vec::new();
    for step in steps {
        high += u32::from(*step) << 16;
        if let Some([one, other]) = (*step < u8::MAX).then(|| ends.next()).flatten() {
            prints.push(high | u32::from(*one) << 8 | u32::from(*other));
        }
    }
    prints
}

/// Whether `c` may stand between the clauses of a saying.
pub(crate) fn is_joint(c: char) -> bool {
    matches!(c, '，' | ',' | ' ' | '、' | ';')
}
