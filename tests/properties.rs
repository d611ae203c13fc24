//! Laws: what holds of every text and every number, asked of random ones. A failure that was found once is asked again
//! first; `tests/properties.regressions` remembers it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

mod case_lines;
mod random_text;
mod repository;

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use quandian::numeral::{Decimal, read};
use quandian::text::{Normalizer, Text};
use quandian::utf16::Utf16Offsets;
use quandian::{
    Analysis, Analyzer, Layer, Member, Number, Options, Rejection, Slogan, Source, Span, View,
};
use random_text::{SENTENCES, piece, sentence, text};
use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

fn laws() -> ProptestConfig {
    let file = FileFailurePersistence::WithSource("regressions");
    ProptestConfig { failure_persistence: Some(Box::new(file)), ..ProptestConfig::default() }
}

static PLAIN: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

static WITH_LEXICON: LazyLock<Analyzer> = LazyLock::new(|| {
    let mut analyzer = Analyzer::new();
    analyzer.load_lexicon(repository::lexicon()).unwrap();
    analyzer
});

static NORMALIZER: LazyLock<Normalizer> = LazyLock::new(Normalizer::new);

fn analyze(analyzer: &Analyzer, source: &str) -> Analysis {
    analyzer.analyze(source, &Options::default()).unwrap()
}

/// Every span of an analysis, whatever it says.
fn spans(analysis: &Analysis) -> Vec<Span<Source>> {
    let mut spans: Vec<Span<Source>> = analysis.tokens.iter().map(|token| token.span).collect();
    for number in &analysis.numbers {
        spans.push(number.span);
        spans.extend(number.of);
    }
    for change in &analysis.changes {
        spans.push(change.span);
        spans.extend(change.of);
    }
    for slogan in &analysis.slogans {
        spans.push(slogan.span);
        spans.extend(slogan.members.iter().filter_map(|member| match member {
            Member::Text { span, .. } => Some(*span),
            Member::Glossary(_) => None,
        }));
    }
    spans.extend(analysis.rejected.iter().map(|rejection| rejection.span));
    for fact in analysis.facts() {
        spans.push(fact.sentence);
        spans.extend(fact.indicator);
    }
    spans
}

