//! Keywords: the words that say most about a text, by how rare they are elsewhere, or by the company they keep in it.
//!
//! Both ways are jieba's. By rarity: how often a word stands in the text, times its inverse document frequency. By rank: words within
//! five tokens of each other vouch for each other, and who is vouched for by weighty words weighs more.
#![expect(clippy::float_arithmetic, reason = "weights are shares and logarithms")]

use crate::gather::Gather as _;
use crate::lexicon::Tag;
use crate::numbering::Numbering;
use crate::order::sort;
use crate::span::{Source, Span};
use std::collections::BinaryHeap;

/// How words are weighed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// By the words around them; needs no table.
    #[default]
    TextRank,
    /// By frequency here and rarity elsewhere; needs the table of inverse document frequencies.
    TfIdf,
}

/// Which keywords are wanted.
#[derive(Clone, Debug)]
pub struct KeywordOptions {
    /// How words are weighed.
    pub method: Method,
    /// How many at most.
    pub count: usize,
    /// Parts of speech that keywords may have; where none are named any will do.
    pub allow: Vec<String>,
}

impl Default for KeywordOptions {
    fn default() -> Self {
        Self { method: Method::default(), count: 20, allow: Vec::new() }
    }
}

/// A keyword.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keyword {
    /// Where it stands first.
    pub span: Span<Source>,
    /// Its part of speech there.
    pub tag: Tag,
    /// How often it stands in the text.
    pub count: u32,
    /// What it weighs: TF-IDF, or the rank.
    pub weight: f64,
}

/// Words of a text, each with a number; tokens that are no candidates only keep the others apart.
#[derive(Default)]
pub(crate) struct Candidates {
    numbers: Numbering,
    words: Vec<Keyword>,
    /// The number of each token's word.
    tokens: Vec<Option<u32>>,
}

impl Candidates {
    /// The next token. Tokens with the same key are one word.
    pub(crate) fn push(&mut self, key: &[u16], span: Span<Source>, tag: Tag) {
        let number = self.numbers.put(key);
        let new = Keyword { span, tag, count: 0, weight: 0.0 };
        self.words.resize(self.numbers.len() as usize, new);
        if let Some(word) = self.words.get_mut(number as usize) {
            word.count += 1;
        }
        self.tokens.push(Some(number));
    }

    /// The next token, which is no candidate.
    pub(crate) fn pass(&mut self) {
        self.tokens.push(None);
    }

    /// Weighs by rarity; of equal weights the word that is first in the order of its keys stands first.
    pub(crate) fn by_rarity(
        mut self,
        count: usize,
        idf: impl Fn(Span<Source>) -> f64,
    ) -> Vec<Keyword> {
        let total: u32 = self.words.iter().map(|word| word.count).sum();
        for word in &mut self.words {
            word.weight = f64::from(word.count) * idf(word.span) / f64::from(total);
        }
        let keys: BinaryHeap<(&[u16], u32)> = self.numbers.keys().zip(0..).collect();
        let order: Vec<u32> = keys.into_sorted_vec().iter().map(|(_, number)| *number).gather();
        first(&self.words, &order, count)
    }

    /// Weighs by rank; of equal weights the word that comes first in the text stands first.
    pub(crate) fn by_rank(mut self, count: usize) -> Vec<Keyword> {
        let ranks = ranks(&self.tokens, self.words.len());
        self.words.iter_mut().zip(ranks).for_each(|(word, rank)| word.weight = rank);
        let order: Vec<u32> = (0..self.words.len() as u32).gather();
        first(&self.words, &order, count)
    }
}

/// The `count` weightiest of `words`; of equal ones those whose number comes first in `order`.
fn first(words: &[Keyword], order: &[u32], count: usize) -> Vec<Keyword> {
    let ordered: Vec<Keyword> =
        order.iter().filter_map(|at| words.get(*at as usize)).copied().gather();
    // The bits of positive numbers rise as the numbers do.
    let mut keys: Vec<(u64, u32)> =
        ordered.iter().zip(0..).map(|(word, at)| (!word.weight.to_bits(), at)).gather();
    sort(&mut keys);
    keys.iter().take(count).filter_map(|(_, at)| ordered.get(*at as usize)).copied().gather()
}

/// Words vouch for each other up to this distance, in tokens.
const REACH: usize = 4;
/// What part of a word's weight others decide.
const DAMPING: f64 = 0.85;
const ROUNDS: usize = 20;

/// The rank of each word. A pair that comes twice is two pairs, each of half the weight: nothing has to be counted.
fn ranks(tokens: &[Option<u32>], words: usize) -> Vec<f64> {
    let neighbours = Neighbours::new(tokens, words);
    // What each word gives to each of its neighbours.
    let given = |rank: f64, word: usize| rank / neighbours.of(word).len() as f64;
    let mut ranks = vec![1.0 / words as f64; words];
    let mut gifts: Vec<f64> =
        (0..words).zip(&ranks).map(|(word, rank)| given(*rank, word)).gather();
    for _ in 0..ROUNDS {
        for (word, slot) in ranks.iter_mut().enumerate() {
            let gift = |from: &u32| gifts.get(*from as usize).copied().unwrap_or(0.0);
            let sum: f64 = neighbours.of(word).iter().map(gift).sum();
            *slot = (1.0 - DAMPING) + DAMPING * sum;
            if let Some(gift) = gifts.get_mut(word) {
                *gift = given(*slot, word);
            }
        }
    }
    ranks
}

/// For each word those it stands near to, as often as it does.
struct Neighbours {
    /// Where the neighbours of each word end; they begin where those of the word before do.
    ends: Vec<u32>,
    all: Vec<u32>,
}

impl Neighbours {
    fn new(tokens: &[Option<u32>], words: usize) -> Self {
        let mut ends = vec![0; words];
        pairs(tokens, |word, _| {
            bump(&mut ends, word);
        });
        let mut sum = 0;
        for end in &mut ends {
            // Where they begin, for now: each that is put in moves it on.
            sum += std::mem::replace(end, sum);
        }
        let mut all = vec![0; sum as usize];
        pairs(tokens, |word, neighbour| {
            let place = bump(&mut ends, word);
            if let Some(slot) = all.get_mut(place as usize) {
                *slot = neighbour;
            }
        });
        Self { ends, all }
    }

    fn of(&self, word: usize) -> &[u32] {
        let end = |word: usize| self.ends.get(word).map_or(0, |end| *end as usize);
        let start = word.checked_sub(1).map_or(0, end);
        self.all.get(start..end(word)).unwrap_or_default()
    }
}

/// One more of `word`; returns how many there were.
fn bump(counts: &mut [u32], word: u32) -> u32 {
    counts.get_mut(word as usize).map_or(0, |count| {
        *count += 1;
        *count - 1
    })
}

/// Calls `found` with both words of each pair, either way round.
fn pairs(tokens: &[Option<u32>], mut found: impl FnMut(u32, u32)) {
    for (at, first) in tokens.iter().enumerate() {
        let Some(first) = first else { continue };
        for second in tokens.iter().skip(at + 1).take(REACH).flatten() {
            found(*first, *second);
            found(*second, *first);
        }
    }
}
