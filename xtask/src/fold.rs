//! Writes `src/text/fold.rs`: Traditional → Simplified, one character to one character.
//!
//! The table is OpenCC's, which lists for each Traditional character its Simplified ones, the commonest first. The first is
//! taken; where a character is its own first choice (著, 瞭, 藉) it stays as it is. `data/fold.tsv` overrides both.

use crate::{Outcome, data, packages};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

const HEAD: &str = "//! Traditional to Simplified characters, one to one. Written by `cargo run -p xtask -- fold`; do not edit.

/// Pairs (Traditional, Simplified) of code points, sorted by the first.
#[rustfmt::skip]
pub(super) static FOLD: &[(u16, u16)] = &[
";

/// Pairs in a line of the file.
const PAIRS: usize = 6;

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
    let mut code = String::from(HEAD);
    let pairs: Vec<_> = table.iter().collect();
    for line in pairs.chunks(PAIRS) {
        let pairs: Vec<String> = line.iter().map(|(from, to)| format!("(0x{from:04X}, 0x{to:04X})")).collect();
        writeln!(code, "    {},", pairs.join(", "))?;
    }
    code.push_str("];\n");
    Ok(code)
}
