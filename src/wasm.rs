//! The JavaScript boundary: the only room that knows wasm-bindgen, web-sys and serde. It converts and returns.
//!
//! Offsets leave as UTF-16 code units; the text never leaves at all, since JavaScript has it. Annotations are converted
//! one by one, so that the wasm memory holds no second copy of them. Fields at their usual value are left out, and
//! js/analyzer.ts puts them back: a field costs more to carry than to make.
//!
//! ```text
//! &Number<Source> ─► NumberObject (UTF-16, serialisable) ─► plain object { start, end, kind, value, … }
//! ```

use js_sys::{Array, Object, Reflect, Uint32Array};
use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::annotation::{
    Bound, Change, Fact, Member, MemberStatus, Number, Rejection, Slogan, Value,
};
use crate::error::Error;
use crate::numeral::Decimal;
use crate::segment::{Mode, SourceToken};
use crate::span::{Source, Span};
use crate::utf16::Utf16Offsets;
use crate::{Analysis, Options};

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

    /// Analyses `text`; the answer is one object of arrays, an array for each sort of finding that `wanted` names.
    pub fn analyze(&self, text: &str, wanted: &Wanted) -> Result<JsValue, JsValue> {
        let analysis = self.inner.analyze(text, &wanted.options()).map_err(error_object)?;
        answer(text, &analysis, wanted)
    }

    /// Cuts `text` into words and finds nothing else: start, end and tag of each token, one after the other.
    pub fn segment(&self, text: &str, wanted: &Wanted) -> Result<Uint32Array, JsValue> {
        let mut offsets = Utf16Offsets::new(text);
        let mut flat = Flat::with_capacity(text.len() as u32 / 5);
        self.inner
            .segment(text, &wanted.options(), |token| flat.push(&mut offsets, token))
            .map_err(error_object)?;
        Ok(flat.finish())
    }

    /// Names of the tags, by number.
    pub fn tags(&self) -> Vec<String> {
        self.inner.lexicon().map(|lexicon| lexicon.tag_names().map(String::from).collect()).unwrap_or_default()
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
    fn limit(this: &Wanted) -> u32;
}

impl Wanted {
    fn options(&self) -> Options {
        let mode = match self.mode() {
            1 => Mode::Full,
            2 => Mode::Search,
            _ => Mode::Accurate,
        };
        Options { limit: self.limit() as usize, mode, parts: self.parts(), words: self.words() }
    }
}

/// An `Error` with the stable code, for js/errors.ts to put into the reader's language.
fn error_object(error: Error) -> JsValue {
    let object = js_sys::Error::new(&error.to_string());
    let _ = Reflect::set(&object, &"code".into(), &error.code().into());
    object.into()
}

fn answer(text: &str, analysis: &Analysis, wanted: &Wanted) -> Result<JsValue, JsValue> {
    let mut convert = Convert { offsets: Utf16Offsets::new(text) };
    let Analysis { numbers, changes, facts, slogans, rejected, tokens } = analysis;
    let object = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&object, &name.into(), &value).map(drop);
    if wanted.words() {
        let mut flat = Flat::with_capacity(tokens.len() as u32);
        tokens.iter().for_each(|token| flat.push(&mut convert.offsets, token));
        set("tokens", flat.finish().into())?;
    }
    if wanted.numbers() {
        set("numbers", list(numbers.iter(), |n| convert.number(n))?)?;
        set("changes", list(changes.iter(), |c| convert.change(c))?)?;
        set("facts", list(facts.iter(), |f| convert.fact(f))?)?;
    }
    if wanted.slogans() {
        set("slogans", list(slogans.iter(), |s| convert.slogan(s))?)?;
    }
    if wanted.rejected() {
        set("rejected", list(rejected.iter(), |r| convert.rejection(r))?)?;
    }
    Ok(object.into())
}

/// Converts item after item, so that only one twin is in memory at a time.
fn list<T, O: Serialize>(
    items: impl Iterator<Item = T>,
    mut convert: impl FnMut(T) -> O,
) -> Result<JsValue, JsValue> {
    let array = Array::new();
    for item in items {
        array.push(&serde_wasm_bindgen::to_value(&convert(item))?);
    }
    Ok(array.into())
}

/// From annotations over the source to twins over UTF-16.
struct Convert<'s> {
    offsets: Utf16Offsets<'s>,
}

