//! The planes that `pack` wrote → rows of the lists.

/// The planes; see `pack` for what they hold.
pub(super) struct Packed {
    pub(super) alphabet: &'static [u8],
    pub(super) firsts: &'static [u8],
    pub(super) tails: &'static [u8],
    pub(super) values: &'static [u8],
    /// How many values each list has.
    pub(super) lists: &'static [u16],
}

/// Numbers below this are no letters, as in `pack`.
const MARKS: usize = 16;

/// The rows of all lists.
pub(super) fn unpack(packed: &Packed) -> Vec<String> {
    let mut reader = Reader {
        alphabet: alphabet(packed.alphabet),
        firsts: Numbers(packed.firsts),
        tails: Numbers(packed.tails),
        values: Numbers(packed.values),
    };
    packed.lists.iter().map(|values| reader.list(*values)).collect()
}

fn alphabet(plane: &[u8]) -> Vec<char> {
    let (low, high) = plane.split_at_checked(plane.len() / 2).unwrap_or_default();
    let mut unit = 0_u16;
    let next = |(low, high): (&u8, &u8)| {
        unit = unit.wrapping_add(u16::from_le_bytes([*low, *high]));
        char::from_u32(u32::from(unit)).unwrap_or_default()
    };
    low.iter().zip(high).map(next).collect()
}

/// Numbers not read yet; 0 behind the last.
struct Numbers(&'static [u8]);

impl Numbers {
    fn byte(&mut self) -> usize {
        let Some((byte, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*byte)
    }

    fn number(&mut self) -> usize {
        match self.byte() {
            long @ 240.. => (long - 240) * 256 + self.byte() + 240,
            short => short,
        }
    }

    /// Reads letters into `word` up to the next mark, which it returns.
    fn word(&mut self, alphabet: &[char], word: &mut Vec<char>) -> usize {
        loop {
            let number = self.number();
            match number.checked_sub(MARKS).and_then(|place| alphabet.get(place)) {
                Some(letter) => word.push(*letter),
                None => return number,
            }
        }
    }
}

struct Reader {
    alphabet: Vec<char>,
    firsts: Numbers,
    tails: Numbers,
    values: Numbers,
}

impl Reader {
    /// The rows of the next list, which has so many values.
    fn list(&mut self, values: u16) -> String {
        let mut rows = String::new();
        for _ in 0..values {
            let mut value = vec!['\t'];
            self.values.word(&self.alphabet, &mut value);
            self.phrases(if value.len() > 1 { &value } else { &[] }, &mut rows);
        }
        rows
    }

    /// Writes a row for each phrase of the next value.
    fn phrases(&mut self, value: &[char], rows: &mut String) {
        let (mut phrase, mut first, mut mark) = (Vec::new(), 0, 1_usize);
        while let Some(shared) = mark.checked_sub(1) {
            phrase.truncate(shared);
            if shared == 0 {
                first += self.firsts.number();
                phrase.extend(self.alphabet.get(first));
                first += 1;
            }
            mark = self.tails.word(&self.alphabet, &mut phrase);
            rows.extend(phrase.iter().chain(value).chain(&['\n']));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::data::pack::pack;

    /// Packs and unpacks; the rows of each list sorted.
    fn there_and_back(lists: &[&str]) -> Vec<String> {
        let lists: Vec<String> = lists.iter().map(|rows| (*rows).to_owned()).collect();
        let planes = pack(&lists).unwrap();
        let rows = unpack(&Packed {
            alphabet: planes.alphabet.leak(),
            firsts: planes.firsts.leak(),
            tails: planes.tails.leak(),
            values: planes.values.leak(),
            lists: planes.lists.leak(),
        });
        let sorted = |rows: &String| {
            let mut rows: Vec<&str> = rows.split_inclusive('\n').collect();
            rows.sort_unstable();
            rows.concat()
        };
        rows.iter().map(sorted).collect()
    }

    #[test]
    fn lists_come_back_as_they_were() {
        let lists = [
            "一\tnumeral\n一把\n一把手\tidiom\t\t们\n三\tnumeral\n",
            "",
            "一把手\tnoun\n一把手\tverb\n乙\n",
        ];
        assert_eq!(there_and_back(&lists), lists);
    }

    #[test]
    fn many_letters_and_many_values_come_back() {
        let mut characters: Vec<char> = ('一'..='龥').step_by(7).collect();
        characters.sort_unstable();
        let rows: String = characters.iter().map(|c| format!("{c}\tv{c}\n{c}甲\n")).collect();
        let again: String = characters.iter().map(|c| format!("{c}\tv{}\n", '二')).collect();
        assert_eq!(there_and_back(&[&rows, &again]), [rows, again]);
    }

    #[test]
    fn phrases_that_share_much_come_back() {
        let rows = format!("{0}\n{0}乙\n{0}甲\n", "甲".repeat(40));
        assert_eq!(there_and_back(&[&rows]), [rows]);
    }

    #[test]
    fn a_letter_that_has_no_room_is_an_error() {
        assert!(pack(&["𠮷\tname\n".to_owned()]).is_err());
    }
}
