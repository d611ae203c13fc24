//! The data tables of the number layer.

use crate::annotation::{Bound, NumberKind};
use crate::recognize::chars;
use crate::recognize::data;
use crate::recognize::gazetteer::{Gazetteer, Match};
use crate::recognize::unit_set::UnitSet;
use crate::span::{Span, View};
use crate::text::{CharClass, Normalizer, ViewText};
use std::sync::Arc;

/// All word lists that reading numbers needs.
pub(super) struct Tables {
    /// What a numeral, or a fixed word that holds one, may begin with: the scanner stops there.
    pub(super) openings: UnitSet,
    /// Fixed words with a numeral inside: surface, reason, not_before, not_after.
    pub(super) frozen: Arc<Gazetteer>,
    pub(super) modifiers: Gazetteer,
    pub(super) periods: Gazetteer,
    pub(super) changes: Gazetteer,
    pub(super) codes: Gazetteer,
    pub(super) settings: Gazetteer,
    /// What stops the search for them, or may begin one.
    pub(super) halts: UnitSet,
    /// Words of dates and periods: surface, role, value.
    pub(super) calendar: Gazetteer,
    /// Words beside ordinals: surface, role.
    pub(super) ranks: Gazetteer,
    /// Words that tell where a text is at home: surface, currency.
    pub(super) regions: Gazetteer,
    classifiers: Gazetteer,
    units: Gazetteer,
    currencies: Gazetteer,
    ratios: Gazetteer,
}

/// A unit or classifier found behind a numeral.
#[derive(Clone, Copy)]
pub(super) struct UnitMatch<'t> {
    pub(super) length: u32,
    pub(super) kind: NumberKind,
    /// The name for the output where it is not the surface itself: `percent`, `CNY`.
    pub(super) name: Option<&'t str>,
    /// What one of it counts, as written in the data: `10` for 成, `0.1` for 角.
    pub(super) factor: &'t str,
    /// ISO 8601 template of a unit of time: `P{}D`, `P{*3}M`.
    pub(super) iso: &'t str,
    /// What a tenth of it is called: 两 of 斤.
    pub(super) tenth: &'t str,
    pub(super) is_classifier: bool,
    /// 元, 角: which currency it is depends on where the text is at home.
    pub(super) is_plain_money: bool,
}

/// What makes a unit of a row that stands at a place.
type Read = for<'g> fn(Match<'g>, ViewText<'_>, u32) -> Option<UnitMatch<'g>>;

impl Tables {
    pub(super) fn new(frozen: Arc<Gazetteer>, normalizer: &Normalizer) -> Self {
        let table = |list| Gazetteer::new(data::rows(list), normalizer);
        let settings = table(data::SETTINGS);
        let (mut openings, mut halts) =
            (frozen.first_units().clone(), settings.first_units().clone());
        for unit in 0..=u16::MAX {
            let class = CharClass::of(unit);
            if class.any(CharClass::DIGIT.or(CharClass::NUMERAL)) {
                openings.insert(unit);
            }
            if class.any(CharClass::CLAUSE_END) {
                halts.insert(unit);
            }
        }
        LEADS.chars().for_each(|c| openings.insert(c as u32 as u16));
        halts.insert(ENUMERATION);
        Self {
            openings,
            halts,
            frozen,
            modifiers: table(data::MODIFIERS),
            periods: table(data::PERIODS),
            changes: table(data::CHANGES),
            codes: table(data::CODES),
            settings,
            calendar: table(data::CALENDAR),
            ranks: table(data::RANKS),
            regions: table(data::REGIONS),
            classifiers: table(data::CLASSIFIERS),
            units: table(data::UNITS),
            currencies: table(data::CURRENCIES),
            ratios: table(data::RATIOS),
        }
    }

    /// The ISO code of the currency that `name` is, where it is a word or letters of their own and no symbol.
    pub(super) fn currency_name(&self, view: ViewText<'_>, name: Span<View>) -> Option<&str> {
        let latin = |at| view.class(at).any(CharClass::LATIN);
        let apart = || name.start == 0 || !latin(name.start - 1);
        let worded = view.class(name.start).any(CharClass::HAN) || latin(name.start) && apart();
        self.currencies.get(view, name).filter(|_| worded).map(|found| found.column(1))
    }

