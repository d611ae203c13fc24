//! The project's build tool: `cargo run -p xtask -- <task>`. One module a task.

mod data;
mod fold;
mod lexicon;
mod packages;

use std::process::ExitCode;

/// What a task gives back: nothing, or why it stopped.
type Outcome = Result<(), Box<dyn std::error::Error>>;

const USAGE: &str = "tasks:
  lexicon   write build/compact.lexicon from jieba's dictionary and data/
  fold      write src/text/fold.rs from OpenCC's table and data/fold.tsv";

fn main() -> ExitCode {
    let outcome = match std::env::args().nth(1).as_deref() {
        Some("lexicon") => lexicon::run(),
        Some("fold") => fold::run(),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
