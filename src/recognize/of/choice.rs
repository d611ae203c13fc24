//! Which of the words around a number are what it counts.

use super::left::Left;
use super::role::Role;
use super::series::is_share;
use super::{
    CLOSE_QUOTE, CLOSE_TITLE, COLON, EACH, FULL, LONGEST, OPEN_QUOTE, PARTICLE, REACH, ROW, Reader,
};
use crate::annotation::{Number, NumberKind, Value};
use crate::recognize::chars;
use crate::segment::Token;
use crate::span::{Span, View};
use crate::text::CharClass;

/// How many words back a contest may stand.
const CONTEST: usize = 24;

/// Says what is counted, which may be nothing.
type Said = Option<Span<View>>;

impl Reader<'_> {
    /// What `number` counts; `before` are the numbers before it.
    pub(super) fn of(&self, number: &Number<View>, before: &[Number<View>]) -> Said {
        let previous = before.last().filter(|p| {
            // 占比首次突破65%: an adverb.
            let adverb = p.kind == NumberKind::Ordinal && self.counts(p, "act");
            let apart =
                !matches!(p.kind, NumberKind::Date | NumberKind::Duration | NumberKind::Code);
            apart && !adverb
        });
        if let Some(turn) = self.in_turn(number, before) {
            return Some(turn);
        }
        if let Some(said) = self.by_place(number, previous) {
            return said;
        }
        // “第一书记”71名: the rank is part of the name.
        let floor = previous.map_or(0, |previous| match (previous.kind, &previous.unit) {
            (NumberKind::Ordinal, None) => previous.span.start.saturating_sub(1),
            _ => previous.span.end,
        });
        let mut left = self.left(self.behind_place(number), floor);
        // 移送司法机关3人: people are not counted as the body they go to.
        let sent = left.phrase.filter(|phrase| {
            let last = self.tokens.before(phrase.end);
            self.counts(number, "people")
                && !self.heads_clause(phrase.start)
                && last.is_some_and(|last| self.ends_in(last, "body"))
        });
        if let Some(body) = sent {
            let verbs = self.words_back(body.start, floor);
            let verb = verbs.take_while(|word| self.role(*word) == Role::Verb).last();
            left = Left { verb: verb.map(|verb| verb.span.cover(body)), ..Left::default() };
        }
        // 运用“四种形态”处理27人次: what was done to them, not with what.
        if self.counts(number, "people")
            && left.phrase.is_some_and(|named| self.view.at(named.end) == CLOSE_QUOTE)
            && left.verb.is_some()
        {
            left.phrase = None;
        }
        if self.counts(number, "act") {
            left = self.often(number, left);
        }
        // 其中带走的有12份: whatever they are is told before.
        left.phrase =
            left.phrase.filter(|phrase| !is_count(number) || self.view.at(phrase.end) != PARTICLE);
        // 四级手术占比, 首期工程投资: so is one that touches the phrase; but 第二天气温25度.
        let ranks = |p: &&Number<View>| {
            let grade = p.unit.as_deref() == Some("级");
            (grade || p.kind == NumberKind::Ordinal) && !self.counts(p, "time")
        };
        let rank = previous.filter(ranks).map(|rank| rank.span);
        left.phrase = left.phrase.map(|phrase| {
            rank.filter(|rank| rank.end == phrase.start).map_or(phrase, |rank| rank.cover(phrase))
        });
        self.by_deed(number, previous, &left)
            .map(Some)
            .or_else(|| self.by_tie(number, previous, &left))
            .unwrap_or_else(|| self.by_rank(number, before, previous, &left))
    }

    /// 走访企业30次: what was done so often, with where it was done; 往农科院跑了19趟 tells of nothing else.
    fn often(&self, number: &Number<View>, left: Left) -> Left {
        let start = number.span.start;
        if chars::ONCE.at(self.view, start.wrapping_sub(1)) {
            return Left::default();
        }
        let whole = |place: Span<View>| {
            let done = self.tokens.before(place.start).filter(|done| {
                let verb = self.role(*done) == Role::Verb && done.span.len() > 1;
                verb && place.end == start && self.ends_with_actor(place)
            });
            done.map_or(place, |done| done.span.cover(place))
        };
        Left { phrase: left.phrase.map(whole), ..left }
    }

    /// 位列市直部门第三: where a rank is held says nothing of what holds it.
    pub(super) fn behind_place(&self, number: &Number<View>) -> u32 {
        let start = number.span.start;
        if number.kind != NumberKind::Ordinal {
            return start;
        }
        let mut words = self.words_back(start, 0).take(REACH);
        let holds =
            |word: &Token| chars::RANKED.at(self.view, word.span.end - 1) && self.is_link(*word);
        // 位列全省同级医院第4
        let place = |word: &Token| matches!(self.role(*word), Role::Noun | Role::Attribute);
        let before = words.find(|word| holds(word) || !place(word));
        before.filter(holds).map_or(start, |holds| holds.span.end)
    }

    /// What the place of the number or its unit decides alone.
    fn by_place(&self, number: &Number<View>, previous: Option<&Number<View>>) -> Option<Said> {
        let Span { start, end, .. } = number.span;
        if let Some(row) = self.row(start) {
            return Some(Some(row));
        }
        // 两千亩地: the lexicon takes 地 for a particle.
        if self.counts(number, "land") && self.view.char(end) == '地' {
            return Some(Some(Span::new(end, end + 1)));
        }
        // 14金9银, 4男2女, 8省31市: the unit says it.
        // but 由四区扩展至十八区
        let changes = || self.becomes(end) || self.turns(start.wrapping_sub(1));
        let placed = || self.counts(number, "place") && !self.is_noun(end) && !changes();
        if number.rule == "bare-numeral" && number.unit.is_some() || placed() {
            return Some(None);
        }
        // 红包46人次、折合7万元: what it is worth; but 总面积折合12亩
        if let Some(worth) = previous
            .filter(|worth| self.view.ends_with(start, "折合") && start - worth.span.end <= 3)
        {
            return Some(worth.of);
        }
        if self.divides(start) {
            let parts = self.right(number).filter(|parts| !self.opens_with_verb(*parts));
            let whole = previous
                .filter(|whole| !self.lies_between(whole.span.end, start, CharClass::CLAUSE_END));
            return Some(parts.or_else(|| whole?.of));
        }
        // 车间里有9名钳工: of a place are those only of whom nothing else is said.
        let named = |whole: &Number<View>| {
            let beside = whole.unit == number.unit && !self.view.follows(start, '，');
            let own = self.right(number).filter(|_| !beside);
            own.is_some_and(|own| self.ends_with_noun(own) && !self.opens_with_verb(own))
        };
        if let Some(whole) = previous.filter(|p| self.part_of(p, number) && !named(p)) {
            return Some(whole.of);
        }
        if let Some(rank) = previous.filter(|p| p.span.end == start) {
            let acted = || rank.of.filter(|of| self.opens_with_verb(*of));
            return Some(
                self.right(number)
                    .or_else(|| self.inherited(rank, number))
                    .or_else(acted)
                    .or_else(|| self.placed(number)),
            );
        }
        // 每10股派发…, 每万名儿童: what is taken each time is said directly behind, or nowhere.
        if self.view.before(start) == EACH {
            return Some(self.right(number).filter(|_| self.is_noun(end)));
        }
        let ranks = number.kind == NumberKind::Ordinal;
        // 在技能大赛中获一等奖2个、二等奖5个: no prize is one of another.
        if ranks
            && self.view.char(end - 1) == '奖'
            && let Some(held) = self.contest(start)
        {
            return Some(Some(held));
        }
        // 第十二条第一款, 第三章 总则, 《条例》第九条: a part of a text counts nothing.
        let named = || self.view.before(start) == CLOSE_TITLE;
        // 第一名8个: but a place in a contest is one.
        let part = ranks
            && self.view.char(start) == '第'
            && !self.counts(number, "people")
            && (self.heads(end) || named());
        // 第17分钟, 第41周, 三楼, 第4版
        let stands = |role| ranks && self.counts(number, role);
        // 集体记二等功: merit is of nothing that is counted.
        let merit = ranks && self.view.char(end - 1) == '功';
        (part || merit || stands("time") || stands("place")).then_some(None)
    }

    /// 40人分成两组, 苗木分三批送到: so many parts, of what is divided.
    fn divides(&self, start: u32) -> bool {
        self.tokens.before(start).is_some_and(|word| {
            let Span { start, end, .. } = word.span;
            self.view.char(start) == '分' && (end - start == 1 || self.turns(end - 1))
        })
    }

    /// What befell those counted, or was done to those that the number before counts.
    fn by_deed(&self, number: &Number<View>, previous: Option<&Number<View>>, left: &Left) -> Said {
        let previous = previous?;
        // 其中2人轻伤, 其余3项填补空白, 其中9条取消: whatever they do, they are of those before.
        let acts = |verb| self.role(verb) == Role::Verb && !self.noun_follows(verb);
        let does = || {
            // 17件如期完成, 3件再次取消: over a time or an adverb.
            let adverb =
                |word: &Token| self.role(*word) == Role::Time || self.tags.name(word.tag) == "d";
            self.tokens.from(number.span.end).find(|word| !adverb(word)).is_some_and(acts)
                || self.right(number).is_some_and(|right| self.opens_clause(right))
        };
        // 少年58名接受矫治，五分之四重返校园
        let shared = || {
            is_share(number)
                && self.view.follows(number.span.start, '，')
                && !is_share(previous)
                && !self.parted(previous, number)
                && does()
        };
        let taken = self.takes_up(number, previous)
            && (number.unit.as_deref() == Some("人") || self.has_measure(number) || does())
            || shared();
        // 案件3万件，省法院受理1万件: whose verb it is says nothing of what it acts on. 企业46家、总数312家: nor is 总数 a thing.
        let alone = || left.phrase.filter(|phrase| is_count(number) && self.is_measure(*phrase));
        // 集体学习31次、集中学习11次: in a list each names its own.
        let listed = self.view.char(previous.span.end) == '、';
        let acted = || left.phrase.and(left.verb).filter(|_| !listed).or_else(alone);
        // 4人受伤，2人死亡: but what befell some befell not all.
        previous
            .of
            .filter(|of| taken && !self.opens_with_verb(*of))
            .or_else(|| acted().and_then(|_| self.repeated(number, std::slice::from_ref(previous))))
    }

    /// 其中12家营收超百亿元: a measure of those counted, and its figure, stand behind.
    fn has_measure(&self, number: &Number<View>) -> bool {
        let measure = self.noun_phrase(number.span.end).filter(|_| is_count(number));
        let said =
            |end| self.is_number(end) || self.tokens.at(end).is_some_and(|word| self.is_link(word));
        measure.is_some_and(|measure| self.ends_with_ending(measure) && said(measure.end))
    }

    /// Whether the phrase is one ending alone.
    pub(super) fn is_measure(&self, phrase: Span<View>) -> bool {
        phrase.len() >= 2
            && self
                .tokens
                .at(phrase.start)
                .is_some_and(|word| word.span == phrase && self.is_ending(word))
    }

    /// What a link, a particle or an ending ties to the number.
    fn by_tie(
        &self,
        number: &Number<View>,
        previous: Option<&Number<View>>,
        left: &Left,
    ) -> Option<Said> {
        let start = number.span.start;
        let measures = measures(number);
        // 占全州3.2%的国土面积: a share is one of what stands behind.
        let tied = || !chars::BEARER.at(self.view, self.extended(number));
        let beside = self.beside(left, start);
        if matches!(number.value, Value::Proportion(..)) && tied() {
            // 师生比1:16, 收入比缩小至1.9:1, 角球7比2; but 主队3比1战胜…: who stands at a score is no ratio.
            let whole = self.view.class(number.span.end).any(CharClass::CLAUSE_END)
                || self.joins(number.span.end);
            let named = left.phrase.filter(|phrase| {
                phrase.end < start
                    || whole && !self.ends_with_actor(*phrase)
                    || self.ends_with_ending(*phrase)
                    || self.view.follows(phrase.end, '比')
            });
            // 25:21、22:25 are of one list.
            let listed = previous.filter(|score| {
                self.joins(score.span.end)
                    && score.span.end + 1 == start
                    && matches!(score.value, Value::Proportion(..))
            });
            return Some(named.or(listed.and_then(|score| score.of)));
        }
        // 本市65岁以上老年人, 电站百万千瓦机组, 乡镇医院近三成医生: a place is not what is measured.
        // 青山村72岁的老人: nor is whose they are.
        let apart = |phrase: Span<View>| {
            // 组里三成队员
            let place = chars::MIDST.at(self.view, start - 1);
            self.ends_with_actor(phrase) && (!tied() || self.is_noun(number.span.end))
                || place && self.is_noun(number.span.end)
        };
        // 三分之一是独居老人: who they are, where nothing more is said of it.
        let are = |are: &Span<View>| {
            self.ends_with_actor(*are)
                && self.view.class(are.end).any(CharClass::CLAUSE_END.or(CharClass::LINE_BREAK))
        };
        if is_share(number)
            && self.view.char(number.span.end) == '是'
            && let Some(are) = self.noun_phrase(number.span.end + 1).filter(are)
        {
            return Some(Some(are));
        }
        if measures && tied() && left.phrase.is_some() && !beside.is_some_and(apart) {
            let quoted = self.view.at(number.span.end) == OPEN_QUOTE;
            // 毁了三成网箱, 大雨带走两成表土
            let verb = |word: Token| self.role(word) == Role::Verb && !self.is_link(word);
            let object =
                chars::ONCE.at(self.view, start - 1) || self.tokens.before(start).is_some_and(verb);
            // 拿出80万元扶持资金帮村里修路
            let funds = |funds: &Span<View>| chars::FUNDS.at(self.view, funds.end - 1);
            let bought = (number.kind == NumberKind::Money || object)
                .then(|| if quoted { self.right(number) } else { self.closed(number) })
                .flatten()
                .or_else(|| self.right(number).filter(|_| object).filter(funds));
            return Some(bought.or(left.phrase));
        }
        // 浪高降到2米以下再开船: what came to a limit.
        let turned = number.rule == "numeral-unit"
            && self.turns(start.wrapping_sub(1))
            && chars::LIMITED.at(self.view, number.span.end - 1);
        if turned && left.phrase.is_some() {
            return Some(left.phrase);
        }
        // 海拔4200米的家乡, 月薪达5000元的工作: what is measured stands at the number; but 全校100%的老师.
        let bearer = self.view.char(number.span.end) == '者';
        let ties = !tied() && measures || matches!(number.rule, "numeral-unit" | "bare-numeral");
        let measured = beside.filter(|phrase| ties && !apart(*phrase));
        measured.filter(|phrase| self.ends_with_ending(*phrase) || bearer).map(Some)
    }

    /// The phrase to the left that stands at the number, at most one character between; but 后者由12名队员组成.
    fn beside(&self, left: &Left, start: u32) -> Said {
        left.phrase.filter(|phrase| start - phrase.end <= 1 && self.view.char(start - 1) != '由')
    }

    /// The first of the places where it may be said.
    fn by_rank(
        &self,
        number: &Number<View>,
        before: &[Number<View>],
        previous: Option<&Number<View>>,
        left: &Left,
    ) -> Said {
        let object = || left.verb.and_then(|_| self.object(number));
        let ranks = number.kind == NumberKind::Ordinal;
        // 省科技进步一等奖, 考核列第三名; but 支部的第46期, 市委第九轮: what comes by its place in a row is named behind, or nowhere.
        let named = number.unit.is_none() || self.counts(number, "people");
        // 第一要务, 第一遵循: what is ranked stands behind, whatever its tag.
        let ranked = || {
            let object = (ranks && number.unit.is_none()).then(|| self.object(number)).flatten();
            object.filter(|object| !self.is_number(object.end))
        };
        let beside = self
            .beside(left, number.span.start)
            .filter(|phrase| !ranks && self.ends_with_noun(*phrase))
            // 全公司有34个: who has them
            .filter(|phrase| {
                let holds =
                    chars::MIDST.at(self.view, phrase.end - 1) || self.ends_with_actor(*phrase);
                self.view.char(phrase.end) != '有' || !holds
            });
        // 三分之一修建道路, 39人走上讲台, 救护车6辆赶赴灾区: they do something, they are no part of what is done.
        // but 吸引力：68门选修课程, 湾区的11家采购商
        let stands = || {
            let end = |phrase: Span<View>| self.view.at(phrase.end);
            beside.is_some_and(|phrase| end(phrase) != COLON && end(phrase) != PARTICLE)
        };
        let people = number.unit.as_deref() == Some("人") || self.counts(number, "home");
        let acting = measures(number) || people || stands();
        // 9万元补助养蜂户: whom it is done to.
        let done = |phrase: Span<View>| {
            let first = self.tokens.at(phrase.start);
            let verbal =
                |first: Token| self.tags.name(first.tag) == "vn" && first.span.end < phrase.end;
            measures(number) && first.is_some_and(verbal) && self.ends_with_actor(phrase)
        };
        // 6人的审核组: what 的 ties is no deed.
        let rests = |phrase: &Span<View>| {
            let apart = self.view.before(phrase.start) == PARTICLE;
            // 拿出80万元扶持资金
            let funds = measures(number) && chars::FUNDS.at(self.view, phrase.end - 1);
            !acting || apart || funds || !self.opens_with_verb(*phrase) && !done(*phrase)
        };
        // 甲级联赛第22轮, 轨道交通二期
        let own_rank = |phrase: &Span<View>| {
            let quoted = u32::from(self.view.at(phrase.end) == CLOSE_QUOTE);
            // 民法典第12条
            phrase.len() > 2
                && !chars::PASSAGE.at(self.view, number.span.end - 1)
                && phrase.end + quoted == number.span.start
                && !self.ends_with_actor(*phrase)
        };
        self.right(number)
            .filter(rests)
            .or_else(ranked)
            .or(beside)
            .or_else(|| self.listed(number))
            .or_else(|| self.closed(number).filter(rests))
            .or_else(|| self.alike(number))
            // 热线日均接听200余个来电: what it does it with.
            .or_else(|| left.subject.then(|| self.object(number)).flatten())
            .or_else(|| self.relative(number))
            .or(left.phrase.filter(|phrase| !ranks || named || own_rank(phrase)))
            .or_else(|| object().filter(|of| !measures(number) || !self.opens_clause(*of)))
            .or_else(|| left.verb.and_then(|_| self.repeated(number, before)))
            .or(left.verb.filter(|_| !ranks))
            .or_else(|| {
                let floor = before.last().map_or(0, |last| last.span.end);
                self.headed(number, floor).filter(|_| !ranks)
            })
            .or_else(|| self.again(number, previous))
            .or_else(|| self.placed(number))
    }

    /// The contest in which a place was won; but 看完比赛，他第一次哭了.
    fn placed(&self, number: &Number<View>) -> Said {
        let ranks = number.kind == NumberKind::Ordinal && !self.counts(number, "act");
        if ranks { self.contest(number.span.start) } else { None }
    }

    /// What was held, before what was won there, in the sentence.
    fn contest(&self, at: u32) -> Said {
        let sentence =
            |word: &Token| !self.view.class(word.span.start).any(CharClass::SENTENCE_END);
        let mut words = self.words_back(at, 0).take(CONTEST).take_while(sentence);
        let held = words.find(|word| self.ends_in(*word, "contest"))?;
        self.left(held.span.end, 0).phrase
    }

    /// 投入6300万元改造食堂: a verb and what it acts on are no object.
    fn opens_clause(&self, phrase: Span<View>) -> bool {
        let verb = self.tokens.at(phrase.start);
        verb.is_some_and(|verb| self.role(verb) == Role::Verb && verb.span.end < phrase.end)
    }

    /// 司机张某、李某等7人: what those are whose names 等 closes.
    fn listed(&self, number: &Number<View>) -> Said {
        let and_others = self.tokens.before(number.span.start)?;
        let people = self.counts(number, "people") && self.view.char(and_others.span.start) == '等';
        let names = |word: &Token| {
            let tag = self.tags.name(word.tag);
            tag.starts_with("nr") || tag == "r" || word.span.len() == 1
        };
        let mut words = self.words_back(number.span.start, 0).take(REACH);
        let first = words.find(|word| !names(word)).filter(|_| people)?;
        (self.role(first) == Role::Noun).then_some(first.span)
    }

    /// 像这样的合作社，全县有120家: what the clause before names, where it opens with a word for such things.
    fn alike(&self, number: &Number<View>) -> Said {
        if !is_count(number) {
            return None;
        }
        let start = number.span.start;
        let comma =
            (start.saturating_sub(LONGEST)..start).rev().find(|at| self.view.char(*at) == '，')?;
        let clause = self.words_back(comma, 0).take(REACH);
        let head = clause
            .take_while(|word| {
                let ends = CharClass::CLAUSE_END.or(CharClass::LINE_BREAK);
                !self.view.class(word.span.start).any(ends)
            })
            .last()?;
        // 像北京这样的城市，每年新增10万人: people are none of them, unless there are as many.
        let other = number.unit.as_deref() == Some("人") && !self.view.follows(start, '有');
        let such = !other && self.links_as(head.span.start, "such");
        // 留在山上的村民，18人当了护林员
        let people = comma + 1 == start && self.counts(number, "people");
        // 转办的工单，有14件超期
        let topic = comma + 2 == start && self.view.follows(start, '有');
        if !such && !people && !topic {
            return None;
        }
        let quoted = u32::from(self.view.before(comma) == CLOSE_QUOTE);
        let named = self.left(comma, 0).phrase.filter(|named| named.end + quoted == comma)?;
        // 像将军，他指挥了300人
        let apart = self.view.before(named.start - quoted) == PARTICLE;
        let people = people && apart && self.ends_with_actor(named);
        (people || topic && apart || such && (apart || head.span.len() > 1)).then_some(named)
    }

    /// 工期由34天压缩至19天: what became shorter or longer, for the name of the change. A length of time alone counts nothing.
    pub(super) fn lasted(
        &self,
        number: &Number<View>,
        previous: Option<&Number<View>>,
    ) -> Option<Span<View>> {
        let floor = previous.map_or(0, |previous| previous.span.end);
        self.becomes(number.span.end).then(|| self.left(number.span.start, floor).phrase).flatten()
    }

    /// 平均年龄41岁, 47岁的张师傅, 70岁以上老人: who is so old; but of a limit alone (35岁以下占六成) nobody.
    pub(super) fn is_aged(&self, age: &Number<View>, of: Span<View>) -> bool {
        let end = age.span.end;
        let valued = self.tokens.before(of.end).is_some_and(|last| self.is_valued(last));
        let limits = self.limits(age);
        if of.start >= end {
            // 满60岁免票
            let beside = limits || self.view.before(age.span.start) != FULL;
            // 15岁离开家乡, 47岁的张师傅
            let own = self.view.at(end) == PARTICLE;
            let who = self.is_somebody(of) && (own || self.ends_with_actor(of));
            return if of.start == end { beside } else { !limits } && who;
        }
        valued || !limits && self.view.at(end) != PARTICLE && self.is_somebody(of)
    }

    /// 老木匠, 张师傅; but 离开家乡, 嫌疑人作案 say what was done at that age.
    fn is_somebody(&self, of: Span<View>) -> bool {
        let mut words = self.tokens.from(of.start).take_while(|word| word.span.end <= of.end);
        let done = words.any(|word| self.role(word) == Role::Verb);
        !done && (self.ends_with_actor(of) || self.ends_with_noun(of) && of.len() > 1)
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
            if end >= words + 2 && !self.lies_between(words, end, CharClass::DIGIT) {
                return Some(Span::new(words, end));
            }
            from = end + 1;
        }
        None
    }
}

/// Whether it says how much of something there is, not how many things.
fn measures(number: &Number<View>) -> bool {
    matches!(number.kind, NumberKind::Percent | NumberKind::Money | NumberKind::Ratio)
}

/// Whether it counts by a classifier.
pub(super) fn is_count(number: &Number<View>) -> bool {
    number.rule == "numeral-classifier"
}
