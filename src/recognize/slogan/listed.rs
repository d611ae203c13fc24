//! Formulas that the list behind them gives away, without quotation marks.
//!
//! ```text
//! 四大基地（粮食、蔬菜、果品、畜产）        the bracket lists as many as 大 counts
//! 五有 标准（有场地、有牌子、有队伍、…）     every item opens with what is counted
//! 三难：起步难、融资难、出海难             every item closes so, and says something
//! 三个“真”：看真账、说真话、办真事         every item holds the word in quotation marks
//! ```
//!
//! 三个品种：甲、乙、丙 and 三个公园（东公园、西公园、南公园） count ordinary things.

use super::cues::Roles;
use super::{Reader, formula, frame};
use crate::recognize::members::split_last;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// The rule of formulas before their list.
pub(super) const BEHIND: &str = "list-behind";
/// Longest words behind the numeral, and longest list.
const HEAD: u32 = 6;
const LISTED: u32 = 90;

/// The formula at `at` whose numeral counts the list behind it: its length and the rule.
pub(super) fn before_list(
    reader: &Reader<'_>,
    at: u32,
    (count, numeral): (u32, u32),
) -> Option<(u32, &'static str)> {
    let view = reader.view;
    let behind = at + numeral;
    // 5S（整理、整顿、清扫、清洁、素养）
    if view.char(behind) == 'S' {
        return Items::new(reader, behind + 1, count).map(|_| (numeral + 1, BEHIND));
    }
    let quoted = (view.char(behind) == '个').then(|| reader.page.quote_at(behind + 1)).flatten();
    let open = match quoted {
        Some(quote) => quote.outer().end,
        None => view.run(behind + 1, behind + HEAD, CharClass::HAN),
    };
    // 三支队伍。抢修队、…: the whole of a sentence is a lead only where it opens a line.
    if view.char(open) == '。' && !heads_line(view, at) {
        return None;
    }
    let items = Items::new(reader, open, count)?;
    if let Some(quote) = quoted {
        let held = items.common(quote.inner, Way::Holds) == Some(quote.inner.len());
        return held.then_some((open - at, BEHIND));
    }
    let words = Span::new(behind, open);
    let end = items.great(words).or_else(|| items.shared(words)).or_else(|| items.led(words))?;
    let shape = formula::parse(view, Span::new(at, end), reader.cues);
    shape.is_some().then_some((end - at, BEHIND))
}

/// Whether a line begins at `at`.
fn heads_line(view: ViewText<'_>, at: u32) -> bool {
    let before = view.before(at);
    before == 0 || CharClass::of(before).any(CharClass::LINE_BREAK)
}

/// The list that a mark opens.
struct Items<'r> {
    reader: &'r Reader<'r>,
    mark: char,
    items: Vec<Span<View>>,
}

impl<'r> Items<'r> {
    /// The items behind the mark at `open`, up to where the next clause begins, where `count` may be their number.
    fn new(reader: &'r Reader<'r>, open: u32, count: u32) -> Option<Self> {
        let view = reader.view;
        let mark = view.char(open);
        if !matches!(mark, '(' | ':' | '，' | '—' | '。') {
            return None;
        }
        let start = (open..open + 3).find(|at| view.char(*at) != mark)?;
        let told = reader.cues.starting(view, start, Roles::MARKER_AFTER);
        let start = start + told.unwrap_or(0);
        let stop = |at: &u32| match mark {
            '(' => view.look(*at) == ')',
            _ => {
                CharClass::of(view.unit(*at)).any(CharClass::SENTENCE_END)
                    || matches!(view.look(*at), '，' | ';')
            }
        };
        let close = (start..start + LISTED).find(stop)?;
        let marks = (start..close).filter(|at| view.look(*at) == '、').count() as u32;
        if marks == 0 && mark != '(' {
            return Self::clauses(reader, mark, start, count);
        }
        // The last two may stand without one: 甲、乙和丙.
        if !(count..=count + 1).contains(&(marks + 2)) {
            return None;
        }
        let mut items = frame::parts(view, Span::new(start, close));
        if marks + 2 == count {
            split_last(view, &mut items);
        }
        (items.len() as u32 == count).then_some(Self { reader, mark, items })
    }
}

impl<'r> Items<'r> {
    /// The clauses from `start` to the end of the sentence: 三熟：路要熟，人要熟，话要熟.
    fn clauses(reader: &'r Reader<'r>, mark: char, start: u32, count: u32) -> Option<Self> {
        let view = reader.view;
        let close = view.find(start, start + LISTED, CharClass::SENTENCE_END)?;
        let items = frame::parts(view, Span::new(start, close));
        (count > 2 && items.len() as u32 == count).then_some(Self { reader, mark, items })
    }
}

