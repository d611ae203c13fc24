//! Whether a word may go on: most words end where they seem to, and to look through the children of a node for a label that
//! is not there is what would take longest on the route.
//!
//! Each child beyond the second character sets a bit of a table, chosen by parent and label. No bit, no child; a bit may be
//! that of another.

use crate::lexicon::trie::Node;

/// A table of 2^20 bits, a quarter of them set.
const BITS: u32 = 20;

/// The table.
#[derive(Clone)]
pub(crate) struct Further {
    table: Vec<u32>,
    /// Keys lose so many bits to become places.
    shift: u32,
}

impl Further {
    /// Of all children of the nodes behind the roots; a sentinel closes `nodes`.
    pub(super) fn new(nodes: &[Node], roots: usize) -> Self {
        let mut further = Self { table: vec![0; 1 << (BITS - 5)], shift: 32 - BITS };
        let first = nodes.get(roots).map_or(0, |node| node.first as usize);
        let mut children = nodes.iter().skip(first);
        for (at, [node, next]) in nodes.array_windows().enumerate().skip(roots) {
            for child in children.by_ref().take((next.first - node.first) as usize) {
                let (word, bit) = further.place(at as u32, child.label);
                if let Some(word) = further.table.get_mut(word) {
                    *word |= bit;
                }
            }
        }
        further
    }

    /// All may be.
    pub(super) fn any() -> Self {
        Self { table: vec![u32::MAX], shift: 27 }
    }

    /// Whether `node`, which is no root, may have a child with the label `id`.
    #[inline(always)]
    pub(super) fn may_be(&self, node: u32, id: u16) -> bool {
        let (word, bit) = self.place(node, id);
        self.table.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Where the bit of a child is.
    #[inline(always)]
    fn place(&self, node: u32, id: u16) -> (usize, u32) {
        let key = node.wrapping_mul(0x9E37_79B1) ^ u32::from(id).wrapping_mul(0x85EB_CA6B);
        let place = key >> self.shift;
        (place as usize / 32, 1 << (place % 32))
    }
}
