//! The compact lexicon, for programs that would rather carry it than look for it.

/// The lexicon of the npm package, for [`Analyzer::load_lexicon`](crate::Analyzer::load_lexicon).
///
/// ```
/// use quandian::{Analyzer, lexicon};
/// let mut analyzer = Analyzer::new();
/// analyzer.load_lexicon(lexicon::COMPACT)?;
/// assert!(analyzer.lexicon().is_some_and(|lexicon| lexicon.len() > 58_000));
/// # Ok::<(), quandian::Error>(())
/// ```
pub const COMPACT: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/build/compact.lexicon"));
