// The package as npm would publish it: its shape, its types, and what is in it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { pack } from "./project.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
/** Files that are no modules have no types. */
const BYTES = Object.keys(manifest.exports).filter((name) => /\.(wasm|bin|iife\.js)$/.test(name)).map((name) => name.slice(2));

function tool(path, args) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`node_modules/${path}`, ...args], { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, `${stdout}\n${stderr}`);
  return stdout;
}

test("publint has nothing to say", () => {
  assert.match(tool("publint/src/cli.js", ["run", pack().tarball, "--strict"]), /All good!/);
});

test("types resolve from every module", () => {
  tool("@arethetypeswrong/cli/dist/index.js", [pack().tarball, "--profile", "esm-only", "--exclude-entrypoints", ...BYTES]);
});

test("every export is in the package", () => {
  const files = new Set(pack().files.map(({ path }) => `./${path}`));
  const targets = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry).flatMap(targets));
  const named = [manifest.main, manifest.types, ...targets(manifest.exports), ...targets(manifest.bin)];
  assert.deepEqual(named.filter((path) => !files.has(path)), []);
});

test("one wasm, one of each lexicon, at most one copy of them in a script", () => {
  const { files } = pack();
  const ending = (suffix) => files.filter(({ path }) => path.endsWith(suffix)).map(({ path }) => path);
  assert.deepEqual(ending(".wasm"), ["dist/quandian_bg.wasm"]);
  const lexicons = ending(".bin");
  assert.ok(lexicons.includes("dist/quandian-compact.bin"));
  assert.deepEqual(lexicons.filter((path) => !BYTES.includes(path.replace("dist/", ""))), [], "a lexicon that no subpath names");
  const wasm = readFileSync(`${root}/dist/quandian_bg.wasm`).toString("base64").slice(30_000, 30_200);
  const carriers = ending(".js").filter((path) => readFileSync(`${root}/${path}`, "latin1").replaceAll("\\\n", "").includes(wasm));
  assert.deepEqual(carriers, ["dist/inline.js"]);
});

test("the tarball is at most 4.5 MB, with licences, notices, the manual and what it links to, without sources", () => {
  const { size, files } = pack();
  assert.ok(size <= 4_500_000, `${size} bytes`);
  const paths = files.map(({ path }) => path);
  for (const name of ["LICENSE", "NOTICE", "README.md", "docs/api.md"]) assert.ok(paths.includes(name), name);
  assert.deepEqual(paths.filter((path) => !/^(dist\/|docs\/([\w-]+\.md|images\/\w+\.png)$|(data\/|tests\/)?README\.md$|README\.zh-CN\.md$|data\/upos\.tsv$|(ARCHITECTURE|CHANGELOG|CONTRIBUTING)\.md$|(scores|size)\.txt$|LICENSE$|NOTICE$|package\.json$|custom-elements\.json$)/.test(path)), []);
});
