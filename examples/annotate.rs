//! Prints the annotations of UTF-8 files, one JSON object a line: `cargo run --example annotate -- FILE…`
//!
//! What a Rust program does with the crate alone. Offsets are UTF-16 code units, as everywhere outside Rust.

use std::path::Path;
use std::{env, fs, io};

use quandian::utf16::Utf16Offsets;
use quandian::{
    Analysis, Analyzer, Change, Member, Number, Options, Rejection, Slogan, Source, Span, Value,
};
use serde_json::{Value as Json, json};

fn main() -> io::Result<()> {
    let mut analyzer = Analyzer::new();
    // Written by `cargo run -p xtask -- lexicon`; without it numbers and slogans are found all the same.
    if let Ok(bytes) = fs::read("build/compact.lexicon") {
        analyzer.load_lexicon(&bytes).map_err(io::Error::other)?;
    }
    for path in env::args().skip(1) {
        let source = fs::read_to_string(&path)?;
        let doc = Path::new(&path).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match analyzer.analyze(&source, &Options::default()) {
            Ok(analysis) => print(&doc, &source, &analysis),
            Err(error) => eprintln!("{path}: {error}"),
        }
    }
    Ok(())
}

fn print(doc: &str, source: &str, analysis: &Analysis) {
    let mut offsets = Utf16Offsets::new(source);
    let mut line = |layer: &str, span: Span<Source>, rest: Json| {
        let mut object = json!({"doc": doc, "layer": layer, "start": offsets.get(span.start),
            "end": offsets.get(span.end), "text": text(source, span)});
        if let (Some(all), Json::Object(rest)) = (object.as_object_mut(), rest) {
            all.extend(rest);
        }
        #[allow(clippy::print_stdout, reason = "it is what the example is for")]
        {
            println!("{object}");
        }
    };
    analysis.numbers.iter().for_each(|n| line("number", n.span, number(source, n)));
    analysis.changes.iter().for_each(|c| line("change", c.span, change(source, c)));
    analysis.slogans.iter().for_each(|s| line("slogan", s.span, slogan(source, s)));
    for Rejection { span, layer, reason, rule } in &analysis.rejected {
        let rest = json!({"of": layer.name(), "reason": reason.name(), "rule": rule});
        line("rejected", *span, rest);
    }
}

fn number(source: &str, n: &Number<Source>) -> Json {
    json!({"kind": n.kind.name(), "value": value(&n.value), "unit": n.unit.as_deref(), "bound": n.bound.name(),
        "of": n.of.map(|of| text(source, of)), "edtf": n.edtf(), "iso": n.iso(),
        "direction": n.direction.map(|d| d.name()), "rule": n.rule})
}

fn change(source: &str, c: &Change<Source>) -> Json {
    json!({"from": c.from.to_string(), "to": c.to.to_string(), "unit": c.unit.as_deref(),
        "of": c.of.map(|of| text(source, of)), "rule": c.rule})
}

fn slogan(source: &str, s: &Slogan<Source>) -> Json {
    let member = |member: &Member<Source>| match member {
        Member::Text { span, .. } => json!({"text": text(source, *span), "source": "text"}),
        Member::Glossary(words) => json!({"text": words, "source": "glossary"}),
    };
    let members: Vec<Json> = s.members.iter().map(member).collect();
    json!({"kind": s.kind.name(), "quoted": s.quoted, "members": members, "member_status": s.status.name(),
        "parent": s.parent, "rule": s.rule})
}

fn text(source: &str, span: Span<Source>) -> &str {
    source.get(span.range()).unwrap_or("")
}

fn value(value: &Value) -> Json {
    match value {
        Value::None => Json::Null,
        Value::Range(ends) => json!(ends.map(|end| end.to_string())),
        value => json!(value.to_string()),
    }
}
