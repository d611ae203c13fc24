//! How fast each layer reads a text: `cargo run --release --example layer_speed -- FILE…`
#![allow(
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a measuring tool for the terminal"
)]

use quandian::recognize::number::{NumberRecognizer, frozen_words};
use quandian::recognize::slogan::SloganRecognizer;
use quandian::text::{Normalizer, Text};
use quandian::{Analyzer, Options};
use std::error::Error;
use std::sync::Arc;
use std::time::Instant;
use std::{env, fs};

const RUNS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let source: String = env::args().skip(1).map(fs::read_to_string).collect::<Result<_, _>>()?;
    let source = source.repeat(1_000_000_usize.div_ceil(source.len().max(1)));
    let start = Instant::now();
    let mut analyzer = Analyzer::new();
    println!("tables    {:8.2} ms", start.elapsed().as_secs_f64() * 1e3);
    if let Ok(bytes) = fs::read("build/compact.lexicon") {
        let start = Instant::now();
        analyzer.load_lexicon(&bytes)?;
        println!("lexicon   {:8.2} ms", start.elapsed().as_secs_f64() * 1e3);
    }
    let normalizer = Normalizer::new();
    let frozen = Arc::new(frozen_words(&normalizer));
    let number = NumberRecognizer::new(frozen.clone(), &normalizer);
    let slogan = SloganRecognizer::new(frozen, &normalizer);
    let text = Text::new(&source, &normalizer);
    speed("view", &source, || Text::new(&source, &normalizer).view().len() as usize);
    speed("numbers", &source, || number.recognize(&text, None).0.len());
    speed("slogans", &source, || slogan.recognize(&text, true).0.len());
    speed("whole", &source, || {
        analyzer.analyze(&source, &Options::default()).map_or(0, |a| a.numbers.len())
    });
    Ok(())
}

fn speed(what: &str, source: &str, work: impl Fn() -> usize) {
    let run = || {
        let start = Instant::now();
        let found = work();
        (start.elapsed(), found)
    };
    let best = (0..RUNS).map(|_| run()).min();
    if let Some((time, found)) = best {
        println!(
            "{what:10}{:8.1} MB/s  {found} found",
            source.len() as f64 / 1e6 / time.as_secs_f64()
        );
    }
}
