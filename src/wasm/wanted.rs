//! What JavaScript asks for.

use wasm_bindgen::prelude::*;

use crate::Options;
use crate::error::Error;
use crate::segment::Mode;

#[wasm_bindgen]
extern "C" {
    /// What the caller wants to know. Read field by field: no parser needed for a few flags.
    pub type Wanted;
    #[wasm_bindgen(method, getter)]
    pub(super) fn words(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    pub(super) fn numbers(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    pub(super) fn slogans(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    pub(super) fn rejected(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    pub(super) fn mode(this: &Wanted) -> u8;
    #[wasm_bindgen(method, getter)]
    pub(super) fn parts(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    pub(super) fn hmm(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    pub(super) fn tags(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    pub(super) fn limit(this: &Wanted) -> u32;
    #[wasm_bindgen(method, getter, js_name = referenceDate)]
    pub(super) fn reference_date(this: &Wanted) -> Option<String>;
    /// Is called after each step, with its place among them.
    #[wasm_bindgen(method)]
    pub(super) fn done(this: &Wanted, step: u8);
}

impl Wanted {
    pub(super) fn options(&self) -> Result<Options, Error> {
        let mode = match self.mode() {
            1 => Mode::Full,
            2 => Mode::Search,
            _ => Mode::Accurate,
        };
        let reference_date = self.reference_date().map(|date| date.parse()).transpose()?;
        Ok(Options {
            limit: self.limit() as usize,
            mode,
            parts: self.parts(),
            hmm: self.hmm(),
            tags: self.tags(),
            reference_date,
            words: self.words(),
            slogans: self.slogans() || self.rejected(),
        })
    }
}
