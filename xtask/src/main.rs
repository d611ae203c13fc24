//! The build tool: `cargo run -p xtask -- COMMAND …`. The npm scripts call it; nobody needs to by hand.

mod bindgen;

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["bindgen", wasm, directory] => bindgen::run(wasm, directory),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

const USAGE: &str = "usage: xtask bindgen WASM DIRECTORY    writes the JavaScript bindings of a compiled wasm";
