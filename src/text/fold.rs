//! Traditional to Simplified characters, one to one. Written by `cargo xtask fold`; do not edit.

/// Pairs (Traditional, Simplified) of code points, sorted by the first.
pub(super) static FOLD: &[(u16, u16)] = &[(0x500B, 0x4E2A)];
