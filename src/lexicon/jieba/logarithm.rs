//! The natural logarithm, the same on every machine.
//!
//! jieba's weights are logarithms of counts. Files hold the counts, which compress to a tenth, and the logarithm is worked
//! out again; mathematics libraries differ in the last bit, so it is done here with what IEEE 754 fixes, and the file
//! says where the wanted value lies a step of the last bit beside ours.
#![expect(clippy::float_arithmetic, reason = "it is a logarithm")]

/// ln 2 in two parts; products of the first with an exponent are exact.
const LN2_HIGH: f64 = f64::from_bits(0x3FE6_2E42_FEFA_3800);
const LN2_LOW: f64 = f64::from_bits(0x3D2E_F357_93C7_6730);

/// 1/3, 1/5 … 1/25.
#[rustfmt::skip]
const PARTS: [f64; 12] = [
    1.0 / 3.0, 1.0 / 5.0, 1.0 / 7.0, 1.0 / 9.0, 1.0 / 11.0, 1.0 / 13.0,
    1.0 / 15.0, 1.0 / 17.0, 1.0 / 19.0, 1.0 / 21.0, 1.0 / 23.0, 1.0 / 25.0,
];

/// ln `x` for a positive, normal `x`, nearly always rounded right.
pub(crate) fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let mut exponent = (bits >> 52) as i32 - 1023;
    let mut m = f64::from_bits(bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000);
    if m > std::f64::consts::SQRT_2 {
        m *= 0.5;
        exponent += 1;
    }
    // ln m = 2 artanh s = 2 (s + s³/3 + s⁵/5 …) with s = (m − 1) / (m + 1).
    let (above, below) = (m - 1.0, m + 1.0);
    let s = above / below;
    let lost = m - (below - 1.0);
    let s_low = (remainder(above, s, below) - s * lost) / below;
    let z = s * s;
    let mut series = 0.0;
    for part in PARTS.iter().rev() {
        series = z * (series + part);
    }
    let high = f64::from(exponent) * LN2_HIGH;
    let sum = high + 2.0 * s;
    let rounded = 2.0 * s - (sum - high);
    sum + (rounded + (2.0 * (s_low + s * series) + f64::from(exponent) * LN2_LOW))
}

/// `n - q · d`, where `q` is `n / d` rounded, without loss.
fn remainder(n: f64, q: f64, d: f64) -> f64 {
    let (q_high, d_high) = (half(q), half(d));
    let (q_low, d_low) = (q - q_high, d - d_high);
    (((n - q_high * d_high) - q_high * d_low) - q_low * d_high) - q_low * d_low
}

/// `x` with the lower half of its digits cleared.
fn half(x: f64) -> f64 {
    f64::from_bits(x.to_bits() & !0x07FF_FFFF)
}

/// `x`, so many steps of the last bit further from zero.
pub(crate) fn step(x: f64, steps: u8) -> f64 {
    f64::from_bits(x.to_bits().wrapping_add(i64::from(steps as i8) as u64))
}

/// The steps from our ln `x` to `wanted`, where they are few.
#[cfg(feature = "compile")]
pub(crate) fn steps(x: f64, wanted: f64) -> Option<u8> {
    let steps = wanted.to_bits().wrapping_sub(ln(x).to_bits()) as i64;
    i8::try_from(steps).ok().map(|steps| steps as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearly_always_what_the_standard_library_says() {
        let (mut differ, mut far) = (0, 0);
        for k in 1..200_000_u32 {
            for x in [f64::from(k), f64::from(k) / 200_001.0, f64::from(k) * 30_011.0] {
                let steps = (x.ln().to_bits() as i64).wrapping_sub(ln(x).to_bits() as i64);
                differ += u32::from(steps != 0);
                far += u32::from(steps.abs() > 1);
            }
        }
        assert!(differ < 12_000 && far == 0, "{differ} differ, {far} by more than a step");
    }
}
