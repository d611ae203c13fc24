//! The noun phrase before a number, over links, dates, brackets and what a figure is held against.

use super::role::Role;
use super::{
    BLANK, BRACKET, CLAUSE, CLOSE_QUOTE, CLOSE_TITLE, CLOSED, EACH, LONGEST, NUMERAL, PARTICLE,
    REACH, Reader, TWO,
};
use crate::recognize::chars;
use crate::segment::Token;
use crate::span::{Span, View};
use crate::text::CharClass;

/// How far before the number what it is measured by may end: 建场时的1.6倍.
const NEAR_BASE: u32 = 4;

/// What stands to the left of a number.
#[derive(Default)]
pub(super) struct Left {
    pub(super) phrase: Option<Span<View>>,
    /// The verb directly before, where no noun stands there, or one that is surely no noun.
    pub(super) verb: Option<Span<View>>,
    /// Whether a verb stands between the phrase and the number.
    pub(super) subject: bool,
}

/// A walk from a number to the left.
struct Walk {
    /// Where the number begins, or the bracket before it.
    start: u32,
    /// Where the next token ends.
    at: u32,
    /// What stands before belongs to another number.
    floor: u32,
    /// Whether a link was passed.
    linked: bool,
    left: Left,
}

/// How a walk goes on.
enum Step {
    On,
    Stop,
    /// The phrase is a quoted string, which stays as it is.
    Quoted,
}

