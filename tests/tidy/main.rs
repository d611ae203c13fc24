//! House rules, read off the files. Each module states one of them:
//!
//! - `rooms`: who may import whom in `src/`;
//! - `barred`: what no room may name: files, clocks, floats, `unsafe`;
//! - `words`: one concept has one word;
//! - `scripts`: what `js/` and `www/` may import;
//! - `cases`: case lines are well formed, and none says what another says;
//! - `data`: tables are sorted, unique, as wide as their heading, written as the view has them;
//! - `manual`: `data/README.md` has every table and every role;
//! - `copied`: nothing is taken from the texts of the score.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands, and say what it counted"
)]

mod barred;
#[path = "../case_lines/mod.rs"]
mod case_lines;
mod cases;
mod code;
mod copied;
mod data;
mod manual;
#[path = "../repository/mod.rs"]
mod repository;
mod rooms;
mod scripts;
mod words;
