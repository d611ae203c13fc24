//! What was left out, and why.

use crate::span::Span;

/// A numeral that is no number, or a quoted string that is no slogan, with the reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Rejection<S> {
    /// The numeral run or the string without its quotation marks.
    pub span: Span<S>,
    /// Which layer left it out.
    pub layer: Layer,
    /// Why.
    pub reason: Reason,
    /// The rule or the data line that decided.
    pub rule: &'static str,
}

/// The layers of analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "plain words")]
pub enum Layer {
    Word,
    Number,
    Slogan,
}

impl Layer {
    /// The name used in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Number => "number",
            Self::Slogan => "slogan",
        }
    }
}

/// Reasons of a [`Rejection`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are the guideline's own")]
pub enum Reason {
    Idiom,
    Formula,
    Brand,
    Name,
    Indefinite,
    Dash,
    Enumerator,
    Title,
    Other,
    Speech,
    ScareQuote,
    Metaphor,
    Date,
    Plan,
    GenericHonour,
    Term,
    Organization,
    List,
}

impl Reason {
    /// The name used in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Idiom => "idiom",
            Self::Formula => "formula",
            Self::Brand => "brand",
            Self::Name => "name",
            Self::Indefinite => "indefinite",
            Self::Dash => "dash",
            Self::Enumerator => "enumerator",
            Self::Title => "title",
            Self::Other => "other",
            Self::Speech => "speech",
            Self::ScareQuote => "scare_quote",
            Self::Metaphor => "metaphor",
            Self::Date => "date",
            Self::Plan => "plan",
            Self::GenericHonour => "generic_honour",
            Self::Term => "term",
            Self::Organization => "organization",
            Self::List => "list",
        }
    }

    /// The reason of that name, for data files.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }

    /// All reasons.
    pub const ALL: [Self; 18] = [
        Self::Idiom,
        Self::Formula,
        Self::Brand,
        Self::Name,
        Self::Indefinite,
        Self::Dash,
        Self::Enumerator,
        Self::Title,
        Self::Other,
        Self::Speech,
        Self::ScareQuote,
        Self::Metaphor,
        Self::Date,
        Self::Plan,
        Self::GenericHonour,
        Self::Term,
        Self::Organization,
        Self::List,
    ];
}
