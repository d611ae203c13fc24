// The analyser without promises, and the short forms.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createAnalyzer, createAnalyzerSync } from "quandian";
import { createAnalyzerSync as createFromBytes } from "../../dist/index.js";
import { AWKWARD, PROSE } from "./samples.mjs";

const read = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));

test("says what the one with promises says", async () => {
  const sync = createAnalyzerSync({ words: ["带动增收"] });
  const analyzer = await createAnalyzer({ words: ["带动增收"] });
  for (const text of [PROSE, ...AWKWARD]) {
    assert.deepEqual(sync.analyzeSync(text, { rejected: true }), await analyzer.analyze(text, { rejected: true }));
    for (const options of [{}, { parts: true }, { mode: "search" }]) assert.deepEqual(sync.segmentSync(text, options), await analyzer.segment(text, options));
  }
  sync.addWordsSync(["农技员培训班"]);
  assert.ok(sync.segmentSync("参加农技员培训班的人").includes("农技员培训班"));
  sync.removeWordsSync(["农技员培训班"]);
  assert.ok(!sync.segmentSync("参加农技员培训班的人").includes("农技员培训班"));
  sync.dispose();
  assert.throws(() => sync.analyzeSync(PROSE), { code: "disposed" });
});

test("where no bytes lie inside the code they are given", () => {
  const lexicon = read("quandian-compact.bin");
  assert.throws(() => createFromBytes({ lexicon }), { code: "option", detail: /^wasm/ });
  assert.throws(() => createFromBytes({ wasm: "quandian_bg.wasm", lexicon }), { code: "option", detail: /^wasm/ });
  assert.throws(() => createFromBytes({ wasm: read("quandian_bg.wasm").subarray(0, 99), lexicon }), { code: "wasm-bad-bytes" });
  const analyzer = createFromBytes({ wasm: read("quandian_bg.wasm"), lexicon });
  assert.equal(analyzer.segmentSync("新建36所夜校").join(" "), "新建 36所 夜校");
  assert.throws(() => createFromBytes(), { code: "option", detail: /^lexicon/ });
  assert.throws(() => createFromBytes({ lexicon: "quandian-compact.bin" }), { code: "option", detail: /^lexicon/ });
  // The wasm is there already.
  assert.equal(createFromBytes({ lexicon: false }).analyzeSync("共27项").numbers.length, 1);
  assert.equal(createFromBytes({ layers: ["numbers"] }).analyzeSync("共27项").numbers.length, 1);
});

test("numbers and slogans alone", async () => {
  const analyzer = await createAnalyzer();
  const text = "全县新建36所夜校，做到“三统一”。";
  const { numbers, slogans } = await analyzer.analyze(text);
  assert.deepEqual(await analyzer.numbers(text), numbers);
  assert.deepEqual(await analyzer.slogans(text), slogans);
  assert.equal((await analyzer.numbers("去年3月", { referenceDate: "2025-03-01" }))[0].edtf, "2024-03");
});

test("`using` disposes", async () => {
  const analyzer = await createAnalyzer();
  const sync = createAnalyzerSync();
  const dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");
  analyzer[dispose]();
  sync[dispose]();
  await assert.rejects(analyzer.analyze(PROSE), { code: "disposed" });
  assert.throws(() => sync.analyzeSync(PROSE), { code: "disposed" });
});