impl Convert<'_> {
    fn span(&mut self, span: Span<Source>) -> SpanObject {
        SpanObject { start: self.offsets.get(span.start), end: self.offsets.get(span.end) }
    }

    fn number<'a>(&mut self, n: &'a Number<Source>) -> NumberObject<'a> {
        let SpanObject { start, end } = self.span(n.span);
        NumberObject {
            start,
            end,
            kind: Name(n.kind.name()),
            value: n.value.into(),
            unit: n.unit.as_deref(),
            bound: (n.bound != Bound::Exact).then(|| Name(n.bound.name())),
            of: n.of.map(|of| self.span(of)),
            edtf: n.edtf.as_deref(),
            iso: n.iso.as_deref(),
            direction: n.direction.map(|d| Name(d.name())),
            rate: n.rate.map(|r| Name(r.name())),
            planned: n.planned,
            rule: Name(n.rule),
        }
    }

    fn change<'a>(&mut self, c: &'a Change<Source>) -> ChangeObject<'a> {
        let SpanObject { start, end } = self.span(c.span);
        let delta = c.to.minus(c.from);
        ChangeObject {
            start,
            end,
            from: c.from.to_string(),
            to: c.to.to_string(),
            unit: c.unit.as_deref(),
            of: c.of.map(|of| self.span(of)),
            delta: delta.map(|d| d.to_string()),
            percent: delta.and_then(|d| percent_of(d, c.from)).map(|p| p.to_string()),
            first: c.first,
            last: c.last,
            rule: Name(c.rule),
        }
    }

    fn fact(&mut self, f: &Fact<Source>) -> FactObject {
        FactObject {
            number: f.number,
            indicator: f.indicator.map(|span| self.span(span)),
            time: f.time,
            sentence: self.span(f.sentence),
        }
    }

    fn slogan<'a>(&mut self, s: &'a Slogan<Source>) -> SloganObject<'a> {
        let SpanObject { start, end } = self.span(s.span);
        SloganObject {
            start,
            end,
            kind: Name(s.kind.name()),
            quoted: s.quoted,
            members: s.members.iter().map(|member| self.member(member)).collect(),
            member_status: (s.status != MemberStatus::None).then(|| Name(s.status.name())),
            parent: s.parent,
            identity: s.identity,
            rule: Name(s.rule),
        }
    }

    fn member<'a>(&mut self, member: &'a Member<Source>) -> MemberObject<'a> {
        match member {
            Member::Text { span, group } => {
                let SpanObject { start, end } = self.span(*span);
                MemberObject::Text { start, end, group: *group }
            }
            Member::Glossary(text) => MemberObject::Glossary { text },
        }
    }

    fn rejection(&mut self, r: &Rejection<Source>) -> RejectionObject {
        let SpanObject { start, end } = self.span(r.span);
        RejectionObject {
            start,
            end,
            of: Name(r.layer.name()),
            reason: Name(r.reason.name()),
            rule: Name(r.rule),
        }
    }
}

/// `part` in per cent of `whole`, two decimals.
fn percent_of(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.times(Decimal::from_integer(100))?.over(whole, 2)
}

/// A string that stands in the program. Written as the name of a variant, which the serialiser turns into a JavaScript
/// string once and keeps.
#[derive(Clone, Copy)]
struct Name(&'static str);

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("Name", 0, self.0)
    }
}

#[derive(Clone, Copy, Serialize)]
struct SpanObject {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct NumberObject<'a> {
    start: u32,
    end: u32,
    kind: Name,
    #[serde(skip_serializing_if = "ValueObject::is_none")]
    value: ValueObject,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<Name>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<SpanObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edtf: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    iso: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<Name>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rate: Option<Name>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    planned: bool,
    rule: Name,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ValueObject {
    None,
    One(String),
    Two(String, String),
}

impl ValueObject {
    fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}

impl From<Value> for ValueObject {
    fn from(value: Value) -> Self {
        match value {
            Value::None => Self::None,
            Value::Exact(value) => Self::One(value.to_string()),
            Value::Range(low, high) => Self::Two(low.to_string(), high.to_string()),
            Value::Fraction(part, whole) => Self::One(format!("{part}/{whole}")),
            Value::Proportion(left, right) => Self::One(format!("{left}:{right}")),
        }
    }
}

#[derive(Serialize)]
struct ChangeObject<'a> {
    start: u32,
    end: u32,
    from: String,
    to: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<SpanObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delta: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<String>,
    first: u32,
    last: u32,
    rule: Name,
}

#[derive(Serialize)]
struct FactObject {
    number: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<SpanObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<u32>,
    sentence: SpanObject,
}

#[derive(Serialize)]
struct SloganObject<'a> {
    start: u32,
    end: u32,
    kind: Name,
    quoted: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    members: Vec<MemberObject<'a>>,
    #[serde(rename = "memberStatus", skip_serializing_if = "Option::is_none")]
    member_status: Option<Name>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<u32>,
    identity: u32,
    rule: Name,
}

#[derive(Serialize)]
#[serde(untagged)]
enum MemberObject<'a> {
    Text { start: u32, end: u32, group: u8 },
    Glossary { text: &'a str },
}

#[derive(Serialize)]
struct RejectionObject {
    start: u32,
    end: u32,
    of: Name,
    reason: Name,
    rule: Name,
}

/// Tokens on their way into a JavaScript array, a few at a time.
struct Flat {
    array: Uint32Array,
    /// Numbers in `array` that are written.
    written: u32,
    chunk: Vec<u32>,
}

/// Numbers a chunk holds.
const CHUNK: usize = 3 * 1024;

impl Flat {
    /// Room for so many tokens; it grows where that was too little.
    fn with_capacity(tokens: u32) -> Self {
        let array = Uint32Array::new_with_length(tokens.saturating_mul(3));
        Self { array, written: 0, chunk: Vec::with_capacity(CHUNK) }
    }

    #[inline]
    fn push(&mut self, offsets: &mut Utf16Offsets<'_>, token: SourceToken) {
        if self.chunk.len() >= CHUNK {
            self.flush();
        }
        let SourceToken { span, tag } = token;
        self.chunk.extend([offsets.get(span.start), offsets.get(span.end), u32::from(tag.0)]);
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
        if self.array.length() == self.written { self.array } else { self.array.slice(0, self.written) }
    }
}
