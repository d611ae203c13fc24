//! One concept, one word: the code does not use what others call it.

use crate::code::{code, sources};
use crate::repository::name;
use regex::Regex;
use std::collections::HashSet;
use std::fmt::Write as _;

/// Words of other houses for things that have a name here.
const NOT_OUR_WORDS: &str = "tokenizer tokenize tokenization vocab vocabulary dict dictionary lattice oov blacklist whitelist \
    lemma idx preprocess preprocessing cleaned extractor detector matcher entity entities lint snapshot fixture timex \
    misc util utils helper helpers";

#[test]
fn one_concept_has_one_word() {
    let not_ours: HashSet<&str> = NOT_OUR_WORDS.split_whitespace().collect();
    let strings = Regex::new(r#""(?:[^"\\]|\\.)*""#).unwrap();
    let part = Regex::new("[A-Z]?[a-z]+|[A-Z]+").unwrap();
    let mut report = String::new();
    for file in sources() {
        for word in part.find_iter(&strings.replace_all(&code(&file), "")) {
            if not_ours.contains(word.as_str().to_lowercase().as_str()) {
                let _ = writeln!(report, "{}: {}", name(&file), word.as_str());
            }
        }
        let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(!not_ours.contains(stem.as_str()) && stem != "common", "{}", name(&file));
    }
    assert!(report.is_empty(), "\n{report}");
}

/// Numerals are the grammar of numbers, not a list of words.
const NUMERALS: &str = "零〇一二三四五六七八九十百千万亿兆两双廿卅壹贰叁肆伍陆柒捌玖拾佰仟";

/// Where a `match` takes another way for each word, that is grammar; what only asks whether one of several stands there is
/// a list, and lists are data.
#[test]
fn recognisers_hold_no_list_of_characters() {
    let list = Regex::new(r"'.'(?:\s*\|\s*'.')+\s*\)+(\s*(?:=>|if))?").unwrap();
    let character = Regex::new(r"'(\p{Han})'").unwrap();
    let mut report = String::new();
    for file in sources().iter().filter(|file| name(file).starts_with("src/recognize/")) {
        let code = code(file);
        for found in list.captures_iter(&code).filter(|found| found.get(1).is_none()) {
            let words = character.captures_iter(&found[0]);
            if words.filter(|word| !NUMERALS.contains(&word[1])).count() > 1 {
                let _ = writeln!(report, "{}: {}", name(file), &found[0]);
            }
        }
    }
    assert!(report.is_empty(), "a row of data/characters.tsv, please:\n{report}");
}
