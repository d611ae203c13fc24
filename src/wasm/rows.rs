//! Rows of integers on their way into a JavaScript array.

use js_sys::Uint32Array;
use wasm_bindgen::prelude::*;

/// Converts item after item to rows.
pub(super) fn rows<T, const WIDTH: usize>(
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

/// The array, and the rows that are not in it yet.
pub(super) struct Rows {
    array: Uint32Array,
    /// Integers in `array` that are written.
    written: u32,
    chunk: Vec<u32>,
}

/// Integers that are written at once.
const CHUNK: usize = 4096;

impl Rows {
    /// Room for so many integers; it grows where that was too little.
    pub(super) fn with_capacity(integers: usize) -> Self {
        let array = Uint32Array::new_with_length(integers as u32);
        Self { array, written: 0, chunk: Vec::with_capacity(CHUNK) }
    }

    #[inline]
    pub(super) fn push<const WIDTH: usize>(&mut self, row: [u32; WIDTH]) {
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

    pub(super) fn finish(mut self) -> Uint32Array {
        self.flush();
        if self.array.length() == self.written {
            self.array
        } else {
            self.array.slice(0, self.written)
        }
    }
}
