// Everything a fresh clone lacks: npm packages and the wasm target. Uses Node alone, since it runs before they are there.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask, fail, root, run } from "./run.mjs";

process.chdir(root);
checkNode();
ensurePackages();
ensureRust();

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const good = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!good) fail(`Node ${process.versions.node} is too old: 20.19, 22.12 or newer is needed (https://nodejs.org).`);
}

/** `npm ci` where node_modules is missing or was made from another lock file. */
function ensurePackages() {
  const mark = join("node_modules", ".from-lock");
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  console.log("setup: npm packages");
  // On Windows npm is a batch file, which only a shell starts.
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { shell: process.platform === "win32" });
  writeFileSync(mark, lock);
}

function ensureRust() {
  if (ask("cargo", ["--version"]) === undefined) {
    fail("Rust is needed to build the core: install rustup (https://rustup.rs), then run this again.");
  }
  const library = ask("rustc", ["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]);
  if (library !== undefined && existsSync(library)) return;
  if (ask("rustup", ["--version"]) === undefined) {
    fail("The Rust here has no wasm32-unknown-unknown target, and there is no rustup to add it: install rustup (https://rustup.rs) or the target's package of your system.");
  }
  console.log("setup: Rust target wasm32-unknown-unknown");
  run("rustup", ["target", "add", "wasm32-unknown-unknown"]);
}
