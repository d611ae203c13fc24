//! Folding: width, script and quotation marks; Markdown marks and invisible characters are left out.
//!
//! Every rule looks at one character and at most its neighbours, never at meaning: 萬 is 万 also in a name.

use super::fold;
use super::offsets::OffsetMap;
use super::{ASTRAL_HAN, ASTRAL_OTHER};
use crate::gather::Gather as _;

/// Folds characters. Holds a table of 128 KB, so make one and keep it.
pub struct Normalizer {
    /// The view's unit for each code point of the Basic Multilingual Plane; 0 = leave out.
    table: Vec<u16>,
}

impl Default for Normalizer {
    fn default() -> Self {
        Self::new()
    }
}

impl Normalizer {
    /// Builds the table.
    pub fn new() -> Self {
        let mut table: Vec<u16> = (0..=u16::MAX).collect();
        let mut set = |from: u16, to: u16| {
            if let Some(slot) = table.get_mut(usize::from(from)) {
                *slot = to;
            }
        };
        for (traditional, simplified) in simplified() {
            set(traditional, simplified);
        }
        for full_width in 0xFF01..=0xFF5E_u16 {
            // The full-width comma stays: it never groups digits, the ASCII comma does.
            if full_width != 0xFF0C {
                set(full_width, full_width - 0xFF01 + 0x21);
            }
        }
        for (from, to) in PUNCTUATION {
            set(*from, *to);
        }
        for private_use in 0xE000..=0xF8FF_u16 {
            set(private_use, ASTRAL_OTHER);
        }
        for left_out in LEFT_OUT {
            set(*left_out, 0);
        }
        Self { table }
    }

    /// The view's unit for one character, 0 where it is left out.
    #[inline(always)]
    pub fn fold(&self, c: char) -> u16 {
        let code = c as u32;
        match self.table.get(code as usize) {
            Some(unit) => *unit,
            None if (0x20000..0x32000).contains(&code) => ASTRAL_HAN,
            None => ASTRAL_OTHER,
        }
    }

    /// A short string in the view's units, for looking data up in a text.
    pub fn fold_str(&self, s: &str) -> Vec<u16> {
        s.chars().map(|c| self.fold(c)).filter(|unit| *unit != 0).gather()
    }

    pub(super) fn normalize(&self, source: &str) -> (Vec<u16>, OffsetMap) {
        let mut pass = Pass {
            normalizer: self,
            source,
            units: Vec::with_capacity(source.chars().count()),
            offsets: OffsetMap::default(),
            quote_open: false,
        };
        for (at, c) in source.char_indices() {
            pass.take(at as u32, c);
        }
        let Pass { units, mut offsets, .. } = pass;
        offsets.finish(units.len() as u32);
        (units, offsets)
    }
}

/// Traditional characters with their Simplified ones, off the planes of `fold`.
fn simplified() -> impl Iterator<Item = (u16, u16)> {
    let mut far = fold::FAR.iter().copied();
    let mut lows = [0_u8; 256];
    let mut to = 0;
    fold::STEP.iter().zip(fold::LOW.iter().zip(fold::HIGH)).filter_map(
        move |(step, (low, high))| {
            to += if *step == 255 { far.next().unwrap_or(0) } else { u16::from(*step) };
            let last = lows.get_mut(usize::from(*high))?;
            *last = last.wrapping_add(*low);
            Some((u16::from_le_bytes([*last, *high]), to))
        },
    )
}

/// One walk over the source.
struct Pass<'n, 's> {
    normalizer: &'n Normalizer,
    source: &'s str,
    units: Vec<u16>,
    offsets: OffsetMap,
    /// Whether an undirected `"` is open in this line: it has to be given a direction.
    quote_open: bool,
}

impl Pass<'_, '_> {
    #[inline(always)]
    fn take(&mut self, at: u32, c: char) {
        let unit = if c.is_ascii() { self.ascii(at, c) } else { self.other(c) };
        let view = self.units.len() as u32;
        if unit == 0 {
            self.offsets.skip(view, at, c.len_utf8() as u32);
        } else {
            self.offsets.push(view, at);
            self.units.push(unit);
        }
    }

    #[inline(always)]
    fn ascii(&mut self, at: u32, c: char) -> u16 {
        match c {
            '"' => self.undirected_quote(),
            '\n' => {
                self.quote_open = false;
                u16::from(b'\n')
            }
            '\r' if self.byte(at + 1) == b'\n' => 0,
            '*' if self.is_emphasis(at) => 0,
            '#' if self.is_heading_mark(at) => 0,
            '\0' => u16::from(b' '),
            _ => c as u16,
        }
    }

    #[inline(always)]
    fn other(&mut self, c: char) -> u16 {
        match c {
            '＂' => self.undirected_quote(),
            '○' | '◯' if self.behind_han_digit() => 0x3007,
            _ => self.normalizer.fold(c),
        }
    }

