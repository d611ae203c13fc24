//! What a surface can be beside or inside a slogan. build.rs compiles this file too: there `role_names` says which role the
//! columns of a row mean, so that no name of one is downloaded.

/// A set of roles.
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
    /// An act that a formula counts, and no thing: 坚持 结合 带头.
    pub(crate) const DEED: Self = Self(1 << 47);
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
    /// Any role.
    pub(crate) const ALL: Self = Self(u64::MAX);
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

    /// The role that build.rs wrote into a row as `sign`.
    pub(crate) const fn of(sign: char) -> Self {
        Self(1 << (sign as u32 % 64))
    }
}
