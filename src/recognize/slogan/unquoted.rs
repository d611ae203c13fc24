//! Formulas without quotation marks of their own. They need support, for 三个方面 and 三项工作 count ordinary things.
//!
//! Support is the glossary, a mention in quotation marks elsewhere in the text, two numerals in one unit beside a cue
//! (坚持三查三改), or a list of that very count directly before (“茶、药、菌”三张名片).

use super::cues::{Roles, lengths};
use super::formula::{self, Shape};
use super::pairs::Pairs;
use super::structure::{CLOSE, is_word, opens_quote};
use super::{Found, Reader, built, formulation, frame, listed, pointed};
use crate::annotation::SloganKind;
use crate::gather::Gather as _;
use crate::numbering::Numbering;
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// Longest formula looked up in the text's own list.
const LONGEST: u32 = 12;

/// Finds bare formulas, and the listed formulations on the way: one walk over the text for all phrases.
pub(super) fn find(reader: &Reader<'_>, found: &mut Found) {
    let view = reader.view;
    let mut sieve = reader.lists.sieve.clone();
    let mut own = own_formulas(reader, found, &mut sieve);
    sieve.set_first(PLUS);
    let (mut formula, mut formulation) = (0, 0);
    for (at, unit) in (0u32..).zip(view.units().iter().copied()) {
        if !sieve.may_open(unit) {
            continue;
        }
        if unit == PLUS {
            let sum = built::words(reader, at).filter(|sum| !reader.page.in_title(sum.start));
            sum.into_iter()
                .for_each(|sum| found.slogan(reader, sum, SloganKind::Brand, "word-sum"));
            continue;
        }
        let counts = formula::may_start(unit);
        if !counts && !sieve.may_start(view, at) {
            continue;
        }
        if at >= formula {
            formula = at + take(reader, at, counts, &own, found);
            // 推进三大工程，…三大工程今年开工: what was told by what stands beside it is told wherever it comes again.
            let told = found.slogans.last().filter(|last| last.span == Span::new(at, formula));
            if let Some(told) =
                told.filter(|told| AGAIN.contains(&told.rule) && told.span.len() > 3)
            {
                let units = view.slice(told.span);
                sieve.set(units);
                own.formulas.put(units);
            }
        }
        if at >= formulation {
            formulation = at + formulation::take(reader, at, found);
        }
    }
}

/// +
const PLUS: u16 = 0x2B;

/// Takes the formula at `at`; how far to go on.
fn take(reader: &Reader<'_>, at: u32, counts: bool, own: &Own, found: &mut Found) -> u32 {
    let formula = || bare(reader, at, counts, own).map(|found| (SloganKind::Formula, found));
    let name = || own.name_at(reader, at).map(|length| (SloganKind::Brand, (length, ELSEWHERE)));
    match name().or_else(formula) {
        Some((kind, (length, rule))) if !reader.page.in_title(at) => {
            found.slogan(reader, Span::new(at, at + length), kind, rule);
            length
        }
        _ => skip(reader, at, counts),
    }
}

/// Past an idiom or name with a numeral, so that its second half is not read as a formula.
fn skip(reader: &Reader<'_>, at: u32, counts: bool) -> u32 {
    if counts { reader.lists.other_at(reader.view, at).max(1) } else { 1 }
}

/// What this text puts into quotation marks.
struct Own {
    formulas: Phrases,
    names: Phrases,
    /// What each numeral of the formulas counts: 两筛 and 三访 of “两筛三访”.
    parts: Phrases,
}

impl Own {
    /// ，和事茶馆调成87件: a name that is taken up without its marks.
    fn name_at(&self, reader: &Reader<'_>, at: u32) -> Option<u32> {
        let view = reader.view;
        let named = |length: &u32| {
            let span = Span::new(at, at + length);
            self.names.hold(view, span) && is_name(reader, span)
        };
        lengths(self.names.lengths_at(view, at)).find(named)
    }
}

/// Phrases by their units, and a sieve of how they open.
struct Phrases {
    known: Numbering,
    /// By the hash of the first two characters, bit n: some have n.
    lengths: Vec<u32>,
}

impl Phrases {
    #[inline(never)]
    fn new() -> Self {
        Self { known: Numbering::default(), lengths: vec![0; 1024] }
    }

