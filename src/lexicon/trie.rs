//! The trie of a lexicon file, breadth first: forms say where children begin and where words end, distances what the
//! children are called.
//!
//! The form of a node is twice the number of its children, less one where no word ends. So a leaf, where one always does,
//! is 0. In the compact lexicon it says at once what the word costs (`format`). Nothing can point outside: a reader adds up
//! forms and distances and checks the sums.

use super::bytes::{INCONSISTENT, Reader};
use crate::error::Error;

/// A byte that stands for a form in the list of large ones.
pub(super) const LARGE: u8 = u8::MAX;

/// The forms of all nodes.
pub(super) struct Shape<'b> {
    pub(super) forms: &'b [u8],
    /// Those that need more than a byte.
    pub(super) large: &'b [[u8; 4]],
    /// How many nodes have no parent.
    pub(super) roots: usize,
    /// How many characters there are for labels to name.
    pub(super) letters: usize,
}

/// The number of children in a form that says beside it whether a word ends.
pub(super) fn children(form: u32) -> u32 {
    form / 2 + form % 2
}

/// Whether a word ends where a form is of that sort.
pub(super) fn ends(form: u32) -> bool {
    form & 1 == 0
}

impl Shape<'_> {
    /// What `make` makes of first child, label and form of each node, and room for one more. Which
    /// nodes have children is chance to a processor, so nothing in the loop branches on it.
    pub(super) fn read<N>(
        &self,
        distances: impl Iterator<Item = u16>,
        children: impl Fn(u32) -> u32,
        mut make: impl FnMut(u32, u16, u32) -> N,
    ) -> Result<Vec<N>, Error> {
        let count = self.forms.len();
        let mut large = self.large.iter();
        // For each node whether a run of siblings begins there: then labels count from 0 again.
        let mut begins = vec![0_u8; count];
        let begins = begins.as_mut_slice();
        let mut first = self.roots;
        let (mut lowest, mut above, mut sound) = (0_u32, 0, true);
        let mut nodes = Vec::with_capacity(count + 1);
        for (at, (form, distance)) in self.forms.iter().zip(distances).enumerate() {
            let goes_on = begins.get(at).map_or(0, |begin| u32::from(*begin).wrapping_sub(1));
            let label = u32::from(distance).wrapping_add(lowest & goes_on);
            lowest = label.wrapping_add(1);
            above = above.max(lowest);
            // Children stand behind their parent, or a walk might not end.
            sound &= at < first && first <= count;
            let form = match *form {
                LARGE => large.next().map_or(0, |form| u32::from_le_bytes(*form)),
                form => u32::from(form),
            };
            if let Some(begin) = begins.get_mut(first) {
                *begin = 1;
            }
            nodes.push(make(first as u32, label as u16, form));
            first = first.wrapping_add(children(form) as usize);
        }
        let ends = first == count && nodes.len() == count && u32::try_from(count).is_ok();
        let sound = sound && above as usize <= self.letters;
        if sound && ends && large.next().is_none() { Ok(nodes) } else { Err(INCONSISTENT) }
    }
}

/// One node of a trie whose words have numbers.
#[derive(Clone, Copy)]
pub(super) struct Node {
    /// The first child; the children end where those of the next node begin.
    pub(super) first: u32,
    /// The number of its character.
    pub(super) label: u16,
    /// The number of what ends here, 0 for nothing.
    pub(super) number: u16,
}

impl Node {
    /// What closes `nodes`.
    pub(super) fn sentinel(nodes: &[Self]) -> Self {
        Self { first: nodes.len() as u32, label: 0, number: 0 }
    }
}

/// What has a label, by which siblings are sorted.
pub(super) trait Labelled {
    fn label(&self) -> u16;
}

impl Labelled for Node {
    #[inline(always)]
    fn label(&self) -> u16 {
        self.label
    }
}

/// The node with the label `id` among those from `low` to `high`, which lie in `nodes`.
#[inline(always)]
#[expect(
    clippy::indexing_slicing,
    reason = "inner loop: the reader checked that children lie in `nodes`"
)]
pub(super) fn among<N: Labelled>(nodes: &[N], mut low: u32, mut high: u32, id: u16) -> Option<u32> {
    while high - low > 6 {
        let middle = low.midpoint(high);
        if nodes[middle as usize].label() <= id {
            low = middle;
        } else {
            high = middle;
        }
    }
    while low < high {
        let label = nodes[low as usize].label();
        if label >= id {
            return if label == id { Some(low) } else { None };
        }
        low += 1;
    }
    None
}

/// The number of each unit's character; `letters` for those that have none.
pub(super) fn number(reader: &mut Reader<'_>, letters: usize) -> Result<Vec<u16>, Error> {
    let unlisted = u16::try_from(letters).map_err(|_| INCONSISTENT)?;
    let mut ids = vec![unlisted; 1 << 16];
    let mut unit = 0_u16;
    for (id, distance) in (0..unlisted).zip(reader.halves(letters)?) {
        unit = unit.wrapping_add(distance);
        if let Some(slot) = ids.get_mut(usize::from(unit)) {
            *slot = id;
        }
    }
    Ok(ids)
}

/// Spreads the numbers of characters over a table.
#[inline(always)]
pub(super) fn hash(id: u16) -> u32 {
    u32::from(id).wrapping_mul(0x9E37_79B1) >> 16
}
