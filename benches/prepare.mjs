// Installs and builds what we compare with, each step once: npm peers, jieba-rs in wasm and native, the Python package.
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fail, run, succeeds } from "../scripts/run.mjs";
import { CHROMIUM, JIEBA_NATIVE, JIEBA_WASM, PEERS, PYTHON, root, TARGET, VENV } from "./places.mjs";

const CHINESE2DIGITS = "chinese2digits==6.0.2";

export function prepare() {
  // Asked for at the end; without it all before would be lost.
  if (!existsSync(CHROMIUM)) fail(`No Chromium at ${CHROMIUM}: install it, or say where it is in the variable CHROMIUM.`);
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
  const there = () => existsSync(PYTHON) && succeeds(PYTHON, ["-c", "import chinese2digits"]);
  if (there()) return true;
  return succeeds("python3", ["-m", "venv", VENV]) && succeeds(PYTHON, ["-m", "pip", "install", "-q", "--disable-pip-version-check", CHINESE2DIGITS]) && there();
}
