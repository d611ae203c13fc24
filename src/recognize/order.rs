//! Sorting, once: the standard sort is 6 KB of wasm for every type it sorts, so all sorts go through one list of keys.

/// `items` in ascending order of `key`; equal keys keep their order.
pub fn sorted_by<T>(items: Vec<T>, key: impl Fn(&T) -> (u32, u32)) -> Vec<T> {
    let mut keys: Vec<(u64, u32)> = items
        .iter()
        .zip(0..)
        .map(|(item, at)| {
            let (first, second) = key(item);
            (u64::from(first) << 32 | u64::from(second), at)
        })
        .collect();
    if keys.is_sorted() {
        return items;
    }
    sort(&mut keys);
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    keys.into_iter().filter_map(|(_, at)| items.get_mut(at as usize)?.take()).collect()
}

/// Sorts keys, each with the place of what it belongs to.
#[inline(never)]
pub(super) fn sort(keys: &mut [(u64, u32)]) {
    keys.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::sorted_by;

    #[test]
    fn is_stable() {
        let items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let sorted: String =
            sorted_by(items, |item| (item.0, 0)).into_iter().map(|item| item.1).collect();
        assert_eq!(sorted, "bdac");
    }
}
