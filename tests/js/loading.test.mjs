// Where the wasm comes from. The entry point for browsers, each time as a fresh module, against a fetch of our own.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const bytes = readFileSync(join(dist, "quandian_bg.wasm"));
const lexicon = readFileSync(join(dist, "quandian-compact.bin"));
const temporary = mkdtempSync(join(tmpdir(), "quandian-loading-"));
after(() => rmSync(temporary, { recursive: true }));
let copies = 0;
// A browser reads no files, so every address goes through fetch.
const { getBuiltinModule } = process;
process.getBuiltinModule = undefined;
after(() => (process.getBuiltinModule = getBuiltinModule));

/** A fresh copy of the package: its instance is one a module. */
async function fresh() {
  const copy = join(temporary, String((copies += 1)));
  cpSync(dist, copy, { recursive: true, filter: (path) => !/inline\.js$|\.d\.ts$/.test(path) });
  return import(pathToFileURL(join(copy, "index.js")).href);
}

function serve(answers) {
  const real = globalThis.fetch;
  const asked = [];
  globalThis.fetch = async (input) => {
    const name = String(input.url ?? input).split("/").pop();
    asked.push(name);
    const answer = answers[name];
    if (!answer) throw new TypeError("Failed to fetch");
    return answer();
  };
  return { asked, [Symbol.dispose]: () => (globalThis.fetch = real), stop: () => (globalThis.fetch = real) };
}

const wasm = (type = "application/wasm") => () => new Response(bytes, { headers: { "content-type": type } });
const words = () => new Response(lexicon);

async function failure(answers, options = {}) {
  const { createAnalyzer } = await fresh();
  const served = serve(answers);
  try {
    await createAnalyzer(options);
    return undefined;
  } catch (error) {
    return error.code;
  } finally {
    served.stop();
  }
}

test("both files are fetched once for many analysers at a time", async () => {
  const { createAnalyzer } = await fresh();
  const served = serve({ "quandian_bg.wasm": wasm(), "quandian-compact.bin": words });
  const analyzers = await Promise.all([createAnalyzer({ lexicon: false }), createAnalyzer({ lexicon: false }), createAnalyzer()]);
  served.stop();
  assert.deepEqual(served.asked.sort(), ["quandian-compact.bin", "quandian_bg.wasm"]);
  for (const analyzer of analyzers) assert.equal((await analyzer.analyze("共27项")).numbers[0].value, "27");
});

test("a wrong MIME type is forgiven where the bytes are right", async () => {
  assert.equal(await failure({ "quandian_bg.wasm": wasm("application/octet-stream"), "quandian-compact.bin": words }), undefined);
});

test("failures by name", async () => {
  const lexicon = false;
  assert.equal(await failure({}, { lexicon }), "wasm-not-found");
  assert.equal(await failure({ "quandian_bg.wasm": () => new Response("", { status: 404 }) }, { lexicon }), "wasm-not-found");
  const page = () => new Response("<!doctype html>", { headers: { "content-type": "text/html" } });
  assert.equal(await failure({ "quandian_bg.wasm": page }, { lexicon }), "wasm-wrong-mime");
  const cut = () => new Response(bytes.subarray(0, 5000), { headers: { "content-type": "application/wasm" } });
  assert.equal(await failure({ "quandian_bg.wasm": cut }, { lexicon }), "wasm-bad-bytes");
  assert.equal(await failure({ "quandian_bg.wasm": wasm() }), "lexicon-not-found");
  assert.equal(await failure({ "quandian_bg.wasm": wasm(), "quandian-compact.bin": page }), "lexicon-not-found");
});

/** A connection that ends in the middle of a file. */
const broken = (body, type) => () => {
  let told = false;
  const pull = (controller) => (told ? controller.error(new TypeError("network error")) : controller.enqueue(body.subarray(0, 5000)), (told = true));
  return new Response(new ReadableStream({ pull }), { headers: { "content-type": type } });
};

