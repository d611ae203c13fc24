//! Parallels whose phrases close alike, whatever their lengths.
//!
//! ```text
//! 原料必检、半成品必检、成品必检        the same words, which say something
//! 天更蓝了、水更清了、空气更甜了        what has come about
//! 老师傅传手艺、班组长搭台子、青工练本领   a verb with its object
//! 钉钉子的精神、绣花般的功夫、磨刀的耐心   a quality, and whose it is
//! ```

use super::cues::Roles;
use super::framed::is_row;
use super::parallel::{PHRASE, is_series_mark};
use super::{Reader, frame};
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::CharClass;

/// What every phrase closes with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// 教书和育人相统一、潜心问道和关注社会相统一: three characters say enough, and tie longer phrases, also behind commas.
    Refrain,
    /// 人员下沉、技术力量下沉、设备下沉
    State,
    /// 设施全面提速、服务质量全面提升: states that come about in one manner
    Manner,
    /// 天更蓝了、水更清了、空气更甜了: the words may stand around another
    Frame,
    /// 田里的活轻了、跑腿的人少了; 酒席减下来、攀比停下来: what has come about
    Turn,
    /// 班长领学、技术员研学、全班共学: one verb, in several ways
    Act,
    /// 老师傅传手艺、青年工人练基本功夫: a verb and its object of two or four, which are no things
    Object,
    /// 钉钉子的精神、滚石上山的劲头
    Quality,
    /// 人才是第一资源，创新是不竭动力: what it is, in words of one length, also behind commas
    Copula,
    /// 无人机负责侦，外围小组负责控，突击力量负责打: one word, and a verb of one character, also behind commas
    Part,
    /// 滩多、暗礁多、回头浪多: one thing is said of all
    Being,
    /// 输血更造血、富口袋更富脑袋: two halves of one length around a small word
    Hinge,
    /// 厂级讲事故，车间级讲装置: one verb behind one character, wherever they stand, or 有 with one end, also behind commas
    Joint,
}

impl Tie {
    /// Whether it ties phrases that share no character near their ends.
    fn is_loose(self) -> bool {
        matches!(self, Self::Object | Self::Quality | Self::Hinge | Self::Joint)
    }
}

/// 是
const IS: u16 = 0x662F;

const TIES: [Tie; 13] = [
    Tie::Refrain,
    Tie::State,
    Tie::Manner,
    Tie::Frame,
    Tie::Turn,
    Tie::Act,
    Tie::Object,
    Tie::Quality,
    Tie::Copula,
    Tie::Part,
    Tie::Being,
    Tie::Hinge,
    Tie::Joint,
];

/// A parallel of phrases that close as `run[first]` does: its span and how many phrases it took.
pub(super) fn one_ending(
    reader: &Reader<'_>,
    run: &[Span<View>],
    first: usize,
) -> Option<(Span<View>, usize)> {
    let [head, second, third, ..] = run.get(first..)? else { return None };
    // Nearly everywhere two phrases share nothing near their ends, and most ties need not be asked.
    let unit = |end: u32, back: u32| reader.view.unit(end - back);
    let same = |back: u32| unit(head.end, back) == unit(second.end, back);
    let alike = (1..=6.min(head.len()).min(second.len())).any(same);
    let tied = |tie: &Tie| {
        let all = Tied { reader, tie: *tie, model: *second };
        (alike || tie.is_loose())
            && all.fits(*second)
            && all.fits(*head)
            && all.closes(*third).is_some()
    };
    TIES.into_iter().filter(tied).find_map(|tie| {
        let tied = Tied { reader, tie, model: *second };
        let mut others: Vec<Span<View>> = Vec::new();
        for phrase in run.get(first + 1..)? {
            let closed = tied.closes(*phrase).filter(|_| tied.joins(phrase.start - 1));
            others.extend(closed);
            if closed != Some(*phrase) {
                break;
            }
        }
        let start = tied.start(*head, &others).filter(|_| others.len() > 1)?;
        let whole = tied.fits(Span::new(start, head.end)) && tied.differ(*head);
        whole.then_some((Span::new(start, others.last()?.end), others.len() + 1))
    })
}

