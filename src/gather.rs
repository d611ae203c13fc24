//! Vectors from iterators, as `collect` makes them, in two thirds of the code: `collect` writes the loop out twice, around its first
//! item, and finds out how much room it will take.

/// What can be gathered: everything that is iterated over. Where a vector is large and its length known `collect` is better.
pub(crate) trait Gather: Iterator + Sized {
    /// All items.
    #[inline]
    fn gather(self) -> Vec<Self::Item> {
        let mut all = Vec::new();
        self.for_each(|item| push(&mut all, item));
        all
    }
}

impl<I: Iterator> Gather for I {}

/// `push`, as a call: the standard one is copied in, with all that it takes to grow.
#[inline(never)]
pub(crate) fn push<T>(all: &mut Vec<T>, item: T) {
    all.push(item);
}
