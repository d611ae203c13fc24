//! The one error type. Analysis itself is total: only bytes and options that come from outside can fail.

use std::fmt;

/// What can go wrong, each with a stable code that JavaScript and the documentation use too.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The text is longer than the limit (both in UTF-8 bytes). Nothing was analysed.
    TextTooLong {
        /// Length of the text in bytes.
        bytes: usize,
        /// The limit in force, in bytes.
        limit: usize,
    },
    /// The lexicon's bytes are damaged, cut short or of another format version.
    LexiconDamaged(&'static str),
    /// A user word that cannot be taken, with the reason.
    UserWord(&'static str),
    /// An option or glossary line that cannot be read, with the reason.
    Option(&'static str),
    /// A layer was asked for that needs the lexicon, and none is loaded.
    LexiconMissing,
    /// Keywords by rarity were asked for, and no table of inverse document frequencies is loaded.
    IdfMissing,
}

impl Error {
    /// The code that stands for this error outside Rust.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TextTooLong { .. } => "text-too-long",
            Self::LexiconDamaged(_) => "lexicon-damaged",
            Self::UserWord(_) => "user-word",
            Self::Option(_) => "option",
            Self::LexiconMissing => "lexicon-missing",
            Self::IdfMissing => "idf-missing",
        }
    }

    /// What the code leaves open: the reason, or how long a text was; empty where the code says it all.
    pub fn detail(&self) -> String {
        match self {
            Self::TextTooLong { bytes, limit } => format!("{bytes} bytes, the limit is {limit}"),
            Self::LexiconDamaged(why) | Self::UserWord(why) | Self::Option(why) => {
                (*why).to_owned()
            }
            Self::LexiconMissing | Self::IdfMissing => String::new(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let detail = self.detail();
        match self {
            Self::TextTooLong { .. } => write!(f, "the text is too long: {detail}"),
            Self::LexiconDamaged(_) => write!(f, "the lexicon cannot be read: {detail}"),
            Self::UserWord(_) => write!(f, "the user word cannot be taken: {detail}"),
            Self::Option(_) => write!(f, "the option cannot be read: {detail}"),
            Self::LexiconMissing => f.write_str("this needs a lexicon, and none is loaded"),
            Self::IdfMissing => f.write_str("TF-IDF needs the idf table, and none is loaded"),
        }
    }
}

impl std::error::Error for Error {}
