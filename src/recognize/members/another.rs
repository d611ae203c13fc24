//! Whether a list explains another formula than the one it was found for.

use super::{Expansion, Mention, edge};
use crate::recognize::slogan::Reader;
use crate::recognize::slogan::formula;
use crate::recognize::slogan::structure::Quote;
use crate::span::{Span, View};

/// How near another formula in quotation marks is one beside this.
const BESIDE: u32 = 12;

/// “两必谈”“三必访”：生病必访、…: the list says what a formula beside this one counts, and not what this one counts.
pub(super) fn serves_another(mention: &Mention<'_>, found: &Expansion) -> bool {
    let Reader { view, page, cues, .. } = *mention.reader;
    let own = |item: &Span<View>| mention.every_head_in(*item);
    if found.items.iter().any(own) {
        return false;
    }
    // 在“五关”里，叫得最响的是“五个零”：企业诉求零搁置、…: the formula before the mark is nearer.
    let mark = found.items.first().map_or(0, |first| first.start.wrapping_sub(1));
    let led = edge::opens(view, mark).then(|| page.quote_closing_at(mark.wrapping_sub(1)));
    let other = |quote: &Quote| quote.outer() != mention.outer && mention.is_formula(quote.inner);
    if led.flatten().is_some_and(other) {
        return true;
    }
    // 林下种药，林间养蜂，…，人称“一林三用”。“三权分置”…: so is the one between.
    let end = found.items.last().map_or(0, |last| last.end);
    let from = page.quotes.partition_point(|quote| quote.inner.start <= end);
    let between = page.quotes.get(from..).unwrap_or(&[]).iter();
    let mut between = between.take_while(|quote| quote.outer().end <= mention.outer.start);
    if between.any(other) && !mention.heads_in(&found.items) {
        return true;
    }
    let from = page.quotes.partition_point(|quote| quote.inner.end + BESIDE < mention.outer.start);
    let quotes = page.quotes.get(from..).unwrap_or(&[]).iter();
    quotes.take_while(|quote| quote.inner.start < mention.outer.end + BESIDE).any(|quote| {
        quote.outer() != mention.outer
            && formula::parse(view, quote.inner, cues).is_some_and(|shape| {
                let other = Mention { reader: mention.reader, outer: quote.outer(), shape: &shape };
                !shape.slots.is_empty() && found.items.iter().all(|item| other.every_head_in(*item))
            })
    })
}
