// Installs and builds what we compare with, each step once: npm peers, jieba-rs in wasm and native, the Python package.
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { run, succeeds } from "../scripts/run.mjs";
import { JIEBA_NATIVE, JIEBA_WASM, PEERS, PYTHON, root, TARGET, VENV } from "./places.mjs";

const CHINESE2DIGITS = "chinese2digits==6.0.2";

export function prepare() {
  if (!existsSync(join(root, "dist/inline.js"))) run("node", ["scripts/build.mjs"]);
  peers();
  jiebaRs();
  return { python: python() };
}

function peers() {
  if (existsSync(join(PEERS, "node_modules"))) return;
  mkdirSync(PEERS, { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) copyFileSync(join(root, "benches/peers", name), join(PEERS, name));
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: PEERS, shell: process.platform === "win32" });
}

function jiebaRs() {
  const wasm = join(TARGET, "wasm32-unknown-unknown/release/bench_jieba.wasm");
  const manifest = ["--locked", "-q", "--release", "--manifest-path", "benches/jieba-rs/Cargo.toml", "--target-dir", TARGET];
  if (!existsSync(JIEBA_NATIVE)) run("cargo", ["build", ...manifest]);
  if (existsSync(join(JIEBA_WASM, "quandian_bg.wasm"))) return;
  run("cargo", ["rustc", ...manifest, "--lib", "--crate-type", "cdylib", "--target", "wasm32-unknown-unknown"]);
  run("cargo", ["run", "-q", "-p", "xtask", "--", "bindgen", wasm, JIEBA_WASM]);
  const bound = join(JIEBA_WASM, "quandian_bg.wasm");
  run("node", ["node_modules/binaryen/bin/wasm-opt", "-O3", bound, "-o", bound]);
}

/** Whether there is a Python with the package; the bench goes on without. */
function python() {
  if (existsSync(PYTHON)) return true;
  return succeeds("python3", ["-m", "venv", VENV]) && succeeds(PYTHON, ["-m", "pip", "install", "-q", "--disable-pip-version-check", CHINESE2DIGITS]);
}