    fn opening(first: u16, second: u16) -> usize {
        usize::from(first.wrapping_mul(0x9E37) ^ second.wrapping_mul(0x5BD1)) >> 6
    }

    fn put(&mut self, phrase: &[u16]) {
        if let [first, second, ..] = phrase
            && let Some(lengths) = self.lengths.get_mut(Self::opening(*first, *second))
        {
            *lengths |= 1 << phrase.len();
            self.known.put(phrase);
        }
    }

    /// The lengths of what opens like the text at `at`.
    #[inline(never)]
    fn lengths_at(&self, view: ViewText<'_>, at: u32) -> u32 {
        let opening = Self::opening(view.unit(at), view.unit(at + 1));
        self.lengths.get(opening).copied().unwrap_or(0)
    }

    #[inline(never)]
    fn hold(&self, view: ViewText<'_>, span: Span<View>) -> bool {
        span.end <= view.len() && self.known.get(view.slice(span)).is_some()
    }
}

/// Whether the words in `span`, a name elsewhere, are one here: they open a clause, stand behind a classifier, before the noun of
/// what they name, or hold a noun of their own. 建设书香校园 and 健康生活方式 are words.
fn is_name(reader: &Reader<'_>, span: Span<View>) -> bool {
    let Reader { view, cues, .. } = *reader;
    let noun = |at| cues.starting(view, at, Roles::NOUN_BRAND).is_some_and(|noun| noun > 1);
    // 党员先锋岗57个
    let generic = Roles::HONOUR.or(Roles::ORDINARY);
    if cues.exact(view, span).any(generic) {
        return false;
    }
    let own = || {
        let own = cues.ending(view, span.end, Roles::NOUN_BRAND);
        own.is_some_and(|noun| noun > 1 && noun + 2 <= span.len())
    };
    let before = view.before(span.start);
    // “海燕”救援队…海燕救援队
    if span.len() == 2 {
        return noun(span.end) && !opens_quote(before);
    }
    // 分别是书场、茶馆和渡口人家，…
    let last = || chars::AND.hold(before) && !is_word(view.at(span.end));
    !opens_quote(before)
        && (!is_word(before)
            || cues.of(before).any(Roles::CLASSIFIER)
            || has_verb(reader, span.start) && noun(span.end)
            || last()
            || own())
}

/// What the quotations of the text are, which may open where `sieve` lets them.
fn own_formulas(reader: &Reader<'_>, found: &Found, sieve: &mut Pairs) -> Own {
    let none = Phrases::new;
    let mut own = Own { formulas: none(), names: none(), parts: none() };
    for slogan in found.slogans.iter().filter(|slogan| slogan.quoted) {
        let formula = slogan.kind == SloganKind::Formula;
        let named = formula || slogan.kind == SloganKind::Brand;
        if named && (2..=LONGEST).contains(&slogan.span.len()) {
            let units = reader.view.slice(slogan.span);
            sieve.set(units);
            if !formula {
                own.names.put(units);
                continue;
            }
            own.formulas.put(units);
            own_parts(reader, slogan.span, sieve, &mut own);
        }
    }
    own
}

/// The parts of the formula in `span`, where it has several numerals.
fn own_parts(reader: &Reader<'_>, span: Span<View>, sieve: &mut Pairs, own: &mut Own) {
    let Reader { view, cues, .. } = *reader;
    let shape = formula::parse(view, span, cues).filter(|shape| shape.slots.len() > 1);
    let parts = shape.iter().flat_map(|shape| shape.parts(span.start));
    for (part, _) in parts.filter(|(_, slot)| !slot.head.is_empty()) {
        let part = view.slice(part);
        sieve.set(part);
        own.parts.put(part);
    }
    // 五社 of “五社联动”
    let short = Span::new(span.start, span.start + 2);
    if span.len() > 3 && shape.is_none() && formula::parse(view, short, cues).is_some() {
        own.parts.put(view.slice(short));
    }
}

