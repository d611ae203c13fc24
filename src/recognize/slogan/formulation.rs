//! Formulations: standing wordings of doctrine without a numeral, from data/formulations.tsv.

use super::{Found, Reader};
use crate::annotation::SloganKind;
use crate::span::Span;

/// Takes the longest listed wording at `at`: how long it is, 0 where there is none.
pub(super) fn take(reader: &Reader<'_>, at: u32, found: &mut Found) -> u32 {
    match reader.lists.formulation_at(reader.view, at) {
        Some(length) if !reader.page.in_title(at) => {
            let span = Span::new(at, at + length);
            found.slogan(reader, span, SloganKind::Formulation, "listed-formulation");
            length
        }
        _ => 0,
    }
}
