//! The names of roles in data/cues.tsv and data/frames.tsv. Only build.rs compiles this file.

use super::roles::Roles;

/// What stands in the lists for the role that the columns behind a surface name.
pub(crate) fn sign(columns: &str) -> Option<char> {
    let mut columns = columns.split('\t');
    let mut column = || columns.next().unwrap_or_default();
    let role = role(column(), column(), column())?;
    ('@'..).take(64).find(|sign| Roles::of(*sign) == role)
}

fn role(role: &str, says: &str, note: &str) -> Option<Roles> {
    Some(match (role, says) {
        ("noun_after", "brand") => Roles::NOUN_BRAND,
        ("noun_after", "formula") => Roles::NOUN_FORMULA,
        ("noun_after", _) => Roles::NOUN_ANY,
        ("verb_before", "brand") => Roles::VERB_BRAND,
        ("verb_before", _) => Roles::VERB_OTHER,
        ("member_marker", "before") => Roles::MARKER_BEFORE,
        ("member_marker", _) => Roles::MARKER_AFTER,
        ("generic", _) if note == "honour" => Roles::HONOUR,
        ("generic", _) => Roles::ORDINARY,
        _ => return plain(role),
    })
}

fn plain(role: &str) -> Option<Roles> {
    Some(match role {
        "scare" => Roles::SCARE,
        "scare_before" => Roles::SCARE_BEFORE,
        "metaphor" => Roles::METAPHOR,
        "organization" => Roles::ORGANIZATION,
        "speech_before" => Roles::SPEECH,
        "meeting" => Roles::MEETING,
        "running" => Roles::RUNNING,
        "known_brand" => Roles::KNOWN,
        "sage_before" => Roles::SAGE,
        "classical" => Roles::CLASSICAL,
        "modern" => Roles::MODERN,
        "formula_classifier" => Roles::CLASSIFIER,
        "verb" => Roles::MORPHEME,
        "predicate" => Roles::PREDICATE,
        "frame" => Roles::FRAME,
        "suffix" => Roles::SUFFIX,
        "surname" => Roles::SURNAME,
        "measure" => Roles::MEASURE,
        "lead" => Roles::LEAD,
        "state" => Roles::STATE,
        "maxim_link" => Roles::MAXIM_LINK,
        "maxim_copula" => Roles::MAXIM_COPULA,
        "tail" => Roles::TAIL,
        "naming" => Roles::NAMING,
        "place" => Roles::PLACE,
        "theme" => Roles::THEME,
        "creed" => Roles::CREED,
        "covers" => Roles::COVERS,
        "hotline" => Roles::HOTLINE,
        "plain_classifier" => Roles::PLAIN_CLASSIFIER,
        "report" => Roles::REPORT,
        "programme" => Roles::PROGRAMME,
        "called" => Roles::CALLED,
        "deed" => Roles::DEED,
        "event" => Roles::EVENT,
        "launch" => Roles::LAUNCH,
        "honour_verb" => Roles::HONOUR_VERB,
        "work" => Roles::WORK,
        "natural" => Roles::NATURAL,
        "praise" => Roles::PRAISE,
        "before_phrase" => Roles::BEFORE_PHRASE,
        "ends_noun" => Roles::ENDS_NOUN,
        "note" => Roles::NOTE,
        "passed" => Roles::PASSED,
        "usual" => Roles::USUAL,
        "trouble" => Roles::TROUBLE,
        "opener" => Roles::OPENER,
        "goal" => Roles::GOAL,
        "found" => Roles::FOUND,
        "hard" => Roles::HARD,
        "titled" => Roles::TITLED,
        "united" => Roles::UNITED,
        "more" => Roles::MORE,
        "refrain" => Roles::REFRAIN,
        "frame_for_series" => Roles::SERIES_FRAME,
        _ => return None,
    })
}