proptest! {
    #![proptest_config(laws())]

    /// Analysis is total: tokens join to the source, spans lie between characters and are not empty.
    #[test]
    fn any_text_is_partitioned_and_sliced(source in text()) {
        let analysis = analyze(&WITH_LEXICON, &source);
        let joined: String =
            analysis.tokens.iter().map(|token| source.get(token.span.range()).unwrap_or("?")).collect();
        prop_assert_eq!(&joined, &source);
        for span in spans(&analysis) {
            prop_assert!(source.get(span.range()).is_some(), "{:?}", span);
        }
        for span in analysis.numbers.iter().map(|n| n.span).chain(analysis.slogans.iter().map(|s| s.span)) {
            prop_assert!(!span.is_empty(), "{:?}", span);
        }
    }

    /// Words add what is counted and tokens; they change no number, slogan or rejection.
    #[test]
    fn the_lexicon_changes_no_number_and_no_slogan(source in text()) {
        let (plain, whole) = (analyze(&PLAIN, &source), analyze(&WITH_LEXICON, &source));
        let told = |analysis: &Analysis| -> Vec<_> { analysis.numbers.iter().map(number_told).collect() };
        prop_assert_eq!(told(&plain), told(&whole));
        prop_assert_eq!(plain.slogans, whole.slogans);
        prop_assert_eq!(plain.rejected, whole.rejected);
    }

    /// Same text, same analysis, by whichever analyser.
    #[test]
    fn analysis_is_deterministic(source in text()) {
        let (one, other) = (analyze(&PLAIN, &source), analyze(&Analyzer::new(), &source));
        prop_assert!(one.facts().eq(other.facts()));
        prop_assert_eq!(one.numbers, other.numbers);
        prop_assert_eq!(one.slogans, other.slogans);
        prop_assert_eq!(one.rejected, other.rejected);
        prop_assert_eq!(one.changes, other.changes);
    }

    /// Who asks for no slogans gets the same numbers: what a formula counts is none either way.
    #[test]
    fn untold_slogans_change_no_number(source in text()) {
        let told = analyze(&PLAIN, &source);
        let untold = PLAIN.analyze(&source, &Options { slogans: false, ..Options::default() }).unwrap();
        prop_assert_eq!(told.numbers, untold.numbers);
        let by_numbers = |rejected: Vec<Rejection<Source>>| -> Vec<_> {
            rejected.into_iter().filter(|rejection| rejection.layer == Layer::Number).collect()
        };
        prop_assert_eq!(by_numbers(told.rejected), untold.rejected);
        prop_assert!(untold.slogans.is_empty() && untold.identities.is_empty());
    }

    /// The view and the source step forward together; what lies between two units was left out on purpose.
    #[test]
    fn the_way_back_to_the_source_is_monotone(source in text(), at in any::<prop::sample::Index>()) {
        let text = Text::new(&source, &NORMALIZER);
        let view = text.view();
        let mut cursor = text.cursor();
        let mut done = 0;
        for unit in 0..view.len() {
            let span = text.to_source(Span::new(unit, unit + 1));
            prop_assert_eq!((span.start, span.end), (cursor.start_of(unit), cursor.end_of(unit + 1)));
            left_out(&source, done, span.start)?;
            let mut made_from = source.get(span.range()).unwrap_or("").chars();
            let (c, more) = (made_from.next(), made_from.next());
            prop_assert!(c.is_some() && more.is_none(), "unit {} is made from {:?}", unit, span);
            let c = c.unwrap_or('\0');
            let literal = NORMALIZER.fold(c) == view.at(unit);
            prop_assert!(literal || matches!(c, '"' | '＂' | '\0' | '○' | '◯'), "{:?} became {:?}", c, view.char(unit));
            done = span.end;
        }
        left_out(&source, done, source.len() as u32)?;
        // A jump to any place says what walking there said.
        let place = at.index(view.len() as usize + 1) as u32;
        let mut jumped = text.cursor();
        prop_assert_eq!(jumped.start_of(place), cursor.start_of(place));
        prop_assert_eq!(jumped.boundary(place), text.cursor().boundary(place));
    }

    /// A UTF-16 span slices to the same characters as the byte span.
    #[test]
    fn utf16_spans_slice_to_the_surface(source in text()) {
        let analysis = analyze(&WITH_LEXICON, &source);
        let units: Vec<u16> = source.encode_utf16().collect();
        let mut offsets = Utf16Offsets::new(&source);
        for span in spans(&analysis) {
            let (start, end) = (offsets.get(span.start) as usize, offsets.get(span.end) as usize);
            let slice = units.get(start..end).and_then(|slice| String::from_utf16(slice).ok());
            prop_assert_eq!(slice.as_deref(), source.get(span.range()));
        }
    }

    /// Layers are sorted and never cross themselves; a number is whole in one token.
    #[test]
    fn layers_are_sorted_and_never_cross(source in text()) {
        let analysis = analyze(&WITH_LEXICON, &source);
        for pair in analysis.numbers.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start, "{:?} {:?}", pair[0].span, pair[1].span);
        }
        for pair in analysis.slogans.windows(2) {
            let (a, b) = (pair[0].span, pair[1].span);
            prop_assert!(a.start < b.start || a.start == b.start && a.end > b.end, "{:?} {:?}", a, b);
        }
        for (at, slogan) in analysis.slogans.iter().enumerate() {
            for other in &analysis.slogans[..at] {
                let nested = other.span.contains(slogan.span);
                prop_assert!(nested || !other.span.overlaps(slogan.span), "{:?} {:?}", other.span, slogan.span);
            }
            let outer = slogan.parent.map(|parent| analysis.slogans[parent as usize].span);
            prop_assert!(outer.is_none_or(|outer| outer.contains(slogan.span)), "{:?}", slogan);
        }
        for rejection in number_rejections(&analysis) {
            let crossed = analysis.numbers.iter().find(|number| number.span.overlaps(rejection.span));
            prop_assert!(crossed.is_none(), "{:?} {:?}", rejection, crossed);
        }
        let order = |r: &Rejection<Source>| (r.span.start, r.span.end);
        prop_assert!(analysis.rejected.is_sorted_by_key(order));
        for number in &analysis.numbers {
            prop_assert!(analysis.tokens.iter().any(|token| token.span.contains(number.span)), "{:?}", number);
        }
    }

    /// No numeral is passed over: each stands in a number or in a rejection with its reason.
    #[test]
    fn every_numeral_is_a_number_or_is_rejected(source in text()) {
        let analysis = analyze(&PLAIN, &source);
        let text = Text::new(&source, &NORMALIZER);
        let view = text.view();
        for unit in 0..view.len() {
            if !is_numeral(view.char(unit)) {
                continue;
            }
            let span = text.to_source(Span::<View>::new(unit, unit + 1));
            let read = analysis.numbers.iter().any(|number| number.span.contains(span));
            let rejected = number_rejections(&analysis).any(|rejection| rejection.span.contains(span));
            prop_assert!(read || rejected, "{} at {:?} is neither", view.char(unit), span);
        }
    }

    /// Wide digits and letters and Traditional characters change no value and no place; but where words name a place (民国), the
    /// script says whether the text is at home there.
    #[test]
    fn variants_of_a_text_say_the_same(source in text(), choice in any::<u64>()) {
        prop_assume!(!names_home(&source));
        let variant = varied(&source, choice);
        let (plain, varied) = (analyze(&PLAIN, &source), analyze(&PLAIN, &variant));
        let told = |source: &str, analysis: &Analysis| -> Vec<_> {
            analysis.numbers.iter().map(|n| (in_chars(source, n.span), number_told(n))).collect()
        };
        prop_assert_eq!(told(&source, &plain), told(&variant, &varied), "{}", variant);
        let slogans = |source: &str, analysis: &Analysis| -> Vec<_> {
            analysis.slogans.iter().map(|s| (in_chars(source, s.span), slogan_told(s))).collect()
        };
        prop_assert_eq!(slogans(&source, &plain), slogans(&variant, &varied), "{}", variant);
    }

    /// A sentence behind a full stop changes nothing before it, but that a formula it puts in quotation marks is known
    /// everywhere, and that all of a text says where it is at home.
    #[test]
    fn what_follows_a_sentence_does_not_change_it(
        first in prop_oneof![sentence(), open_free()], next in prop_oneof![sentence(), text()],
    ) {
        let before = format!("{first}。");
        let whole = format!("{before}{next}");
        prop_assume!(!names_home(&whole));
        let end = before.len() as u32;
        let (one, both) = (analyze(&WITH_LEXICON, &before), analyze(&WITH_LEXICON, &whole));
        let known: Vec<Span<Source>> = both
            .slogans
            .iter()
            .filter(|slogan| slogan.rule == "quoted-elsewhere" && slogan.span.end <= end)
            .map(|slogan| slogan.span)
            .collect();
        let told = |analysis: &Analysis| {
            let mine = |span: Span<Source>| {
                span.start < end && !known.iter().any(|known| known.overlaps(span))
            };
            let numbers = analysis.numbers.iter().filter(|n| mine(n.span));
            // Tokens beside a formula that is now known may say otherwise what is counted.
            let numbers = numbers
                .map(|n| (n.span, number_told(n), n.of.filter(|_| known.is_empty())));
            let slogans = analysis.slogans.iter().filter(|s| mine(s.span));
            let slogans = slogans.map(|s| (s.span, slogan_told(s)));
            (numbers.collect::<Vec<_>>(), slogans.collect::<Vec<_>>())
        };
        prop_assert_eq!(told(&one), told(&both));
    }

    /// Every numeral style gives its number back.
    #[test]
    fn a_number_written_in_any_style_is_read_back(number in any_number()) {
        for (style, written) in number.styles() {
            let units = NORMALIZER.fold_str(&written);
            let numeral = read(&units);
            prop_assert!(numeral.is_some_and(|n| n.length == units.len()), "{}: {} is read as {:?}", style, written, numeral);
            let value = numeral.map(|numeral| (numeral.low, numeral.high, numeral.vagueness));
            prop_assert_eq!(value, Some((number.decimal(), None, None)), "{}: {}", style, written);
        }
    }
}

