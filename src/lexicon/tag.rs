//! Part-of-speech tags: one byte a token, names beside the lexicon.
//!
//! A handful of tags is always there, under the same number, whatever lexicon is loaded: segmentation gives them to what
//! is no word (numbers, Latin, punctuation). All others come from the lexicon and from user words.

use crate::error::Error;

/// A part of speech: a number that [`super::Lexicon::tag_name`] turns into jieba's name for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub u8);

impl Tag {
    /// Punctuation and whatever else is no word.
    pub const PUNCTUATION: Self = Self(0);
    /// A run that begins with a Latin letter.
    pub const LATIN: Self = Self(1);
    /// A number.
    pub const NUMBER: Self = Self(2);
    /// A noun; also what an unknown word is taken for.
    pub const NOUN: Self = Self(3);
    /// The name of a person.
    pub const NAME: Self = Self(4);
    /// A transliterated foreign name.
    pub const TRANSLITERATION: Self = Self(5);
    /// Another proper name; formulas and brands kept whole get it too.
    pub const PROPER: Self = Self(6);
}

/// Names of the tags that are always there, in the order of their numbers.
const FIXED: [&str; 7] = ["x", "eng", "m", "n", "nr", "nrt", "nz"];

/// How many tags a tag model may name.
pub(super) const MODEL: usize = 64;

/// The names, by number.
#[derive(Clone, Debug)]
pub struct TagNames(Vec<Box<str>>);

impl Default for TagNames {
    fn default() -> Self {
        Self(FIXED.iter().map(|name| Box::from(*name)).collect())
    }
}

impl TagNames {
    /// The tag called `name`, made where it is new; `None` when there are 256 already.
    pub(crate) fn intern(&mut self, name: &str) -> Option<Tag> {
        let known = self.0.iter().position(|other| **other == *name);
        let number = known.unwrap_or(self.0.len());
        let tag = Tag(u8::try_from(number).ok()?);
        if known.is_none() {
            self.0.push(Box::from(name));
        }
        Some(tag)
    }

    /// The tag called `name`, for a word of the user's, or why there can be none: the last places are kept for a tag model that
    /// comes later.
    pub(crate) fn take(&mut self, name: &str) -> Result<Tag, Error> {
        let full = self.0.len() >= 256 - MODEL && self.all().all(|other| other != name);
        let tag = if full { None } else { self.intern(name) };
        tag.ok_or(Error::UserWord("too many different tags"))
    }

    /// The name of `tag`, `x` for one that nobody made.
    pub fn name(&self, tag: Tag) -> &str {
        self.0.get(usize::from(tag.0)).map_or("x", |name| name)
    }

    /// All names, by number.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|name| &**name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_tags_keep_their_numbers() {
        let mut names = TagNames::default();
        for (tag, name) in [(Tag::PUNCTUATION, "x"), (Tag::NUMBER, "m"), (Tag::PROPER, "nz")] {
            assert_eq!(names.name(tag), name);
            assert_eq!(names.intern(name), Some(tag));
        }
        assert_eq!(names.intern("vn"), Some(Tag(7)));
        assert_eq!(names.intern("vn"), Some(Tag(7)));
    }

    #[test]
    fn a_full_table_takes_no_more() {
        let mut names = TagNames::default();
        let made = (0..300).filter(|n| names.intern(&n.to_string()).is_some()).count();
        assert_eq!(made, 249);
    }
}