/// 两筛，指的是…: a part of what the text quotes, where it is taken up at the head of its clause; or “两筛”, wherever it is quoted.
fn part_at(reader: &Reader<'_>, at: u32, own: &Own) -> Option<u32> {
    let Reader { view, cues, .. } = *reader;
    let lengths = own.parts.lengths_at(view, at);
    if lengths == 0 {
        return None;
    }
    let before = view.before(at);
    let begins = !is_word(before);
    let heads = before == 0 || CharClass::of(before).any(CharClass::LINE_BREAK);
    let told = |length: &u32| {
        let end = at + length;
        if lengths >> length & 1 == 0 || !own.parts.hold(view, Span::new(at, end)) {
            return false;
        }
        // 对照六心要求, or in a heading
        let place = cues.of(view.at(end)).any(Roles::PLACE);
        let head = heads && view.char(at) != '一' && !place && !is_step(view, at);
        if head || cues.starting(view, end, Roles::NOUN_FORMULA).is_some() {
            return true;
        }
        let quoted = opens_quote(view.before(at)) && view.at(end) == CLOSE;
        let behind = end + u32::from(quoted);
        // “两人三足”…两人，绑着腿跑: a comma alone does not tell what it stands for.
        let word = behind + u32::from(matches!(view.char(behind), '，' | ',' | '则'));
        let is = |at: u32| chars::IS.at(view, at);
        let served = quoted && (is(at.saturating_sub(2)) || is(word));
        let told = served
            || cues.starting(view, word, Roles::MARKER_AFTER).is_some()
            || says_again(reader, at, behind);
        begins && told
    };
    (2..=PART).find(told)
}

/// 三防，防走失、防烫伤: the clause behind the part that opens its sentence says again what is counted.
fn says_again(reader: &Reader<'_>, at: u32, end: u32) -> bool {
    let Reader { view, page, .. } = *reader;
    let opens = CharClass::of(view.before(at))
        .any(CharClass::SENTENCE_END.or(CharClass::LINE_BREAK))
        || view.follows(at, ';');
    let last = view.at(end - 1);
    let close = page.marks_in(Span::new(end + 1, view.len())).next().unwrap_or(view.len());
    opens && view.char(end) == '，' && (end + 1..close).any(|at| view.at(at) == last)
}

/// 一问…二问…三问…: whether what is counted at `at` is the next step behind others.
fn is_step(view: ViewText<'_>, at: u32) -> bool {
    let digit = |at: u32| formula::digit(view.char(at)).unwrap_or(0);
    let (low, counted) = (at.saturating_sub(STEP), view.unit(at + 1));
    let mut steps = (low..at).zip(view.slice(Span::new(low + 1, at + 1)));
    steps.any(|(step, unit)| *unit == counted && digit(step) + 1 == digit(at))
}

/// How far before a step the one before it may begin.
const STEP: u32 = 400;

/// Longest name of a way of doing: 检查法.
const METHOD: u32 = 3;

/// Longest part of a formula.
const PART: u32 = 6;

/// Whether a noun stands at `at`, right behind what says of what kind it is.
fn is_attribute(view: ViewText<'_>, at: u32) -> bool {
    view.class(at).is(CharClass::HAN) && view.char(at) != '的'
}

/// A formula that begins at `at`: its length and the rule.
fn bare(reader: &Reader<'_>, at: u32, counts: bool, own: &Own) -> Option<(u32, &'static str)> {
    let Reader { view, lists, .. } = *reader;
    if counts && follows_numeral(reader, at) {
        return None;
    }
    // Looked up last: nearly everywhere nothing is found that it could refuse.
    let other = || lists.other_at(view, at);
    if let Some(length) = lists.formula_at(view, at)
        && length >= other()
        && own_at(reader, at, own).is_none_or(|own| own <= length)
        && (length > 2 || has_cue(reader, at, length) || counts_no_thing(reader, at + 1))
        && view.char(at + length) != '%'
        // 三合一咖啡 is a thing to buy.
        && !(length == 3 && view.ends_with(at + 3, "合一") && is_attribute(view, at + 3))
        // 十百千万 is a row of numerals.
        && view.run(at, at + length + 1, CharClass::NUMERAL) <= at + length
    {
        // 三转三创 is not 三转 with something behind, nor “…”四大行动 the four banks.
        let open = counts && (length == 2 || view.before(at) == CLOSE);
        let longer = open.then(|| counted(reader, at)).flatten();
        let longer = longer.filter(|(all, _)| *all > length);
        return longer.or(Some((length, "glossary-formula")));
    }
    let part = part_at(reader, at, own);
    if let Some(length) = part.filter(|_| opens_quote(view.before(at)) || other() == 2) {
        return Some((length, ELSEWHERE));
    }
    let found = own_at(reader, at, own).or(part);
    let found = found.map(|length| (length, ELSEWHERE));
    let found = found.or_else(|| counts.then(|| counted(reader, at)).flatten())?;
    // “侦、控、打、评”四环闭合: behind its list it goes on from 四环.
    let (length, rule) = found;
    let sure = [LIST, listed::BEHIND, ELSEWHERE, built::EACH, pointed::CODED].contains(&rule);
    (other() == 0 || sure && other() < length).then_some(found)
}

