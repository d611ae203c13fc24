//! Sorting, once: the standard sort is 6 KB of wasm for every type it sorts, so all sorts go through one list of keys.

/// What is sorted by, and the place of what it belongs to.
type Key = (u64, u32);

/// `items` in ascending order of `key`; equal keys keep their order.
pub(crate) fn sorted_by<T>(mut items: Vec<T>, key: impl Fn(&T) -> (u32, u32)) -> Vec<T> {
    let mut places = places(items.len(), &|at| items.get(at).map_or((0, 0), &key));
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

/// Where each of `count` items goes, nothing where all stay. Apart from the rest, which is compiled for every type.
#[inline(never)]
fn places(count: usize, key: &dyn Fn(usize) -> (u32, u32)) -> Vec<u32> {
    if (0..count).is_sorted_by_key(key) {
        return Vec::new();
    }
    let keyed = |at: usize| {
        let (first, second) = key(at);
        (u64::from(first) << 32 | u64::from(second), at as u32)
    };
    let mut keys: Vec<Key> = (0..count).map(keyed).collect();
    sort(&mut keys);
    let mut places = vec![0; keys.len()];
    for (place, (_, at)) in (0..).zip(keys) {
        if let Some(slot) = places.get_mut(at as usize) {
            *slot = place;
        }
    }
    places
}

/// Sorts keys, each with the place of what it belongs to. What is sorted here was found by a few passes over a text, so it is a
/// few runs that ascend: two and two are merged until one is left.
#[inline(never)]
pub(crate) fn sort(keys: &mut Vec<Key>) {
    if keys.is_sorted() {
        return;
    }
    let mut merged = Vec::with_capacity(keys.len());
    loop {
        let (mut rest, mut pairs) = (keys.as_slice(), 0);
        while !rest.is_empty() {
            let (one, behind) = first_run(rest);
            let (other, behind) = first_run(behind);
            merge(one, other, &mut merged);
            (rest, pairs) = (behind, pairs + 1);
        }
        std::mem::swap(keys, &mut merged);
        if pairs < 2 {
            return;
        }
        merged.clear();
    }
}

/// As many of the first keys as ascend, and the others.
fn first_run(keys: &[Key]) -> (&[Key], &[Key]) {
    let descends = |pair: &[Key]| matches!(pair, [one, next] if one > next);
    let length = keys.windows(2).position(descends).map_or(keys.len(), |last| last + 1);
    keys.split_at(length)
}

fn merge<'k>(mut one: &'k [Key], mut other: &'k [Key], merged: &mut Vec<Key>) {
    while let ([first, others @ ..], [second, rest @ ..]) = (one, other) {
        let next = if first <= second { first } else { second };
        merged.push(*next);
        if first <= second {
            one = others;
        } else {
            other = rest;
        }
    }
    merged.extend_from_slice(one);
    merged.extend_from_slice(other);
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
