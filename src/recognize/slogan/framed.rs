//! Whether phrases are built alike, so that saying one after the other is more than listing them.
//!
//! ```text
//! 广辟市场、广纳人才、广聚资金        they open alike, and a verb stands there or next to it
//! 组织设置规范化、队伍建设专业化      they close alike, with what is said and no thing
//! 感党恩、听党话、跟党走              they agree inside
//! 政治强、业务精、作风硬              they agree in nothing but where verbs and predicates stand
//! ```
//!
//! Things that are only listed have equal lengths too, and often one character in the same place: 水稻、小麦、玉米; 供水管网、供气管网.

use super::cues::Roles;
use super::formula::{may_stand, numeral};
use super::frame::Shared;
use super::parallel::is_series_mark;
use super::{Reader, frame};
use crate::gather::Gather as _;
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::CharClass;

/// Neighbouring phrases, and what they have in common.
#[derive(Clone, Copy)]
pub(super) struct Series<'a> {
    reader: &'a Reader<'a>,
    pub phrases: &'a [Span<View>],
    first: Span<View>,
    /// What all of them share, place by place; `None` where nothing.
    pub shared: Option<Shared>,
}

impl<'a> Series<'a> {
    pub(super) fn new(reader: &'a Reader<'a>, phrases: &'a [Span<View>]) -> Self {
        let first = phrases.first().copied().unwrap_or(Span::new(0, 0));
        Self { reader, phrases, first, shared: frame::shared(reader.view, phrases) }
    }

    /// How long the phrases are.
    pub(super) fn length(&self) -> u32 {
        self.first.len()
    }

    /// Whether the phrases, which have one length, stand on one frame.
    pub(super) fn is_framed(&self) -> bool {
        let view = self.reader.view;
        let plain = self.phrases.iter().all(|phrase| frame::is_han(view, *phrase));
        // 他提一句，我说一句: a story. 老孙说，…
        // 有活一起干，有话一起说
        let tied = self
            .shared
            .is_some_and(|shared| shared.prefix > 1 || shared.prefix > 0 && shared.within > 1);
        let says = |end: u32| !tied && view.follows(end, '说') && !is_series_mark(self.reader, end);
        // 由甲科制表，由乙科核对: who does what.
        let behind = |start: u32| view.follows(start, '，') || view.follows(start, ',');
        let by = |start: u32| view.char(start) == '由' && behind(start);
        let told = |phrase: &Span<View>| {
            chars::HE.at(view, phrase.start)
                || says(phrase.end)
                || by(phrase.start)
                || is_row(self.reader, phrase.start)
        };
        let stands = || match self.shared {
            Some(shared) => {
                self.opens_alike(shared)
                    || self.closes_alike(shared)
                    || self.agrees_inside(shared)
                    || (4..=8).contains(&self.first.len()) && self.states()
            }
            None => self.acts_alike() && !self.leaves_first(),
        };
        !self.phrases.iter().any(told)
            && (plain && (self.doubles() || self.tries() || self.turns() || stands())
                || self.counts_up())
    }

    /// Whether more than one place ties the phrases.
    pub(super) fn is_tied(&self) -> bool {
        self.is_strong() || self.is_bound() || self.tries()
    }

    /// Whether the phrases agree in two places.
    pub(super) fn is_strong(&self) -> bool {
        self.shared.is_some_and(|shared| {
            let places = shared.prefix + shared.suffix + shared.within.min(1);
            // 方向已经明确，号角已经吹响: of short phrases two places are a third.
            let within = shared.within > 2 || shared.within == 2 && self.length() < 7;
            places >= 2 || within && !self.shares_out()
        })
    }