/// 五育融合, 三违行为, but 两院 and 三公里: what stands at `at` is no thing and no measure that anybody counts.
fn counts_no_thing(reader: &Reader<'_>, at: u32) -> bool {
    let Reader { view, cues, .. } = *reader;
    let things = Roles::CLASSIFIER.or(Roles::SUFFIX).or(Roles::PLACE);
    !cues.of(view.at(at)).any(things) && cues.starting(view, at, Roles::MEASURE).is_none()
}

/// The rule of what stands in quotation marks elsewhere.
pub(super) const ELSEWHERE: &str = "quoted-elsewhere";

/// The rules of formulas that what stands beside them gives away.
const AGAIN: [&str; 4] = ["great-formula", "compound-formula", LIST, listed::BEHIND];

/// The rule of formulas behind their list.
pub(super) const LIST: &str = "list-before";

/// A formula by its form.
fn counted(reader: &Reader<'_>, at: u32) -> Option<(u32, &'static str)> {
    built::sum(reader, at).or_else(|| built::each(reader, at)).or_else(|| {
        let numeral = formula::numeral(reader.view, at).filter(|(count, _)| *count >= 2)?;
        listed::before_list(reader, at, numeral)
            .or_else(|| built::compound(reader, at, numeral))
            .or_else(|| behind_list(reader, at, numeral))
            .or_else(|| built::act(reader, at, numeral))
            .or_else(|| built::great(reader, at, numeral))
            .or_else(|| built::headed(reader, at, numeral))
            .or_else(|| pointed::find(reader, at, numeral))
    })
}

/// Whether the numeral at `at` is the tail of another: 十四个, 第三方, 1.5万.
fn follows_numeral(reader: &Reader<'_>, at: u32) -> bool {
    let before = reader.view.before(at);
    CharClass::of(before).any(CharClass::NUMERAL.or(CharClass::DIGIT).or(CharClass::LATIN))
        || chars::NUMERAL_LEAD.hold(before)
}

/// A mention of what the text quotes elsewhere.
fn own_at(reader: &Reader<'_>, at: u32, own: &Own) -> Option<u32> {
    let view = reader.view;
    lengths(own.formulas.lengths_at(view, at)).find(|length| {
        let span = Span::new(at, at + length);
        let digit = |at: u32| view.class(at).is(CharClass::DIGIT);
        own.formulas.hold(view, span)
            // 1234 is not mentioned in 12345.
            && !(digit(span.end - 1) && digit(span.end))
            // 3×5 is a size as well: 3×5厘米.
            && (*length > 2 && !view.holds(span, '×')
                || has_cue(reader, at, *length)
                || *length == 2 && is_taken_up(reader, at))
    })
}

/// ，四不一出, 接班的是三员里最小的: two characters that open a clause or stand for a group. 五小 is none in 五小时, nor 三怕 behind
/// 二怕.
fn is_taken_up(reader: &Reader<'_>, at: u32) -> bool {
    let Reader { view, cues, .. } = *reader;
    let end = at + 2;
    let goes_on = view.char(end) != '一' && formula::may_stand(view, end);
    // 五美元, 三小学: a word may go on, but not before a mark, a noun of schemes or 一.
    let ends = || {
        !is_word(view.at(end))
            || view.char(end) == '一'
            // 三老却断得
            || chars::ADVERB.at(view, end)
            || cues.starting(view, end, Roles::NOUN).is_some()
    };
    (if is_word(view.before(at)) { chars::MIDST.at(view, end) } else { ends() })
        && !goes_on
        && cues.starting(view, at + 1, Roles::MEASURE).is_none()
        && !is_step(view, at)
}

/// A cue noun directly behind or a cue verb directly before.
pub(super) fn has_cue(reader: &Reader<'_>, at: u32, length: u32) -> bool {
    let Reader { view, cues, .. } = *reader;
    cues.starting(view, at + length, Roles::NOUN.or(Roles::PROGRAMME)).is_some()
        || has_verb(reader, at)
}

