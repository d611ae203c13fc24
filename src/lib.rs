//! Quandian 圈点 reads modern Chinese official and news prose: it cuts the text into words, reads every number, and finds
//! slogans and numbered formulas with what they stand for.
//!
//! ```
//! use quandian::{Analyzer, Options};
//! let source = "清溪县新建36所夜校，招收近2500名学员。";
//! let analysis = Analyzer::new().analyze(source, &Options::default())?;
//! let found: Vec<(&str, String)> = analysis
//!     .numbers
//!     .iter()
//!     .filter_map(|number| {
//!         Some((source.get(number.span.range())?, number.value.exact()?.to_string()))
//!     })
//!     .collect();
//! assert_eq!(found, [("36所", "36".to_owned()), ("近2500名", "2500".to_owned())]);
//! # Ok::<(), quandian::Error>(())
//! ```
//!
//! Spans are byte ranges of the source; [`utf16::Utf16Offsets`] turns them into what JavaScript counts. Numbers and slogans
//! need no lexicon. Words do, and so does what a number counts: [`Analyzer::load_lexicon`] takes its bytes, which are
//! `lexicon::COMPACT` with the feature `compact`, and `quandian-compact.bin` in the npm package of the same version.

mod analyzer;
mod annotation;
mod day;
mod error;
mod gather;
pub mod lexicon;
mod numbering;
pub mod numeral;
mod order;
pub mod recognize;
pub mod segment;
mod span;
pub mod text;
pub mod utf16;
#[cfg(feature = "wasm")]
mod wasm;

pub use analyzer::{Analysis, Analyzer, Options, Step};
pub use annotation::{
    Bound, Change, Direction, Fact, Identity, Layer, Member, MemberStatus, Number, NumberKind,
    Rate, Reason, Rejection, Slogan, SloganKind, Value,
};
pub use day::Day;
pub use error::Error;
pub use span::{Source, Span, View};
