//! The planes that `pack` wrote → rows of the lists.

use crate::order::sort;

/// The planes; see `pack` for what they hold.
pub(super) struct Packed {
    pub(super) alphabet: &'static [u8],
    pub(super) nodes: &'static [u8],
    pub(super) labels: &'static [u8],
    pub(super) lists: &'static [u8],
    pub(super) values: &'static [u8],
    pub(super) texts: &'static [u8],
    /// For each list how many bytes of `values` and of `texts` are its own.
    pub(super) sizes: &'static [(u16, u16)],
}

/// The rows of all lists.
pub(super) fn unpack(packed: &Packed) -> Vec<String> {
    let letters = letters(packed.alphabet);
    let trie = Trie::read(packed, &letters);
    let mut lists = vec![String::new(); packed.sizes.len()];
    if let Some(root) = trie.nodes.first() {
        trie.visit(root, &mut String::new(), &mut lists);
    }
    lists
}

fn letters(alphabet: &[u8]) -> Vec<char> {
    let (low, high) = alphabet.split_at_checked(alphabet.len() / 2).unwrap_or_default();
    let mut unit = 0_u16;
    let next = |(low, high): (&u8, &u8)| {
        unit = unit.wrapping_add(u16::from_le_bytes([*low, *high]));
        char::from_u32(u32::from(unit)).unwrap_or_default()
    };
    low.iter().zip(high).map(next).collect()
}

/// Numbers not read yet.
#[derive(Clone, Copy)]
struct Numbers<'p>(&'p [u8]);

impl Numbers<'_> {
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
}

struct Trie {
    /// Breadth first.
    nodes: Vec<Node>,
    /// In the order of the nodes.
    rows: Vec<Row>,
    /// Values of each list.
    values: Vec<Values>,
}

#[derive(Default)]
struct Node {
    letter: char,
    children: std::ops::Range<usize>,
    rows: std::ops::Range<usize>,
}

/// A row behind its phrase: the value's number among those of the list.
struct Row {
    list: usize,
    value: usize,
}

/// The values of one list.
struct Values {
    codes: Numbers<'static>,
    text: Numbers<'static>,
    seen: Vec<String>,
}

impl Values {
    /// The number of the next value.
    fn next(&mut self, letters: &[char]) -> usize {
        if let Some(known) = self.codes.byte().checked_sub(1) {
            return known;
        }
        let text = &mut self.text;
        let letters = std::iter::from_fn(|| {
            letters.get(text.number()).copied().filter(|letter| *letter != '\n')
        });
        self.seen.push(letters.collect());
        self.seen.len() - 1
    }
}

impl Trie {
    fn read(packed: &Packed, letters: &[char]) -> Self {
        let mut trie = Self { nodes: vec![Node::default()], rows: Vec::new(), values: Vec::new() };
        let (mut codes, mut texts) = (packed.values, packed.texts);
        for (values, text) in packed.sizes {
            trie.values.push(Values {
                codes: Numbers(take(&mut codes, *values)),
                text: Numbers(take(&mut texts, *text)),
                seen: Vec::new(),
            });
        }
        let (mut labels, mut lists) = (Numbers(packed.labels), Numbers(packed.lists));
        for (at, byte) in packed.nodes.iter().enumerate() {
            let children = trie.children(usize::from(byte / 2), &mut labels, letters);
            let first = trie.rows.len();
            let mut more = byte % 2 == 1;
            while more {
                let list = lists.byte();
                more = list >= 128;
                trie.row(list % 128, letters);
            }
            if let Some(node) = trie.nodes.get_mut(at) {
                (node.children, node.rows) = (children, first..trie.rows.len());
            }
        }
        trie
    }

    fn children(
        &mut self,
        degree: usize,
        labels: &mut Numbers<'_>,
        letters: &[char],
    ) -> std::ops::Range<usize> {
        let degree = if degree == 127 { labels.number() } else { degree };
        let first = self.nodes.len();
        let mut label = 0;
        for _ in 0..degree {
            label += labels.number();
            let letter = letters.get(label).copied().unwrap_or_default();
            self.nodes.push(Node { letter, ..Node::default() });
            label += 1;
        }
        first..self.nodes.len()
    }

    fn row(&mut self, list: usize, letters: &[char]) {
        if let Some(values) = self.values.get_mut(list) {
            self.rows.push(Row { list, value: values.next(letters) });
        }
    }

    /// Writes the rows of the phrases below `node`, which spell out `phrase` so far, in the order of code points.
    fn visit(&self, node: &Node, phrase: &mut String, lists: &mut [String]) {
        for Row { list, value } in self.rows.get(node.rows.clone()).unwrap_or_default() {
            let value = self.values.get(*list).and_then(|values| values.seen.get(*value));
            if let (Some(rows), Some(value)) = (lists.get_mut(*list), value) {
                let tab = if value.is_empty() { "" } else { "\t" };
                rows.extend([phrase.as_str(), tab, value, "\n"]);
            }
        }
        let children = self.nodes.get(node.children.clone()).unwrap_or_default();
        let mut order: Vec<(u64, u32)> =
            children.iter().map(|child| u64::from(u32::from(child.letter))).zip(0..).collect();
        sort(&mut order);
        for child in order.into_iter().filter_map(|(_, at)| children.get(at as usize)) {
            phrase.push(child.letter);
            self.visit(child, phrase, lists);
            phrase.pop();
        }
    }
}

/// The first `count` bytes, taken off `bytes`.
fn take<'b>(bytes: &mut &'b [u8], count: u16) -> &'b [u8] {
    let (taken, rest) = bytes.split_at_checked(usize::from(count)).unwrap_or_default();
    *bytes = rest;
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::data::pack::pack;

    /// Packs and unpacks.
    fn there_and_back(lists: &[&str]) -> Vec<String> {
        let lists: Vec<String> = lists.iter().map(|rows| (*rows).to_owned()).collect();
        let planes = pack(&lists).unwrap();
        let size = |plane: &Vec<u8>| plane.len() as u16;
        let sizes = planes.values.iter().map(size).zip(planes.texts.iter().map(size));
        unpack(&Packed {
            sizes: sizes.collect::<Vec<_>>().leak(),
            alphabet: planes.alphabet.leak(),
            nodes: planes.nodes.leak(),
            labels: planes.labels.leak(),
            lists: planes.lists.leak(),
            values: planes.values.concat().leak(),
            texts: planes.texts.concat().leak(),
        })
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
    fn many_children_and_many_values_come_back() {
        let mut characters: Vec<char> = ('一'..='龥').step_by(7).collect();
        characters.sort_unstable();
        let rows: String = characters.iter().map(|c| format!("{c}\tv{c}\n{c}甲\n")).collect();
        let again: String = characters.iter().map(|c| format!("{c}\tv{}\n", '二')).collect();
        assert_eq!(there_and_back(&[&rows, &again]), [rows, again]);
    }

    #[test]
    fn a_letter_that_has_no_room_is_an_error() {
        assert!(pack(&["𠮷\tname\n".to_owned()]).is_err());
    }
}
