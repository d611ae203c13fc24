//! Whole documents: `tests/golden/name.txt` and what analysis makes of it, `name.expected.txt`.
//!
//! One block a clause: the text, under it the marks, Han counted as two columns, and a reading for each. The expected files
//! are written by the machine and read by people: `UPDATE_EXPECT=1 cargo test --test golden`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]

mod repository;

use quandian::{Analysis, Analyzer, Layer, Member, Number, Options, Slogan, Source, Span, Value};
use std::fmt::Write as _;
use std::fs;

#[test]
fn documents_read_as_expected() {
    let mut analyzer = Analyzer::new();
    analyzer.load_lexicon(repository::lexicon()).unwrap();
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut report = String::new();
    let mut documents = 0;
    for file in repository::files("tests/golden", "txt") {
        let name = repository::name(&file);
        let Some(stem) = name.strip_suffix(".txt").filter(|stem| !stem.ends_with(".expected"))
        else {
            continue;
        };
        documents += 1;
        let source = fs::read_to_string(&file).unwrap();
        let analysis = analyzer.analyze(&source, &Options::default()).unwrap();
        let got = render(&source, &analysis);
        let expected = repository::file(&format!("{stem}.expected.txt"));
        if update {
            fs::write(expected, got).unwrap();
        } else {
            let want = fs::read_to_string(&expected).unwrap_or_default();
            report += &difference(stem, &want, &got);
        }
    }
    assert!(documents >= 5, "only {documents} documents");
    assert!(
        report.is_empty(),
        "\n{report}UPDATE_EXPECT=1 cargo test --test golden writes what is got; read the diff"
    );
}

/// The first lines that differ, with the line before them.
fn difference(name: &str, want: &str, got: &str) -> String {
    let (want, got): (Vec<&str>, Vec<&str>) = (want.lines().collect(), got.lines().collect());
    let Some(at) = (0..want.len().max(got.len())).find(|at| want.get(*at) != got.get(*at)) else {
        return String::new();
    };
    let line = |lines: &[&str], at: usize| lines.get(at).copied().unwrap_or("(end)").to_owned();
    let mut shown = format!("{name}.expected.txt:{}\n", at + 1);
    for offset in 0..3 {
        let _ = writeln!(
            shown,
            "  want {}\n  got  {}",
            line(&want, at + offset),
            line(&got, at + offset)
        );
    }
    shown
}

/// One mark under the text.
struct Mark {
    span: Span<Source>,
    reading: String,
}

fn render(source: &str, analysis: &Analysis) -> String {
    let mut marks: Vec<Mark> =
        analysis.slogans.iter().map(|slogan| slogan_mark(source, slogan)).collect();
    marks.extend(analysis.numbers.iter().map(|number| number_mark(source, number)));
    marks.extend(analysis.changes.iter().map(|change| {
        let unit = change.unit.as_deref().unwrap_or("");
        Mark {
            span: change.span,
            reading: format!("change {} → {} {unit}", change.from, change.to).trim_end().to_owned(),
        }
    }));
    marks.extend(analysis.rejected.iter().map(|rejection| {
        let layer = if rejection.layer == Layer::Number { "no number" } else { "no slogan" };
        Mark { span: rejection.span, reading: format!("{layer}: {}", rejection.reason.name()) }
    }));
    // The outer mark first; the sort is stable.
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    let mut rendered = String::new();
    for block in blocks(source, &marks) {
        let _ = writeln!(rendered, "{}", source[block.range()].replace(['\n', '\r'], "⏎"));
        for mark in marks.iter().filter(|mark| block.contains(mark.span)) {
            let before = columns(&source[block.start as usize..mark.span.start as usize]);
            let width = columns(&source[mark.span.range()]);
            let _ = writeln!(rendered, "{}{} {}", " ".repeat(before), bracket(width), mark.reading);
        }
        rendered.push('\n');
    }
    rendered
}

/// `└──┘` under what is marked.
fn bracket(width: usize) -> String {
    match width {
        0 | 1 => "│".to_owned(),
        width => format!("└{}┘", "─".repeat(width - 2)),
    }
}

/// The clauses of the source; a mark that goes over the end of one joins it with the next.
fn blocks(source: &str, marks: &[Mark]) -> Vec<Span<Source>> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for (at, c) in source.char_indices().filter(|(_, c)| "，。；！？\n".contains(*c)) {
        let rest = source[at + c.len_utf8()..].trim_start_matches(['”', '’', '」', '』', '）']);
        let end = source.len() - rest.len();
        let crossed = marks
            .iter()
            .any(|mark| (mark.span.start as usize) < end && end < mark.span.end as usize);
        if !crossed {
            push(source, &mut blocks, start, end);
            start = end;
        }
    }
    push(source, &mut blocks, start, source.len());
    blocks
}

/// Blank stretches make no block.
fn push(source: &str, blocks: &mut Vec<Span<Source>>, start: usize, end: usize) {
    let text = &source[start..end];
    let (head, tail) = (text.len() - text.trim_start().len(), text.trim_end().len());
    if head < tail {
        blocks.push(Span::new((start + head) as u32, (start + tail) as u32));
    }
}

/// Columns on a screen: two for Han and full-width characters, one for the rest.
fn columns(text: &str) -> usize {
    let wide = |c: char| matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFF}');
    // Quotation marks, dots and dashes take two columns in a Chinese font.
    text.chars().map(|c| if wide(c) || "“”‘’—…·".contains(c) { 2 } else { 1 }).sum()
}

fn number_mark(source: &str, number: &Number<Source>) -> Mark {
    let mut reading = number.kind.name().to_owned();
    if number.value != Value::None {
        reading += &format!(" {}", number.value);
    }
    let said = [number.unit.as_deref(), number.edtf(), number.iso()];
    for said in said.into_iter().flatten() {
        reading += &format!(" {said}");
    }
    if number.bound.name() != "exact" {
        reading += &format!(" {}", number.bound.name());
    }
    for word in [
        number.direction.map(|d| d.name()),
        number.rate.map(|r| r.name()),
        number.planned.then_some("planned"),
    ] {
        reading += &word.map(|word| format!(" {word}")).unwrap_or_default();
    }
    if let Some(of) = number.of {
        reading += &format!(" of {}", &source[of.range()]);
    }
    Mark { span: number.span, reading }
}

fn slogan_mark(source: &str, slogan: &Slogan<Source>) -> Mark {
    let mut reading = slogan.kind.name().to_owned();
    if slogan.quoted {
        reading += " quoted";
    }
    let members: Vec<&str> = slogan
        .members
        .iter()
        .map(|member| match member {
            Member::Text { span, .. } => &source[span.range()],
            Member::Glossary(text) => text,
        })
        .collect();
    if !members.is_empty() {
        let glossary = slogan.members.iter().any(|m| matches!(m, Member::Glossary(_)));
        let from = if glossary { " in the glossary" } else { "" };
        reading += &format!(" {}{from}: {}", slogan.status.name(), members.join("、"));
    }
    Mark { span: slogan.span, reading }
}

#[test]
fn marks_stand_under_the_text() {
    let source = "全年产量1.37万亿斤。";
    let analysis = Analyzer::new().analyze(source, &Options::default()).unwrap();
    let rendered = render(source, &analysis);
    assert_eq!(rendered, "全年产量1.37万亿斤。\n        └────────┘ quantity 1370000000000 斤\n\n");
}
