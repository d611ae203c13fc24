//! The Rust of the package, for rules that read it.

use crate::repository::files;
use regex::Regex;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn sources() -> Vec<PathBuf> {
    files("src", "rs")
}

/// A file without comments and without the tests at its bottom.
pub(crate) fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or("");
    let comment = Regex::new(r"(?m)^\s*//.*$|\s//\s.*$").unwrap();
    comment.replace_all(text, "").into_owned()
}
