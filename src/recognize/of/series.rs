//! What a number takes over from the numbers before it, and what figures in a series count each.

use super::choice::is_count;
use super::role::Role;
use super::{
    CLAUSE, CLOSED, EACH, LONGEST, NEAR, PARTICLE, REACH, Reader, SUM, TOGETHER, is_time, join,
};
use crate::annotation::{Bound, Number, NumberKind, Rate};
use crate::recognize::chars;
use crate::segment::Token;
use crate::span::{Span, View};
use crate::text::CharClass;

impl Reader<'_> {
    /// 案件数、金额分别下降21%、27%: each figure behind 分别 counts its own, named before it or by the figures before it.
    pub(super) fn each(&self, numbers: &mut [Number<View>]) {
        let mut index = 0;
        while index < numbers.len() {
            let (before, rest) = numbers.split_at_mut(index);
            let joined = |pair: &[Number<View>]| match pair {
                [one, next] => {
                    // 增长3%和下降2%
                    let between =
                        Span::new(one.span.end + 1, next.span.start.max(one.span.end + 1));
                    self.joins(one.span.end)
                        && (between.is_empty()
                            || self.counted.changes.get(self.view, between).is_some())
                }
                _ => false,
            };
            let count = 1 + rest.windows(2).take_while(|pair| joined(pair)).count();
            index += count;
            let led = rest.first().and_then(|first| self.respectively(first.span.start));
            let Some(at) = led.filter(|_| count > 1) else { continue };
            // 产值增长6%，税收增长4%，城乡居民收入分别达5万元和3万元: they have a subject of their own.
            let floor = before.last().map_or(0, |last| last.span.end);
            let subject = self.left(at, floor).phrase;
            let own = self
                .items(at, count, |at| self.joins(at))
                // 教育、社会保障和就业: 和 lies within an item where there are too many of them.
                .or_else(|| self.items(at, count, |at| self.view.char(at) == '、'))
                .or_else(|| self.figures(before, at, count).filter(|_| subject.is_none()));
            for (number, of) in rest.iter_mut().zip(own.into_iter().flatten()) {
                number.of = Some(of);
            }
        }
    }

    /// 第九轮、第十轮巡察: what stands behind the second of two alike, the first counts too.
    pub(super) fn shared(&self, numbers: &mut [Number<View>]) {
        for index in (1..numbers.len()).rev() {
            let Some([first, second]) = numbers.get_mut(index - 1..=index) else { return };
            let end = first.span.end;
            let alike = first.kind == second.kind
                && first.unit == second.unit
                && end + 1 == second.span.start
                && (self.joins(end) || chars::TO.at(self.view, end));
            let behind = second.of.filter(|of| alike && of.start >= second.span.end);
            // 首批6个: those of the batch.
            let batch = second.of.filter(|of| {
                first.kind == NumberKind::Ordinal
                    && second.kind == NumberKind::Quantity
                    && end == second.span.start
                    && self.counts(first, "act")
                    && of.cover(first.span) != *of
            });
            first.of = first.of.or(behind).or(batch);
        }
    }

    /// 升幅为5%: how much something grew, where nothing is said of what grew.
    pub(super) fn pace(&self, number: &Number<View>) -> Option<Span<View>> {
        let words = self.words_back(number.span.start, 0).take(REACH);
        let mut links = words.take_while(|word| self.is_link(*word));
        links.find(|word| self.is_ending(*word)).map(|word| word.span)
    }

    /// 合同12份，总额3亿元: what a sum that stands alone is of.
    pub(super) fn headless(
        &self,
        number: &Number<View>,
        before: &[Number<View>],
        of: Span<View>,
    ) -> Option<Span<View>> {
        let start = number.span.start;
        let last = self.tokens.before(of.end).filter(|last| of.end <= start && last.span == of)?;
        if !self.links_as(last.span.start, "sum") {
            return None;
        }
        let near =
            |p: &&Number<View>| !self.lies_between(p.span.end, start, CharClass::SENTENCE_END);
        let mut figures = before.iter().rev().filter(|p| !is_time(p)).take(REACH).take_while(near);
        let figure = figures.next().filter(|figure| !self.parted(figure, number));
        let said = figure.filter(|p| p.kind != NumberKind::Ordinal).and_then(|figure| figure.of);
        let comma = of.start.checked_sub(1).filter(|at| self.view.char(*at) == '，')?;
        let clause = || self.left(comma, 0).phrase.filter(|named| named.end == comma);
        let thing = |of: &Span<View>| {
            let last = self.tokens.before(of.end);
            last.is_some_and(|last| !self.is_valued(last)) && self.ends_with_noun(*of)
        };
        said.or_else(clause).filter(thing)
    }

    pub(super) fn joins(&self, at: u32) -> bool {
        chars::ITEM_END.at(self.view, at)
    }

    /// Where 分别 stands shortly before a number, in its clause.
    pub(super) fn respectively(&self, start: u32) -> Option<u32> {
        let clause = |at: &u32| !CharClass::of(self.view.at(*at)).any(CharClass::CLAUSE_END);
        let low = start.saturating_sub(LONGEST);
        let at = (low..start)
            .rev()
            .take_while(clause)
            .find(|at| self.view.char(*at) == '分' && self.view.starts_with(*at, "分别"))?;
        // 分别补贴3500元: a verb of its own says what the figures are.
        let mut words = self.tokens.from(at).take_while(|word| word.span.end <= start);
        // 分别比上年增长8%和2%, 分别是2020年的2倍和3倍
        let passed = |word| {
            self.is_link(word)
                || self.compares_with(word)
                || matches!(self.role(word), Role::Time | Role::Number)
        };
        // 分别发展到7万亩和2万亩: whatever it is that they came to.
        let came = chars::CAME_TO.at(self.view, start - 1);
        (came || words.all(passed)).then_some(at)
    }

    /// The noun phrases before `at` with `parts` between them, if there are `count` of them.
    fn items(&self, at: u32, count: usize, parts: impl Fn(u32) -> bool) -> Option<Vec<Span<View>>> {
        let (mut at, mut items, mut phrase) = (at, Vec::new(), None);
        while let Some(token) = self.tokens.before(at) {
            let nominal = matches!(self.role(token), Role::Noun | Role::Attribute | Role::Verb);
            at = token.span.start;
            if parts(at) && token.span.len() == 1 {
                items.push(phrase.take()?);
            } else if phrase.is_none()
                && (self.is_link(token)
                    || matches!(self.role(token), Role::Time | Role::Number)
                    || self.compares_with(token))
            {
                continue;
            } else if items.is_empty()
                && (self.view.at(at) == PARTICLE
                    || self.view.char(at) == '，' && phrase.is_some_and(|own| self.is_measure(own)))
            {
                // 幼师与保育员的缺口分别为40人和25人; 停车、噪音，比例分别为四成和三成
                phrase = None;
            } else if nominal || self.joins(at) && token.span.len() == 1 {
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
    pub(super) fn figures(
        &self,
        before: &[Number<View>],
        at: u32,
        count: usize,
    ) -> Option<Vec<Span<View>>> {
        let near = before.iter().rev().take(REACH);
        let figures = near.filter(|number| !is_time(number)).take(count);
        let mut own: Vec<_> = figures.map(|number| number.of).collect::<Option<_>>()?;
        own.reverse();
        let first = own.first().filter(|_| own.len() == count)?.start;
        (!self.lies_between(first, at, CharClass::SENTENCE_END)).then_some(own)
    }

    /// 每年45余个项目，累计达210个: the same unit, or a rate of change, goes on with the same thing in its sentence.
    pub(super) fn again(
        &self,
        number: &Number<View>,
        previous: Option<&Number<View>>,
    ) -> Option<Span<View>> {
        let previous = previous.filter(|previous| !self.parted(previous, number))?;
        // 渔场12公顷（180亩）
        if previous.span.end + 1 == number.span.start && self.view.follows(number.span.start, '(') {
            return previous.of;
        }
        if self.takes_up(number, previous) {
            return previous.of;
        }
        if self.is_divided(number) && self.is_rated(previous) {
            return None;
        }
        // 增加值增长8%，利润持续改善，增长5%: what the clause between them names.
        if let Some(of) = self.clause_before(number).filter(|of| of.start > previous.span.end) {
            return Some(of);
        }
        if number.span.start - previous.span.end > NEAR {
            return None;
        }
        let start = self.behind_place(number).max(previous.span.end);
        let between = Span::<View>::new(previous.span.end, start);
        if let Some(item) = self.item(between) {
            return Some(item);
        }
        let last = start - 1;
        let share = is_share(number)
            && matches!(
                previous.kind,
                NumberKind::Percent | NumberKind::Quantity | NumberKind::Money
            );
        let set = number.direction.is_some() || number.rate.is_some_and(|rate| rate != Rate::Per);
        let alike = || {
            previous.unit == number.unit
                || share
                || number.rate.is_some()
                // 指数跌0.7%，报3872点: what changed by so much stands at so much.
                || previous.direction.is_some()
                // 营收翻一番，到2030年突破百亿元
                || previous.kind == NumberKind::Ratio
                || self.is_ranked(number, previous, start)
        };
        let goes_on = set && previous.kind != NumberKind::Ordinal
            // 完成预算的53%: what 的 ties is the base.
            || share && self.view.at(last) == PARTICLE
            // 职工转岗，其中七成走向一线; 项目74个，其中亿元以上39个
            || self.is_divided(number) || self.limits(number) && self.tokens.before(start).is_some_and(|word| self.links_as(word.span.start, "among"))
            || self.turns(last) && self.became(number, previous)
            || self.stands_beside(number, previous)
            || alike() && !self.tells(between, previous.of);
        previous.of.filter(|_| goes_on)
    }

    /// 受理投诉百件，办结率98%，其中九成当天办结: a share is none of a rate.
    pub(super) fn is_rated(&self, share: &Number<View>) -> bool {
        let last = share.of.and_then(|of| self.tokens.before(of.end));
        is_share(share) && last.is_some_and(|last| self.is_valued(last))
    }

    /// Whether it is a share of what was told before.
    pub(super) fn is_divided(&self, number: &Number<View>) -> bool {
        let word = self.tokens.before(number.span.start);
        is_share(number) && word.is_some_and(|word| self.links_as(word.span.start, "among"))
    }

    /// 满意度持续提高，达到98%: where a clause names nothing, what the clause before gives the value of. 整合乡办煤矿，由23家重组为7家:
    /// what changed is named there, too.
    pub(super) fn clause_before(&self, number: &Number<View>) -> Option<Span<View>> {
        let start = self.behind_place(number);
        let changes = self.becomes(number.span.end);
        let ranks = number.kind == NumberKind::Ordinal && start == number.span.start;
        // 每一分钱, 占30%的村
        let shares = self.view.before(number.span.start) == EACH
            || self.view.at(number.span.end) == PARTICLE;
        // 产量不高，一亩600斤: nothing ties them.
        let bare = self.view.follows(start, '，') || self.is_number_before(start);
        let counted = is_count(number) || self.counts(number, "age");
        if ranks || shares || !changes && (bare || counted) {
            return None;
        }
        let mut near = start.saturating_sub(NEAR)..start;
        let comma = near.rfind(|at| self.view.char(*at) == '，')?;
        if self.tells(Span::new(comma + 1, start), None) {
            return None;
        }
        // 价格改革, 质量的提升, 减税降费及…: it stands for itself alone. 定金500元，三项合计…: it has its value.
        let alone = |end: u32| {
            let next = self.tokens.at(end).filter(|next| {
                let tag = self.tags.name(next.tag);
                (tag.starts_with('n') || tag == "vn" || self.is_number(end))
                    && self.counted.changes.get(self.view, next.span).is_none()
            });
            next.is_none() && !self.joins(end) && self.view.at(end) != PARTICLE
        };
        let clause = self.words_back(comma, comma.saturating_sub(NEAR));
        let within =
            |word: &Token| !self.view.class(word.span.start).any(CLAUSE.or(CharClass::CLOSE));
        let ends = clause.take_while(within).filter(|word| self.is_valued(*word));
        let valued = ends.map(|word| word.span.end).filter(|end| alone(*end)).last();
        let ends = [changes.then_some(comma).filter(|end| alone(*end)), valued];
        ends.into_iter().flatten().find_map(|end| {
            let of = self.left(end, comma.saturating_sub(2 * NEAR)).phrase;
            of.filter(|of| of.end == end)
        })
    }

    /// 受访者中，六成二是学生: those of whom a share is told.
    pub(super) fn amid(&self, number: &Number<View>) -> Option<Span<View>> {
        let start = number.span.start;
        let comma = u32::from(self.view.follows(start, '，'));
        let midst = start.checked_sub(1 + comma)?;
        let told = is_share(number)
            && chars::MIDST.at(self.view, midst)
            && self.view.at(number.span.end) != PARTICLE;
        let named = told.then(|| self.left(midst, 0).phrase).flatten();
        // 工作中三成时间
        let free = !self.is_noun(number.span.end);
        let all = |named: &Span<View>| free || comma == 0 && self.ends_with_actor(*named);
        named.filter(|named| named.end == midst && all(named))
    }

    /// 34家、51家; but 217家、3826人: people are not counted as firms.
    fn stands_beside(&self, number: &Number<View>, previous: &Number<View>) -> bool {
        // 轮训12期、960人次: but how often somebody came is.
        let people = self.counts(number, "people")
            && number.unit.as_deref() != Some("人次")
            && previous.unit != number.unit;
        // 第一胎1万元、第二胎2万元; 一等奖2个、二等奖5个
        let rank = previous.kind != NumberKind::Ordinal && number.kind == NumberKind::Ordinal;
        !rank
            && previous.span.end + 1 == number.span.start
            && matches!(self.view.char(previous.span.end), '、' | '或')
            && (!people || self.counts(previous, "home"))
    }

    /// 第8位升至第6位, 4:5:1调整为3:6:1, 12分钟压缩至4分30秒: in one clause, and in one unit or both lengths of time.
    pub(super) fn became(&self, number: &Number<View>, previous: &Number<View>) -> bool {
        let timed = number.kind == NumberKind::Duration && previous.kind == number.kind;
        (timed || previous.unit == number.unit)
            && !self.lies_between(previous.span.end, number.span.start, CharClass::CLAUSE_END)
    }

    /// 满意率98.9%、居全省第二位: the place a figure has.
    fn is_ranked(&self, number: &Number<View>, previous: &Number<View>, start: u32) -> bool {
        let word = self.tokens.before(start);
        previous.kind != NumberKind::Ordinal
            && number.kind == NumberKind::Ordinal
            && !self.counts(number, "act")
            && word
                .is_some_and(|word| self.is_link(word) && !self.links_as(word.span.start, "among"))
    }

    /// 项目97个，其中投资10亿元以上的14个: those within a limit, or of whom anything else is said, are of those before.
    pub(super) fn within(
        &self,
        number: &Number<View>,
        before: &[Number<View>],
    ) -> Option<Span<View>> {
        let start = number.span.start;
        // 干部57人，40岁以下的占六成: both the limit and the share.
        let aged = |age: &Number<View>| self.counts(age, "age") && self.limits(age);
        let takes = |at: u32| self.view.char(at) == '占' || self.view.starts_with(at, "的占");
        let told = |limit: &Number<View>| aged(limit) && limit.span.end + 1 == start;
        let divides = is_share(number)
            && self.view.follows(start, '占')
            && (self.view.ends_with(start, "的占") || before.last().is_some_and(told))
            || aged(number) && takes(number.span.end);
        if divides {
            // 职工中40岁以下的占六成
            let limit = before.last().filter(|limit| told(limit) || self.view.follows(start, '占'));
            let midst = limit.map(|limit| limit.span.start.saturating_sub(1));
            let named = |midst: &u32| chars::MIDST.at(self.view, *midst);
            let midst = midst.filter(named).and_then(|midst| self.left(midst, 0).phrase);
            if midst.is_some() {
                return midst;
            }
            let counts = |whole: &&Number<View>| {
                let counted = matches!(whole.kind, NumberKind::Quantity | NumberKind::Money);
                counted && !self.limits(whole)
            };
            let whole = before.iter().rev().take(3).find(counts);
            return whole.filter(|whole| !self.parted(whole, number)).and_then(|whole| whole.of);
        }
        let [.., whole, limit] = before else { return None };
        let share = is_share(whole);
        let limits = (is_count(whole) || share) && self.limits(limit) && start - limit.span.end <= 2
            // 其中亿元以上项目43个
            && !self.is_noun(limit.span.end);
        // 50万元以上的村12个、100万元以上的3个
        let listed =
            self.view.char(whole.span.end) == '、' && limit.span.start == whole.span.end + 1;
        let among =
            (listed || self.links_as(whole.span.end + 1, "among")) && !self.parted(whole, number);
        let alike = share || is_share(number) || number.unit == whole.unit;
        (limits && among && alike).then_some(whole.of).flatten()
    }

    /// 10亿元以上, 35岁以下, 超百万元的
    pub(super) fn limits(&self, number: &Number<View>) -> bool {
        let end = number.span.end;
        number.bound != Bound::Exact
            && (chars::LIMITED.at(self.view, end - 1) || self.view.at(end) == PARTICLE)
    }

    /// 年收入10万元以上的村34个，50万元以上的村7个: where nothing else is named, both limits are of the same.
    pub(super) fn graded(
        &self,
        number: &Number<View>,
        before: &[Number<View>],
    ) -> Option<Span<View>> {
        let limits = self.limits(number) && self.view.at(number.span.end) == PARTICLE;
        let fits = |limit: &&Number<View>| {
            limits && self.limits(limit) && limit.unit == number.unit && !self.parted(limit, number)
        };
        let earlier = before.iter().rev().take(3).find(fits)?;
        let unnamed = self.left(number.span.start, earlier.span.end).phrase.is_none();
        earlier.of.filter(|_| unnamed)
    }

    /// Whether a sentence or its half ends between two numbers, or too much lies between them.
    pub(super) fn parted(&self, previous: &Number<View>, number: &Number<View>) -> bool {
        let (from, to) = (previous.span.end, number.span.start);
        to - from > 2 * NEAR
            || self.lies_between(from, to, CharClass::SENTENCE_END.or(CharClass::LINE_BREAK))
            || (from..to).any(|at| self.view.char(at) == ';')
    }

    /// 有60名青工拜师，12人考取高级技师: in the same unit, or people both, a number that opens its clause counts of the same.
    pub(super) fn takes_up(&self, number: &Number<View>, previous: &Number<View>) -> bool {
        let people = self.counts(number, "people") && self.counts(previous, "people");
        // 发票14张，合计2万元: what they come to.
        let summed =
            is_count(previous) && matches!(self.view.before(number.span.start), SUM | TOGETHER);
        let counted = number.kind == NumberKind::Quantity && previous.kind == number.kind;
        let alike = !self.parted(previous, number)
            && number.unit.is_some()
            && (counted && (people || previous.unit == number.unit) || summed);
        // 其中提拔9人: of those.
        let among = self.links_as(previous.span.end + 1, "among");
        let mut words = self.words_back(number.span.start, previous.span.end);
        alike
            && words
                .find(|word| !(self.is_link(*word) || among && self.role(*word) == Role::Verb))
                .is_some_and(|mark| matches!(self.view.char(mark.span.start), '，' | ':'))
    }

    /// Whether 中 directly before the number makes it a part of what the number before counts.
    pub(super) fn part_of(&self, whole: &Number<View>, number: &Number<View>) -> bool {
        let comma = self.view.follows(number.span.start, '，');
        let people = whole.unit == number.unit
            || !comma && (self.counts(number, "people") || number.unit.as_deref() == Some("个"));
        let end = number.span.start - u32::from(comma);
        let mut words = self.words_back(end, whole.span.end);
        // 60只个股中仅两只收红, 60条路线中，9条申请加价: over a link.
        let midst =
            |word: &Token| word.span.len() == 1 && chars::MIDST.at(self.view, word.span.start);
        people
            && words
                .find(|word| midst(word) || !self.is_link(*word))
                .is_some_and(|word| midst(&word))
            && !self.parted(whole, number)
    }

    /// 呎价9800元，斥资610万元购入: whether something new is said between two numbers.
    pub(super) fn tells(&self, between: Span<View>, of: Option<Span<View>>) -> bool {
        let words = self.tokens.from(between.start);
        let known = |token: Token| {
            // 净流入73亿元，本月净流入已达900亿元: nor is what was said of it before.
            of.is_some_and(|of| {
                let said = Span::new(of.start, between.start.max(of.end));
                let within = of.start <= token.span.start && token.span.end <= of.end;
                let word = self.view.slice(token.span);
                within || word.len() > 1 && self.view.place(said, word).is_some()
            })
        };
        let mut depth = 0;
        // 比上届少8%: what a figure is held against is nothing new.
        let mut held = false;
        words.take_while(|token| token.span.end <= between.end).any(|token| {
            depth = match self.role(token) {
                Role::Open => depth + 1,
                Role::Close if depth > 0 => depth - 1,
                _ => depth,
            };
            let ends = self.view.class(token.span.start).any(CharClass::CLAUSE_END);
            held = !ends
                && (held
                    || self.compares_with(token)
                    || self.view.char(token.span.start) == '占' && token.span.len() == 1);
            depth == 0
                && !held
                && matches!(self.role(token), Role::Noun | Role::Attribute | Role::Verb)
                && !self.is_link(token)
                && !self.links_as(token.span.start, "base")
                && !self.is_rate(token)
                && !known(token)
        })
    }

    /// 乙醇5毫升、甲硝唑2克: what stands between two figures of a list names the second, whatever the lexicon makes of it.
    pub(super) fn item(&self, between: Span<View>) -> Option<Span<View>> {
        let item = Span::new(between.start + 1, between.end.max(between.start + 1));
        let named = self.view.char(between.start) == '、'
            && (2..=CLOSED).contains(&item.len())
            && self.view.run(item.start, item.end, CharClass::HAN) == item.end;
        let first = self.tokens.at(item.start).filter(|_| named)?;
        let noun = !matches!(self.role(first), Role::Verb | Role::Number)
            && !self.is_level(first)
            && self.link_role(first.span).is_none();
        // 月减4%、年减27%
        (noun && self.counted.changes.get(self.view, item).is_none()).then_some(item)
    }

    /// 梳理短板87个，目前已整改79个: where nothing else is named, what the last number of the unit counts.
    pub(super) fn repeated(
        &self,
        number: &Number<View>,
        before: &[Number<View>],
    ) -> Option<Span<View>> {
        // 312个孔: a noun stands behind, though none that we take.
        let same = number.unit.is_some()
            && number.kind != NumberKind::Ordinal
            && !self.is_noun(number.span.end);
        let alike = |p: &&Number<View>| same && p.unit == number.unit && p.kind == number.kind;
        let previous = before.iter().rev().take(4).find(alike)?;
        let (from, to) = (previous.span.end, number.span.start);
        // 抽查水站73处。有11处闲置: from another sentence only where it opens its clause.
        let opens = || {
            let word = self.words_back(to, from).find(|word| !self.is_link(*word));
            word.is_some_and(|word| self.view.class(word.span.start).any(CharClass::CLAUSE_END))
                && !self.lies_between(from, to, CharClass::LINE_BREAK)
        };
        let parted = self.parted(previous, number);
        let near = to - from <= NEAR && !parted
            || is_count(number) && to - from <= 3 * NEAR && (!parted || opens());
        // 上级补助2亿元、上年结转5000万元: each sum of a list is named by its own verb.
        let listed = number.kind == NumberKind::Money
            && [previous, number].iter().any(|sum| self.view.char(sum.span.end) == '、');
        // 拘传182人，拘留45人: each its own verb.
        let mut words = self.tokens.from(previous.span.end);
        let mut compared = || {
            words
                .by_ref()
                .take_while(|word| word.span.end <= number.span.start)
                .any(|word| self.compares_with(word))
        };
        // 存栏6万头、出栏3万头: what is said alone is no thing.
        let thing = previous.of.filter(|of| {
            !self.opens_with_verb(*of)
                || self.tokens.at(of.start).is_none_or(|verb| verb.span != *of)
        });
        // 发送旅客8万人，比去年多发送1万人
        let named =
            !number.unit.as_deref().is_some_and(|unit| unit.starts_with('人')) || compared();
        (near && !listed && named).then_some(thing).flatten()
    }

    /// 第一批选派干部30人，第二批45人、第三批28人: later ranks, and the numbers that touch them, count what the first ones do.
    /// 获一等奖3项、二等奖5项: of one prize.
    pub(super) fn in_turn(
        &self,
        number: &Number<View>,
        before: &[Number<View>],
    ) -> Option<Span<View>> {
        let touches = |rank: &&Number<View>| rank.span.end == number.span.start;
        let rank = before.last().filter(touches).unwrap_or(number);
        if rank.kind != NumberKind::Ordinal || !self.is_number(rank.span.end) {
            return None;
        }
        // 首批12名学员、首批5个项目: each names its own.
        let end = if rank.span == number.span { rank.span.end } else { number.span.start };
        if self.tokens.at(end).is_some_and(|counted| self.noun_follows(counted)) {
            return None;
        }
        let alike =
            |p: &Number<View>| p.kind == rank.kind && p.unit == rank.unit && p.span != rank.span;
        let mut pairs = before.windows(2).rev().take(REACH);
        let [first, told] = pairs.find(|pair| pair.first().is_some_and(alike))? else {
            return None;
        };
        let near = !self.lies_between(first.span.end, rank.span.start, CharClass::SENTENCE_END);
        let of = if rank.span == number.span { first.of } else { told.of };
        // 第一期投资5亿元，第二期8亿元: each has its own.
        of.filter(|of| near && of.cover(first.span) != *of)
    }

    /// From the number that touches this one: 一等奖2个 counts prizes, but 24件31人 does not count people as cases.
    pub(super) fn inherited(
        &self,
        first: &Number<View>,
        number: &Number<View>,
    ) -> Option<Span<View>> {
        match (first.kind, number.kind) {
            (_, NumberKind::Ordinal) => None,
            // 首次突破千列
            (NumberKind::Ordinal, _) if self.counts(first, "act") => None,
            // 第二年170人
            (NumberKind::Ordinal, _) if self.counts(first, "time") => None,
            // 生育津贴，第一胎1万元: the rank is a condition; 一等奖3000元 is what the prize is worth.
            (NumberKind::Ordinal, NumberKind::Money) if first.unit.is_some() => {
                // 产业基金首期1亿元: so is one in its own clause.
                let clause =
                    first.span.start - u32::from(self.view.follows(first.span.start, '，'));
                self.left(clause, 0).phrase.filter(|phrase| phrase.end == clause)
            }
            (NumberKind::Ordinal, _) => Some(first.span),
            // 干部违纪案件24件31人
            _ if self.counts(number, "people") => {
                // 低收入家庭62户170人
                let home = || first.of.filter(|_| self.counts(first, "home"));
                self.people_before(first.span.start).or_else(home)
            }
            _ => first.of,
        }
    }

    /// The nearest noun for people in the words before `at`.
    fn people_before(&self, at: u32) -> Option<Span<View>> {
        let nominal =
            |word: &Token| matches!(self.role(*word), Role::Noun | Role::Attribute | Role::Verb);
        let mut words = self.words_back(at, 0).take(REACH).take_while(nominal);
        words.find(|word| word.span.len() >= 2 && self.is_actor(*word)).map(|word| word.span)
    }
}

pub(super) fn is_share(number: &Number<View>) -> bool {
    matches!(number.kind, NumberKind::Percent | NumberKind::Ratio)
}
