//! The words beside slogans and the frames inside them, looked up at a place of the view.
//!
//! All rows of data/cues.tsv and data/frames.tsv in one table; what a surface can be is a set of [`Roles`]. The recogniser
//! asks at most places in vain, so a character's edge says first whether anything of the wanted sort begins or ends there.

use crate::numbering::Numbering;
use crate::recognize::data;
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
    /// Seasons, colours, trees and cups: a numeral before them names a thing (四季花开), it sums nothing up.
    pub(crate) const NATURAL: Self = Self(1 << 40);
    /// A noun of activities that names a programme even at the end of a longer phrase.
    pub(crate) const PROGRAMME: Self = Self(1 << 36);
    /// 古人云, 俗话说: a saying follows.
    pub(crate) const SAGE: Self = Self(1 << 41);
    /// Characters of classical sentences: 之 者 于.
    pub(crate) const CLASSICAL: Self = Self(1 << 42);
    /// Characters that only today's language has: 的 了 们.
    pub(crate) const MODERN: Self = Self(1 << 43);
    /// Behind the name of what is running: 已, 累计, 上线.
    pub(crate) const RUNNING: Self = Self(1 << 44);
    /// The name of a programme that everybody knows.
    pub(crate) const KNOWN: Self = Self(1 << 45);
    /// A verb that starts a programme, whoever stands between: 推行 in 推行党员“积分管理”.
    pub(crate) const LAUNCH: Self = Self(1 << 46);
    /// What names of events end with: 节 周 展.
    pub(crate) const EVENT: Self = Self(1 << 48);
    /// Behind a word that is spoken of as a word: “躺平”一词, “药都”之称.
    pub(crate) const CALLED: Self = Self(1 << 49);
    /// A character behind which a phrase may begin, besides verbs: 要 都 更.
    pub(crate) const BEFORE_PHRASE: Self = Self(1 << 50);
    /// A character that no noun phrase goes over: 和 把 了.
    pub(crate) const ENDS_NOUN: Self = Self(1 << 51);
    /// What the paper's own words are headed with: 编者按.
    pub(crate) const NOTE: Self = Self(1 << 52);
    /// A word that opens each phrase of a series: 处处, 哪里.
    pub(crate) const REFRAIN: Self = Self(1 << 53);
    /// A verb for what is aimed at: 实现 达到.
    pub(crate) const GOAL: Self = Self(1 << 54);
    /// A verb of setting up posts and teams, no honours: 设立 组建.
    pub(crate) const FOUND: Self = Self(1 << 55);
    /// A small word between a quote and its noun: 等 的 系列.
    pub(crate) const PASSED: Self = Self(1 << 56);
    /// A character that stands in the same place of ordinary sentences too: 在 了 年.
    pub(crate) const USUAL: Self = Self(1 << 57);
    /// What a string in quotation marks is the trouble of: 难题 乱象.
    pub(crate) const TROUBLE: Self = Self(1 << 58);
    /// A character that opens a phrase and is no half of a word there: 把 有.
    pub(crate) const OPENER: Self = Self(1 << 59);
    /// A character that says what is wrong: 看病难、排队久.
    pub(crate) const HARD: Self = Self(1 << 60);
    /// A noun that titles of honour stand before: 称号.
    pub(crate) const TITLED: Self = Self(1 << 61);
    /// Behind a numeral it counts what is listed, and nothing else: 位一体.
    pub(crate) const UNITED: Self = Self(1 << 62);
    /// A word that sets what it says beside what was said before: 也 还.
    pub(crate) const MORE: Self = Self(1 << 63);
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
            "running" => Self::RUNNING,
            "known_brand" => Self::KNOWN,
            "sage_before" => Self::SAGE,
            "classical" => Self::CLASSICAL,
            "modern" => Self::MODERN,
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
            "called" => Self::CALLED,
            "event" => Self::EVENT,
            "launch" => Self::LAUNCH,
            "honour_verb" => Self::HONOUR_VERB,
            "work" => Self::WORK,
            "natural" => Self::NATURAL,
            "praise" => Self::PRAISE,
            "before_phrase" => Self::BEFORE_PHRASE,
            "ends_noun" => Self::ENDS_NOUN,
            "note" => Self::NOTE,
            "passed" => Self::PASSED,
            "usual" => Self::USUAL,
            "trouble" => Self::TROUBLE,
            "opener" => Self::OPENER,
            "goal" => Self::GOAL,
            "found" => Self::FOUND,
            "hard" => Self::HARD,
            "titled" => Self::TITLED,
            "united" => Self::UNITED,
            "more" => Self::MORE,
            "refrain" => Self::REFRAIN,
            "frame_for_series" => Self::SERIES_FRAME,
            _ => Self::NONE,
        }
    }
}

/// The table: the roles of all surfaces, and for every character what may begin or end with it.
pub(crate) struct Cues {
    surfaces: Numbering,
    /// By the numbers of the surfaces.
    roles: Vec<Roles>,
    /// For every unit one more than its place in `edges`, 0 = no surface begins or ends with it.
    edge_of: Vec<u16>,
    edges: Vec<Edge>,
}

