//! Cuts files with the compact lexicon and reports the speed; with `--print`, prints the words instead.
//!
//! `cargo run --release --example segment_speed -- [--print] FILE…`, after `cargo run -p xtask -- lexicon`.
#![allow(
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a measuring tool for the terminal"
)]

use quandian::lexicon::Lexicon;
use quandian::segment::{segment, visit_source};
use quandian::text::{Normalizer, Text};
use std::error::Error;
use std::fs;
use std::time::{Duration, Instant};

const RUNS: usize = 15;

fn main() -> Result<(), Box<dyn Error>> {
    let bytes = fs::read("build/compact.lexicon")?;
    let (load, lexicon) = best(|| Lexicon::from_bytes(&bytes));
    let lexicon = lexicon?;
    let normalizer = Normalizer::new();
    let files: Vec<String> = std::env::args().skip(1).collect();
    if let [option, files @ ..] = files.as_slice()
        && option == "--print"
    {
        for file in files {
            print(&fs::read_to_string(file)?, &normalizer, &lexicon);
        }
        return Ok(());
    }
    println!("lexicon: {} words, loaded in {load:.2?}", lexicon.len());
    for file in &files {
        let source = fs::read_to_string(file)?;
        let rate = |time: Duration| source.len() as f64 / 1e6 / time.as_secs_f64();
        let (view, text) = best(|| Text::new(&source, &normalizer));
        let (cut, tokens) = best(|| segment(text.view(), &mut || None, &lexicon));
        let (whole, _) = best(|| {
            let text = Text::new(&source, &normalizer);
            let mut ends = 0_u64;
            visit_source(&text, &segment(text.view(), &mut || None, &lexicon), &mut |token| {
                ends += u64::from(token.span.end)
            });
            ends
        });
        println!(
            "{file}: {} bytes, {} tokens; view {:.0}, cut {:.0}, view and cut {:.0}, with offsets {:.0} MB/s",
            source.len(),
            tokens.iter().count(),
            rate(view),
            rate(cut),
            rate(view + cut),
            rate(whole),
        );
    }
    Ok(())
}

/// The shortest of some runs, and what the last gave.
fn best<T>(mut run: impl FnMut() -> T) -> (Duration, T) {
    let mut timed = || {
        let start = Instant::now();
        let result = std::hint::black_box(run());
        (start.elapsed(), result)
    };
    let (mut shortest, mut last) = timed();
    for _ in 1..RUNS {
        let (time, result) = timed();
        (shortest, last) = (shortest.min(time), result);
    }
    (shortest, last)
}

/// One line for each line of the text, words parted by a blank.
fn print(source: &str, normalizer: &Normalizer, lexicon: &Lexicon) {
    for line in source.lines() {
        let text = Text::new(line, normalizer);
        let mut words = Vec::new();
        visit_source(&text, &segment(text.view(), &mut || None, lexicon), &mut |token| {
            words.push(line.get(token.span.range()).unwrap_or(""));
        });
        println!("{}", words.join(" "));
    }
}
