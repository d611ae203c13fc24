//! jieba-rs as a package for browsers would carry it: text in, UTF-16 ends of the tokens out.

use jieba_rs::Jieba;
use wasm_bindgen::prelude::*;

/// Cuts with the HMM; the end of each token in UTF-16 code units.
pub fn ends(jieba: &Jieba, text: &str) -> Vec<u32> {
    let mut ends = Vec::with_capacity(text.len() / 4);
    let mut end = 0;
    for token in jieba.cut(text, true) {
        end += token.word.chars().map(|c| c.len_utf16() as u32).sum::<u32>();
        ends.push(end);
    }
    ends
}

/// jieba with its dictionary.
#[wasm_bindgen]
pub struct Segmenter(Jieba);

#[wasm_bindgen]
impl Segmenter {
    /// Reads the dictionary.
    #[wasm_bindgen(constructor)]
    pub fn new(dictionary: &[u8]) -> Result<Segmenter, JsError> {
        Ok(Self(Jieba::with_dict(&mut &*dictionary)?))
    }

    /// Cuts `text`.
    pub fn ends(&self, text: &str) -> Vec<u32> {
        ends(&self.0, text)
    }
}
