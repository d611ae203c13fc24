//! What analysis finds: plain data with public fields, spans typed by their space.
//!
//! Recognisers write annotations over the view (`Number<View>`); [`crate::Analysis`] holds them over the source
//! (`Number<Source>`), where `source[span.range()]` is the text meant. Field names and meanings follow one guideline:
//! what a span covers, which kinds exist, how values are written.

mod number;
mod rejection;
mod relation;
mod slogan;
mod times;

pub use number::{Bound, Direction, Number, NumberKind, Rate, Value};
pub use rejection::{Layer, Reason, Rejection};
pub use relation::{Change, Fact};
pub use slogan::{Identity, Member, MemberStatus, Slogan, SloganKind};
pub(crate) use times::Times;
