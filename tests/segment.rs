//! Runs `tests/cases/segment/*.txt`, the text with ` / ` between its tokens, and checks what no single line can: user
//! words, the other modes, texts of one long line.
//!
//! The cases are cut with the real lexicon: `cargo run -p xtask -- lexicon` writes it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]

mod repository;

use proptest::prelude::*;
use quandian::lexicon::{Lexicon, Tag};
use quandian::segment::{Kept, Mode, Tokens, segment};
use quandian::text::{Normalizer, Text};
use quandian::{Analyzer, Options, Span};
use std::fmt::Write as _;
use std::fs;

fn analyzer() -> Analyzer {
    let mut analyzer = Analyzer::new();
    analyzer.load_lexicon(repository::lexicon()).unwrap();
    analyzer
}

fn cut(analyzer: &Analyzer, source: &str, mode: Mode) -> Vec<String> {
    let mut words = Vec::new();
    let options = Options { mode, parts: true, ..Options::default() };
    analyzer
        .segment(source, &options, |token| words.push(source[token.span.range()].to_owned()))
        .unwrap();
    words
}

fn parts(analyzer: &Analyzer, source: &str) -> String {
    cut(analyzer, source, Mode::Accurate).join(" / ")
}

/// The tag of every token.
fn tags(analyzer: &Analyzer, source: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let lexicon = analyzer.lexicon().unwrap();
    let options = Options { parts: true, ..Options::default() };
    analyzer
        .segment(source, &options, |token| tags.push(lexicon.tag_name(token.tag).to_owned()))
        .unwrap();
    tags
}

