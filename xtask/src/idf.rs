//! Writes `build/jieba.idf`: jieba's table of inverse document frequencies.

use crate::{Outcome, data, packages};
use quandian::lexicon::compile_idf::compile;
use std::collections::BTreeMap;
use std::fs;

pub fn run() -> Outcome {
    let path = packages::folder("jieba-rs")?.join("src/data/idf.txt");
    let text = fs::read_to_string(path)?;
    let mut words = BTreeMap::new();
    let mut all = Vec::new();
    for line in text.lines() {
        let mut fields = line.split_whitespace();
        if let (Some(word), Some(Ok(value))) = (fields.next(), fields.next().map(str::parse::<f64>))
        {
            words.insert(word.to_owned(), value);
            all.push(value);
        }
    }
    // jieba-rs takes the lower median, over all lines.
    all.sort_by(f64::total_cmp);
    let median = all.get(all.len().saturating_sub(1) / 2).copied().ok_or("idf.txt is empty")?;
    let bytes = compile(&words, median).map_err(|why| format!("cannot be written: {why:?}"))?;
    data::write("jieba.idf", &bytes, &format!("{} words", words.len()))
}
