//! What a string in quotation marks is: a slogan of some kind, or none, with the reason.
//!
//! Two thirds of the quoted strings of official prose are slogans, so a third has to be turned away. The questions are
//! asked in one order, strongest evidence first: 推行“五包”责任制 is a formula by its shape, 开设“银发周末课”专栏 a brand by
//! the noun behind it, 整治“吃拿卡要”问题 a scare quote by the verb before it.

use super::cues::Roles;
use super::structure::Quote;
use super::{Reader, formula, frame, reject};
use crate::annotation::{Reason, SloganKind};
use crate::span::{Span, View};
use crate::text::CharClass;

/// What a quoted string was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Slogan(SloganKind, &'static str),
    Rejected(Reason, &'static str),
}

/// How the rules of those begin for which nothing speaks and against which nothing does.
pub(super) const BARE: &str = "bare-";

/// Longest quoted slogan.
const LONGEST: u32 = 60;

/// Judges one quote.
pub(super) fn judge(reader: &Reader<'_>, quote: &Quote) -> Verdict {
    let look = Look::new(reader, quote);
    early(&look)
        .or_else(|| numbered(&look))
        .or_else(|| late(&look))
        .or_else(|| series(&look))
        .or_else(|| single(&look))
        .unwrap_or_else(|| reject::leftover(&look))
}

/// A quote with what stands beside it, looked up once.
pub(super) struct Look<'r> {
    pub reader: &'r Reader<'r>,
    pub quote: &'r Quote,
    pub inner: Span<View>,
    /// Where the noun behind would begin.
    pub behind: u32,
    /// Roles of the whole string.
    pub roles: Roles,
    /// Length and roles of the noun directly behind the chain of quotes (等 and 的 passed over).
    pub noun: Option<(u32, Roles)>,
    /// Whether the name of a programme stands within the noun phrase behind.
    pub programme: bool,
    /// Roles of the verb directly before the chain.
    pub verb: Roles,
}

impl<'r> Look<'r> {
    fn new(reader: &'r Reader<'r>, quote: &'r Quote) -> Self {
        let (view, cues, inner) = (reader.view, reader.cues, quote.inner);
        let behind = behind(reader, quote);
        let noun = cues.starting(view, behind, Roles::NOUN);
        let verb = reader.verb_before(quote.chain.start);
        let roles = cues.exact(view, inner);
        // “…。”工委紧抓党支部: behind a full stop the next sentence begins.
        let closed = view.char(inner.end - 1) == '。';
        let programme = !closed && programme(reader, quote, behind);
        Self { reader, quote, inner, behind, roles, noun, programme, verb }
    }

    /// Whether the noun directly behind has one of `roles`.
    pub(super) fn noun_is(&self, roles: Roles) -> bool {
        self.noun.is_some_and(|(_, all)| all.any(roles))
    }

    /// Whether `literal` stands directly behind the chain.
    pub(super) fn followed_by(&self, literal: &str) -> bool {
        self.reader.view.starts_with(self.quote.chain.end, literal)
    }

    /// Whether the quote is a sentence of its own: “…”。 at the start of a line or sentence.
    pub(super) fn stands_alone(&self) -> bool {
        let view = self.reader.view;
        let outer = self.quote.outer();
        let starts = outer.start == 0 || view.class(outer.start - 1).any(CharClass::SENTENCE_END);
        let ends = outer.end >= view.len() || view.class(outer.end).any(CharClass::SENTENCE_END);
        starts && ends
    }
}

/// Behind the quote, past 等, 的, 系列, 这一.
fn behind(reader: &Reader<'_>, quote: &Quote) -> u32 {
    let view = reader.view;
    let mut at = quote.chain.end;
    for word in ["等一系列", "等系列", "等", "系列", "这一", "的", "为", "特色", "主题"]
    {
        if view.starts_with(at, word) {
            at += word.chars().count() as u32;
        }
    }
    // “…”“…”等8种模式: the count of what was named.
    if let Some((_, numeral)) = formula::numeral(view, at)
        && let Some((classifier, _)) = reader.cues.starting(view, at + numeral, Roles::CLASSIFIER)
    {
        at += numeral + classifier;
    }
    at
}

/// How far the noun phrase behind a quote is read.
const PHRASE: u32 = 10;