    /// 周强负责布线，吴敏负责调音; 一班…，二班…: who does what, by names or numbers.
    pub(super) fn shares_out(&self) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        // 小李…，小王…; 第一组…，第二组…
        let one = self.shared.map_or(0, |shared| u32::from(shared.prefix == 1));
        self.phrases.iter().all(|phrase| {
            let unit = view.at(phrase.start + one);
            // 黄皮的记往来
            !view.follows(phrase.start + 3, '的') && cues.of(unit).any(Roles::SURNAME)
                || CharClass::of(unit).any(CharClass::NUMERAL)
        })
    }

    /// 垄上点豆子，垄间插薯秧，垄边搭瓜架; 会前与村组通气，会中与渔户见面，会后与船东对账: whether clauses agree in what stands in the same places: one
    /// character, a place or a phase, numerals and what they count, a verb. A price or a date, and who does what, are told.
    pub(super) fn is_aligned(&self) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        // 一个窗口统一收
        let classifier = Roles::CLASSIFIER.or(Roles::PLAIN_CLASSIFIER);
        let counts = |at: u32| {
            view.class(at).any(CharClass::NUMERAL)
                && (view.char(at) != '一' || cues.of(view.at(at + 1)).any(classifier))
                && self.reader.lists.other_at(view, at - 1) == 0
        };
        let told = |phrase: &Span<View>| {
            chars::HE.at(view, phrase.start)
                || is_row(self.reader, phrase.start)
                || !frame::is_han(view, *phrase)
                || (phrase.start + 1..phrase.end).any(&counts)
                || (phrase.start..phrase.end).any(|at| chars::ONCE.at(view, at))
        };
        let all = |place: u32, fits: &dyn Fn(u16) -> bool| {
            self.phrases.iter().all(|phrase| fits(view.at(phrase.start + place)))
        };
        let same = |place: u32| all(place, &|unit| unit == view.at(self.first.start + place));
        let numeral = |unit: u16| CharClass::of(unit).any(CharClass::NUMERAL);
        let thing = Roles::USUAL.or(Roles::MODERN).or(Roles::SUFFIX).or(Roles::PLACE);
        let weight = |place: u32| {
            let roles = cues.of(view.at(self.first.start + place));
            if all(place, &|unit| chars::SPOT.hold(unit) || chars::PHASE.hold(unit)) {
                3
            } else if same(place) && !(place == 0 && numeral(view.at(self.first.start))) {
                if roles.any(thing) { 1 } else { 3 }
            } else if all(place, &numeral)
                || place == 1 && all(place, &|unit| cues.of(unit).any(classifier))
            {
                2
            } else {
                u32::from(all(place, &|unit| cues.of(unit).any(Roles::MORPHEME)))
            }
        };
        // 一班…，二班…; 一个姓王，一个姓李
        let ranked = same(1) && all(0, &numeral);
        (5..=10).contains(&self.length())
            && !ranked
            && !self.phrases.iter().any(told)
            && (all(0, &numeral) || !self.shares_out())
            // 一张单子提前审，一个窗口统一收，一台机器先行放，一名关员跟到底
            && (0..self.length()).map(weight).sum::<u32>() + u32::from(self.phrases.len() > 3) > 4
    }

    /// Whether long clauses are bound by how they open or by their 是: 以…，以…，以…; 层层…，人人…，处处…; 勤的…，懒的….
    fn is_bound(&self) -> bool {
        let view = self.reader.view;
        let long = self.first.len() >= 5;
        let opened = self.shared.is_some_and(|shared| shared.prefix > 0)
            && self.opening(0, Roles::MORPHEME.or(Roles::LEAD));
        // 支部建设是基础，产业发展是支撑，村民增收是根本; 桩基打得深，梁柱立得稳，屋顶盖得严
        let says = |place: i32, c: char| {
            self.phrases.iter().all(|phrase| view.char(place_in(*phrase, place)) == c)
        };
        let verse = || self.length() == 7 && !self.shares_out() && self.closes_with_objects();
        // 白牌常规看，黄牌隔周访，红牌当天办
        let acted = || {
            self.length() == 5
                && self.every(-1, Roles::MORPHEME)
                && self.things() == 0
                && !self.shares_out()
        };
        // 产业要有奔头，住房要有模样，邻里要能守望
        let must = || self.length() > 5 && says(2, '要') && self.every(3, Roles::FRAME);
        // 建强一个支部，带好一支队伍，办成一批实事
        let done = || says(2, '一') && self.every(3, Roles::CLASSIFIER) && self.is_done();
        let said = says(-3, '是') || says(-2, '得');
        long && (opened || said || verse() || acted() || must() || done()) || says(1, '的')
    }

    /// Whether the phrases open alike, and what they open with is said of something or orders it.
    fn opens_alike(&self, shared: Shared) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        let length = self.first.len();
        let verb = || cues.starting(view, self.first.start, Roles::VERB);
        // 无事故、无违章, but 无人机、无人车
        // 不看口号看灯火，不看排名看人气
        let without = match view.char(self.first.start) {
            '无' => shared.prefix == 1,
            // 谁首接、谁跟踪、谁办结
            '谁' => true,
            '不' => shared.prefix > 1 && self.opening(1, Roles::MORPHEME),
            _ => false,
        };
        let ordered = self.opening(0, Roles::MORPHEME)
            || without
            || length > 4 && self.opening(0, Roles::LEAD)
            || verb().is_some_and(|n| n <= shared.prefix);
        // 党建与项目相融、党建与服务相融
        let closed = shared.suffix > 0 && self.opening(-1, Roles::PREDICATE)
            || shared.prefix > 1 && shared.suffix > 1;
        // 案例说德、案例说纪; 学校的树学校栽、学校的路学校修
        let said = Roles::FRAME.or(Roles::MODERN).or(Roles::MORPHEME);
        let told = (2..shared.prefix as i32).any(|place| self.opening(place, said));
        // 广辟市场、广纳人才; 班前查、班中看、班后评
        // 村民提、村民议、村民办
        let acted = match length - shared.prefix {
            3 => length == 4 && self.every(1, Roles::MORPHEME.or(Roles::PREDICATE)),
            1 | 2 if length == 3 => self.every(-1, Roles::MORPHEME) && self.things() == 0,
            _ => false,
        };
        // 一线调研、一线会商; 安心养老、安心读书
        let place = Span::new(self.first.start, self.first.start + 2);
        let placed = shared.prefix == 2
            && self.things() * 2 < self.phrases.len()
            && cues.exact(view, place).any(Roles::OPENER.or(Roles::STATE));
        // 一次委托、一口报价、一单到底, but 一张桌子、一盏台灯
        let each = shared.prefix == 1
            && self.reader.view.char(self.first.start) == '一'
            && length >= 4
            && self.things() == 0;
        shared.prefix > 0 && (ordered || closed) || told || acted || placed || each
    }

    /// Whether the phrases close alike, with what is said and with no thing.
    fn closes_alike(&self, shared: Shared) -> bool {
        let length = self.first.len();
        let thing = self.opening(-1, Roles::SUFFIX);
        // 质量立企、创新兴企、人才强企: one verb of four may be a rare one.
        let verbs = self.count(2, Roles::MORPHEME);
        if shared.suffix == 1 && length == 4 && verbs + verbs / 3 >= self.phrases.len() {
            return true;
        }
        // 干与不干不一样、干多干少不一样; 夜间巡查有骨干: a thing, but there is one.
        let framed = || match thing {
            true => shared.suffix == 3 && self.opening(-3, Roles::FRAME),
            false => (1..=shared.suffix as i32).any(|back| self.opening(-back, Roles::FRAME)),
        };
        let refrain = shared.suffix >= 3 && length >= shared.suffix + 2 && framed();
        // 组织设置规范化、队伍建设专业化
        let state = self.opening(-1, Roles::STATE) && length > 4;
        // 安心从教、热心从教、舒心从教; 财政拨一点、企业出一点
        let all_but_one = length >= 4 && shared.suffix + 1 == length && !thing;
        let counted =
            length >= 4 && shared.suffix == 2 && self.reader.view.char(self.first.end - 2) == '一';
        // 彩礼降下来、酒席减下来、攀比停下来
        let turned = || self.every(-3, Roles::MORPHEME.or(Roles::PREDICATE));
        // 电话响了，门铃响了 tells what happened; 锅漏了、灯坏了、门堵了
        let second = self.phrases.get(1);
        let listed = second.is_some_and(|p| is_series_mark(self.reader, p.start - 1));
        let came = match listed && length > 3 {
            true => Roles::PREDICATE.or(Roles::MORPHEME),
            false => Roles::PREDICATE,
        };
        let come = || self.reader.view.before(self.first.end) != LE || self.every(-2, came);
        let predicate = !thing
            && self.opening(-1, Roles::PREDICATE)
            && come()
            && (shared.suffix < 2
                || shared.suffix == 2
                    && self.reader.view.before(self.first.end) == COME
                    && (shared.within > 1 || turned()));
        // 磨刀的、补锅的、卖糖的: who does it.
        let who = self.reader.view.before(self.first.end) == DE;
        let ordered = !thing && !who && self.every(0, Roles::MORPHEME);
        // 政策送到家、矛盾解在家、服务做到家
        let homes = length == 5 && shared.suffix == 1 && !thing && self.closes_with_objects();
        shared.suffix > 0
            && (homes
                || self.turns_over()
                || refrain
                || state
                || all_but_one
                || counted
                || predicate
                || ordered)
    }

    /// 爱看戏、看好戏、会看戏: verb and object come again in each of three characters, in other places.
    fn turns_over(&self) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        let again = |at: u32| {
            let unit = view.at(at);
            let holds = |p: &Span<View>| (p.start..p.end - 1).any(|at| view.at(at) == unit);
            cues.of(unit).any(Roles::MORPHEME) && self.phrases.iter().all(holds)
        };
        let first = self.first;
        self.length() == 3
            && self.every(0, Roles::MORPHEME)
            && (first.start..first.end - 1).any(again)
    }

    /// Whether the phrases agree inside: in what they are about, or in a word that ties their halves.
    fn agrees_inside(&self, shared: Shared) -> bool {
        let Some(place) = shared.inner.map(|place| place as i32) else { return false };
        // 感党恩、听党话、跟党走; 包到乡、沉到村、落到田; 嘴要勤、腿要快、心要细; 路好走、水好喝、学好上
        let ordered = || self.every(0, Roles::MORPHEME);
        let must = || {
            let said = Roles::PREDICATE.or(Roles::MORPHEME);
            let word = Roles::BEFORE_PHRASE.or(Roles::PREDICATE);
            // 风里来，雨里去，浪里走
            let within = self.reader.view.char(place_in(self.first, 1)) == '里';
            (within || self.opening(1, word)) && self.every(-1, said) && !self.shares_out()
        };
        let short = self.first.len() == 3
            && (ordered() && self.opening(1, Roles::PREDICATE)
                || self.things() < self.phrases.len() && ordered()
                || self.things() == 0 && must());
        // 三斤红枣、两斤核桃、一斤花生
        let numbered = |p: &Span<View>| self.reader.view.class(p.start).any(CharClass::NUMERAL);
        // 三年站稳讲台、五年挑起大梁
        let time = chars::TURN.at(self.reader.view, place_in(self.first, place));
        let counted = || {
            let things = place == 1 && shared.within == 1 && !time && !self.ranks();
            things && self.phrases.iter().all(numbered)
        };
        // 站长管库、组长管闸
        // 红皮的记好事、蓝皮的记难事
        let same = |at: i32| {
            let unit = |p: &Span<View>| self.reader.view.at(place_in(*p, at));
            self.phrases.iter().all(|p| unit(p) == unit(&self.first))
        };
        let behind = |at: i32| same(at) && self.opening(at, Roles::MORPHEME);
        let of = i32::from(self.reader.view.char(place_in(self.first, place + 1)) == '的');
        let acted = shared.within > 1 && behind(place + 1 + of);
        // 人车分流、干湿分区
        let parts = self.reader.view.char(place_in(self.first, place)) == '分';
        let suffix = || self.opening(place, Roles::SUFFIX) && !parts;
        let thing = || suffix() && shared.within < 4 && !acted || counted();
        let long = self.first.len() >= 4 && (shared.suffix < 2 || shared.within > 1) && !thing();
        short || long || self.opening(place, Roles::FRAME)
    }

    /// 改革进入深水区，好走的路走完了，好做的事做完了: the others agree in two places, and the first in none.
    fn leaves_first(&self) -> bool {
        let others = Self::new(self.reader, self.phrases.get(1..).unwrap_or_default());
        others.is_strong() && !self.is_hinged()
    }

    /// 有求必应、有诺必践、无事不扰: a small word in the middle of four characters.
    fn is_hinged(&self) -> bool {
        self.first.len() == 4 && self.every(2, Roles::FRAME)
    }

    /// Whether verbs, predicates and states stand in the same places, where no character does.
    fn acts_alike(&self) -> bool {
        let verbs = self.count(0, Roles::MORPHEME);
        let count = self.phrases.len();
        let ordered = verbs == count;
        let said = self.every(-1, Roles::PREDICATE);
        let done = self.is_done();
        let in_series =
            || self.phrases.iter().skip(1).all(|p| self.reader.view.char(p.start - 1) == '、');
        match self.first.len() {
            // 选优、育强、管严、用好
            2 => count >= 4 && ordered && said,
            // 抓生产、促销售、稳就业; 政治强、业务精、作风硬
            3 => {
                let being = said && verbs < count;
                // 楼长查、居民评、书记督、街道考
                let everybody = count > 3
                    && in_series()
                    && self.things() == 0
                    && self.every(-1, Roles::MORPHEME);
                // 无死角、全天候、零距离
                let without = |p: &&Span<View>| self.reader.view.char(p.start) == '无';
                let acts = verbs + self.phrases.iter().filter(without).count() == count;
                done || everybody
                    || (acts && self.things() < count || being && self.things() * 2 < count)
            }
            // 勇当先锋、敢闯新路
            4 => {
                self.states()
                    || self.beats()
                    || ordered && self.every(1, Roles::MORPHEME)
                    || in_series() && self.orders() && self.is_led()
                    || in_series() && self.is_hinged() && self.things() == 0
            }
            // 原原本本学、逐字逐句悟; 线上线下联动、课内课外互补
            length @ 5..=8 if in_series() => {
                length == 5 && said && self.things() == 0
                    || length < 8 && (self.closes_with_objects() || done && !self.orders())
                    || self.states()
            }
            // 走门串户问冷暖，围炉夜话听民声，田间地头解疙瘩
            7 => self.closes_with_objects(),
            _ => false,
        }
    }

    /// 备足煤、修好炉、管好线; 当好主心骨、选准突破口: what is done, and how it turns out.
    fn is_done(&self) -> bool {
        self.every(0, Roles::MORPHEME) && self.every(1, Roles::PREDICATE)
    }

    /// 刀刃向内查问题、举一反三建制度: a verb and its object of two close every phrase, but 加强领导班子 is a plain order.
    fn closes_with_objects(&self) -> bool {
        self.every(-3, Roles::MORPHEME) && !self.orders()
    }

    /// Whether every phrase opens with a verb of two characters.
    fn orders(&self) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        let orders = |phrase: &Span<View>| {
            let word = cues.starting(view, phrase.start, Roles::VERB.or(Roles::LEAD));
            word.is_some_and(|length| length == 2)
        };
        self.phrases.iter().all(orders)
    }

    /// 一比产量，二比质量，三比节约，四比团结: whether what is done again is counted off; three are how something is done.
    fn ranks(&self) -> bool {
        let rank = |p: &Span<View>| Some(numeral(self.reader.view, p.start)?.0);
        let off = (1..).zip(self.phrases).all(|(place, phrase)| rank(phrase) == Some(place));
        off && self.phrases.len() > 3 && self.opening(1, Roles::MORPHEME)
    }

    /// 始终扎根海岛、心系渔民、服务乡亲: whether a word stands before that tells how one lives, and no plan.
    fn is_led(&self) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        cues.ending(view, self.first.start, Roles::REFRAIN).is_some()
    }

    /// 一张圆桌、两支队伍、三本账: one thing, and more and more of others. 1层…、2层…, 一班、二班 are counted off.
    fn counts_up(&self) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        let number = |phrase: &Span<View>| {
            let at = (phrase.start..phrase.start + 3).find(|at| may_stand(view, *at))?;
            let (value, length) = numeral(view, at).filter(|_| view.char(at) != '二')?;
            let measure = view.at(at + length);
            let counts = phrase.len() > 3 && cues.of(measure).any(Roles::CLASSIFIER);
            counts.then_some((at - phrase.start, value, measure))
        };
        let numbers = self.phrases.iter().map_while(number).gather();
        let up = |pair: &[_]| matches!(pair, [(a, one, _), (b, more, _)] if a == b && one < more);
        let [(_, 1, measure), rest @ ..] = numbers.as_slice() else { return false };
        numbers.len() == self.phrases.len()
            && numbers.windows(2).all(up)
            && rest.iter().any(|(_, _, other)| other != measure)
    }

    /// 站站学、趟趟练; 手把手、面对面; 能干者能上、优秀者优先: every phrase says its first character again, at one distance.
    fn doubles(&self) -> bool {
        let again = |n: u32| self.phrases.iter().all(|phrase| self.returns(phrase.start, n));
        let sayable = self.length() > 3 || self.length() == 3 && self.things() == 0;
        let twice = || self.phrases.iter().all(|phrase| twice(self.reader, phrase.start));
        sayable && (twice() || (1..self.length()).any(again))
    }

    /// 闻一闻、尝一尝; 问一问渔家的收成，算一算船上的账
    fn tries(&self) -> bool {
        let view = self.reader.view;
        self.phrases.iter().all(|p| view.char(p.start + 1) == '一' && self.returns(p.start, 2))
    }

    /// 日管控、周排查、月调度; 春育秧、夏管水、秋收粮: each has its own time, and what is done then.
    fn turns(&self) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        let verb = |at: u32| cues.of(view.at(at)).any(Roles::MORPHEME);
        let acts = |p: &&Span<View>| {
            verb(p.start + 1) || verb(p.end - 1) || p.len() == 4 && verb(p.start + 2)
        };
        let count = self.phrases.len();
        // 每旬调度、每月通报; 班前检查、班中巡查、班后总结
        let time = |p: &Span<View>| {
            let each = view.char(p.start) == '每';
            chars::TURN.at(view, p.start + u32::from(each))
        };
        let listed = |p: &Span<View>| is_series_mark(self.reader, p.start - 1);
        let listed = self.phrases.iter().skip(1).all(listed);
        let stage = |p: &Span<View>| listed && chars::PHASE.at(view, p.start + 1);
        (3..=5).contains(&self.length())
            && (self.phrases.iter().all(time)
                || self.length() > 3 && self.phrases.iter().all(stage))
            && self.things() * 2 < count
            && self.phrases.iter().filter(acts).count() * 2 > count
    }

    /// Whether the character at `at` comes again at a distance.
    fn returns(&self, at: u32, distance: u32) -> bool {
        let view = self.reader.view;
        view.at(at) == view.at(at + distance) && view.char(at) != '一'
    }

    /// 强筋铸魂、真抓实干、学深悟透: four characters with verbs in the first place and the third, or in the second and the fourth.
    fn beats(&self) -> bool {
        let verb = |at: u32| self.reader.cues.of(self.reader.view.at(at)).any(Roles::MORPHEME);
        let early = |p: &Span<View>| verb(p.start) && verb(p.start + 2);
        let late = |p: &Span<View>| verb(p.start + 1) && verb(p.start + 3);
        let told = |p: &Span<View>| self.reader.view.follows(p.end, '了');
        self.first.len() == 4
            && !self.phrases.iter().any(told)
            && self.phrases.iter().any(early)
            && self.phrases.iter().all(|p| early(p) || late(p))
    }

    /// Whether all phrases close with a state of two characters: 党员受教育、作风大提升.
    fn states(&self) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        self.phrases.iter().all(|phrase| cues.ending(view, phrase.end, Roles::STATE) == Some(2))
    }

    /// How many phrases close as names of things do.
    fn things(&self) -> usize {
        self.count(-1, Roles::SUFFIX)
    }

    /// Whether the character at `place` of the first phrase has a role.
    fn opening(&self, place: i32, roles: Roles) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        cues.of(view.at(place_in(self.first, place))).any(roles)
    }

    fn every(&self, place: i32, roles: Roles) -> bool {
        self.count(place, roles) == self.phrases.len()
    }

    /// How many phrases have a role at `place`.
    #[inline(never)]
    fn count(&self, place: i32, roles: Roles) -> usize {
        let Reader { view, cues, .. } = *self.reader;
        let has = |p: &&Span<View>| cues.of(view.at(place_in(**p, place))).any(roles);
        self.phrases.iter().filter(has).count()
    }
}

/// 的
const DE: u16 = 0x7684;
/// 了
const LE: u16 = 0x4E86;
/// 来
const COME: u16 = 0x6765;

/// Where the character `place` of a phrase stands; below 0 it is counted from the end: -1 is the last.
fn place_in(phrase: Span<View>, place: i32) -> u32 {
    let from = if place < 0 { phrase.end } else { phrase.start };
    from.saturating_add_signed(place)
}

/// 前排, 二楼: a place among others of its kind.
pub(super) fn is_row(reader: &Reader<'_>, at: u32) -> bool {
    let view = reader.view;
    let which = view.class(at).any(CharClass::NUMERAL) || chars::PHASE.at(view, at);
    which && chars::ROW.at(view, at + 1)
}

/// 层层, 一项项: the character at `at`, or the one behind 一, is said twice.
pub(super) fn twice(reader: &Reader<'_>, at: u32) -> bool {
    let at = at + u32::from(reader.view.char(at) == '一');
    reader.view.at(at) == reader.view.at(at + 1)
}
