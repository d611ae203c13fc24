//! The noun phrase before a number, over links, dates, brackets and what a figure is held against.

use super::{
    BLANK, BRACKET, CLAUSE, CLOSE_QUOTE, CLOSED, EACH, LONGEST, REACH, Reader, Role, join,
};
use crate::segment::Token;
use crate::span::{Span, View};
use crate::text::CharClass;

/// What stands to the left of a number.
#[derive(Default)]
pub(super) struct Left {
    pub(super) phrase: Option<Span<View>>,
    /// The verb directly before, where no noun stands there.
    pub(super) verb: Option<Span<View>>,
    /// The verb before a link, which may be what is counted: 补助仅500元.
    pub(super) linked: Option<Span<View>>,
    /// Whether a link of two characters (达到, 创下) stands directly before the number.
    pub(super) changed: bool,
}

impl Reader<'_> {
    /// The noun phrase before `start`, over links and verbs of change.
    pub(super) fn left(&self, start: u32, floor: u32) -> Left {
        let mut start = start;
        let mut left = Left::default();
        let mut linked = false;
        // 产值 120 万元: the blank is none of the words.
        start -= u32::from(self.view.before(start) == BLANK && start > floor);
        let mut at = start;
        for _ in 0..REACH {
            let Some(token) = self.token_before(at, floor) else { break };
            let against = left.phrase.and_then(|_| self.measured_by(token, start, floor, linked));
            if let Some(from) = against {
                (left.phrase, at) = (None, from);
                continue;
            }
            let behind = std::mem::replace(&mut at, token.span.start);
            match self.role(token) {
                // 稳定在, 迈上: a link of two tokens.
                _ if left.phrase.is_none() && self.is_half_link(token, behind, floor) => {
                    linked = true
                }
                Role::Blank if self.view.char(at) == '\t' => break,
                Role::Blank => {}
                // 增速最快，达13.8%: the clause before has the subject, where it closes with a link itself.
                _ if left.phrase.is_none() && linked && self.closes_with_link(token, floor) => {}
                // 意外险（15元/天）
                Role::Open if token.span.end == start && self.view.char(at) == '(' => start = at,
                // 招聘数与报考人数之比
                _ if left.phrase.is_some() && self.view.char(at) == '之' => {
                    left.phrase = Some(join(left.phrase, token.span))
                }
                // 零售价：1.50元
                Role::Other if token.span.end == start && self.view.char(at) == ':' => {}
                Role::Other if self.is_time_particle(token, start, floor) => {}
                Role::Time if left.phrase.is_none() && at < start => {}
                Role::Close if left.phrase.is_none() => match self.opening(token, floor) {
                    // 由“十三五”末的52%: a quoted period is no thing.
                    Some(open) if self.is_number_until(open + 1, token.span.start) => at = open,
                    Some(open) if self.view.at(token.span.start) == CLOSE_QUOTE => {
                        left.phrase = Some(Span::new(open + 1, token.span.start))
                            .filter(|inner| !inner.is_empty());
                        return left;
                    }
                    Some(open) => {
                        // 因公出国（境）5批: as if the bracket were not there.
                        start = if token.span.end == start { open } else { start };
                        at = open;
                    }
                    None => break,
                },
                _ if left.phrase.is_none() && self.is_link(token) => {
                    linked = true;
                    left.changed |= token.span.end == start && token.span.len() >= 2;
                    // 降幅达九成
                    let named = self.is_ending(token).then_some(token.span);
                    left.linked = left.linked.or(named);
                }
                // 增加值比上年增长: 比 compares, it is no ratio.
                _ if left.phrase.is_none() && self.compares(token) => {}
                // 每坪28万元
                _ if left.phrase.is_none()
                    && (self.view.at(at) == EACH || self.view.before(at) == EACH) => {}
                // 惠及居民5.3万户: what links a number elsewhere is a verb here.
                Role::Noun if self.link_role(token.span) == Some("link") => break,
                // 增长面达71%, 的村达216个: 达 grown to the word before it is a link.
                Role::Noun
                    if token.span.end == start
                        && token.span.len() == 2
                        && self.view.char(start - 1) == '达' =>
                {
                    left.phrase = Some(Span::new(token.span.start, start - 1));
                    left.changed = true;
                }
                Role::Noun => left.phrase = Some(join(left.phrase, token.span)),
                // 办结率, 种植面积: a verb before such a head is its attribute.
                Role::Verb if left.phrase.is_some_and(|phrase| self.opens_with_ending(phrase)) => {
                    left.phrase = Some(join(left.phrase, token.span))
                }
                // 示范课: a verb makes a word of a single character.
                Role::Verb
                    if left
                        .phrase
                        .is_some_and(|phrase| phrase.len() == 1 && phrase.end == start)
                        && token.span.len() >= 2 =>
                {
                    left.phrase = Some(join(left.phrase, token.span))
                }
                Role::Attribute if left.phrase.is_some() => {
                    left.phrase = Some(join(left.phrase, token.span))
                }
                // 水平显著提升5%: an adverbial before the verb.
                Role::Attribute if left.phrase.is_none() && linked && token.span.end < start => {}
                // The lexicon's tags are rough: a longer word beside the number is what is counted.
                _ if left.phrase.is_none()
                    && token.span.end == start
                    && token.span.len() >= 2
                    && (self.role(token) == Role::Attribute || self.is_rough(token)) =>
                {
                    left.phrase = Some(token.span)
                }
                Role::Verb
                    if left.phrase.is_none()
                        && token.span.end == start
                        && token.span.len() >= 2 =>
                {
                    if let Some(named) = self.quoted_before(at, floor) {
                        left.phrase = Some(named);
                        return left;
                    }
                    if self
                        .token_before(at, floor)
                        .is_none_or(|before| self.role(before) != Role::Noun)
                    {
                        left.verb = Some(token.span);
                        break;
                    }
                    // 税收收入, 上年结转: a verb between a noun and its number is nominal.
                    left.phrase = Some(token.span);
                }
                // 总产值提前一季度越过: an adverbial before the link.
                Role::Number | Role::Verb
                    if left.phrase.is_none() && (linked || self.role(token) == Role::Number) =>
                {
                    let verb = self.role(token) == Role::Verb && token.span.len() >= 2;
                    left.linked = left.linked.or(verb.then_some(token.span));
                }
                _ => break,
            }
            if left.phrase.is_some_and(|phrase| phrase.len() >= LONGEST) {
                break;
            }
        }
        left.phrase = left
            .phrase
            .map(|phrase| self.with_rate(self.without_verb(phrase), start))
            .filter(|phrase| phrase.len() >= 2 || self.is_place(*phrase) || self.opens(*phrase));
        left
    }

    pub(super) fn is_number_until(&self, at: u32, end: u32) -> bool {
        self.is_number(at) && self.tokens.at(at).is_some_and(|token| token.span.end == end)
    }

    pub(super) fn closes_with_link(&self, comma: Token, floor: u32) -> bool {
        self.view.char(comma.span.start) == '，'
            && self.token_before(comma.span.start, floor).is_some_and(|last| self.is_link(last))
    }

    /// 比预算数减少5万元, 较上年度增长2%, 为预算的98%: what a figure is held against is not what it counts. Where that begins.
    pub(super) fn measured_by(
        &self,
        token: Token,
        start: u32,
        floor: u32,
        linked: bool,
    ) -> Option<u32> {
        let of_it = self.view.char(start - 1) == '的';
        let compares = |token: &Token| {
            self.view.starts_with(token.span.start, "完成") && linked && of_it
                || token.span.len() == 1
                    && match self.view.char(token.span.start) {
                        '占' => true,
                        '比' | '较' => linked,
                        '为' | '是' => linked && of_it,
                        _ => false,
                    }
        };
        let mut words = std::iter::successors(Some(token), |word| {
            self.token_before(word.span.start, floor).filter(|_| self.role(*word) != Role::Close)
        });
        words.by_ref().take(3).find(compares).map(|word| word.span.start)
    }

    /// 比 or 较 before a time.
    pub(super) fn compares(&self, token: Token) -> bool {
        let time = |next: Token| matches!(self.role(next), Role::Time | Role::Number);
        matches!(self.view.char(token.span.start), '比' | '较')
            && token.span.len() == 1
            && self.tokens.at(token.span.end).is_some_and(time)
    }

    pub(super) fn opens_with_ending(&self, phrase: Span<View>) -> bool {
        self.tokens.at(phrase.start).is_some_and(|first| self.is_ending(first))
    }

    /// 50万元以上的村达到128个
    pub(super) fn is_place(&self, phrase: Span<View>) -> bool {
        phrase.start > 0
            && self.view.char(phrase.start - 1) == '的'
            && self.link_role(phrase) == Some("suffix")
    }

    /// 船八十只: a noun of one character may open a clause.
    pub(super) fn opens(&self, phrase: Span<View>) -> bool {
        let noun =
            self.tokens.at(phrase.start).is_some_and(|token| self.tags.name(token.tag) == "n");
        let before = phrase.start.checked_sub(1);
        noun && before.is_none_or(|before| {
            self.view.class(before).any(CLAUSE.or(CharClass::LINE_BREAK))
                || self.view.char(before) == '、'
        })
    }

    /// “书香夜校”已举办18期: the quoted name before the verb and its adverbs.
    pub(super) fn quoted_before(&self, at: u32, floor: u32) -> Option<Span<View>> {
        let mut at = at;
        while let Some(token) = self.token_before(at, floor).filter(|token| self.is_link(*token)) {
            at = token.span.start;
        }
        let close = self.token_before(at, floor)?;
        let quoted = self.view.at(close.span.start) == CLOSE_QUOTE;
        let open = quoted.then(|| self.opening(close, floor)).flatten()?;
        Some(Span::new(open + 1, close.span.start)).filter(|inner| !inner.is_empty())
    }

    /// Where the mark closed by `close` opens.
    pub(super) fn opening(&self, close: Token, floor: u32) -> Option<u32> {
        let low = close.span.start.saturating_sub(BRACKET).max(floor);
        (low..close.span.start).rev().find(|at| self.view.class(*at).any(CharClass::OPEN))
    }

    /// 排查隐患312处: a nominal verb that opens the clause is its predicate, not part of what is counted.
    pub(super) fn without_verb(&self, phrase: Span<View>) -> Span<View> {
        let Some(first) = self.tokens.at(phrase.start) else { return phrase };
        let opens = first.span.start == 0 || self.view.class(first.span.start - 1).any(CLAUSE);
        let is_verb = self.tags.name(first.tag) == "vn";
        if opens && is_verb && phrase.end >= first.span.end + 2 {
            Span::new(first.span.end, phrase.end)
        } else {
            phrase
        }
    }

    /// 户均增收5200元: a rate alone is no thing, what rises by it belongs to it.
    fn with_rate(&self, phrase: Span<View>, start: u32) -> Span<View> {
        let rate = self.view.char(phrase.end - 1) == '均' && start - phrase.end <= CLOSED;
        let gains = |word: Token| word.span.len() == 2 && self.is_link(word);
        match self.tokens.before(start).filter(|word| rate && gains(*word)) {
            Some(word) if word.span.start >= phrase.end => phrase.cover(word.span),
            _ => phrase,
        }
    }

    /// 比分, 满分: what the lexicon does not know it may take for an adverb.
    pub(super) fn is_rough(&self, token: Token) -> bool {
        matches!(self.tags.name(token.tag), "d" | "zg" | "ag")
    }

    /// Whether the token makes a link together with one beside it.
    pub(super) fn is_half_link(&self, token: Token, end: u32, floor: u32) -> bool {
        let links = |a: Token, b: Token| {
            a.span.end == b.span.start
                && (self.link_role(a.span.cover(b.span)) == Some("link")
                    || b.span.len() == 1
                        && matches!(self.view.char(b.span.start), '到' | '至' | '为')
                        && self.counted.changes.get(self.view, a.span).is_some())
        };
        token.span.end == end && self.tokens.at(end).is_some_and(|next| links(token, next))
            || self.token_before(token.span.start, floor).is_some_and(|last| links(last, token))
    }

    /// 的 directly before the number, behind a date or a word of time: 由去年的36%.
    pub(super) fn is_time_particle(&self, token: Token, start: u32, floor: u32) -> bool {
        self.view.char(token.span.start) == '的'
            && token.span.end == start
            && self
                .token_before(token.span.start, floor)
                .is_some_and(|before| matches!(self.role(before), Role::Number | Role::Time))
    }
}