/// Whether the noun phrase at `at` names a programme: 专项行动, 服务品牌 … Short nouns count only directly behind.
fn programme(reader: &Reader<'_>, quote: &Quote, at: u32) -> bool {
    let (view, cues, length) = (reader.view, reader.cues, quote.inner.len());
    let far = match length {
        0..=2 => 0,
        // 以“…”为标准接力干事: what it serves as stands directly behind.
        _ if view.starts_with(quote.chain.end, "为") => 0,
        3 => PHRASE / 2,
        _ => PHRASE,
    };
    for place in at..=at + far {
        if !view.class(place).is(CharClass::HAN) {
            return false;
        }
        let wanted = Roles::NOUN_BRAND.or(if length > 3 { Roles::PROGRAMME } else { Roles::NONE });
        let Some((found, _)) = cues.starting(view, place, wanted) else {
            // A verb or a plain noun that closes the phrase ends the search.
            let verb = place > at
                && cues.starting(view, place, Roles::LAUNCH).is_some_and(|(length, _)| length > 1);
            if verb || cues.of(view.at(place)).any(Roles::ENDS_NOUN) {
                return false;
            }
            continue;
        };
        // 工作导向, 工作思路: the programme's noun is only an attribute there.
        let attribute = || {
            let creed = Roles::CREED.or(Roles::NOUN_FORMULA);
            cues.exact(view, Span::new(place, place + found)).any(Roles::PROGRAMME)
                && cues.starting(view, place + found, creed).is_some()
        };
        if (place == at || found > 1) && !attribute() {
            return true;
        }
    }
    false
}

/// What is certain before anything else is asked.
fn early(look: &Look<'_>) -> Option<Verdict> {
    if look.roles.any(Roles::KNOWN) {
        return Some(Verdict::Slogan(SloganKind::Brand, "known-brand"));
    }
    if look.inner.len() <= LONGEST
        && (sage(look) || classical(look) || is_verse(look) || is_motto(look))
    {
        return Some(Verdict::Slogan(SloganKind::Maxim, "quoted-wisdom"));
    }
    if look.inner.len() > LONGEST || reject::is_speech(look) {
        return Some(Verdict::Rejected(Reason::Speech, "direct-speech"));
    }
    reject::date_or_plan(look)
}

/// Formulas, and what looks like one.
fn numbered(look: &Look<'_>) -> Option<Verdict> {
    let Reader { view, cues, lists, .. } = *look.reader;
    if lists.is_formula(view, look.inner) {
        return Some(Verdict::Slogan(SloganKind::Formula, "glossary-formula"));
    }
    let shape = formula::parse(view, look.inner, cues);
    if let Some(verdict) = reject::listed(look, shape.is_some()) {
        return Some(verdict);
    }
    let shape = shape?;
    match shape.sort {
        formula::Sort::Code if !reject::is_code_name(look) => {
            Some(Verdict::Rejected(Reason::Other, "plain-digits"))
        }
        formula::Sort::Code => Some(Verdict::Slogan(SloganKind::Formula, "code-formula")),
        formula::Sort::Sum => Some(Verdict::Slogan(SloganKind::Formula, "sum-formula")),
        formula::Sort::Counted
            if shape.slots.iter().all(|slot| slot.classifier == 0)
                && reject::is_organization(look)
                && look.noun.is_none() =>
        {
            Some(Verdict::Rejected(Reason::Organization, "organization"))
        }
        formula::Sort::Counted if shape.slots.len() > 1 => {
            Some(Verdict::Slogan(SloganKind::Formula, "compound-formula"))
        }
        formula::Sort::Counted => Some(Verdict::Slogan(SloganKind::Formula, "quoted-formula")),
    }
}

/// Names with a sign in them, then what the words before turn away.
fn late(look: &Look<'_>) -> Option<Verdict> {
    let units = look.reader.view.slice(look.inner);
    let holds = |c: char| units.contains(&(c as u32 as u16));
    // “1+1>2” says something, it names nothing.
    if holds('>') || holds('=') || holds('<') {
        return Some(Verdict::Rejected(Reason::Term, "equation"));
    }
    if holds('+') && !look.quote.nests {
        return Some(Verdict::Slogan(SloganKind::Brand, "word-sum"));
    }
    // 支委会→党小组→党员: steps or levels, no name.
    if units
        .iter()
        .filter(|unit| matches!(char::from_u32(u32::from(**unit)), Some('—' | '→')))
        .count()
        >= 2
        && !(holds('—') && look.noun_is(Roles::NOUN_BRAND))
    {
        return Some(Verdict::Rejected(Reason::List, "chain"));
    }
    if holds('—') && look.programme {
        return Some(Verdict::Slogan(SloganKind::Brand, "chain-of-steps"));
    }
    if reject::is_contrast(look) && !look.programme {
        return Some(Verdict::Rejected(Reason::Term, "contrast"));
    }
    if is_version(units) || is_one_each(units) {
        return Some(Verdict::Slogan(SloganKind::Brand, "coined-form"));
    }
    if holds('·') && look.inner.len() >= 4 {
        return Some(Verdict::Slogan(SloganKind::Brand, "dotted-name"));
    }
    reject::by_word_before(look)
}

