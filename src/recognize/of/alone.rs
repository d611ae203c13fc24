//! What stands alone with a figure in its clause, or in the clause before a price.

use super::{CLOSED, EACH, Reader};
use crate::annotation::{Number, NumberKind};
use crate::recognize::chars;
use crate::segment::Token;
use crate::span::{Span, View};
use crate::text::CharClass;

impl Reader<'_> {
    /// 月票90元, 收缩压只有85毫米汞柱: all that stands before the figure in its clause, where the lexicon does not know and cuts it.
    pub(super) fn headed(&self, number: &Number<View>, floor: u32) -> Option<Span<View>> {
        let words = self.words_back(number.span.start, floor);
        let mut words = words.skip_while(|word| self.is_link(*word)).take(CLOSED as usize);
        let last = words.next().filter(|word| self.is_part(*word))?;
        let first = words.take_while(|word| self.is_part(*word)).last().unwrap_or(last);
        let said = first.span.cover(last.span);
        let short = |word: Token| word.span.len() == 1;
        // 跑完5公里, 连过三关, 两双7元: a deed, or a number
        let acts = |word: Token| {
            let tag = self.tags.name(word.tag);
            matches!(tag, "d" | "q") || short(word) && tag.starts_with('v')
        };
        // 姜5片: it may be a name elsewhere.
        let name = first.span != last.span
            || self.tags.name(last.tag) == "nr" && !self.counts(number, "people");
        let next = last.span.end;
        // 收缩压只有85毫米汞柱; but 单位补4元, 手术做了6小时
        let deed = next == number.span.start || chars::ONCE.at(self.view, next) || said.len() != 3;
        let cut = name && (short(first) || short(last)) && !acts(first) && !(deed && acts(last));
        let cut =
            cut && self.view.char(said.start) != '一' && !chars::BEYOND.at(self.view, said.start);
        let alone = cut
            && said.len() <= CLOSED
            && (said.len() == 1 || !self.is_actor(last))
            && self.heads_clause(said.start);
        Some(said).filter(|_| alone)
    }

    /// Whether it may be a part of a word that the lexicon cut.
    fn is_part(&self, word: Token) -> bool {
        let tag = self.tags.name(word.tag).as_bytes().first();
        !matches!(tag, Some(b'r' | b'p' | b'c' | b'u' | b'f'))
            && self.view.class(word.span.start).any(CharClass::HAN)
            && !self.is_link(word)
            && self.view.at(word.span.start) != EACH
    }

    /// 涨得最多的是菠菜，每公斤9.8元; 鸡蛋每500克5元: what is sold so, of the measure as of the price.
    pub(super) fn priced(
        &self,
        number: &Number<View>,
        before: &[Number<View>],
        next: Option<&Number<View>>,
    ) -> Option<Span<View>> {
        let start = number.span.start;
        let price = |number: &Number<View>| number.kind == NumberKind::Money;
        let priced = next.is_some_and(|next| price(next) && next.span.start == number.span.end);
        let measure = before.last().filter(|measure| measure.span.end == start);
        let at = match measure {
            _ if priced => start.checked_sub(1)?,
            Some(measure) if price(number) => measure.span.start.checked_sub(1)?,
            None if price(number) => self.tokens.before(start)?.span.start,
            _ => return None,
        };
        // 每 and 公斤
        let at = at - u32::from(self.view.at(at) != EACH && self.view.before(at) == EACH);
        let comma = u32::from(self.view.follows(at, '，'));
        let mut earlier = before.iter().rev().skip(usize::from(measure.is_some()));
        let floor = earlier.next().map_or(0, |last| last.span.end);
        let sold =
            self.left(at.checked_sub(comma)?, floor).phrase.filter(|_| self.view.at(at) == EACH);
        sold.filter(|sold| {
            (measure.is_some() || priced || comma > 0)
                && sold.end + comma == at
                && !self.ends_with_actor(*sold)
                && !chars::MIDST.at(self.view, sold.end - 1)
        })
    }
}
