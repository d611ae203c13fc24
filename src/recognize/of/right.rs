//! The noun phrase behind a number, and what else may say there what is counted.

use super::choice::is_count;
use super::role::Role;
use super::{
    BLANK, BRACKET, CLAUSE, CLOSED, LONGEST, NUMERAL, OPEN_QUOTE, PARTICLE, REACH, Reader,
};
use crate::annotation::{Number, NumberKind};
use crate::recognize::chars;
use crate::segment::Token;
use crate::span::{Span, View};
use crate::text::CharClass;

impl Reader<'_> {
    /// The noun phrase behind the number: 的, 级, another number and a quoted string may stand between.
    pub(super) fn right(&self, number: &Number<View>) -> Option<Span<View>> {
        let mut at = self.extended(number);
        // 七个是贫困村: what they are, where nothing more is said of it.
        let is = self.view.char(at) == '是' && number.kind != NumberKind::Ordinal;
        let are = is.then(|| self.noun_phrase(at + 1)).flatten();
        if let Some(are) = are.filter(|are| {
            self.view.class(are.end).any(CharClass::CLAUSE_END.or(CharClass::LINE_BREAK))
        }) {
            return Some(are);
        }
        // Whether what is counted stands behind the next number: 获评2个国家级、6个省级示范区.
        let mut shared = false;
        for _ in 0..REACH {
            let Some(token) = self.tokens.at(at) else { break };
            let Span { start, end, .. } = token.span;
            let listed = self.view.char(end) == '、' && self.is_number(end + 1);
            at = match self.view.char(end - 1) {
                _ if self.role(token) == Role::Number => end,
                '的' if end - start == 1 => end,
                // 共 36 所 学校; but 旅客150万　车流…: the next heading.
                ' ' if end - start == 1 && self.view.before(number.span.start) == BLANK => end,
                // 先后选派3批共54名队员
                '共' if self.is_number(end) => end,
                // 两个不同的市场
                _ if self.role(token) == Role::Attribute
                    && self.view.at(end) == PARTICLE
                    && self.is_noun(end + 1) =>
                {
                    end + 1
                }
                '级' if listed => end + 1,
                '级' if shared || end - start == 1 || self.view.at(end) == OPEN_QUOTE => end,
                _ => break,
            };
            shared |= listed;
        }
        if self.view.at(at) == BLANK {
            return None;
        }
        // 60岁以上者: whoever they are is said elsewhere.
        if self.view.char(at) == '者' {
            return None;
        }
        if self.view.at(at) == OPEN_QUOTE {
            let close = self.closing(at)?;
            return self.behind_quotes(close).or(Some(Span::new(at + 1, close)));
        }
        // 突破3000分大关; but 两个台阶, 第一道关口
        let links = |token: Token| {
            self.link_role(token.span) == Some("link")
                && !chars::STAGE.at(self.view, number.span.end - 1)
                && !self.noun_follows(token)
        };
        if self.becomes(at) || self.tokens.at(at).is_some_and(links) {
            return None;
        }
        let phrase = self.of_people(number, self.noun_phrase(at)?)?;
        // 7300多条群众“满意”评价: the noun behind the quoted string says it.
        let quote =
            (self.view.at(phrase.end) == OPEN_QUOTE).then(|| self.closing(phrase.end)).flatten();
        let named = quote.and_then(|close| self.behind_quotes(close));
        // 第24个全国“安全生产月”
        let wide = |_: &u32| self.tokens.at(phrase.start).is_some_and(|word| self.is_link(word));
        let inner = || quote.filter(wide).map(|close| Span::new(phrase.end + 1, close));
        let named = named.or_else(inner);
        let other = || self.summed(phrase).or_else(|| self.described(number, phrase));
        Some(named.or_else(other).unwrap_or(phrase))
    }

    /// Where the number ends, with what goes on with it: 535公里高的轨道, 3万元不等的奖补, 6层楼高的塔.
    pub(super) fn extended(&self, number: &Number<View>) -> u32 {
        let end = number.span.end;
        let last = end + u32::from(chars::EXTENDS.at(self.view, end));
        // 3公斤装的新米
        let extends = self.view.char(last) == '装'
            || self.tokens.at(last).is_some_and(|word| self.is_link(word));
        if extends && self.view.char(last + 1) == '的' { last + 1 } else { end }
    }

    /// 5名干部立案审查, 二十人会游泳: where people are counted, what they do is none of the phrase.
    fn of_people(&self, number: &Number<View>, phrase: Span<View>) -> Option<Span<View>> {
        let people = self.counts(number, "people");
        let Some(last) = self.tokens.before(phrase.end).filter(|_| people) else {
            return Some(phrase);
        };
        let acts = |word: Token| self.tags.name(word.tag).starts_with('v');
        if last.span == phrase {
            // 573人安全撤出
            let manner = matches!(self.tags.name(last.tag), "an" | "ad" | "a" | "d")
                && self.tokens.at(phrase.end).is_some_and(acts);
            return Some(phrase).filter(|_| !manner && (phrase.len() > 1 || !acts(last)));
        }
        let who = Span::new(phrase.start, last.span.start);
        let deed = self.tokens.at(phrase.end).is_some_and(acts)
            && !self.is_actor(last)
            && self.ends_with_actor(who);
        Some(if deed { who } else { phrase })
    }

    /// 5名成绩优异的学生, 8个年收入50万元以上的村: what an attribute with its own noun describes; but 5名学生优异的成绩.
    fn described(&self, number: &Number<View>, phrase: Span<View>) -> Option<Span<View>> {
        let describes = |token: &Token| {
            matches!(self.role(*token), Role::Attribute | Role::Number)
                || self.tags.name(token.tag) == "d"
        };
        let words = self.tokens.from(phrase.end).take(4).take_while(describes);
        let end = words.last().map_or(phrase.end, |last| last.span.end);
        let people = self.counts(number, "people");
        // 首支卫冕的球队; but 首次试飞的机组
        let first = number.rule == "ordinal-first" && !self.counts(number, "act");
        let own = (people || first || is_count(number))
            && self.view.at(end) == PARTICLE
            && !self.ends_with_actor(phrase);
        let noun = own.then(|| self.noun_phrase(end + 1)).flatten();
        // 12名影响期满、表现突出的干部
        let deed = || {
            let acts = |first: Token| self.tags.name(first.tag).starts_with('v');
            let told = people && self.tokens.at(phrase.start).is_some_and(acts);
            self.relative(number).filter(|noun| told && self.ends_with_actor(*noun))
        };
        let Some(noun) = noun.and_then(|noun| self.of_people(number, noun)) else { return deed() };
        // 5个穿红衣的孩子, 6名本科学历的老师; but 3个车间的老师
        let named = first || end > phrase.end || self.opens_with_verb(phrase);
        (named || people && self.ends_with_actor(noun)).then_some(noun)
    }

    /// 426名外卖员、快递员等新就业群体: what all are that are listed.
    fn summed(&self, first: Span<View>) -> Option<Span<View>> {
        let mut end = first.end;
        for _ in 0..REACH {
            end = match self.view.char(end) {
                '、' => self.noun_phrase(end + 1)?.end,
                // 老人、儿童等待救援
                '等' if end > first.end && self.tokens.at(end + 1)?.span.start > end => {
                    return self.noun_phrase(end + 1);
                }
                _ => return None,
            };
        }
        None
    }

    /// 34个大项、: a short word between the number and the end of its clause or the next number is what is counted, whatever
    /// the lexicon calls it.
    pub(super) fn closed(&self, number: &Number<View>) -> Option<Span<View>> {
        let start = number.span.end + u32::from(self.view.at(number.span.end) == BLANK);
        // 7人轻伤: behind people stands what befell them; but 27名当然议员.
        let people = self.counts(number, "people");
        let stops = |at: u32| {
            self.view.class(at).any(NUMERAL.or(CLAUSE).or(CharClass::LINE_BREAK))
                || matches!(self.view.char(at), '、' | ')' | ':')
        };
        // 三点希望, 五项承诺, 19票赞成: what is said, not what is done; 第535次飞行, 48万次采样.
        let verbal = self.counts(number, "act") || self.counts(number, "saying");
        let mut end = start;
        for token in self.tokens.from(start).take(REACH) {
            let word = matches!(self.role(token), Role::Noun | Role::Attribute);
            let tag = self.tags.name(token.tag);
            let said = verbal
                && tag == "v"
                && self.role(token) == Role::Verb
                && self.counted.changes.get(self.view, token.span).is_none();
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
        let links = || {
            let link = self.counted.links.longest(self.view, start);
            link.is_some_and(|link| {
                // 三点要求: 要 alone would link.
                let longer =
                    |word: Token| self.role(word) == Role::Verb && word.span.len() > link.length;
                let said = link.column(1) == "act" || self.tokens.at(start).is_some_and(longer);
                link.column(1) != "actor" && !(verbal && said)
            })
        };
        (whole && (2..=CLOSED).contains(&phrase.len()) && !links() && !self.becomes(start))
            .then_some(phrase)
    }

    /// 22个压减到11个: a verb of change with its particle.
    pub(super) fn becomes(&self, at: u32) -> bool {
        let verb = self.counted.changes.longest(self.view, at);
        verb.is_some_and(|verb| self.turns(at + verb.length) || self.turns(at + verb.length - 1))
            || self.tokens.at(at).is_some_and(|word| {
                word.span.len() == 2
                    && self.turns(word.span.end)
                    && self.tags.name(word.tag).starts_with('v')
            })
    }

    /// The noun phrase behind a closing quotation mark, over further quoted strings.
    pub(super) fn behind_quotes(&self, close: u32) -> Option<Span<View>> {
        let mut at = close + 1;
        while self.view.at(at) == OPEN_QUOTE {
            at = self.closing(at)? + 1;
        }
        // 首批“样板支部”全部通过验收
        let opens = self
            .tokens
            .at(at)
            .is_some_and(|token| self.role(token) != Role::Verb && !self.is_link(token));
        opens.then(|| self.noun_phrase(at)).flatten()
    }

    /// Where the quotation mark or bracket that opens at `at` closes.
    pub(super) fn closing(&self, at: u32) -> Option<u32> {
        self.view.find(at + 1, at + BRACKET, CharClass::CLOSE)
    }

    /// Nouns with their attributes from `at` on; a verb may only begin the phrase.
    pub(super) fn noun_phrase(&self, at: u32) -> Option<Span<View>> {
        // 在8亿元的基础上
        if self.links_as(at, "base") {
            return None;
        }
        // 18条不可逾越的红线: a set phrase describes what is counted.
        if let Some(phrase) = self.tokens.at(at).filter(|token| self.describes(*token)) {
            return self.noun_phrase(phrase.span.end + 1);
        }
        let (mut next, mut end) = (at, None);
        for _ in 0..REACH {
            let Some(token) = self.tokens.at(next) else { break };
            // 7件入选典型案例
            let takes = || self.link_role(token.span) == Some("takes");
            let goes_on = match self.role(token) {
                _ if token.span.start == at && takes() => false,
                // 132个村全部达到, 1.3万名党员先后报名: an adverb of counting ends the phrase.
                Role::Noun if end.is_some() && self.link_role(token.span) == Some("link") => false,
                // 70户果农户均增收: a rate begins what is said of them.
                Role::Noun if end.is_some() && self.is_rate(token) => false,
                // 36个科目合格率比去年: a preposition, no proportion.
                Role::Noun if end.is_some() && self.compares(token) => false,
                // 38个村达标: 达 grown to the word before it.
                Role::Noun if self.has_grown(token) => {
                    end = Some(token.span.end - 1);
                    false
                }
                // 5个村发展产业: whoever is named by one character acts.
                Role::Noun | Role::Attribute if end == Some(at + 1) && self.may_act(token) => false,
                Role::Noun => {
                    end = Some(token.span.end);
                    true
                }
                // 首份中期报告, 两场夜间演出
                Role::Time if end.is_none() => {
                    self.noun_follows(token)
                        && !self.tokens.at(token.span.end).is_some_and(|noun| self.is_link(noun))
                }
                Role::Attribute => {
                    // 新就业人员
                    let opens =
                        |next: Token| self.role(next) == Role::Verb && self.opens_phrase(next);
                    self.noun_follows(token)
                        || end.is_none()
                            && (self.attribute_follows(token)
                                || self.tokens.at(token.span.end).is_some_and(opens))
                }
                // 党建示范村, 应急救援队
                Role::Verb if end.is_some() => self.makes_word(token),
                Role::Verb => self.opens_phrase(token),
                Role::Blank => true,
                // 陈某
                Role::Other if token.span.start == at + 1 && self.view.char(at + 1) == '某' => {
                    end = Some(token.span.end);
                    true
                }
                // 400个沿线站点, 第五届两岸论坛
                Role::Other => {
                    end.is_none()
                        && token.span.len() == 2
                        && self.tags.name(token.tag) == "f"
                        && !self.is_link(token)
                        && self.noun_follows(token)
                }
                _ => false,
            };
            // 党组(党委)书记: the bracket is passed over.
            let opens = self.view.char(token.span.start) == '(' && end.is_some();
            let close = opens.then(|| self.closing(token.span.start)).flatten();
            let goes_over =
                |close: &u32| close - token.span.start <= CLOSED && self.is_noun(close + 1);
            match close.filter(goes_over) {
                Some(close) => next = close + 1,
                _ if goes_on => next = token.span.end,
                _ => break,
            }
        }
        let mut phrase = Span::new(at, end?);
        // 36个村年收入超过10万元: what they have is not they.
        let place =
            |first: &Token| first.span.len() == 1 && chars::HOLDER.at(self.view, first.span.start);
        let has = |last: Token| last.span.start > at && self.is_valued(last);
        if let Some(place) = self.tokens.at(at).filter(place)
            && self.tokens.before(phrase.end).is_some_and(has)
        {
            phrase = place.span;
        }
        // 翻过第二道梁，, 打了三个孔，: so is what closes the clause, whatever noun it is.
        let closes = || self.view.class(phrase.end).any(CLAUSE.or(CharClass::LINE_BREAK));
        let village = || {
            self.tokens.at(at).is_some_and(|first| {
                self.tags.name(first.tag) == "n" || self.is_ending(first) || closes()
            })
        };
        // 218个村（社区）: the other name for it.
        let other = Some(phrase.end).filter(|at| phrase.len() == 1 && self.view.char(*at) == '(');
        let close =
            other.and_then(|open| self.closing(open)).filter(|close| close - phrase.end <= CLOSED);
        let phrase = close.map_or(phrase, |close| Span::new(at, close + 1));
        (phrase.len() >= 2 || village()).then(|| self.shortened(phrase))
    }

    /// Whether a set phrase stands before 的 and a noun.
    fn describes(&self, token: Token) -> bool {
        let phrase = matches!(self.tags.name(token.tag), "i" | "l");
        phrase && self.view.at(token.span.end) == PARTICLE && self.is_noun(token.span.end + 1)
    }

    /// Whether the lexicon knows the word as a verb too.
    fn may_act(&self, token: Token) -> bool {
        token.span.len() >= 2 && self.tags.name(token.tag) == "vn"
    }

    /// 300余名常年在外务工的青年: the noun behind the clause that describes it.
    pub(super) fn relative(&self, number: &Number<View>) -> Option<Span<View>> {
        // 首家上市的银行
        let first = number.rule == "ordinal-first"
            && (!self.counts(number, "act") || number.unit.as_deref() == Some("批"));
        let counts = first || is_count(number);
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
        // 24人的名单 counts people.
        let told = counts && particle.span.start > number.span.end;
        told.then(|| self.noun_phrase(particle.span.end)).flatten()
    }

    /// Behind a verb with its number (提出十条举措) the next word is the object, whatever its tag.
    pub(super) fn object(&self, number: &Number<View>) -> Option<Span<View>> {
        let content =
            |token: &Token| matches!(self.role(*token), Role::Noun | Role::Attribute | Role::Verb);
        // 选派52人赴北京: where they go.
        let goes = |to: &Token| to.span.len() == 1 && chars::HEADING.at(self.view, to.span.start);
        let first = self.tokens.at(number.span.end).filter(|first| !goes(first))?;
        // 由3班加密到8班
        if self.becomes(first.span.start) {
            return None;
        }
        let words = self.tokens.from(first.span.start).take_while(content).take(2);
        let object = words.map(|token| token.span).reduce(Span::cover);
        object.filter(|span| span.len() >= 2 && self.link_role(*span) != Some("link"))
    }

    /// 巡逻船艇: a verb before the noun it describes.
    fn opens_phrase(&self, verb: Token) -> bool {
        verb.span.len() >= 2 && self.noun_follows(verb)
    }

    /// 示范村: a verb and a noun of one character, where no noun follows.
    fn makes_word(&self, verb: Token) -> bool {
        let noun = self.tokens.at(verb.span.end).filter(|noun| {
            noun.span.len() == 1 && self.is_actor(*noun) && self.role(*noun) == Role::Noun
        });
        verb.span.len() == 2 && noun.is_some_and(|noun| !self.noun_follows(noun))
    }

    /// 户均, 人均
    pub(super) fn is_rate(&self, token: Token) -> bool {
        token.span.len() == 2 && self.view.char(token.span.end - 1) == '均'
    }

    pub(super) fn noun_follows(&self, token: Token) -> bool {
        self.is_noun(token.span.end)
    }

    pub(super) fn attribute_follows(&self, token: Token) -> bool {
        self.tokens
            .at(token.span.end)
            .is_some_and(|next| self.role(next) == Role::Attribute && self.noun_follows(next))
    }

    /// The end of a phrase that is too long says what is counted.
    pub(super) fn shortened(&self, phrase: Span<View>) -> Span<View> {
        let mut start = phrase.start;
        for token in self.tokens.from(phrase.start) {
            if phrase.end - start <= LONGEST || token.span.end >= phrase.end {
                break;
            }
            start = token.span.end;
        }
        Span::new(start, phrase.end)
    }
}
