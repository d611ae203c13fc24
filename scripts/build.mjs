// Rust → wasm → bindings → lexicon → dist. Each step runs when its inputs changed; cargo judges its own.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renumbered } from "./locals.mjs";
import { root, run, targetDirectory } from "./run.mjs";
import { named } from "./wasm.mjs";

/**
 * Below the first kilobyte lies the far end of the stack, which no address of data can wrap around to. What is a call stays one:
 * the compiler has chosen already, and what is alike compresses better in pieces. What is reckoned twice is left so: a name for
 * it costs more to download than saying it again, and engines find it themselves.
 */
const OPTIMISED = ["-O3", "--converge", "--low-memory-unused", "--one-caller-inline-max-function-size=5", "--always-inline-max-function-size=5",
  "--flexible-inline-max-function-size=0", "--skip-pass=local-cse"];

/**
 * What is written out again for speed is no faster once an engine has compiled it, and packs badly: counters and pointers of
 * loops in a second form, loads copied to where they might be needed, values behind a loop reckoned anew. Loops stay as they are
 * compiled: to write out less of them saves a quarter of a kilobyte, and jieba's cut is two in a hundred slower.
 */
const COMPILED = ["-disable-lsr", "-enable-load-pre=false", "-replexitval=never"]
  .flatMap((option) => ["-C", `llvm-args=${option}`]);

/** A stack of less than a megabyte, so that the addresses of all data behind it take three bytes and not four. */
const LINKED = ["-C", "link-arg=-zstack-size=905216"];

process.chdir(root);
mkdirSync("build", { recursive: true });

const compiled = join(targetDirectory(), "wasm32-unknown-unknown/wasm/quandian.wasm");
if (!existsSync(compiled)) console.log("build: core; the first time takes some minutes");
run("cargo", ["rustc", "-q", "-p", "quandian", "--lib", "--crate-type", "cdylib", "--features", "wasm", "--target",
  "wasm32-unknown-unknown", "--profile", "wasm", "--", ...COMPILED, ...LINKED]);

step("bindings", [compiled, "xtask/src", "Cargo.lock", "scripts/wasm.mjs", "scripts/locals.mjs", "scripts/habits.mjs"], ["build/bindings/quandian.js", "build/quandian_bg.wasm"], () => {
  run("cargo", ["run", "-q", "-p", "xtask", "--", "bindgen", compiled, "build/bindings"]);
  const optimise = (from, to, ...further) => run("node", ["node_modules/binaryen/bin/wasm-opt", ...OPTIMISED, ...further, from, "-o", to]);
  optimise("build/bindings/quandian_bg.wasm", "build/named.wasm");
  writeFileSync("build/named.wasm", named(readFileSync("build/named.wasm")));
  optimise("build/named.wasm", "build/quandian_bg.wasm", "--reorder-functions-by-name", "--strip-debug", "--strip-producers", "--strip-target-features");
  writeFileSync("build/quandian_bg.wasm", renumbered(readFileSync("build/quandian_bg.wasm")));
});

step("lexicon", ["data", "xtask/src", "src/lexicon", "src/text", "Cargo.lock"], ["build/compact.lexicon"], () => {
  run("cargo", ["run", "-q", "-p", "xtask", "--", "lexicon"]);
});

step("jieba", ["xtask/src", "src/lexicon", "Cargo.lock"], ["build/jieba.lexicon", "build/jieba.tags", "build/jieba.idf"], () => {
  run("cargo", ["run", "-q", "-p", "xtask", "--", "jieba"]);
});

step("package", ["js", ...["board", "places", "rules", "settings", "upos"].map((stem) => `data/${stem}.tsv`), "build/bindings", "build/quandian_bg.wasm",
  "build/compact.lexicon", "build/jieba.lexicon", "build/jieba.tags", "build/jieba.idf", "package.json", "tsconfig.json", "scripts/bundle.mjs",
], ["dist/index.js", "dist/inline.js", "dist/cli.js", "dist/index.d.ts"], () => {
  rmSync("dist", { recursive: true, force: true });
  mkdirSync("dist");
  run("node", ["scripts/bundle.mjs"]);
  run("node", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"]);
  copyFileSync("build/quandian_bg.wasm", "dist/quandian_bg.wasm");
  copyFileSync("build/compact.lexicon", "dist/quandian-compact.bin");
  copyFileSync("build/jieba.lexicon", "dist/quandian-jieba.bin");
  copyFileSync("build/jieba.tags", "dist/quandian-jieba-tags.bin");
  copyFileSync("build/jieba.idf", "dist/quandian-idf.bin");
});

// The page is an ordinary consumer of the package.
step("page", ["www", "dist", "data", "package-lock.json"], ["www/dist/index.html", "www/dist/quandian.html"], () => {
  run("node", ["node_modules/vite/bin/vite.js", "build", "www", "--logLevel", "warn"]);
  run("node", ["node_modules/vite/bin/vite.js", "build", "www", "--config", "www/vite.single.config.ts", "--logLevel", "warn"]);
});

/** Runs `work` unless the inputs are those of the last run and the outputs are there. */
function step(name, inputs, outputs, work) {
  const mark = `build/${name}.hash`;
  const hash = digest(inputs);
  if (existsSync(mark) && readFileSync(mark, "utf8") === hash && outputs.every(existsSync)) return;
  console.log(`build: ${name}`);
  work();
  writeFileSync(mark, hash);
}

function digest(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesOf)) hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  if (path === join("www", "dist")) return [];
  return readdirSync(path).sort().flatMap((name) => filesOf(join(path, name)));
}
