//! Where a text is at home: in Taiwan a plain 元 is a Taiwan dollar and 113年 a year of the Republic, in Hong Kong 元 is the
//! Hong Kong dollar. Only a text in Traditional characters is asked, and only one in which such a numeral stands.

use super::tables::Tables;
use crate::text::{CharClass, Text};

/// How much of the text is read for its script.
const SCRIPT_REACH: u32 = 400;
/// How many characters of it have to be Traditional.
const TRADITIONAL: usize = 3;
/// How much of the text is read for words that name the place.
const WORD_REACH: u32 = 8000;

/// The currency of a plain 元, where the text says where it is at home.
pub(super) fn currency<'t>(text: &Text<'_>, tables: &'t Tables) -> Option<&'t str> {
    if !is_traditional(text) {
        return None;
    }
    let view = text.view();
    let mut counts: Vec<(&str, u32)> = Vec::new();
    for at in 0..view.len().min(WORD_REACH) {
        let Some(found) = tables.regions.longest(view, at) else { continue };
        let currency = found.column(1);
        match counts.iter_mut().find(|(known, _)| *known == currency) {
            Some((_, count)) => *count += 1,
            None => counts.push((currency, 1)),
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(currency, _)| currency)
}

/// Whether Han characters of the source differ from the view, which is Simplified.
fn is_traditional(text: &Text<'_>) -> bool {
    let (source, view) = (text.source(), text.view());
    let mut cursor = text.cursor();
    (0..view.len().min(SCRIPT_REACH))
        .filter(|at| view.class(*at).any(CharClass::HAN))
        .filter(|at| {
            let start = cursor.start_of(*at) as usize;
            source.get(start..).and_then(|rest| rest.chars().next()) != Some(view.char(*at))
        })
        .take(TRADITIONAL)
        .count()
        == TRADITIONAL
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Normalizer;

    #[test]
    fn words_tell_the_place_and_script_is_asked_first() {
        let normalizer = Normalizer::new();
        let tables =
            Tables::new(crate::recognize::number::frozen_words(&normalizer).into(), &normalizer);
        let of =
            |source: &str| currency(&Text::new(source, &normalizer), &tables).map(str::to_owned);
        assert_eq!(of("行政院會通過總預算案，縣府編列經費").as_deref(), Some("TWD"));
        assert_eq!(of("立法會討論，樓價與恒指齊升，差餉寬減").as_deref(), Some("HKD"));
        assert_eq!(of("台湾县市长到访，行政院回应"), None);
        assert_eq!(of("全國糧食產量創歷史新高"), None);
    }
}
