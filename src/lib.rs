//! Quandian 圈点 reads modern Chinese official and news prose: it cuts the text into words, reads every number, finds
//! every slogan and numbered formula, and says where figures and wordings do not agree.
//!
//! ```
//! use quandian::{Analyzer, NumberKind, Options};
//! let analyzer = Analyzer::new();
//! let source = "全市累计培训党员6.4万人次。";
//! let analysis = analyzer.analyze(source, &Options::default())?;
//! # let _ = NumberKind::Quantity;
//! # assert!(analysis.numbers.len() <= 1);
//! # Ok::<(), quandian::Error>(())
//! ```

mod analyzer;
mod annotation;
pub mod check;
mod error;
pub mod lexicon;
pub mod numeral;
pub mod recognize;
pub mod segment;
mod span;
pub mod text;
pub mod utf16;
#[cfg(feature = "wasm")]
mod wasm;

pub use analyzer::{Analysis, Analyzer, Options};
pub use annotation::{
    Bound, Change, Direction, Fact, Layer, Member, MemberStatus, Number, NumberKind, Rate, Reason,
    Rejection, Slogan, SloganKind, Value,
};
pub use error::Error;
pub use span::{Source, Span, View};
