// How far a long analysis is, in this thread and in a worker.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createAnalyzer, createAnalyzerSync } from "quandian";
import { createWorkerAnalyzer } from "quandian/worker";
import { PROSE } from "./samples.mjs";
import { useThreads, wasm, lexicon } from "./threads.mjs";

useThreads();
const here = await createAnalyzer();
const sync = createAnalyzerSync();
let there;
const elsewhere = async () => (there ??= await createWorkerAnalyzer({ wasm, lexicon }));
after(() => there?.dispose());

const ways = {
  "in this thread": async () => here,
  "at once": async () => ({ analyze: async (text, options) => sync.analyzeSync(text, options) }),
  "in a worker": elsewhere,
};

for (const [name, open] of Object.entries(ways)) {
  test(`${name} it rises to one`, async () => {
    const analyzer = await open();
    for (const options of [{}, { layers: ["numbers"] }, { layers: ["words"] }]) {
      const told = [];
      const analysis = await analyzer.analyze(PROSE, { ...options, onProgress: (done) => told.push(done) });
      assert.deepEqual(told, [...told].sort((a, b) => a - b));
      assert.ok(told.every((done) => done > 0 && done <= 1));
      assert.equal(told.at(-1), 1);
      assert.equal(told.length > 3, !options.layers?.includes("words"));
      assert.deepEqual(analysis, await analyzer.analyze(PROSE, options));
    }
  });

  test(`${name} what a listener throws is what the call fails with`, async () => {
    const analyzer = await open();
    let calls = 0;
    const onProgress = () => {
      calls += 1;
      throw new RangeError("the listener's own");
    };
    await assert.rejects(analyzer.analyze(PROSE, { onProgress }), { name: "RangeError", message: "the listener's own" });
    assert.equal(calls, 1);
    assert.ok((await analyzer.analyze(PROSE)).numbers.length > 5);
  });
}
