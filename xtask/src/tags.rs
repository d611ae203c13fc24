//! Writes `build/jieba.tags`: the model with which jieba guesses parts of speech.

use crate::{Outcome, data, packages};
use quandian::lexicon::compile_tags::{TagTables, compile};
use std::error::Error;
use std::fs;

/// What stands in the file for the logarithm of nothing.
const NEVER: f64 = -3.14e100;

pub fn run() -> Outcome {
    let path = packages::folder("jieba-rs")?.join("src/data/posseg.txt");
    let tables = parse(&fs::read_to_string(path)?)?;
    let bytes = compile(&tables).map_err(|why| format!("cannot be written: {why:?}"))?;
    data::write("jieba.tags", &bytes, &format!("{} tags", tables.tags.len()))
}

/// Sections that begin with `@NAME`: tags, then lines of `place,tag,logarithm`, of such behind `place,tag|`, of `字,logarithm`
/// behind the same, and of `place,tag` behind `字|`.
fn parse(text: &str) -> Result<TagTables, Box<dyn Error>> {
    let mut tables = TagTables::default();
    let mut section = "";
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line.starts_with('@') {
            section = line;
            continue;
        }
        let mut parts = line.split('|').filter(|part| !part.is_empty());
        let first = parts.next().unwrap_or_default();
        match section {
            "@TAGS" => tables.tags = line.split(',').map(str::to_owned).collect(),
            "@START" => {
                let (state, value) = first.rsplit_once(',').ok_or("posseg.txt: no comma")?;
                tables.start.insert(state_of(state)?, value.parse()?);
            }
            "@TRANS" => {
                for part in parts {
                    let (to, value) = part.rsplit_once(',').ok_or("posseg.txt: no comma")?;
                    tables.transitions.insert((state_of(first)?, state_of(to)?), value.parse()?);
                }
            }
            "@EMIT" => {
                let row = tables.emissions.entry(state_of(first)?).or_default();
                for part in parts {
                    let (text, value) = part.rsplit_once(',').ok_or("posseg.txt: no comma")?;
                    row.insert(character(text)?, value.parse()?);
                }
            }
            "@CHAR_STATE" => {
                let states = parts.map(state_of).collect::<Result<Vec<u8>, _>>()?;
                if !states.is_empty() {
                    tables.restricted.insert(character(first)?, states);
                }
            }
            _ => {}
        }
    }
    tables.transitions.retain(|_, value| *value > NEVER);
    tables.emissions.values_mut().for_each(|row| row.retain(|_, value| *value > NEVER));
    Ok(tables)
}

fn state_of(text: &str) -> Result<u8, Box<dyn Error>> {
    let (place, tag) = text.split_once(',').ok_or("posseg.txt: a state without comma")?;
    Ok(place.trim().parse::<u8>()? * 64 + tag.trim().parse::<u8>()?)
}

fn character(text: &str) -> Result<char, Box<dyn Error>> {
    text.chars().next().ok_or_else(|| "posseg.txt: no character".into())
}
