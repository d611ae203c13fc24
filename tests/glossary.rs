//! Formulas of the reader's own: they are found unquoted, and their members win over the shipped ones.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test says what went wrong by stopping there"
)]

use quandian::{Analyzer, Member, MemberStatus, Options, Slogan, Source};

fn slogans(analyzer: &Analyzer, source: &str) -> Vec<Slogan<Source>> {
    analyzer.analyze(source, &Options::default()).unwrap().slogans
}

fn members(slogan: &Slogan<Source>) -> Vec<String> {
    let words = |member: &Member<Source>| match member {
        Member::Glossary(words) => format!("{words}"),
        Member::Text { span, .. } => format!("{span:?}"),
    };
    slogan.members.iter().map(words).collect()
}

#[test]
fn a_formula_of_ones_own_is_found_bare() {
    let mut analyzer = Analyzer::new();
    let source = "窗口单位把晨光六事挂在墙上。";
    assert!(slogans(&analyzer, source).is_empty());
    analyzer.set_formulas("# our house style\n晨光六事\t开窗、扫地、备茶、理单、试机、迎客\n");
    let found = slogans(&analyzer, source);
    let [formula] = &found[..] else { panic!("{found:?}") };
    assert_eq!(&source[formula.span.range()], "晨光六事");
    assert_eq!(members(formula), ["开窗", "扫地", "备茶", "理单", "试机", "迎客"]);
    assert_eq!(formula.status, MemberStatus::Complete);
}

#[test]
fn the_text_beats_the_glossary() {
    let mut analyzer = Analyzer::new();
    analyzer.set_formulas("三清\t清甲、清乙、清丙\n");
    let source = "渔政站抓好“三清”：清网具、清渔船、清码头。";
    let found = slogans(&analyzer, source);
    let formula = found.iter().find(|slogan| &source[slogan.span.range()] == "三清").unwrap();
    assert!(formula.members.iter().all(|member| matches!(member, Member::Text { .. })));
}

#[test]
fn a_slash_stands_for_the_comma_of_the_official_wording() {
    let mut analyzer = Analyzer::new();
    analyzer.set_formulas("两个放心\t让家长/学生放心、让社会放心\r\n");
    let found = slogans(&analyzer, "全校追求“两个放心”。");
    assert_eq!(members(&found[0]), ["让家长、学生放心", "让社会放心"]);
}

#[test]
fn mentions_of_one_formula_share_an_identity() {
    let found =
        slogans(&Analyzer::new(), "“八个维度”管全年，“8个维度”看季度，“七个维度”是旧说法。");
    let identities: Vec<u32> = found.iter().map(|slogan| slogan.identity).collect();
    assert_eq!(identities, [0, 0, 1]);
}

#[test]
fn one_slogan_is_the_same_in_every_text() {
    let mut analyzer = Analyzer::new();
    analyzer.set_formulas("八个维度\t甲、乙、丙、丁、戊、己、庚、辛");
    for text in ["“八个维度”管全年。", "“8个维度”看季度。", "推行“八個維度”評價。"]
    {
        let analysis = analyzer.analyze(text, &Options::default()).unwrap();
        assert_eq!(&*analysis.identities[0].canonical, "8维度", "{text}");
    }
}

#[test]
fn what_the_glossary_lists_is_told_beside_what_the_text_says() {
    let mut analyzer = Analyzer::new();
    analyzer.set_formulas("三个到位\t认识到位、措施到位、责任到位");
    let text = "做到认识到位、措施到位、监督到位“三个到位”。";
    let analysis = analyzer.analyze(text, &Options::default()).unwrap();
    let formula = analysis.slogans.iter().find(|slogan| slogan.quoted).unwrap();
    assert!(matches!(formula.members[2], Member::Text { .. }));
    assert_eq!(&*analysis.identities[formula.identity as usize].listed[2], "责任到位");
}

#[test]
fn a_formula_of_two_that_are_listed_has_the_members_of_both() {
    let analyzer = Analyzer::new();
    let found = slogans(&analyzer, "粮食局做到六稳六保，稳住基本盘。");
    let listed = members(&found[0]);
    assert_eq!(listed.len(), 12);
    assert_eq!((&*listed[0], &*listed[6]), ("稳就业", "保居民就业"));
}
