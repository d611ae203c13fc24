//! What a number counts: the noun to its right, or else the words to its left.
//!
//! | text | of |
//! |---|---|
//! | 577个**党支部**被命名 | right |
//! | 新建**充电站**36座， | left |
//! | **合格率**达99.1% | left, over a link |
//! | 1600余份“三服务”**清单** | right, over a quoted string |
//! | 一等奖**2个** | the rank directly before it |
//!
//! Reads tokens and their parts of speech, so it needs the lexicon. Dates, durations and codes count nothing.

use super::data;
use super::gazetteer::Gazetteer;
use crate::annotation::{Number, NumberKind};
use crate::lexicon::Lexicon;
use crate::segment::{Token, Tokens};
use crate::span::{Span, View};
use crate::text::{CharClass, Normalizer, ViewText};

/// The longest phrase taken, in characters; tokens beyond are left off at the far end.
const LONGEST: u32 = 12;
/// How many tokens are looked at in one direction.
const REACH: usize = 12;

/// Finds what numbers count.
pub struct Counted {
    /// Words that may stand between what is counted and its number.
    links: Gazetteer,
    changes: Gazetteer,
}

/// What a token can be in a noun phrase.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Nouns, names, nominal verbs.
    Noun,
    /// Adjectives and attributive words: inside a phrase, not at its end.
    Attribute,
    Verb,
    /// A number or another kept span.
    Number,
    Open,
    Close,
    /// Blank: passed over.
    Blank,
    Other,
}

struct Reader<'a> {
    view: ViewText<'a>,
    tokens: &'a Tokens,
    lexicon: &'a Lexicon,
    counted: &'a Counted,
}

impl Counted {
    /// Builds the tables.
    pub fn new(normalizer: &Normalizer) -> Self {
        Self { links: Gazetteer::new(data::LINKS, normalizer), changes: Gazetteer::new(data::CHANGES, normalizer) }
    }

    /// Sets `of` of every number that counts something.
    pub fn attach(&self, view: ViewText<'_>, tokens: &Tokens, lexicon: &Lexicon, numbers: &mut [Number<View>]) {
        let reader = Reader { view, tokens, lexicon, counted: self };
        for index in 0..numbers.len() {
            let (before, rest) = numbers.split_at_mut(index);
            let (Some(number), previous) = (rest.first_mut(), before.last()) else { continue };
            if !matches!(number.kind, NumberKind::Date | NumberKind::Duration | NumberKind::Code) {
                number.of = reader.of(number, previous);
            }
        }
    }
}

