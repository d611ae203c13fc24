//! Keys, numbered in the order in which they first come: the one table of all that is looked up by what it is. A map of the
//! standard library is another kilobyte of wasm for every type of its keys.

/// Keys and their numbers, which begin with 0.
#[derive(Clone, Default)]
pub(crate) struct Numbering {
    /// All keys, one after another.
    units: Vec<u16>,
    /// Where each key ends.
    ends: Vec<u32>,
    /// Open addressing: one more than a number, 0 = free. A power of two, at least twice as many as there are keys.
    slots: Vec<u32>,
}

impl Numbering {
    /// How many keys there are, which is the number of the next one.
    pub(crate) fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    /// The number of `key`, where it is known.
    #[inline(never)]
    pub(crate) fn get(&self, key: &[u16]) -> Option<u32> {
        self.find(key).ok()
    }

    /// The number of `key`, the next one where it is new.
    #[inline(never)]
    pub(crate) fn put(&mut self, key: &[u16]) -> u32 {
        let next = self.len();
        if self.slots.len() < 2 * (next as usize + 1) {
            self.grow();
        }
        self.find(key).unwrap_or_else(|free| {
            self.take(free, next);
            self.units.extend_from_slice(key);
            self.ends.push(self.units.len() as u32);
            next
        })
    }

    /// All keys by their numbers.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &[u16]> {
        (0..self.len()).map(|number| self.key(number))
    }

    fn key(&self, number: u32) -> &[u16] {
        let end = |number: u32| self.ends.get(number as usize).map_or(0, |end| *end as usize);
        let start = number.checked_sub(1).map_or(0, end);
        self.units.get(start..end(number)).unwrap_or_default()
    }

    /// The number of `key`, or the slot that is free for it.
    #[inline(always)]
    fn find(&self, key: &[u16]) -> Result<u32, usize> {
        let mut slot = hash(key) as usize;
        loop {
            slot &= self.slots.len().wrapping_sub(1);
            let taken = self.slots.get(slot).and_then(|taken| taken.checked_sub(1));
            match taken {
                Some(number) if self.key(number) == key => return Ok(number),
                Some(_) => slot += 1,
                None => return Err(slot),
            }
        }
    }

    fn take(&mut self, slot: usize, number: u32) {
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = number + 1;
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(16)];
        for number in 0..self.len() {
            if let Err(free) = self.find(self.key(number)) {
                self.take(free, number);
            }
        }
    }
}

/// FNV, its high bits folded onto the low ones.
#[inline]
fn hash(key: &[u16]) -> u32 {
    let mixed = key
        .iter()
        .fold(0x811C_9DC5_u32, |all, unit| (all ^ u32::from(*unit)).wrapping_mul(0x0100_0193));
    mixed ^ (mixed >> 15)
}

/// A number of 64 bits as a key.
pub(crate) fn wide(key: u64) -> [u16; 4] {
    [0, 16, 32, 48].map(|shift| (key >> shift) as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keys_in_the_order_in_which_they_come() {
        let mut numbering = Numbering::default();
        assert_eq!(numbering.get(&[]), None);
        let numbers: Vec<u32> =
            (0..3000).chain(0..3000).map(|n| numbering.put(&wide(n * n))).collect();
        assert!(numbers.iter().copied().eq((0..3000).chain(0..3000)));
        assert_eq!(numbering.put(&[]), 3000);
        assert_eq!((numbering.get(&[]), numbering.len()), (Some(3000), 3001));
        assert_eq!(numbering.get(&[7]), None);
        assert!(numbering.keys().take(3000).eq((0..3000_u64).map(|n| wide(n * n))));
    }
}