/// A way of closing, and a phrase that closes so.
struct Tied<'r> {
    reader: &'r Reader<'r>,
    tie: Tie,
    model: Span<View>,
}

impl Tied<'_> {
    /// Whether a phrase closes as the model does.
    fn fits(&self, phrase: Span<View>) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        let length = phrase.len();
        let unit = |back: u32| if back > length { 0 } else { view.at(phrase.end - back) };
        let role = |back: u32, roles: Roles| cues.of(unit(back)).any(roles);
        let same = |back: u32| unit(back) == view.at(self.model.end.saturating_sub(back));
        let state = || cues.ending(view, phrase.end, Roles::STATE) == Some(2);
        let said = |back: u32| role(back, Roles::MORPHEME.or(Roles::PREDICATE));
        (length > 2 || self.tie == Tie::Being)
            && match self.tie {
                // 十二万人次: what is counted is no refrain.
                Tie::Refrain => {
                    let words = Span::new(phrase.end - 3, phrase.end);
                    // 占总数的二分之一: a share is none.
                    length > 5
                        && (1..=3).all(same)
                        && !view.ends_with(phrase.end, "分之一")
                        && !role(1, Roles::SUFFIX)
                        && frame::is_han(view, words)
                        && (!view.class(words.start).any(CharClass::NUMERAL)
                            || view.char(words.start) == '一')
                }
                Tie::State => same(1) && same(2) && state(),
                Tie::Manner => length > 5 && same(3) && same(4) && state(),
                Tie::Frame => {
                    let around = |back: u32| same(back) && role(back, Roles::FRAME);
                    same(1) && (around(2) || around(3)) && !role(1, Roles::SUFFIX)
                }
                Tie::Turn => {
                    same(1)
                        && match view.char(phrase.end - 1) {
                            '了' => role(2, Roles::PREDICATE),
                            '来' => chars::DIRECTION.at(view, phrase.end - 2) && said(3),
                            _ => false,
                        }
                }
                Tie::Act => {
                    length > 3 && same(1) && role(1, Roles::MORPHEME) && !role(1, Roles::SUFFIX)
                }
                Tie::Object => {
                    let acts = |back: u32| length > back + 1 && role(back, Roles::MORPHEME);
                    (acts(3) || acts(5)) && !role(1, Roles::SUFFIX.or(Roles::MODERN))
                }
                Tie::Copula => {
                    (4..7).any(|back| same(back) && unit(back) == IS)
                        && !role(length, Roles::MODERN)
                        && !role(1, Roles::SUFFIX)
                }
                Tie::Part => {
                    let verb = |back: u32| role(back, Roles::MORPHEME);
                    length > 4 && same(2) && same(3) && verb(1) && !role(1, Roles::SUFFIX)
                }
                Tie::Being => {
                    same(1)
                        && role(1, Roles::PREDICATE)
                        && !role(1, Roles::SUFFIX)
                        && chars::POLES.at(view, phrase.end - 1)
                }
                Tie::Hinge => self.hinged(phrase).is_some(),
                Tie::Joint => (4..=12).contains(&length) && self.jointed(phrase),
                Tie::Quality => {
                    length > 4 && view.char(phrase.end - 3) == '的' && !role(1, Roles::SUFFIX)
                }
            }
    }

    /// Where two halves of one length begin that are tied by the small word in the middle of the model.
    fn hinged(&self, phrase: Span<View>) -> Option<u32> {
        let Reader { view, cues, .. } = *self.reader;
        let hinge = view.at(self.model.start + self.model.len() / 2);
        let at = (phrase.start..phrase.end).rev().find(|at| view.at(*at) == hinge)?;
        let half = phrase.end - at - 1;
        let fits = half > 1 && at >= phrase.start + half && cues.of(hinge).any(Roles::FRAME);
        fits.then(|| at - half)
    }

    /// Whether a verb behind the character that it follows in the model stands in the phrase too, or 有 and the model's end.
    fn jointed(&self, phrase: Span<View>) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        let has = |at: u32| view.char(at) == '有';
        let told = |at: u32| chars::TOLD.at(view, at) || chars::HE.at(view, at);
        let ends = |n: u32| {
            view.slice(Span::new(phrase.end - n, phrase.end))
                == view.slice(Span::new(self.model.end - n, self.model.end))
        };
        // 立案后与原告见面，送达时与被告见面; 能办的当场办，难办的限时办
        let close = cues.of(view.before(phrase.end));
        let acts = close.any(Roles::MORPHEME) && !close.any(Roles::SUFFIX);
        let small = |at: u32| chars::AND.at(view, at) || cues.of(view.at(at)).any(Roles::OPENER);
        let with = |at: u32| has(at) || ends(2) && small(at) || acts && view.char(at) == '的';
        let ended = ends(1);
        let rest = phrase.start + 1..phrase.end - 2;
        let model = self.model.start + 2..self.model.end - 1;
        let joint = |at: u32| {
            let word = view.slice(Span::new(at - 1, at + 1));
            (has(at) || cues.of(view.at(at)).any(Roles::MORPHEME))
                && !view.follows(at, '的')
                && rest.clone().any(|at| view.slice(Span::new(at, at + 2)) == word)
                && !(phrase.start..phrase.end).any(told)
        };
        (ended && model.clone().any(with) && rest.clone().any(with) || model.clone().any(joint))
            && view.find(phrase.start, phrase.end, CharClass::NUMERAL).is_none()
            && frame::is_han(view, phrase)
    }

    /// Longest phrase.
    fn most(&self) -> u32 {
        match self.tie {
            Tie::Refrain | Tie::State | Tie::Manner | Tie::Part | Tie::Joint => PHRASE,
            _ => 10,
        }
    }

    /// The part of `phrase` that closes so. 全班共学的规矩: behind the last, words may follow.
    fn closes(&self, phrase: Span<View>) -> Option<Span<View>> {
        let Reader { view, cues, .. } = *self.reader;
        if phrase.len() <= self.most() && self.fits(phrase) {
            return Some(phrase);
        }
        if matches!(self.tie, Tie::Object | Tie::Joint) {
            return None;
        }
        (phrase.start + 3..phrase.end.min(phrase.start + self.most() + 1))
            .filter(|end| self.tie == Tie::Quality || cues.of(view.at(*end)).any(Roles::TAIL))
            .map(|end| Span::new(phrase.start, end))
            .find(|cut| self.fits(*cut))
    }

    /// Whether the mark at `at` may stand between two phrases.
    fn joins(&self, at: u32) -> bool {
        let clauses = matches!(
            self.tie,
            Tie::Refrain | Tie::Manner | Tie::Copula | Tie::Part | Tie::Turn | Tie::Joint
        );
        is_series_mark(self.reader, at)
            || clauses && matches!(self.reader.view.char(at), '，' | ',')
    }

    /// Whether what one verb closes differs before it, and what many verbs close at its end: 生产管理、设备管理 are a list.
    fn differ(&self, head: Span<View>) -> bool {
        let unit =
            |phrase: Span<View>, back: u32| self.reader.view.at(phrase.end.saturating_sub(back));
        match self.tie {
            Tie::Act | Tie::Being => unit(head, 2) != unit(self.model, 2),
            // 一楼卖渔具、二楼卖干货
            Tie::Object if is_row(self.reader, self.model.start) => false,
            Tie::Object | Tie::Part => unit(head, 1) != unit(self.model, 1),
            Tie::Hinge => self.hinged(self.model) == Some(self.model.start),
            // 王芳是卫生班长，李强是劳动组长: who is who.
            Tie::Copula | Tie::Joint => ![head, self.model].iter().all(|phrase| {
                let Reader { view, cues, .. } = *self.reader;
                cues.of(view.at(phrase.start)).any(Roles::SURNAME)
            }),
            _ => true,
        }
    }

    /// Where the first phrase begins.
    fn start(&self, head: Span<View>, others: &[Span<View>]) -> Option<u32> {
        let lead = || behind_lead(self.reader, head, others, self.tie == Tie::Refrain);
        let verb = || behind_verb(self.reader, head, others);
        match self.tie {
            // 宣传政策下基层、信访接待下基层: 宣传 is a part of what is said.
            Tie::Refrain if !self.fits(Span::new(lead(), head.end)) => Some(head.start),
            Tie::Refrain | Tie::Frame | Tie::Copula | Tie::Part => Some(lead()),
            // 能办的当场办: one character leads nowhere.
            Tie::Joint => Some(lead()).map(|at| if at == head.start + 1 { head.start } else { at }),
            Tie::Turn | Tie::Act => verb().or_else(|| Some(lead())),
            Tie::Quality => verb().or_else(|| self.behind_opener(head)),
            Tie::Hinge => self.hinged(head),
            _ => verb(),
        }
    }
}

