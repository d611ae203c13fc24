//! The words beside slogans and the frames inside them, looked up at a place of the view.
//!
//! All rows of data/cues.tsv and data/frames.tsv in one gazetteer; what a surface can be is a set of [`Roles`].

use crate::recognize::data;
use crate::recognize::gazetteer::{Gazetteer, Match};
use crate::span::{Span, View};
use crate::text::{Normalizer, ViewText};

/// What a surface can be beside or inside a slogan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Roles(u64);

impl Roles {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const NOUN_BRAND: Self = Self(1);
    pub(crate) const NOUN_FORMULA: Self = Self(1 << 1);
    pub(crate) const NOUN_ANY: Self = Self(1 << 2);
    pub(crate) const VERB_BRAND: Self = Self(1 << 3);
    pub(crate) const VERB_OTHER: Self = Self(1 << 4);
    pub(crate) const MARKER_BEFORE: Self = Self(1 << 5);
    pub(crate) const MARKER_AFTER: Self = Self(1 << 6);
    pub(crate) const SCARE: Self = Self(1 << 7);
    pub(crate) const SCARE_BEFORE: Self = Self(1 << 8);
    pub(crate) const METAPHOR: Self = Self(1 << 9);
    pub(crate) const HONOUR: Self = Self(1 << 10);
    pub(crate) const ORDINARY: Self = Self(1 << 11);
    pub(crate) const ORGANIZATION: Self = Self(1 << 12);
    pub(crate) const SPEECH: Self = Self(1 << 13);
    pub(crate) const MEETING: Self = Self(1 << 14);
    pub(crate) const CLASSIFIER: Self = Self(1 << 15);
    /// A morpheme that opens a verb-object phrase.
    pub(crate) const MORPHEME: Self = Self(1 << 16);
    /// A character that says something of the words before it.
    pub(crate) const PREDICATE: Self = Self(1 << 17);
    /// A character that ties the halves of a phrase.
    pub(crate) const FRAME: Self = Self(1 << 18);
    /// A character that ends names of things, places and people.
    pub(crate) const SUFFIX: Self = Self(1 << 19);
    pub(crate) const SURNAME: Self = Self(1 << 20);
    pub(crate) const MEASURE: Self = Self(1 << 21);
    /// A word behind which a list begins.
    pub(crate) const LEAD: Self = Self(1 << 22);
    pub(crate) const STATE: Self = Self(1 << 23);
    pub(crate) const MAXIM_LINK: Self = Self(1 << 24);
    pub(crate) const MAXIM_COPULA: Self = Self(1 << 25);
    pub(crate) const TAIL: Self = Self(1 << 26);
    pub(crate) const NAMING: Self = Self(1 << 27);
    pub(crate) const PLACE: Self = Self(1 << 28);
    pub(crate) const THEME: Self = Self(1 << 29);
    pub(crate) const CREED: Self = Self(1 << 30);
    /// A noun for what a quoted series serves as: 载体, 主要内容.
    pub(crate) const SERIES_FRAME: Self = Self(1 << 31);
    /// A marker too weak for a list: 涉及 says what a thing covers, not what it is.
    pub(crate) const COVERS: Self = Self(1 << 32);
    /// Behind digits that are a telephone number.
    pub(crate) const HOTLINE: Self = Self(1 << 33);
    /// A classifier that counts ordinary things.
    pub(crate) const PLAIN_CLASSIFIER: Self = Self(1 << 34);
    /// A word of reports, not of maxims.
    pub(crate) const REPORT: Self = Self(1 << 35);
    /// A word of praise that opens generic honours.
    pub(crate) const PRAISE: Self = Self(1 << 37);
    /// A verb of awarding.
    pub(crate) const HONOUR_VERB: Self = Self(1 << 38);
    /// A noun for texts and films, which have titles.
    pub(crate) const WORK: Self = Self(1 << 39);
    /// A noun of activities that names a programme even at the end of a longer phrase.
    pub(crate) const PROGRAMME: Self = Self(1 << 36);
    /// Any verb that stands before slogans.
    pub(crate) const VERB: Self = Self(Self::VERB_BRAND.0 | Self::VERB_OTHER.0);
    /// Any noun that stands behind slogans.
    pub(crate) const NOUN: Self =
        Self(Self::NOUN_BRAND.0 | Self::NOUN_FORMULA.0 | Self::NOUN_ANY.0);

