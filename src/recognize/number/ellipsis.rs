//! 提高3.1个、2.4个和5个百分点: the last figure of a list says the unit of those before it.

use crate::annotation::{Number, NumberKind};
use crate::recognize::chars;
use crate::span::View;
use crate::text::ViewText;

/// Gives points of per cent to the figures of a list that leave them to its last one.
pub(super) fn complete(view: ViewText<'_>, numbers: &mut [Number<View>]) {
    for index in (1..numbers.len()).rev() {
        let (before, rest) = numbers.split_at_mut(index);
        let (Some(figure), Some(next)) = (before.last_mut(), rest.first()) else { continue };
        let points = next.unit.as_deref() == Some("percentage_point");
        let joined =
            figure.span.end + 1 == next.span.start && chars::ITEM_END.at(view, figure.span.end);
        let left = figure.unit.is_none() || view.char(figure.span.end - 1) == '个';
        if points && joined && left && figure.kind == NumberKind::Quantity {
            (figure.kind, figure.rule) = (next.kind, next.rule);
            figure.unit.clone_from(&next.unit);
        }
    }
}
