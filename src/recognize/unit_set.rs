//! A set of units of the view, one bit for each of all there are: whether a place is worth a look costs one load.

/// A set of units.
#[derive(Clone)]
pub struct UnitSet {
    bits: Box<[u64; WORDS]>,
}

/// Words of the set: 64 units in each.
const WORDS: usize = 1024;

impl Default for UnitSet {
    fn default() -> Self {
        Self { bits: Box::new([0; WORDS]) }
    }
}

impl UnitSet {
    /// Takes `unit`.
    pub fn insert(&mut self, unit: u16) {
        if let Some(word) = self.bits.get_mut(usize::from(unit / 64)) {
            *word |= 1 << (unit % 64);
        }
    }

    /// Takes all of `other`.
    pub fn join(&mut self, other: &Self) {
        self.bits.iter_mut().zip(other.bits.iter()).for_each(|(own, added)| *own |= added);
    }

    /// Whether `unit` is in it.
    #[inline(always)]
    pub fn holds(&self, unit: u16) -> bool {
        self.bits.get(usize::from(unit / 64)).is_some_and(|word| word >> (unit % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::UnitSet;

    #[test]
    fn holds_what_it_took() {
        let (mut set, mut other) = (UnitSet::default(), UnitSet::default());
        for unit in [0, 63, 64, 0x4E00, u16::MAX] {
            set.insert(unit);
        }
        other.insert(7);
        set.join(&other);
        let held: Vec<u16> = (0..=u16::MAX).filter(|unit| set.holds(*unit)).collect();
        assert_eq!(held, [0, 7, 63, 64, 0x4E00, u16::MAX]);
    }
}
