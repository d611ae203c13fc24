//! `bench-jieba DICTIONARY TEXT offsets|strings|start`: milliseconds of one run after a warm-up, on standard output.

use std::time::{Duration, Instant};
use std::{env, fs};

use jieba_rs::Jieba;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [dictionary, text, form] = arguments.as_slice() else {
        return Err("DICTIONARY TEXT FORM".into());
    };
    let (dictionary, text) = (fs::read(dictionary)?, fs::read_to_string(text)?);
    let from = Instant::now();
    let jieba = Jieba::with_dict(&mut dictionary.as_slice())?;
    drop(jieba.cut("先切一句试试。", true));
    let start = from.elapsed();
    let elapsed = match form.as_str() {
        "start" => start,
        "strings" => second_run(|| strings(&jieba, &text).len()),
        _ => second_run(|| bench_jieba::ends(&jieba, &text).len()),
    };
    println!("{}", elapsed.as_secs_f64() * 1000.0);
    Ok(())
}

fn strings(jieba: &Jieba, text: &str) -> Vec<String> {
    jieba.cut(text, true).iter().map(|token| token.word.to_owned()).collect()
}

fn second_run(run: impl Fn() -> usize) -> Duration {
    std::hint::black_box(run());
    let from = Instant::now();
    std::hint::black_box(run());
    from.elapsed()
}
