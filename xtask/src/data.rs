//! Reads `data/*.tsv`, writes `build/`.

use crate::Outcome;
use std::path::PathBuf;
use std::{fs, io};

/// A file of the project, by its path from the root.
pub fn root(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(path)
}

/// The rows of `data/<stem>.tsv`, each with `N` columns; missing ones are empty.
pub fn rows<const N: usize>(stem: &str) -> io::Result<Vec<[String; N]>> {
    let path = root(&format!("data/{stem}.tsv"));
    let text = fs::read_to_string(&path)
        .map_err(|error| io::Error::other(format!("{}: {error}", path.display())))?;
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(lines
        .map(|line| {
            let mut fields = line.split('\t').map(str::to_owned);
            std::array::from_fn(|_| fields.next().unwrap_or_default())
        })
        .collect())
}

/// Writes `build/<name>` and says what is in it.
pub fn write(name: &str, bytes: &[u8], what: &str) -> Outcome {
    fs::create_dir_all(root("build"))?;
    fs::write(root(&format!("build/{name}")), bytes)?;
    println!("build/{name}: {what}, {} bytes", bytes.len());
    Ok(())
}
