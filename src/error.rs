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
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TextTooLong { bytes, limit } => {
                write!(f, "the text has {bytes} bytes, the limit is {limit}")
            }
            Self::LexiconDamaged(what) => write!(f, "the lexicon cannot be read: {what}"),
            Self::UserWord(why) => write!(f, "the user word cannot be taken: {why}"),
            Self::Option(why) => write!(f, "the option cannot be read: {why}"),
            Self::LexiconMissing => f.write_str("this needs a lexicon, and none is loaded"),
            Self::IdfMissing => f.write_str("TF-IDF needs the idf table, and none is loaded"),
        }
    }
}

impl std::error::Error for Error {}
