//! What a string in quotation marks is: a slogan of some kind, or none, with the reason.
//!
//! Two thirds of the quoted strings of official prose are slogans, so a third has to be turned away. The questions are
//! asked in one order, strongest evidence first: 推行“五包”责任制 is a formula by its shape, 开设“银发周末课”专栏 a brand by
//! the noun behind it, 整治“吃拿卡要”问题 a scare quote by the verb before it.

use super::cues::Roles;
use super::saying::is_saying;
use super::structure::{Quote, is_word};
use super::{Reader, couplet, formula, named, reject, series};
use crate::annotation::{Reason, SloganKind};
use crate::recognize::chars;
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
        .or_else(|| series::series(&look))
        .or_else(|| named::single(&look))
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
        let noun = cues.starting_as(view, behind, Roles::NOUN);
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
}

/// How many small words may stand between a quote and its noun.
const PASSED: u32 = 3;

/// Behind the quote, past 等, 的, 系列, 这一.
pub(super) fn behind(reader: &Reader<'_>, quote: &Quote) -> u32 {
    let view = reader.view;
    let mut at = quote.chain.end;
    for _ in 0..PASSED {
        // 主题党日 is a noun of its own, 主题 is none.
        let word = reader.cues.starting_as(view, at, Roles::PASSED.or(Roles::NOUN));
        let Some((length, _)) = word.filter(|(_, all)| all.any(Roles::PASSED)) else { break };
        at += length;
    }
    // “…”“…”等8种模式: the count of what was named.
    if let Some((_, numeral)) = formula::numeral(view, at)
        && let Some(classifier) = reader.cues.starting(view, at + numeral, Roles::CLASSIFIER)
    {
        at += numeral + classifier;
    }
    at
}

/// How far the noun phrase behind a quote is read.
const PHRASE: u32 = 10;

/// Whether the noun phrase at `at` names a programme: 专项行动, 服务品牌 … Short nouns count only directly behind.
pub(super) fn programme(reader: &Reader<'_>, quote: &Quote, at: u32) -> bool {
    let (view, cues, length) = (reader.view, reader.cues, quote.inner.len());
    let maker = Roles::FOUND.or(Roles::LAUNCH).or(Roles::VERB_BRAND);
    let founded = cues.ending(view, quote.chain.start, maker).is_some_and(|verb| verb > 1);
    let far = match length {
        // 成立“海燕”专家团队
        0..=2 if !founded => 0,
        // 以“…”为标准接力干事: what it serves as stands directly behind.
        _ if view.char(quote.chain.end) == '为' => 0,
        3 => PHRASE / 2,
        _ => PHRASE,
    };
    for place in at..=at + PHRASE {
        if !view.class(place).is(CharClass::HAN) {
            return false;
        }
        // “海燕”共产党员服务队; but “限量”球鞋引发排队, “红魔”比利时队
        let team = place > at + 1 && view.char(place) == '队' && chars::CREW.at(view, place - 1);
        if team && view.char(at) != '们' && !chars::TEAM_WORD.at(view, place + 1) {
            return true;
        }
        // 办起“望潮”开渔节
        if founded && place == at + 2 && view.char(place) == '节' {
            return !view.class(place + 1).is(CharClass::HAN);
        }
        let wanted = Roles::NOUN_BRAND.or(if length > 3 { Roles::PROGRAMME } else { Roles::NONE });
        let Some(found) = cues.starting(view, place, wanted) else {
            // A verb or a plain noun that closes the phrase ends the search.
            let verb = place > at
                && cues.starting(view, place, Roles::LAUNCH).is_some_and(|length| length > 1);
            if verb || cues.of(view.at(place)).any(Roles::ENDS_NOUN) {
                return false;
            }
            continue;
        };
        // 工作导向, 工作思路: the programme's noun is only an attribute there.
        let attribute = || {
            let creed = Roles::CREED.or(Roles::NOUN_FORMULA);
            // 计划要求各村留种: what it asks for.
            let rest = place + found;
            if view.starts_with(rest, "要求")
                && !chars::OWN.at(view, rest + 2)
                && view.class(rest + 2).is(CharClass::HAN)
            {
                return false;
            }
            cues.exact(view, Span::new(place, place + found)).any(Roles::PROGRAMME)
                && cues.starting(view, place + found, creed).is_some()
        };
        if place <= at + far && (place == at || found > 1) && !attribute() {
            return true;
        }
    }
    false
}

