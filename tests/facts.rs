//! When a fact holds: the date in force at each figure of a sentence.
#![allow(clippy::expect_used, reason = "a failed test")]

use quandian::{Analyzer, Options};

/// Figure and date, `-` where there is none.
fn times(source: &str) -> String {
    let analysis = Analyzer::new().analyze(source, &Options::default()).expect("short");
    let text = |at: u32| {
        let number = analysis.numbers.get(at as usize);
        number.and_then(|number| source.get(number.span.range())).unwrap_or("?")
    };
    let told = analysis
        .facts()
        .map(|fact| format!("{} {}", text(fact.number), fact.time.map_or("-", text)));
    told.collect::<Vec<_>>().join("; ")
}

#[test]
fn a_date_governs_what_follows_it_in_its_sentence() {
    assert_eq!(
        times("2024年修渠86公里，建泵站9座。植树700棵。"),
        "86公里 2024年; 9座 2024年; 700棵 -"
    );
}

#[test]
fn a_change_begins_at_a_date_of_its_own_or_at_none() {
    assert_eq!(times("2024年，参保率从81%提高到97%。"), "81% -; 97% 2024年");
    assert_eq!(times("危房从2019年58座减少到2024年12座。"), "58座 2019年; 12座 2024年");
}

#[test]
fn the_date_a_change_begins_at_governs_nothing_else() {
    let told = times("2024年，危房由2019年的58座减少到12座，新建桥梁7座。");
    assert_eq!(told, "58座 2019年; 12座 2024年; 7座 2024年");
    assert_eq!(times("危房由2019年的58座减少到12座。"), "58座 2019年; 12座 -");
}
