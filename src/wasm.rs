//! The JavaScript boundary: the only room that knows wasm-bindgen, web-sys and serde. It converts and returns.
//!
//! Offsets leave as UTF-16 code units; the text never leaves at all, since JavaScript has it. Tokens cross as columns of
//! integers. What else is plentiful (numbers, facts, slogans, rejections) crosses as rows of plain integers in one array,
//! written a few at a time, so that the wasm memory holds no second copy; words such as kinds and units are numbers of
//! `names`, values, dates and what the glossary lists are lines of one string. What is rare (changes) crosses as arrays of
//! integers and strings. js/analysis.ts makes of all that what js/types.ts promises.
//!
//! ```text
//! &Number<Source> ─► start end kind bound … ─► Uint32Array ─► { start, end, kind: "quantity", … }
//! &Change<Source> ─► ChangeRow ─► serde ──────► Array ───────► { start, end, layer: "change", from, to, … }
//! ```

mod answer;
mod columns;
mod convert;
mod names;
mod rows;
mod wanted;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::Step;
use crate::error::Error;
use crate::gather::Gather as _;
use crate::segment::{Keyword, KeywordOptions, Method};
use answer::answer;
use columns::Columns;
use convert::Convert;
use rows::rows;
use wanted::Wanted;

/// A third of the size of the standard allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Reports a panic to the console before the trap, which says nothing of its own.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&info.to_string().into())));
}

/// The one handle JavaScript holds: tables and lexicon.
#[wasm_bindgen]
#[derive(Default)]
pub struct Analyzer {
    inner: crate::Analyzer,
}

#[wasm_bindgen]
impl Analyzer {
    /// An analyser without lexicon.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a compiled lexicon.
    pub fn load_lexicon(&mut self, bytes: Vec<u8>) -> Result<(), JsValue> {
        self.inner.load_lexicon(bytes).map_err(error_object)
    }

    /// Takes the model that guesses parts of speech, which belongs to jieba's lexicon.
    pub fn load_tag_model(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.inner.load_tag_model(bytes).map_err(error_object)
    }

    /// Takes the table of inverse document frequencies.
    pub fn load_idf(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.inner.load_idf(bytes).map_err(error_object)
    }

    /// Adds a user word, with its frequency and part of speech where the caller knows them.
    pub fn add_word(
        &mut self,
        word: &str,
        frequency: Option<u32>,
        part_of_speech: Option<String>,
    ) -> Result<(), JsValue> {
        self.inner.add_word(word, frequency, part_of_speech.as_deref()).map_err(error_object)
    }

    /// Removes a word, the user's or the lexicon's.
    pub fn remove_word(&mut self, word: &str) -> Result<(), JsValue> {
        self.inner.remove_word(word).map_err(error_object)
    }

    /// Takes the reader's own formulas, in rows like those of data/formulas.tsv; they win over ours.
    pub fn set_formulas(&mut self, rows: &str) {
        self.inner.set_formulas(rows);
    }

    /// Analyses `text`; the answer is one object of arrays, an array for each sort of finding that `wanted` names.
    pub fn analyze(&self, text: &str, wanted: &Wanted) -> Result<JsValue, JsValue> {
        let options = wanted.options().map_err(error_object)?;
        let done = |step: Step| wanted.done(step as u8);
        let analysis =
            self.inner.analyze_with_progress(text, &options, done).map_err(error_object)?;
        answer(text, &analysis, wanted)
    }

    /// Cuts `text` into words and finds nothing else: an object of columns.
    pub fn segment(&self, text: &str, wanted: &Wanted) -> Result<Object, JsValue> {
        let options = wanted.options().map_err(error_object)?;
        let cut = self.inner.words(text, &options).map_err(error_object)?;
        Columns::of(text, &cut, &options).object()
    }

    /// The keywords of `text`, by rarity or by rank: an array of the rows (start, end, tag and count of each) and the weights.
    pub fn keywords(
        &self,
        text: &str,
        wanted: &Wanted,
        by_rarity: bool,
        count: u32,
        allow: Vec<String>,
    ) -> Result<Array, JsValue> {
        let options = wanted.options().map_err(error_object)?;
        let method = if by_rarity { Method::TfIdf } else { Method::TextRank };
        let wanted = KeywordOptions { method, count: count as usize, allow };
        let words = self.inner.keywords(text, &options, &wanted).map_err(error_object)?;
        let mut convert = Convert::new(text);
        let weights: Vec<_> = words.iter().map(|word| word.weight).gather();
        let rows = rows(words.len(), words.iter(), |&Keyword { span, tag, count, .. }| {
            let [start, end] = convert.ends(Some(span));
            [start, end, u32::from(tag.0), count]
        });
        Ok(Array::of2(&rows, &js_sys::Float64Array::from(weights.as_slice())))
    }

    /// Names of the tags, by number.
    pub fn tags(&self) -> Vec<String> {
        self.inner
            .tag_names()
            .map(|names| names.all().map(String::from).gather())
            .unwrap_or_default()
    }
}

/// An `Error` with the stable code and the detail, for js/errors.ts to put into the reader's language.
fn error_object(error: Error) -> JsValue {
    let object = js_sys::Error::new(&error.detail());
    let _ = Reflect::set(&object, &"code".into(), &error.code().into());
    object.into()
}
