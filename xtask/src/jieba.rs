//! Writes `build/jieba.lexicon`: jieba's dictionary and model, nothing left out.

use crate::{Outcome, data, packages};
use quandian::lexicon::compile_jieba::{Entry, Model, compile};
use std::collections::BTreeMap;
use std::fs;

pub fn run() -> Outcome {
    let dictionary = packages::folder("jieba-rs")?.join("src/data/dict.txt");
    let model = packages::folder("jieba-macros")?.join("src/hmm.model");
    let entries = entries(&fs::read_to_string(dictionary)?)?;
    let model = parse_model(&fs::read_to_string(model)?)?;
    let bytes = compile(&entries, &model).map_err(|why| format!("cannot be written: {why:?}"))?;
    data::write("jieba.lexicon", &bytes, &format!("{} words", entries.len()))
}

fn entries(text: &str) -> Result<Vec<Entry>, Box<dyn std::error::Error>> {
    let mut entries = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut fields = line.split_whitespace();
        let (Some(word), Some(frequency)) = (fields.next(), fields.next()) else {
            return Err(format!("dict.txt:{}: not word, frequency, tag", number + 1).into());
        };
        let tag = fields.next().unwrap_or_default().to_owned();
        entries.push(Entry { word: word.to_owned(), frequency: frequency.parse()?, tag });
    }
    Ok(entries)
}

/// A line of start probabilities, four of transitions, four of emissions: `字:-1.5,…`.
fn parse_model(text: &str) -> Result<Model, Box<dyn std::error::Error>> {
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let mut next = || lines.next().ok_or("hmm.model is too short");
    let mut model = Model { start: four(next()?)?, ..Model::default() };
    for row in &mut model.transitions {
        *row = four(next()?)?;
    }
    for emissions in &mut model.emissions {
        *emissions = emissions_of(next()?)?;
    }
    Ok(model)
}

fn four(line: &str) -> Result<[f64; 4], Box<dyn std::error::Error>> {
    let numbers: Vec<f64> = line.split(' ').map(str::parse).collect::<Result<_, _>>()?;
    numbers.try_into().map_err(|_| "hmm.model: not four numbers".into())
}

fn emissions_of(line: &str) -> Result<BTreeMap<char, f64>, Box<dyn std::error::Error>> {
    let mut emissions = BTreeMap::new();
    for pair in line.split(',') {
        let (character, value) = pair.split_once(':').ok_or("hmm.model: no colon")?;
        let character = character.chars().next().ok_or("hmm.model: no character")?;
        emissions.insert(character, value.parse()?);
    }
    Ok(emissions)
}