/// What lies between two units is Markdown, the half of a line break, or takes no place.
fn left_out(source: &str, from: u32, to: u32) -> Result<(), TestCaseError> {
    let between = source.get(from as usize..to as usize);
    prop_assert!(between.is_some(), "{}..{} runs backward or splits a character", from, to);
    for c in between.unwrap_or("").chars() {
        prop_assert!(
            NORMALIZER.fold(c) == 0 || matches!(c, '*' | '#' | '\r'),
            "{:?} was left out",
            c
        );
    }
    Ok(())
}

fn number_rejections(analysis: &Analysis) -> impl Iterator<Item = &Rejection<Source>> {
    analysis.rejected.iter().filter(|rejection| rejection.layer == Layer::Number)
}

/// Numeral characters, as the guideline lists them, in the view's forms.
fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "零〇一二三四五六七八九十百千万亿兆两壹贰叁肆伍陆柒捌玖拾佰仟".contains(c)
}

/// What is said of a number but for its place, its unit's script and what is counted.
fn number_told(number: &Number<Source>) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {} {} {}",
        number.kind,
        number.value,
        number.bound,
        number.edtf(),
        number.iso(),
        number.direction,
        number.rate,
        number.planned,
        number.unit.is_some(),
        number.rule
    )
}

/// What is said of a slogan in its own sentence: a list of members may follow far behind.
fn slogan_told(slogan: &Slogan<Source>) -> String {
    format!("{:?} {} {}", slogan.kind, slogan.quoted, slogan.rule)
}