    /// Whether the two share a role.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn of(role: &str, says: &str, note: &str) -> Self {
        match (role, says) {
            ("noun_after", "brand") => Self::NOUN_BRAND,
            ("noun_after", "formula") => Self::NOUN_FORMULA,
            ("noun_after", _) => Self::NOUN_ANY,
            ("verb_before", "brand") => Self::VERB_BRAND,
            ("verb_before", _) => Self::VERB_OTHER,
            ("member_marker", "before") => Self::MARKER_BEFORE,
            ("member_marker", _) => Self::MARKER_AFTER,
            ("generic", _) if note == "honour" => Self::HONOUR,
            ("generic", _) => Self::ORDINARY,
            _ => Self::of_plain(role),
        }
    }

    fn of_plain(role: &str) -> Self {
        match role {
            "scare" => Self::SCARE,
            "scare_before" => Self::SCARE_BEFORE,
            "metaphor" => Self::METAPHOR,
            "organization" => Self::ORGANIZATION,
            "speech_before" => Self::SPEECH,
            "meeting" => Self::MEETING,
            "formula_classifier" => Self::CLASSIFIER,
            "verb" => Self::MORPHEME,
            "predicate" => Self::PREDICATE,
            "frame" => Self::FRAME,
            "suffix" => Self::SUFFIX,
            "surname" => Self::SURNAME,
            "measure" => Self::MEASURE,
            "lead" => Self::LEAD,
            "state" => Self::STATE,
            "maxim_link" => Self::MAXIM_LINK,
            "maxim_copula" => Self::MAXIM_COPULA,
            "tail" => Self::TAIL,
            "naming" => Self::NAMING,
            "place" => Self::PLACE,
            "theme" => Self::THEME,
            "creed" => Self::CREED,
            "covers" => Self::COVERS,
            "hotline" => Self::HOTLINE,
            "plain_classifier" => Self::PLAIN_CLASSIFIER,
            "report" => Self::REPORT,
            "programme" => Self::PROGRAMME,
            "honour_verb" => Self::HONOUR_VERB,
            "work" => Self::WORK,
            "praise" => Self::PRAISE,
            "frame_for_series" => Self::SERIES_FRAME,
            _ => Self::NONE,
        }
    }
}

/// The table.
pub(crate) struct Cues {
    table: Gazetteer,
    /// Roles of one-character surfaces, by character: the frames ask for these often.
    single: Vec<(u16, Roles)>,
}

impl Cues {
    /// Reads the tables.
    pub(crate) fn new(normalizer: &Normalizer) -> Self {
        let mut rows = String::with_capacity(data::CUES.len() + data::FRAMES.len());
        rows.push_str(data::CUES);
        for row in data::FRAMES.lines() {
            rows.push_str(row);
            rows.push_str("\t\t\n");
        }
        let mut single: Vec<(u16, Roles)> = Vec::new();
        for row in rows.lines() {
            let mut columns = row.split('\t');
            let surface = normalizer.fold_str(columns.next().unwrap_or(""));
            let mut column = || columns.next().unwrap_or("");
            let roles = Roles::of(column(), column(), column());
            if let [unit] = surface[..] {
                single.push((unit, roles));
            }
        }
        single.sort_by_key(|(unit, _)| *unit);
        single.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 = kept.1.or(next.1);
            }
            same
        });
        Self { table: Gazetteer::new(rows, normalizer), single }
    }

    /// Roles of one character.
    pub(crate) fn of(&self, unit: u16) -> Roles {
        match self.single.binary_search_by_key(&unit, |(key, _)| *key) {
            Ok(found) => self.single.get(found).map_or(Roles::NONE, |(_, roles)| *roles),
            Err(_) => Roles::NONE,
        }
    }

    /// All roles of exactly the string in `span`.
    pub(crate) fn exact(&self, view: ViewText<'_>, span: Span<View>) -> Roles {
        self.table
            .matches(view, span.start)
            .filter(|found| found.length == span.len())
            .fold(Roles::NONE, |all, found| all.or(roles(&found)))
    }

    /// The longest surface with one of `wanted` that begins at `at`: its length and roles.
    pub(crate) fn starting(
        &self,
        view: ViewText<'_>,
        at: u32,
        wanted: Roles,
    ) -> Option<(u32, Roles)> {
        let mut best: Option<(u32, Roles)> = None;
        for found in self.table.matches(view, at) {
            let all = roles(&found);
            if all.any(wanted) {
                best = match best {
                    Some((length, before)) if length == found.length => {
                        Some((length, before.or(all)))
                    }
                    _ => Some((found.length, all)),
                };
            }
        }
        best
    }

    /// The longest surface with one of `wanted` that ends at `end`: its length.
    pub(crate) fn ending(&self, view: ViewText<'_>, end: u32, wanted: Roles) -> Option<u32> {
        (1..=LONGEST.min(end))
            .rev()
            .find(|length| self.exact(view, Span::new(end - length, end)).any(wanted))
    }
}

/// Longest cue looked for backwards.
const LONGEST: u32 = 7;

fn roles(found: &Match<'_>) -> Roles {
    Roles::of(found.column(1), found.column(2), found.column(3))
}
