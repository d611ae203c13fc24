//! Recognisers: from the view to annotations.
//!
//! Each family works alone, from the view and the data tables: [`number`] and [`slogan`] never see each other's
//! findings, nor tokens. [`resolve`] then chooses among overlapping candidates. The relations ([`members`], [`change`],
//! [`of`], [`fact`]) tie annotations to other places of the text.

pub mod change;
pub(crate) mod chars;
pub mod data;
pub mod fact;
pub mod gazetteer;
pub mod glossary;
pub mod members;
pub mod number;
pub mod of;
pub mod relocate;
pub mod resolve;
pub mod slogan;
pub mod stopwords;
mod unit_set;
