//! From the view to the source: every span of an annotation, led back by the text's offset map.

use crate::annotation::{Change, Fact, Member, Number, Rejection, Slogan};
use crate::span::{Source, Span, View};
use crate::text::Text;

/// The same annotation over the source text.
pub trait Relocate {
    /// The annotation's form over the source.
    type Target;
    /// Converts every span.
    fn relocate(self, text: &Text<'_>) -> Self::Target;
}

impl Relocate for Span<View> {
    type Target = Span<Source>;
    fn relocate(self, text: &Text<'_>) -> Span<Source> {
        text.to_source(self)
    }
}

impl Relocate for Number<View> {
    type Target = Number<Source>;
    fn relocate(self, text: &Text<'_>) -> Number<Source> {
        let Self { span, kind, value, unit, bound, of, edtf, iso, direction, rate, planned, rule } =
            self;
        Number {
            span: span.relocate(text),
            of: of.relocate(text),
            kind,
            value,
            unit,
            bound,
            edtf,
            iso,
            direction,
            rate,
            planned,
            rule,
        }
    }
}

impl Relocate for Change<View> {
    type Target = Change<Source>;
    fn relocate(self, text: &Text<'_>) -> Change<Source> {
        let Self { span, first, last, from, to, unit, of, rule } = self;
        Change {
            span: span.relocate(text),
            of: of.relocate(text),
            first,
            last,
            from,
            to,
            unit,
            rule,
        }
    }
}

impl Relocate for Slogan<View> {
    type Target = Slogan<Source>;
    fn relocate(self, text: &Text<'_>) -> Slogan<Source> {
        let Self { span, kind, quoted, members, status, parent, identity, rule } = self;
        Slogan {
            span: span.relocate(text),
            members: members.relocate(text),
            kind,
            quoted,
            status,
            parent,
            identity,
            rule,
        }
    }
}

impl Relocate for Member<View> {
    type Target = Member<Source>;
    fn relocate(self, text: &Text<'_>) -> Member<Source> {
        match self {
            Self::Text { span, group } => Member::Text { span: span.relocate(text), group },
            Self::Glossary(words) => Member::Glossary(words),
        }
    }
}

impl Relocate for Rejection<View> {
    type Target = Rejection<Source>;
    fn relocate(self, text: &Text<'_>) -> Rejection<Source> {
        let Self { span, layer, reason, rule } = self;
        Rejection { span: span.relocate(text), layer, reason, rule }
    }
}

impl Relocate for Fact<View> {
    type Target = Fact<Source>;
    fn relocate(self, text: &Text<'_>) -> Fact<Source> {
        let Self { number, indicator, time, sentence } = self;
        Fact {
            indicator: indicator.relocate(text),
            sentence: sentence.relocate(text),
            number,
            time,
        }
    }
}

impl<T: Relocate> Relocate for Option<T> {
    type Target = Option<T::Target>;
    fn relocate(self, text: &Text<'_>) -> Self::Target {
        self.map(|inner| inner.relocate(text))
    }
}

impl<T: Relocate> Relocate for Vec<T> {
    type Target = Vec<T::Target>;
    fn relocate(self, text: &Text<'_>) -> Self::Target {
        self.into_iter().map(|inner| inner.relocate(text)).collect()
    }
}
