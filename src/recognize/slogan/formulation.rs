//! Formulations: standing wordings of doctrine without a numeral, from data/formulations.tsv.

use super::{Found, Reader};
use crate::annotation::SloganKind;
use crate::span::Span;

/// Finds the listed wordings, the longest at each place.
pub(super) fn find(reader: &Reader<'_>, found: &mut Found) {
    let Reader { view, lists, .. } = *reader;
    let mut at = 0;
    while at < view.len() {
        match lists.formulation_at(view, at) {
            Some(length) if !reader.page.in_title(at) => {
                let span = Span::new(at, at + length);
                found.slogan(reader, span, SloganKind::Formulation, "listed-formulation");
                at += length;
            }
            _ => at += 1,
        }
    }
}
