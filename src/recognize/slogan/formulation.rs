//! Formulations: standing wordings of doctrine without a numeral, from data/formulations.tsv.

use super::{Found, Reader};
use crate::annotation::SloganKind;
use crate::span::Span;

/// Finds the listed wordings, the longest at each place.
pub(super) fn find(reader: &Reader<'_>, found: &mut Found) {
    let Reader { view, lists, .. } = *reader;
    let mut at = 0;
    while at < view.len() {
        let hit = match lists.formulations.may_start(view.at(at)) {
            true => lists.formulations.longest(view, at),
            false => None,
        };
        match hit {
            Some(hit) if !reader.page.in_title(at) => {
                let span = Span::new(at, at + hit.length);
                found.slogan(reader, span, SloganKind::Formulation, "listed-formulation");
                at += hit.length;
            }
            _ => at += 1,
        }
    }
}
