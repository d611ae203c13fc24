//! From the first two characters of a word to the node of the second, at a glance: roots have up to a thousand children, and
//! most pairs of characters begin no word.
//!
//! Each root has a row of places, eight a child. A child's place is where its label lies among those of all children, so
//! places rise as labels do, and a child is found by counting the places taken before it. Where one is taken already, the
//! next free one is.
//!
//! ```text
//! children  国 央 心      places  · · 国 · · · · · 央 心 · ·      心: two before it, the third child
//! ```

use crate::lexicon::trie::Node;

/// The number of no node: 0 is a root's.
pub(super) const NONE: u32 = 0;

/// Places for each child.
const SPARSE: usize = 8;

/// The roots, and the places of their children.
#[derive(Clone)]
pub(super) struct Seconds {
    /// By number of the character, one more for the unlisted.
    heads: Vec<Head>,
    /// Where each label lies among those of all children, as a fraction of 65,536.
    spread: Vec<u16>,
    places: Vec<Places>,
}

/// What is known of a character that begins words.
#[derive(Clone, Copy)]
struct Head {
    /// Its node, or [`NO_ROOT`].
    root: u32,
    /// Where its row begins in `places`.
    row: u32,
    /// Over how many places labels are spread.
    width: u16,
}

const NO_ROOT: u32 = u32::MAX;

impl Head {
    /// Its row is the first, which is empty.
    const NONE: Self = Self { root: NO_ROOT, row: 0, width: 0 };
}

/// Thirty-two places.
#[derive(Clone, Copy)]
struct Places {
    /// Those that are taken.
    taken: u32,
    /// The child of the first one taken.
    first: u32,
}

impl Places {
    /// None is taken.
    const FREE: Self = Self { taken: 0, first: 0 };
}

#[expect(
    clippy::indexing_slicing,
    reason = "inner loop: numbers of characters are those of `heads` and `spread`, and each row ends with a free place"
)]
impl Seconds {
    /// The child of the root `first` with the label `second`, or [`NONE`]. Whether two characters begin a word is chance to a
    /// processor, so nothing branches on it.
    #[inline(always)]
    pub(super) fn find(&self, nodes: &[Node], first: u16, second: u16) -> u32 {
        let head = &self.heads[usize::from(first)];
        let place = place(self.spread[usize::from(second)], head.width);
        let Places { taken, first } = self.places[head.row as usize + place / 32];
        let bit = place % 32;
        let is_taken = taken >> bit & 1;
        let child = (first + (taken & !(u32::MAX << bit)).count_ones()) * is_taken;
        let is_child = u32::from(nodes[child as usize].label == second) & is_taken;
        if is_child == is_taken {
            child
        } else {
            self.moved(nodes, head.row as usize * 32 + place, child, second)
        }
    }

    /// The same where another child has the place already.
    #[cold]
    fn moved(&self, nodes: &[Node], place: usize, child: u32, second: u16) -> u32 {
        for (place, child) in (place + 1..).zip(child + 1..) {
            if self.places[place / 32].taken >> (place % 32) & 1 == 0 {
                return NONE;
            }
            if nodes[child as usize].label == second {
                return child;
            }
        }
        NONE
    }
}

impl Seconds {
    /// `nodes` begin with so many roots, whose labels are below `letters`.
    pub(super) fn new(nodes: &[Node], roots: usize, letters: usize) -> Self {
        let (first, all) = children(nodes, 0..roots);
        let spread = spread(all, letters);
        let mut heads = vec![Head::NONE; letters + 1];
        // The first is the row of those that are no roots.
        let mut places = Vec::with_capacity(all.len() * SPARSE / 32 + roots * 2 + 1);
        places.push(Places::FREE);
        for (at, node) in nodes.iter().enumerate().take(roots) {
            let (_, children) = children(nodes, at..at + 1);
            let width = (children.len() * SPARSE).min(usize::from(u16::MAX)) as u16;
            let row = if children.is_empty() { 0 } else { places.len() as u32 };
            add_row(&mut places, children, &spread, width);
            if let Some(head) = heads.get_mut(usize::from(node.label)) {
                *head = Head { root: at as u32, row, width };
            }
        }
        count(&mut places, first);
        Self { heads, spread, places }
    }

    /// The number of characters that are not listed.
    #[inline(always)]
    pub(super) fn unlisted(&self) -> u16 {
        self.heads.len() as u16 - 1
    }

    /// The node of the character with the number `id`.
    pub(super) fn root(&self, id: u16) -> Option<u32> {
        self.heads.get(usize::from(id)).map(|head| head.root).filter(|root| *root != NO_ROOT)
    }
}

#[inline(always)]
fn place(spread: u16, width: u16) -> usize {
    ((u32::from(spread) * u32::from(width)) >> 16) as usize
}

/// The children of neighbours, which lie together, and the number of the first.
fn children(nodes: &[Node], parents: std::ops::Range<usize>) -> (u32, &[Node]) {
    let first = |at: usize| nodes.get(at).map_or(0, |node| node.first);
    let (start, end) = (first(parents.start), first(parents.end));
    (start, nodes.get(start as usize..end as usize).unwrap_or_default())
}

fn spread(children: &[Node], letters: usize) -> Vec<u16> {
    let mut counts = vec![0_u32; letters + 1];
    for child in children {
        if let Some(count) = counts.get_mut(usize::from(child.label)) {
            *count += 1;
        }
    }
    let scale = (1 << 32) / (children.len() as u64 + 1);
    let mut before = 0;
    let part = |count: u32| {
        let part = (before * scale) >> 16;
        before += u64::from(count);
        part as u16
    };
    counts.into_iter().map(part).collect()
}

/// Adds the row of a root, and a free place behind it.
fn add_row(places: &mut Vec<Places>, children: &[Node], spread: &[u16], width: u16) {
    if children.is_empty() {
        return;
    }
    let row = places.len();
    places.resize(row + usize::from(width) / 32 + 1, Places::FREE);
    let mut free = 0;
    for child in children {
        let label = spread.get(usize::from(child.label)).copied().unwrap_or(0);
        let taken = place(label, width).max(free);
        if let Some(places) = places.get_mut(row + taken / 32) {
            places.taken |= 1 << (taken % 32);
        }
        free = taken + 1;
        if row + free / 32 == places.len() {
            places.push(Places::FREE);
        }
    }
}

/// Numbers the children in their places; the first is `first`.
fn count(places: &mut [Places], first: u32) {
    let mut next = first;
    for places in places {
        places.first = next;
        next += places.taken.count_ones();
    }
}
