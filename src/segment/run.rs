//! What is one token without any lexicon: runs of digits and Latin letters, marks that are repeated, foreign words; and
//! the user's words that hold such characters.

use crate::lexicon::{Ending, Flags, Lexicon, Tag};
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

const ORDINAL: u16 = 0x7B2C; // 第
const WRITTEN: CharClass = CharClass::DIGIT.or(CharClass::LATIN);

/// Whether 第 with digits behind it begins `rest`.
#[inline(always)]
pub(super) fn is_ordinal(view: ViewText<'_>, rest: Span<View>) -> bool {
    view.unit(rest.start) == ORDINAL
        && rest.len() > 1
        && view.class(rest.start + 1).any(CharClass::DIGIT)
}

/// Whether a run begins `rest`, whose first unit is of `class`.
#[inline(always)]
pub(super) fn starts(view: ViewText<'_>, rest: Span<View>, class: CharClass) -> bool {
    class.any(WRITTEN) || is_ordinal(view, rest)
}

/// The run that begins `rest`: its end and tag.
pub(super) fn run(view: ViewText<'_>, rest: Span<View>, lexicon: &Lexicon) -> (u32, Tag) {
    let reading = Reading { view, end: rest.end, lexicon };
    let ordinal = is_ordinal(view, rest);
    let number = ordinal || reading.is(rest.start, CharClass::DIGIT);
    let mut at = rest.start + u32::from(ordinal);
    let mut digits_only = true;
    loop {
        while reading.is(at, WRITTEN) {
            digits_only &= reading.is(at, CharClass::DIGIT);
            at += 1;
        }
        if !reading.joins(at, number, digits_only) {
            break;
        }
        at += 1;
    }
    let tag = if number { Tag::NUMBER } else { Tag::LATIN };
    (if digits_only { reading.magnitude(at) } else { at }, tag)
}

#[derive(Clone, Copy)]
struct Reading<'r> {
    view: ViewText<'r>,
    end: u32,
    lexicon: &'r Lexicon,
}

impl Reading<'_> {
    fn at(self, at: u32) -> u16 {
        if at < self.end { self.view.unit(at) } else { 0 }
    }

    fn is(self, at: u32, class: CharClass) -> bool {
        at < self.end && CharClass::of(self.view.unit(at)).any(class)
    }

    fn has(self, at: u32, flags: Flags) -> bool {
        let unit = self.at(at);
        unit != 0 && self.lexicon.character(self.lexicon.id(unit)).flags.any(flags)
    }

    /// Whether the mark at `at` joins what stands on both sides.
    fn joins(self, at: u32, number: bool, digits_only: bool) -> bool {
        if !self.is(at + 1, WRITTEN) {
            return false;
        }
        let digit = |at| self.is(at, CharClass::DIGIT);
        match self.at(at) {
            // . · between digits; inside a run that begins with a letter always
            0x2E | 0xB7 => !number || digit(at - 1) && digit(at + 1),
            // , before three digits
            0x2C => digit(at - 1) && (1..=3).all(|k| digit(at + k)),
            // - _ @
            0x2D | 0x5F | 0x40 => true,
            // :
            0x3A => digits_only && digit(at + 1),
            _ => false,
        }
    }

    /// The end of a number with what may follow its digits: % ℃, or 万 亿 千, then 多 余 几.
    fn magnitude(self, mut at: u32) -> u32 {
        if self.has(at, Flags::PERCENT) {
            return at + 1;
        }
        while self.has(at, Flags::MAGNITUDE)
            || self.has(at, Flags::GUARDED) && !self.has(at + 1, Flags::UNIT)
        {
            at += 1;
        }
        if self.has(at, Flags::REMAINDER) {
            at += 1;
            while self.has(at, Flags::SCALE) {
                at += 1;
            }
        }
        at
    }
}

/// The end of what is neither Han nor a run: one mark, a repeated one (…… —— ...), blanks, or a word of another script.
pub(super) fn other(view: ViewText<'_>, rest: Span<View>) -> u32 {
    let first = view.unit(rest.start);
    let group = group(first);
    let alike = |at: &u32| match group {
        Group::Single => false,
        Group::Repeated => view.unit(*at) == first,
        Group::Blank | Group::Script(_) => self::group(view.unit(*at)) == group,
    };
    (rest.start + 1..rest.end).find(|at| !alike(at)).unwrap_or(rest.end)
}

/// With what a character makes one token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    /// With nothing.
    Single,
    /// With itself.
    Repeated,
    /// With other blanks of the line.
    Blank,
    /// With letters of its script.
    Script(u8),
}

fn group(unit: u16) -> Group {
    match unit {
        // Most marks: “ ” 、 。 ，
        0x2018..=0x201D | 0x3000..=0x3011 | 0xFF0C => Group::Single,
        // … — . -
        0x2026 | 0x2014 | 0x2E | 0x2D => Group::Repeated,
        0x09 | 0x20 | 0xA0 | 0x2000..=0x200A => Group::Blank,
        0x0250..=0x02AF | 0x1E00..=0x1EFF => Group::Script(1),
        0x0370..=0x03FF | 0x1F00..=0x1FFF => Group::Script(2),
        0x0400..=0x052F => Group::Script(3),
        0x0590..=0x06FF => Group::Script(4),
        0x0900..=0x0DFF => Group::Script(5),
        0x0E00..=0x0EFF => Group::Script(6),
        0x3041..=0x30FA | 0x30FC..=0x30FF => Group::Script(7),
        0x1100..=0x11FF | 0xAC00..=0xD7AF => Group::Script(8),
        _ => Group::Single,
    }
}

/// The longest of the user's words that hold something other than Han, at the start of `rest`. Digits and letters at its
/// edges must be the text's own edges too: `AI` is not in `MAIL`.
pub(super) fn mixed_word(
    view: ViewText<'_>,
    rest: Span<View>,
    lexicon: &Lexicon,
) -> Option<(u32, Tag)> {
    let user = lexicon.user();
    if !user.may_start(view.unit(rest.start)) || splits(view, rest.start) {
        return None;
    }
    let units = view.slice(rest);
    let mut longest = None;
    user.prefixes(units, |length, ending| {
        let mixed = !units.iter().take(length).all(|unit| CharClass::of(*unit).any(CharClass::HAN));
        let end = rest.start + length as u32;
        if let Ending::Word(_, tag) = ending
            && mixed
            && !splits(view, end)
        {
            longest = Some((end, tag));
        }
    });
    longest
}

/// Whether `at` lies inside digits or inside letters.
fn splits(view: ViewText<'_>, at: u32) -> bool {
    if at == 0 || at >= view.len() {
        return false;
    }
    let (before, after) = (view.class(at - 1), view.class(at));
    [CharClass::DIGIT, CharClass::LATIN]
        .into_iter()
        .any(|class| before.any(class) && after.any(class))
}
