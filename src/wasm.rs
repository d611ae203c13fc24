//! The JavaScript boundary: the only room that knows wasm-bindgen, web-sys and serde. It converts and returns.
//!
//! Offsets leave as UTF-16 code units; the text never leaves at all, since JavaScript has it. What is plentiful (tokens,
//! numbers, facts, rejections) crosses as rows of plain integers in one array, written a few at a time, so that the wasm
//! memory holds no second copy; words such as kinds and units are numbers of `names`. What is rare (changes)
//! crosses as arrays of integers and strings. js/analysis.ts makes of both what js/types.ts promises.
//!
//! ```text
//! &Number<Source> ─► start end kind bound … ─► Uint32Array ─► { start, end, kind: "quantity", … }
//! &Change<Source> ─► ChangeRow ─► serde ──────► Array ───────► { start, end, layer: "change", from, to, … }
//! ```

use std::collections::BTreeMap;
use std::fmt::Write as _;

use js_sys::{Array, Object, Reflect, Uint32Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::annotation::{
    Change, Direction, Fact, Identity, Member, Number, Rate, Rejection, Slogan, Value,
};
use crate::error::Error;
use crate::segment::{Keyword, KeywordOptions, Method, Mode, SourceToken};
use crate::span::{Source, Span};
use crate::utf16::Utf16Offsets;
use crate::{Analysis, Options, Step};

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
    pub fn load_lexicon(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
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

    /// Cuts `text` into words and finds nothing else: start, end and tag of each token, one after the other.
    pub fn segment(&self, text: &str, wanted: &Wanted) -> Result<Uint32Array, JsValue> {
        let mut convert = Convert::new(text);
        // Nothing else is held here, so the rows may be: one copy is faster than many small ones.
        let mut rows: Vec<[u32; 3]> = Vec::new();
        let options = wanted.options().map_err(error_object)?;
        if let Some(tokens) = self.inner.listed(text, &options).map_err(error_object)? {
            rows.extend(tokens.iter().map(|token| convert.token(token)));
        } else {
            rows.reserve(text.len() / 5);
            self.inner
                .segment(text, &options, |token| rows.push(convert.token(token)))
                .map_err(error_object)?;
        }
        Ok(Uint32Array::from(rows.as_flattened()))
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
        let weights: Vec<_> = words.iter().map(|word| word.weight).collect();
        let rows = rows(words.len(), words.iter(), |&Keyword { span, tag, count, .. }| {
            let [start, end, tag] = convert.token(SourceToken { span, tag });
            [start, end, tag, count]
        });
        Ok(Array::of2(&rows, &js_sys::Float64Array::from(weights.as_slice())))
    }

    /// Names of the tags, by number.
    pub fn tags(&self) -> Vec<String> {
        self.inner
            .tag_names()
            .map(|names| names.all().map(String::from).collect())
            .unwrap_or_default()
    }
}

#[wasm_bindgen]
extern "C" {
    /// What the caller wants to know. Read field by field: no parser needed for a few flags.
    pub type Wanted;
    #[wasm_bindgen(method, getter)]
    fn words(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    fn numbers(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    fn slogans(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    fn rejected(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    fn mode(this: &Wanted) -> u8;
    #[wasm_bindgen(method, getter)]
    fn parts(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    fn hmm(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    fn tags(this: &Wanted) -> bool;
    #[wasm_bindgen(method, getter)]
    fn limit(this: &Wanted) -> u32;
    #[wasm_bindgen(method, getter, js_name = referenceDate)]
    fn reference_date(this: &Wanted) -> Option<String>;
    /// Is called after each step, with its place among them.
    #[wasm_bindgen(method)]
    fn done(this: &Wanted, step: u8);
}

impl Wanted {
    fn options(&self) -> Result<Options, Error> {
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
        })
    }
}

/// An `Error` with the stable code, for js/errors.ts to put into the reader's language.
fn error_object(error: Error) -> JsValue {
    let object = js_sys::Error::new(&error.to_string());
    let _ = Reflect::set(&object, &"code".into(), &error.code().into());
    object.into()
}

fn answer(text: &str, analysis: &Analysis, wanted: &Wanted) -> Result<JsValue, JsValue> {
    let mut convert = Convert::new(text);
    let Analysis { numbers, changes, facts, slogans, identities, rejected, tokens } = analysis;
    let object = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&object, &name.into(), &value).map(drop);
    if wanted.words() {
        set("tokens", rows(tokens.len(), tokens.iter(), |token| convert.token(token)))?;
    }
    if wanted.numbers() {
        set("numbers", rows(numbers.len(), numbers.iter(), |n| convert.number(n)))?;
        set("texts", JsValue::from_str(&convert.texts))?;
        set("changes", arrays(changes.iter(), |c| convert.change(c))?)?;
        set("facts", rows(facts.len(), facts.iter(), |f| convert.fact(f)))?;
    }
    if wanted.slogans() {
        let mut rows = Rows::with_capacity(slogans.len() * (SLOGAN + MEMBER));
        slogans.iter().for_each(|s| convert.slogan(s, &mut rows));
        set("slogans", rows.finish().into())?;
        set("identities", JsValue::from_str(&lines(identities)))?;
    }
    if wanted.rejected() {
        set("rejected", rows(rejected.len(), rejected.iter(), |r| convert.rejection(r)))?;
    }
    set("names", convert.names.list())?;
    Ok(object.into())
}

/// A line for each distinct slogan: its canonical form, then what the glossary lists, parted by tabs.
fn lines(identities: &[Identity]) -> String {
    let mut lines = String::new();
    for Identity { canonical, listed } in identities {
        lines.push_str(canonical);
        listed.iter().for_each(|member| lines.extend(["\t", member]));
        lines.push(SEPARATOR);
    }
    lines
}

/// Converts item after item to rows.
fn rows<T, const WIDTH: usize>(
    length: usize,
    items: impl Iterator<Item = T>,
    mut convert: impl FnMut(T) -> [u32; WIDTH],
) -> JsValue {
    let mut rows = Rows::with_capacity(length * WIDTH);
    for item in items {
        rows.push(convert(item));
    }
    rows.finish().into()
}

/// Converts item after item to arrays, so that only one twin is in memory at a time.
fn arrays<T, O: Serialize>(
    items: impl Iterator<Item = T>,
    mut convert: impl FnMut(T) -> O,
) -> Result<JsValue, JsValue> {
    let array = Array::new();
    for item in items {
        array.push(&serde_wasm_bindgen::to_value(&convert(item))?);
    }
    Ok(array.into())
}

/// Stands in a row for what is not there.
const NONE: u32 = u32::MAX;

/// Integers of a slogan's row and of a member's.
const SLOGAN: usize = 9;
const MEMBER: usize = 3;

/// Parts the strings of `texts`; stands in none of them.
const SEPARATOR: char = '\n';

/// From annotations over the source to rows and twins over UTF-16.
struct Convert<'s, 'a> {
    offsets: Utf16Offsets<'s>,
    names: Names<'a>,
    /// Values, dates and durations in the order of the numbers, each closed by the separator.
    texts: String,
}

impl<'s, 'a> Convert<'s, 'a> {
    fn new(text: &'s str) -> Self {
        Self { offsets: Utf16Offsets::new(text), names: Names::default(), texts: String::new() }
    }

    #[inline(always)]
    fn token(&mut self, SourceToken { span, tag }: SourceToken) -> [u32; 3] {
        [self.offsets.near(span.start), self.offsets.near(span.end), u32::from(tag.0)]
    }

    /// Start and end, twice [`NONE`] where there is no span.
    fn ends(&mut self, span: Option<Span<Source>>) -> [u32; 2] {
        span.map_or([NONE; 2], |span| {
            let Ends { start, end } = self.span(span);
            [start, end]
        })
    }

    fn text(&mut self, text: impl std::fmt::Display) {
        let _ = write!(self.texts, "{text}{SEPARATOR}");
    }

    fn span(&mut self, span: Span<Source>) -> Ends {
        Ends { start: self.offsets.get(span.start), end: self.offsets.get(span.end) }
    }

    /// How many values, whether a date and whether a duration follow in `texts` is the last of the row.
    fn number(&mut self, n: &'a Number<Source>) -> [u32; 12] {
        let Ends { start, end } = self.span(n.span);
        let [of_start, of_end] = self.ends(n.of);
        let values = self.value(n.value);
        let dated = [&n.edtf, &n.iso].map(|text| {
            text.iter().for_each(|text| self.text(text));
            u32::from(text.is_some())
        });
        [
            start,
            end,
            self.names.id(n.kind.name()),
            self.names.id(n.bound.name()),
            self.names.optional(n.direction.map(Direction::name)),
            self.names.optional(n.rate.map(Rate::name)),
            u32::from(n.planned),
            self.names.id(n.rule),
            self.names.optional(n.unit.as_deref()),
            of_start,
            of_end,
            values | dated[0] << 2 | dated[1] << 3,
        ]
    }

    /// Writes a value; returns of how many texts it consists.
    fn value(&mut self, value: Value) -> u32 {
        match value {
            Value::None => return 0,
            Value::Exact(value) => self.text(value),
            Value::Range(low, high) => {
                self.text(low);
                self.text(high);
                return 2;
            }
            Value::Fraction(part, whole) => self.text(format_args!("{part}/{whole}")),
            Value::Proportion(left, right) => self.text(format_args!("{left}:{right}")),
            Value::Structure(left, middle, right) => {
                self.text(format_args!("{left}:{middle}:{right}"))
            }
        }
        1
    }

    fn change(&mut self, c: &'a Change<Source>) -> ChangeRow<'a> {
        let Ends { start, end } = self.span(c.span);
        ChangeRow(
            start,
            end,
            c.from.to_string(),
            c.to.to_string(),
            c.unit.as_deref(),
            self.ends(c.of),
            c.delta().map(|delta| delta.to_string()),
            c.percent().map(|percent| percent.to_string()),
            c.first,
            c.last,
            c.rule,
        )
    }

    fn fact(&mut self, f: &Fact<Source>) -> [u32; 6] {
        let [indicator_start, indicator_end] = self.ends(f.indicator);
        let Ends { start, end } = self.span(f.sentence);
        [f.number, indicator_start, indicator_end, f.time.unwrap_or(NONE), start, end]
    }

    /// One row, its last integer the number of its members; then a row for each of them.
    fn slogan(&mut self, s: &'a Slogan<Source>, rows: &mut Rows) {
        let Ends { start, end } = self.span(s.span);
        let row: [u32; SLOGAN] = [
            start,
            end,
            self.names.id(s.kind.name()),
            u32::from(s.quoted),
            self.names.id(s.status.name()),
            s.parent.unwrap_or(NONE),
            s.identity,
            self.names.id(s.rule),
            s.members.len() as u32,
        ];
        rows.push(row);
        for member in &s.members {
            rows.push(self.member(member));
        }
    }

    /// Start, end and group; [`NONE`] and the words' number where only the glossary says it.
    fn member(&mut self, member: &'a Member<Source>) -> [u32; MEMBER] {
        match member {
            Member::Text { span, group } => {
                let Ends { start, end } = self.span(*span);
                [start, end, u32::from(*group)]
            }
            Member::Glossary(words) => [NONE, self.names.id(words), 0],
        }
    }

    fn rejection(&mut self, r: &Rejection<Source>) -> [u32; 5] {
        let Ends { start, end } = self.span(r.span);
        let names = &mut self.names;
        [start, end, names.id(r.layer.name()), names.id(r.reason.name()), names.id(r.rule)]
    }
}

/// Strings that come again and again, by number.
struct Names<'a> {
    /// By the hash of the name; where another name has it already, by the next number that is free.
    ids: BTreeMap<u64, u32>,
    list: Vec<&'a str>,
    /// Names asked for lately, by address: most are the same few literals.
    recent: [(&'a str, u32); RECENT],
}

/// How many places there are for recent names.
const RECENT: usize = 64;

impl Default for Names<'_> {
    fn default() -> Self {
        Self { ids: BTreeMap::new(), list: Vec::new(), recent: [("", NONE); RECENT] }
    }
}

impl<'a> Names<'a> {
    fn id(&mut self, name: &'a str) -> u32 {
        let place = name.as_ptr() as usize % RECENT;
        if let Some((known, id)) = self.recent.get(place)
            && std::ptr::eq(*known, name)
            && *id != NONE
        {
            return *id;
        }
        let id = self.look_up(name);
        if let Some(recent) = self.recent.get_mut(place) {
            *recent = (name, id);
        }
        id
    }

    fn look_up(&mut self, name: &'a str) -> u32 {
        let mut key = hash(name);
        loop {
            let next = self.list.len() as u32;
            let id = *self.ids.entry(key).or_insert(next);
            if id == next {
                self.list.push(name);
            }
            if self.list.get(id as usize) == Some(&name) {
                return id;
            }
            key = key.wrapping_add(1);
        }
    }

    fn optional(&mut self, name: Option<&'a str>) -> u32 {
        name.map_or(NONE, |name| self.id(name))
    }

    fn list(&self) -> JsValue {
        self.list.iter().map(|name| JsValue::from_str(name)).collect::<Array>().into()
    }
}

/// FNV-1a.
fn hash(name: &str) -> u64 {
    name.bytes().fold(0xCBF2_9CE4_8422_2325, |all, byte| {
        (all ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)
    })
}

/// A span in UTF-16 code units.
#[derive(Clone, Copy)]
struct Ends {
    start: u32,
    end: u32,
}

/// What js/analysis.ts takes apart by position. Rows again: for the names of fields the serialiser keeps a hash map of its
/// own, which is 2 KB more to download.
#[derive(Serialize)]
struct ChangeRow<'a>(
    u32,
    u32,
    String,
    String,
    Option<&'a str>,
    [u32; 2],
    Option<String>,
    Option<String>,
    u32,
    u32,
    &'static str,
);

/// Rows of integers on their way into a JavaScript array, a few at a time.
struct Rows {
    array: Uint32Array,
    /// Integers in `array` that are written.
    written: u32,
    chunk: Vec<u32>,
}

/// Integers that are written at once.
const CHUNK: usize = 4096;

impl Rows {
    /// Room for so many integers; it grows where that was too little.
    fn with_capacity(integers: usize) -> Self {
        let array = Uint32Array::new_with_length(integers as u32);
        Self { array, written: 0, chunk: Vec::with_capacity(CHUNK) }
    }

    #[inline]
    fn push<const WIDTH: usize>(&mut self, row: [u32; WIDTH]) {
        if self.chunk.len() + WIDTH > CHUNK {
            self.flush();
        }
        self.chunk.extend(row);
    }

    fn flush(&mut self) {
        let end = self.written + self.chunk.len() as u32;
        if end > self.array.length() {
            let longer = Uint32Array::new_with_length(end.saturating_mul(2));
            longer.set(&self.array, 0);
            self.array = longer;
        }
        self.array.subarray(self.written, end).copy_from(&self.chunk);
        self.written = end;
        self.chunk.clear();
    }

    fn finish(mut self) -> Uint32Array {
        self.flush();
        if self.array.length() == self.written {
            self.array
        } else {
            self.array.slice(0, self.written)
        }
    }
}
