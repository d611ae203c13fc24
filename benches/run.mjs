// npm run bench: ours beside the peers, in one run and in turn. Writes docs/benchmarks.md.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { inChromium } from "./chromium.mjs";
import { Contender } from "./contender.mjs";
import { CASES, corpusFile } from "./corpus.mjs";
import { inTurn, speeds, starts } from "./measure.mjs";
import { layers } from "./layers.mjs";
import { memoryOf } from "./memory.mjs";
import { root } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { report } from "./report.mjs";

const MB = 1_000_000;
/** The recognisers of others need seconds for a few pages. */
const NUMBERS_TEXT = 20_000;
const OUR_STARTS = 20;
const PEER_STARTS = 5;
const LEXICONS = { compact: "quandian-compact.bin", jieba: "quandian-jieba.bin" };

process.chdir(root);
const { python } = prepare();
const words = await present(["compact-parts", "compact", "jieba", "jieba-tags"].map((kind) => new Contender("ours", kind)),
  ["jieba-wasm", "node-rs", "jieba-rs-wasm", "jieba-rs-native", "intl", "segmentit"].map((file) => new Contender(file)));
const results = { python, contenders: await described(words), download: {}, core: {}, start: {}, ready: {}, memory: {}, offsets: {}, strings: {} };

for (const contender of words) {
  const { download, core } = await contender.describe();
  if (download) results.download[contender.id] = compressed(download());
  if (core) results.core[contender.id] = compressed(core());
  const { took, ready } = await starts(contender, contender.id.startsWith("ours") ? OUR_STARTS : PEER_STARTS);
  [results.start[contender.id], results.ready[contender.id]] = [took, ready];
  results.memory[contender.id] = await contender.memory();
  console.log(`${contender.id}: start ${results.start[contender.id].toFixed(1)} ms`);
}
const paths = Object.fromEntries(Object.keys(CASES).map((name) => [name, corpusFile(name, MB)]));
for (const [name, path] of Object.entries(paths)) {
  results.offsets[name] = speeds(path, await inTurn(words, path, "offsets"));
  // Strings take longer still: who gave up before is not asked again.
  const able = words.filter(({ id }) => typeof results.offsets[name][id] === "number");
  results.strings[name] = { ...results.offsets[name], ...speeds(path, await inTurn(able, path, "strings")) };
  console.log(name, results.offsets[name], results.strings[name]);
}
for (const contender of words) contender.close();

results.layers = await layers();
results.numbers = await numbers();
results.held = await memoryOf();
results.chromium = await inChromium(paths, Object.fromEntries(Object.entries(LEXICONS).filter(([, file]) => existsSync(join("dist", file)))));
writeFileSync("docs/benchmarks.md", report(results));
console.log("docs/benchmarks.md is written.");

async function present(ours, peers) {
  const there = [];
  for (const contender of ours) if ((await contender.describe()).there) there.push(contender);
  return [...there, ...peers];
}

async function described(contenders) {
  const rows = {};
  for (const contender of contenders) {
    const { title, version } = await contender.describe();
    rows[contender.id] = { title, version };
  }
  return rows;
}

async function numbers() {
  const contenders = [new Contender("ours", "numbers"), new Contender("recognizers"), ...(python ? [new Contender("chinese2digits")] : [])];
  const path = corpusFile("prose", NUMBERS_TEXT);
  const found = speeds(path, await inTurn(contenders, path, "whole"));
  results.numberContenders = await described(contenders);
  for (const contender of contenders) contender.close();
  return found;
}

/** Bytes of all these files in brotli. */
function compressed(paths) {
  return paths.reduce((sum, path) => sum + brotliCompressSync(readFileSync(path)).length, 0);
}
