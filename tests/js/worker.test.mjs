// The worker and its client, over Node's threads dressed as web workers.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { createWorkerAnalyzer } from "quandian/worker";
import { createAnalyzer } from "quandian";
import { AWKWARD, longText, PROSE } from "./samples.mjs";
import { lexicon, useThreads, wasm, WebWorker } from "./threads.mjs";
import { FATAL_TEXT, trappingWasm } from "./trapping-wasm.mjs";

useThreads();

const golden = new URL("../golden/", import.meta.url);
const CORPUS = [
  ...readdirSync(golden).filter((name) => /^[\w-]+\.txt$/.test(name)).map((name) => readFileSync(new URL(name, golden), "utf8")),
  ...["number", "slogan"].flatMap((layer) => readdirSync(new URL(`../cases/${layer}`, golden)).map((name) => readFileSync(new URL(`../cases/${layer}/${name}`, golden), "utf8"))),
  PROSE, ...AWKWARD,
];

test("finds what the analyser of this thread finds, in every text there is", async () => {
  const [here, there] = await Promise.all([createAnalyzer(), createWorkerAnalyzer({ wasm, lexicon })]);
  assert.ok(CORPUS.length > 80, `${CORPUS.length} texts`);
  for (const text of CORPUS) {
    assert.deepEqual(await there.analyze(text, { rejected: true }), await here.analyze(text, { rejected: true }));
    assert.deepEqual(await there.segment(text, { mode: "search" }), await here.segment(text, { mode: "search" }));
  }
  assert.deepEqual(await there.numbers(PROSE), await here.numbers(PROSE));
  assert.deepEqual(await there.slogans(PROSE), await here.slogans(PROSE));
  here.dispose();
  there[Symbol.dispose]();
  await assert.rejects(there.analyze(PROSE), { code: "disposed" });
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
  const analyzer = await createWorkerAnalyzer({ wasm, lexicon, words: ["圈点工程"] });
  await analyzer.addWords(["乡村会客厅"]);
  await analyzer.removeWords(["夜校"]);
  await analyzer.setFormulas([["三聚", ["聚人气", "聚产业", "聚资金"]]]);
  const { started } = WebWorker;
  const control = new AbortController();
  const long = analyzer.analyze(longText(5_000_000), { signal: control.signal });
  const waiting = analyzer.segment(PROSE, { signal: control.signal });
  const other = analyzer.segment("圈点工程建成乡村会客厅与夜校");
  control.abort();
  await assert.rejects(long, { code: "aborted" });
  await assert.rejects(waiting, { code: "aborted" });
  assert.deepEqual(await other, ["圈点工程", "建成", "乡村会客厅", "与", "夜", "校"]);
  assert.equal((await analyzer.slogans("各组把“三聚”做实。"))[0].members.length, 3);
  assert.equal(WebWorker.started, started + 1, "what nobody wants is not read to its end");
  await assert.rejects(analyzer.analyze(PROSE, { signal: AbortSignal.abort() }), { code: "aborted" });
  analyzer.dispose();
});

test("an abort of what is nearly done keeps the worker", async () => {
  const analyzer = await createWorkerAnalyzer({ wasm, lexicon });
  const { started } = WebWorker;
  for (let round = 0; round < 20; round += 1) {
    const control = new AbortController();
    const short = analyzer.analyze(PROSE, { signal: control.signal });
    control.abort();
    await assert.rejects(short, { code: "aborted" });
  }
  assert.equal((await analyzer.analyze("共27项")).numbers.length, 1);
  assert.equal(WebWorker.started, started);
  analyzer.dispose();
});

test("a call that is not answered in time fails by name, the next one is answered", async () => {
  const analyzer = await createWorkerAnalyzer({ wasm, lexicon, answerTimeoutMs: 300 });
  await analyzer.addWords(["农技员培训班"]);
  await assert.rejects(analyzer.analyze(longText(9_000_000)), (error) => {
    assert.deepEqual([error.code, error.detail], ["worker-timeout", "300 ms"]);
    return /后台线程/.test(error.explain("zh")) && /answerTimeoutMs/.test(error.explain("en"));
  });
  assert.ok((await analyzer.segment("参加农技员培训班的人")).includes("农技员培训班"));
  analyzer.dispose();
});

test("a worker that dies costs what it was doing, and no more", async () => {
  const alive = new Set(WebWorker.alive);
  const analyzer = await createWorkerAnalyzer({ wasm, lexicon, words: ["圈点工程"] });
  const answers = Promise.allSettled([analyzer.analyze(longText(1_000_000)), analyzer.segment("推进圈点工程建设")]);
  WebWorker.last.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  const [running, waiting] = await answers;
  assert.equal(running.reason.code, "worker-failed");
  assert.deepEqual(waiting.value, ["推进", "圈点工程", "建设"]);
  analyzer.dispose();
  assert.deepEqual(WebWorker.alive, alive, "none is left behind");
});

test("a panic in the worker costs one call", async () => {
  const analyzer = await createWorkerAnalyzer({ wasm: trappingWasm(), lexicon, words: ["圈点工程"] });
  const { started } = WebWorker;
  const answers = await Promise.allSettled([analyzer.analyze(FATAL_TEXT), analyzer.segment("推进圈点工程建设")]);
  assert.equal(answers[0].reason.code, "internal");
  assert.deepEqual(answers[1].value, ["推进", "圈点工程", "建设"]);
  assert.equal(WebWorker.started, started);
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
  const refused = class extends EventTarget {
    postMessage = () => queueMicrotask(() => this.dispatchEvent(new Event("error")));
    terminate() {}
  };
  globalThis.Worker = refused;
  await assert.rejects(createWorkerAnalyzer({ wasm, lexicon }), { code: "worker-not-allowed" });
  delete globalThis.Worker;
  await assert.rejects(createWorkerAnalyzer({ wasm, lexicon }), (error) => error.code === "worker-not-allowed" && /createAnalyzer/.test(error.explain("zh")));
  globalThis.Worker = WebWorker;
});

