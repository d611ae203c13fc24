//! Couplets: a line of its own made of parallel halves, parted by a blank or a comma.
//!
//! ```text
//! 稻浪千重迎盛世 书声万户润新乡
//! ——清河县文化下乡见闻
//! ```
//!
//! Bylines look the same (本报记者 李 春), so short halves have to open with a verb.

use super::cues::Roles;
use super::structure::{OPEN, is_word, opens_quote};
use super::wisdom::tells_today;
use super::{Found, Reader, formula, frame};
use crate::annotation::SloganKind;
use crate::gather::Gather as _;
use crate::recognize::chars;
use crate::span::{Span, View};
use crate::text::CharClass;

/// Longest line taken for a heading.
const LONGEST: u32 = 48;

/// Finds couplets among the lines.
pub(super) fn find(reader: &Reader<'_>, found: &mut Found) {
    spaced(reader, found);
    leads(reader, found);
    for line in &reader.page.lines {
        if line.len() > LONGEST || line.len() < 7 {
            continue;
        }
        let words = behind_enumerator(reader, *line);
        let titled = || behind_name(reader, words).filter(|words| is_couplet(reader, *words));
        if let Some(words) = Some(words).filter(|words| is_couplet(reader, *words)).or_else(titled)
        {
            found.slogan(reader, words, SloganKind::Couplet, "heading-couplet");
        }
    }
}

/// 门上一副对联：果园添新绿 渔港挂红灯。 Two halves of one length that a blank parts, behind what calls them so.
fn spaced(reader: &Reader<'_>, found: &mut Found) {
    let Reader { view, page, cues, .. } = *reader;
    for marks in page.marks.windows(2) {
        let [blank, stop] = *marks else { continue };
        if !matches!(view.char(blank), ' ' | '，') || !view.class(stop).any(CharClass::SENTENCE_END)
        {
            continue;
        }
        let start = page.mark_before(blank).map_or(0, |mark| mark + 1);
        let (first, second) = (Span::new(start, blank), Span::new(blank + 1, stop));
        let named = || cues.ending(view, start - 1, Roles::CREED).is_some();
        // 引馆内一副楹联作结：…
        let pair = || is_hung(reader, Span::new(start, stop), start);
        let called = view.follows(start, ':') && (named() || pair());
        // 园区唱主角 工业挑大梁。…: what a paragraph begins with.
        let heads = || {
            page.lines.binary_search_by_key(&start, |line| line.start).is_ok()
                && opens_with_verb(reader, Span::new(first.end - 3, first.end))
                && opens_with_verb(reader, Span::new(second.end - 3, second.end))
        };
        let even = first.len() == second.len() && (5..=14).contains(&first.len());
        let blank = view.char(blank) == ' ';
        if even
            && (called && (blank || pair()) || blank && heads())
            && frame::is_han(view, first)
            && frame::is_han(view, second)
        {
            let span = Span::new(start, stop);
            found.slogan(reader, span, SloganKind::Couplet, "heading-couplet");
        }
    }
}

/// 门联写着…，…; 围墙上的标语是孩子们选的：… …: two halves of one length behind what such words are written on, and nobody says them.
pub(super) fn is_hung(reader: &Reader<'_>, words: Span<View>, start: u32) -> bool {
    let Reader { view, cues, .. } = *reader;
    let half = words.len() / 2;
    let middle = words.start + half;
    if words.len() != 2 * half + 1 || !matches!(view.char(middle), ' ' | '，' | ',') {
        return false;
    }
    let (first, second) = (Span::new(words.start, middle), Span::new(middle + 1, words.end));
    let ends = |at: &u32| view.class(*at).any(CharClass::SENTENCE_END.or(CharClass::LINE_BREAK));
    let mut before = (start.saturating_sub(NAMED)..start)
        .rev()
        .take_while(|at| !ends(at) && view.char(*at) != '”');
    // 他对着标语说：“…，…。” 锦旗上写着：“…，…。”
    let said = start.saturating_sub(1);
    let said = cues.ending(view, said, Roles::SPEECH).is_some() && !view.follows(said, '着');
    (5..=14).contains(&half)
        && (!said || half == 7 && !tells_today(reader, &[first, second]))
        && frame::is_han(view, first)
        && frame::is_han(view, second)
        && before.any(|at| chars::BOARD.at(view, at) && chars::PAIR.at(view, at.wrapping_sub(1)))
}

