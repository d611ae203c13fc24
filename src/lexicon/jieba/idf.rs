//! How rare words are: jieba's inverse document frequencies, for the keywords of a text.
//!
//! ```text
//! magic  version  checksum  counts          twelve u32, little endian; one is the number of all documents
//! forms that need more than a byte          u32 each
//! alphabet                                  distances of code points, low bytes then high bytes
//! labels                                    a byte a node, see `Escaped`; distance from the sibling before
//! forms                                     one byte a node: children and whether a word ends; 255 = look above
//! numbers                                   a byte a word, see `Escaped`: which frequency; first those of nodes without children,
//!                                           then with one, then with more
//! rest of numbers, rest of labels           a byte each
//! frequencies                               how many documents have a word: rising, three planes of distances
//! ```
//!
//! The table says ln (documents / frequency) in twelve digits. The file has the frequencies, which compress to a third of that.
//! Words of the median frequency are left out, and so are single characters, which are no keywords.
#![expect(clippy::float_arithmetic, reason = "they are logarithms")]

use super::logarithm::ln;
use crate::error::Error;
use crate::lexicon::bytes::{Escaped, INCONSISTENT, Reader};
use crate::lexicon::trie::{Node, Shape, among, children, ends, number};

pub(super) const MAGIC: u32 = u32::from_le_bytes(*b"QDID");
pub(super) const VERSION: u32 = 1;

/// The table.
#[derive(Clone)]
pub struct Idf {
    ids: Vec<u16>,
    nodes: Vec<Node>,
    roots: u32,
    /// By number; the first is that of words not listed.
    values: Vec<f64>,
}

impl Idf {
    /// Reads a compiled table. Bytes that are damaged, cut short or of another version are an error.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::open(bytes, MAGIC, VERSION)?;
        let [large, letters, count, roots, words, frequencies, rest, label_rest, median] =
            reader.counts()?;
        let total = reader.u32()?;
        let large = reader.words(large)?;
        let ids = number(&mut reader, letters)?;
        let labels = reader.take(count)?;
        let forms = reader.take(count)?;
        let numbers = reader.take(words)?;
        let (rest, label_rest) = (reader.take(rest)?, reader.take(label_rest)?);
        let frequencies: Vec<u32> = reader.rising(frequencies)?.collect();
        reader.close()?;
        if frequencies.first() == Some(&0) || frequencies.last().is_some_and(|last| *last > total) {
            return Err(INCONSISTENT);
        }

        let numbers: Vec<u16> = Escaped::new(NUMBER, numbers, rest).collect();
        let known = |number: &u16| usize::from(*number) < frequencies.len();
        let mut places = places(forms);
        let mut classes = forms.iter().map(|form| class(*form));
        let mut found = 0;
        let labels = Escaped::new(LABEL, labels, label_rest);
        let shape = Shape { forms, large, roots, letters };
        let mut nodes = shape.read(labels, children, |first, label, form| {
            let place = classes.next().and_then(|class| places.get_mut(class));
            let mut number = 0;
            if let Some(place) = place
                && ends(form)
            {
                number = numbers.get(*place).map_or(0, |number| number.saturating_add(1));
                *place += 1;
                found += 1;
            }
            Node { first, label, number }
        })?;
        if found != words || median == 0 || !numbers.iter().all(known) {
            return Err(INCONSISTENT);
        }
        nodes.push(Node::sentinel(&nodes));
        let listed = frequencies.into_iter();
        let values = std::iter::once(median as u32).chain(listed).map(|n| value(total, n));
        Ok(Self { ids, nodes, roots: roots as u32, values: values.collect() })
    }

    /// The value of `word`; that of a word of the median where it is not listed.
    pub fn get(&self, word: &[u16]) -> f64 {
        let number = self.number(word).unwrap_or(0);
        self.values.get(usize::from(number)).copied().unwrap_or_default()
    }

    fn number(&self, word: &[u16]) -> Option<u16> {
        let (mut low, mut high) = (0, self.roots);
        let mut number = 0;
        for unit in word {
            let id = *self.ids.get(usize::from(*unit))?;
            let at = among(&self.nodes, low, high, id)? as usize;
            let [node, next] = self.nodes.get(at..at + 2)? else { return None };
            (low, high, number) = (node.first, next.first, node.number);
        }
        Some(number)
    }
}

/// ln (`total` / `n`) in twelve digits, as the table was printed.
pub(super) fn value(total: u32, n: u32) -> f64 {
    let exact = ln(f64::from(total) / f64::from(n));
    let mut scale = 1e10;
    while exact * scale < 1e11 && scale < 1e20 {
        scale *= 10.0;
    }
    // As `f64::round`, which calls a library here.
    (exact * scale + 0.5) as u64 as f64 / scale
}

/// Nodes with no child, one child, more, by their form.
pub(super) fn class(form: u8) -> usize {
    usize::from(form.div_ceil(2).min(2))
}

/// Where the numbers of the words of each class begin.
fn places(forms: &[u8]) -> [usize; 3] {
    let count = |wanted: u8| forms.iter().filter(|form| **form == wanted).count();
    let leaves = count(0);
    [0, leaves, leaves + count(2)]
}

/// From which byte on a label needs the next byte of the rest.
pub(super) const LABEL: u8 = 200;
/// The same for the number of a frequency.
pub(super) const NUMBER: u8 = 224;