/// The same place counted in characters.
fn in_chars(source: &str, span: Span<Source>) -> (usize, usize) {
    let count = |end: u32| source.get(..end as usize).map_or(0, |before| before.chars().count());
    (count(span.start), count(span.end))
}

/// A text that leaves no quotation mark, bracket or title open, and is one line.
fn open_free() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..30).prop_map(|pieces| {
        pieces.concat().replace(
            |c: char| {
                c.is_whitespace()
                    || "“”‘’「」『』《》〈〉（）()【】〔〕[]{}\"＂'*#〝〞﹁﹂﹃﹄".contains(c)
            },
            "",
        )
    })
}

/// Whether a word says where `source` is at home.
fn names_home(source: &str) -> bool {
    let folded: String =
        source.chars().map(|c| char::from_u32(NORMALIZER.fold(c).into()).unwrap_or(c)).collect();
    HOMES.iter().any(|word| folded.contains(word))
}

/// The words that say where a text is at home.
static HOMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let rows = fs::read_to_string(repository::file("data/regions.tsv")).expect("a data file");
    let word = |row: &str| row.split('\t').next().map(str::to_owned);
    rows.lines().skip(1).filter_map(word).collect()
});

/// Characters that fold to a unit, by unit: wide letters and digits, Traditional characters.
static VARIANTS: LazyLock<BTreeMap<u16, Vec<char>>> = LazyLock::new(|| {
    let mut variants: BTreeMap<u16, Vec<char>> = BTreeMap::new();
    let wide = ('０'..='９').chain('Ａ'..='Ｚ').chain('ａ'..='ｚ').chain("％（）＋：".chars());
    for c in ('\u{3400}'..='\u{9FFF}').chain(wide) {
        if NORMALIZER.fold(c) != c as u32 as u16 {
            variants.entry(NORMALIZER.fold(c)).or_default().push(c);
        }
    }
    variants
});

/// The text with some characters in another form; `choice` says which.
fn varied(source: &str, choice: u64) -> String {
    let mut state = choice | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    };
    source
        .chars()
        .map(|c| match u16::try_from(c as u32).ok().and_then(|unit| VARIANTS.get(&unit)) {
            Some(forms) if next() % 3 > 0 => forms[next() % forms.len()],
            _ => c,
        })
        .collect()
}

#[test]
fn there_are_variants_to_choose_from() {
    assert!(VARIANTS.len() > 2000, "{} units have another form", VARIANTS.len());
    assert!(VARIANTS[&('万' as u16)].contains(&'萬'));
    assert!(VARIANTS[&u16::from(b'3')].contains(&'３'));
    assert!(SENTENCES.len() > 1000);
}

