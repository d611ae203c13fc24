// The worker and its client, over Node's threads dressed as web workers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Worker as Thread } from "node:worker_threads";
import { createWorkerAnalyzer } from "quandian/worker";
import { createAnalyzer } from "quandian";
import { longText, PROSE } from "./samples.mjs";

const read = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));
const wasm = read("quandian_bg.wasm");
const lexicon = read("quandian-compact.bin");

class WebWorker extends EventTarget {
  #thread;

  constructor(address) {
    super();
    this.#thread = new Thread(new URL("./web-worker.mjs", import.meta.url), { workerData: String(address) });
    this.#thread.on("message", (data) => this.dispatchEvent(Object.assign(new Event("message"), { data })));
    this.#thread.on("error", ({ message }) => this.dispatchEvent(Object.assign(new Event("error"), { message })));
  }

  postMessage(message) {
    this.#thread.postMessage(message);
  }

  terminate() {
    void this.#thread.terminate();
  }
}

before(() => (globalThis.Worker = WebWorker));
after(() => delete globalThis.Worker);

test("finds what the analyser of this thread finds", async () => {
  const [here, there] = await Promise.all([createAnalyzer(), createWorkerAnalyzer({ wasm, lexicon })]);
  for (const text of [PROSE, "😀共27项", ""]) {
    assert.deepEqual(await there.analyze(text, { rejected: true }), await here.analyze(text, { rejected: true }));
    assert.deepEqual(await there.segment(text), await here.segment(text));
  }
  here.dispose();
  there.dispose();
});

test("words, errors and order of answers", async () => {
  const analyzer = await createWorkerAnalyzer({ wasm: new WebAssembly.Module(wasm), lexicon, limit: 1000 });
  await analyzer.addWords(["农技员培训班"]);
  const answers = await Promise.allSettled([
    analyzer.segment("参加农技员培训班"),
    analyzer.analyze("字".repeat(400)),
    analyzer.analyze(PROSE, { mode: "fast" }),
    analyzer.analyze("共27项"),
  ]);
  assert.ok(answers[0].value.includes("农技员培训班"));
  assert.deepEqual([answers[1].reason.code, answers[2].reason.code], ["text-too-long", "option"]);
  assert.equal(answers[3].value.numbers[0].value, "27");
  analyzer.dispose();
});

test("an abort is answered at once and the rest goes on", async () => {
  const analyzer = await createWorkerAnalyzer({ wasm, lexicon });
  const control = new AbortController();
  const long = analyzer.analyze(longText(2_000_000), { signal: control.signal });
  const waiting = analyzer.analyze(PROSE, { signal: control.signal });
  const other = analyzer.analyze("共27项");
  control.abort();
  await assert.rejects(long, { code: "aborted" });
  await assert.rejects(waiting, { code: "aborted" });
  assert.equal((await other).numbers.length, 1);
  analyzer.dispose();
});

test("dispose ends what is under way", async () => {
  const analyzer = await createWorkerAnalyzer({ wasm, lexicon });
  const running = analyzer.analyze(longText(1_000_000));
  analyzer.dispose();
  await assert.rejects(running, { code: "disposed" });
  await assert.rejects(analyzer.analyze(PROSE), { code: "disposed" });
});

test("what fails at the start has a name", async () => {
  await assert.rejects(createWorkerAnalyzer({ wasm: wasm.subarray(0, 500), lexicon }), { code: "wasm-bad-bytes" });
  await assert.rejects(createWorkerAnalyzer({ wasm, lexicon: lexicon.subarray(0, 500) }), { code: "lexicon-damaged" });
  await assert.rejects(createWorkerAnalyzer({ worker: "data:text/javascript,setInterval(()=>{},1e6)", startTimeoutMs: 100 }), { code: "worker-timeout" });
  await assert.rejects(createWorkerAnalyzer({ worker: "data:text/javascript,throw Error('no')", wasm, lexicon }), { code: "worker-failed" });
  const own = globalThis.Worker;
  delete globalThis.Worker;
  await assert.rejects(createWorkerAnalyzer({ wasm, lexicon }), { code: "worker-not-allowed" });
  globalThis.Worker = own;
});

test("a worker of one's own is not ended", async () => {
  const worker = new WebWorker(new URL("../../dist/worker.js", import.meta.url));
  const first = await createWorkerAnalyzer({ worker, wasm, lexicon });
  first.dispose();
  const second = await createWorkerAnalyzer({ worker, wasm, lexicon });
  assert.equal((await second.analyze("共27项")).numbers.length, 1);
  worker.terminate();
});