/// 长照3.0: a name with its version.
fn is_version(units: &[u16]) -> bool {
    let class = |unit: &u16| CharClass::of(*unit);
    match units {
        [first, .., major, dot, minor] => {
            class(first).is(CharClass::HAN)
                && class(major).is(CharClass::DIGIT)
                && *dot == u16::from(b'.')
                && class(minor).is(CharClass::DIGIT)
        }
        _ => false,
    }
}

/// 一村一品, 一企一策: one of each for each.
pub(super) fn is_one_each(units: &[u16]) -> bool {
    let one = |at: usize| units.get(at) == Some(&(0x4E00));
    (4..=7).contains(&units.len()) && one(0) && (one(2) || one(3))
}

/// Strings of several phrases.
fn series(look: &Look<'_>) -> Option<Verdict> {
    let Reader { view, cues, .. } = *look.reader;
    let parts = frame::parts(view, look.inner);
    if parts.len() < 2 {
        return None;
    }
    let spaced = view.slice(look.inner).contains(&u16::from(b' '));
    if look.programme || serves(look) {
        return Some(Verdict::Slogan(SloganKind::Brand, "programme-noun"));
    }
    let lengths_agree = parts.windows(2).all(|w| matches!(w, [a, b] if a.len() == b.len()));
    let long = parts.iter().all(|part| part.len() >= 3);
    if spaced || lengths_agree && parts.len() == 2 && is_theme(look) {
        return Some(match lengths_agree && long {
            true => Verdict::Slogan(SloganKind::Couplet, "quoted-couplet"),
            false => Verdict::Slogan(SloganKind::Brand, "quoted-phrases"),
        });
    }
    let creed = || look.noun_is(Roles::CREED) || is_creed(look) || cried(look);
    // “…，…”的精神: clauses, where phrases would be parted by 、
    let spirit = || look.followed_by("的") && look.noun_is(Roles::LABEL) && parts.len() == 2;
    let parted = parts.first().is_some_and(|part| matches!(view.char(part.end), '，' | ','));
    if look.stands_alone()
        || (parts.len() == 2 || parted) && creed()
        || parted && spirit()
        || said(look)
    {
        return Some(Verdict::Slogan(SloganKind::Maxim, "quoted-maxim"));
    }
    // “重建设、轻管护”, “看病难、看病贵”: what is wrong, and nobody's slogan.
    let opens = |place: usize, c| parts.get(place).is_some_and(|part| view.char(part.start) == c);
    let hard = |part: &Span<View>| matches!(view.char(part.end - 1), '难' | '贵' | '慢');
    if parts.len() == 2 && opens(0, '重') && opens(1, '轻') || parts.iter().all(hard) {
        return Some(Verdict::Rejected(Reason::ScareQuote, "one-for-the-other"));
    }
    let framed = frame::shared(view, &parts).is_some();
    let several = parts.iter().all(|part| part.len() >= 2);
    // A pair needs somebody who carries it out, or a noun that says what it is.
    let backed = parts.len() > 2 || look.noun.is_some() || look.verb.any(Roles::VERB);
    let clauses = parted && parts.iter().all(|part| part.len() >= 5);
    // “流量如潮水，口碑似磐石”，… at the head of a sentence
    let verse = || {
        let outer = look.quote.outer().start;
        let beats = parts.len() == 2 && matches!(parts.first().map(|p| p.len()), Some(5 | 7));
        beats && (outer == 0 || view.class(outer - 1).any(CharClass::SENTENCE_END))
    };
    if !backed && lengths_agree && clauses && (framed || verse()) {
        return Some(Verdict::Slogan(SloganKind::Maxim, "quoted-maxim"));
    }
    if several
        && backed
        && (lengths_agree
            || framed
            || long && parts.len() > 2
            || cues.of(view.at(look.inner.start)).any(Roles::MORPHEME))
    {
        return Some(Verdict::Slogan(SloganKind::Parallel, "quoted-series"));
    }
    Some(Verdict::Rejected(Reason::List, "plain-list"))
}