/// A number up to 10^16 with at most four decimals: `digits / 10^places`.
#[derive(Clone, Copy, Debug)]
struct Written {
    whole: u64,
    fraction: u64,
    places: usize,
}

fn any_number() -> impl Strategy<Value = Written> {
    let ten = 10u64;
    let whole = prop_oneof![
        // Of every length, and round ones.
        (0..17u32).prop_flat_map(move |length| 0..=ten.pow(length)),
        (1..=9999u64, 0..13u32).prop_map(move |(head, zeros)| head * ten.pow(zeros)),
        (1..=9999u64, 1..=9999u64, 4..9u32).prop_map(move |(a, b, zeros)| a * ten.pow(zeros) + b),
        Just(ten.pow(16)),
    ];
    let fraction = prop_oneof![
        2 => Just((0, 0)),
        1 => (1..5usize).prop_flat_map(move |places| (0..ten.pow(places as u32), Just(places))),
    ];
    (whole, fraction).prop_map(|(whole, (fraction, places))| Written {
        whole: whole.min(10u64.pow(16)),
        fraction,
        places,
    })
}

const HAN: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const FINANCIAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const PLACES: [&str; 4] = ["", "十", "百", "千"];
const FINANCIAL_PLACES: [&str; 4] = ["", "拾", "佰", "仟"];

impl Written {
    fn decimal(self) -> Decimal {
        Decimal::parse(&self.arabic()).unwrap()
    }

    /// Every style that can write it.
    fn styles(self) -> Vec<(&'static str, String)> {
        let mut styles = vec![
            ("plain", self.arabic()),
            ("grouped", format!("{}{}", grouped(self.whole), self.point("."))),
            ("wide", varied(&self.arabic(), 3)),
            ("in 万", self.shifted(4, "万")),
            ("in 亿", self.shifted(8, "亿")),
            ("in 万亿", self.shifted(12, "万亿")),
            ("Han", han(self.whole, &HAN, &PLACES) + &self.han_point(&HAN)),
            (
                "financial",
                han(self.whole, &FINANCIAL, &FINANCIAL_PLACES) + &self.han_point(&FINANCIAL),
            ),
            ("Traditional", self.traditional()),
        ];
        if self.places == 0 && self.whole.is_multiple_of(10_000) && self.whole > 0 {
            styles.push(("mixed", mixed(self.whole)));
        }
        if self.places == 0 && self.whole >= 100 {
            let digits: String =
                self.whole.to_string().bytes().map(|b| digit(&HAN, b - b'0')).collect();
            styles.push(("positional", digits.replace('零', "〇")));
        }
        styles
    }

    fn arabic(self) -> String {
        format!("{}{}", self.whole, self.point("."))
    }

    fn point(self, point: &str) -> String {
        match self.places {
            0 => String::new(),
            places => format!("{point}{:0places$}", self.fraction),
        }
    }

    fn han_point(self, digits: &[&str; 10]) -> String {
        self.point("点")
            .chars()
            .map(|c| c.to_digit(10).map_or("点", |d| digit(digits, d as u8)))
            .collect()
    }

    fn traditional(self) -> String {
        let simplified = han(self.whole, &HAN, &PLACES) + &self.han_point(&HAN);
        simplified.replace('万', "萬").replace('亿', "億").replace('点', "點")
    }

    /// 12345 in 万 is 1.2345万.
    fn shifted(self, power: usize, place: &str) -> String {
        let digits = format!("{}{}", self.whole, self.point(""));
        let scale = power + self.places;
        let padded = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = padded.split_at(padded.len() - scale);
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{whole}{point}{fraction}{place}")
    }
}

fn digit<'d>(digits: &[&'d str; 10], value: u8) -> &'d str {
    digits[usize::from(value)]
}

fn grouped(whole: u64) -> String {
    let digits = whole.to_string();
    let mut groups = String::new();
    for (at, c) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            groups.push(',');
        }
        groups.push(c);
    }
    groups
}

/// 1亿5000万, 3万亿2000亿 is not written: one figure for each of 亿 and 万.
fn mixed(whole: u64) -> String {
    let (hundred_millions, rest) = (whole / 100_000_000, whole % 100_000_000 / 10_000);
    let mut text = String::new();
    if hundred_millions > 0 {
        text = format!("{hundred_millions}亿");
    }
    if rest > 0 {
        text += &format!("{rest}万");
    }
    text
}