test("a worker of another origin is started by a line of one's own, without waiting to be refused", async () => {
  const asked = [];
  globalThis.location = { origin: "https://site.example", href: "https://site.example/page" };
  globalThis.Worker = class extends EventTarget {
    constructor(address) {
      super();
      asked.push(String(address));
    }
    postMessage = () => queueMicrotask(() => this.dispatchEvent(new Event("error")));
    terminate() {}
  };
  for (const worker of ["https://files.example/worker.js", "worker.js", new URL("https://site.example/other/worker.js")]) {
    await assert.rejects(createWorkerAnalyzer({ worker, wasm, lexicon }), { code: "worker-not-allowed" });
  }
  delete globalThis.location;
  globalThis.Worker = WebWorker;
  assert.match(asked.shift(), /^blob:/);
  assert.deepEqual(asked, ["worker.js", "https://site.example/other/worker.js"]);
});

test("a start that failed can be tried again", async () => {
  await assert.rejects(createWorkerAnalyzer({ wasm: wasm.subarray(0, 500), lexicon }), { code: "wasm-bad-bytes" });
  const analyzer = await createWorkerAnalyzer({ wasm, lexicon });
  assert.equal((await analyzer.numbers("共27项")).length, 1);
  analyzer.dispose();
});

test("a text that is none is a TypeError in either language", async () => {
  const analyzer = await createWorkerAnalyzer({ wasm, lexicon });
  for (const text of [undefined, null, 27, {}]) {
    for (const call of ["analyze", "segment", "numbers", "slogans"]) {
      await assert.rejects(analyzer[call](text), (error) => error instanceof TypeError && /must be a string/.test(error.message) && /字符串/.test(error.message));
    }
  }
  analyzer.dispose();
});

test("a worker of one's own is not ended, whatever happens", async () => {
  const worker = new WebWorker(new URL("../../dist/worker.js", import.meta.url));
  const { started } = WebWorker;
  const first = await createWorkerAnalyzer({ worker, wasm, lexicon, answerTimeoutMs: 100 });
  await assert.rejects(first.analyze(longText(1_000_000)), { code: "worker-timeout" });
  first.dispose();
  const second = await createWorkerAnalyzer({ worker, wasm, lexicon });
  assert.equal((await second.analyze("共27项")).numbers.length, 1);
  assert.equal(WebWorker.started, started);
  assert.ok(WebWorker.alive.has(worker));
  worker.terminate();
});

test("a file that cannot be had is named as in this thread, and null is no file", async () => {
  const gone = () => {
    throw new Error("gone");
  };
  const inputs = [gone, () => Promise.reject(new Error("gone")), () => undefined, 5, {}, "none.bin", new Response("", { status: 404 })];
  for (const name of ["lexicon", "tagModel", "idf"]) {
    for (const input of inputs) await assert.rejects(createWorkerAnalyzer({ wasm, lexicon, [name]: input }), { name: "QuandianError", code: "lexicon-not-found" }, `${name}: ${String(input)}`);
  }
  await assert.rejects(createWorkerAnalyzer({ wasm: 5, lexicon }), { name: "QuandianError", code: "wasm-not-found" });
  await assert.rejects(createWorkerAnalyzer({ wasm: Promise.reject(new Error("gone")), lexicon }), { name: "QuandianError", code: "wasm-not-found" });
  const analyzer = await createWorkerAnalyzer({ wasm, lexicon, tagModel: null, idf: null });
  assert.equal((await analyzer.segment("新建36所夜校")).join(" "), "新建 36所 夜校");
  await assert.rejects(analyzer.keywords("新建36所夜校", { method: "tf-idf" }), { code: "idf-missing" });
  analyzer.dispose();
});

test("options that are none are refused before there is a worker", async () => {
  const CASES = [
    ["words", "option", "options: an object is wanted, this is string"],
    [{ word: ["夜校"] }, "option", "word: there is no such option"],
    [{ words: null }, "user-word", "words: a list is wanted, this is null"],
    [{ formulas: null }, "option", "formulas: rows or a list is wanted, this is null"],
    [{ startTimeoutMs: "5" }, "option", "startTimeoutMs: 5"],
    [{ answerTimeoutMs: NaN }, "option", "answerTimeoutMs: NaN"],
    [{ answerTimeoutMs: -1 }, "option", "answerTimeoutMs: -1"],
  ];
  for (const [options, code, detail] of CASES) await assert.rejects(createWorkerAnalyzer(options), { code, detail });
});

test("whoever waits for ever is not told at once that time is over", async () => {
  const analyzer = await createWorkerAnalyzer({ wasm, lexicon, startTimeoutMs: Infinity, answerTimeoutMs: Infinity });
  assert.equal((await analyzer.segment("新建36所夜校")).join(" "), "新建 36所 夜校");
  await assert.rejects(analyzer.analyze("共27项", { refrenceDate: "2025-03-01" }), { code: "option", detail: "refrenceDate: there is no such option" });
  analyzer.dispose();
});
