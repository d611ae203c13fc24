//! Fingerprints of sayings. The analysis has to know a saying when it meets one, never to write one, and a number takes a third
//! of what the characters take. Of six million other strings one is taken for a saying.

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

impl Fingerprint {
    /// That of the characters so far and `c` behind them.
    pub(crate) fn and(self, c: char) -> Self {
        let all = (self.all.rotate_left(15) ^ c as u32).wrapping_mul(0x9E37_79B1);
        let length = self.length + 1;
        Self { length, all, opening: if length == 2 { all & OPENING } else { self.opening } }
    }

    /// As a number.
    pub(crate) fn print(self) -> u32 {
        self.opening | self.all >> OPENING.count_ones()
    }

    /// Whether one of `prints`, which rise, opens with the same two characters.
    #[allow(dead_code, reason = "build.rs looks nothing up")]
    pub(crate) fn opens(self, prints: &[u32]) -> bool {
        let first = prints.partition_point(|print| *print < self.opening);
        prints.get(first).is_some_and(|print| print & OPENING == self.opening)
    }
}

/// Whether `c` may stand between the clauses of a saying.
pub(crate) fn is_joint(c: char) -> bool {
    matches!(c, '，' | ',' | ' ' | '、' | ';')
}
