//! Numbers.

use super::Times;
use crate::numeral::{Decimal, Packed};
use crate::span::Span;
use std::fmt;
use std::sync::Arc;

/// A numeral expression that is a quantity, a date, a rank …
#[derive(Clone, Debug, PartialEq)]
pub struct Number<S> {
    /// The whole expression: modifier, numeral, magnitude, classifier or unit, trailing modifier.
    pub span: Span<S>,
    /// What sort of number.
    pub kind: NumberKind,
    /// The exact value, where there is one.
    pub value: Value,
    /// Classifier, unit, `percent`, ISO 4217 currency code; without the magnitude. Numbers of one unit share its text.
    pub unit: Option<Arc<str>>,
    /// Exact, about, more or less.
    pub bound: Bound,
    /// What is counted, in the text's own words.
    pub of: Option<Span<S>>,
    /// The date and the duration, where it is one; [`Number::edtf`] and [`Number::iso`] read them.
    pub(crate) times: Option<Box<Times>>,
    /// Whether this is the amount of a rise or a fall (提升3.4个百分点).
    pub direction: Option<Direction>,
    /// How the amount is to be taken: per year, per head, year on year.
    pub rate: Option<Rate>,
    /// Whether the text plans or aims at it rather than reports it.
    pub planned: bool,
    /// The rule that read it.
    pub rule: &'static str,
}

impl<S> Number<S> {
    /// The date in EDTF (ISO 8601-2).
    pub fn edtf(&self) -> Option<&str> {
        self.times.as_ref()?.edtf.as_deref()
    }

    /// The duration in ISO 8601.
    pub fn iso(&self) -> Option<&str> {
        self.times.as_ref()?.iso.as_deref()
    }

    /// Gives it a date.
    pub(crate) fn set_edtf(&mut self, edtf: &str) {
        self.times.get_or_insert_default().edtf = Some(edtf.into());
    }

    /// Gives it a duration.
    pub(crate) fn set_iso(&mut self, iso: &str) {
        self.times.get_or_insert_default().iso = Some(iso.into());
    }
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

/// The value of a number. What is rare stands apart: a text may hold very many values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// None: dates, codes, 若干项.
    None,
    /// One exact value; [`Value::exact`] gives it.
    Exact(Packed),
    /// From … to ….
    Range(Box<[Decimal; 2]>),
    /// Numerator and denominator of 三分之二.
    Fraction(Box<[Decimal; 2]>),
    /// The two sides of 1:3.
    Proportion(Box<[Decimal; 2]>),
    /// The three sides of 5:3:2. More sides have no value.
    Structure(Box<[Decimal; 3]>),
}

impl Value {
    /// One exact value.
    pub fn one(value: Decimal) -> Self {
        Self::Exact(value.into())
    }

    /// From `low` to `high`.
    pub fn range(low: Decimal, high: Decimal) -> Self {
        Self::Range(Box::new([low, high]))
    }

    /// The value, where it is a single one.
    pub fn exact(&self) -> Option<Decimal> {
        match self {
            Self::Exact(value) => Some(value.get()),
            _ => None,
        }
    }

    /// The single figure it stands at: 2.3:1 is 2.3 to one.
    pub(super) fn level(&self) -> Option<Decimal> {
        match self {
            Self::Proportion(sides) => {
                let [level, one] = **sides;
                (one == Decimal::from_integer(1)).then_some(level)
            }
            value => value.exact(),
        }
    }

    /// All figures it consists of, in their order.
    pub fn figures(&self) -> impl Iterator<Item = Decimal> {
        let several = match self {
            Self::None | Self::Exact(_) => &[],
            Self::Range(two) | Self::Fraction(two) | Self::Proportion(two) => two.as_slice(),
            Self::Structure(three) => three.as_slice(),
        };
        self.exact().into_iter().chain(several.iter().copied())
    }
}

/// As it stands in every output: `64000`, `3..5`, `2/3`, `1:3`.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let between = match self {
            Self::Range(_) => "..",
            Self::Fraction(_) => "/",
            _ => ":",
        };
        for (at, figure) in self.figures().enumerate() {
            write!(f, "{}{figure}", if at > 0 { between } else { "" })?;
        }
        Ok(())
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
