//! Vectors from iterators, as `collect` makes them, in two thirds of the code: `collect` writes the loop out twice, around its first
//! item, and finds out how much room it will take.

/// What can be gathered: everything that is iterated over. Where a vector is large and its length known `collect` is better.
pub(crate) trait Gather: Iterator + Sized {
    /// All items.
    #[inline]
    fn gather(self) -> Vec<Self::Item> {
        let mut all = Vec::new();
        self.for_each(|item| all.put(item));
        all
    }
}

impl<I: Iterator> Gather for I {}

/// What is put in one by one.
pub(crate) trait Put<T> {
    /// `push`, as a call: the standard one is copied in, with all that it takes to grow.
    fn put(&mut self, item: T);
}

impl<T> Put<T> for Vec<T> {
    #[inline(never)]
    fn put(&mut self, item: T) {
        self.push(item);
    }
}
