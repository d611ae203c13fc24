//! Writes `src/text/fold.rs`: Traditional → Simplified, one character to one character.
//!
//! The table is OpenCC's, which lists for each Traditional character its Simplified ones, the commonest first. The first is
//! taken; where a character is its own first choice (著, 瞭, 藉) it stays as it is. `data/fold.tsv` overrides both.

use crate::{Outcome, data, packages};
use std::collections::BTreeMap;
use std::fmt::{Display, Write as _};
use std::fs;

const HEAD: &str = "//! Traditional to Simplified characters, one to one. Written by `cargo run -p xtask -- fold`; do not edit.
//!
//! Three planes by rising Simplified character compress to 5.4 KB where pairs would take 10: how far it stands from the one before
//! (255 = further than a byte says: the distance is the next of `FAR`), the high byte of the Traditional one, and the low byte as
//! distance from the last with that high byte: radicals that became simpler keep their characters together. `normalize` reads them.
";

/// Bytes in a line of the file.
const LINE: usize = 20;

pub fn run() -> Outcome {
    let path = packages::folder("ferrous-opencc")?.join("assets/dictionaries/TSCharacters.txt");
    let mut table = first_choices(&fs::read_to_string(path)?);
    for [from, to, _] in data::rows("fold")? {
        let (Some(from), Some(to)) = (single(&from), single(&to)) else {
            return Err(format!("data/fold.tsv: {from} {to}: not one character to one").into());
        };
        table.insert(from, to);
    }
    table.retain(|from, to| from != to && *to != u16::from(b'='));
    close(&mut table);
    let file = data::root("src/text/fold.rs");
    fs::write(&file, write(&table)?)?;
    println!("{}: {} characters", file.display(), table.len());
    Ok(())
}

fn first_choices(text: &str) -> BTreeMap<u16, u16> {
    text.lines()
        .filter_map(|line| {
            let (from, to) = line.split_once('\t')?;
            Some((single(from)?, single(to.split(' ').next()?)?))
        })
        .collect()
}

/// The one unit of a string that is one character of the Basic Multilingual Plane.
fn single(text: &str) -> Option<u16> {
    let mut units = text.encode_utf16();
    let unit = units.next()?;
    (units.next().is_none()).then_some(unit)
}

/// Follows chains to their end, so that folding twice is folding once.
fn close(table: &mut BTreeMap<u16, u16>) {
    let open = table.clone();
    for to in table.values_mut() {
        for _ in 0..4 {
            *to = open.get(to).copied().unwrap_or(*to);
        }
    }
}

fn write(table: &BTreeMap<u16, u16>) -> Result<String, std::fmt::Error> {
    let mut pairs: Vec<(u16, u16)> = table.iter().map(|(from, to)| (*to, *from)).collect();
    pairs.sort_unstable();
    let (mut far, mut step, mut low, mut high) = (vec![], vec![], vec![], vec![]);
    let (mut before, mut lows) = (0, BTreeMap::new());
    for (to, from) in pairs {
        let near = u8::try_from(to - before).unwrap_or(255);
        step.push(near);
        far.extend((near == 255).then_some(to - before));
        before = to;
        let [from, page] = from.to_le_bytes();
        low.push(from.wrapping_sub(lows.insert(page, from).unwrap_or(0)));
        high.push(page);
    }
    let mut code = String::from(HEAD);
    plane(&mut code, "FAR", "u16", &far)?;
    plane(&mut code, "STEP", "u8", &step)?;
    plane(&mut code, "LOW", "u8", &low)?;
    plane(&mut code, "HIGH", "u8", &high)?;
    Ok(code)
}

fn plane<N: Display>(code: &mut String, name: &str, of: &str, numbers: &[N]) -> std::fmt::Result {
    writeln!(code, "\n#[rustfmt::skip]\npub(super) static {name}: &[{of}] = &[")?;
    for line in numbers.chunks(LINE) {
        let numbers: Vec<String> = line.iter().map(N::to_string).collect();
        writeln!(code, "    {},", numbers.join(", "))?;
    }
    writeln!(code, "];")
}
