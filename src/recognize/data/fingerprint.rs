//! Fingerprints of sayings. The analysis has to know a saying when it meets one, never to write one, and a number takes a third
//! of what the characters take. Of six million other strings one is taken for a saying.

/// What tells the characters of a string and their order, but not the marks between its clauses.
#[derive(Clone, Copy, Default)]
pub(crate) struct Fingerprint(pub(crate) u32);

impl Fingerprint {
    /// That of the characters so far and `c` behind them.
    pub(crate) fn and(self, c: char) -> Self {
        Self((self.0.rotate_left(15) ^ c as u32).wrapping_mul(0x9E37_79B1))
    }
}

/// Whether `c` may stand between the clauses of a saying.
pub(crate) fn is_joint(c: char) -> bool {
    matches!(c, '，' | ',' | ' ' | '、' | ';')
}
