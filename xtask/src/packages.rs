//! Where cargo keeps the sources of a package that Cargo.lock pins.

use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

/// The folder of the package `name`, downloaded where it is missing.
pub fn folder(name: &str) -> Result<PathBuf, Box<dyn std::error::Error>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--locked", "--all-features", "--manifest-path"])
        .arg(crate::data::root("Cargo.toml"))
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata
        .get("packages")
        .and_then(Value::as_array)
        .ok_or("cargo metadata lists no packages")?;
    let text =
        |package: &Value, key: &str| package.get(key).and_then(Value::as_str).map(str::to_owned);
    let manifest = packages
        .iter()
        .find(|package| text(package, "name").as_deref() == Some(name))
        .and_then(|package| text(package, "manifest_path"))
        .ok_or_else(|| format!("Cargo.lock knows no package {name}"))?;
    let folder = PathBuf::from(manifest).parent().ok_or("a manifest without a folder")?.to_owned();
    Ok(folder)
}
