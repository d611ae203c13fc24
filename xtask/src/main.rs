//! The project's build tool: `cargo run -p xtask -- TASK`, one module a task. The npm scripts call it; nobody needs to by hand.

mod bindgen;
mod data;
mod fold;
mod idf;
mod jieba;
mod lexicon;
mod packages;
mod tags;

use std::env;
use std::process::ExitCode;

/// What a task gives back: nothing, or why it stopped.
type Outcome = Result<(), Box<dyn std::error::Error>>;

const USAGE: &str = "tasks:
  bindgen WASM DIRECTORY   write the JavaScript bindings of a compiled wasm
  lexicon                  write build/compact.lexicon from jieba's dictionary and data/
  jieba                    write build/jieba.lexicon, jieba.tags and jieba.idf from jieba's own files
  fold                     write src/text/fold.rs from OpenCC's table and data/fold.tsv";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["bindgen", wasm, directory] => bindgen::run(wasm, directory),
        ["lexicon"] => lexicon::run(),
        ["jieba"] => jieba::run().and_then(|()| tags::run()).and_then(|()| idf::run()),
        ["fold"] => fold::run(),
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
