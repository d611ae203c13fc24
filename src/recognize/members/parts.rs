//! Formulas with several numerals and what the text takes up of them: “一核” and “两翼”, where “一核两翼” is spelled out, and “三学三导”, where
//! “三学” and “三导” are.

use super::{Expansion, counting};
use crate::annotation::{Slogan, SloganKind};
use crate::gather::{Gather as _, Put as _};
use crate::numbering::Numbering;
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::formula::Shape;
use crate::span::{Span, View};

/// What each numeral of such formulas stands for, by its words.
pub(super) struct Parts {
    names: Numbering,
    lists: Vec<Expansion>,
}

impl Parts {
    pub(super) fn new(
        reader: &Reader<'_>,
        slogans: &[Slogan<View>],
        shapes: &[Option<Shape>],
        best: &[Option<Expansion>],
    ) -> Self {
        let mut parts = Self { names: Numbering::default(), lists: Vec::new() };
        for (slogan, shape) in counting(slogans, shapes).filter(|both| both.1.slots.len() > 1) {
            if let Some(Some(whole)) = best.get(slogan.identity as usize)
                && whole.items.len() == shape.total() as usize
            {
                parts.add(reader, slogan.span.start, shape, &whole.items);
            }
        }
        parts
    }

    fn add(&mut self, reader: &Reader<'_>, from: u32, shape: &Shape, items: &[Span<View>]) {
        let mut items = items.to_vec();
        for ((name, _), (_, own)) in shape.parts(from).zip(shape.shares(&mut items)) {
            let place = self.names.put(reader.view.slice(name));
            if place as usize == self.lists.len() {
                self.lists.put(Expansion::complete(own.to_vec()));
            }
        }
    }

    /// The lists of all its parts for each formula that has them.
    pub(super) fn join(
        reader: &Reader<'_>,
        slogans: &[Slogan<View>],
        shapes: &[Option<Shape>],
        best: &mut [Option<Expansion>],
    ) {
        let (mut names, mut lists) = (Numbering::default(), Vec::new());
        let several = || counting(slogans, shapes).filter(|both| both.1.slots.len() > 1);
        if several().next().is_none() {
            return;
        }
        for slogan in slogans.iter().filter(|slogan| slogan.kind == SloganKind::Formula) {
            let place = names.put(reader.view.slice(slogan.span)) as usize;
            if place == lists.len() {
                lists.put(slogan.identity as usize);
            }
        }
        for (slogan, shape) in several() {
            let list = |(part, _): (Span<View>, _)| {
                let place = names.get(reader.view.slice(part))?;
                best.get(*lists.get(place as usize)?)?.as_ref()
            };
            let told: Option<Vec<_>> = shape.parts(slogan.span.start).map(list).collect();
            let items: Vec<_> =
                told.iter().flatten().flat_map(|list| list.items.iter().copied()).gather();
            if items.len() == shape.total() as usize
                && let Some(slot) = best.get_mut(slogan.identity as usize)
            {
                *slot = Some(Expansion::complete(items));
            }
        }
    }

    pub(super) fn get(&self, name: &[u16]) -> Option<&Expansion> {
        self.lists.get(self.names.get(name)? as usize)
    }
}