    /// 二○二四年: a circle behind a Han digit is a zero; elsewhere it may head a line.
    #[inline]
    fn behind_han_digit(&self) -> bool {
        let before = self.units.last().and_then(|unit| char::from_u32(u32::from(*unit)));
        let digit = |c| {
            matches!(c, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
        };
        before.is_some_and(digit)
    }

    fn undirected_quote(&mut self) -> u16 {
        self.quote_open = !self.quote_open;
        if self.quote_open { 0x201C } else { 0x201D }
    }

    #[inline]
    fn byte(&self, at: u32) -> u8 {
        self.source.as_bytes().get(at as usize).copied().unwrap_or(0)
    }

    /// `*` marks emphasis unless it stands between digits or blanks, where it multiplies or points to a note.
    fn is_emphasis(&self, at: u32) -> bool {
        if (at > 0 && self.byte(at - 1) == b'*') || self.byte(at + 1) == b'*' {
            return true;
        }
        let before = self.units.last().copied().unwrap_or(0);
        let after = self.next_unit(at + 1);
        let digit = |unit| matches!(unit, 0x30..=0x39);
        let blank = u16::from(b' ');
        !(digit(before) && digit(after) || before == blank && after == blank)
    }

    /// What the character at `at` folds to, so that wide digits and blanks count as digits and blanks.
    fn next_unit(&self, at: u32) -> u16 {
        let next = self.source.get(at as usize..).and_then(|rest| rest.chars().next());
        next.map_or(0, |c| self.normalizer.fold(c))
    }

    /// `#` marks a heading at the start of a line, before a blank or another `#`.
    fn is_heading_mark(&self, at: u32) -> bool {
        let starts_line = match self.units.last() {
            None => true,
            Some(unit) => *unit == u16::from(b'\n'),
        };
        starts_line && matches!(self.byte(at + 1), b'#' | b' ')
    }
}

/// Punctuation that has several forms, and the one the view uses.
static PUNCTUATION: &[(u16, u16)] = &[
    (0x00B4, 0x27),   // ´ '
    (0x2013, 0x2D),   // – -
    (0x2015, 0x2014), // ― —
    (0x2022, 0xB7),   // • ·
    (0x2027, 0xB7),   // ‧ ·
    (0x2212, 0x2D),   // − -
    (0x2219, 0xB7),   // ∙ ·
    (0x2236, 0x3A),   // ∶ :
    (0x223C, 0x7E),   // ∼ ~
    (0x22C5, 0xB7),   // ⋅ ·
    (0x2500, 0x2014), // ─ —
    (0x2501, 0x2014), // ━ —
    (0x3000, 0x20),   // ideographic space
    (0x300C, 0x201C), // 「 “
    (0x300D, 0x201D), // 」 ”
    (0x300E, 0x2018), // 『 ‘
    (0x300F, 0x2019), // 』 ’
    (0x301C, 0x7E),   // 〜 ~
    (0x301D, 0x201C), // 〝 “
    (0x301E, 0x201D), // 〞 ”
    (0x30FB, 0xB7),   // ・ ·
    (0xFE41, 0x201C), // ﹁ “
    (0xFE42, 0x201D), // ﹂ ”
    (0xFE43, 0x2018), // ﹃ ‘
    (0xFE44, 0x2019), // ﹄ ’
    (0xFE50, 0xFF0C), // ﹐ ，
    (0xFE51, 0x3001), // ﹑ 、
    (0xFFE5, 0xA5),   // ￥ ¥
    (0xFFE0, 0xA2),   // ￠ ¢
    (0xFFE1, 0xA3),   // ￡ £
];

/// Characters that take no place: soft hyphen, zero-width ones, byte order mark.
static LEFT_OUT: &[u16] = &[0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::text::Text;

    fn view(source: &str) -> String {
        let normalizer = Normalizer::new();
        let text = Text::new(source, &normalizer);
        text.view().to_string(Span::new(0, text.view().len()))
    }

    #[test]
    fn folds_width_script_and_quotes() {
        assert_eq!(view("３．５％（約）「兩個」"), "3.5%(约)“两个”");
        assert_eq!(view("说\"好\"，再说\"行\"\n\"新"), "说“好”，再说“行”\n“新");
    }

    #[test]
    fn leaves_out_markup_and_invisible_characters() {
        assert_eq!(view("## 标题\r\n**46个**读\u{200B}书会"), " 标题\n46个读书会");
        assert_eq!(view("3*4 和 a * b"), "3*4 和 a * b");
        assert_eq!(view("３*４，*３*"), "3*4，3");
        assert_eq!(view("C# 与 #话题#"), "C# 与 #话题#");
    }

    #[test]
    fn spans_lead_back() {
        let source = "😀**1**0个𠮷\r\n末";
        let normalizer = Normalizer::new();
        let text = Text::new(source, &normalizer);
        let view = text.view();
        assert_eq!(view.len(), 7);
        let slice = |a, b| source.get(text.to_source(Span::new(a, b)).range());
        assert_eq!(slice(0, 1), Some("😀"));
        assert_eq!(slice(1, 3), Some("1**0"));
        assert_eq!(slice(1, 2), Some("1"));
        assert_eq!(slice(4, 5), Some("𠮷"));
        assert_eq!(slice(6, 7), Some("末"));
        let mut cursor = text.cursor();
        assert_eq!((cursor.start_of(6), cursor.start_of(0)), (source.len() as u32 - 3, 0));
    }
}