/// How far before a couplet it may be called one.
const NAMED: u32 = 25;

/// （一）守牢一条底线，织密一张大网。今年以来…: what numbered paragraphs begin with, where at least two are as long as each other.
fn leads(reader: &Reader<'_>, found: &mut Found) {
    let lines = reader.page.lines.iter();
    let pairs: Vec<Span<View>> = lines.filter_map(|line| lead(reader, *line)).gather();
    for pair in &pairs {
        if pairs.iter().filter(|other| other.len() == pair.len()).count() > 1 {
            found.slogan(reader, *pair, SloganKind::Couplet, "heading-couplet");
        }
    }
}

/// The sentence of two halves behind the number of a paragraph that goes on.
fn lead(reader: &Reader<'_>, line: Span<View>) -> Option<Span<View>> {
    let view = reader.view;
    let numbered = view.char(line.start) == '('
        || view.class(line.start).any(CharClass::NUMERAL.or(CharClass::DIGIT));
    let words = Some(line).filter(|_| numbered).map(|line| behind_enumerator(reader, line))?;
    let stop = view.find(words.start, words.start + LEAD, CharClass::SENTENCE_END)?;
    let half = (stop - words.start) / 2;
    let middle = words.start + half;
    let (first, second) = (Span::new(words.start, middle), Span::new(middle + 1, stop));
    (words.start > line.start
        && stop + 1 < line.end
        && view.char(stop) == '。'
        && half >= 5
        && first.len() == second.len()
        && matches!(view.char(middle), '，' | ',' | ' ')
        && frame::is_han(view, first)
        && frame::is_han(view, second)
        && opens_with_verb(reader, second))
    .then_some(Span::new(words.start, stop))
}

/// Longest such sentence, its stop counted.
const LEAD: u32 = 26;

/// The heading without 一、 or （一） or 1. before it, or one mark that is no word: ■.
fn behind_enumerator(reader: &Reader<'_>, line: Span<View>) -> Span<View> {
    let view = reader.view;
    let tag = (line.start..line.end).find(|at| view.char(*at) == '】');
    // 【创业篇】扶上马，送一程, but not 【公告】…
    let tag = tag
        .filter(|at| view.char(line.start) == '【' && view.follows(*at, '篇'))
        .map_or(line.start, |at| at + 1);
    let line: Span<View> = Span::new(tag, line.end);
    // 第四章 拼经济、谋发展
    let chapter = (line.start + 2..line.start + 5).find(|at| view.char(*at) == '章');
    if let Some(at) = chapter.filter(|at| view.char(line.start) == '第' && view.char(at + 1) == ' ')
    {
        return Span::new(at + 2, line.end);
    }
    let opening = view.at(line.start);
    let marked = !(is_word(opening) || opens_quote(opening) || view.char(line.start) == '(');
    let start = line.start + u32::from(marked);
    let line = Span::new(start + u32::from(marked && view.char(start) == ' '), line.end);
    let bracket = u32::from(view.char(line.start) == '(');
    let Some((_, length)) = formula::numeral(view, line.start + bracket) else { return line };
    let behind = line.start + bracket + length;
    match (bracket, view.char(behind)) {
        (1, ')') | (0, '、' | '.') => Span::new(behind + 1, line.end),
        _ => line,
    }
}

/// 某供电所：守护… 服务…: the heading behind the name of whom it tells of; halves of five and more.
fn behind_name(reader: &Reader<'_>, line: Span<View>) -> Option<Span<View>> {
    let view = reader.view;
    let colon = (line.start..line.end).find(|at| view.char(*at) == ':')?;
    let words = Span::new(colon + 1, line.end);
    let named = colon > line.start + 1 && frame::is_han(view, Span::new(line.start, colon));
    (named && words.len() >= 11 && view.holds(words, ' ')).then_some(words)
}