impl Reader<'_> {
    fn of(&self, number: &Number<View>, previous: Option<&Number<View>>) -> Option<Span<View>> {
        let start = number.span.start;
        let touching = previous.filter(|p| p.span.end == start && !is_time(p.kind));
        if let Some(rank) = touching {
            let inherited = if rank.kind == NumberKind::Ordinal { Some(rank.span) } else { rank.of };
            return self.right(number).or(inherited);
        }
        let floor = previous.filter(|p| !is_time(p.kind)).map_or(0, |p| p.span.end);
        let (left, verb) = self.left(start, floor);
        let measures = matches!(number.kind, NumberKind::Percent | NumberKind::Money | NumberKind::Ratio);
        if measures && self.view.char(number.span.end) != '的' && left.is_some() {
            return left;
        }
        let object = || verb.and_then(|_| self.object(number));
        self.right(number).or(left).or_else(object).or(verb).or_else(|| again(number, previous))
    }

    /// Behind a verb with its number (提出十条举措) the next word is the object, whatever its tag.
    fn object(&self, number: &Number<View>) -> Option<Span<View>> {
        let content = |token: &Token| matches!(self.role(*token), Role::Noun | Role::Attribute | Role::Verb);
        let words = self.tokens.from(number.span.end).take_while(content).take(2);
        words.map(|token| token.span).reduce(Span::cover).filter(|span| span.len() >= 2)
    }

    /// The noun phrase directly behind the number: 的, 级 and quotation marks may stand between.
    fn right(&self, number: &Number<View>) -> Option<Span<View>> {
        let mut at = number.span.end;
        while matches!(self.view.char(at), '的' | '级' | ' ') {
            at += 1;
        }
        let mut bracket = false;
        let mut phrase: Option<Span<View>> = None;
        let mut quoted: Option<Span<View>> = None;
        let mut pending: Option<Span<View>> = None;
        let mut inside = false;
        for token in self.tokens.from(at).take(REACH) {
            match self.role(token) {
                Role::Blank => continue,
                Role::Open if self.view.at(token.span.start) == OPEN_QUOTE => {
                    inside = true;
                    (phrase, pending) = (None, None);
                    quoted = Some(Span::new(token.span.end, token.span.end));
                }
                Role::Close if inside => {
                    inside = false;
                    quoted = quoted.map(|span| Span::new(span.start, token.span.start));
                }
                _ if inside => {}
                // 党组(党委)书记
                Role::Open if phrase.is_some() && self.view.char(token.span.start) == '(' => bracket = true,
                Role::Close if bracket => bracket = false,
                _ if bracket => {}
                Role::Noun => phrase = Some(join(phrase.or(pending), token.span)),
                Role::Attribute if phrase.is_none() || self.noun_follows(token) => {
                    pending = Some(join(phrase.or(pending), token.span));
                    if phrase.is_some() {
                        phrase = pending;
                    }
                }
                Role::Verb if phrase.is_none() && pending.is_none() && quoted.is_none() && self.noun_follows(token) && token.span.len() >= 2 => {
                    pending = Some(token.span);
                }
                Role::Number if phrase.is_none() && quoted.is_none() && pending.is_none() => {}
                _ if phrase.is_none() && quoted.is_none() && self.view.char(token.span.start) == '级' => {}
                _ => break,
            }
        }
        let found = phrase.or(if inside { None } else { quoted })?;
        (!found.is_empty()).then(|| self.shortened(found))
    }

    /// The noun phrase before `start`, over links and rising or falling verbs; and the verb, where none stands there.
    fn left(&self, start: u32, floor: u32) -> (Option<Span<View>>, Option<Span<View>>) {
        let mut phrase: Option<Span<View>> = None;
        let mut verb: Option<Span<View>> = None;
        let mut at = start;
        for _ in 0..REACH {
            let Some(token) = at.checked_sub(1).and_then(|last| self.tokens.at(last)).filter(|token| token.span.start >= floor) else {
                break;
            };
            at = token.span.start;
            match self.role(token) {
                Role::Blank => {}
                Role::Close if phrase.is_none() => match self.quoted_before(token, floor) {
                    Some(inner) if self.view.at(token.span.start) == CLOSE_QUOTE => return (Some(inner), None),
                    Some(inner) => at = inner.start.saturating_sub(1),
                    None => break,
                },
                _ if phrase.is_none() && self.is_link(token) => verb = None,
                Role::Noun => phrase = Some(join(phrase, token.span)),
                // The tags of the lexicon are rough: a word of two characters beside the number is what is counted.
                Role::Attribute if token.span.end == start && token.span.len() >= 2 => phrase = Some(token.span),
                Role::Attribute if phrase.is_some() => phrase = Some(join(phrase, token.span)),
                Role::Number if phrase.is_none() => {}
                Role::Verb if phrase.is_none() && token.span.len() >= 2 && verb.is_none() => verb = Some(token.span),
                _ => break,
            }
            if phrase.is_some_and(|phrase| phrase.len() >= LONGEST) {
                break;
            }
        }
        (phrase.map(|phrase| self.without_verb(phrase)), verb)
    }

    /// 排查隐患312处: a nominal verb that opens the clause is its predicate, not part of what is counted.
    fn without_verb(&self, phrase: Span<View>) -> Span<View> {
        let Some(first) = self.tokens.at(phrase.start) else { return phrase };
        let opens = first.span.start == 0 || self.view.class(first.span.start - 1).any(CLAUSE);
        let is_verb = self.lexicon.tag_name(first.tag) == "vn";
        if opens && is_verb && phrase.end >= first.span.end + 2 { Span::new(first.span.end, phrase.end) } else { phrase }
    }

    /// The words between the closing mark `close` and its opening one.
    fn quoted_before(&self, close: Token, floor: u32) -> Option<Span<View>> {
        let low = close.span.start.saturating_sub(40).max(floor);
        let open = (low..close.span.start).rev().find(|at| self.view.class(*at).any(CharClass::OPEN))?;
        Some(Span::new(open + 1, close.span.start)).filter(|inner| !inner.is_empty())
    }

    /// Whether a noun stands directly behind `token`.
    fn noun_follows(&self, token: Token) -> bool {
        self.tokens.from(token.span.end).next().is_some_and(|next| matches!(self.role(next), Role::Noun))
    }

    fn is_link(&self, token: Token) -> bool {
        self.counted.links.get(self.view, token.span).is_some() || self.counted.changes.get(self.view, token.span).is_some()
    }

    /// The end of a phrase that is too long says what is counted.
    fn shortened(&self, phrase: Span<View>) -> Span<View> {
        let mut start = phrase.start;
        for token in self.tokens.from(phrase.start) {
            if phrase.end - start <= LONGEST || token.span.end >= phrase.end {
                break;
            }
            start = token.span.end;
        }
        Span::new(start, phrase.end)
    }

    fn role(&self, token: Token) -> Role {
        let class = self.view.class(token.span.start);
        if class.any(CharClass::LINE_BREAK) {
            return Role::Other;
        }
        if class.any(CharClass::SPACE) {
            return Role::Blank;
        }
        if class.any(CharClass::OPEN) {
            return Role::Open;
        }
        if class.any(CharClass::CLOSE) {
            return Role::Close;
        }
        let tag = self.lexicon.tag_name(token.tag);
        match tag.as_bytes().first() {
            Some(b'n') => Role::Noun,
            Some(b'j' | b'l' | b's' | b'g' | b'i') => Role::Noun,
            Some(b'e') if tag == "eng" => Role::Noun,
            Some(b'v') if tag == "vn" => Role::Noun,
            Some(b'v') => Role::Verb,
            Some(b'a') if tag == "an" => Role::Noun,
            Some(b'a' | b'b' | b'z') => Role::Attribute,
            Some(b'm') => Role::Number,
            _ => Role::Other,
        }
    }
}

/// Whether the number says when, not how many.
const fn is_time(kind: NumberKind) -> bool {
    matches!(kind, NumberKind::Date | NumberKind::Duration)
}

/// 每年130余个项目，累计达667个: the same unit goes on counting the same thing.
fn again(number: &Number<View>, previous: Option<&Number<View>>) -> Option<Span<View>> {
    let previous = previous.filter(|p| p.unit == number.unit && number.span.start - p.span.end <= NEAR)?;
    previous.of
}

fn join(phrase: Option<Span<View>>, token: Span<View>) -> Span<View> {
    phrase.map_or(token, |phrase| phrase.cover(token))
}

/// How near two numbers must stand for the second to count what the first does.
const NEAR: u32 = 16;
const CLAUSE: CharClass = CharClass::CLAUSE_END.or(CharClass::OPEN).or(CharClass::SPACE);
const OPEN_QUOTE: u16 = 0x201C;
const CLOSE_QUOTE: u16 = 0x201D;
