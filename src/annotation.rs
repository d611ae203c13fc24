//! What analysis finds: plain data with public fields, spans typed by their space.
//!
//! Recognisers write annotations over the view (`Number<View>`); [`crate::Analysis`] holds them over the source
//! (`Number<Source>`), where `source[span.range()]` is the text meant. Field names and meanings follow one guideline:
//! what a span covers, which kinds exist, how values are written.

use crate::numeral::Decimal;
use crate::span::Span;

/// A numeral expression that is a quantity, a date, a rank …
#[derive(Clone, Debug, PartialEq)]
pub struct Number<S> {
    /// The whole expression: modifier, numeral, magnitude, classifier or unit, trailing modifier.
    pub span: Span<S>,
    /// What sort of number.
    pub kind: NumberKind,
    /// The exact value, where there is one.
    pub value: Value,
    /// Classifier, unit, `percent`, ISO 4217 currency code; without the magnitude.
    pub unit: Option<Box<str>>,
    /// Exact, about, more or less.
    pub bound: Bound,
    /// What is counted, in the text's own words.
    pub of: Option<Span<S>>,
    /// A date in EDTF (ISO 8601-2).
    pub edtf: Option<Box<str>>,
    /// A duration in ISO 8601.
    pub iso: Option<Box<str>>,
    /// Whether this is the amount of a rise or a fall (提升3.4个百分点).
    pub direction: Option<Direction>,
    /// How the amount is to be taken: per year, per head, year on year.
    pub rate: Option<Rate>,
    /// Whether the text plans or aims at it rather than reports it.
    pub planned: bool,
    /// The rule that read it.
    pub rule: &'static str,
}

/// Kinds of [`Number`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are the guideline's own")]
pub enum NumberKind {
    Quantity,
    Percent,
    Money,
    Ratio,
    Date,
    Duration,
    Ordinal,
    Code,
}

impl NumberKind {
    /// All kinds, in the order of the legend.
    pub const ALL: [Self; 8] = [
        Self::Quantity,
        Self::Percent,
        Self::Money,
        Self::Ratio,
        Self::Date,
        Self::Duration,
        Self::Ordinal,
        Self::Code,
    ];

    /// The name used in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Ratio => "ratio",
            Self::Date => "date",
            Self::Duration => "duration",
            Self::Ordinal => "ordinal",
            Self::Code => "code",
        }
    }
}

/// The value of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// None: dates, codes, 若干项.
    None,
    /// One exact value.
    Exact(Decimal),
    /// From … to ….
    Range(Decimal, Decimal),
    /// Numerator and denominator of 三分之二.
    Fraction(Decimal, Decimal),
    /// The two sides of 1:3.
    Proportion(Decimal, Decimal),
    /// The three sides of 5:3:2. More sides have no value.
    Structure(Decimal, Decimal, Decimal),
}

impl Value {
    /// The value, where it is a single one.
    pub const fn exact(self) -> Option<Decimal> {
        match self {
            Self::Exact(value) => Some(value),
            _ => None,
        }
    }
}

/// How the value is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// The value itself.
    #[default]
    Exact,
    /// 约 左右 几 来.
    About,
    /// 余 多 超 以上 至少.
    MoreThan,
    /// 近 不到 不足 以下 以内.
    LessThan,
}

impl Bound {
    /// The name used in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::MoreThan => "more_than",
            Self::LessThan => "less_than",
        }
    }
}

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "plain words")]
pub enum Direction {
    Up,
    Down,
}

impl Direction {
    /// The name used in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

/// How an amount is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// 每年、每月、每天 …
    Per,
    /// 人均、户均
    PerHead,
    /// 同比
    YearOnYear,
    /// 环比
    PeriodOnPeriod,
    /// 占比、占
    Share,
}

impl Rate {
    /// The name used in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Per => "per",
            Self::PerHead => "per_head",
            Self::YearOnYear => "year_on_year",
            Self::PeriodOnPeriod => "period_on_period",
            Self::Share => "share",
        }
    }
}

/// Two figures of one indicator: 从2019年58座减少到2024年12座.
#[derive(Clone, Debug, PartialEq)]
pub struct Change<S> {
    /// From the first figure, with the date directly before it, to the last.
    pub span: Span<S>,
    /// Index of the first figure among the numbers.
    pub first: u32,
    /// Index of the last figure among the numbers.
    pub last: u32,
    /// The first value.
    pub from: Decimal,
    /// The last value.
    pub to: Decimal,
    /// Their unit.
    pub unit: Option<Box<str>>,
    /// The indicator.
    pub of: Option<Span<S>>,
    /// The rule that read it.
    pub rule: &'static str,
}

impl<S> Change<S> {
    /// The last value less the first.
    pub fn delta(&self) -> Option<Decimal> {
        self.to.minus(self.from)
    }

    /// The difference in per cent of the first value, two decimals.
    pub fn percent(&self) -> Option<Decimal> {
        self.delta()?.times(Decimal::from_integer(100))?.over(self.from, 2)
    }
}

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

/// What is said of what, when: a number with its setting.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact<S> {
    /// Index among the numbers.
    pub number: u32,
    /// The noun phrase that names the figure, wider than `of`.
    pub indicator: Option<Span<S>>,
    /// Index of the date in force among the numbers.
    pub time: Option<u32>,
    /// The sentence it stands in.
    pub sentence: Span<S>,
}
