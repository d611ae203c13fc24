//! Words as numbers.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::convert::NONE;
use crate::gather::Gather as _;
use crate::numbering::Numbering;

/// Strings that come again and again, by number.
pub(super) struct Names<'a> {
    /// By their bytes.
    ids: Numbering,
    list: Vec<&'a str>,
    /// Names asked for lately, by address: most are the same few literals.
    recent: [(&'a str, u32); RECENT],
}

/// How many places there are for recent names.
const RECENT: usize = 64;

impl Default for Names<'_> {
    fn default() -> Self {
        Self { ids: Numbering::default(), list: Vec::new(), recent: [("", NONE); RECENT] }
    }
}

impl<'a> Names<'a> {
    pub(super) fn id(&mut self, name: &'a str) -> u32 {
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
        let key: Vec<u16> = name.bytes().map(u16::from).gather();
        let id = self.ids.put(&key);
        self.list.resize(self.ids.len() as usize, name);
        id
    }

    pub(super) fn optional(&mut self, name: Option<&'a str>) -> u32 {
        name.map_or(NONE, |name| self.id(name))
    }

    pub(super) fn list(&self) -> JsValue {
        self.list.iter().map(|name| JsValue::from_str(name)).collect::<Array>().into()
    }
}
