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
//! Reads tokens and their parts of speech, so it needs the lexicon. Dates, durations and codes count nothing.

use super::data;
use super::gazetteer::Gazetteer;
use crate::annotation::{Number, NumberKind, Rate};
use crate::lexicon::TagNames;
use crate::segment::{Token, Tokens};
use crate::span::{Span, View};
use crate::text::{CharClass, Normalizer, ViewText};

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
}

impl Counted {
    /// Builds the tables.
    pub fn new(normalizer: &Normalizer) -> Self {
        Self {
            links: Gazetteer::new(data::rows(data::LINKS), normalizer),
            changes: Gazetteer::new(data::rows(data::CHANGES), normalizer),
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
            if is_time(number) || number.kind == NumberKind::Code {
                continue;
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

/// What stands to the left of a number.
#[derive(Default)]
struct Left {
    phrase: Option<Span<View>>,
    /// The verb directly before, where no noun stands there.
    verb: Option<Span<View>>,
    /// The verb before a link, which may be what is counted: 补助仅500元.
    linked: Option<Span<View>>,
    /// Whether a link of two characters (达到, 创下) stands directly before the number.
    changed: bool,
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
            !matches!(p.kind, NumberKind::Date | NumberKind::Duration | NumberKind::Code)
        });
        if let Some(row) = self.row(start) {
            return Some(row);
        }
        // 两千亩地: the lexicon takes 地 for a particle.
        let end = number.span.end;
        if number.unit.as_deref() == Some("亩") && self.view.char(end) == '地' {
            return Some(Span::new(end, end + 1));
        }
        // 14金9银, 4男2女: the unit says it.
        if number.rule == "bare-numeral" && number.unit.is_some() {
            return None;
        }
        if let Some(rank) = previous.filter(|p| p.span.end == start) {
            return self.right(number).or_else(|| inherited(rank, number));
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
        if number.kind == NumberKind::Ordinal && is_in_time(number) {
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
        let object = || left.verb.and_then(|_| self.object(number));
        let ranks = number.kind == NumberKind::Ordinal;
        // 第一要务, 第一遵循: what is ranked stands behind, whatever its tag.
        let ranked = || {
            let object = (ranks && number.unit.is_none()).then(|| self.object(number)).flatten();
            object.filter(|object| !self.is_number(object.end))
        };
        self.right(number)
            .or_else(ranked)
            .or(beside.filter(|phrase| !ranks && self.ends_with_noun(*phrase)))
            .or_else(|| self.closed(number))
            .or(left.phrase)
            .or_else(|| self.relative(number))
            .or_else(object)
            .or_else(|| left.verb.and_then(|_| self.repeated(number, previous)))
            .or(left.verb)
            .or_else(|| self.again(number, previous))
            .or(left.linked)
    }

    /// 案件数、金额分别下降21%、27%: each figure behind 分别 counts its own, named before it or by the figures before it.
    fn each(&self, numbers: &mut [Number<View>]) {
        let mut index = 0;
        while index < numbers.len() {
            let (before, rest) = numbers.split_at_mut(index);
            let joined = |pair: &[Number<View>]| match pair {
                [one, next] => self.joins(one.span.end) && one.span.end + 1 == next.span.start,
                _ => false,
            };
            let count = 1 + rest.windows(2).take_while(|pair| joined(pair)).count();
            index += count;
            let led = rest.first().and_then(|first| self.respectively(first.span.start));
            let Some(at) = led.filter(|_| count > 1) else { continue };
            let own = self.items(at, count).or_else(|| self.figures(before, at, count));
            for (number, of) in rest.iter_mut().zip(own.into_iter().flatten()) {
                number.of = Some(of);
            }
        }
    }

    fn joins(&self, at: u32) -> bool {
        matches!(self.view.char(at), '、' | '和' | '及' | '与')
    }

    /// Where 分别 stands shortly before a number, in its clause.
    fn respectively(&self, start: u32) -> Option<u32> {
        let clause = |at: &u32| !self.view.class(*at).any(CharClass::CLAUSE_END);
        let low = start.saturating_sub(CLOSED + 2);
        (low..start).rev().take_while(clause).find(|at| self.view.starts_with(*at, "分别"))
    }

    /// The noun phrases that 、 and 和 join before `at`, if there are `count` of them.
    fn items(&self, at: u32, count: usize) -> Option<Vec<Span<View>>> {
        let (mut at, mut items, mut phrase) = (at, Vec::new(), None);
        while let Some(token) = self.tokens.before(at) {
            let nominal = matches!(self.role(token), Role::Noun | Role::Attribute | Role::Verb);
            at = token.span.start;
            if self.joins(at) && token.span.len() == 1 {
                items.push(phrase.take()?);
            } else if phrase.is_none()
                && (self.is_link(token) || self.link_role(token.span) == Some("link"))
            {
                continue;
            } else if nominal {
                phrase = Some(join(phrase, token.span));
            } else {
                break;
            }
        }
        items.extend(phrase);
        items.reverse();
        (items.len() == count).then_some(items)
    }

    /// What the last `count` figures of the sentence count.
    fn figures(&self, before: &[Number<View>], at: u32, count: usize) -> Option<Vec<Span<View>>> {
        let near = before.iter().rev().take(REACH);
        let figures = near.filter(|number| !is_time(number)).take(count);
        let mut own: Vec<_> = figures.map(|number| number.of).collect::<Option<_>>()?;
        own.reverse();
        let first = own.first().filter(|_| own.len() == count)?.start;
        let ends = |at: u32| self.view.class(at).any(CharClass::SENTENCE_END);
        (!(first..at).any(ends)).then_some(own)
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

    /// The noun phrase behind the number: 的, 级, another number and a quoted string may stand between.
    fn right(&self, number: &Number<View>) -> Option<Span<View>> {
        let mut at = number.span.end;
        // 535公里高的轨道
        let extends = matches!(self.view.char(at), '长' | '宽' | '高' | '深' | '厚' | '重');
        at += u32::from(extends && self.view.char(at + 1) == '的');
        while matches!(self.view.char(at), '的' | '级' | ' ') {
            at += 1;
        }
        while let Some(token) = self.tokens.at(at).filter(|token| self.role(*token) == Role::Number)
        {
            at = token.span.end;
            if matches!(self.view.char(at), '的' | '级') {
                at += 1;
            }
        }
        if self.view.at(at) == OPEN_QUOTE {
            let close = self.closing(at)?;
            return self.behind_quotes(close).or(Some(Span::new(at + 1, close)));
        }
        // 突破3000分大关
        let links =
            |token: Token| self.link_role(token.span) == Some("link") && !self.noun_follows(token);
        if self.becomes(at) || self.tokens.at(at).is_some_and(links) {
            return None;
        }
        let phrase = self.noun_phrase(at)?;
        // 7300多条群众“满意”评价: the noun behind the quoted string says it.
        let quote =
            (self.view.at(phrase.end) == OPEN_QUOTE).then(|| self.closing(phrase.end)).flatten();
        Some(quote.and_then(|close| self.behind_quotes(close)).unwrap_or(phrase))
    }

    /// 34个大项、: a short word between the number and the end of its clause or the next number is what is counted, whatever
    /// the lexicon calls it.
    fn closed(&self, number: &Number<View>) -> Option<Span<View>> {
        let start = number.span.end + u32::from(self.view.at(number.span.end) == BLANK);
        // 7人轻伤: behind people stands what befell them; but 27名当然议员.
        let people = matches!(number.unit.as_deref(), Some("人" | "名" | "位"));
        let stops = |at: u32| {
            self.view.class(at).any(NUMERAL.or(CLAUSE).or(CharClass::LINE_BREAK))
                || matches!(self.view.char(at), '、' | ')')
        };
        let mut end = start;
        for token in self.tokens.from(start).take(REACH) {
            let word = matches!(self.role(token), Role::Noun | Role::Attribute);
            let tag = self.tags.name(token.tag);
            // 三点希望, 五项承诺: what is said, not what is done; 第535次飞行.
            let unit = number.unit.as_deref();
            let nth = number.kind == NumberKind::Ordinal && unit == Some("次");
            let said = (nth || matches!(unit, Some("点" | "条" | "项" | "點" | "條" | "項")))
                && tag == "v"
                && self.role(token) == Role::Verb;
            let rough = said || matches!(tag, "d" | "r" | "m" | "zg" | "q");
            if stops(token.span.start) {
                break;
            }
            let han = token.span.len() >= 2 || end > start;
            if !(word || rough && token.span.len() >= 2) || !han {
                return None;
            }
            end = token.span.end;
        }
        let phrase = Span::new(start, end);
        let whole = end == self.view.len() || stops(end);
        let named = |token: Token| self.role(token) == Role::Noun;
        if people && !self.tokens.before(end).is_some_and(named) {
            return None;
        }
        let links = || self.counted.links.longest(self.view, start).is_some();
        (whole && (2..=CLOSED).contains(&phrase.len()) && !links() && !self.becomes(start))
            .then_some(phrase)
    }

    /// 22个压减到11个: a verb of change with its particle.
    fn becomes(&self, at: u32) -> bool {
        let turns = |end| matches!(self.view.char(end), '到' | '至' | '为' | '成');
        let verb = self.counted.changes.longest(self.view, at);
        verb.is_some_and(|verb| turns(at + verb.length))
            || self.tokens.at(at).is_some_and(|word| {
                word.span.len() == 2
                    && turns(word.span.end)
                    && self.tags.name(word.tag).starts_with('v')
            })
    }

    /// The noun phrase behind a closing quotation mark, over further quoted strings.
    fn behind_quotes(&self, close: u32) -> Option<Span<View>> {
        let mut at = close + 1;
        while self.view.at(at) == OPEN_QUOTE {
            at = self.closing(at)? + 1;
        }
        let opens = self.tokens.at(at).is_some_and(|token| self.role(token) != Role::Verb);
        opens.then(|| self.noun_phrase(at)).flatten()
    }

    /// Where the quotation mark or bracket that opens at `at` closes.
    fn closing(&self, at: u32) -> Option<u32> {
        (at + 1..at + BRACKET).find(|i| self.view.class(*i).any(CharClass::CLOSE))
    }

    /// Nouns with their attributes from `at` on; a verb may only begin the phrase.
    fn noun_phrase(&self, at: u32) -> Option<Span<View>> {
        let (mut next, mut end) = (at, None);
        for _ in 0..REACH {
            let Some(token) = self.tokens.at(next) else { break };
            let goes_on = match self.role(token) {
                // 132个村全部达到, 1.3万名党员先后报名: an adverb of counting ends the phrase.
                Role::Noun if end.is_some() && self.link_role(token.span) == Some("link") => false,
                Role::Noun => {
                    end = Some(token.span.end);
                    true
                }
                Role::Attribute => {
                    self.noun_follows(token) || end.is_none() && self.attribute_follows(token)
                }
                Role::Verb => {
                    token.span.start == at && token.span.len() >= 2 && self.noun_follows(token)
                }
                Role::Blank => true,
                _ => false,
            };
            // 党组(党委)书记: the bracket is passed over.
            let bracket = (self.view.char(token.span.start) == '(' && end.is_some())
                .then(|| self.closing(token.span.start));
            match bracket.flatten() {
                Some(close)
                    if self
                        .tokens
                        .at(close + 1)
                        .is_some_and(|after| self.role(after) == Role::Noun) =>
                {
                    next = close + 1
                }
                _ if goes_on => next = token.span.end,
                _ => break,
            }
        }
        let phrase = Span::new(at, end?);
        let village = || {
            self.tokens
                .at(at)
                .is_some_and(|first| self.tags.name(first.tag) == "n" || self.is_ending(first))
        };
        (phrase.len() >= 2 || village()).then(|| self.shortened(phrase))
    }

    /// The noun phrase before `start`, over links and verbs of change.
    fn left(&self, start: u32, floor: u32) -> Left {
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
            .map(|phrase| self.without_verb(phrase))
            .filter(|phrase| phrase.len() >= 2 || self.is_place(*phrase) || self.opens(*phrase));
        left
    }

    fn is_number(&self, at: u32) -> bool {
        self.tokens.at(at).is_some_and(|token| self.role(token) == Role::Number)
    }

    fn is_number_until(&self, at: u32, end: u32) -> bool {
        self.is_number(at) && self.tokens.at(at).is_some_and(|token| token.span.end == end)
    }

    fn closes_with_link(&self, comma: Token, floor: u32) -> bool {
        self.view.char(comma.span.start) == '，'
            && self.token_before(comma.span.start, floor).is_some_and(|last| self.is_link(last))
    }

    /// 比预算数减少5万元, 较上年度增长2%, 为预算的98%: what a figure is held against is not what it counts. Where that begins.
    fn measured_by(&self, token: Token, start: u32, floor: u32, linked: bool) -> Option<u32> {
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

    /// Whether a blank or another number stands at `at`.
    fn heads(&self, at: u32) -> bool {
        self.view.char(at) == ' ' || self.is_number(at)
    }

    /// 比 or 较 before a time.
    fn compares(&self, token: Token) -> bool {
        let time = |next: Token| matches!(self.role(next), Role::Time | Role::Number);
        matches!(self.view.char(token.span.start), '比' | '较')
            && token.span.len() == 1
            && self.tokens.at(token.span.end).is_some_and(time)
    }

    fn opens_with_ending(&self, phrase: Span<View>) -> bool {
        self.tokens.at(phrase.start).is_some_and(|first| self.is_ending(first))
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

    /// 50万元以上的村达到128个
    fn is_place(&self, phrase: Span<View>) -> bool {
        phrase.start > 0
            && self.view.char(phrase.start - 1) == '的'
            && self.link_role(phrase) == Some("suffix")
    }

    /// 船八十只: a noun of one character may open a clause.
    fn opens(&self, phrase: Span<View>) -> bool {
        let noun =
            self.tokens.at(phrase.start).is_some_and(|token| self.tags.name(token.tag) == "n");
        let before = phrase.start.checked_sub(1);
        noun && before.is_none_or(|before| {
            self.view.class(before).any(CLAUSE.or(CharClass::LINE_BREAK))
                || self.view.char(before) == '、'
        })
    }

    fn token_before(&self, at: u32, floor: u32) -> Option<Token> {
        self.tokens.before(at).filter(|token| token.span.start >= floor)
    }

    /// “书香夜校”已举办18期: the quoted name before the verb and its adverbs.
    fn quoted_before(&self, at: u32, floor: u32) -> Option<Span<View>> {
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
    fn opening(&self, close: Token, floor: u32) -> Option<u32> {
        let low = close.span.start.saturating_sub(BRACKET).max(floor);
        (low..close.span.start).rev().find(|at| self.view.class(*at).any(CharClass::OPEN))
    }

    /// 300余名常年在外务工的青年: the noun behind the clause that describes it.
    fn relative(&self, number: &Number<View>) -> Option<Span<View>> {
        let counts = number.rule == "numeral-classifier";
        let clause = self.tokens.from(number.span.end).take(REACH).take_while(|token| {
            !matches!(self.role(*token), Role::Open | Role::Close | Role::Number)
                && !self
                    .view
                    .class(token.span.start)
                    .any(CharClass::CLAUSE_END.or(CharClass::LINE_BREAK))
        });
        let particle = clause
            .into_iter()
            .find(|token| token.span.len() == 1 && self.view.char(token.span.start) == '的')?;
        counts.then(|| self.noun_phrase(particle.span.end)).flatten()
    }

    /// Behind a verb with its number (提出十条举措) the next word is the object, whatever its tag.
    fn object(&self, number: &Number<View>) -> Option<Span<View>> {
        let content =
            |token: &Token| matches!(self.role(*token), Role::Noun | Role::Attribute | Role::Verb);
        let words = self.tokens.from(number.span.end).take_while(content).take(2);
        words.map(|token| token.span).reduce(Span::cover).filter(|span| span.len() >= 2)
    }

    /// 排查隐患312处: a nominal verb that opens the clause is its predicate, not part of what is counted.
    fn without_verb(&self, phrase: Span<View>) -> Span<View> {
        let Some(first) = self.tokens.at(phrase.start) else { return phrase };
        let opens = first.span.start == 0 || self.view.class(first.span.start - 1).any(CLAUSE);
        let is_verb = self.tags.name(first.tag) == "vn";
        if opens && is_verb && phrase.end >= first.span.end + 2 {
            Span::new(first.span.end, phrase.end)
        } else {
            phrase
        }
    }

    fn noun_follows(&self, token: Token) -> bool {
        self.tokens.at(token.span.end).is_some_and(|next| self.role(next) == Role::Noun)
    }

    fn attribute_follows(&self, token: Token) -> bool {
        self.tokens
            .at(token.span.end)
            .is_some_and(|next| self.role(next) == Role::Attribute && self.noun_follows(next))
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

    /// 比分, 满分: what the lexicon does not know it may take for an adverb.
    fn is_rough(&self, token: Token) -> bool {
        matches!(self.tags.name(token.tag), "d" | "zg" | "ag")
    }

    /// Whether the token makes a link together with one beside it.
    fn is_half_link(&self, token: Token, end: u32, floor: u32) -> bool {
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
    fn is_time_particle(&self, token: Token, start: u32, floor: u32) -> bool {
        self.view.char(token.span.start) == '的'
            && token.span.end == start
            && self
                .token_before(token.span.start, floor)
                .is_some_and(|before| matches!(self.role(before), Role::Number | Role::Time))
    }

    /// The end of a phrase that is too long says what is counted.
    fn shortened(&self, phrase: Span<View>) -> Span<View> {
        let mut start = phrase.start;
        for token in self.tokens.from(phrase.start) {
            if phrase.end - start <= LONGEST || token.span.end >= phrase.end {
                break;
            }
            start = token.span.end;
        }
        Span::new(start, phrase.end)
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
            Some("suffix") => return Role::Noun,
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
            _ => Role::Other,
        }
    }

    /// 率, 量, 收入 and the like: they make a noun of what stands before them.
    fn is_ending(&self, token: Token) -> bool {
        self.link_role(token.span) == Some("suffix")
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

    /// 每年45余个项目，累计达210个: the same unit, or a rate of change, goes on with the same thing in its sentence.
    fn again(&self, number: &Number<View>, previous: Option<&Number<View>>) -> Option<Span<View>> {
        let previous = previous.filter(|p| number.span.start - p.span.end <= NEAR)?;
        let parted = |at: u32| {
            self.view.class(at).any(CharClass::SENTENCE_END.or(CharClass::LINE_BREAK))
                || self.view.char(at) == ';'
        };
        if (previous.span.end..number.span.start).any(parted) {
            return None;
        }
        let between = Span::<View>::new(previous.span.end, number.span.start);
        if let Some(item) = self.item(between) {
            return Some(item);
        }
        // 217家、3826人: people are not counted as firms.
        let people =
            matches!(number.unit.as_deref(), Some("人" | "名")) && previous.unit != number.unit;
        let beside = between.len() == 1
            && matches!(self.view.char(between.start), '、' | '或')
            && (!people || matches!(previous.unit.as_deref(), Some("户" | "戶")));
        let share = matches!(number.kind, NumberKind::Percent | NumberKind::Ratio)
            && matches!(
                previous.kind,
                NumberKind::Percent | NumberKind::Quantity | NumberKind::Money
            );
        // 完成预算的53%: what 的 ties is the base.
        let base = share && self.view.char(number.span.start - 1) == '的';
        let figure = previous.kind != NumberKind::Ordinal;
        let goes_on = beside
            || base
            || figure && number.direction.is_some()
            || figure && number.rate.is_some_and(|rate| rate != Rate::Per)
            || (previous.unit == number.unit || share || number.rate.is_some())
                && !self.tells(between, previous.of);
        if goes_on { previous.of } else { None }
    }

    /// 呎价9800元，斥资610万元购入: whether something new is said between two numbers.
    fn tells(&self, between: Span<View>, of: Option<Span<View>>) -> bool {
        let words = self.tokens.from(between.start);
        let known = |token: Token| {
            of.is_some_and(|of| of.start <= token.span.start && token.span.end <= of.end)
        };
        let mut depth = 0;
        words.take_while(|token| token.span.end <= between.end).any(|token| {
            depth = match self.role(token) {
                Role::Open => depth + 1,
                Role::Close if depth > 0 => depth - 1,
                _ => depth,
            };
            depth == 0
                && matches!(self.role(token), Role::Noun | Role::Attribute | Role::Verb)
                && !self.is_link(token)
                && !known(token)
        })
    }

    /// 乙醇5毫升、甲硝唑2克: what stands between two figures of a list names the second, whatever the lexicon makes of it.
    fn item(&self, between: Span<View>) -> Option<Span<View>> {
        let item = Span::new(between.start + 1, between.end.max(between.start + 1));
        let named = self.view.char(between.start) == '、'
            && (2..=CLOSED).contains(&item.len())
            && (item.start..item.end).all(|at| self.view.class(at).any(CharClass::HAN));
        let first = self.tokens.at(item.start).filter(|_| named)?;
        let noun = self.role(first) != Role::Verb && self.link_role(first.span).is_none();
        noun.then_some(item)
    }

    /// 梳理短板87个，目前已整改79个: a bare verb acts on what the number before counts, in the same unit.
    fn repeated(
        &self,
        number: &Number<View>,
        previous: Option<&Number<View>>,
    ) -> Option<Span<View>> {
        let previous = previous.filter(|p| p.unit == number.unit && p.unit.is_some())?;
        let same = previous.kind == number.kind && number.kind != NumberKind::Ordinal;
        let near = number.span.start - previous.span.end <= NEAR;
        // 上级补助2亿元、上年结转5000万元: each sum of a list is named by its own verb.
        let listed = number.kind == NumberKind::Money && self.view.char(previous.span.end) == '、';
        let parted = (previous.span.end..number.span.start)
            .any(|at| self.view.class(at).any(CharClass::SENTENCE_END.or(CharClass::LINE_BREAK)));
        // 拘传182人，拘留45人: each its own verb.
        let named = number.unit.as_deref() != Some("人");
        (same && near && !parted && !listed && named).then_some(previous.of).flatten()
    }
}

fn is_time(number: &Number<View>) -> bool {
    matches!(number.kind, NumberKind::Date | NumberKind::Duration)
}

/// 第17分钟, 第41周, 第三天: a place in time.
fn is_in_time(number: &Number<View>) -> bool {
    let unit = number.unit.as_deref();
    matches!(unit, Some("年" | "个月" | "個月" | "周" | "天" | "日" | "小时" | "分钟" | "分鐘"))
}

/// From the number that touches this one: 一等奖2个 counts prizes, but 24件31人 does not count people as cases.
fn inherited(first: &Number<View>, number: &Number<View>) -> Option<Span<View>> {
    let people = matches!(number.unit.as_deref(), Some("人" | "名"));
    match (first.kind, number.kind) {
        (_, NumberKind::Ordinal) => None,
        // 首次突破千列
        (NumberKind::Ordinal, _) if first.unit.as_deref() == Some("次") => None,
        (NumberKind::Ordinal, _) => Some(first.span),
        _ if people && first.unit.as_deref() != Some("户") => None,
        _ => first.of,
    }
}

fn join(phrase: Option<Span<View>>, token: Span<View>) -> Span<View> {
    phrase.map_or(token, |phrase| phrase.cover(token))
}

const NUMERAL: CharClass = CharClass::DIGIT.or(CharClass::NUMERAL);
const CLAUSE: CharClass = CharClass::CLAUSE_END.or(CharClass::OPEN).or(CharClass::SPACE);
const BLANK: u16 = 0x20;
/// 每
const EACH: u16 = 0x6BCF;
/// 处
const IMPOSE: u16 = 0x5904;
const OPEN_QUOTE: u16 = 0x201C;
const CLOSE_QUOTE: u16 = 0x201D;
