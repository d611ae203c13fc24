//! ASCII digits, grouped or not.

use super::super::Decimal;
use super::reader::Reader;

impl Reader<'_> {
    /// `1,234.5`: groups of three, one decimal point.
    pub(super) fn arabic(&mut self) -> bool {
        if self.current.is_some()
            || self.vagueness.is_some()
            || (self.seen.han_digit && !self.seen.place)
        {
            return false;
        }
        let start = self.at;
        let mut text = String::new();
        self.digits(&mut text);
        while self.peek(0) == u16::from(b',')
            && text.len() <= 3 + (self.at - start)
            && self.is_group()
        {
            self.at += 1;
            self.digits(&mut text);
        }
        if self.at - start <= 3 && text.as_bytes().first() != Some(&b'0') {
            for _ in 0..self.blank_groups() {
                self.at += 1;
                self.digits(&mut text);
            }
        }
        if self.peek(0) == u16::from(b'.') && matches!(self.peek(1), 0x30..=0x39) {
            self.at += 1;
            text.push('.');
            self.digits(&mut text);
        }
        // 3.5 万: a blank between digits and what multiplies them.
        let spaced = self.peek(0) == u16::from(b' ') && matches!(self.char(1), '万' | '亿');
        self.at += usize::from(spaced);
        self.current = Decimal::parse(&text);
        self.seen.arabic = true;
        self.current.is_some()
    }

    fn digits(&mut self, text: &mut String) {
        while let unit @ 0x30..=0x39 = self.peek(0) {
            text.push(char::from(unit as u8));
            self.at += 1;
        }
    }

    /// Whether exactly three digits follow the comma.
    fn is_group(&self) -> bool {
        let is_digit = |ahead| matches!(self.peek(ahead), 0x30..=0x39);
        is_digit(1) && is_digit(2) && is_digit(3) && !is_digit(4)
    }

    /// How many groups of three digits follow, each behind a blank: two in `1 234 567元`. Han, a sign, decimals or the end of
    /// a cell have to close them: figures in columns and telephone numbers are no groups.
    fn blank_groups(&self) -> usize {
        let digit = |ahead| matches!(self.peek(ahead), 0x30..=0x39);
        let blank = |ahead| self.peek(ahead) == u16::from(b' ');
        let mut ahead = 0;
        while blank(ahead) && (1..=3).all(|k| digit(ahead + k)) && !digit(ahead + 4) {
            ahead += 4;
        }
        let unit = ahead + usize::from(blank(ahead));
        let closed = matches!(self.peek(unit), 0x09 | 0x4E00..=0x9FFF | 0x25 | 0x2030 | 0x2103)
            || self.peek(ahead) == u16::from(b'.') && digit(ahead + 1);
        if closed { ahead / 4 } else { 0 }
    }
}
