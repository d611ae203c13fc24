//! The tags of a file's words: names by number, and a byte a word.

use super::bytes::{INCONSISTENT, Reader};
use super::tag::{Tag, TagNames};
use crate::error::Error;

/// The names, and for each tag of the file the number it has here.
pub(super) fn read_tags(
    reader: &mut Reader<'_>,
    count: usize,
) -> Result<(TagNames, Vec<Tag>), Error> {
    let mut names = TagNames::default();
    let mut numbers = Vec::new();
    for _ in 0..count {
        numbers.push(names.intern(reader.name()?).ok_or(INCONSISTENT)?);
    }
    Ok((names, numbers))
}

/// The tags of the words in the order of the nodes.
pub(super) struct WordTags<'b> {
    bytes: &'b [u8],
    /// The tag here for each byte.
    table: [Tag; 256],
}

impl<'b> WordTags<'b> {
    /// A byte without a tag stands for that of no word.
    pub(super) fn new(bytes: &'b [u8], numbers: &[Tag]) -> Self {
        let mut table = [Tag::default(); 256];
        table.iter_mut().zip(numbers).for_each(|(slot, tag)| *slot = *tag);
        Self { bytes, table }
    }

    /// The tag of the word `at`.
    #[inline(always)]
    pub(super) fn get(&self, at: usize) -> Tag {
        let byte = self.bytes.get(at).copied().unwrap_or(0);
        self.table.get(usize::from(byte)).copied().unwrap_or_default()
    }
}