/// What surfaces begin or end with a character.
#[derive(Clone, Copy)]
struct Edge {
    /// Bit n: some surface of n characters begins with it.
    opens: u32,
    /// Their roles together.
    opens_as: Roles,
    /// Bit n: some surface of n characters ends with it.
    closes: u32,
    /// Their roles together.
    closes_as: Roles,
    /// Its own roles, as a surface of one character.
    alone: Roles,
}

const NO_EDGE: Edge =
    Edge { opens: 0, opens_as: Roles::NONE, closes: 0, closes_as: Roles::NONE, alone: Roles::NONE };

/// Longest surface.
const LONGEST: usize = 15;

impl Cues {
    /// Reads the tables.
    pub(crate) fn new(normalizer: &Normalizer) -> Self {
        let mut cues = Self {
            surfaces: Numbering::default(),
            roles: Vec::new(),
            edge_of: vec![0; 1 << 16],
            edges: Vec::new(),
        };
        for row in data::rows(data::CUES).lines().chain(data::rows(data::FRAMES).lines()) {
            let mut columns = row.split('\t');
            let surface = normalizer.fold_str(columns.next().unwrap_or(""));
            let mut column = || columns.next().unwrap_or("");
            cues.add(&surface, Roles::of(column(), column(), column()));
        }
        cues
    }

    fn add(&mut self, surface: &[u16], roles: Roles) {
        let (Some(first), Some(last), 1..=LONGEST) =
            (surface.first(), surface.last(), surface.len())
        else {
            return;
        };
        let bit = 1 << surface.len();
        if let Some(opening) = self.edge_mut(*first) {
            opening.opens |= bit;
            opening.opens_as = opening.opens_as.or(roles);
            if surface.len() == 1 {
                opening.alone = opening.alone.or(roles);
            }
        }
        if let Some(closing) = self.edge_mut(*last) {
            closing.closes |= bit;
            closing.closes_as = closing.closes_as.or(roles);
        }
        let number = self.surfaces.put(surface);
        self.roles.resize(self.surfaces.len() as usize, Roles::NONE);
        if let Some(known) = self.roles.get_mut(number as usize) {
            *known = known.or(roles);
        }
    }

    fn edge_mut(&mut self, unit: u16) -> Option<&mut Edge> {
        let known = self.edge_of.get(usize::from(unit)).map_or(0, |place| usize::from(*place));
        if known > 0 {
            return self.edges.get_mut(known - 1);
        }
        self.edges.push(NO_EDGE);
        *self.edge_of.get_mut(usize::from(unit))? = self.edges.len() as u16;
        self.edges.last_mut()
    }

    /// Roles of a surface.
    fn roles(&self, surface: &[u16]) -> Roles {
        let number = self.surfaces.get(surface);
        number.and_then(|number| self.roles.get(number as usize)).copied().unwrap_or(Roles::NONE)
    }

    #[inline(always)]
    fn edge(&self, unit: u16) -> &Edge {
        let place = self.edge_of.get(usize::from(unit)).map_or(0, |place| usize::from(*place));
        match place.checked_sub(1).and_then(|place| self.edges.get(place)) {
            Some(edge) => edge,
            None => &NO_EDGE,
        }
    }

    /// Roles of one character. Asked everywhere and about few characters: one piece of code for all.
    #[inline(never)]
    pub(crate) fn of(&self, unit: u16) -> Roles {
        self.edge(unit).alone
    }

    /// All roles of exactly the string in `span`.
    pub(crate) fn exact(&self, view: ViewText<'_>, span: Span<View>) -> Roles {
        let length = span.len() as usize;
        if length > LONGEST || self.edge(view.at(span.start)).opens >> length & 1 == 0 {
            return Roles::NONE;
        }
        self.roles(view.slice(span))
    }

    /// The longest surface with one of `wanted` that begins at `at`: its length and roles.
    pub(crate) fn starting(
        &self,
        view: ViewText<'_>,
        at: u32,
        wanted: Roles,
    ) -> Option<(u32, Roles)> {
        let edge = self.edge(view.at(at));
        if !edge.opens_as.any(wanted) {
            return None;
        }
        lengths(edge.opens).find_map(|length| {
            let roles = self.roles(view.slice(Span::new(at, at + length)));
            roles.any(wanted).then_some((length, roles))
        })
    }

    /// The longest surface with one of `wanted` that ends at `end`: its length.
    pub(crate) fn ending(&self, view: ViewText<'_>, end: u32, wanted: Roles) -> Option<u32> {
        let edge = self.edge(view.before(end));
        if !edge.closes_as.any(wanted) {
            return None;
        }
        lengths(edge.closes).filter(|length| *length <= end).find(|length| {
            let span = Span::new(end - length, end);
            self.edge(view.at(span.start)).opens >> length & 1 == 1
                && self.roles(view.slice(span)).any(wanted)
        })
    }
}

/// The lengths in a set, longest first.
#[inline]
pub(super) fn lengths(mut set: u32) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let longest = set.checked_ilog2()?;
        set &= !(1 << longest);
        Some(longest)
    })
}
