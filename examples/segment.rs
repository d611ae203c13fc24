//! Cuts UTF-8 files into words with tags: `cargo run --example segment -- FILE…`

use std::{env, fs, io};

use quandian::{Analyzer, Options};

fn main() -> io::Result<()> {
    let mut analyzer = Analyzer::new();
    analyzer.load_lexicon(&fs::read("build/compact.lexicon")?).map_err(io::Error::other)?;
    for path in env::args().skip(1) {
        let source = fs::read_to_string(path)?;
        let mut line = String::new();
        let done = analyzer.segment(&source, &Options::default(), |token| {
            let tag = analyzer.lexicon().map_or("", |lexicon| lexicon.tag_name(token.tag));
            line.push_str(source.get(token.span.range()).unwrap_or(""));
            line.push('/');
            line.push_str(tag);
            line.push(' ');
        });
        done.map_err(io::Error::other)?;
        #[allow(clippy::print_stdout, reason = "it is what the example is for")]
        {
            println!("{line}");
        }
    }
    Ok(())
}
