//! What kind of character a unit of the view is.
//!
//! A set of flags rather than one kind: 三 is Han and a numeral, `。` ends a clause and a sentence.

/// The classes of one unit of the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CharClass(u16);

impl CharClass {
    /// A Han character, 〇 included.
    pub const HAN: Self = Self(1);
    /// An ASCII digit (full-width digits are folded to it).
    pub const DIGIT: Self = Self(1 << 1);
    /// A Latin letter.
    pub const LATIN: Self = Self(1 << 2);
    /// White space, line breaks included.
    pub const SPACE: Self = Self(1 << 3);
    /// A line break.
    pub const LINE_BREAK: Self = Self(1 << 4);
    /// Ends a clause: ，；：, whatever ends a sentence, and line breaks; 、 does not.
    pub const CLAUSE_END: Self = Self(1 << 5);
    /// Ends a sentence: 。！？… and line breaks.
    pub const SENTENCE_END: Self = Self(1 << 6);
    /// A Han numeral: digit word or place word, financial forms included.
    pub const NUMERAL: Self = Self(1 << 7);
    /// An opening quotation mark or bracket.
    pub const OPEN: Self = Self(1 << 8);
    /// A closing quotation mark or bracket.
    pub const CLOSE: Self = Self(1 << 9);

    /// The classes of `unit`: two look-ups in tables.
    #[inline(always)]
    pub fn of(unit: u16) -> Self {
        let [low, high] = unit.to_le_bytes();
        let page = TABLE.pages.get(usize::from(high)).map_or(0, |page| usize::from(*page));
        // Both indexes lie inside by their making, so nothing is compared.
        let block = TABLE.blocks.get(page % BLOCKS);
        let flags = block.and_then(|block| block.get(usize::from(low)));
        flags.map_or(Self(0), |flags| Self(*flags))
    }

    /// The classes of `unit` as they are defined; [`CharClass::of`] reads them off a table made of this.
    const fn define(unit: u16) -> u16 {
        match unit {
            0x30..=0x39 => Self::DIGIT.0,
            0x41..=0x5A | 0x61..=0x7A | 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x24F => Self::LATIN.0,
            0x0A | 0x0D | 0x2028 | 0x2029 => {
                Self::SPACE.0 | Self::LINE_BREAK.0 | Self::CLAUSE_END.0 | Self::SENTENCE_END.0
            }
            0x09 | 0x0B | 0x0C | 0x20 | 0x85 | 0xA0 | 0x2000..=0x200A | 0x202F | 0x205F => {
                Self::SPACE.0
            }
            // ， ; : ,
            0xFF0C | 0x3B | 0x3A | 0x2C => Self::CLAUSE_END.0,
            // 。 ! ? …
            0x3002 | 0x21 | 0x3F | 0x2026 => Self::CLAUSE_END.0 | Self::SENTENCE_END.0,
            0x3007 => Self::HAN.0 | Self::NUMERAL.0,
            // “ ‘ 《 〈 【 ( [ { 〔
            0x201C | 0x2018 | 0x300A | 0x3008 | 0x3010 | 0x28 | 0x5B | 0x7B | 0x3014 => {
                Self::OPEN.0
            }
            0x201D | 0x2019 | 0x300B | 0x3009 | 0x3011 | 0x29 | 0x5D | 0x7D | 0x3015 => {
                Self::CLOSE.0
            }
            0x4E00..=0x9FFF if is_han_numeral(unit) => Self::HAN.0 | Self::NUMERAL.0,
            0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0xF900..=0xFAFF | super::ASTRAL_HAN => Self::HAN.0,
            _ => 0,
        }
    }

    /// Whether all classes of `other` hold.
    #[inline(always)]
    pub const fn is(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether at least one class of `other` holds.
    #[inline(always)]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The union of two sets, for [`CharClass::any`].
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// [`CharClass::define`] of every unit, in blocks of 256 that many pages share.
struct Table {
    /// Which block holds the units of this high byte.
    pages: [u8; 256],
    /// The flags of each unit.
    blocks: [[u16; 256]; BLOCKS],
}

/// Different blocks of 256 units, a power of two; the table's making stops the build where there are more.
const BLOCKS: usize = 32;

static TABLE: Table = make_table();

#[expect(
    clippy::indexing_slicing,
    reason = "runs in the compiler, where a wrong index is an error of the build"
)]
const fn make_table() -> Table {
    let mut table = Table { pages: [0; 256], blocks: [[0; 256]; BLOCKS] };
    let (mut blocks, mut page) = (0, 0);
    while page < 256 {
        let mut block = [0; 256];
        let mut low = 0;
        while low < 256 {
            block[low] = CharClass::define((page * 256 + low) as u16);
            low += 1;
        }
        let mut known = 0;
        while known < blocks && !same(&table.blocks[known], &block) {
            known += 1;
        }
        if known == blocks {
            table.blocks[blocks] = block;
            blocks += 1;
        }
        table.pages[page] = known as u8;
        page += 1;
    }
    table
}

#[expect(clippy::indexing_slicing, reason = "runs in the compiler")]
const fn same(a: &[u16; 256], b: &[u16; 256]) -> bool {
    let mut at = 0;
    while at < 256 {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

const fn is_han_numeral(unit: u16) -> bool {
    matches!(
        char::from_u32(unit as u32),
        Some('零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '两')
            | Some('十' | '百' | '千' | '万' | '亿' | '兆')
            // The financial forms.
            | Some('壹' | '贰' | '叁' | '肆' | '伍' | '陆' | '柒' | '捌' | '玖' | '拾' | '佰' | '仟')
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_han_and_numeral() {
        for c in "零〇一二三四五六七八九十百千万亿兆两壹贰叁肆伍陆柒捌玖拾佰仟".chars()
        {
            assert!(CharClass::of(c as u16).is(CharClass::HAN.or(CharClass::NUMERAL)), "{c}");
        }
        for c in "个次双半几数人的".chars() {
            assert!(!CharClass::of(c as u16).any(CharClass::NUMERAL), "{c}");
        }
    }

    #[test]
    fn the_table_holds_the_definition() {
        for unit in 0..=u16::MAX {
            assert_eq!(CharClass::of(unit).0, CharClass::define(unit), "{unit:04X}");
        }
    }

    #[test]
    fn punctuation() {
        assert!(CharClass::of('。' as u16).is(CharClass::SENTENCE_END));
        assert!(CharClass::of('，' as u16).is(CharClass::CLAUSE_END));
        assert!(!CharClass::of('、' as u16).any(CharClass::CLAUSE_END));
        assert!(CharClass::of('“' as u16).is(CharClass::OPEN));
    }
}
