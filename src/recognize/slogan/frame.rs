//! Frames: what neighbouring phrases have in common.
//!
//! ```text
//! 以学铸魂、以学增智、以学正风   the first two characters: 以学
//! 负担减轻了、机制顺畅了        the last: 了
//! 筑牢信仰之基、补足精神之钙      one inside: 之
//! ```

use crate::gather::Put as _;
use crate::span::{Span, View};
use crate::text::{CharClass, ViewText};

/// Most parts read of one string.
const PARTS: usize = 24;

/// The phrases of `span`, parted by 、 ， , ; or blanks.
pub(crate) fn parts(view: ViewText<'_>, span: Span<View>) -> Vec<Span<View>> {
    let mut parts = Vec::new();
    let mut start = span.start;
    for at in span.start..=span.end {
        let parted = at == span.end || matches!(view.look(at), '、' | '，' | ',' | ';' | ' ');
        if !parted {
            continue;
        }
        if at > start && parts.len() < PARTS {
            parts.put(Span::new(start, at));
        }
        start = at + 1;
    }
    parts
}

/// Where phrases of one length agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shared {
    /// How many characters from the start.
    pub prefix: u32,
    /// How many characters up to the end.
    pub suffix: u32,
    /// The first place that agrees between the two.
    pub inner: Option<u32>,
    /// How many places agree between the two.
    pub within: u32,
}

/// What all of `parts` share, place by place; `None` where nothing, or where they are the same word.
///
/// Phrases of different lengths are compared from the start and from the end only.
pub(crate) fn shared(view: ViewText<'_>, parts: &[Span<View>]) -> Option<Shared> {
    let [first, rest @ ..] = parts else { return None };
    let shortest = parts.iter().map(|part| part.len()).min().unwrap_or(0);
    let same_length = parts.iter().all(|part| part.len() == first.len());
    let forward =
        |i: u32| rest.iter().all(|p| view.unit(p.start + i) == view.unit(first.start + i));
    let backward = |i: u32| rest.iter().all(|p| view.unit(p.end - i) == view.unit(first.end - i));
    let prefix = (0..shortest).take_while(|i| forward(*i)).count() as u32;
    let suffix = (1..=shortest).take_while(|i| backward(*i)).count() as u32;
    if rest.is_empty() || prefix == shortest && same_length {
        return None;
    }
    let middle = if same_length { prefix..shortest - suffix.min(shortest - prefix) } else { 0..0 };
    let inner = middle.clone().find(|i| forward(*i));
    let within = middle.filter(|i| forward(*i)).count() as u32;
    let found = Shared { prefix, suffix, inner, within };
    (found != Shared::default()).then_some(found)
}

/// Whether all of `span` is Han.
#[inline(never)]
pub(crate) fn is_han(view: ViewText<'_>, span: Span<View>) -> bool {
    !span.is_empty() && view.slice(span).iter().all(|unit| CharClass::of(*unit).is(CharClass::HAN))
}

/// 问难处、问需求，送政策、送服务 go in one beat, 审进度、审质量，群众督 in two: whether phrases of these lengths are said in one breath.
pub(crate) fn is_one_beat(first: u32, second: u32) -> bool {
    first == second && first <= 5 || first.max(second) <= 3
}