/// 以“…”为载体, 以“…”为主要内容.
fn serves(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    look.followed_by("为")
        && cues.starting(view, look.quote.chain.end + 1, Roles::SERIES_FRAME).is_some()
}

/// 以“…”为主题, 主题为“…”.
fn is_theme(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    look.followed_by("为") && cues.starting(view, look.quote.chain.end + 1, Roles::THEME).is_some()
        || ["为", "是", ":"].iter().any(|word| {
            view.ends_with(start, word) && cues.ending(view, start - 1, Roles::THEME).is_some()
        })
}

/// 古人说，“…”: quoted wisdom, without a full stop of its own.
fn said(look: &Look<'_>) -> bool {
    let Reader { view, .. } = *look.reader;
    let start = look.quote.outer().start;
    let marked = matches!(view.char(start.wrapping_sub(1)), ':' | '，' | ',');
    marked
        && start > 0
        && look.reader.cues.ending(view, start - 1, Roles::SPEECH).is_some()
        && !reject::goes_on(look)
}

/// 古语说：“…。” A saying, full stop and all; at least a clause.
fn sage(look: &Look<'_>) -> bool {
    let Reader { view, .. } = *look.reader;
    let start = look.quote.outer().start;
    let marked = matches!(view.char(start.wrapping_sub(1)), ':' | '，' | ',');
    let before = if marked { start.saturating_sub(1) } else { start };
    // 老话说的
    let before = before - u32::from(view.ends_with(before, "的"));
    look.inner.len() >= 5 && look.reader.cues.ending(view, before, Roles::SAGE).is_some()
}

/// 墙上写着一句话：“…，…。” One sentence of two clauses and more that is said to be a saying.
fn is_motto(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    let named = view.ends_with(start, ":") && cues.ending(view, start - 1, Roles::CREED).is_some();
    let ends = |at: &u32| view.class(*at).any(CharClass::SENTENCE_END);
    let one = !(look.inner.start..look.inner.end - 1).any(|at| ends(&at));
    let clause = |at| matches!(view.char(at), '，' | ',');
    named && one && (look.inner.start..look.inner.end).any(clause)
}

/// “…者…，…之…。” as a sentence of its own: classical words, and none of today's.
fn classical(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let count = |roles| {
        (look.inner.start..look.inner.end).filter(|at| cues.of(view.at(*at)).any(roles)).count()
    };
    let clauses = || frame::parts(view, look.inner).len();
    let outer = look.quote.outer().start;
    // 《孙子》：“…”
    let opens = outer == 0
        || view.class(outer - 1).any(CharClass::SENTENCE_END)
        || view.ends_with(outer, "》:");
    opens && count(Roles::CLASSICAL) >= 2 && count(Roles::MODERN) == 0 && clauses() >= 2
}

/// “火车跑得快，全靠车头带。” Two clauses of five or seven, or a saying that the data lists, full stop and all.
fn is_verse(look: &Look<'_>) -> bool {
    let Reader { view, cues, lists, .. } = *look.reader;
    let stop = u32::from(view.class(look.inner.end - 1).any(CharClass::SENTENCE_END));
    let words = Span::new(look.inner.start, look.inner.end - stop);
    if lists.saying_at(view, words.start) == Some(words.len()) {
        return true;
    }
    if stop == 0 {
        return false;
    }
    let clauses = frame::parts(view, words);
    let [first, second] = clauses[..] else { return false };
    let plain = (words.start..words.end).all(|at| {
        !matches!(view.char(at), '我' | '你' | '他' | '了')
            && !cues.of(view.at(at)).any(Roles::MODERN)
    });
    // Four and four, eight and eight: at the head of a line, and nobody says it.
    let opens = || {
        let outer = look.quote.outer().start;
        outer == 0 || view.class(outer - 1).any(CharClass::LINE_BREAK)
    };
    let sayable = match first.len() {
        7 => true,
        5 => !reject::spoken_behind(look),
        length => (4..=12).contains(&length) && opens() && !reject::spoken_behind(look),
    };
    first.len() == second.len() && sayable && plain && !look.programme
}