test("a transfer that breaks off is named, and the next try succeeds", async () => {
  for (const type of ["application/wasm", "application/octet-stream"]) {
    assert.equal(await failure({ "quandian_bg.wasm": broken(bytes, type) }, { lexicon: false }), "wasm-not-found");
  }
  assert.equal(await failure({ "quandian_bg.wasm": wasm(), "quandian-compact.bin": broken(lexicon, "") }), "lexicon-not-found");
  const { createAnalyzer } = await fresh();
  const served = serve({ "quandian_bg.wasm": broken(bytes, "application/wasm") });
  await assert.rejects(createAnalyzer({ lexicon: false }), { name: "QuandianError", code: "wasm-not-found" });
  served.stop();
  const again = serve({ "quandian_bg.wasm": wasm() });
  assert.equal((await (await createAnalyzer({ lexicon: false })).numbers("共27项")).length, 1);
  again.stop();
});

test("a failure is not remembered", async () => {
  const { createAnalyzer } = await fresh();
  const first = serve({});
  await assert.rejects(createAnalyzer({ lexicon: false }), { code: "wasm-not-found" });
  first.stop();
  const analyzer = await createAnalyzer({ lexicon: false, wasm: bytes });
  assert.equal((await analyzer.analyze("共27项")).numbers.length, 1);
});

test("wasm as bytes, module, answer and promise", async () => {
  const inputs = [bytes, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), new WebAssembly.Module(bytes), wasm()(), Promise.resolve(bytes)];
  for (const input of inputs) {
    const { createAnalyzer } = await fresh();
    const analyzer = await createAnalyzer({ wasm: input, lexicon: false });
    assert.equal((await analyzer.analyze("共27项")).numbers.length, 1);
  }
});

test("a policy that forbids wasm is named", async () => {
  const { createAnalyzer } = await fresh();
  const real = WebAssembly.compile;
  WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError("violates the following Content Security policy directive"));
  try {
    await assert.rejects(createAnalyzer({ wasm: bytes, lexicon: false }), { code: "wasm-blocked-by-csp" });
  } finally {
    WebAssembly.compile = real;
  }
});

test("loading at once while another load is under way harms neither", async () => {
  for (const steps of [0, 1, 2, 3, 4, 6, 10]) {
    const { createAnalyzer, createAnalyzerSync } = await fresh();
    const module = new WebAssembly.Module(bytes);
    const opening = createAnalyzer({ wasm: module, lexicon });
    for (let step = 0; step < steps; step += 1) await undefined;
    const sync = createAnalyzerSync({ wasm: module, lexicon });
    const before = sync.segmentSync("新建36所夜校");
    const analyzer = await opening;
    assert.deepEqual(await analyzer.segment("新建36所夜校"), before);
    assert.deepEqual(sync.segmentSync("新建36所夜校"), before);
  }
});

test("layers decide what is fetched", async () => {
  const asked = async (options) => {
    const { createAnalyzer } = await fresh();
    const served = serve({ "quandian_bg.wasm": wasm(), "quandian-compact.bin": words });
    const analyzer = await createAnalyzer(options);
    served.stop();
    return { analyzer, files: served.asked.sort() };
  };
  for (const options of [{ layers: ["numbers", "slogans"] }, { layers: ["numbers"] }, { lexicon: false }]) {
    const { analyzer, files } = await asked(options);
    assert.deepEqual(files, ["quandian_bg.wasm"]);
    assert.equal((await analyzer.analyze("共27项")).numbers[0].value, "27");
    await assert.rejects(analyzer.segment("共27项"), { code: "lexicon-missing" });
  }
  const { analyzer, files } = await asked({ layers: ["words"] });
  assert.deepEqual(files, ["quandian-compact.bin", "quandian_bg.wasm"]);
  const { tokens, numbers } = await analyzer.analyze("共27项");
  assert.deepEqual([tokens.length, numbers.length], [2, 0]);
  assert.equal((await analyzer.numbers("共27项")).length, 1);
});

test("where fetch reads no files, their addresses are read from the disk", async () => {
  process.getBuiltinModule = getBuiltinModule;
  const { createAnalyzer } = await fresh();
  const at = (name) => pathToFileURL(join(dist, name));
  const analyzer = await createAnalyzer({ wasm: at("quandian_bg.wasm"), lexicon: at("quandian-compact.bin").href });
  assert.equal((await analyzer.segment("新建36所夜校")).join(" "), "新建 36所 夜校");
  await assert.rejects(createAnalyzer({ lexicon: at("none.bin") }), { code: "lexicon-not-found" });
  process.getBuiltinModule = undefined;
});
