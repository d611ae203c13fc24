//! Slogans and their members.

use crate::span::Span;

/// A slogan of any kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Slogan<S> {
    /// Outer quotation marks are never inside.
    pub span: Span<S>,
    /// Which kind.
    pub kind: SloganKind,
    /// Whether quotation marks stand directly around it.
    pub quoted: bool,
    /// What a formula stands for.
    pub members: Vec<Member<S>>,
    /// How far the members account for the numeral.
    pub status: MemberStatus,
    /// Index of the slogan this one stands inside.
    pub parent: Option<u32>,
    /// Number of the slogan among the distinct ones: all mentions of one slogan share it.
    pub identity: u32,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Kinds of [`Slogan`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are the guideline's own")]
pub enum SloganKind {
    Formula,
    Brand,
    Couplet,
    Parallel,
    Maxim,
    Formulation,
}

impl SloganKind {
    /// All kinds, in the order of the legend.
    pub const ALL: [Self; 6] =
        [Self::Formula, Self::Brand, Self::Couplet, Self::Parallel, Self::Maxim, Self::Formulation];

    /// The name used in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Formula => "formula",
            Self::Brand => "brand",
            Self::Couplet => "couplet",
            Self::Parallel => "parallel",
            Self::Maxim => "maxim",
            Self::Formulation => "formulation",
        }
    }
}

/// What the mentions of one slogan have in common, across texts too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// The slogan in Simplified characters, its numerals as digits, without marks and 个: equal in every text.
    pub canonical: Box<str>,
    /// What the glossary lists for a formula, whatever the text itself says.
    pub listed: Vec<Box<str>>,
}

/// One thing a formula stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Member<S> {
    /// Said in the text, here.
    Text {
        /// Where it stands.
        span: Span<S>,
        /// Which numeral of the formula it belongs to (双联四帮 has two groups).
        group: u8,
    },
    /// Said in the glossary only.
    Glossary(Box<str>),
}

/// How far the members account for the numeral of a formula.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MemberStatus {
    /// As many as the numeral says.
    Complete,
    /// Fewer, and 等 closes the list.
    Partial,
    /// The formula has an open place (X, N).
    Open,
    /// Another number than the numeral says.
    Mismatch,
    /// Nobody says.
    #[default]
    None,
}

impl MemberStatus {
    /// The name used in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Partial => "partial",
            Self::Open => "open",
            Self::Mismatch => "mismatch",
            Self::None => "none",
        }
    }
}
