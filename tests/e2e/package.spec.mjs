// The npm package in a page of somebody else, served as it lies in dist/: policies, origins, wrong answers of servers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { html, withSites } from "./foreign-site.mjs";

const sites = withSites();
/** Row 8 of what a strict site sends. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";
const TEXT = "全县新建36所夜校，做到“三统一”。";
const MODULE = { type: "text/javascript" };
const CORS = { headers: { "access-control-allow-origin": "*" } };

/** What a script of the page leaves in `globalThis.answer`: its result, or the error's code and words. */
async function answer(script, { policy, pages = {} } = {}) {
  const body = `
    const names = (analysis) => [...analysis.numbers, ...analysis.slogans].map(({ text }) => text).join(" ");
    const work = async () => { ${script} };
    globalThis.answer = work().catch((error) => ({ code: error.code, zh: error.explain?.("zh"), en: error.explain?.("en"), message: error.message }));`;
  const headers = policy && { "content-security-policy": policy };
  const page = await sites.open({ body: html('<script type="module" src="/app.js"></script>'), headers }, { pages: { "/app.js": { body, ...MODULE }, headers, ...pages } });
  await page.waitForFunction("globalThis.answer !== undefined");
  const result = await page.evaluate("globalThis.answer");
  await page.context().close();
  return { result, page, files: page.requests.map((url) => url.split("/").pop()).filter((name) => /\.(wasm|bin)$|^worker\.js$/.test(name)).sort() };
}

const HERE = `
  const { createAnalyzer } = await import("/dist/index.js");
  const analyzer = await createAnalyzer();
  return names(await analyzer.analyze("${TEXT}"));`;
const WORKER = `
  const { createWorkerAnalyzer } = await import("/dist/worker-client.js");
  const analyzer = await createWorkerAnalyzer();
  return names(await analyzer.analyze("${TEXT}"));`;
const SYNC = `
  const { createAnalyzerSync } = await import("/dist/inline.js");
  return names(createAnalyzerSync().analyzeSync("${TEXT}"));`;

function assertCode({ result }, code) {
  assert.equal(result.code, code, JSON.stringify(result));
  assert.match(result.zh, /^[\u4e00-\u9fff]|^wasm/u);
  assert.match(result.zh, /请/);
  assert.match(result.en, /^[A-Z][^]*\./);
}

for (const [name, script] of Object.entries({ "this-thread": HERE, worker: WORKER, sync: SYNC })) {
  test(`strict-csp-${name}`, async () => {
    const { result, page } = await answer(script, { policy: POLICY });
    assert.equal(result, "36所 三统一");
    assert.deepEqual(page.complaints, []);
  });

  test(`wasm-blocked-by-csp-${name}`, async () => {
    const blocked = await answer(script, { policy: POLICY.replace(" 'wasm-unsafe-eval'", "") });
    assertCode(blocked, "wasm-blocked-by-csp");
    assert.match(blocked.result.zh, /'wasm-unsafe-eval'/);
  });
}

test("no-shared-memory-is-needed", async () => {
  const { result } = await answer(`const shared = typeof SharedArrayBuffer; ${WORKER.replace("return ", "return shared + ' ' + ")}`);
  assert.equal(result, "undefined 36所 三统一");
});

test("each-file-is-fetched-once", async () => {
  const { result, files } = await answer(`
    const { createAnalyzer } = await import("/dist/index.js");
    const [one, two] = await Promise.all([createAnalyzer(), createAnalyzer({ lexicon: false })]);
    return names(await one.analyze("${TEXT}")) === names(await two.analyze("${TEXT}"));`);
  assert.equal(result, true);
  assert.deepEqual(files, ["quandian-compact.bin", "quandian_bg.wasm"]);
});

for (const [name, create] of Object.entries({ "this-thread": '(await import("/dist/index.js")).createAnalyzer', worker: '(await import("/dist/worker-client.js")).createWorkerAnalyzer' })) {
  test(`numbers-and-slogans-fetch-no-lexicon-${name}`, async () => {
    const { result, files } = await answer(`
      const analyzer = await (${create})({ layers: ["numbers", "slogans"] });
      return [names(await analyzer.analyze("${TEXT}")), (await analyzer.numbers("${TEXT}")).length, (await analyzer.slogans("${TEXT}")).length];`);
    assert.deepEqual(result, ["36所 三统一", 1, 1]);
    assert.deepEqual(files.filter((file) => file !== "worker.js"), ["quandian_bg.wasm"]);
  });
}