/// 三万零五十, 一十二亿: every digit with its place word, 零 for a gap.
fn han(whole: u64, digits: &[&str; 10], places: &[&str; 4]) -> String {
    if whole == 0 {
        return digits[0].to_owned();
    }
    let (hundred_millions, rest) = (whole / 100_000_000, whole % 100_000_000);
    let mut text = String::new();
    if hundred_millions > 0 {
        text = below_hundred_million(hundred_millions, digits, places) + "亿";
        if rest > 0 && rest < 10_000_000 {
            text += digits[0];
        }
    }
    text + &below_hundred_million(rest, digits, places)
}

fn below_hundred_million(value: u64, digits: &[&str; 10], places: &[&str; 4]) -> String {
    let (myriads, rest) = (value / 10_000, value % 10_000);
    if myriads >= 10_000 {
        // 10^16 is 一亿亿.
        return han(value, digits, places);
    }
    let mut text = String::new();
    if myriads > 0 {
        text = section(myriads, digits, places) + "万";
        if rest > 0 && rest < 1000 {
            text += digits[0];
        }
    }
    text + &section(rest, digits, places)
}

fn section(value: u64, digits: &[&str; 10], places: &[&str; 4]) -> String {
    let mut text = String::new();
    let mut gap = false;
    for (place, word) in places.iter().enumerate().rev() {
        match (value / 10u64.pow(place as u32) % 10) as usize {
            0 => gap = !text.is_empty(),
            value => {
                if gap {
                    text += digits[0];
                }
                gap = false;
                text += digits[value];
                text += word;
            }
        }
    }
    text
}

#[test]
fn the_writers_write_as_people_do() {
    let number = Written { whole: 1_0203_0405, fraction: 5, places: 2 };
    let styles: BTreeMap<&str, String> = number.styles().into_iter().collect();
    assert_eq!(styles["Han"], "一亿零二百零三万零四百零五点零五");
    assert_eq!(styles["financial"], "壹亿零贰佰零叁万零肆佰零伍点零伍");
    assert_eq!(styles["grouped"], "102,030,405.05");
    assert_eq!(styles["in 亿"], "1.0203040505亿");
    let year = Written { whole: 2025, fraction: 0, places: 0 };
    assert_eq!(year.styles().into_iter().next_back().unwrap().1, "二〇二五");
    assert_eq!(mixed(1_5000_0000), "1亿5000万");
}

/// What comes again and again, without anything between: a reader that looks further than it goes, or that calls itself for
/// each piece, takes forever or falls.
#[test]
fn what_never_ends_is_read() {
    let pieces = [
        "1:2:",
        "1:",
        "22:15、",
        "1.",
        "1.2:",
        "A1.",
        "1-",
        "1_",
        "1/2/",
        "1,234",
        "3万",
        "万",
        "一",
        "三、",
        "一、",
        "两、",
        "一至二至",
        "十",
        "九七",
        "一比",
        "百分之",
        "1+",
        "+1",
        "±",
        "1~",
        "3—5",
        "3.1亿元",
        "从3元到",
        "到3",
        "2024年、",
        "1月",
        "①",
        "(3)",
        "（",
        "“",
        "”",
        "“三个”",
        "“甲”、",
        "“三化四抓”、",
        "“一主两翼”",
        "《",
        "《三》",
        "——",
        "；",
        "、",
        "：",
        "统一",
        "统一育秧、",
        "、“三统”",
        "抓好一",
        "一是",
        "项目\t12\t",
        "1  ",
        "# ",
        "*",
        "\n",
        "的",
        "上面千条线，下面一根针，",
    ];
    for piece in pieces {
        let text = piece.repeat(300_000 / piece.len());
        let analysis = analyze(&WITH_LEXICON, &text);
        let numbers = analysis.numbers.iter().map(|number| number.span);
        let spans = numbers.chain(analysis.slogans.iter().map(|slogan| slogan.span));
        assert!(spans.into_iter().all(|span| text.get(span.range()).is_some()), "{piece}");
    }
}