fn is_couplet(reader: &Reader<'_>, line: Span<View>) -> bool {
    let view = reader.view;
    if line.is_empty() || view.class(line.end - 1).any(CharClass::CLAUSE_END) {
        return false;
    }
    // 第一单元 海的声音
    if view.char(line.start) == '第' && view.class(line.start + 1).any(CharClass::NUMERAL) {
        return false;
    }
    let halves = frame::parts(view, line);
    // 国内贸易、对外经济 is a list; 抓师资，留得下、教得好 has no halves.
    let verbs = || halves.iter().all(|half| opens_with_verb(reader, *half));
    if view.holds(line, '、') && (view.holds(line, '，') || !verbs()) {
        return false;
    }
    // 王守田口述 王小满整理; 白菜每斤两元 萝卜每斤三元
    let told = |half: &Span<View>| {
        view.follows(half.end, '元') || reader.cues.ending(view, half.end, Roles::REPORT).is_some()
    };
    if halves.iter().all(told) {
        return false;
    }
    if !(2..=4).contains(&halves.len()) || halves.iter().any(|half| !is_words(reader, *half)) {
        return false;
    }
    // 市里推“绿色生活节” 市府喊出“四减”目标: news, where the quotes of two halves do not answer each other.
    let quote = |half: &Span<View>| view.slice(*half).iter().position(|unit| *unit == OPEN);
    let mut quotes = halves.iter().filter_map(quote);
    let first = quotes.next();
    if quotes.any(|place| Some(place) != first) {
        return false;
    }
    let lengths: Vec<u32> = halves.iter().map(|half| bare_length(reader, *half)).gather();
    let equal = lengths.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
    equal && reads_as_verse(reader, &halves, lengths.first().copied().unwrap_or(0))
}

/// Han, digits and quotation marks only.
fn is_words(reader: &Reader<'_>, half: Span<View>) -> bool {
    let quote = |unit: u16| matches!(unit, 0x201C | 0x201D | 0x2018 | 0x2019);
    reader
        .view
        .slice(half)
        .iter()
        .all(|unit| quote(*unit) || CharClass::of(*unit).any(CharClass::HAN.or(CharClass::DIGIT)))
}

fn bare_length(reader: &Reader<'_>, half: Span<View>) -> u32 {
    let han = |unit: &&u16| CharClass::of(**unit).is(CharClass::HAN);
    reader.view.slice(half).iter().filter(han).count() as u32
}

/// Short halves could be names or the cells of a table; long ones could not.
fn reads_as_verse(reader: &Reader<'_>, halves: &[Span<View>], length: u32) -> bool {
    let Reader { view, cues, .. } = *reader;
    let opens = |half: &Span<View>| opens_with_verb(reader, *half);
    match length {
        0..=2 => false,
        3 => {
            // 一根绳，两只手，三秒钟
            let counts = |half: &Span<View>| view.class(half.start).any(CharClass::NUMERAL);
            let last = |half: &Span<View>| view.before(half.end);
            let differ = halves.windows(2).all(|pair| matches!(pair, [a, b] if last(a) != last(b)));
            halves.iter().all(opens) && !halves.iter().all(|half| is_name(reader, *half))
                || halves.len() > 2 && differ && halves.iter().all(counts)
        }
        4 => {
            // 滚烫的沙，滚烫的汗
            let again = || {
                let parted = halves.first().is_some_and(|half| view.char(half.end) != ' ');
                parted && frame::shared(view, halves).is_some_and(|shared| shared.prefix > 1)
            };
            let acts = |half: &Span<View>| {
                opens(half) || cues.of(view.at(half.start + 2)).any(Roles::MORPHEME)
            };
            halves.iter().any(acts) || again()
        }
        _ => true,
    }
}

fn opens_with_verb(reader: &Reader<'_>, half: Span<View>) -> bool {
    let first = reader.view.find(half.start, half.end, CharClass::HAN);
    first.is_some_and(|at| reader.cues.of(reader.view.at(at)).any(Roles::MORPHEME))
}

/// 张良 or 李春生: a surname and one or two characters, where the first is no plain verb as well.
fn is_name(reader: &Reader<'_>, half: Span<View>) -> bool {
    half.len() <= 3 && reader.cues.of(reader.view.at(half.start)).any(Roles::SURNAME)
}
