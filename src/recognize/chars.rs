//! Small sets of characters that a rule asks for beside what it reads: the rows of data/characters.tsv, as constants.
//!
//! `chars::STREET.at(view, at)` asks whether a street's name ends at `at`.

use crate::text::ViewText;

include!(concat!(env!("OUT_DIR"), "/chars.rs"));

/// A set: where its characters begin in `ALL`, which parts sets by zeros.
#[derive(Clone, Copy)]
pub(crate) struct Chars(u16);

impl Chars {
    /// Whether one of them stands at `at` of the view.
    #[inline(never)]
    pub(crate) fn at(self, view: ViewText<'_>, at: u32) -> bool {
        self.hold(view.unit(at))
    }

    /// Whether `unit` is one of them.
    pub(crate) fn hold(self, unit: u16) -> bool {
        let own = ALL.get(usize::from(self.0)..).unwrap_or_default();
        // Asked everywhere: what ends the set is looked for last.
        let found = own.iter().find(|known| **known == unit || **known == 0);
        unit != 0 && found == Some(&unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_ends_where_the_next_begins() {
        for c in "和与及".encode_utf16() {
            assert!(AND.hold(c));
        }
        assert!(ALL.iter().filter(|unit| AND.hold(**unit)).count() >= 3);
        let others = ALL.iter().filter(|unit| {
            !['和', '与', '及'].contains(&char::from_u32(u32::from(**unit)).unwrap())
        });
        assert!(others.clone().count() > 100 && others.clone().all(|unit| !AND.hold(*unit)));
        assert!(!AND.hold(0));
    }
}
