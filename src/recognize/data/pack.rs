//! Word lists → the planes that `unpack` reads. Only build.rs and the tests compile this file.
//!
//! The phrases of all lists stand in one trie, breadth first, as in the lexicon file: what begins alike is written once,
//! and equal things lie together, which is what a compressor likes. The planes take a quarter less to download than
//! the rows as text.
//!
//! ```text
//! alphabet   code points as distances, low bytes then high bytes; roughly by falling use
//! nodes      one byte a node: twice its number of children, plus one where a phrase ends; 127 children = a number in labels
//! labels     numbers: letters of the children of each node, as distances from the sibling before
//! lists      one byte a row: its list, plus 128 where the same phrase has another row
//! values     one byte a row, list by list: 0 for a value not seen before in the list, n for the n-th that was
//! texts      numbers: those values, list by list, in letters; each closed by a line feed
//! ```
//!
//! A number is a byte below [`LONG`], or two: 240 … 255 and the low byte of what is more.

use std::collections::BTreeMap;

/// From here on a number takes two bytes.
const LONG: usize = 240;

/// A node byte whose number of children stands among the labels.
const MANY: usize = 127;

/// The planes; values and texts in the order of the lists.
#[derive(Default)]
pub(crate) struct Planes {
    pub(crate) alphabet: Vec<u8>,
    pub(crate) nodes: Vec<u8>,
    pub(crate) labels: Vec<u8>,
    pub(crate) lists: Vec<u8>,
    pub(crate) values: Vec<Vec<u8>>,
    pub(crate) texts: Vec<Vec<u8>>,
}

#[derive(Default)]
struct Node {
    children: BTreeMap<char, Node>,
    /// List and value: the columns behind the phrase.
    rows: Vec<(usize, String)>,
}

/// Packs lists of rows like `phrase⇥column⇥column`, each closed by a line feed.
pub(crate) fn pack(lists: &[String]) -> Result<Planes, String> {
    let mut root = Node::default();
    for (list, rows) in lists.iter().enumerate() {
        for row in rows.lines() {
            let (phrase, value) = row.split_once('\t').unwrap_or((row, ""));
            let end = phrase.chars().fold(&mut root, |node, c| node.children.entry(c).or_default());
            end.rows.push((list, value.to_owned()));
        }
    }
    let letters = letters(&root);
    let mut writer = Writer::new(&letters, lists.len());
    writer.alphabet(&letters)?;
    let mut level = vec![&root];
    while !level.is_empty() {
        for node in &level {
            writer.node(node)?;
        }
        level = level.into_iter().flat_map(|node| writer.children(node)).collect();
    }
    Ok(writer.planes)
}

/// All characters of phrases and values, by falling use in steps of four, each step by code point: the order shortens labels,
/// the steps shorten the alphabet.
fn letters(root: &Node) -> Vec<char> {
    let firsts = root.children.keys().map(|c| (*c, 0));
    let mut uses: BTreeMap<char, u32> = firsts.chain([('\n', 0)]).collect();
    root.children.values().for_each(|node| count(node, &mut uses));
    let mut letters: Vec<char> = uses.keys().copied().collect();
    letters.sort_by_key(|c| std::cmp::Reverse(uses.get(c).map_or(0, |uses| (uses + 1).ilog(4))));
    letters
}

fn count(node: &Node, uses: &mut BTreeMap<char, u32>) {
    let values = node.rows.iter().flat_map(|(_, value)| value.chars());
    for c in node.children.keys().copied().chain(values) {
        *uses.entry(c).or_default() += 1;
    }
    node.children.values().for_each(|child| count(child, uses));
}

struct Writer {
    planes: Planes,
    numbers: BTreeMap<char, usize>,
    /// The values of each list so far.
    seen: Vec<Vec<String>>,
}

impl Writer {
    fn new(letters: &[char], lists: usize) -> Self {
        let mut planes = Planes::default();
        planes.values.resize(lists, Vec::new());
        planes.texts.resize(lists, Vec::new());
        let numbers = letters.iter().copied().zip(0..).collect();
        Self { planes, numbers, seen: vec![Vec::new(); lists] }
    }

    fn alphabet(&mut self, letters: &[char]) -> Result<(), String> {
        let (mut last, mut high) = (0_u16, Vec::new());
        for letter in letters {
            let unit = u16::try_from(u32::from(*letter))
                .map_err(|_| format!("{letter} lies beyond the Basic Multilingual Plane"))?;
            let [low, far] = unit.wrapping_sub(last).to_le_bytes();
            self.planes.alphabet.push(low);
            high.push(far);
            last = unit;
        }
        self.planes.alphabet.append(&mut high);
        Ok(())
    }

    fn number_of(&self, letter: char) -> usize {
        self.numbers.get(&letter).copied().unwrap_or_default()
    }

    /// The children of a node, by the numbers of their letters.
    fn children<'n>(&self, node: &'n Node) -> Vec<&'n Node> {
        let mut children: Vec<_> = node.children.iter().collect();
        children.sort_by_key(|(letter, _)| self.number_of(**letter));
        children.into_iter().map(|(_, child)| child).collect()
    }

    fn node(&mut self, node: &Node) -> Result<(), String> {
        let degree = node.children.len();
        let byte = degree.min(MANY) * 2 + usize::from(!node.rows.is_empty());
        self.planes.nodes.push(byte as u8);
        if degree >= MANY {
            write(&mut self.planes.labels, degree)?;
        }
        let mut labels: Vec<usize> = node.children.keys().map(|c| self.number_of(*c)).collect();
        labels.sort_unstable();
        let mut lowest = 0;
        for label in labels {
            write(&mut self.planes.labels, label - lowest)?;
            lowest = label + 1;
        }
        for (at, (list, value)) in node.rows.iter().enumerate() {
            let more = if at + 1 < node.rows.len() { 128 } else { 0 };
            self.planes.lists.push(*list as u8 + more);
            self.value(*list, value)?;
        }
        Ok(())
    }

    fn value(&mut self, list: usize, value: &str) -> Result<(), String> {
        let letters: Vec<usize> =
            value.chars().chain(['\n']).map(|letter| self.number_of(letter)).collect();
        let (Some(seen), Some(values), Some(text)) = (
            self.seen.get_mut(list),
            self.planes.values.get_mut(list),
            self.planes.texts.get_mut(list),
        ) else {
            return Err("no such list".to_owned());
        };
        // The n-th has the code n; those behind the 255th have none and are written again.
        match seen.iter().zip(1_u8..=u8::MAX).find(|(known, _)| *known == value) {
            Some((_, code)) => values.push(code),
            None => {
                values.push(0);
                seen.push(value.to_owned());
                letters.into_iter().try_for_each(|letter| write(text, letter))?;
            }
        }
        Ok(())
    }
}

fn write(plane: &mut Vec<u8>, number: usize) -> Result<(), String> {
    if number < LONG {
        plane.push(number as u8);
        return Ok(());
    }
    let [low, high, ..] = (number - LONG).to_le_bytes();
    if number - LONG > 0xFFF {
        return Err(format!("{number} is too large for a number of two bytes"));
    }
    plane.extend([high + LONG as u8, low]);
    Ok(())
}
