//! Words as numbers.

use std::collections::BTreeMap;

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::convert::NONE;

/// Strings that come again and again, by number.
pub(super) struct Names<'a> {
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

    pub(super) fn optional(&mut self, name: Option<&'a str>) -> u32 {
        name.map_or(NONE, |name| self.id(name))
    }

    pub(super) fn list(&self) -> JsValue {
        self.list.iter().map(|name| JsValue::from_str(name)).collect::<Array>().into()
    }
}

/// FNV-1a.
fn hash(name: &str) -> u64 {
    name.bytes().fold(0xCBF2_9CE4_8422_2325, |all, byte| {
        (all ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)
    })
}
