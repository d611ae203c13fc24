//! Formulas that their build gives away, without quotation marks and without a list.
//!
//! ```text
//! 构建 1+3+N 体系        a sum
//! 坚持 三查三改           several numerals
//! 做到 五个到位、三级联动   an act, which is no thing to be counted
//! 打造 六大基地           what 大 counts has been listed somewhere
//! ```
//!
//! Each has to end where it seems to, and to stand beside a word that speaks for it: 三个项目 and 两地一致同意 are ordinary.

use super::cues::Roles;
use super::formula::{self, Slot, Sort};
use super::structure::{is_word, opens_quote};
use super::unquoted::{LIST, adjacent, has_cue, has_verb};
use super::{Reader, frame};
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::CharClass;

/// A formula found: its length and the rule.
type Built = Option<(u32, &'static str)>;

/// 构建1+3+N体系: an open place, or a noun of schemes behind.
pub(super) fn sum(reader: &Reader<'_>, at: u32) -> Built {
    let Reader { view, cues, .. } = *reader;
    let (length, shape) = formula::sum_at(view, at)?;
    if !view.holds(Span::new(at, at + length), '+') {
        return None;
    }
    let equation = matches!(view.char(at + length), '=' | '-' | '*' | '/' | '.');
    let behind = at + length;
    let noun = (behind..view.run(behind, behind + 6, CharClass::HAN))
        .any(|i| cues.starting(view, i, Roles::NOUN_BRAND.or(Roles::NOUN_FORMULA)).is_some());
    let said = noun && (shape.open || has_verb(reader, at));
    (said && !equation).then_some((length, "sum-formula"))
}

/// 推动党建+政务, 党建+班组的做法: words joined by the + at `plus`, the first of which is known for it. 鸡蛋+牛奶 is a breakfast.
pub(super) fn words(reader: &Reader<'_>, plus: u32) -> Option<Span<View>> {
    let Reader { view, cues, .. } = *reader;
    let first = cues.ending(view, plus + 1, Roles::KNOWN)?;
    let start = plus + 1 - first;
    let mut end = plus;
    while view.char(end) == '+' {
        let word = end + 1;
        let run = view.run(word, word + WORD, CharClass::HAN);
        let closes = |at: &u32| {
            view.char(*at) == '的'
                || !view.class(*at).is(CharClass::HAN)
                || cues.starting(view, *at, Roles::NOUN).is_some_and(|noun| noun > 1)
        };
        end = (word + 2..=run).find(closes).unwrap_or(word + 2);
        if run < end {
            return None;
        }
    }
    (!opens_quote(view.before(start))).then_some(Span::new(start, end))
}

/// Longest word of a sum.
const WORD: u32 = 6;

/// 三查三改, 五统一分: two numerals, each with a head of one length or the last up to where the words end. 四倡四禁, one numeral
/// twice with two verbs, needs nobody to speak for it.
pub(super) fn compound(reader: &Reader<'_>, at: u32, (count, numeral): (u32, u32)) -> Built {
    let Reader { view, cues, .. } = *reader;
    if numeral > 1 {
        return None;
    }
    (1..=3).rev().find_map(|head| {
        let second = at + head + 1;
        if !formula::may_stand(view, second) {
            return None;
        }
        let (again, _) = formula::numeral(view, second).filter(|(_, length)| *length == 1)?;
        // 5家三级医院
        let digit = |at: u32| view.class(at).is(CharClass::DIGIT);
        let mixed = digit(at) != digit(second);
        let verb = |at: u32| cues.of(view.at(at)).any(Roles::MORPHEME);
        let twice = count == again && count > 2 && verb(at + 1) && verb(second + 1);
        // 口诀：两听一看。
        let told = |end: u32| {
            let said = |at: u32| cues.of(view.at(at)).any(Roles::MORPHEME.or(Roles::PREDICATE));
            view.follows(at, ':') && said(at + 1) && said(second + 1) && !is_word(view.at(end))
        };
        // 按四收四放来办
        // 三清三查也铺开了
        let goes_on = |end: u32| chars::ADVERB.at(view, end);
        // 三查八对（查名、查量…；对床号…）
        let spelled = |end: u32| {
            let close = (end..end + BRACKET).find(|at| view.look(*at) == ')');
            let inner = view.slice(Span::new(end, close.unwrap_or(end)));
            view.char(end) == '('
                && [at + 1, second + 1].iter().all(|at| verb(*at) && inner.contains(&view.at(*at)))
        };
        let led = || twice && cues.ending(view, at, Roles::LEAD).is_some();
        let fits = |other: &u32| {
            let span = Span::new(at, second + 1 + other);
            let spoken = || has_cue(reader, at, span.len()) || led();
            let whole = || ends(reader, span.end);
            let found = told(span.end)
                || spelled(span.end)
                || match *other == head {
                    // 三家合用一井: behind three characters a lone one is a clause.
                    true => {
                        (head < 3 || again > 1)
                            && (spoken() || twice && (whole() || goes_on(span.end)))
                    }
                    // 五统一分; 三哥扛起两袋 is a story.
                    false => head == 2 && spoken() && whole(),
                };
            found && is_pair(reader, span, (head, *other))
        };
        // 培育2至3名: a range.
        let ranged = head == 1 && chars::TO.at(view, at + 1);
        let other = [head, 1, 2, 3].into_iter().find(|other| !ranged && !mixed && fits(other))?;
        Some((head + other + 2, "compound-formula"))
    })
}

/// How far behind a formula what a bracket says of it is read.
const BRACKET: u32 = 80;

/// The rule of what each has one of.
pub(super) const EACH: &str = "one-for-each";

/// 推出一月一主题: one for each, behind a verb of schemes.
pub(super) fn each(reader: &Reader<'_>, at: u32) -> Built {
    let Reader { view, cues, .. } = *reader;
    let twice = view.char(at) == '一' && view.char(at + 2) == '一' && chars::EACH.at(view, at + 1);
    if !twice || !has_verb(reader, at) {
        return None;
    }
    let second = at + 3;
    let whole = |head: &u32| {
        let plain = frame::is_han(view, Span::new(second, second + head));
        // 一日一夜 is how long it takes.
        plain
            && !chars::NIGHT.at(view, second)
            && ends(reader, second + head)
            && !cues.of(view.at(second)).any(Roles::CLASSIFIER)
    };
    [1, 2, 3].into_iter().find(whole).map(|head| (head + 3, EACH))
}

/// Whether a formula of two slots with heads of such lengths stands there, which count no places and, as 王五和李四在 does, no small words.
fn is_pair(reader: &Reader<'_>, span: Span<View>, lengths: (u32, u32)) -> bool {
    let Reader { view, cues, .. } = *reader;
    let role = |at: u32, roles| cues.of(view.at(at)).any(roles);
    let plain = |slot: &Slot| {
        slot.classifier == 0
            && !role(slot.head.start, Roles::PLACE)
            && !(slot.head.start..slot.head.end).any(|at| role(at, Roles::ENDS_NOUN))
    };
    let shape = formula::parse(view, span, cues).filter(|shape| shape.sort == Sort::Counted);
    shape.is_some_and(|shape| match &shape.slots[..] {
        [one, two] => (one.head.len(), two.head.len()) == lengths && plain(one) && plain(two),
        _ => false,
    })
}

/// 五个到位, 三级联动, 四融合: what is counted is an act or a state; one character may say of what. It ends beside a noun of schemes
/// or a verb, an act also where it stands alone, or goes on with a verb.
pub(super) fn act(reader: &Reader<'_>, at: u32, (count, numeral): (u32, u32)) -> Built {
    let Reader { view, cues, .. } = *reader;
    let behind = at + numeral;
    if !view.class(at).any(CharClass::NUMERAL) || matches!(view.char(at), '二' | '双') {
        return None;
    }
    [behind + 1, behind].into_iter().find_map(|word| {
        let span = Span::new(at, word + 2);
        let side = Span::new(behind, word);
        let roles = cues.exact(view, Span::new(word, span.end));
        if !roles.any(Roles::DEED.or(Roles::STATE)) {
            return None;
        }
        let piece = view.char(behind) == '个' && word > behind;
        // 三家联办, 四县达标, 五年翻番, 三是严明: who, where, how long and which.
        let counts = Roles::PLAIN_CLASSIFIER.or(Roles::MEASURE).or(Roles::ENDS_NOUN);
        let ordinary = counts.or(Roles::PLACE).or(Roles::NATURAL);
        let words = side.is_empty() || frame::is_han(view, side);
        // 三级传承 has three levels, 三级联动 is what they do.
        let joint = roles.any(Roles::DEED) || view.char(word) == '联';
        let levels = view.char(behind) == '级' && !joint;
        let plain = !words || levels || !piece && cues.exact(view, side).any(ordinary);
        // 三校达标: who does it needs a word beside.
        let thing = cues.exact(view, side).any(Roles::SUFFIX) && !has_cue(reader, at, span.len());
        let acts = !plain && !thing;
        // 三井稳定，…: a state with no word beside it is news.
        let deed = roles.any(Roles::DEED);
        let alone = || !is_word(view.before(at));
        let beside = || has_cue(reader, at, span.len()) || deed && (piece || alone());
        let goes_on = || (deed || piece) && opens(reader, span);
        // 力量到位、经费到位、考核到位，三个到位一个都不能少; 人员、责任、措施三到位
        let comma = u32::from(view.char(at.saturating_sub(1)) == '，');
        if acts && count > 2 && adjacent(reader, at - comma) == count {
            return Some((span.len(), LIST));
        }
        let said = || ends(reader, span.end) && beside() || goes_on() || serves(reader, span);
        (acts && said()).then_some((span.len(), "counted-act"))
    })
}

/// 六大基地, 三大主导产业: behind a verb of plans, up to a mark, or in a heading, up to the next verb; behind a list of that length, up
/// to where the noun ends. 五大方面, 五大领域
/// count as 五个方面 does, and 完成了三大任务 tells what happened.
pub(super) fn great(reader: &Reader<'_>, at: u32, (count, numeral): (u32, u32)) -> Built {
    let Reader { view, cues, .. } = *reader;
    let head = at + numeral + 1;
    if !view.class(at).any(CharClass::NUMERAL) || view.char(head - 1) != '大' {
        return None;
    }
    // 锚定一个目标、做强两大主业 is no list of two.
    let verb = cues.ending(view, at, Roles::VERB.or(Roles::LEAD)).is_some();
    let listed = !verb && adjacent(reader, at) == count;
    if count < 3 && !listed {
        return None;
    }
    let told = view.follows(at, '了');
    let ordinary = Roles::TROUBLE.or(Roles::CLASSIFIER).or(Roles::PLAIN_CLASSIFIER);
    let noun = |length: &u32| {
        let words = Span::new(head, head + length);
        let whole = Span::new(at, words.end);
        let planned = !is_word(view.at(words.end)) && has_verb(reader, at) && !told;
        let planned = planned || serves(reader, whole);
        // 三大板块回暖: four characters end with a noun of schemes.
        let closes =
            || view.char(words.end) == '的' || cues.ending(view, words.end, Roles::NOUN).is_some();
        frame::is_han(view, words)
            && (planned || listed && closes() || opens(reader, whole) && heads(reader, whole))
            && !cues.exact(view, Span::new(words.end - 2, words.end)).any(ordinary)
            // 三大民生领域 count as 三大领域 do.
            && !cues.exact(view, Span::new(words.end, words.end + 2)).any(ordinary)
    };
    let lengths = if listed { [4, 2] } else { [2, 4] };
    let length = lengths.into_iter().find(noun)?;
    Some((head + length - at, "great-formula"))
}

/// 四心服务, 五型班组, 六步议事法: what is counted names a way or what a body should be, and the noun of it follows. What is asked of
/// somebody (五心要求) is none of it.
pub(super) fn headed(reader: &Reader<'_>, at: u32, (count, numeral): (u32, u32)) -> Built {
    let Reader { view, cues, .. } = *reader;
    let head = at + numeral;
    let noun = head + 1;
    let named = view.follows(at, '·') || !view.class(at).any(CharClass::NUMERAL);
    if count < 3 || named || !chars::HEADED.at(view, head) {
        return None;
    }
    let roles = cues.exact(view, Span::new(noun, noun + 2));
    let length = match view.char(head) {
        '步' => {
            // 三步提取法 is chemistry.
            let way = count > 3
                && view.char(noun + 2) == '法'
                && frame::is_han(view, Span::new(noun, noun + 2));
            way.then_some(3)?
        }
        '型' if roles.any(Roles::NOUN.or(Roles::ORGANIZATION)) => 2,
        '型' => return None,
        _ if roles.any(Roles::NOUN_BRAND.or(Roles::NOUN_ANY)) => 2,
        _ if roles.any(Roles::NOUN_FORMULA) => 0,
        _ => return None,
    };
    Some((noun + length - at, "great-formula"))
}

/// Whether a short line begins and ends around it without a mark, and names no campaign: 四大银行推动降息，… is news, 六大专项整治行动 has a
/// name of its own.
fn heads(reader: &Reader<'_>, span: Span<View>) -> bool {
    let Reader { view, cues, .. } = *reader;
    let breaks = |unit: u16| unit == 0 || CharClass::of(unit).any(CharClass::LINE_BREAK);
    let end = (span.end..span.end + PHRASE).find(|at| !is_word(view.at(*at)));
    let named = cues.starting(view, span.end + 2, Roles::NOUN_BRAND).is_some();
    !named && breaks(view.before(span.start)) && end.is_some_and(|end| breaks(view.at(end)))
}

/// Whether the words end at `at` before a mark or a noun of schemes.
fn ends(reader: &Reader<'_>, at: u32) -> bool {
    let Reader { view, cues, .. } = *reader;
    !is_word(view.at(at)) || cues.starting(view, at, Roles::NOUN.or(Roles::PROGRAMME)).is_some()
}

/// 三个聚焦强化监督: a verb goes on from what opens the phrase; 三个必须回答的问题 are questions.
fn opens(reader: &Reader<'_>, span: Span<View>) -> bool {
    let Reader { view, cues, .. } = *reader;
    let verbs = Roles::VERB.or(Roles::LEAD).or(Roles::SCARE_BEFORE);
    let phrase = || (span.end..span.end + PHRASE).take_while(|at| is_word(view.at(*at)));
    !is_word(view.before(span.start))
        && cues.starting(view, span.end, verbs).is_some_and(|length| length > 1)
        && !phrase().any(|at| view.char(at) == '的')
}

/// How far the phrase of a heading goes on.
const PHRASE: u32 = 16;

/// 以六大行动为抓手
fn serves(reader: &Reader<'_>, span: Span<View>) -> bool {
    let view = reader.view;
    view.follows(span.start, '以') && view.char(span.end) == '为'
}