test("worker-forbidden-by-policy", async () => {
  assertCode(await answer(WORKER, { policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") }), "worker-not-allowed");
});

test("worker-script-not-there", async () => {
  assertCode(await answer(WORKER, { pages: { "/dist/worker.js": { status: 404, body: "" } } }), "worker-not-allowed");
});

test("worker-that-never-answers", async () => {
  const script = WORKER.replace("createWorkerAnalyzer()", "createWorkerAnalyzer({ startTimeoutMs: 500 })");
  const silent = await answer(script, { pages: { "/dist/worker.js": { body: "addEventListener('message', () => {});", ...MODULE } } });
  assertCode(silent, "worker-timeout");
  assert.match(silent.result.message, /500 ms/);
});

test("worker-that-falls-silent", async () => {
  const worker = "addEventListener('message', ({ data }) => { if (data.do !== 'analyze') postMessage({ id: data.id }); });";
  const script = WORKER.replace("createWorkerAnalyzer()", "createWorkerAnalyzer({ answerTimeoutMs: 500 })");
  assertCode(await answer(script, { pages: { "/dist/worker.js": { body: worker, ...MODULE } } }), "worker-timeout");
});

test("package-of-another-origin", async () => {
  const other = await sites.site(CORS);
  for (const script of [HERE, WORKER]) {
    const { result, page } = await answer(script.replaceAll('import("', `import("${other.address}`));
    assert.equal(result, "36所 三统一");
    assert.deepEqual(page.complaints, []);
  }
});

test("worker-of-another-origin-by-its-address", async () => {
  const other = await sites.site(CORS);
  const by = (address) => WORKER.replace("createWorkerAnalyzer()", `createWorkerAnalyzer({ worker: "${address}/dist/worker.js" })`);
  assert.equal((await answer(by(other.address))).result, "36所 三统一");
  // Without CORS, or where the policy allows no blob:, it is refused by name.
  assertCode(await answer(by((await sites.site({})).address)), "worker-not-allowed");
  assertCode(await answer(by(other.address), { policy: POLICY }), "worker-not-allowed");
});

const WASM = readFileSync(new URL("../../dist/quandian_bg.wasm", import.meta.url));
for (const [code, page] of Object.entries({
  "wasm-not-found": { status: 404, body: "" },
  "wasm-wrong-mime": { body: html("not here") },
  "wasm-bad-bytes": { body: WASM.subarray(0, 9000), type: "application/wasm" },
})) {
  test(code, async () => {
    for (const script of [HERE, WORKER]) assertCode(await answer(script, { pages: { "/dist/quandian_bg.wasm": page } }), code);
  });
}

test("wasm-of-another-version", async () => {
  // A module that asks for what the script does not have.
  const foreign = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 2, 7, 1, 1, 0x61, 1, 0x62, 0, 0]);
  assertCode(await answer(HERE, { pages: { "/dist/quandian_bg.wasm": { body: foreign, type: "application/wasm" } } }), "wasm-bad-bytes");
});

test("wasm-served-with-another-type-still-loads", async () => {
  assert.equal((await answer(HERE, { pages: { "/dist/quandian_bg.wasm": { body: WASM, type: "application/octet-stream" } } })).result, "36所 三统一");
});

const LEXICON = readFileSync(new URL("../../dist/quandian-compact.bin", import.meta.url));
test("lexicon-not-found-and-damaged", async () => {
  for (const script of [HERE, WORKER]) {
    assertCode(await answer(script, { pages: { "/dist/quandian-compact.bin": { status: 404, body: "" } } }), "lexicon-not-found");
    assertCode(await answer(script, { pages: { "/dist/quandian-compact.bin": { body: html("not here") } } }), "lexicon-not-found");
    assertCode(await answer(script, { pages: { "/dist/quandian-compact.bin": { body: LEXICON.subarray(0, 9000), type: "application/octet-stream" } } }), "lexicon-damaged");
  }
});
