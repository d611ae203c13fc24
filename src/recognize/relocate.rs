//! From the view to the source: every span of an annotation, led back by the text's offset map.

use crate::annotation::{Change, Member, Number, Rejection, Slogan};
use crate::span::{Source, Span, View};
use crate::text::Cursor;

/// The same annotation over the source text.
pub trait Relocate {
    /// The annotation's form over the source.
    type Target;
    /// Converts every span.
    fn relocate(self, cursor: &mut Cursor<'_>) -> Self::Target;
}

impl Relocate for Span<View> {
    type Target = Span<Source>;
    fn relocate(self, cursor: &mut Cursor<'_>) -> Span<Source> {
        cursor.span(self)
    }
}

impl Relocate for Number<View> {
    type Target = Number<Source>;
    fn relocate(self, cursor: &mut Cursor<'_>) -> Number<Source> {
        let Self { span, kind, value, unit, bound, of, times, direction, rate, planned, rule } =
            self;
        Number {
            span: span.relocate(cursor),
            of: of.relocate(cursor),
            kind,
            value,
            unit,
            bound,
            times,
            direction,
            rate,
            planned,
            rule,
        }
    }
}

impl Relocate for Change<View> {
    type Target = Change<Source>;
    fn relocate(self, cursor: &mut Cursor<'_>) -> Change<Source> {
        let Self { span, first, last, from, to, unit, of, rule } = self;
        Change {
            span: span.relocate(cursor),
            of: of.relocate(cursor),
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
    fn relocate(self, cursor: &mut Cursor<'_>) -> Slogan<Source> {
        let Self { span, kind, quoted, members, status, parent, identity, rule } = self;
        Slogan {
            span: span.relocate(cursor),
            members: members.relocate(cursor),
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
    fn relocate(self, cursor: &mut Cursor<'_>) -> Member<Source> {
        match self {
            Self::Text { span, group } => Member::Text { span: span.relocate(cursor), group },
            Self::Glossary(words) => Member::Glossary(words),
        }
    }
}

impl Relocate for Rejection<View> {
    type Target = Rejection<Source>;
    fn relocate(self, cursor: &mut Cursor<'_>) -> Rejection<Source> {
        let Self { span, layer, reason, rule } = self;
        Rejection { span: span.relocate(cursor), layer, reason, rule }
    }
}

impl<T: Relocate> Relocate for Option<T> {
    type Target = Option<T::Target>;
    fn relocate(self, cursor: &mut Cursor<'_>) -> Self::Target {
        self.map(|inner| inner.relocate(cursor))
    }
}

impl<T: Relocate> Relocate for Vec<T> {
    type Target = Vec<T::Target>;
    fn relocate(self, cursor: &mut Cursor<'_>) -> Self::Target {
        self.into_iter().map(|inner| inner.relocate(cursor)).collect()
    }
}
