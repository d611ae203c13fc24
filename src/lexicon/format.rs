//! The file: a trie breadth first, one plane for each field, so that equal things lie together and compress well.
//!
//! ```text
//! magic  version  checksum  counts          ten u32, little endian
//! forms that need more than a byte          u32 each
//! alphabet                                  low bytes then high bytes; by falling use inside words, distance from the one before
//! labels                                    a byte a node, see `Escaped`; distance from the sibling before
//! unknown words                             three planes over the alphabet, see `PAIRS`: nats + 1, 0 = impossible, two in a byte
//! flags                                     one byte a character
//! forms                                     one byte a node: 32 times its children, and what the word that ends there costs in
//!                                           nats + 1, 0 = none does; 255 = look above
//! tags                                      one byte a word
//! rest of labels                            a byte each
//! tag names                                 length and UTF-8
//! ```
//!
//! `trie` reads forms and distances and checks them. The checksum finds what sums cannot, a cost changed into another.

use super::bytes::{CUT_SHORT, Escaped, INCONSISTENT, Reader};
use super::trie::{Shape, hash, number};
use super::word_tags::{WordTags, read_tags};
use super::{Character, Flags, Lexicon, NO_ROOT, Node, Second, Tag, Unknown};
use crate::error::Error;

pub(super) const MAGIC: u32 = u32::from_le_bytes(*b"QDLX");
pub(super) const VERSION: u32 = 4;
/// Bits of a form that say what a word costs.
pub(super) const COST_BITS: u32 = 5;
/// From which byte on a label needs the next byte of the rest.
pub(super) const LABEL: u8 = 224;
/// Tables about unknown words.
pub(super) const TABLES: usize = 6;
/// Which tables share a plane, in the lower and the upper half of its bytes: those that are about the same characters.
pub(super) const PAIRS: [[usize; 2]; TABLES / 2] = [[0, 1], [3, 4], [2, 5]];

/// Reads a whole file.
pub(super) fn read(bytes: &[u8]) -> Result<Lexicon, Error> {
    let mut reader = Reader::open(bytes, MAGIC, VERSION)?;
    let [large, letters, nodes, roots, words, rest, tags] = reader.counts()?;
    let large = reader.words(large)?;
    let ids = number(&mut reader, letters)?;
    let labels = reader.take(nodes)?;
    let unknown = reader.take(letters.checked_mul(PAIRS.len()).ok_or(CUT_SHORT)?)?;
    let flags = reader.take(letters)?;
    let (forms, word_tags) = (reader.take(nodes)?, reader.take(words)?);
    let labels = Escaped::new(LABEL, labels, reader.take(rest)?);
    let (tags, numbers) = read_tags(&mut reader, tags)?;
    reader.close()?;

    let shape = Shape { forms, large, roots, letters };
    let nodes = read_nodes(&shape, labels, words, &WordTags::new(word_tags, &numbers))?;
    let mut characters = read_characters(unknown, flags, letters);
    let seconds = hash_seconds(&mut characters, &nodes, roots);
    Ok(Lexicon {
        ids,
        characters,
        nodes,
        seconds,
        tags,
        words: words as u32,
        user: super::UserWords::default(),
    })
}

fn read_nodes(
    shape: &Shape<'_>,
    labels: Escaped<'_>,
    words: usize,
    tags: &WordTags<'_>,
) -> Result<Vec<Node>, Error> {
    let mut found = 0;
    let children = |form| form >> COST_BITS;
    let mut nodes = shape.read(labels, children, |first, label, form| {
        let cost = form as u8 & ((1 << COST_BITS) - 1);
        let tag = tags.get(found);
        found += usize::from(cost != 0);
        Node { first, label, cost, tag }
    })?;
    if found != words {
        return Err(INCONSISTENT);
    }
    nodes.push(Node { first: nodes.len() as u32, label: 0, cost: 0, tag: Tag::default() });
    Ok(nodes)
}

fn read_characters(unknown: &[u8], flags: &[u8], letters: usize) -> Vec<Character> {
    let plane = |plane: usize, id: usize| unknown.get(plane * letters + id).copied().unwrap_or(0);
    let listed = (0..letters).zip(flags).map(|(id, flags)| {
        let [pair, given, name] = [plane(0, id), plane(1, id), plane(2, id)];
        let unknown = Unknown {
            begin: pair & 15,
            end: pair >> 4,
            surname: name & 15,
            given_first: given & 15,
            given_last: given >> 4,
            transliteration: name >> 4,
        };
        Character { unknown, flags: Flags(*flags), ..Character::UNLISTED }
    });
    listed.chain([Character::UNLISTED]).collect()
}

/// Tells each character its root, and hashes the roots' children; half of the places or more stay empty.
fn hash_seconds(characters: &mut [Character], nodes: &[Node], roots: usize) -> Vec<Second> {
    let children = nodes.get(roots).map_or(0, |behind| behind.first as usize).saturating_sub(roots);
    let mut seconds = Vec::with_capacity(4 * children + roots + 1);
    seconds.push(Second::EMPTY);
    for (root, pair) in (0..NO_ROOT).zip(nodes.windows(2)).take(roots) {
        let [node, next] = pair else { continue };
        let children = nodes.get(node.first as usize..next.first as usize).unwrap_or(&[]);
        let places = (children.len() * 2).next_power_of_two();
        let offset = seconds.len();
        seconds.resize(offset + places, Second::EMPTY);
        let table = seconds.get_mut(offset..).unwrap_or_default();
        for (child, below) in (0..u16::MAX).zip(children) {
            let mut place = hash(below.label) as usize & (places - 1);
            while let Some(Second { child: taken, .. }) = table.get(place)
                && *taken != Second::EMPTY.child
            {
                place = (place + 1) & (places - 1);
            }
            if let Some(free) = table.get_mut(place) {
                *free = Second { label: below.label, child };
            }
        }
        if let Some(character) = characters.get_mut(usize::from(node.label)) {
            (character.root, character.first) = (root, node.first);
            (character.seconds, character.mask) = (offset as u32, places as u32 - 1);
        }
    }
    seconds
}