/// Strings of one phrase.
fn single(look: &Look<'_>) -> Option<Verdict> {
    let Reader { view, cues, .. } = *look.reader;
    let brand = |rule| Some(Verdict::Slogan(SloganKind::Brand, rule));
    let length = look.inner.len();
    if length < 2 {
        return None;
    }
    let titled = look.followed_by("称号") || look.followed_by("荣誉称号");
    let work = cues.starting(view, look.behind, Roles::WORK).is_some();
    if work && length >= 5 && !look.programme {
        return Some(Verdict::Rejected(Reason::Title, "title-of-work"));
    }
    if reject::holds_scare(look) || titled && reject::is_generic_honour(look) {
        return None;
    }
    if look.programme {
        return brand("programme-noun");
    }
    let believed = is_creed(look) || cried(look);
    if length >= 6 && (look.stands_alone() || said(look) || believed) || length == 5 && cried(look)
    {
        return Some(Verdict::Slogan(SloganKind::Maxim, "quoted-maxim"));
    }
    if reject::is_generic_honour(look) {
        return None;
    }
    let named = look.verb.any(Roles::VERB_BRAND);
    if reject::is_organization(look) && !(named && length <= 8) {
        return None;
    }
    if length >= 4 && named {
        return brand("naming-verb");
    }
    if length >= 4 && awarded(look) {
        return brand("awarded-name");
    }
    if length >= 4 && look.noun_is(Roles::NOUN_ANY) && (look.verb.any(Roles::VERB) || length >= 6) {
        return brand("noun-behind");
    }
    if length >= 4 && (serves(look) || is_theme(look)) {
        return brand("theme-frame");
    }
    let reached = || cues.ending(view, look.quote.chain.start, Roles::GOAL).is_some();
    if length >= 4 && look.verb.any(Roles::VERB) && !look.followed_by("的") && !reached() {
        return brand("carried-out");
    }
    // 实施“链长制”: the name ends with its own noun.
    if length == 3
        && look.verb.any(Roles::VERB)
        && cues.of(view.at(look.inner.end - 1)).any(Roles::NOUN.or(Roles::EVENT))
    {
        return brand("own-noun");
    }
    // 发放30万元“粮农贷”
    let lent = || {
        view.ends_with(look.quote.chain.start, "元")
            && look.reader.cues.ending(view, look.inner.end, Roles::NOUN_BRAND).is_some()
    };
    if length >= 3 && lent() {
        return brand("own-noun");
    }
    // 推行“大通关”
    let launches = || cues.ending(view, look.quote.chain.start, Roles::LAUNCH).is_some();
    let clause = || view.class(look.quote.chain.end).any(CharClass::CLAUSE_END);
    if length == 3 && launches() && clause() {
        return brand("launched");
    }
    // 首期“青苗工程”: a name that holds its own noun needs no verb.
    // 安全是铁路的“饭碗工程”: what something is like.
    let likened = look.noun.is_none() && is_likened(look);
    let own = cues
        .ending(view, look.inner.end, Roles::PROGRAMME.or(Roles::NOUN_BRAND))
        .filter(|_| !likened);
    let event = cues.of(view.at(look.inner.end - 1)).any(Roles::EVENT);
    if own.is_some_and(|noun| noun >= 2 && length >= noun + 2) && length <= 14
        || event && (4..=8).contains(&length)
    {
        return brand("own-noun");
    }
    if length >= 3 && comes_round(look) {
        return brand("comes-round");
    }
    if length >= 4 && runs(look) {
        return brand("runs");
    }
    if length >= 4 && launched(look) {
        return brand("launched");
    }
    if length >= 4 && enumerated(look) {
        return brand("listed-with-brands");
    }
    let won = cues.starting(view, look.quote.chain.end + 1, Roles::HONOUR_VERB).is_some();
    if length >= 4 && look.followed_by("中") && won { brand("event-frame") } else { None }
}

/// How far before a quote 是 is looked for.
const LIKENED: u32 = 10;

/// 是铁路的“饭碗工程”.
fn is_likened(look: &Look<'_>) -> bool {
    let Reader { view, .. } = *look.reader;
    let start = look.quote.chain.start;
    let han = |at: &u32| view.class(*at).is(CharClass::HAN);
    let mut before = (start.saturating_sub(LIKENED)..start).rev().take_while(han);
    view.ends_with(start, "是")
        || view.ends_with(start, "的") && before.any(|at| view.char(at) == '是')
}

/// ，“港车北上”已累计…: the quote opens a clause, and what follows says that it is running.
fn runs(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    // 把“党员攻坚组”建在火场
    let opens = start == 0
        || view.class(start - 1).any(CharClass::CLAUSE_END.or(CharClass::LINE_BREAK))
        || matches!(view.char(start - 1), '把' | '将');
    opens && cues.starting(view, look.quote.chain.end, Roles::RUNNING).is_some()
}