impl Reader<'_> {
    /// The noun phrase before `start`, over links and verbs of change.
    pub(super) fn left(&self, start: u32, floor: u32) -> Left {
        // 产值 120 万元: the blank is none of the words.
        let start = start - u32::from(self.view.before(start) == BLANK && start > floor);
        let mut walk = Walk { start, at: start, floor, linked: false, left: Left::default() };
        for _ in 0..REACH {
            let Some(token) = self.token_before(walk.at, floor) else { break };
            let phrase = walk.left.phrase;
            if phrase.is_some_and(|phrase| self.is_away(token, phrase)) {
                walk.left.phrase = None;
                break;
            }
            let against = phrase.and_then(|phrase| self.measured_by(token, phrase, &walk));
            if let Some(from) = against {
                (walk.left.phrase, walk.at) = (None, from);
                continue;
            }
            let behind = std::mem::replace(&mut walk.at, token.span.start);
            let role = self.role(token);
            let step = match phrase {
                Some(phrase) => self.extend(&mut walk, token, role, phrase),
                None if self.passes(&mut walk, token, role, behind) => Step::On,
                None => self.open(&mut walk, token, role),
            };
            match step {
                Step::On if walk.left.phrase.is_none_or(|phrase| phrase.len() < LONGEST) => {}
                Step::Quoted => return walk.left,
                // 较上一代提升: whatever it is held against.
                Step::Stop if walk.linked && walk.left.phrase.or(walk.left.verb).is_none() => {
                    let Some(from) = self.measured_by(token, token.span, &walk) else { break };
                    walk.at = from;
                }
                _ => break,
            }
        }
        let (mut left, start) = (walk.left, walk.start);
        left.phrase = left
            .phrase
            .and_then(|phrase| self.with_rate(self.without_verb(self.without_unit(phrase)), start))
            .map(|phrase| self.shortened(phrase))
            .filter(|phrase| phrase.len() >= 2 || self.is_place(*phrase) || self.opens(*phrase));
        let whole = |phrase: Span<View>| match self.token_before(phrase.start, floor) {
            // 不合格率1.4%, 未检验36辆: not its opposite.
            Some(not) if not.span.len() == 1 && chars::NEGATION.at(self.view, not.span.start) => {
                phrase.cover(not.span)
            }
            _ => phrase,
        };
        (left.phrase, left.verb) = (left.phrase.map(whole), left.verb.map(whole));
        left
    }

    /// 离县城20公里, 距离码头还有3公里: how far off, of nothing.
    fn is_away(&self, token: Token, phrase: Span<View>) -> bool {
        let Span { start, end, .. } = token.span;
        // 距离感应器30个: a word of that name.
        let thing = || {
            (phrase.end + 1..phrase.end + 5).any(|at| {
                self.view.char(at) == '个' && !self.view.class(at + 1).any(CharClass::HAN)
            }) && self.is_number(phrase.end)
        };
        let alone = token.span.len() == 1 || self.view.starts_with(start, "距离") && !thing();
        alone && end == phrase.start && chars::AWAY.at(self.view, start)
    }

    /// A further token of a phrase.
    fn extend(&self, walk: &mut Walk, token: Token, role: Role, phrase: Span<View>) -> Step {
        let lone = || {
            let tied = walk.linked && self.view.at(phrase.end) != PARTICLE;
            phrase.len() == 1 && (phrase.end == walk.start || tied) && token.span.len() >= 2
        };
        let joined = match role {
            Role::Blank if self.view.char(walk.at) != '\t' => return Step::On,
            // “三公”经费支出: a short quoted string is part of the name.
            Role::Close
                if self.view.at(walk.at) == CLOSE_QUOTE
                    && !CharClass::of(self.view.before(walk.at)).any(CharClass::SENTENCE_END) =>
            {
                let open = self.opening(token, walk.floor);
                let named = open.map(|open| Span::new(open, phrase.end));
                walk.left.phrase = named.filter(|named| named.len() <= LONGEST).or(Some(phrase));
                return Step::Quoted;
            }
            // 沪深两市成交额: two of them are counted.
            Role::Noun if self.view.before(walk.at) == TWO && token.span.len() == 1 => false,
            Role::Noun => self.link_role(token.span) != Some("link"),
            // 全县现有渔船: how many there are of them now.
            Role::Attribute => !self.links_as(token.span.start, "among"),
            // 办结率, 种植面积: a verb before such a head is its attribute. 示范课, 偏南风: it makes a word of a single character.
            // 停产企业, 达标支部占比: what those do who are counted.
            Role::Verb => {
                let doer = || {
                    self.tokens.at(phrase.start).is_some_and(|next| {
                        let alone = next.span == phrase || self.ends_with_ending(phrase);
                        alone && self.is_actor(next)
                    })
                };
                let role = self.link_role(token.span);
                // 夺得省联赛第二名: what it takes has its own name.
                // 完成投资: nor is it part of a thing that has one.
                let tied = role == Some("takes")
                    || role == Some("link") && token.span.len().min(phrase.len()) > 1;
                !tied && (self.opens_with_ending(phrase) || lone() || role == Some("act") && doer())
            }
            // 到手价: the lexicon does not know it.
            _ if self.is_rough(token) => lone() && self.opens_with_ending(phrase),
            // 财政资金与信贷资金之比
            Role::Other if phrase.len() == 1 && self.view.char(token.span.start) == '之' => true,
            Role::Other
                if self.view.starts_with(phrase.end - 2, "之比")
                    && chars::AND.at(self.view, token.span.start) =>
            {
                true
            }
            // 县级以上文明村: a limit within the phrase.
            _ => {
                let place = self.tags.name(token.tag) == "f";
                let before = self.token_before(walk.at, walk.floor);
                let limit = || {
                    self.is_link(token)
                        && before.is_some_and(|before| {
                            matches!(self.role(before), Role::Noun | Role::Attribute)
                        })
                };
                place && (lone() || limit())
            }
        };
        if !joined {
            return Step::Stop;
        }
        walk.left.phrase = Some(phrase.cover(token.span));
        Step::On
    }

    /// What may stand between a number and the phrase.
    fn passes(&self, walk: &mut Walk, token: Token, role: Role, behind: u32) -> bool {
        let (at, beside) = (walk.at, token.span.end == walk.start);
        // 稳定在, 迈上: a link of two tokens.
        if self.is_half_link(token, behind, walk.floor) {
            walk.linked = true;
            return true;
        }
        let time = || {
            self.tags.name(token.tag) == "f"
                && (self.is_number(behind) || self.is_number_before(at))
        };
        let passed = match role {
            Role::Blank => self.view.char(at) != '\t',
            // 温度前三天控制在32度, 由三年前的5.7%
            Role::Other if walk.linked && time() => true,
            // 意外险（15元/天）
            Role::Open if beside && self.view.char(at) == '(' => {
                walk.start = at;
                true
            }
            Role::Time => true,
            // 生产率达到人均7万元
            Role::Noun if beside && self.is_rate(token) => true,
            // 企业国家级5家、省级42家: which of them.
            _ if beside && self.is_level(token) => true,
            // 水平显著提升5%: an adverbial before the verb.
            Role::Attribute => walk.linked && !beside && !self.is_link(token),
            // 零售价：1.50元, 党员：2024年52名
            Role::Other => {
                self.view.char(at) == ':' && !walk.linked
                    || walk.linked && self.links_as(at.max(2) - 2, "base")
            }
            _ => false,
        };
        if passed {
            return true;
        }
        if role != Role::Close && self.is_link(token) {
            walk.linked = true;
            return true;
        }
        // 增加值比上年增长: 比 compares, it is no ratio. 每坪28万元
        role != Role::Close
            && (self.compares(token) || self.view.at(at) == EACH || self.view.before(at) == EACH)
    }

    /// The token that opens the phrase at its end, or closes the way to it.
    fn open(&self, walk: &mut Walk, token: Token, role: Role) -> Step {
        let beside = token.span.end == walk.start;
        let word = beside && token.span.len() >= 2;
        match role {
            Role::Close => return self.over_bracket(walk, token),
            // 从6人拉到2人, 从30%充至80%: what a figure became.
            _ if token.span.len() >= 2
                && self.becomes(token.span.start)
                && self.is_number_before(token.span.start) =>
            {
                return Step::Stop;
            }
            // 惠及居民5.3万户: what links a number elsewhere is a verb here. 在4亿元的基础上: of no base is a number.
            Role::Noun
                if self.link_role(token.span) == Some("link")
                    || self.links_as(token.span.start, "base") =>
            {
                return Step::Stop;
            }
            // 增长面达71%, 的村达216个: 达 grown to the word before it is a link.
            _ if (beside || walk.linked) && self.has_grown(token) => {
                walk.left.phrase = Some(Span::new(token.span.start, token.span.start + 1));
            }
            Role::Noun => walk.left.phrase = Some(token.span),
            // The lexicon's tags are rough: a longer word beside the number is what is counted.
            _ if word && (role == Role::Attribute || self.is_rough(token)) => {
                walk.left.phrase = Some(token.span)
            }
            // 登记册31种: behind a noun a classifier is a thing.
            Role::Other if self.closes_noun(token, walk.floor) => {
                walk.left.phrase = Some(token.span)
            }
            Role::Verb if word => return self.over_verb(walk, token),
            Role::Verb if beside => return Step::Stop,
            // 研发投入增长一成: a verb between a noun and its change is part of the name. 居民的投诉降到8件: behind 的 it is a noun.
            Role::Verb
                if walk.linked
                    && (self.names_change(token, walk.floor)
                        || self.view.before(token.span.start) == PARTICLE) =>
            {
                walk.left.phrase = Some(token.span);
            }
            // 总产值提前一季度越过: an adverbial before the link.
            Role::Number => {}
            Role::Verb if walk.linked => {}
            _ => return Step::Stop,
        }
        Step::On
    }

    /// Whether a verb stands directly between a noun and a verb of change, or what leads to the first of two figures.
    fn names_change(&self, verb: Token, floor: u32) -> bool {
        let noun = self.token_before(verb.span.start, floor);
        let changes = |next: Token| {
            self.counted.changes.get(self.view, next.span).is_some()
                || self.compares_with(next)
                || chars::FROM.at(self.view, next.span.start)
                || self.view.char(next.span.start) == '在'
        };
        verb.span.len() >= 2
            && noun.is_some_and(|noun| self.role(noun) == Role::Noun || self.is_actor(noun))
            && self.tokens.at(verb.span.end).is_some_and(changes)
    }

    fn closes_noun(&self, token: Token, floor: u32) -> bool {
        let before = self.token_before(token.span.start, floor);
        // 代表之家
        let noun = |word: Token| {
            word.span.len() >= 2 && self.role(word) == Role::Noun
                || self.view.char(word.span.start) == '之'
        };
        self.tags.name(token.tag) == "q" && before.is_some_and(noun)
    }

    /// Whether it is an ending and 达, or any verb before its particle: 盘山路通了.
    pub(super) fn has_grown(&self, token: Token) -> bool {
        let Span { start, end, .. } = token.span;
        let ending =
            || matches!(self.link_role(Span::new(start, start + 1)), Some("suffix" | "actor"));
        let particle = |next: Token| next.span.len() == 1 && chars::ONCE.at(self.view, end);
        // 指数值跌到3分, 借阅量排第一
        let verb = || {
            chars::GROWN.at(self.view, start + 1)
                || self.tokens.at(end).is_some_and(particle)
                || self.counted.changes.longest(self.view, start + 1).is_some()
        };
        end - start == 2 && ending() && verb()
    }

    /// From a closing mark to where it opens.
    fn over_bracket(&self, walk: &mut Walk, close: Token) -> Step {
        let Some(open) = self.opening(close, walk.floor) else { return Step::Stop };
        // 由“十三五”末的52%: a quoted period is no thing.
        if self.is_number_until(open + 1, close.span.start) {
            walk.at = open;
        } else if self.view.at(close.span.start) == CLOSE_QUOTE
            || self.view.before(walk.start) == CLOSE_TITLE
        {
            // 「…过去的。」24岁的选手: what was said is no thing.
            if self.view.class(close.span.start - 1).any(CharClass::SENTENCE_END) {
                return Step::Stop;
            }
            let inner = Span::new(open + 1, close.span.start);
            walk.left.phrase = Some(inner).filter(|inner| !inner.is_empty());
            return Step::Quoted;
        } else {
            // 因公出国（境）5批: as if the bracket were not there.
            let beside = close.span.end == walk.start;
            walk.start = if beside { open } else { walk.start };
            walk.at = open;
        }
        Step::On
    }

    /// A verb directly before the number: nominal behind a noun, else the predicate.
    fn over_verb(&self, walk: &mut Walk, verb: Token) -> Step {
        if let Some(named) = self.quoted_before(walk.at, walk.floor) {
            walk.left.phrase = Some(named);
            walk.left.verb = Some(verb.span);
            return Step::Quoted;
        }
        // 班列全年开行900列: what it is done with, over the adverbs; 全村累计投入80万元, but not who does it.
        let adverb = |word: &Token| {
            self.is_link(*word)
                || self.role(*word) == Role::Time
                || self.role(*word) == Role::Number
                    && !self.view.class(word.span.start).any(NUMERAL)
        };
        let named = |word: &Token| {
            self.role(*word) == Role::Noun
                && (word.span.len() >= 2 || self.is_ending(*word) && !self.compares_with(*word))
                && !self.is_link(*word)
                && self.view.at(word.span.start) != EACH
        };
        // 特困人员集中供养642人: two verbs behind a noun are one.
        let twin = self.token_before(walk.at, walk.floor).filter(|first| {
            let behind = || self.token_before(first.span.start, walk.floor);
            self.role(*first) == Role::Verb
                && first.span.len() >= 2
                && !self.is_link(*first)
                && behind().is_some_and(|noun| named(&noun))
        });
        let deed = twin.map_or(verb.span, |first| first.span.cover(verb.span));
        walk.at = deed.start;
        let before = self.words_back(walk.at, walk.floor).find(|word| !adverb(word));
        let noun = before.filter(named);
        // 洪水造成8000人受灾: what it brings stands behind.
        let takes = self.link_role(verb.span) == Some("takes");
        // 合作社卖出3万斤: nor is what somebody is through with.
        let through = verb.span.len() > 1
            && chars::THROUGH.at(self.view, verb.span.end - 1)
            && self.link_role(verb.span) != Some("act");
        let apart = |noun: &Token| noun.span.end < walk.at || through;
        let acts = |noun: &Token| {
            let place = through && chars::MIDST.at(self.view, noun.span.end - 1);
            takes || apart(noun) && (place || self.is_actor(*noun))
        };
        let Some(noun) = noun.filter(|noun| !acts(noun)) else {
            walk.left.verb = Some(verb.span).filter(|_| !through);
            return Step::Stop;
        };
        if apart(&noun) {
            walk.at = noun.span.start;
            walk.left.phrase = Some(noun.span);
            walk.left.subject = true;
            return Step::On;
        }
        // 税收收入, 上年结转
        walk.left.phrase = Some(deed);
        walk.left.verb = (self.link_role(verb.span) == Some("act")).then_some(verb.span);
        Step::On
    }

    pub(super) fn is_number_until(&self, at: u32, end: u32) -> bool {
        self.is_number(at) && self.tokens.at(at).is_some_and(|token| token.span.end == end)
    }

    /// 比预算数减少5万元, 较上年度增长2%, 为预算的98%: what a figure is held against is not what it counts. Where that begins.
    fn measured_by(&self, token: Token, phrase: Span<View>, walk: &Walk) -> Option<u32> {
        let &Walk { start, floor, linked, .. } = walk;
        // 由2024年的81亿元: the time has it.
        let of_it = self.view.char(start - 1) == '的'
            && start - phrase.end <= NEAR_BASE
            && !self.is_number_before(start - 1);
        // 评分由基线8分降至2分
        let turns = || self.tokens.at(start).is_some_and(|figure| self.becomes(figure.span.end));
        let alone = |token: &Token| token.span.len() == 1;
        let compares = |token: &Token| {
            // 收入只有全省平均水平的87%, 户数不到邻市的三分之二; but 有劳动力的60%
            linked && of_it && (alone(token) && chars::EQUALS.at(self.view, token.span.start)
                || !alone(token)
                    && self.is_link(*token)
                    && !matches!(self.role(*token), Role::Noun | Role::Attribute))
                || (linked || token.span.len() > 1 || self.view.char(token.span.end) == '于')
                    && self.compares_with(*token)
                // 水位超警戒1.3米, 距县城20公里
                || (token.span.end, phrase.end) == (phrase.start, start)
                    && token.span.len() == 1
                    && chars::BEYOND.at(self.view, token.span.start)
                || token.span.len() == 1
                    && match self.view.char(token.span.start) {
                        '占' => true,
                        // 产量在头年基础上增加两倍
                        '在' => self.links_as(phrase.start, "base"),
                        '由' | '从' => {
                            let before = self.token_before(token.span.start, floor);
                            // 从立项到开工的时间由65天缩短到22天
                            !chars::FROM.at(self.view, start - 1)
                                && before.is_some_and(|before| self.role(before) == Role::Noun)
                                && turns()
                        }
                        _ => false,
                    }
        };
        let ends = |word: &Token| {
            self.view.class(word.span.start).any(CharClass::CLAUSE_END.or(CharClass::CLOSE))
        };
        // 民生支出占一般公共预算支出的比重: an ending alone is of something.
        let far = if self.is_measure(phrase) { 6 } else { 4 };
        let words = std::iter::once(token).chain(self.words_back(token.span.start, floor));
        words.take(far).take_while(|word| !ends(word)).find(compares).map(|word| word.span.start)
    }

    /// 比, 较, 领先
    pub(super) fn compares_with(&self, token: Token) -> bool {
        let alone = token.span.len() == 1
            && match self.view.char(token.span.start) {
                '比' => true,
                // 快于
                '快' | '慢' => self.view.char(token.span.end) == '于',
                _ => false,
            };
        alone || self.link_role(token.span) == Some("than")
    }

    /// 比 or 较 before a time.
    pub(super) fn compares(&self, token: Token) -> bool {
        // 投射比1.2:1: nor is that one.
        let time = |next: Token| {
            matches!(self.role(next), Role::Time | Role::Number)
                && self.view.char(next.span.end - 2) != ':'
        };
        self.compares_with(token) && self.tokens.at(token.span.end).is_some_and(time)
    }

    pub(super) fn opens_with_ending(&self, phrase: Span<View>) -> bool {
        let ending = |span| self.link_role(span) == Some("suffix");
        // 面 of 面达
        self.tokens
            .at(phrase.start)
            .is_some_and(|first| ending(Span::new(phrase.start, first.span.end.min(phrase.end))))
    }

    /// 50万元以上的村达到128个, 百万元村128个
    pub(super) fn is_place(&self, phrase: Span<View>) -> bool {
        phrase.start > 0
            && chars::PLACE_LEAD.at(self.view, phrase.start - 1)
            && self.link_role(phrase) == Some("suffix")
    }

    /// 船八十只: a noun of one character may open a clause.
    pub(super) fn opens(&self, phrase: Span<View>) -> bool {
        self.is_noun(phrase.start) && self.heads_clause(phrase.start)
    }

    /// Whether a clause or an item of a list begins at `at`.
    pub(super) fn heads_clause(&self, at: u32) -> bool {
        at.checked_sub(1).is_none_or(|before| {
            self.view.class(before).any(CLAUSE.or(CharClass::LINE_BREAK))
                || self.view.char(before) == '、'
        })
    }

    /// “书香夜校”两年举办18期: the quoted name before the verb, its adverbs and times.
    pub(super) fn quoted_before(&self, at: u32, floor: u32) -> Option<Span<View>> {
        let passed = |word: &Token| {
            self.is_link(*word) || matches!(self.role(*word), Role::Time | Role::Number)
        };
        let close = self.words_back(at, floor).find(|word| !passed(word))?;
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
        // 出口降幅: but of an ending it is the attribute.
        let object = Span::new(first.span.end, phrase.end.max(first.span.end));
        if opens && is_verb && object.len() >= 2 && !self.is_measure(object) {
            object
        } else {
            phrase
        }
    }

    /// 一年期贷款利率3%: 期 belongs to the number before it.
    fn without_unit(&self, phrase: Span<View>) -> Span<View> {
        let term = self.view.char(phrase.start) == '期' && self.is_number_before(phrase.start);
        Span::new(phrase.start + u32::from(term), phrase.end)
    }

    /// 省级, 县处级
    pub(super) fn is_level(&self, token: Token) -> bool {
        token.span.len() >= 2 && self.view.char(token.span.end - 1) == '级'
    }

    /// 户均增收5200元: a rate alone is no thing, what rises by it belongs to it.
    fn with_rate(&self, phrase: Span<View>, start: u32) -> Option<Span<View>> {
        if self.view.char(phrase.end - 1) != '均'
            || start.checked_sub(phrase.end).is_none_or(|between| between > CLOSED)
        {
            return Some(phrase);
        }
        let gain = self.tokens.before(start).filter(|word| {
            word.span.start >= phrase.end && word.span.len() == 2 && self.is_link(*word)
        });
        gain.map(|gain| phrase.cover(gain.span)).or(Some(phrase).filter(|rate| rate.len() > 2))
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
                        && self.turns(b.span.start)
                        && self.counted.changes.get(self.view, a.span).is_some())
        };
        token.span.end == end && self.tokens.at(end).is_some_and(|next| links(token, next))
            || self.token_before(token.span.start, floor).is_some_and(|last| links(last, token))
    }
}
