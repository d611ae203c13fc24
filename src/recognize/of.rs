//! What a number counts: the noun to its right, or else the words to its left.
//!
//! | text | of |
//! |---|---|
//! | 46个**读书小组**受到表扬 | right |
//! | 新建**充电站**36座， | left |
//! | **合格率**达99.1% | left, over a link |
//! | **近视率**由2019年的41.3% | left, over a date with 的 |
//! | 270余张“便民”**卡片** | right, over a quoted string |
//! | **一等奖**2个 | the rank directly before it |
//! | 产值512亿元，增长3.9% | what the number before counts |
//!
//! Reads tokens and their parts of speech, so it needs the lexicon. Dates and codes count nothing.

mod alone;
mod choice;
mod left;
mod right;
mod role;
mod series;

use super::data;
use super::gazetteer::Gazetteer;
use crate::annotation::{Number, NumberKind};
use crate::lexicon::TagNames;
use crate::recognize::chars;
use crate::segment::Tokens;
use crate::span::{Span, View};
use crate::text::{CharClass, Normalizer, ViewText};
use std::cell::Cell;

/// The longest phrase taken, in characters; words beyond are left off at the far end.
const LONGEST: u32 = 12;
/// How many tokens are looked at in one direction.
const REACH: usize = 12;
/// How far apart two numbers may stand for the second to count what the first does.
const NEAR: u32 = 20;
/// How far back a row of a table begins.
const ROW: u32 = 160;
/// The longest word that is taken for its place alone.
const CLOSED: u32 = 6;
/// How far a quoted string or a bracket is followed.
const BRACKET: u32 = 40;

/// Finds what numbers count.
pub struct Counted {
    /// Words that may stand between what is counted and its number, and endings that make nouns.
    links: Gazetteer,
    changes: Gazetteer,
    /// Units that say what kind of thing is counted.
    counts: Gazetteer,
}

impl Counted {
    /// Builds the tables.
    pub fn new(normalizer: &Normalizer) -> Self {
        Self {
            links: Gazetteer::new(data::rows(data::LINKS), normalizer),
            changes: Gazetteer::new(data::rows(data::CHANGES), normalizer),
            counts: Gazetteer::new(data::rows(data::COUNTS), normalizer),
        }
    }

    /// Sets `of` of every number that counts something.
    pub fn attach(
        &self,
        view: ViewText<'_>,
        tokens: &Tokens,
        tags: &TagNames,
        numbers: &mut [Number<View>],
    ) {
        let reader = Reader {
            view,
            tokens,
            tags,
            counted: self,
            asked: Default::default(),
            counting: Cell::default(),
        };
        for index in 0..numbers.len() {
            let (before, rest) = numbers.split_at_mut(index);
            let Some((number, rest)) = rest.split_first_mut() else { continue };
            let (previous, next) = (before.last(), rest.first());
            match number.kind {
                NumberKind::Date | NumberKind::Code => continue,
                NumberKind::Duration => {
                    let figure = before.iter().rev().find(|p| p.kind != NumberKind::Date);
                    number.of = reader.lasted(number, figure);
                    continue;
                }
                _ => {}
            }
            number.of = reader
                .within(number, before)
                .or_else(|| reader.graded(number, before))
                .or_else(|| reader.amid(number))
                .or_else(|| reader.of(number, before));
            number.of = number.of.or_else(|| {
                // 一季度收入3亿元，二季度4亿元: over the date.
                let divided = reader.is_divided(number);
                let passed = |p: &Number<View>| {
                    // 余震40次，其中5级以上3次
                    let class = p.of.is_none() && p.span.end == number.span.start;
                    // 总额612亿元（折合91亿美元），增长8%: over the bracket.
                    let bracketed = p.of.is_none() && view.char(p.span.end) == ')';
                    is_time(p)
                        || p.kind == NumberKind::Ordinal
                        || class
                        || bracketed
                        || divided && reader.is_rated(p)
                };
                let figure = before.iter().rev().take(3).find(|earlier| !passed(earlier));
                reader
                    .again(number, figure.filter(|_| previous.is_some_and(passed)))
                    .or_else(|| reader.clause_before(number))
                    .or_else(|| reader.priced(number, before, next))
                    .or_else(|| {
                        reader.repeated(number, before).filter(|_| number.kind != NumberKind::Money)
                    })
            });
            let head = number.of.and_then(|of| reader.headless(number, before, of));
            number.of = head.or(number.of);
            // 县处级3人，乡科级9人: where nothing else is said, each is of its own level.
            let level = tokens.before(number.span.start).filter(|word| reader.is_level(*word));
            let level = level.filter(|_| choice::is_count(number)).map(|word| word.span);
            let known = number.of.filter(|of| view.char(of.end - 1) != '级');
            number.of = known.or(level).or(number.of);
            // 涨幅达三成，减幅逾两成: it is of no other pace.
            if number.of.is_none_or(|of| view.char(of.end - 1) == '幅') {
                let said = number.of.map_or(0, |of| of.end);
                let own = reader.pace(number).filter(|own| own.start >= said);
                number.of = own.or(number.of);
            }
            // 三天内降价5%, 五年间涨价三成: what goes with the time is none of it.
            let timed = |of: &Span<View>| {
                chars::WITHIN.at(view, of.start)
                    && previous.is_some_and(|p| is_time(p) && p.span.end == of.start)
            };
            if let Some(of) = number.of.filter(timed) {
                number.of = (of.len() > 2).then_some(Span::new(of.start + 1, of.end));
            }
        }
        reader.shared(numbers);
        reader.each(numbers);
        for age in numbers.iter_mut().filter(|number| reader.counts(number, "age")) {
            age.of = age.of.filter(|of| reader.is_aged(age, *of));
        }
    }
}

struct Reader<'a> {
    view: ViewText<'a>,
    tokens: &'a Tokens,
    tags: &'a TagNames,
    counted: &'a Counted,
    /// What was looked up lately.
    asked: [Cell<Option<Asked<'a>>>; 32],
    /// Which number was asked last what it counts.
    counting: Cell<Option<Asked<'a>>>,
}

/// A word or a number, and what the list says of it.
type Asked<'a> = (Span<View>, Option<&'a str>);

fn is_time(number: &Number<View>) -> bool {
    matches!(number.kind, NumberKind::Date | NumberKind::Duration)
}

fn join(phrase: Option<Span<View>>, token: Span<View>) -> Span<View> {
    phrase.map_or(token, |phrase| phrase.cover(token))
}

const NUMERAL: CharClass = CharClass::DIGIT.or(CharClass::NUMERAL);
const CLAUSE: CharClass = CharClass::CLAUSE_END.or(CharClass::OPEN).or(CharClass::SPACE);
const BLANK: u16 = 0x20;
const COLON: u16 = 0x3A;
/// 每
const EACH: u16 = 0x6BCF;
/// 的
const PARTICLE: u16 = 0x7684;
/// 满
const FULL: u16 = 0x6EE1;
/// 计, 共
const SUM: u16 = 0x8BA1;
const TOGETHER: u16 = 0x5171;
/// 两
const TWO: u16 = 0x4E24;
const OPEN_QUOTE: u16 = 0x201C;
const CLOSE_QUOTE: u16 = 0x201D;
/// 》
const CLOSE_TITLE: u16 = 0x300B;
