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
//! Three planes compress to 6 KB where pairs would take 10: how far each Traditional character stands from the one before
//! (0 = further than a byte says: the distance is the next of `FAR`), and the two bytes of the Simplified one. `normalize` reads them.
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
    let mut code = String::from(HEAD);
    let befores = std::iter::once(&0).chain(table.keys());
    let distances: Vec<u16> =
        table.keys().zip(befores).map(|(from, before)| from - before).collect();
    let near = distances.iter().map(|distance| u8::try_from(*distance).unwrap_or(0));
    let far = distances.iter().copied().filter(|distance| u8::try_from(*distance).is_err());
    plane(&mut code, "FAR", "u16", &far.collect::<Vec<_>>())?;
    plane(&mut code, "DISTANCE", "u8", &near.collect::<Vec<_>>())?;
    plane(
        &mut code,
        "LOW",
        "u8",
        &table.values().map(|to| to.to_le_bytes()[0]).collect::<Vec<_>>(),
    )?;
    plane(
        &mut code,
        "HIGH",
        "u8",
        &table.values().map(|to| to.to_le_bytes()[1]).collect::<Vec<_>>(),
    )?;
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
