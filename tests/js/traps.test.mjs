// A panic inside the wasm costs the call it happens in and no more: another instance is made from the same module.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createAnalyzer, createAnalyzerSync, memoryBytes } from "quandian";
import { PROSE } from "./samples.mjs";
import { FATAL_TEXT, trappingWasm } from "./trapping-wasm.mjs";

const analyzer = await createAnalyzer({ wasm: trappingWasm(), words: ["圈点工程"], formulas: [["三聚", ["聚人气", "聚产业", "聚资金"]]] });
const other = await createAnalyzer({ lexicon: false });
await analyzer.removeWords(["夜校"]);
await analyzer.addWords(["乡村会客厅"]);

/** What the analyser knows beyond a fresh one. */
async function knowledge() {
  const words = await analyzer.segment("圈点工程建成乡村会客厅与夜校");
  const [formula] = await analyzer.slogans("各组把“三聚”做实。");
  return { words, members: formula.members.map(({ text }) => text) };
}

test("one call fails, by name, and the next one answers", async () => {
  const before = await analyzer.analyze(PROSE);
  const known = await knowledge();
  assert.deepEqual([known.words.includes("圈点工程"), known.words.includes("夜校"), known.members.length], [true, false, 3]);
  for (let round = 0; round < 3; round += 1) {
    await assert.rejects(analyzer.analyze(FATAL_TEXT), (error) => error.code === "internal" && /缺陷/.test(error.explain("zh")) && /report/i.test(error.explain("en")));
    assert.deepEqual(await analyzer.analyze(PROSE), before);
    assert.deepEqual(await knowledge(), known);
  }
});

test("other analysers of the thread notice nothing", async () => {
  const before = await other.analyze(PROSE);
  await assert.rejects(analyzer.analyze(FATAL_TEXT), { code: "internal" });
  assert.deepEqual(await other.analyze(PROSE), before);
  const sync = createAnalyzerSync({ lexicon: false });
  assert.throws(() => sync.analyzeSync(FATAL_TEXT), { code: "internal" });
  assert.equal(sync.analyzeSync("共27项").numbers.length, 1);
});

test("calls that wait behind the one that fails are answered", async () => {
  const answers = await Promise.allSettled([analyzer.analyze("共27项"), analyzer.analyze(FATAL_TEXT), analyzer.analyze("共28项")]);
  assert.deepEqual(answers.map(({ status }) => status), ["fulfilled", "rejected", "fulfilled"]);
});

test("an analyser of a dead instance can be disposed of", async () => {
  const short = await createAnalyzer({ lexicon: false });
  await assert.rejects(short.analyze(FATAL_TEXT), { code: "internal" });
  short.dispose();
  await assert.rejects(short.analyze(PROSE), { code: "disposed" });
  assert.ok(await other.numbers(PROSE));
});

test("memory is that of the instance now alive", async () => {
  await analyzer.analyze("字".repeat(3_000_000));
  const grown = memoryBytes();
  await assert.rejects(analyzer.analyze(FATAL_TEXT), { code: "internal" });
  assert.ok(memoryBytes() < grown / 2, `${memoryBytes()} after ${grown}`);
});
