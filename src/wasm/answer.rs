//! The answer to an analysis: an object of rows, arrays and texts.

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::columns;
use super::convert::{Convert, MEMBER, SEPARATOR, SLOGAN};
use super::rows::{Rows, rows};
use super::wanted::Wanted;
use crate::Analysis;
use crate::annotation::Identity;

pub(super) fn answer(text: &str, analysis: &Analysis, wanted: &Wanted) -> Result<JsValue, JsValue> {
    let mut convert = Convert::new(text);
    let Analysis { numbers, changes, slogans, identities, rejected, tokens, .. } = analysis;
    let object = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&object, &name.into(), &value).map(drop);
    if wanted.words() {
        columns::put(&object, text, tokens)?;
    }
    if wanted.numbers() {
        set("numbers", rows(numbers.len(), numbers.iter(), |n| convert.number(n)))?;
        set("texts", JsValue::from_str(&convert.texts))?;
        set("changes", arrays(changes.iter(), |c| convert.change(c))?)?;
        set("facts", rows(numbers.len(), analysis.facts(), |f| convert.fact(f)))?;
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
