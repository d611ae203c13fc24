//! Compiled wasm → JavaScript bindings.
//!
//! A library in place of the wasm-bindgen program: nothing to install, and its version stands in Cargo.lock beside the
//! version of the crate, which must be the same.

use crate::Outcome;

use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

pub fn run(wasm: &str, directory: &str) -> Outcome {
    Bindgen::new()
        .input_path(wasm)
        .out_name("quandian")
        .web(true)?
        .typescript(true)
        // The address of the wasm stands in one module of ours. A second one in the generated code would make
        // bundlers emit the file twice.
        .omit_default_module_path(true)
        .remove_name_section(true)
        // A trap leaves an instance that must not be called again; this lets us make another.
        .reset_state_function(true)
        .encode_into(EncodeInto::Always)
        .generate(directory)?;
    Ok(())
}
