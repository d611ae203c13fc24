//! What `js/` and `www/` may import: the page by the names that the package exports, the package its own files.

use crate::repository::{self, files, name};
use regex::Regex;
use std::fmt::Write as _;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// What packs and unpacks.
const ZIPS: [&str; 2] = ["js/export/zip.ts", "js/files/zip.ts"];

/// What reads tables of `data/`.
const TABLES: [&str; 4] =
    ["js/board/words.ts", "js/collate/place.ts", "js/export/conllu.ts", "js/rules.ts"];

#[test]
fn scripts_import_by_the_front_doors() {
    let mut report = String::new();
    let exports = fs::read_to_string(repository::file("package.json")).unwrap();
    for file in scripts(&["js", "www"]) {
        let name = name(&file);
        for from in imports(&fs::read_to_string(&file).unwrap()) {
            let allowed = match (name.starts_with("www/"), from.starts_with('.')) {
                (true, true) => joined(&name, &from).starts_with("www/"),
                (true, false) => page_may_import(&name, &from, &exports),
                (false, true) => package_may_reach(&name, &joined(&name, &from)),
                (false, false) => {
                    from.starts_with("node:") || from == "fflate" && ZIPS.contains(&name.as_str())
                }
            };
            if !allowed {
                let _ = writeln!(report, "{name}: {from}");
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// Packages that a script of the page may name: Lit, ours by what `exports` offers, and what a script of `www/build/` makes.
fn page_may_import(script: &str, package: &str, exports: &str) -> bool {
    // What runs while the page is built is no part of it.
    let builds = script.starts_with("www/build/") || script.ends_with(".config.ts");
    let entry = package.strip_prefix("quandian");
    let made = package.strip_prefix("virtual:");
    package == "lit"
        || package.starts_with("lit/")
        || made.is_some_and(|made| repository::file(&format!("www/build/{made}.ts")).exists())
        || entry.is_some_and(|way| way.is_empty() || exports.contains(&format!("\".{way}\"")))
        || builds && (["vite", "terser"].contains(&package) || package.starts_with("node:"))
}

/// Files that a script of the package may import: its own, and one script each the bindings, a table, the bytes.
fn package_may_reach(script: &str, file: &str) -> bool {
    match file.split('/').next() {
        Some("js") => true,
        Some("data") => TABLES.contains(&script),
        _ if file.starts_with("build/bindings") => script == "js/wasm.ts",
        _ => script == "js/assets-inline.ts",
    }
}

#[test]
fn imports_are_read_off_any_form() {
    let script = "import { a } from \"./a.js\";\nexport * from '../b.js';\nimport \"./c.js\";\nconst d = await import(\"d\");\n\
        import type {\n  E,\n} from \"e\";";
    assert_eq!(imports(script), ["./a.js", "../b.js", "./c.js", "d", "e"]);
    assert_eq!(joined("www/parts/card.ts", "../../js/dom.js"), "js/dom.js");
}

fn scripts(folders: &[&str]) -> Vec<PathBuf> {
    folders
        .iter()
        .flat_map(|folder| files(folder, "ts"))
        .filter(|file| !name(file).contains("/dist/"))
        .collect()
}

/// What a script imports, by whatever form.
fn imports(script: &str) -> Vec<String> {
    let form = Regex::new(
        r#"(?m)(?:^(?:import|export)\b[^"';]*?from\s*|^import\s*|\bimport\()["']([^"']+)["']"#,
    )
    .unwrap();
    form.captures_iter(script).map(|found| found[1].to_owned()).collect()
}

/// A relative import, from the repository's root.
fn joined(importer: &str, from: &str) -> String {
    let mut path = PathBuf::from(importer);
    path.pop();
    for part in Path::new(from).components() {
        match part {
            Component::ParentDir => {
                path.pop();
            }
            Component::Normal(part) => path.push(part),
            _ => {}
        }
    }
    path.display().to_string()
}
