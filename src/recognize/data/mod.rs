//! The word lists of `data/`, as build.rs checked and packed them.
//!
//! ```text
//! data/*.tsv ─► build.rs ─► pack ─► planes in the program ─► unpack, once ─► rows(CHANGES) = "上升⇥up\n…"
//! ```

pub(crate) mod fingerprint;
#[cfg(test)]
mod pack;
mod unpack;

use std::sync::OnceLock;
use unpack::{Packed, unpack};

include!(concat!(env!("OUT_DIR"), "/data.rs"));

/// One of the word lists: the constants of this room, named like the files.
#[derive(Clone, Copy)]
pub struct List(usize);

/// The rows of a list: columns parted by tabs, the phrase first; each row is closed by a line feed. Rows of one value
/// stand together.
pub fn rows(list: List) -> &'static str {
    static LISTS: OnceLock<Vec<String>> = OnceLock::new();
    LISTS.get_or_init(|| unpack(&PACKED)).get(list.0).map_or("", |rows| rows)
}