impl Tied<'_> {
    /// 以钉钉子的精神、…: behind the last small word that opens a phrase.
    fn behind_opener(&self, head: Span<View>) -> Option<u32> {
        let Reader { view, cues, .. } = *self.reader;
        let low = head.end.saturating_sub(self.most() + 1).max(head.start);
        let opens = |at: &u32| cues.of(view.at(*at)).any(Roles::OPENER);
        (low..head.end.saturating_sub(4)).rev().find(opens).map(|at| at + 1)
    }
}

/// Where a phrase begins behind 即, 做到 and the like; a long one also behind 要坚持.
fn behind_lead(reader: &Reader<'_>, head: Span<View>, others: &[Span<View>], long: bool) -> u32 {
    let Reader { view, cues, .. } = *reader;
    let marker = |at| cues.starting(view, at, Roles::MARKER_AFTER.or(Roles::LEAD));
    let verb = |at| cues.starting(view, at, Roles::LEAD).filter(|_| long);
    // 讲教书的故事、育人的故事: the first is as long as the others, behind a verb.
    let length = others.first().map_or(0, |other| other.len());
    let cut = head.end.saturating_sub(length);
    let equal = others.iter().all(|other| other.len() == length);
    let opens = !cues.of(view.at(cut)).any(Roles::ENDS_NOUN) && cut > head.start;
    // 新兵必须跑在前、练在前、学在前
    if !long && equal && cut > head.start && cues.ending(view, cut, Roles::LEAD).is_some() {
        return cut;
    }
    if long && equal && opens && cues.of(view.at(cut - 1)).any(Roles::MORPHEME) {
        return cut;
    }
    // 师生与家长联、与村组联: what opens all others opens the first.
    let opener = others.first().map_or(0, |other| view.at(other.start));
    let opened = others.iter().all(|other| view.at(other.start) == opener);
    if let Some(at) = (head.start..head.end).find(|at| opened && view.at(*at) == opener) {
        return at;
    }
    let from = head.start + u32::from(long && view.char(head.start) == '要');
    from + marker(from).or_else(|| verb(from)).unwrap_or(0)
}

/// Where the first phrase begins that is no longer than the `others`, behind a verb where words stand before it.
fn behind_verb(reader: &Reader<'_>, head: Span<View>, others: &[Span<View>]) -> Option<u32> {
    let most = others.iter().map(|phrase| phrase.len()).max()?;
    let least = others.iter().map(|phrase| phrase.len()).min()?;
    let verb = |at: u32| {
        let word = at - u32::from(reader.view.follows(at, '了'));
        let length = reader.cues.ending(reader.view, word, Roles::LEAD.or(Roles::VERB));
        length.is_some_and(|n| n > 1) && reader.view.char(at) != '了'
    };
    let low = head.end.saturating_sub(most + 1).max(head.start);
    let high = head.end.checked_sub(least.saturating_sub(1))?;
    let cut = (low..=high).find(|at| *at > head.start && verb(*at));
    // 即人员不伤亡、水库不垮坝: the marker is no part of it.
    let marker = reader.cues.starting(reader.view, head.start, Roles::MARKER_AFTER);
    let start = head.start + marker.unwrap_or(0);
    cut.or_else(|| (head.end <= start + most).then_some(start))
}