/// A cue verb directly before.
pub(super) fn has_verb(reader: &Reader<'_>, at: u32) -> bool {
    reader.verb_before(at) != Roles::NONE
}

/// “茶、药、菌”三张名片; 目标引领、过程督导、结果考评三位一体.
fn behind_list(
    reader: &Reader<'_>,
    at: u32,
    (count, numeral): (u32, u32),
) -> Option<(u32, &'static str)> {
    let Reader { view, cues, .. } = *reader;
    let united = cues.starting(view, at + numeral, Roles::UNITED);
    // “听、问、记”五步巡查法 has words behind its 步.
    let sum = || added(view, at) == count || listed(reader, at) == Some(count);
    let unites = |length: &u32| adjacent(reader, at) == count || *length > 1 && sum();
    if let Some(length) = united.filter(unites) {
        return Some((numeral + length, "unity-of-list"));
    }
    // 双 counts without a classifier: 双链式, 双语言 are words.
    // 以“…”为四大主轴
    let end = at - u32::from(view.follows(at, '为'));
    if view.before(end) != CLOSE || view.char(at) == '双' || listed(reader, end) != Some(count) {
        return None;
    }
    let counted = cues.starting(view, at + numeral, Roles::CLASSIFIER);
    let classifier = counted.unwrap_or(0);
    let counter = Span::new(at + numeral, at + numeral + classifier);
    let great = view.char(counter.start) == '大';
    let plain = !great && cues.exact(view, counter).any(Roles::PLAIN_CLASSIFIER);
    // “快、准、细”三字诀抓培训: the verb is none of it.
    let verb = Roles::MORPHEME.or(Roles::VERB).or(Roles::LEAD);
    let acts = classifier > 1 && cues.starting(view, counter.end, verb).is_some();
    let acts = acts || classifier > 1 && cues.of(view.at(counter.end)).any(verb);
    let named = || match acts {
        true => Some(0),
        false => head_length(reader, counter.end).filter(|_| classifier > 0 && !plain),
    };
    // 用好“看、问、查”三招, 按“提、议、决、办、评”五步走; but “猪、牛、羊”三牲.
    let quote = reader.page.quote_closing_at(end - 1)?;
    let verb = cues.ending(view, quote.outer().start, Roles::VERB.or(Roles::LEAD));
    let led = !plain && count > 2 && verb.is_some();
    // “省水、省电、省纸”三省应对: all that is listed opens with what is counted; but “饭碗、汤碗、面碗”三碗米饭.
    let counts = |item: &Span<View>| view.at(item.start) == view.at(counter.end);
    let shared = || frame::parts(view, quote.inner).iter().all(counts);
    let one = (classifier == 0 && shared()).then_some(1);
    let head = named().or(one).or_else(|| whole_head(reader, counter.end).filter(|_| led))?;
    let span = Span::new(at, at + numeral + classifier + head);
    formula::parse(view, span, cues).is_some().then_some((span.len(), LIST))
}

/// Items of the quote that closes before `at`: its phrases or its addends.
fn listed(reader: &Reader<'_>, at: u32) -> Option<u32> {
    let quote = reader.page.quote_closing_at(at.checked_sub(1)?)?;
    let view = reader.view;
    // 县+乡+村, 县—乡—村, 仁爱·精诚·协作
    let joint = |at: &u32| matches!(view.char(*at), '+' | '—' | '·' | '.');
    let plus = (quote.inner.start..quote.inner.end).filter(joint).count();
    let parts = frame::parts(view, quote.inner).len();
    let items = if plus > 0 { plus + 1 } else { parts };
    (items > 1).then_some(items as u32)
}

/// Items of the 、 series that ends at `at`.
pub(super) fn adjacent(reader: &Reader<'_>, at: u32) -> u32 {
    let mut items = 1;
    let mut end = at;
    while items < 12 {
        match reader.page.mark_before(end) {
            Some(mark) if reader.view.char(mark) == '、' && mark + 1 < end && end - mark < 12 => {
                items += 1;
                end = mark;
            }
            _ => break,
        }
    }
    items
}

