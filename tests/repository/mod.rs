//! The repository's own files, for tests that read them.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "every test takes what it needs of these, and may stop where it stands"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the repository.
pub(crate) fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The compact lexicon, as the build writes it.
pub(crate) fn lexicon() -> Vec<u8> {
    let Ok(bytes) = fs::read(file("build/compact.lexicon")) else {
        panic!(
            "no build/compact.lexicon: `npm run build` writes it, or `cargo run -p xtask -- lexicon`"
        );
    };
    bytes
}

/// The files of a folder with this extension, sorted, folders inside it included.
pub(crate) fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![file(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() && path.file_name().is_none_or(|name| name != "node_modules") {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A path as people write it, from the repository's root.
pub(crate) fn name(path: &Path) -> String {
    path.strip_prefix(file("")).unwrap_or(path).display().to_string()
}