fn run(file: &str) {
    let name = format!("tests/cases/segment/{file}.txt");
    let text = fs::read_to_string(repository::file(&name)).unwrap();
    let analyzer = analyzer();
    let mut report = String::new();
    for (number, want) in (1..).zip(text.lines()) {
        if want.is_empty() || want.starts_with('#') {
            continue;
        }
        let got = parts(&analyzer, &want.split(" / ").collect::<String>());
        if got != want {
            let _ = writeln!(report, "{name}:{number}\n  got   {got}\n  want  {want}");
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn overlapping_ambiguity() {
    run("overlapping-ambiguity");
}

#[test]
fn combinational_ambiguity() {
    run("combinational-ambiguity");
}

#[test]
fn numerals() {
    run("numerals");
}

#[test]
fn unknown_words() {
    run("unknown-words");
}

#[test]
fn official() {
    run("official");
}

#[test]
fn latin_and_marks() {
    run("latin-and-marks");
}

#[test]
fn traditional() {
    run("traditional");
}

#[test]
fn tags_of_words_and_others() {
    let analyzer = analyzer();
    assert_eq!(tags(&analyzer, "张伟说GDP增长5.2%。"), ["nr", "v", "eng", "v", "m", "x"]);
    assert_eq!(tags(&analyzer, "斯特列夫斯基来访"), ["nrt", "v"]);
}

/// Recipes of the lexicon leave out what parts make up for; a word of the hand list is none of that.
#[test]
fn words_of_the_hand_list_come_out_whole() {
    let analyzer = analyzer();
    let cut_up: Vec<String> = fs::read_to_string(repository::file("data/words.tsv"))
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').next())
        .map(|word| parts(&analyzer, word))
        .filter(|cut| cut.contains(" / "))
        .collect();
    assert_eq!(cut_up, [""; 0]);
}

#[test]
fn kept_spans_are_one_token_each() {
    let lexicon = Lexicon::from_bytes(&repository::lexicon()).unwrap();
    let normalizer = Normalizer::new();
    let text = Text::new("累计培训党员6.4万人次，落实“两个维护”。", &normalizer);
    let keep = [
        Kept { span: Span::new(6, 12), tag: Tag::NUMBER },
        // Inside the one before: passed over.
        Kept { span: Span::new(6, 9), tag: Tag::NUMBER },
        Kept { span: Span::new(16, 20), tag: Tag::PROPER },
    ];
    let mut keep = keep.into_iter();
    let tokens = segment(text.view(), &mut || keep.next(), &lexicon);
    let words: Vec<String> = tokens.iter().map(|token| text.view().to_string(token.span)).collect();
    assert_eq!(
        words.join(" / "),
        "累计 / 培训 / 党员 / 6.4万人次 / ， / 落实 / “ / 两个维护 / ” / 。"
    );
    assert_eq!(tokens.at(18).map(|token| token.tag), Some(Tag::PROPER));
}

#[test]
fn search_and_full_give_the_words_inside_words() {
    let analyzer = analyzer();
    let search = cut(&analyzer, "中华人民共和国，3.5万", Mode::Search);
    assert_eq!(search.join(" "), "中华 华人 人民 共和 共和国 中华人民共和国 ， 3.5万");
    let full = cut(&analyzer, "南京市长江大桥A", Mode::Full);
    assert_eq!(full.join(" "), "南京 南京市 市长 长江 长江大桥 大桥 A");
}

#[test]
fn user_words_win_over_their_parts() {
    let mut analyzer = analyzer();
    assert_eq!(parts(&analyzer, "推进圈点工程建设"), "推进 / 圈点 / 工程 / 建设");
    analyzer.add_word("圈点工程", None, Some("nz")).unwrap();
    assert_eq!(parts(&analyzer, "推进圈點工程建设"), "推进 / 圈點工程 / 建设");
    assert_eq!(tags(&analyzer, "推进圈点工程"), ["v", "nz"]);
    // A word nobody needs: frequency 1 leaves the cut as it was.
    analyzer.add_word("推进圈", Some(1), None).unwrap();
    assert_eq!(parts(&analyzer, "推进圈点工程建设"), "推进 / 圈点工程 / 建设");
    analyzer.remove_word("圈点工程").unwrap();
    assert_eq!(parts(&analyzer, "推进圈点工程建设"), "推进 / 圈点 / 工程 / 建设");
}

#[test]
fn lexicon_words_can_be_removed_and_come_back() {
    let mut analyzer = analyzer();
    assert_eq!(parts(&analyzer, "南京市长江大桥"), "南京市 / 长江大桥");
    analyzer.remove_word("长江大桥").unwrap();
    assert_eq!(parts(&analyzer, "南京市长江大桥"), "南京市 / 长江 / 大桥");
    analyzer.remove_word("长江").unwrap();
    assert!(!parts(&analyzer, "南京市长江大桥").contains("/ 长江 /"));
    analyzer.add_word("长江大桥", None, None).unwrap();
    assert_eq!(parts(&analyzer, "南京市长江大桥"), "南京市 / 长江大桥");
    assert!(analyzer.add_word("", None, None).is_err());
    assert!(Analyzer::new().add_word("圈点", None, None).is_err());
}

#[test]
fn a_character_taken_out_leaves_its_neighbours_as_they_were() {
    let mut analyzer = analyzer();
    let text = "达到改革的目的，推动水渠的数字化改造";
    let before = parts(&analyzer, text);
    analyzer.remove_word("的").unwrap();
    analyzer.remove_word("化").unwrap();
    assert_eq!(parts(&analyzer, text), before);
    assert_eq!(parts(&analyzer, "的化的"), "的 / 化 / 的");
}

#[test]
fn user_words_may_hold_any_characters() {
    let mut analyzer = analyzer();
    for word in ["C++ 语言", "“双点”工程", "8+3机制", "AI", "甲·乙"] {
        analyzer.add_word(word, None, Some("nz")).unwrap();
    }
    assert_eq!(parts(&analyzer, "学习C++ 语言"), "学习 / C++ 语言");
    assert_eq!(parts(&analyzer, "启动\"双点\"工程"), "启动 / \"双点\"工程");
    assert_eq!(parts(&analyzer, "完善８＋３机制"), "完善 / ８＋３机制");
    assert_eq!(parts(&analyzer, "AI与MAIL"), "AI / 与 / MAIL");
    assert_eq!(parts(&analyzer, "看甲·乙"), "看 / 甲·乙");
    // The digits of another number are no beginning: 18 is one number.
    assert_eq!(parts(&analyzer, "18+3机制"), "18 / + / 3 / 机制");
    analyzer.remove_word("AI").unwrap();
    assert_eq!(tags(&analyzer, "AI"), ["eng"]);
}

/// Tokens must follow each other from the first byte to the last.
fn partitions(analyzer: &Analyzer, source: &str) -> usize {
    let (mut done, mut count) = (0, 0);
    let options = Options { parts: true, limit: usize::MAX, ..Options::default() };
    let check = |token: quandian::segment::SourceToken| {
        assert_eq!(token.span.start, done);
        assert!(source.is_char_boundary(token.span.end as usize) && token.span.end > done);
        (done, count) = (token.span.end, count + 1);
    };
    analyzer.segment(source, &options, check).unwrap();
    assert_eq!(done as usize, source.len());
    count
}

#[test]
fn one_unbroken_line_of_any_size() {
    let analyzer = analyzer();
    let sentence = "南京市长江大桥一九四九年全面推进乡村振兴";
    let short = partitions(&analyzer, &sentence.repeat(10));
    let long = partitions(&analyzer, &sentence.repeat(170_000));
    assert_eq!(long, short * 17_000);
    for unit in ["一", "中", "9", "a", "*", "\u{FEFF}", "𠮷", "😀", "百分之", "\r\n", "\"", "斯"]
    {
        partitions(&analyzer, &unit.repeat(100_000));
    }
}

#[test]
fn empty_and_hidden() {
    let analyzer = analyzer();
    assert_eq!(partitions(&analyzer, ""), 0);
    assert_eq!(parts(&analyzer, "\u{FEFF}你好\r\n"), "\u{FEFF} / 你好 / \r / \n");
    assert_eq!(Tokens::default().at(0), None);
}

#[test]
fn whole_and_parts() {
    let analyzer = analyzer();
    let source = "全市培训党员64人";
    let analysis = analyzer.analyze(source, &Options::default()).unwrap();
    let words: Vec<&str> =
        analysis.tokens.iter().map(|token| &source[token.span.range()]).collect();
    assert_eq!(words.concat(), source);
    assert_eq!(words.len(), analysis.tokens.len());
}

/// Pieces that texts are made of: words, numerals, Latin, marks, what the view leaves out, other planes.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[一-龥]{1,4}",
        "[零一二三四五六七八九十百千万亿第点分之几余]{1,6}",
        "[a-zA-Z0-9.,:%+·-]{1,6}",
        "[，。、“”（）《》 \\n\\t*#]{1,3}",
        Just("南京市长江大桥".to_owned()),
        Just("\u{FEFF}\r\n**".to_owned()),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

#[test]
fn any_text_is_partitioned() {
    let mut analyzer = analyzer();
    for word in ["长江大", "A1", "· ", "之几"] {
        analyzer.add_word(word, None, None).unwrap();
    }
    proptest!(|(source in pieces())| {
        partitions(&analyzer, &source);
        for mode in [Mode::Search, Mode::Full] {
            cut(&analyzer, &source, mode);
        }
    });
}

#[test]
fn any_kept_spans_are_tokens() {
    let lexicon = Lexicon::from_bytes(&repository::lexicon()).unwrap();
    let normalizer = Normalizer::new();
    proptest!(|(source in pieces(), steps in prop::collection::vec((0..4_u32, 1..5_u32), 0..6))| {
        let text = Text::new(&source, &normalizer);
        let mut start = 0;
        let mut keep = Vec::new();
        for (gap, length) in steps {
            start += gap;
            keep.push(Kept { span: Span::new(start, start + length), tag: Tag::PROPER });
            start += length;
        }
        keep.retain(|kept| kept.span.end <= text.view().len());
        let mut kept = keep.iter().copied();
        let tokens = segment(text.view(), &mut || kept.next(), &lexicon);
        for kept in &keep {
            prop_assert_eq!(tokens.at(kept.span.start).map(|token| token.span), Some(kept.span));
        }
        let ends: Vec<u32> = tokens.iter().map(|token| token.span.end).collect();
        prop_assert_eq!(ends.last().copied().unwrap_or(0), text.view().len());
    });
}
