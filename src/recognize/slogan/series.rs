//! Strings of several phrases in quotation marks: brand, couplet, maxim or parallel, or a plain list.
//!
//! ```text
//! “问民情、办实事”活动       brand: the noun behind
//! 以“稻香千里 渔歌万家”为主题  couplet: a theme of equal halves
//! 落实“早谋划、早动手”       parallel: somebody carries it out
//! ```

use super::cues::Roles;
use super::mirrored::mirrored;
use super::quoted::{Look, Verdict};
use super::saying::{cried, is_creed};
use super::{Reader, frame};
use crate::annotation::{Reason, SloganKind};
use crate::span::{Span, View};
use crate::text::CharClass;

/// Strings of several phrases.
pub(super) fn series(look: &Look<'_>) -> Option<Verdict> {
    let Reader { view, .. } = *look.reader;
    // Most are one word.
    if frame::is_han(view, look.inner) {
        return None;
    }
    let parts = frame::parts(view, look.inner);
    if parts.len() < 2 {
        return None;
    }
    let spaced = view.holds(look.inner, ' ');
    if look.programme || serves(look) {
        return Some(Verdict::Slogan(SloganKind::Brand, "programme-noun"));
    }
    let lengths_agree = parts.windows(2).all(|w| matches!(w, [a, b] if a.len() == b.len()));
    let long = parts.iter().all(|part| part.len() >= 3);
    if spaced || lengths_agree && parts.len() == 2 && is_theme(look) {
        return Some(match lengths_agree && long {
            true => Verdict::Slogan(SloganKind::Couplet, "quoted-couplet"),
            false => Verdict::Slogan(SloganKind::Brand, "quoted-phrases"),
        });
    }
    let creed = || look.noun_is(Roles::CREED) || is_creed(look) || cried(look);
    let parted = parts.first().is_some_and(|part| matches!(view.char(part.end), '，' | ','));
    if (parts.len() == 2 || parted) && creed() {
        return Some(Verdict::Slogan(SloganKind::Maxim, "quoted-maxim"));
    }
    // “重建设、轻管护”, “看病难、看病贵”: what is wrong, and nobody's slogan.
    let opens = |place: usize, c| parts.get(place).is_some_and(|part| view.char(part.start) == c);
    if parts.len() == 2 && opens(0, '重') && opens(1, '轻') || is_hard(look.reader, &parts) {
        return Some(Verdict::Rejected(Reason::ScareQuote, "one-for-the-other"));
    }
    let framed = frame::shared(view, &parts).is_some();
    let several = parts.iter().all(|part| part.len() >= 2);
    // A pair needs somebody who carries it out, or a noun that says what it is.
    let backed = parts.len() > 2 || look.noun.is_some() || look.verb.any(Roles::VERB);
    let clauses = parted && parts.iter().all(|part| part.len() >= 5);
    // “流量如潮水，口碑似磐石”，… at the head of a sentence, or behind a colon
    let verse = || {
        let outer = look.quote.outer().start;
        let beats = parts.len() == 2 && matches!(parts.first().map(|p| p.len()), Some(5 | 7));
        let opens = |class: CharClass, c| class.any(CharClass::SENTENCE_END) || c == ':';
        beats && (outer == 0 || opens(view.class(outer - 1), view.char(outer - 1)))
    };
    if !backed && lengths_agree && clauses && (framed || verse()) {
        return Some(Verdict::Slogan(SloganKind::Maxim, "quoted-maxim"));
    }
    if parted && parts.len() == 2 && mirrored(look.reader, &parts).is_some() {
        return Some(Verdict::Slogan(SloganKind::Maxim, "quoted-maxim"));
    }
    if several && backed && (lengths_agree || framed || long && parts.len() > 2) {
        return Some(Verdict::Slogan(SloganKind::Parallel, "quoted-series"));
    }
    Some(Verdict::Rejected(Reason::List, "plain-list"))
}

/// 看病难、看病贵: all phrases say what is wrong.
pub(super) fn is_hard(reader: &Reader<'_>, phrases: &[Span<View>]) -> bool {
    let hard = |p: &Span<View>| reader.cues.of(reader.view.before(p.end)).any(Roles::HARD);
    phrases.iter().all(hard)
}

/// 以“…”为载体, 以“…”为主要内容.
pub(super) fn serves(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    look.followed_by("为")
        && cues.starting(view, look.quote.chain.end + 1, Roles::SERIES_FRAME).is_some()
}

/// 以“…”为主题, 主题为“…”.
pub(super) fn is_theme(look: &Look<'_>) -> bool {
    let Reader { view, cues, .. } = *look.reader;
    let start = look.quote.chain.start;
    look.followed_by("为") && cues.starting(view, look.quote.chain.end + 1, Roles::THEME).is_some()
        || ["为", "是", ":"].iter().any(|word| {
            view.ends_with(start, word) && cues.ending(view, start - 1, Roles::THEME).is_some()
        })
}
