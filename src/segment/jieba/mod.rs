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
use std::ops::Range;

/// A token with its characters.
#[derive(Clone, Copy)]
pub(crate) struct Piece<'c> {
    pub(crate) span: Span<Source>,
    pub(crate) characters: &'c [char],
}

/// Takes pieces. Not generic: four copies of all this were 3 KB to download.
type Take<'t> = &'t mut dyn FnMut(Piece<'_>);

/// Calls `sink` with the words of `source`: all that the lexicon has, or, for search, tokens and the words inside them. With
/// their parts of speech where `tags` says so.
pub(crate) fn words(
    source: &str,
    lexicon: &Jieba,
    mode: Mode,
    hmm: bool,
    tags: bool,
    sink: &mut dyn FnMut(SourceToken),
) {
    let take = &mut |piece: Piece<'_>| {
        let tag = if tags { tag::tag(piece.characters, lexicon) } else { Tag::default() };
        sink(SourceToken { span: piece.span, tag });
    };
    if mode == Mode::Search {
        search::search(source, lexicon, hmm, take);
    } else {
        full::full(source, lexicon, take);
    }
}

/// How often `word` must be said to occur, to be one token: jieba's suggestion.
pub(crate) fn frequency_to_win(word: &str, lexicon: &Jieba) -> u32 {
    let characters: Vec<char> = word.chars().collect();
    let cut = tokens(word, lexicon, false, false);
    let mut rest = characters.as_slice();
    let parts = cut.iter().filter_map(|token| {
        let length = word.get(token.span.range())?.chars().count();
        let (part, behind) = rest.split_at_checked(length)?;
        rest = behind;
        Some(part)
    });
    lexicon.frequency_to_win(&characters, parts)
}

/// All tokens of `source`; they partition it. With `hmm` the model joins single characters.
pub(crate) fn tokens(source: &str, lexicon: &Jieba, hmm: bool, tags: bool) -> SourceTokens {
    let mut tokens = SourceTokens::with_room(source.len() / 4);
    cut(source, lexicon, hmm, tags, &mut |batch| {
        batch.bytes().for_each(|(length, tag)| tokens.push(length, tag));
    });
    tokens
}

/// Some tokens, which follow each other.
pub(crate) struct Batch<'c> {
    characters: &'c [char],
    /// How many characters each token has.
    lengths: &'c [u32],
    /// Their parts of speech, where they are wanted.
    tags: &'c [Tag],
    /// Whether all characters have three bytes: then they measure alike.
    wide: bool,
}

impl Batch<'_> {
    /// Length of each token, where a character has the length that `measure` says.
    #[inline(always)]
    pub(crate) fn lengths(&self, measure: impl Fn(char) -> usize) -> impl Iterator<Item = u32> {
        let each = measure(WIDE) as u32;
        let mut rest = self.characters;
        self.lengths.iter().map(move |length| {
            if self.wide {
                return length * each;
            }
            let (token, behind) = rest.split_at_checked(*length as usize).unwrap_or((rest, &[]));
            rest = behind;
            token.iter().map(|character| measure(*character) as u32).sum()
        })
    }

    /// The part of speech of each token; none where they are not wanted.
    pub(crate) fn tags(&self) -> &[Tag] {
        self.tags
    }

    /// Bytes and part of speech of each token.
    #[inline(always)]
    pub(crate) fn bytes(&self) -> impl Iterator<Item = (u32, Tag)> {
        let tags = self.tags().iter().copied().chain(std::iter::repeat(Tag::default()));
        self.lengths(char::len_utf8).zip(tags)
    }
}

/// Calls `sink` with the tokens of `source`, a block and what parts it from the next at a time; they partition it. With `hmm`
/// the model joins single characters.
pub(crate) fn cut(
    source: &str,
    lexicon: &Jieba,
    hmm: bool,
    tags: bool,
    sink: &mut dyn FnMut(&Batch<'_>),
) {
    let mut cutter = Cutter {
        lexicon,
        hmm,
        router: Router::new(lexicon.further(source.len())),
        backward: Backward::default(),
        sink: Sink { lexicon, wants_tags: tags, lengths: Vec::new(), tags: Vec::new() },
    };
    let mut batch = Vec::new();
    let mut characters = source.chars();
    let mut next = characters.next();
    while next.is_some() {
        batch.clear();
        cutter.sink.clear();
        let mut wide = true;
        while let Some(character) = next
            && is_in_block(character)
        {
            wide &= is_wide(character);
            batch.push(character);
            next = characters.next();
        }
        cutter.block(&batch);
        if let Some(mark) = next {
            let block = batch.len();
            wide &= is_wide(mark);
            batch.push(mark);
            next = characters.next();
            if mark == '\r' && next == Some('\n') {
                batch.push('\n');
                next = characters.next();
            }
            cutter.sink.put(batch.get(block..).unwrap_or_default());
        }
        let Sink { lengths, tags, .. } = &cutter.sink;
        sink(&Batch { characters: &batch, lengths, tags, wide });
    }
}

/// Collects the tokens of a batch.
struct Sink<'l> {
    lexicon: &'l Jieba,
    wants_tags: bool,
    lengths: Vec<u32>,
    tags: Vec<Tag>,
}

impl Sink<'_> {
    fn clear(&mut self) {
        self.lengths.clear();
        self.tags.clear();
    }

    #[inline(always)]
    fn put(&mut self, characters: &[char]) {
        self.lengths.push(characters.len() as u32);
        if self.wants_tags {
            self.tags.push(tag::tag(characters, self.lexicon));
        }
    }
}

/// Length in bytes.
fn bytes(characters: &[char]) -> usize {
    characters.iter().map(|character| character.len_utf8()).sum()
}

/// Cuts blocks.
struct Cutter<'l> {
    lexicon: &'l Jieba,
    hmm: bool,
    router: Router<'l>,
    backward: Backward,
    sink: Sink<'l>,
}

#[expect(
    clippy::indexing_slicing,
    reason = "inner loop: offsets within the block, and steps within it"
)]
impl Cutter<'_> {
    fn block(&mut self, block: &[char]) {
        self.router.route(block, self.lexicon);
        let (mut at, mut single) = (0, 0);
        while at < block.len() {
            let end = at + self.router.step(at);
            if end - at > 1 || !(self.hmm || block[at].is_ascii_alphanumeric()) {
                self.singles(block, single..at);
                self.sink.put(&block[at..end]);
                single = end;
            }
            at = end;
        }
        self.singles(block, single..block.len());
    }

    /// What the route left as single characters. A run that is a word was taken apart by the route, and stays so.
    #[inline(always)]
    fn singles(&mut self, block: &[char], at: Range<usize>) {
        let (start, run) = (at.start, &block[at]);
        if run.is_empty() {
        } else if run.len() == 1 || !self.hmm {
            self.sink.put(run);
        } else {
            let may_be_word = self.router.begins(start) || self.lexicon.has_user_words();
            self.run(run, may_be_word);
        }
    }

    fn run(&mut self, run: &[char], may_be_word: bool) {
        let sink = &mut self.sink;
        if may_be_word && self.lexicon.found(run).is_some() {
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

/// One of three bytes.
const WIDE: char = '一';

/// Whether `character` has three bytes, as nearly all in blocks have.
#[inline(always)]
fn is_wide(character: char) -> bool {
    matches!(character, '\u{800}'..='\u{FFFF}')
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
