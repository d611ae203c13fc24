//! The file: like that of the compact lexicon, with weights by number and the model.
//!
//! ```text
//! magic  version  checksum  counts          eleven u32, little endian; one is the total of all frequencies
//! forms that need more than a byte          u32 each
//! alphabet                                  low bytes then high bytes; by falling use inside words, distance from the one before
//! labels                                    low bytes then high bytes; distance from the sibling before
//! weights                                   of words, low bytes then high bytes: which frequency, plus one
//! forms                                     one byte a node: children and whether a word ends; 255 = look above
//! tags                                      one byte a word
//! frequencies                               rising, three planes of distances
//! corrections                               for ln of each frequency, and of the total: see `logarithm`
//! model                                     see `hmm`
//! tag names                                 length and UTF-8
//! ```

use super::Jieba;
use super::further::Further;
use super::hmm::Hmm;
use super::seconds::Seconds;
use super::user::UserWords;
use super::weights::Weights;
use crate::error::Error;
use crate::lexicon::bytes::{INCONSISTENT, Reader};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::{Node, Shape, children, ends, number};
use crate::lexicon::word_tags::{WordTags, read_tags};
use std::sync::OnceLock;

pub(super) const MAGIC: u32 = u32::from_le_bytes(*b"QDJB");
pub(super) const VERSION: u32 = 2;

/// Reads a whole file, and gives its bytes back before more is made of what it says.
pub(super) fn read(bytes: impl AsRef<[u8]>) -> Result<Jieba, Error> {
    let mut reader = Reader::open(bytes.as_ref(), MAGIC, VERSION)?;
    let [large, letters, nodes, roots, words, frequencies, tags] = reader.counts()?;
    let total = reader.u32()?;
    let large = reader.words(large)?;
    let ids = number(&mut reader, letters)?;
    let labels = reader.halves(nodes)?;
    let numbers = Numbers { low: reader.take(words)?, high: reader.take(words)? };
    let (forms, word_tags) = (reader.take(nodes)?, reader.take(words)?);
    let rising: Vec<u32> = reader.rising(frequencies)?.collect();
    let corrections = reader.take(frequencies)?;
    let correction = reader.take(1)?.first().copied().unwrap_or(0);
    let hmm = Hmm::read(&mut reader)?;
    let (names, own_tags) = read_tags(&mut reader, tags)?;
    reader.close()?;
    if total == 0 || rising.first() == Some(&0) || frequencies >= usize::from(u16::MAX) {
        return Err(INCONSISTENT);
    }

    let weights = Weights::new(rising, corrections, total, correction);
    let shape = Shape { forms, large, roots, letters };
    let word_tags = WordTags::new(word_tags, &own_tags);
    let (nodes, tags) = read_nodes(&shape, labels, &numbers, &word_tags, weights.len())?;
    drop(bytes);
    let seconds = Seconds::new(&nodes, roots, letters);
    let mut singles = vec![f64::NAN; letters + 1];
    for node in nodes.iter().take(roots) {
        if let Some(slot) = singles.get_mut(usize::from(node.label)) {
            *slot = weights.logarithm(node.number);
        }
    }
    Ok(Jieba {
        ids,
        nodes,
        tags,
        singles,
        seconds,
        any: Further::any(),
        further: OnceLock::new(),
        weights,
        hmm,
        names,
        words: words as u32,
        user: UserWords::default(),
        tag_model: None,
    })
}

/// Numbers of the weights of words, in two planes.
struct Numbers<'b> {
    low: &'b [u8],
    high: &'b [u8],
}

impl Numbers<'_> {
    /// That of the word `at`, 0 behind the last.
    #[inline(always)]
    fn get(&self, at: usize) -> u16 {
        let byte = |plane: &[u8]| plane.get(at).copied().unwrap_or(0);
        u16::from_le_bytes([byte(self.low), byte(self.high)])
    }
}

/// The nodes, and the tag of the word that ends at each. In two passes: for one, processors have not registers enough.
fn read_nodes(
    shape: &Shape<'_>,
    labels: impl Iterator<Item = u16>,
    numbers: &Numbers<'_>,
    word_tags: &WordTags<'_>,
    weights: usize,
) -> Result<(Vec<Node>, Vec<Tag>), Error> {
    let node = |first, label, form| Node { first, label, number: u16::from(ends(form)) };
    let mut nodes = shape.read(labels, children, node)?;
    let (mut words, mut highest, mut known) = (0, 0, true);
    let take = |node: &mut Node| {
        let ends = node.number;
        let number = numbers.get(words) * ends;
        known &= (number != 0) == (ends != 0);
        highest = highest.max(number);
        node.number = number;
        let tag = word_tags.get(words);
        words += usize::from(ends);
        tag
    };
    let tags = nodes.iter_mut().map(take).collect();
    if words != numbers.low.len() || !known || usize::from(highest) > weights {
        return Err(INCONSISTENT);
    }
    nodes.push(Node::sentinel(&nodes));
    Ok((nodes, tags))
}