    /// The longest unit, currency, classifier or ratio word at `at`. Of equal length: ratio, currency, unit, classifier.
    pub(super) fn unit(&self, view: ViewText<'_>, at: u32) -> Option<UnitMatch<'_>> {
        let mut best = self.classifier(view, at);
        let mut longest = |gazetteer, not_before, read: Read| {
            let found = longest(gazetteer, view, at, not_before)
                .filter(|found| best.is_none_or(|best: UnitMatch<'_>| best.length <= found.length));
            best = found.and_then(|found| read(found, view, at)).or(best);
        };
        longest(&self.units, 3, measure);
        longest(&self.currencies, 4, |found, _, _| currency(found, false));
        longest(&self.ratios, 4, |found, _, _| Some(ratio(found)));
        best
    }

    /// Whether a unit stands at `at` that begins with a place word: 千伏, 兆瓦.
    pub(super) fn unit_with_prefix(&self, view: ViewText<'_>, at: u32) -> bool {
        longest(&self.units, view, at, 3).is_some_and(|found| found.length >= 2)
    }

    /// The longest classifier at `at`.
    pub(super) fn classifier(&self, view: ViewText<'_>, at: u32) -> Option<UnitMatch<'_>> {
        longest(&self.classifiers, view, at, 1).map(|found| UnitMatch {
            length: found.length,
            kind: NumberKind::Quantity,
            name: None,
            factor: "1",
            iso: "",
            tenth: "",
            is_classifier: true,
            is_plain_money: false,
        })
    }

    /// A currency sign or name that stands before its amount.
    pub(super) fn currency_before(&self, view: ViewText<'_>, at: u32) -> Option<UnitMatch<'_>> {
        self.currencies.longest(view, at).and_then(|found| currency(found, true))
    }
}

/// Characters that are no numerals and open one: a title, a rank, a vague amount, a currency.
const LEADS: &str = "《首几数若廿卅$¥€£人UHNRE";

/// 、, which ends what a word like 同比 says.
const ENUMERATION: u16 = 0x3001;

/// The longest row at `at` whose `not_before` column does not hold the next character.
fn longest<'g>(
    gazetteer: &'g Gazetteer,
    view: ViewText<'_>,
    at: u32,
    not_before: usize,
) -> Option<Match<'g>> {
    if !gazetteer.may_stand(view, at) {
        return None;
    }
    gazetteer
        .matches(view, at)
        .filter(|found| {
            let end = at + found.length;
            // 1所以上: not 所以.
            let next = view.char(end);
            let bounded = next == '以' && chars::LIMIT.at(view, end + 1);
            bounded || !found.column_holds(not_before, next)
        })
        .last()
}

fn measure<'g>(found: Match<'g>, view: ViewText<'_>, at: u32) -> Option<UnitMatch<'g>> {
    let surface_is_latin = view.class(at + found.length - 1).any(CharClass::LATIN);
    // 3kg but not 3kgf, 5A but not 5A级.
    let next = view.class(at + found.length);
    // 500g面粉, 1.8m宽, 220V电压; not 5G网络, 4S店, 3M公司.
    let measured = || {
        let digit = |at: u32| view.class(at).any(CharClass::DIGIT) || view.char(at) == '.';
        at > 1 && digit(at - 2) && matches!(view.char(at), 'g' | 'm' | 's' | 'L' | 'V' | 'W')
    };
    if surface_is_latin
        && (next.any(CharClass::LATIN.or(CharClass::DIGIT))
            || (found.length == 1 && next.any(CharClass::HAN) && !measured()))
    {
        return None;
    }
    let is_time = found.column(1) == "time";
    if is_time && found.length == 1 && view.char(at) == '分' && !before_seconds(view, at + 1) {
        return None;
    }
    Some(UnitMatch {
        length: found.length,
        kind: if is_time { NumberKind::Duration } else { NumberKind::Quantity },
        name: None,
        factor: "1",
        iso: if is_time { found.column(2) } else { "" },
        tenth: found.column(4),
        is_classifier: false,
        is_plain_money: false,
    })
}

/// 72.4分 and 28分13个篮板 are scores; 分 is a minute only before seconds, in 分多钟, or behind hours (which
/// `measure::duration` sees to).
fn before_seconds(view: ViewText<'_>, at: u32) -> bool {
    let figure = |at: u32| {
        view.class(at).any(CharClass::DIGIT.or(CharClass::NUMERAL)) || view.char(at) == '.'
    };
    let end = (at..at + SECONDS).find(|at| !figure(*at)).unwrap_or(at);
    let seconds = || view.char(end) == '秒' || !view.class(end).any(CharClass::HAN);
    end > at && seconds() || view.starts_with(at, "多钟")
}

/// No figure of seconds is longer.
const SECONDS: u32 = 7;

fn currency(found: Match<'_>, before: bool) -> Option<UnitMatch<'_>> {
    let fits = match found.column(3) {
        "before" => before,
        "after" | "plain" => !before,
        _ => true,
    };
    fits.then_some(UnitMatch {
        length: found.length,
        kind: NumberKind::Money,
        name: Some(found.column(1)),
        factor: found.column(2),
        iso: "",
        tenth: "",
        is_classifier: false,
        is_plain_money: found.column(3) == "plain",
    })
}

fn ratio(found: Match<'_>) -> UnitMatch<'_> {
    let percent = found.column(1) == "percent";
    UnitMatch {
        length: found.length,
        kind: if percent { NumberKind::Percent } else { NumberKind::Ratio },
        name: Some(found.column(2)),
        factor: found.column(3),
        iso: "",
        tenth: "",
        is_classifier: false,
        is_plain_money: false,
    }
}

/// The bound a name in `data/modifiers.tsv` stands for.
pub(super) fn bound(name: &str) -> Bound {
    match name {
        "about" => Bound::About,
        "more_than" => Bound::MoreThan,
        "less_than" => Bound::LessThan,
        _ => Bound::Exact,
    }
}

impl Tables {
    /// Whether a currency that stands before its amount ends at `at`: US$ before 300.
    pub(super) fn currency_ends(&self, view: ViewText<'_>, floor: u32, at: u32) -> bool {
        let may_end = self.currencies.may_end(view.before(at));
        may_end
            && (1..=3).filter(|length| at >= floor + length).any(|length| {
                self.currencies
                    .get(view, crate::Span::new(at - length, at))
                    .is_some_and(|found| currency(found, true).is_some())
            })
    }
}

impl Tables {
    /// Whether a calendar word of `role` stands at `at`; the longest, with its length and value.
    pub(super) fn calendar_word(
        &self,
        view: ViewText<'_>,
        at: u32,
        role: &str,
    ) -> Option<Match<'_>> {
        self.calendar.matches(view, at).filter(|found| found.column(1) == role).last()
    }

    /// Whether a fixed word begins at `at` and goes on behind `end`: 十八洞村 of 十八.
    pub(super) fn opens_word(&self, view: ViewText<'_>, at: u32, end: u32) -> bool {
        self.frozen.matches(view, at).any(|found| at + found.length > end)
    }

    /// Whether a word of `role` stands at `at` beside an ordinal.
    pub(super) fn rank_word(&self, view: ViewText<'_>, at: u32, role: &str) -> Option<Match<'_>> {
        self.ranks.matches(view, at).filter(|found| found.column(1) == role).last()
    }
}

impl Tables {
    /// The longest calendar word of `role` that ends at `end`: where it begins, and its row.
    pub(super) fn calendar_word_before(
        &self,
        view: ViewText<'_>,
        end: u32,
        floor: u32,
        role: &str,
    ) -> Option<(u32, Match<'_>)> {
        if !self.calendar.may_end(view.before(end)) {
            return None;
        }
        (1..=LONGEST_WORD).rev().filter(|length| end >= floor + length).find_map(|length| {
            let start = end - length;
            let fits = |word: &Match<'_>| word.length == length && word.column(1) == role;
            self.calendar.matches(view, start).find(fits).map(|word| (start, word))
        })
    }

    /// Whether the numeral at `at` is led by a word that says how long: 已有, 长达, 近.
    pub(super) fn is_span_of_time(&self, view: ViewText<'_>, at: u32, floor: u32) -> bool {
        let modifier = |length: u32| {
            let word = self.modifiers.get(view, Span::new(at - length, at));
            word.is_some_and(|found| found.column(1) == "before")
        };
        self.calendar_word_before(view, at, floor, "lasting").is_some()
            || self.modifiers.may_end(view.before(at))
                && (1..=3).filter(|length| at >= floor + length).any(modifier)
    }
}

/// The longest calendar word before a numeral: 中华民国, 上个季度.
const LONGEST_WORD: u32 = 4;