/// What is certain before anything else is asked.
fn early(look: &Look<'_>) -> Option<Verdict> {
    // 东街时间银行: also behind whose it is.
    let Reader { view, cues, .. } = *look.reader;
    let known = || cues.ending(view, look.inner.end, Roles::KNOWN).is_some_and(|n| n > 3);
    if look.roles.any(Roles::KNOWN) || look.inner.len() <= 8 && known() {
        return Some(Verdict::Slogan(SloganKind::Brand, "known-brand"));
    }
    // “＋” is a key.
    if !look.reader.view.slice(look.inner).iter().any(|unit| is_word(*unit)) {
        return Some(Verdict::Rejected(Reason::Other, "marks-only"));
    }
    // 锦旗上绣着：“…，…。”
    let stop = u32::from(view.class(look.inner.end - 1).any(CharClass::SENTENCE_END));
    let words = Span::new(look.inner.start, look.inner.end - stop);
    if couplet::is_hung(look.reader, words, look.quote.outer().start) {
        return Some(Verdict::Slogan(SloganKind::Couplet, "quoted-couplet"));
    }
    if look.inner.len() <= LONGEST && is_saying(look) {
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
    if reject::is_ranked(look) {
        return Some(Verdict::Rejected(Reason::List, "ranked"));
    }
    // “五连冠”, “二十一连丰”: so many in a row.
    let row = formula::numeral(view, look.inner.start);
    if row.is_some_and(|(_, length)| {
        view.char(look.inner.start + length) == '连'
            && look.inner.len() == length + 2
            && chars::STREAK.at(view, look.inner.end - 1)
    }) {
        return Some(Verdict::Rejected(Reason::Term, "in-a-row"));
    }
    if counts_letters(look) || counts_articles(look) {
        return Some(Verdict::Slogan(SloganKind::Formula, "quoted-formula"));
    }
    let shape = formula::parse(view, look.inner, cues).or_else(|| tail_counts(look));
    if let Some(verdict) = reject::listed(look, shape.is_some()) {
        return Some(verdict);
    }
    let shape = shape?;
    // “双语小村”: two of nothing.
    if view.char(look.inner.start) == '双' && lists.other_at(view, look.inner.start) > 0 {
        return None;
    }
    match shape.sort {
        // 型号“300X”
        formula::Sort::Code if shape.open && look.noun.is_none() && !look.programme => None,
        formula::Sort::Code if !reject::is_code_name(look) => {
            Some(Verdict::Rejected(Reason::Other, "plain-digits"))
        }
        formula::Sort::Code => Some(Verdict::Slogan(SloganKind::Formula, "code-formula")),
        // 不是简单的“1+1”: nobody's scheme.
        formula::Sort::Sum if shape.total() == 2 && !shape.open && look.noun.is_none() => {
            Some(Verdict::Rejected(Reason::Term, "equation"))
        }
        formula::Sort::Sum => Some(Verdict::Slogan(SloganKind::Formula, "sum-formula")),
        formula::Sort::Counted
            if matches!(shape.slots[..], [slot] if slot.classifier == 0)
                && reject::is_organization(look)
                && !counts_bodies(look)
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

/// 五好党支部: one character, and a kind of body that many are of; 四海公司 is one.
fn counts_bodies(look: &Look<'_>) -> bool {
    let Reader { view, cues, lists, .. } = *look.reader;
    let kind = Span::new(look.inner.start + 2, look.inner.end);
    // 三明银行
    let place = lists.no_formula(view, Span::new(look.inner.start, kind.start));
    place != Some(Reason::Name) && cues.exact(view, kind).any(Roles::NOUN)
}

/// “6S”管理, “3C”计划: a letter that so many words begin with, before what they are for. “5G”网络 and “4S”店 are things.
fn counts_letters(look: &Look<'_>) -> bool {
    let view = look.reader.view;
    // “3C”产品
    look.inner.len() == 2
        && !view.starts_with(look.behind, "产品")
        && view.class(look.inner.start).is(CharClass::DIGIT)
        && chars::INITIAL.at(view, look.inner.start + 1)
        && (look.noun.is_some() || look.programme)
}

/// “红九条”, “黑七条”: so many articles, and of what kind, beside others or what is done with such.
fn counts_articles(look: &Look<'_>) -> bool {
    let Reader { view, page, .. } = *look.reader;
    let start = look.inner.start;
    let outer = look.quote.outer();
    let beside = page.quote_at(outer.end).is_some()
        || outer.start.checked_sub(1).and_then(|at| page.quote_closing_at(at)).is_some();
    look.inner.len() == 3
        && (beside || look.programme || look.noun.is_some() || look.verb.any(Roles::VERB))
        && view.ends_with(look.inner.end, "条")
        && view.char(start) != '第'
        && view.class(start).is(CharClass::HAN)
        && view.class(start + 1).any(CharClass::NUMERAL)
}

/// 幸福三箭: two characters say of what the numeral behind them counts one.
fn tail_counts(look: &Look<'_>) -> Option<formula::Shape> {
    let Reader { view, cues, .. } = *look.reader;
    let (start, end) = (look.inner.start, look.inner.end);
    // 带徒三步走
    let steps = end.saturating_sub(3);
    if end > start + 4 && (view.ends_with(end, "步走") || view.ends_with(end, "步法")) {
        return formula::parse(view, Span::new(steps, end), cues);
    }
    let counts = view.class(start + 2).any(CharClass::NUMERAL)
        && view.find(start, start + 2, CharClass::NUMERAL).is_none();
    let thing = cues.of(view.at(start + 3));
    let ordinary = Roles::SUFFIX.or(Roles::PLAIN_CLASSIFIER).or(Roles::PLACE).or(Roles::NATURAL);
    // 推出“安居三策”, “青年三好”专案; but 上下两层, 父子三代
    let offered = look.programme
        || look.verb.any(Roles::VERB)
        || cues.ending(view, look.quote.chain.start, Roles::LAUNCH).is_some();
    let named = end == start + 4 && counts && offered && !thing.any(ordinary);
    named.then(|| formula::parse(view, Span::new(start + 2, end), cues)).flatten()
}

/// Names with a sign in them, then what the words before turn away.
fn late(look: &Look<'_>) -> Option<Verdict> {
    let units = look.reader.view.slice(look.inner);
    let marked = units.iter().any(|unit| !is_word(*unit));
    let holds = |c: char| marked && look.reader.view.holds(look.inner, c);
    // “1+1>2” says something, it names nothing.
    if holds('>') || holds('=') || holds('<') {
        return Some(Verdict::Rejected(Reason::Term, "equation"));
    }
    if holds('+') && !look.quote.nests {
        return Some(Verdict::Slogan(SloganKind::Brand, "word-sum"));
    }
    // 支委会→党小组→党员: steps or levels, no name.
    let arrow = |unit: &&u16| matches!(char::from_u32(u32::from(**unit)), Some('—' | '→'));
    let steps = marked && units.iter().filter(arrow).count() >= 2;
    if steps && !(holds('—') && look.programme) {
        return Some(Verdict::Rejected(Reason::List, "chain"));
    }
    if reject::is_contrast(look) && !look.programme {
        return Some(Verdict::Rejected(Reason::Term, "contrast"));
    }
    if is_version(units) || is_one_each(units) {
        // “一减一免一延”: three of them are a list.
        let thrice = units.iter().filter(|unit| Some(*unit) == units.first()).count() > 2;
        let scheme = look.programme || look.noun.is_some() || look.verb.any(Roles::VERB);
        let kind =
            if thrice && scheme && !marked { SloganKind::Formula } else { SloganKind::Brand };
        return Some(Verdict::Slogan(kind, "coined-form"));
    }
    if holds('·') && look.inner.len() >= 4 {
        return Some(Verdict::Slogan(SloganKind::Brand, "dotted-name"));
    }
    reject::by_word_before(look)
}

/// 长照3.0: a name with its version. 云岭e站: one with the letter of what is electronic.
fn is_version(units: &[u16]) -> bool {
    let class = |unit: &u16| CharClass::of(*unit);
    match units {
        // 云岭e站
        [first, .., e, last] if *e == u16::from(b'e') => {
            units.len() <= 6 && class(first).is(CharClass::HAN) && class(last).is(CharClass::HAN)
        }
        [first, .., major, dot, minor] => {
            class(first).is(CharClass::HAN)
                && class(major).is(CharClass::DIGIT)
                && *dot == u16::from(b'.')
                && class(minor).is(CharClass::DIGIT)
        }
        _ => false,
    }
}

/// 一村一品, 一企一策: one of each for each. 百企兴百村: as many of each.
pub(super) fn is_one_each(units: &[u16]) -> bool {
    let [first, ..] = units else { return false };
    let again = |at: usize| units.get(at) == Some(first);
    (4..=8).contains(&units.len())
        && match char::from_u32(u32::from(*first)) {
            Some('一' | '1') => (2..units.len() - 1).any(again),
            Some('百' | '千' | '万') => again(3),
            _ => false,
        }
}
