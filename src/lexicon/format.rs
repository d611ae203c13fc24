//! The file: a trie breadth first, one plane for each field, so that equal things lie together and compress well.
//!
//! ```text
//! magic  version  checksum  counts          nine u32, little endian
//! degrees that need more than a byte        u32 each
//! alphabet                                  code points, low bytes then high bytes; by falling use inside words
//! labels                                    low bytes then high bytes; distance from the sibling before
//! costs                                     one byte a node: 0 no word, else nats + 1
//! degrees                                   one byte a node: how many children; 255 = look above
//! tags                                      one byte a word
//! unknown words                             six planes over the alphabet
//! flags                                     one byte a character
//! tag names                                 length and UTF-8
//! ```
//!
//! Nothing in it can point outside: a reader adds up degrees and distances and checks the sums. The checksum finds
//! what the sums cannot, a cost changed into another.

use super::tag::TagNames;
use super::{Character, Flags, Lexicon, NO_ROOT, Node, REMOVED, Second, Tag, Unknown, hash};
use crate::error::Error;

pub(super) const MAGIC: u32 = u32::from_le_bytes(*b"QDLX");
pub(super) const VERSION: u32 = 1;
/// A degree byte that stands for a number in the list of large degrees.
pub(super) const LARGE_DEGREE: u8 = u8::MAX;
/// Planes about unknown words.
pub(super) const UNKNOWN_PLANES: usize = 6;

const CUT_SHORT: Error = Error::LexiconDamaged("cut short");
const INCONSISTENT: Error = Error::LexiconDamaged("its parts do not fit together");

/// Mixes the bytes, eight at a time. Each step can be undone, so that a single changed bit always shows.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    let mut sum = bytes.len() as u64;
    for chunk in chunks.iter().chain([&last]) {
        sum =
            (sum ^ u64::from_le_bytes(*chunk)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    }
    (sum ^ (sum >> 32)) as u32
}

/// The bytes not read yet.
struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], Error> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(CUT_SHORT)?;
        self.0 = rest;
        Ok(taken)
    }

    fn u32(&mut self) -> Result<u32, Error> {
        let (taken, rest) = self.0.split_first_chunk::<4>().ok_or(CUT_SHORT)?;
        self.0 = rest;
        Ok(u32::from_le_bytes(*taken))
    }

    fn count(&mut self) -> Result<usize, Error> {
        self.u32().map(|count| count as usize)
    }

    /// Two planes of `count` bytes, as the low and high halves of numbers.
    fn halves(&mut self, count: usize) -> Result<impl Iterator<Item = u16> + use<'b>, Error> {
        let (low, high) = (self.take(count)?, self.take(count)?);
        Ok(low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high])))
    }
}

/// Reads a whole file.
pub(super) fn read(bytes: &[u8]) -> Result<Lexicon, Error> {
    let mut reader = Reader(bytes);
    if reader.u32()? != MAGIC {
        return Err(Error::LexiconDamaged("this is no lexicon"));
    }
    if reader.u32()? != VERSION {
        return Err(Error::LexiconDamaged("another version of the format"));
    }
    if reader.u32()? != checksum(reader.0) {
        return Err(Error::LexiconDamaged("its checksum differs"));
    }
    let [large, letters, nodes, roots, words, tags] = [
        reader.count()?,
        reader.count()?,
        reader.count()?,
        reader.count()?,
        reader.count()?,
        reader.count()?,
    ];
    let large = reader.take(large.checked_mul(4).ok_or(CUT_SHORT)?)?;
    let alphabet = reader.halves(letters)?;
    let labels = reader.halves(nodes)?;
    let (costs, degrees, word_tags) =
        (reader.take(nodes)?, reader.take(nodes)?, reader.take(words)?);
    let unknown = reader.take(letters.checked_mul(UNKNOWN_PLANES).ok_or(CUT_SHORT)?)?;
    let flags = reader.take(letters)?;
    let (tags, numbers) = read_tags(&mut reader, tags)?;
    if !reader.0.is_empty() {
        return Err(INCONSISTENT);
    }

    let planes =
        Planes { costs, degrees, large, tags: word_tags, numbers: &numbers, roots, letters };
    let nodes = planes.read(labels)?;

    let mut characters = read_characters(unknown, flags, letters);
    let seconds = hash_seconds(&mut characters, &nodes, roots);
    Ok(Lexicon {
        ids: number(alphabet, letters)?,
        characters,
        nodes,
        seconds,
        tags,
        words: words as u32,
        user: super::UserWords::default(),
    })
}