impl Items<'_> {
    /// Where 四大基地 ends, whose bracket may list anything; behind a colon, what closes or opens as it does: 三大中心：甲中心、乙中心和丙中心.
    fn great(&self, words: Span<View>) -> Option<u32> {
        let view = self.reader.view;
        let last = Span::new(words.end - 1, words.end);
        let alike =
            || self.common(last, Way::Closes).is_some() || self.common(last, Way::Opens).is_some();
        let listed = match self.mark {
            '(' => true,
            ':' => alike(),
            _ => false,
        };
        let several = self.items.len() > 2;
        (view.char(words.start) == '大' && words.len() > 2 && several && listed)
            .then_some(words.end)
    }

    /// Where 三支队伍 ends, which opens its line: 。抢修队、巡线队、义工队 all close with a character of it.
    fn led(&self, words: Span<View>) -> Option<u32> {
        let view = self.reader.view;
        let closing = self.items.first().map_or(0, |first| view.before(first.end));
        let closes = |item: &Span<View>| item.len() > 1 && view.before(item.end) == closing;
        let counted = view.slice(words).contains(&closing) && words.len() > 2;
        // 三种颜色。红色、黄色、蓝色
        let acts = self.reader.cues.starting(view, words.start, Roles::PLAIN_CLASSIFIER).is_none();
        let long = self.common(Span::new(words.end - 2, words.end), Way::Closes).is_some();
        let counted =
            counted && (acts && view.class(words.end).any(CharClass::SENTENCE_END) || long);
        (self.mark == '。' && self.items.len() > 2 && counted && self.items.iter().all(closes))
            .then_some(words.end)
    }

    /// Where the head ends that every item opens with, or closes with or holds where it says something: 定 in 四定：定人、…, 必谈 in
    /// 三个必谈：收入必谈、…, 不准 in 三不准：船上不准抽烟、….
    fn shared(&self, words: Span<View>) -> Option<u32> {
        let Reader { view, cues, .. } = *self.reader;
        // 三种心态：等待心态、观望心态、畏难心态 are counted as any three things are.
        let piece = view.char(words.start) == '个';
        let counts = |roles: &Roles| piece || !roles.any(Roles::PLAIN_CLASSIFIER);
        let counted = cues.starting_as(view, words.start, Roles::CLASSIFIER);
        let behind =
            words.start + counted.filter(|(_, roles)| counts(roles)).map_or(0, |found| found.0);
        let several = self.items.len() > 2;
        let comma = self.mark == '，';
        let noun = |end: u32| cues.starting(view, end, Roles::NOUN).is_some();
        let head = |start: u32| {
            let rest = Span::new(start, words.end);
            let ways = [Way::Opens, Way::Closes, Way::Holds];
            let (way, length) =
                ways.into_iter().find_map(|way| Some((way, self.common(rest, way)?)))?;
            let end = start + length;
            let says = || several && self.says(Span::new(start, end));
            let fits = match way {
                Way::Opens => several || !comma,
                // 三张画：油画、…
                Way::Closes => (length > 1 || !comma && start == words.start) && says(),
                Way::Holds => !comma && end == words.end && says(),
            };
            // 六熟悉是基本功：熟悉水源、…
            let sure = several && !comma && length > 1 && way == Way::Opens && words.end > end + 1;
            let whole = end == words.end || sure || noun(end);
            (fits && whole).then_some(end)
        };
        [words.start, behind].into_iter().filter(|start| *start < words.end).find_map(head)
    }

    /// Whether `words` are an act or a state, and no thing: 三场考试：语文考试、… are counted, however they end.
    fn says(&self, words: Span<View>) -> bool {
        let Reader { view, cues, .. } = *self.reader;
        let said = Roles::PREDICATE.or(Roles::MORPHEME).or(Roles::HARD);
        let (first, last) = (cues.of(view.at(words.start)), cues.of(view.at(words.end - 1)));
        let closes = last.any(said) && !last.any(Roles::SUFFIX.or(Roles::PLACE));
        // 三个一批：出租一批、…
        let share = words.len() == 2 && view.char(words.start) == '一';
        share
            || cues.exact(view, words).any(Roles::DEED.or(Roles::STATE))
            || closes && (words.len() == 1 || first.any(Roles::FRAME))
    }

    /// How many characters of `words` all items share in one way; what opens all others may stand later in the first.
    fn common(&self, words: Span<View>, way: Way) -> Option<u32> {
        let view = self.reader.view;
        let has = |length: &u32| {
            let head = view.slice(Span::new(words.start, words.start + length));
            self.items.iter().enumerate().all(|(place, item)| {
                let found = match way {
                    Way::Opens if place > 0 => view.opens(*item, head),
                    Way::Closes => view.closes(*item, head),
                    _ => view.place(*item, head).is_some(),
                };
                found && item.len() > *length
            })
        };
        (1..=words.len()).rev().find(has)
    }
}

/// How items share what is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Opens,
    Closes,
    Holds,
}
