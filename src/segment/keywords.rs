//! Keywords: the words that say most about a text, by how rare they are elsewhere, or by the company they keep in it.
//!
//! Both ways are jieba's. By rarity: how often a word stands in the text, times its inverse document frequency. By rank: words within
//! five tokens of each other vouch for each other, and who is vouched for by weighty words weighs more.
#![expect(clippy::float_arithmetic, reason = "weights are shares and logarithms")]

use crate::lexicon::{Idf, Tag};
use crate::span::{Source, Span};
use std::collections::BTreeMap;

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
    numbers: BTreeMap<Vec<u16>, u32>,
    words: Vec<Keyword>,
    /// The number of each token's word.
    tokens: Vec<Option<u32>>,
}

impl Candidates {
    /// The next token, which stands for `word`.
    pub(crate) fn push(&mut self, word: Vec<u16>, span: Span<Source>, tag: Tag) {
        let next = self.words.len() as u32;
        let number = *self.numbers.entry(word).or_insert(next);
        if number == next {
            self.words.push(Keyword { span, tag, count: 0, weight: 0.0 });
        }
        if let Some(word) = self.words.get_mut(number as usize) {
            word.count += 1;
        }
        self.tokens.push(Some(number));
    }

    /// The next token, which is no candidate.
    pub(crate) fn pass(&mut self) {
        self.tokens.push(None);
    }

    /// Weighs by rarity; of equal weights the word that is first in the order of code points stands first.
    pub(crate) fn by_rarity(mut self, idf: &Idf, source: &str, count: usize) -> Vec<Keyword> {
        let total: u32 = self.words.iter().map(|word| word.count).sum();
        for (units, number) in &self.numbers {
            if let Some(word) = self.words.get_mut(*number as usize) {
                word.weight = f64::from(word.count) * idf.get(units) / f64::from(total);
            }
        }
        self.words.sort_by(|a, b| source.get(a.span.range()).cmp(&source.get(b.span.range())));
        first(self.words, count)
    }

    /// Weighs by rank; of equal weights the word that comes first in the text stands first.
    pub(crate) fn by_rank(mut self, count: usize) -> Vec<Keyword> {
        let ranks = ranks(&self.tokens, self.words.len());
        self.words.iter_mut().zip(ranks).for_each(|(word, rank)| word.weight = rank);
        first(self.words, count)
    }
}

/// The `count` weightiest words.
fn first(mut words: Vec<Keyword>, count: usize) -> Vec<Keyword> {
    words.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    words.truncate(count);
    words
}

/// Words vouch for each other up to this distance, in tokens.
const REACH: usize = 4;
/// What part of a word's weight others decide.
const DAMPING: f64 = 0.85;
const ROUNDS: usize = 20;

/// The rank of each word.
fn ranks(tokens: &[Option<u32>], words: usize) -> Vec<f64> {
    let edges = edges(tokens);
    let mut weights = vec![0.0; words];
    for edge in &edges {
        if let Some(weight) = weights.get_mut(edge.from as usize) {
            *weight += edge.weight;
        }
    }
    let share = |edge: &Edge| edge.weight / weights.get(edge.to as usize).copied().unwrap_or(1.0);
    let shares: Vec<f64> = edges.iter().map(share).collect();
    let mut ranks = vec![1.0 / words as f64; words];
    for _ in 0..ROUNDS {
        let mut rest = edges.as_slice();
        let mut rest_shares = shares.as_slice();
        for word in 0..words {
            let own = rest.iter().take_while(|edge| edge.from as usize == word).count();
            let (edges, behind) = rest.split_at(own);
            let (shares, shares_behind) = rest_shares.split_at(own);
            let rank = |edge: &Edge| ranks.get(edge.to as usize).copied().unwrap_or(0.0);
            let sum: f64 = edges.iter().zip(shares).map(|(edge, share)| share * rank(edge)).sum();
            if let Some(rank) = ranks.get_mut(word) {
                *rank = (1.0 - DAMPING) + DAMPING * sum;
            }
            (rest, rest_shares) = (behind, shares_behind);
        }
    }
    ranks
}

/// Who vouches for whom, and how often, sorted.
struct Edge {
    from: u32,
    to: u32,
    weight: f64,
}

/// A pair of words counts apart from the pair the other way round, and both count for both.
fn edges(tokens: &[Option<u32>]) -> Vec<Edge> {
    let mut pairs: Vec<u64> = Vec::new();
    let join = |from: u32, to: u32| u64::from(from) << 32 | u64::from(to);
    for (at, first) in tokens.iter().enumerate() {
        let Some(first) = first else { continue };
        for second in tokens.iter().skip(at + 1).take(REACH).flatten() {
            pairs.push(join(*first, *second));
            pairs.push(join(*second, *first));
        }
    }
    pairs.sort_unstable();
    let edge = |pairs: &[u64]| {
        let pair = pairs.first().copied().unwrap_or(0);
        Edge { from: (pair >> 32) as u32, to: pair as u32, weight: pairs.len() as f64 }
    };
    pairs.chunk_by(|a, b| a == b).map(edge).collect()
}