/// The names, and for each tag of the file the number it has here.
fn read_tags(reader: &mut Reader<'_>, count: usize) -> Result<(TagNames, Vec<Tag>), Error> {
    let mut names = TagNames::default();
    let mut numbers = Vec::new();
    for _ in 0..count {
        let length = reader.take(1)?.first().copied().unwrap_or(0);
        let name =
            std::str::from_utf8(reader.take(usize::from(length))?).map_err(|_| INCONSISTENT)?;
        numbers.push(names.intern(name).ok_or(INCONSISTENT)?);
    }
    Ok((names, numbers))
}

/// What the nodes are read from.
struct Planes<'b> {
    costs: &'b [u8],
    degrees: &'b [u8],
    large: &'b [u8],
    tags: &'b [u8],
    /// The tag here for each tag of the file.
    numbers: &'b [Tag],
    roots: usize,
    letters: usize,
}

impl Planes<'_> {
    /// Adds up degrees, for where children begin, and distances between siblings, for labels, side by side. Which nodes
    /// end a word and which have children is chance to a processor, so nothing in the loop branches on it.
    fn read(&self, distances: impl Iterator<Item = u16>) -> Result<Vec<Node>, Error> {
        let end = u32::try_from(self.costs.len()).map_err(|_| INCONSISTENT)?;
        let letters = self.letters as u32;
        let tag_of = self.tag_table()?;
        let mut large = self.large.as_chunks().0.iter();
        let mut first = u32::try_from(self.roots).map_err(|_| INCONSISTENT)?;
        // Where a run of siblings begins: there labels count from 0 again.
        let mut begins = vec![false; self.costs.len() + 1];
        let (mut lowest, mut words, mut sound) = (0_u32, 0, true);
        let mut nodes = Vec::with_capacity(self.costs.len() + 1);
        for ((cost, degree), distance) in self.costs.iter().zip(self.degrees).zip(distances) {
            let at = nodes.len();
            let begin = begins.get(at).copied().unwrap_or(false);
            let label = u32::from(distance).saturating_add(if begin { 0 } else { lowest });
            lowest = label.saturating_add(1);
            let is_word = *cost != 0;
            let tag = self.tags.get(words).copied().unwrap_or(0);
            let tag = tag_of.get(usize::from(tag)).copied().unwrap_or_default();
            words += usize::from(is_word);
            // Children stand behind their parent, or a walk might not end.
            sound &= label < letters && first as usize > at && first <= end && *cost != REMOVED;
            nodes.push(Node { first, label: label as u16, cost: *cost, tag });
            if let Some(begin) = begins.get_mut(first as usize) {
                *begin = true;
            }
            let degree = match *degree {
                LARGE_DEGREE => u32::from_le_bytes(*large.next().ok_or(INCONSISTENT)?),
                degree => u32::from(degree),
            };
            first = first.saturating_add(degree);
        }
        if !sound || first != end || words != self.tags.len() || large.next().is_some() {
            return Err(INCONSISTENT);
        }
        nodes.push(Node { first: end, label: 0, cost: 0, tag: Tag::default() });
        Ok(nodes)
    }

    /// The tag here for each byte; an error where a word has a byte without one.
    fn tag_table(&self) -> Result<[Tag; 256], Error> {
        let highest = self.tags.iter().max().map_or(0, |highest| usize::from(*highest) + 1);
        if highest > self.numbers.len() {
            return Err(INCONSISTENT);
        }
        let mut table = [Tag::default(); 256];
        table.iter_mut().zip(self.numbers).for_each(|(slot, tag)| *slot = *tag);
        Ok(table)
    }
}

/// The number of each unit's character.
fn number(alphabet: impl Iterator<Item = u16>, letters: usize) -> Result<Vec<u16>, Error> {
    let unlisted = u16::try_from(letters).map_err(|_| INCONSISTENT)?;
    let mut ids = vec![unlisted; 1 << 16];
    for (id, unit) in (0..unlisted).zip(alphabet) {
        if let Some(slot) = ids.get_mut(usize::from(unit)) {
            *slot = id;
        }
    }
    Ok(ids)
}

fn read_characters(unknown: &[u8], flags: &[u8], letters: usize) -> Vec<Character> {
    let plane = |plane: usize, id: usize| unknown.get(plane * letters + id).copied().unwrap_or(0);
    let listed = (0..letters).zip(flags).map(|(id, flags)| Character {
        unknown: Unknown {
            begin: plane(0, id),
            end: plane(1, id),
            surname: plane(2, id),
            given_first: plane(3, id),
            given_last: plane(4, id),
            transliteration: plane(5, id),
        },
        flags: Flags(*flags),
        ..Character::UNLISTED
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