/// 每月一期的“…”, 每周一晚上的“…”: what comes round goes by a name.
fn comes_round(look: &Look<'_>) -> bool {
    let view = look.reader.view;
    let end = look.quote.outer().start;
    let counted = |at: &u32| view.class(*at).any(CharClass::NUMERAL);
    let mut before = (end.saturating_sub(LAUNCH)..end.saturating_sub(2))
        .rev()
        .take_while(|at| view.class(*at).is(CharClass::HAN));
    view.ends_with(end, "的")
        && before.find(counted).is_some()
        && before.any(|at| view.char(at) == '每')
}

/// How far before a quote the verb that launches it is looked for.
const LAUNCH: u32 = 10;

/// 推行党员“积分管理”, 举办第三届“金秋村晚”: a verb of launching, and words of whose it is or which one.
fn launched(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    let end = look.quote.chain.end;
    // 新建公园23处、“…”12个: the verb stands before all that is counted.
    let many = is_counted(look.reader, end);
    let open = |at| view.class(at).any(CharClass::HAN.or(CharClass::DIGIT));
    let closed = |at| !(open(at) || many && view.char(at) == '、');
    // 成立11支“…”: what is counted is a thing, and most verbs start one.
    let counted = cues.ending(view, start, Roles::CLASSIFIER).is_some_and(|length| {
        let before = start.saturating_sub(length + 1);
        view.class(before).any(CharClass::NUMERAL.or(CharClass::DIGIT))
    });
    let wanted = if counted { Roles::VERB_BRAND.or(Roles::LAUNCH) } else { Roles::LAUNCH };
    let reach = if many { LAUNCH * 2 } else { LAUNCH };
    (closed(end) || many)
        && (start.saturating_sub(reach)..start)
            .rev()
            .take_while(|at| !closed(*at) && view.char(*at) != '的')
            .any(|at| cues.ending(view, at + 1, wanted).is_some_and(|length| length > 1))
}

/// “…”12个: how many there are.
fn is_counted(reader: &Reader<'_>, at: u32) -> bool {
    let view = reader.view;
    let numeral = |at: &u32| view.class(*at).any(CharClass::DIGIT.or(CharClass::NUMERAL));
    let end = (at..at + 5).find(|at| !numeral(at)).unwrap_or(at);
    end > at && reader.cues.starting(view, end, Roles::MEASURE).is_none()
}

/// How many names between two quotes of one enumeration.
const NAME: u32 = 12;

/// 东厂“甲”、西厂“乙”、修理厂“丙丁”等品牌: the noun behind the last speaks for all.
fn enumerated(look: &Look<'_>) -> bool {
    let Reader { view, page, cues, .. } = *look.reader;
    let mut quote = look.quote;
    for _ in 0..8 {
        let comma = quote.chain.end;
        if view.char(comma) != '、' {
            return false;
        }
        let han = |at: &u32| view.class(*at).is(CharClass::HAN);
        let open = (comma + 1..comma + NAME).find(|at| !han(at)).unwrap_or(comma);
        let acts = cues.ending(view, open, Roles::VERB.or(Roles::SCARE_BEFORE)).is_some();
        let Some(next) = page.quote_at(open).filter(|_| !acts) else { return false };
        if programme(look.reader, next, behind(look.reader, next)) {
            return true;
        }
        quote = next;
    }
    false
}

/// How far before a quote the verb of awarding is looked for.
const AWARD: u32 = 14;

/// 被命名为全市首批“…”.
fn awarded(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    (start.saturating_sub(AWARD)..start)
        .rev()
        .take_while(|at| !view.class(*at).any(CharClass::CLAUSE_END))
        .any(|at| cues.starting(view, at, Roles::HONOUR_VERB).is_some())
}

/// “…”的理念, “…”的办学理念, “…”八个大字.
fn is_creed(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let own = u32::from(look.behind > look.quote.chain.end) * CREED;
    (look.behind..=look.behind + own)
        .take_while(|at| view.class(*at).is(CharClass::HAN))
        .any(|at| cues.starting(view, at, Roles::CREED).is_some())
}

/// 前人的名言：“…”, 喊响“…”.
fn cried(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    let before = start - u32::from(view.ends_with(start, ":"));
    cues.ending(view, before, Roles::CREED).is_some()
}

/// How many characters may say whose creed it is.
const CREED: u32 = 4;
