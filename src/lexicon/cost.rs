//! What a word costs on the route: whole nats, from its frequency.

/// The frequency of all of jieba's words together; word costs are measured against it.
pub const TOTAL: u32 = 60_101_967;

/// What a word of two characters that nobody listed costs before its characters, in nats. The compact lexicon leaves out what
/// is made as cheaply by this.
pub const PAIR: u8 = 3;

/// The lowest frequency that still costs `k` nats: TOTAL · e^-(k + ½), rounded up. A table, because the logarithm of one
/// target's mathematics library need not be that of another.
const LOWEST: [u32; 18] = [
    36_453_686, 13_410_562, 4_933_470, 1_814_923, 667_673, 245_624, 90_360, 33_242, 12_229, 4_499,
    1_655, 609, 224, 83, 31, 12, 5, 2,
];

/// The cost of a word that occurs `frequency` times: −ln(frequency / TOTAL), rounded to whole nats.
pub fn of_frequency(frequency: u32) -> u8 {
    let rarest = if frequency == 0 { LOWEST.len() + 1 } else { LOWEST.len() };
    LOWEST.iter().position(|lowest| frequency >= *lowest).unwrap_or(rarest) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_logarithm() {
        for frequency in (1..2000).chain((1..5000).map(|k| k * 11_987)) {
            let exact = -(f64::from(frequency) / f64::from(TOTAL)).ln();
            assert_eq!(i64::from(of_frequency(frequency)), exact.round() as i64, "{frequency}");
        }
        assert_eq!(of_frequency(0), 19);
    }
}