/// Addends of the sum that ends at `at`: 支部+协会+农户三位一体.
fn added(view: ViewText<'_>, at: u32) -> u32 {
    let mut end = at;
    let sign = |end: u32| {
        let other = |at: &u32| !view.class(*at).is(CharClass::HAN);
        let sign = (end.saturating_sub(ADDEND)..end).rev().find(other)?;
        (sign + 1 < end && view.char(sign) == '+').then_some(sign)
    };
    1 + std::iter::from_fn(|| sign(end).inspect(|sign| end = *sign)).take(ADDENDS).count() as u32
}

/// Longest addend, and how many more there may be than the last.
const ADDEND: u32 = 8;
const ADDENDS: usize = 11;

/// Length of the two-character noun behind the classifier, or of what ends with 法: 三步法, 五步检查法.
fn head_length(reader: &Reader<'_>, at: u32) -> Option<u32> {
    let view = reader.view;
    let method = (1..=METHOD).find(|length| chars::METHOD.at(view, at + length - 1));
    let length = method.unwrap_or(2);
    frame::is_han(view, Span::new(at, at + length)).then_some(length)
}

/// Length of the words behind the numeral of a list, up to a mark or the noun of what they name.
fn whole_head(reader: &Reader<'_>, at: u32) -> Option<u32> {
    let Reader { view, cues, .. } = *reader;
    let stops = |length: &u32| {
        let end = at + length;
        !view.class(end).is(CharClass::HAN) || cues.starting(view, end, Roles::NOUN).is_some()
    };
    let head = (1..=4).find(stops)?;
    frame::is_han(view, Span::new(at, at + head)).then_some(head)
}

/// Formulas inside a quoted slogan: 四强 in “先锋·四强党支部”.
pub(super) fn inside(reader: &Reader<'_>, span: Span<View>, kind: SloganKind, found: &mut Found) {
    if matches!(kind, SloganKind::Brand | SloganKind::Parallel) {
        closing(reader, span, found);
    }
    if !matches!(kind, SloganKind::Brand | SloganKind::Couplet) {
        return;
    }
    let view = reader.view;
    for dot in (span.start..span.end).filter(|at| view.char(*at) == '·') {
        if let Some(length) = nested(reader, dot + 1, span.end) {
            let inner = Span::new(dot + 1, dot + 1 + length);
            found.slogan(reader, inner, SloganKind::Formula, "formula-in-name");
        }
    }
}

/// “守好两道门、护好三条线”: every phrase closes with what it counts.
fn closing(reader: &Reader<'_>, span: Span<View>, found: &mut Found) {
    let view = reader.view;
    let parts = frame::parts(view, span);
    if parts.len() < 2 {
        return;
    }
    let counted = parts.iter().filter_map(|part| {
        // 上午3个会 is an amount.
        (part.start + 1..part.end.saturating_sub(1)).find_map(|at| {
            let words = Span::new(at, part.end);
            (formula::may_stand(view, at) && !view.class(at).is(CharClass::DIGIT)).then_some(())?;
            let shape = formula::parse(view, words, reader.cues)?;
            let one = matches!(shape.slots[..], [slot] if slot.count > 1 && slot.classifier > 0);
            (one && !follows_numeral(reader, at)).then_some(words)
        })
    });
    // 晨读十分钟、午记三句话: one alone is an amount, too.
    let counted = counted.gather();
    if counted.len() > 1 {
        for words in counted {
            found.slogan(reader, words, SloganKind::Formula, "formula-in-phrase");
        }
    }
}

/// The formula at the start of a part of a name.
fn nested(reader: &Reader<'_>, at: u32, end: u32) -> Option<u32> {
    let Reader { view, cues, lists, .. } = *reader;
    let part = view.run(at, end, CharClass::HAN);
    if let Some(length) = lists.formula_at(view, at).filter(|length| at + length <= part) {
        return Some(length);
    }
    let compound = |shape: &Shape| shape.slots.len() > 1;
    if formula::parse(view, Span::new(at, part), cues).filter(compound).is_some() {
        return Some(part - at);
    }
    let (count, numeral) = formula::numeral(view, at)?;
    let one = Span::new(at, at + numeral + 1);
    let shape = formula::parse(view, one, cues);
    // 师带徒·双成长
    let whole = one.end + 1 != part;
    // 江城·四季有约
    let thing = cues.of(view.at(one.end - 1)).any(Roles::NATURAL);
    (count >= 2 && !thing && one.end <= part && shape.is_some() && whole).then_some(numeral + 1)
}
