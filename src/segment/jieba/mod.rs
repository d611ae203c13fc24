//! Segmentation as jieba does it, to the last token: on the source as it is, with jieba's whole lexicon.
//!
//! ```text
//! 我们中出了一个叛徒 → 我们 / 中出 / 了 / 一个 / 叛徒      without the model: 我们 / 中 / 出 / 了 / 一个 / 叛徒
//! ```
//!
//! Han characters and some of ASCII make blocks; everything else is a token by itself. In a block the route takes the
//! likeliest words (`route`); what it leaves as single characters is joined: by the hidden Markov model (`hmm`), or, without
//! it, digits and letters alone. jieba-rs is the measure: `tests/differential.rs` holds the two beside each other.

mod full;
mod hmm;
mod project;
mod route;
mod search;
mod tag;

pub(crate) use project::project;

use super::{Mode, SourceToken, SourceTokens};
use crate::lexicon::{Jieba, Tag};
use crate::span::{Source, Span};
use hmm::Backward;
use route::Router;

/// A token with its characters.
#[derive(Clone, Copy)]
pub(crate) struct Piece<'c> {
    pub(crate) span: Span<Source>,
    pub(crate) characters: &'c [char],
}

/// Calls `sink` with the tokens of `source`, with their parts of speech where `tags` says so.
pub(crate) fn segment(
    source: &str,
    lexicon: &Jieba,
    mode: Mode,
    hmm: bool,
    tags: bool,
    sink: &mut dyn FnMut(SourceToken),
) {
    let sink = &mut |piece: Piece<'_>| {
        let tag = if tags { tag::tag(piece.characters, lexicon) } else { Tag::default() };
        sink(SourceToken { span: piece.span, tag });
    };
    match mode {
        Mode::Accurate => cut(source, lexicon, hmm, sink),
        Mode::Full => full::full(source, lexicon, sink),
        Mode::Search => search::search(source, lexicon, hmm, sink),
    }
}

/// All tokens of `source`.
pub(crate) fn tokens(source: &str, lexicon: &Jieba, hmm: bool) -> SourceTokens {
    let mut tokens = SourceTokens::default();
    segment(source, lexicon, Mode::Accurate, hmm, true, &mut |token| tokens.push(token));
    tokens
}

/// How often `word` must be said to occur, to be one token: jieba's suggestion.
pub(crate) fn frequency_to_win(word: &str, lexicon: &Jieba) -> u32 {
    let characters: Vec<char> = word.chars().collect();
    let mut lengths = Vec::new();
    cut(word, lexicon, false, &mut |piece| lengths.push(piece.characters.len()));
    let mut rest = characters.as_slice();
    let parts = lengths.into_iter().filter_map(|length| {
        let (part, behind) = rest.split_at_checked(length)?;
        rest = behind;
        Some(part)
    });
    lexicon.frequency_to_win(&characters, parts)
}

/// Takes pieces. Not generic: four copies of all this were 3 KB to download.
type Take<'t> = &'t mut dyn FnMut(Piece<'_>);

/// Calls `sink` with the tokens of `source`, in order; they partition it. With `hmm` the model joins single characters.
pub(crate) fn cut(source: &str, lexicon: &Jieba, hmm: bool, sink: Take<'_>) {
    let mut sink = Sink { start: 0, sink };
    let mut cutter =
        Cutter { lexicon, hmm, router: Router::default(), backward: Backward::default() };
    let mut block = Vec::new();
    let mut characters = source.chars();
    let mut next = characters.next();
    while let Some(first) = next {
        block.clear();
        while let Some(character) = next
            && is_in_block(character)
        {
            block.push(character);
            next = characters.next();
        }
        if block.is_empty() {
            next = characters.next();
            if first == '\r' && next == Some('\n') {
                next = characters.next();
                sink.put(&['\r', '\n']);
            } else {
                sink.put(&[first]);
            }
        } else {
            cutter.block(&block, &mut sink);
        }
    }
}

/// Turns characters into pieces: they follow each other.
struct Sink<'t> {
    start: u32,
    sink: Take<'t>,
}

impl Sink<'_> {
    #[inline(always)]
    fn put(&mut self, characters: &[char]) {
        let length: usize = characters.iter().map(|character| character.len_utf8()).sum();
        let span = Span::new(self.start, self.start + length as u32);
        self.start = span.end;
        (self.sink)(Piece { span, characters });
    }
}

/// Cuts blocks.
struct Cutter<'l> {
    lexicon: &'l Jieba,
    hmm: bool,
    router: Router,
    backward: Backward,
}

#[expect(
    clippy::indexing_slicing,
    reason = "inner loop: offsets within the block, and steps within it"
)]
impl Cutter<'_> {
    fn block(&mut self, block: &[char], sink: &mut Sink<'_>) {
        self.router.route(block, self.lexicon);
        let (mut at, mut single) = (0, 0);
        while at < block.len() {
            let end = at + self.router.step(at);
            if end - at > 1 || !(self.hmm || block[at].is_ascii_alphanumeric()) {
                self.singles(&block[single..at], sink);
                sink.put(&block[at..end]);
                single = end;
            }
            at = end;
        }
        self.singles(&block[single..], sink);
    }

    /// What the route left as single characters. A run that is a word was taken apart by the route, and stays so.
    #[inline(always)]
    fn singles(&mut self, run: &[char], sink: &mut Sink<'_>) {
        if run.is_empty() {
        } else if run.len() == 1 || !self.hmm {
            sink.put(run);
        } else if self.lexicon.found(run).is_some() {
            run.chunks(1).for_each(|character| sink.put(character));
        } else {
            hmm::cut(run, self.lexicon.hmm(), &mut self.backward, |piece| sink.put(piece));
        }
    }
}

/// Whether `character` may stand in a word of the lexicon.
#[inline(always)]
fn is_in_block(character: char) -> bool {
    match character {
        '\u{4E00}'..='\u{9FFF}' => true,
        '\0'..='\u{7F}' => {
            character.is_ascii_alphanumeric()
                || matches!(character, '+' | '#' | '&' | '.' | '_' | '%' | '-')
        }
        _ => is_rare_han(character),
    }
}

/// Whether `character` is Han, but not of the main block.
fn is_rare_han(character: char) -> bool {
    matches!(character,
        '\u{3400}'..='\u{4DBF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{2A6DF}'
        | '\u{2A700}'..='\u{2EBEF}'
        | '\u{2F800}'..='\u{2FA1F}')
}

/// Whether `character` is Han.
pub(crate) fn is_han(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}') || is_rare_han(character)
}

/// Whether `character` joins digits and letters on both sides.
fn is_connector(character: char) -> bool {
    matches!(character, '.' | '_' | '-')
}
