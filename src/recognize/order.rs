//! Sorting, once: the standard sort is 6 KB of wasm for every type it sorts, so all sorts go through one list of keys.

/// `items` in ascending order of `key`; equal keys keep their order.
pub fn sorted_by<T>(mut items: Vec<T>, key: impl Fn(&T) -> (u32, u32)) -> Vec<T> {
    if items.is_sorted_by_key(&key) {
        return items;
    }
    let keys = items
        .iter()
        .zip(0..)
        .map(|(item, at)| {
            let (first, second) = key(item);
            (u64::from(first) << 32 | u64::from(second), at)
        })
        .collect();
    let mut places = places(keys);
    for at in 0..places.len() {
        // Each turn brings one item to its place for good.
        while let Some(place) = places.get(at).map(|place| *place as usize)
            && place != at
        {
            items.swap(at, place);
            places.swap(at, place);
        }
    }
    items
}

/// Where each item goes. Apart from the rest, which is compiled for every type.
#[inline(never)]
fn places(mut keys: Vec<(u64, u32)>) -> Vec<u32> {
    sort(&mut keys);
    let mut places = vec![0; keys.len()];
    for (place, (_, at)) in (0..).zip(keys) {
        if let Some(slot) = places.get_mut(at as usize) {
            *slot = place;
        }
    }
    places
}

/// Sorts keys, each with the place of what it belongs to.
#[inline(never)]
pub(crate) fn sort(keys: &mut [(u64, u32)]) {
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
