//! What a number counts: the noun to its right, or else the words to its left.
//!
//! | text | of |
//! |---|---|
//! | 46个**读书小组**受到表扬 | right |
//! | 新建**充电站**36座， | left |
//! | **合格率**达99.1% | left, over a link |
//! | **近视率**由2019年的41.3% | left, over a date with 的 |
//! | 270余张“便民”**卡片** | right, over a quoted string |
//! | **一等奖**2个 | the rank directly before it |
//! | 产值512亿元，增长3.9% | what the number before counts |
//!
//! | **平均工期**21个月 | left, where a word of lasting stands there |
//!
//! Reads tokens and their parts of speech, so it needs the lexicon. Dates and codes count nothing.

mod left;
mod right;
mod series;

use super::data;
use super::gazetteer::Gazetteer;
use crate::annotation::{Number, NumberKind, Rate, Value};
use crate::lexicon::TagNames;
use crate::segment::{Token, Tokens};
use crate::span::{Span, View};
use crate::text::{CharClass, Normalizer, ViewText};
use left::Left;

/// The longest phrase taken, in characters; words beyond are left off at the far end.
const LONGEST: u32 = 12;
/// How many tokens are looked at in one direction.
const REACH: usize = 12;
/// How far apart two numbers may stand for the second to count what the first does.
const NEAR: u32 = 20;
/// How far back a row of a table begins.
const ROW: u32 = 160;
/// The longest word that is taken for its place alone.
const CLOSED: u32 = 6;
/// How far a quoted string or a bracket is followed.
const BRACKET: u32 = 40;

/// Finds what numbers count.
pub struct Counted {
    /// Words that may stand between what is counted and its number, and endings that make nouns.
    links: Gazetteer,
    changes: Gazetteer,
    /// Units that say what kind of thing is counted.
    counts: Gazetteer,
}

impl Counted {
    /// Builds the tables.
    pub fn new(normalizer: &Normalizer) -> Self {
        Self {
            links: Gazetteer::new(data::rows(data::LINKS), normalizer),
            changes: Gazetteer::new(data::rows(data::CHANGES), normalizer),
            counts: Gazetteer::new(data::rows(data::COUNTS), normalizer),
        }
    }

    /// Sets `of` of every number that counts something.
    pub fn attach(
        &self,
        view: ViewText<'_>,
        tokens: &Tokens,
        tags: &TagNames,
        numbers: &mut [Number<View>],
    ) {
        let reader = Reader { view, tokens, tags, counted: self };
        for index in 0..numbers.len() {
            let (before, rest) = numbers.split_at_mut(index);
            let (Some(number), previous) = (rest.first_mut(), before.last()) else { continue };
            match number.kind {
                NumberKind::Date | NumberKind::Code => continue,
                NumberKind::Duration => {
                    number.of = reader.lasted(number, previous);
                    continue;
                }
                _ => {}
            }
            number.of = reader.of(number, previous).or_else(|| {
                // 总额612亿元（折合91亿美元），增长8%: over the bracket.
                let outside = before.iter().rev().nth(1);
                let bracketed = |p: &Number<View>| p.of.is_none() && view.char(p.span.end) == ')';
                reader.again(number, outside.filter(|_| previous.is_some_and(bracketed)))
            });
            number.of = number.of.or_else(|| {
                // 一季度收入3亿元，二季度4亿元: over the date.
                let passed = |p: &Number<View>| is_time(p) || p.kind == NumberKind::Ordinal;
                let figure = before.iter().rev().take(3).find(|earlier| !passed(earlier));
                reader.again(number, figure.filter(|_| previous.is_some_and(passed)))
            });
        }
        reader.each(numbers);
    }
}

/// What a token can be in a noun phrase.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Nouns, names, nominal verbs, noun endings.
    Noun,
    /// Adjectives and attributive words: inside a phrase, not at its end.
    Attribute,
    Verb,
    /// A number.
    Number,
    /// 去年, 原来
    Time,
    Open,
    Close,
    Blank,
    Other,
}

