//! What a token is in a noun phrase, by its tag and by the list of links.

use super::{EACH, Reader};
use crate::annotation::Number;
use crate::recognize::chars;
use crate::segment::Token;
use crate::span::{Span, View};
use crate::text::CharClass;

/// More than a paragraph has: a text without the end of a sentence stays linear.
const PARAGRAPH: u32 = 1000;

/// What a token can be in a noun phrase.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Nouns, names, nominal verbs, noun endings.
    Noun,
    /// Adjectives and attributive words: inside a phrase, not at its end.
    Attribute,
    Verb,
    /// A number.
    Number,
    /// 去年, 原来
    Time,
    Open,
    Close,
    Blank,
    Other,
}

impl<'a> Reader<'a> {
    /// Whether the unit of `number` counts what `role` says.
    pub(super) fn counts(&self, number: &Number<View>, role: &str) -> bool {
        // Of one number it is asked many times.
        match self.counting.get() {
            Some((known, kind)) if known == number.span => kind == Some(role),
            _ => {
                let kind = self.kind(number);
                self.counting.set(Some((number.span, kind)));
                kind == Some(role)
            }
        }
    }

    /// What the unit of `number` counts.
    fn kind(&self, number: &Number<View>) -> Option<&'a str> {
        let unit = number.unit.as_deref()?.chars().count();
        let counts = &self.counted.counts;
        let Span { start, end, .. } = number.span;
        let mut places = (start..end).filter(|at| counts.may_stand(self.view, *at));
        places.find_map(|at| {
            let row = counts.longest(self.view, at);
            row.filter(|row| row.length as usize == unit).map(|row| row.column(1))
        })
    }

    pub(super) fn is_number(&self, at: u32) -> bool {
        self.tokens.at(at).is_some_and(|token| self.role(token) == Role::Number)
    }

    /// Whether a number ends at `at`.
    pub(super) fn is_number_before(&self, at: u32) -> bool {
        self.tokens.before(at).is_some_and(|token| self.role(token) == Role::Number)
    }

    /// Whether a blank or another number stands at `at`.
    pub(super) fn heads(&self, at: u32) -> bool {
        self.view.char(at) == ' ' || self.is_number(at)
    }

    pub(super) fn is_noun(&self, at: u32) -> bool {
        self.tokens.at(at).is_some_and(|token| self.role(token) == Role::Noun)
    }

    pub(super) fn opens_with_verb(&self, phrase: Span<View>) -> bool {
        self.tokens.at(phrase.start).is_some_and(|first| self.role(first) == Role::Verb)
    }

    /// Whether a character of `class` stands between `from` and `to`, or more than a paragraph.
    pub(super) fn lies_between(&self, from: u32, to: u32, class: CharClass) -> bool {
        to.saturating_sub(from) > PARAGRAPH || self.view.find(from, to, class).is_some()
    }

    pub(super) fn ends_with_actor(&self, phrase: Span<View>) -> bool {
        self.tokens.before(phrase.end).is_some_and(|last| self.is_actor(last))
    }

    pub(super) fn ends_with_ending(&self, phrase: Span<View>) -> bool {
        let last = self.tokens.before(phrase.end);
        last.is_some_and(|last| self.is_ending(last) || self.is_ending_of(last))
    }

    pub(super) fn ends_with_noun(&self, phrase: Span<View>) -> bool {
        let last = self.tokens.before(phrase.end);
        last.is_some_and(|last| self.role(last) == Role::Noun && self.tags.name(last.tag) != "vn")
    }

    /// 月薪, 海拔, 年收入: a word that closes with an ending of one character or two.
    fn is_ending_of(&self, token: Token) -> bool {
        let Span { start, end, .. } = token.span;
        [1, 2].into_iter().any(|length| {
            start + length < end && self.link_role(Span::new(end - length, end)) == Some("suffix")
        })
    }

    /// Whether the token is a word of `role` or closes with one of two characters.
    pub(super) fn ends_in(&self, token: Token, role: &str) -> bool {
        let end = token.span.end;
        let closes = || self.link_role(Span::new(end - 2, end)) == Some(role);
        self.link_role(token.span) == Some(role) || token.span.len() > 2 && closes()
    }

    /// 满意度, 年收入: whether the token closes as what has a value.
    pub(super) fn is_valued(&self, token: Token) -> bool {
        self.closing_role(token, 1) == Some("measure")
            || self.closing_role(token, 2) == Some("suffix")
    }

    /// Names of people and places, and nouns that close as those of people and bodies do: who acts.
    pub(super) fn is_actor(&self, token: Token) -> bool {
        let closes =
            |length| matches!(self.closing_role(token, length), Some("actor" | "place" | "body"));
        let tag = self.tags.name(token.tag);
        matches!(tag, "nr" | "ns" | "nt") || closes(1) || closes(2)
    }

    /// What the list says of the last characters of the token, which has as many.
    fn closing_role(&self, token: Token, length: u32) -> Option<&str> {
        let Span { start, end, .. } = token.span;
        let closing = Span::new(end.saturating_sub(length).max(start), end);
        let row = self.counted.links.get(self.view, closing);
        row.filter(|_| closing.len() == length).map(|row| row.column(1))
    }

    /// 到, 至, 为, 成: behind a verb it tells what became of something.
    pub(super) fn turns(&self, at: u32) -> bool {
        chars::TURNED.at(self.view, at)
    }

    pub(super) fn token_before(&self, at: u32, floor: u32) -> Option<Token> {
        self.tokens.before(at).filter(|token| token.span.start >= floor)
    }

    /// The tokens before `at`, the nearest first.
    pub(super) fn words_back(&self, at: u32, floor: u32) -> impl Iterator<Item = Token> {
        std::iter::successors(self.token_before(at, floor), move |word| {
            self.token_before(word.span.start, floor)
        })
    }

    pub(super) fn is_link(&self, token: Token) -> bool {
        let whole = token.span;
        let changes = |word| self.counted.changes.get(self.view, word).is_some();
        // 降到, 增至: a verb of change with its particle.
        let particle = chars::CHANGED.at(self.view, whole.end - 1);
        self.link_role(whole) == Some("link")
            || changes(whole) && !self.is_pace(token)
            || particle && whole.len() >= 2 && changes(Span::new(whole.start, whole.end - 1))
    }

    /// 增速, 降幅收窄2个百分点: a thing of its own, though it tells a direction; but 增幅达20% says how much the thing before grew.
    fn is_pace(&self, token: Token) -> bool {
        let widens = |next: Token| {
            self.compares_with(next) || self.counted.changes.get(self.view, next.span).is_some()
        };
        self.link_role(token.span) == Some("suffix")
            && (self.view.char(token.span.end - 1) != '幅'
                || self
                    .tokens
                    .from(token.span.end)
                    .find(|next| self.link_role(next.span) != Some("link"))
                    .is_some_and(widens))
    }

    pub(super) fn role(&self, token: Token) -> Role {
        let class = self.view.class(token.span.start);
        if class.any(CharClass::LINE_BREAK) {
            return Role::Other;
        }
        // 每箱, 每组
        if self.view.at(token.span.start) == EACH && token.span.len() > 1 {
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
        // 各族群众, 各守一岗, whatever the lexicon makes of it
        if self.view.char(token.span.start) == '各' && token.span.len() > 1 {
            return Role::Attribute;
        }
        match self.link_role(token.span) {
            Some("act" | "takes") => return Role::Verb,
            Some("suffix") => return Role::Noun,
            _ => {}
        }
        let tag = self.tags.name(token.tag);
        match (tag.as_bytes().first(), tag) {
            (_, "vn" | "an" | "eng") => Role::Noun,
            (Some(b'n' | b'j' | b'l' | b'g' | b'i'), _) => Role::Noun,
            (Some(b's'), _) if token.span.len() >= 2 => Role::Noun,
            (Some(b'v'), _) => Role::Verb,
            // 上座率, whatever the lexicon calls it
            (Some(b'b'), _) if self.is_valued(token) => Role::Noun,
            (Some(b'a' | b'b' | b'z'), _) => Role::Attribute,
            (Some(b'm'), _) => Role::Number,
            (Some(b't'), _) => Role::Time,
            // 该药, 该店
            (Some(b'r'), _)
                if token.span.len() >= 2 && self.view.char(token.span.start) == '该' =>
            {
                Role::Noun
            }
            (Some(b'r'), _) if self.view.char(token.span.start) == '各' => Role::Attribute,
            _ => Role::Other,
        }
    }

    /// 率, 量, 收入 and the like: they make a noun of what stands before them.
    pub(super) fn is_ending(&self, token: Token) -> bool {
        self.link_role(token.span) == Some("suffix")
    }

    /// Whether the list knows the word that begins at `at` as `role`.
    pub(super) fn links_as(&self, at: u32, role: &str) -> bool {
        self.counted.links.longest(self.view, at).is_some_and(|row| row.column(1) == role)
    }

    /// What the list says of `word`. A walk asks about the same few words again and again.
    pub(super) fn link_role(&self, word: Span<View>) -> Option<&str> {
        if !self.counted.links.may_be(self.view, word) {
            return None;
        }
        let place = word.start.wrapping_add(word.end * 5) as usize % self.asked.len();
        let Some(asked) = self.asked.get(place) else { return self.look_up(word) };
        match asked.get() {
            Some((known, role)) if known == word => role,
            _ => {
                let role = self.look_up(word);
                asked.set(Some((word, role)));
                role
            }
        }
    }

    fn look_up(&self, word: Span<View>) -> Option<&'a str> {
        let role = self.counted.links.get(self.view, word)?.column(1);
        // 占比64%, but 药占比降至26%.
        let joined = || word.start > 0 && self.view.class(word.start - 1).any(CharClass::HAN);
        Some(match role {
            "either" if joined() => "suffix",
            "place" | "measure" | "sum" => "suffix",
            "either" | "among" => "link",
            _ => role,
        })
    }
}