struct Reader<'a> {
    view: ViewText<'a>,
    tokens: &'a Tokens,
    tags: &'a TagNames,
    counted: &'a Counted,
}

impl Reader<'_> {
    fn of(&self, number: &Number<View>, previous: Option<&Number<View>>) -> Option<Span<View>> {
        let start = number.span.start;
        let previous = previous.filter(|p| {
            // 占比首次突破65%: an adverb.
            let adverb = p.kind == NumberKind::Ordinal && self.counts(p, "act");
            let apart =
                !matches!(p.kind, NumberKind::Date | NumberKind::Duration | NumberKind::Code);
            apart && !adverb
        });
        if let Some(row) = self.row(start) {
            return Some(row);
        }
        // 两千亩地: the lexicon takes 地 for a particle.
        let end = number.span.end;
        if self.counts(number, "land") && self.view.char(end) == '地' {
            return Some(Span::new(end, end + 1));
        }
        // 14金9银, 4男2女: the unit says it.
        if number.rule == "bare-numeral" && number.unit.is_some() {
            return None;
        }
        if let Some(rank) = previous.filter(|p| p.span.end == start) {
            let acted = || {
                let act = |of: Span<View>| self.tokens.at(of.start).map(|word| self.role(word));
                rank.of.filter(|of| act(*of) == Some(Role::Verb))
            };
            return self.right(number).or_else(|| self.inherited(rank, number)).or_else(acted);
        }
        // “第一书记”71名: the rank is part of the name.
        let floor = |p: &Number<View>| match (p.kind, &p.unit) {
            (NumberKind::Ordinal, None) => p.span.start.saturating_sub(1),
            _ => p.span.end,
        };
        // 每10股派发…, 每万名儿童: what is taken each time is said directly behind, or nowhere.
        if self.view.before(start) == EACH {
            let thing = self.tokens.at(number.span.end).map(|token| self.role(token));
            return self.right(number).filter(|_| thing == Some(Role::Noun));
        }
        // 第十二条第一款, 第三章 总则: a part of a text counts nothing.
        let part = number.kind == NumberKind::Ordinal && self.view.char(start) == '第';
        if part && self.heads(number.span.end) {
            return None;
        }
        // 第17分钟, 第41周
        if number.kind == NumberKind::Ordinal && self.counts(number, "time") {
            return None;
        }
        // 处五千元罚款: 处 imposes, it is no place.
        let imposed = number.kind == NumberKind::Money && self.view.before(start) == IMPOSE;
        let left = match imposed {
            true => Left::default(),
            false => self.left(start, previous.map_or(0, floor)),
        };
        let measured = number.rule == "numeral-unit";
        let measures =
            matches!(number.kind, NumberKind::Percent | NumberKind::Money | NumberKind::Ratio);
        // 负荷创下2865万千瓦的新高: what a link ties to the number goes before what 的 ties.
        let tied = !matches!(self.view.char(number.span.end), '的' | '者');
        if measures && tied && left.phrase.is_some() {
            let bought = (number.kind == NumberKind::Money).then(|| self.closed(number)).flatten();
            return bought.or(left.phrase);
        }
        // 占全州3.2%的国土面积: a share is one of what stands behind.
        let share = number.rate == Some(Rate::Share);
        if !tied && !share && left.changed && left.phrase.is_some() {
            return left.phrase;
        }
        // 海拔4200米的家乡, 月薪达5000元的工作: what is measured stands at the number.
        let bearer = self.view.char(number.span.end) == '者';
        let sized = measures || measured;
        let beside = left.phrase.filter(|phrase| start - phrase.end <= 1);
        if (!tied && sized || measured)
            && beside.is_some_and(|phrase| self.ends_with_ending(phrase) || bearer)
        {
            return left.phrase;
        }
        // 3比1战胜…: behind a score stands what was done by it.
        if tied && matches!(number.value, Value::Proportion(..)) {
            return None;
        }
        let object = || left.verb.and_then(|_| self.object(number));
        let ranks = number.kind == NumberKind::Ordinal;
        // 第一要务, 第一遵循: what is ranked stands behind, whatever its tag.
        let ranked = || {
            let object = (ranks && number.unit.is_none()).then(|| self.object(number)).flatten();
            object.filter(|object| !self.is_number(object.end))
        };
        // 三分之一修建道路: a part does something, it is no part of what is done.
        let part = measures;
        let acts = |phrase: &Span<View>| {
            part && self.tokens.at(phrase.start).is_some_and(|word| self.role(word) == Role::Verb)
        };
        self.right(number)
            .filter(|phrase| !acts(phrase))
            .or_else(ranked)
            .or(beside.filter(|phrase| !ranks && self.ends_with_noun(*phrase)))
            .or_else(|| self.closed(number))
            .or(left.phrase)
            .or_else(|| self.relative(number))
            .or_else(object)
            .or_else(|| left.verb.and_then(|_| self.repeated(number, previous)))
            .or(left.verb.filter(|_| !ranks))
            .or_else(|| self.again(number, previous))
            .or(left.linked)
    }

    /// 平均工期21个月, 由34天压缩至19天: a length of time is counted only where a word of lasting names it.
    fn lasted(&self, number: &Number<View>, previous: Option<&Number<View>>) -> Option<Span<View>> {
        let start = number.span.start;
        let floor = previous.map_or(0, |previous| previous.span.end);
        let lasting = |phrase: &Span<View>| {
            let last = self.tokens.before(phrase.end);
            last.is_some_and(|last| self.ends_in(last, "lasting"))
        };
        let named = self.left(start, floor).phrase.filter(lasting);
        let turned = || self.tokens.before(start).is_some_and(|last| self.is_link(last));
        let earlier = previous.filter(|earlier| earlier.kind == NumberKind::Duration);
        named.or_else(|| self.again(number, earlier.filter(|_| turned())))
    }

    /// In a table whose cells tabs part, the first cell of the row that holds words says what is counted.
    fn row(&self, start: u32) -> Option<Span<View>> {
        let tab = |at: u32| self.view.char(at) == '\t';
        start.checked_sub(1).filter(|at| tab(*at))?;
        let low = start.saturating_sub(ROW);
        let breaks = |at: &u32| self.view.class(*at).any(CharClass::LINE_BREAK);
        let mut from = (low..start).rev().find(breaks).map_or(low, |at| at + 1);
        while from < start {
            let end = (from..start).find(|at| tab(*at))?;
            let mark = |at: &u32| matches!(self.view.char(*at), ':' | ' ');
            let words = (from..end).rev().find(mark).map_or(from, |at| at + 1);
            let digit = |at: u32| self.view.class(at).any(CharClass::DIGIT);
            if end >= words + 2 && !(words..end).any(digit) {
                return Some(Span::new(words, end));
            }
            from = end + 1;
        }
        None
    }

    /// Whether the unit of `number` counts what `role` says.
    fn counts(&self, number: &Number<View>, role: &str) -> bool {
        let Some(length) = number.unit.as_deref().map(|unit| unit.chars().count() as u32) else {
            return false;
        };
        let Span { start, end, .. } = number.span;
        (start..end).any(|at| {
            let row = self.counted.counts.longest(self.view, at);
            row.is_some_and(|row| row.length == length && row.column(1) == role)
        })
    }

    fn is_number(&self, at: u32) -> bool {
        self.tokens.at(at).is_some_and(|token| self.role(token) == Role::Number)
    }

    /// Whether a blank or another number stands at `at`.
    fn heads(&self, at: u32) -> bool {
        self.view.char(at) == ' ' || self.is_number(at)
    }

    fn ends_with_ending(&self, phrase: Span<View>) -> bool {
        let last = self.tokens.before(phrase.end);
        last.is_some_and(|last| self.is_ending(last) || self.is_ending_of(last))
    }

    fn ends_with_noun(&self, phrase: Span<View>) -> bool {
        let last = self.tokens.before(phrase.end);
        last.is_some_and(|last| self.role(last) == Role::Noun && self.tags.name(last.tag) != "vn")
    }

    /// 月薪, 海拔: a word that closes with an ending of one character.
    fn is_ending_of(&self, token: Token) -> bool {
        let end = token.span.end;
        token.span.len() >= 2 && self.link_role(Span::new(end - 1, end)) == Some("suffix")
    }

    /// Whether the token is a word of `role` or closes with one of two characters.
    fn ends_in(&self, token: Token, role: &str) -> bool {
        let end = token.span.end;
        let closes = || self.link_role(Span::new(end - 2, end)) == Some(role);
        self.link_role(token.span) == Some(role) || token.span.len() > 2 && closes()
    }

    fn token_before(&self, at: u32, floor: u32) -> Option<Token> {
        self.tokens.before(at).filter(|token| token.span.start >= floor)
    }

    fn is_link(&self, token: Token) -> bool {
        let whole = token.span;
        let changes = |word| self.counted.changes.get(self.view, word).is_some();
        // 降到, 增至: a verb of change with its particle.
        let particle = matches!(self.view.char(whole.end - 1), '到' | '至' | '为' | '了');
        self.link_role(whole) == Some("link")
            || changes(whole)
            || particle && whole.len() >= 2 && changes(Span::new(whole.start, whole.end - 1))
    }

    fn role(&self, token: Token) -> Role {
        let class = self.view.class(token.span.start);
        if class.any(CharClass::LINE_BREAK) {
            return Role::Other;
        }
        if class.any(CharClass::SPACE) {
            return Role::Blank;
        }
        if class.any(CharClass::OPEN) {
            return Role::Open;
        }
        if class.any(CharClass::CLOSE) {
            return Role::Close;
        }
        match self.link_role(token.span) {
            Some("act") => return Role::Verb,
            Some("suffix" | "lasting") => return Role::Noun,
            _ => {}
        }
        let tag = self.tags.name(token.tag);
        match (tag.as_bytes().first(), tag) {
            (_, "vn" | "an" | "eng") => Role::Noun,
            (Some(b'n' | b'j' | b'l' | b'g' | b'i'), _) => Role::Noun,
            (Some(b's'), _) if token.span.len() >= 2 => Role::Noun,
            (Some(b'v'), _) => Role::Verb,
            (Some(b'a' | b'b' | b'z'), _) => Role::Attribute,
            (Some(b'm'), _) => Role::Number,
            (Some(b't'), _) => Role::Time,
            // 该药, 该店
            (Some(b'r'), _)
                if token.span.len() >= 2 && self.view.char(token.span.start) == '该' =>
            {
                Role::Noun
            }
            _ => Role::Other,
        }
    }

    /// 率, 量, 收入 and the like: they make a noun of what stands before them.
    fn is_ending(&self, token: Token) -> bool {
        matches!(self.link_role(token.span), Some("suffix" | "lasting"))
    }

    fn link_role(&self, word: Span<View>) -> Option<&str> {
        let role = self.counted.links.get(self.view, word)?.column(1);
        // 占比64%, but 药占比降至26%.
        let joined = || word.start > 0 && self.view.class(word.start - 1).any(CharClass::HAN);
        Some(if role != "either" {
            role
        } else if joined() {
            "suffix"
        } else {
            "link"
        })
    }
}

fn is_time(number: &Number<View>) -> bool {
    matches!(number.kind, NumberKind::Date | NumberKind::Duration)
}

fn join(phrase: Option<Span<View>>, token: Span<View>) -> Span<View> {
    phrase.map_or(token, |phrase| phrase.cover(token))
}

const NUMERAL: CharClass = CharClass::DIGIT.or(CharClass::NUMERAL);
const CLAUSE: CharClass = CharClass::CLAUSE_END.or(CharClass::OPEN).or(CharClass::SPACE);
const BLANK: u16 = 0x20;
/// 每
const EACH: u16 = 0x6BCF;
/// 不
const NOT: u16 = 0x4E0D;
/// 处
const IMPOSE: u16 = 0x5904;
const OPEN_QUOTE: u16 = 0x201C;
const CLOSE_QUOTE: u16 = 0x201D;
