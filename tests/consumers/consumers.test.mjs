// The packed package in projects of other people, one after the other: the same five sentences, the same answer as here, no
// complaint on the console, no file too many. What cannot be installed fails.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { toCSV } from "../../dist/export.js";
import { createAnalyzer } from "../../dist/inline.js";
import { answerOf, closeBrowser, html, serveFiles } from "./browser.mjs";
import { project, SENTENCES } from "./project.mjs";
import { readAll } from "./shared/reading.js";

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
/** Names, or beginnings of names, on the command line. */
const only = process.argv.slice(2);
const analyzer = await createAnalyzer();
const readings = await readAll(analyzer, SENTENCES);
const csv = toCSV(await analyzer.analyze(SENTENCES[0]));
const built = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));
const jieba = await createAnalyzer({ lexicon: built("quandian-jieba.bin") });
const rare = await createAnalyzer({ idf: built("quandian-idf.bin") });
/** What the program of `asking` answers. */
const asked = { cut: await jieba.segment(SENTENCES[0]), keywords: await rare.keywords(SENTENCES[0], { method: "tf-idf" }) };
const { numbers, slogans } = await analyzer.analyze(SENTENCES[0]);
const surfaces = [...numbers, ...slogans].sort((a, b) => a.start - b.start).map(({ text }) => text);
assert.ok(readings.every(({ tokens, numbers }) => tokens.length > 5 && numbers.length > 0));
after(closeBrowser);

/** A project that is removed whatever happens. */
function consumer(name, dependencies, files, work) {
  const wanted = only.length === 0 || only.some((start) => name.startsWith(start));
  test(name, { skip: !wanted && "not asked for" }, async () => {
    const made = project(name, dependencies, files);
    try {
      await work(made);
    } finally {
      made.remove();
    }
  });
}

/** The answers of app.js. */
function assertApp(answer) {
  assert.deepEqual(answer, { readings, worker: readings, csv, marks: [surfaces, surfaces] });
}

function assertProgram(output) {
  assert.deepEqual(JSON.parse(output), { readings, csv });
}

/** One wasm and one lexicon, and no second copy of them inside a script. */
function assertAssets(files, { wasm = 1, bin = 1, largest = 500_000 } = {}) {
  const names = Object.keys(files);
  const listed = JSON.stringify(files, null, 1);
  assert.equal(names.filter((name) => name.endsWith(".wasm")).length, wasm, listed);
  assert.equal(names.filter((name) => name.endsWith(".bin")).length, bin, listed);
  for (const [name, size] of Object.entries(files)) if (/\.m?js$/.test(name)) assert.ok(size < largest, `${name}: ${size}`);
}

const INLINE = { wasm: 0, bin: 0, largest: 3_000_000 };

async function assertSite(directory, work) {
  const site = await serveFiles(directory);
  try {
    await work(site.address);
  } finally {
    site.close();
  }
}

/** The block of docs/bundlers.md that is meant for `name`. */
function documented(language, name) {
  const page = readFileSync(new URL("../../docs/bundlers.md", import.meta.url), "utf8");
  const block = page.match(new RegExp(`^\`\`\`${language} ${name}\n([^]*?)\n\`\`\`$`, "m"));
  assert.ok(block, `docs/bundlers.md has no block “${language} ${name}”`);
  return block[1];
}

/** A page or a program that cuts a sentence by jieba's lexicon, and asks for its rarest words by the table alone. */
const asking = (answer) => `${documented("js", "jieba")}
  import { idf } from "quandian/idf";
  import sentences from "./sentences.js";
  const rare = await createAnalyzer({ idf });
  ${answer}(JSON.stringify({ cut: await analyzer.segment(sentences[0]), keywords: await rare.keywords(sentences[0], { method: "tf-idf" }) }));\n`;

consumer("node-esm", {}, { "jieba.js": asking("console.log") }, ({ run }) => {
  assertProgram(run("node", ["node.js"]));
  assert.deepEqual(JSON.parse(run("node", ["jieba.js"])), asked);
});

/** The worker's own file is for workers alone. */
const ENTRIES = Object.keys(manifest.exports).filter((name) => !/\.(js|json|wasm|bin)$/.test(name)).map((name) => `quandian${name.slice(1)}`);

consumer("node-entries", {}, {
  "entries.js": `
    const before = Object.keys(globalThis).length;
    for (const name of ${JSON.stringify(ENTRIES)}) await import(name);
    console.log(Object.keys(globalThis).slice(before).join(" "));`,
}, ({ run }) => assert.equal(run("node", ["entries.js"]).trim(), "", "an entry left something in the global scope"));

consumer("node-require", {}, {
  "main.cjs": `
    const { createAnalyzer } = require("quandian");
    const { toCSV } = require("quandian/export");
    Promise.all([import("./reading.js"), import("./sentences.js"), createAnalyzer()]).then(async ([{ readAll }, { default: sentences }, analyzer]) => {
      console.log(JSON.stringify({ readings: await readAll(analyzer, sentences), csv: toCSV(await analyzer.analyze(sentences[0])) }));
    });`,
}, ({ run }) => assertProgram(run("node", ["--disable-warning=ExperimentalWarning", "main.cjs"])));

const TYPED = `
import { createAnalyzer, createAnalyzerSync, QuandianError, type Analysis, type Analyzer, type SyncAnalyzer } from "quandian";
import { formats, toXLSX } from "quandian/export";
import { decodeText } from "quandian/files";
import { createAnalyzer as createInline } from "quandian/inline";
import { createWorkerAnalyzer } from "quandian/worker";
const analyzers: Analyzer[] = [await createAnalyzer(), await createInline({ lexicon: false }), await createWorkerAnalyzer({ startTimeoutMs: 1000 })];
const analysis: Analysis | undefined = await analyzers[0]?.analyze(decodeText(new Uint8Array()).text, { layers: ["numbers"] });
const value: string | readonly [string, string] | null | undefined = analysis?.numbers[0]?.value;
const code = (error: unknown): string | undefined => (error instanceof QuandianError ? error.code : undefined);
const bytes: Uint8Array | undefined = analysis && toXLSX(analysis);
const sync: SyncAnalyzer = createAnalyzerSync({ layers: ["numbers"], wasm: new Uint8Array() });
const left: number | null | undefined = (await analyzers[0]?.slogans(""))?.[0]?.parent;
sync[Symbol.dispose]();
const names: readonly string[] = formats.map(({ id }) => id);
// @ts-expect-error: not a layer
await analyzers[0]?.analyze("", { layers: ["digits"] });
export { value, code, bytes, names, left };
`;

consumer("typescript", { typescript: "5.9.3" }, {
  "main.ts": TYPED,
  "bundler.json": JSON.stringify({ compilerOptions: { ...options("ESNext", "bundler") }, files: ["main.ts"] }),
  "nodenext.json": JSON.stringify({ compilerOptions: { ...options("NodeNext", "nodenext") }, files: ["main.ts"] }),
}, ({ run }) => {
  run("tsc", ["-p", "bundler.json"]);
  run("tsc", ["-p", "nodenext.json"]);
});

function options(module, moduleResolution) {
  return { module, moduleResolution, target: "ES2022", lib: ["ES2022", "DOM"], types: [], strict: true, noEmit: true, exactOptionalPropertyTypes: true, skipLibCheck: false };
}

consumer("vite-8", { vite: "8.3.8" }, { "index.html": html("/app.js"), "jieba.html": html("/jieba.js"), "jieba.js": asking("globalThis.answer = JSON.parse"),
  "vite.config.js": `export default { build: { rollupOptions: { input: process.env.PAGE ?? "index.html" } } };\n`,
}, async ({ run, start, files, directory }) => {
  await dev(start, assertApp);
  run("vite", ["build", "--logLevel", "warn"]);
  assertAssets(files("dist"));
  await assertSite(`${directory}/dist`, async (address) => assertApp(await answerOf(address)));
  run("vite", ["build", "--logLevel", "warn", "--outDir", "out-jieba"], { env: { PAGE: "jieba.html" } });
  await assertSite(`${directory}/out-jieba`, async (address) => assert.deepEqual(await answerOf(`${address}jieba.html`), asked));
  run("node", ["-e", `fs.writeFileSync("index.html", ${JSON.stringify(html("/inline.js"))})`]);
  run("vite", ["build", "--logLevel", "error"]);
  assertAssets(files("dist"), INLINE);
});

async function dev(start, check) {
  const server = await start("vite", ["--port", "0", "--host", "127.0.0.1"], /http:\/\/127\.0\.0\.1:(\d+)\//);
  try {
    check(await answerOf(server.match[0]));
  } finally {
    await server.stop();
  }
}

consumer("vite-7", { vite: "7.3.1" }, { "index.html": html("/app.js"), "vite.config.js": documented("js", "vite") }, ({ start }) => dev(start, assertApp));

const packing = (program) => ({
  [`${program}.config.js`]: bundlerConfig("app.js", "out"),
  "inline.config.js": bundlerConfig("inline.js", "out-inline"),
  "jieba.config.js": bundlerConfig("jieba.js", "out-jieba"),
  "jieba.js": asking("globalThis.answer = JSON.parse"),
});

consumer("webpack-5", { webpack: "5.112.2", "webpack-cli": "7.3.1" }, packing("webpack"), (made) => packedBy("webpack", made));

consumer("rspack-2", { "@rspack/core": "2.3.2", "@rspack/cli": "2.2.8" }, packing("rspack"), (made) => packedBy("rspack", made));

function bundlerConfig(entry, output) {
  return `export default { mode: "production", entry: "./${entry}", performance: { hints: false }, output: { path: new URL("${output}", import.meta.url).pathname } };\n`;
}

async function packedBy(program, { run, write, files, directory }) {
  run(program, ["build"]);
  for (const name of ["inline", "jieba"]) run(program, ["build", "--config", `${name}.config.js`]);
  assertAssets(files("out"));
  assertAssets(files("out-inline"), INLINE);
  const directories = ["out", "out-inline", "out-jieba"];
  write(Object.fromEntries(directories.map((name) => [`${name}/index.html`, html("main.js", " defer")])));
  await assertSite(`${directory}/out`, async (address) => assertApp(await answerOf(address)));
  await assertSite(`${directory}/out-inline`, async (address) => assert.deepEqual(await answerOf(address), { readings }));
  await assertSite(`${directory}/out-jieba`, async (address) => assert.deepEqual(await answerOf(address), asked));
}

consumer("esbuild", { esbuild: "0.28.2" }, {
  "app.js": `${documented("js", "esbuild")}
    import { toCSV } from "quandian/export";
    import { marked } from "./marked.js";
    import { readAll } from "./reading.js";
    import sentences from "./sentences.js";
    globalThis.answer = {
      readings: await readAll(analyzer, sentences), worker: await readAll(elsewhere, sentences), csv: toCSV(await analyzer.analyze(sentences[0])),
      marks: await marked(sentences[0], { analyzer }),
    };`,
}, async ({ run, write, files, directory }) => {
  const [program, ...args] = documented("sh", "esbuild").split(" ");
  run(program, args);
  assertAssets(files("out"));
  write({ "out/index.html": html("app.js") });
  await assertSite(`${directory}/out`, async (address) => assertApp(await answerOf(address)));
});

consumer("file", { esbuild: "0.28.2" }, {}, async ({ run, read, write, directory }) => {
  run("esbuild", ["inline.js", "--bundle", "--format=iife", "--charset=ascii", "--outfile=bundle.js"]);
  write({ "page.html": `<!doctype html><meta charset="gbk"><title>file</title><script>${read("bundle.js").replaceAll("</script", "<\\/script")}</script>` });
  assert.deepEqual(await answerOf(pathToFileURL(`${directory}/page.html`).href), { readings });
});

consumer("parcel-2", { parcel: "2.16.4" }, { "index.html": html("app.js") }, async ({ run, read, write, files, directory }) => {
  write({ "package.json": JSON.stringify({ ...JSON.parse(read("package.json")), ...JSON.parse(documented("json", "parcel")) }) });
  run("parcel", ["build", "index.html", "--dist-dir", "out", "--no-source-maps", "--log-level", "warn"]);
  assertAssets(files("out"));
  await assertSite(`${directory}/out`, async (address) => assertApp(await answerOf(address)));
});

consumer("next-16", { next: "16.4.6", react: "19.3.1", "react-dom": "19.3.1" }, {
  "next.config.mjs": "export default { devIndicators: false };\n",
}, async ({ run, start, write, directory }) => {
  run("mkdir", ["-p", "app"]);
  write({
    "app/layout.js": `export default ({ children }) => <html><head><link rel="icon" href="data:," /></head><body>{children}</body></html>;\n`,
    "app/client.js": `"use client";\nimport { useEffect } from "react";\nexport default () => { useEffect(() => { import("../app.js"); }, []); return null; };\n`,
    "app/page.js": `import { createAnalyzer } from "quandian";
      import { readAll } from "../reading.js";
      import sentences from "../sentences.js";
      import Client from "./client.js";
      export const dynamic = "force-dynamic";
      export default async () => <main><pre>{JSON.stringify(await readAll(await createAnalyzer(), sentences))}</pre><Client /></main>;\n`,
  });
  run("next", ["build"]);
  const server = await start("next", ["start", "--port", "0", "--hostname", "127.0.0.1"], /http:\/\/127\.0\.0\.1:[1-9]\d*/);
  try {
    const page = await (await fetch(server.match[0])).text();
    const rendered = page.match(/<pre>([^]*?)<\/pre>/)[1].replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
    assert.deepEqual(JSON.parse(rendered), readings);
    assertApp(await answerOf(server.match[0]));
  } finally {
    await server.stop();
  }
  assert.ok(directory);
});

/** The same in a worker, and what goes wrong there. */
const THREAD = {
  "thread.js": `
    import { createWorkerAnalyzer } from "quandian/worker";
    import { readAll } from "./reading.js";
    import sentences from "./sentences.js";
    const analyzer = await createWorkerAnalyzer();
    const readings = await readAll(analyzer, sentences);
    analyzer.dispose();
    const failing = [{ wasm: new URL("none.wasm", import.meta.url) }, { worker: new URL("silent.js", import.meta.url), startTimeoutMs: 500 }, { worker: new URL("none.js", import.meta.url) }];
    const codes = [];
    for (const options of failing) codes.push(await createWorkerAnalyzer(options).then(() => "none", ({ code }) => code));
    console.log(JSON.stringify({ readings, codes }));`,
  "silent.js": "globalThis.onmessage = () => {};\n",
};

function assertThread(output) {
  assert.deepEqual(JSON.parse(output), { readings, codes: ["wasm-not-found", "worker-timeout", "worker-failed"] });
}

consumer("deno", { deno: "2.9.6" }, { ...THREAD, "jieba.js": asking("console.log") }, ({ run }) => {
  const deno = (file) => run("deno", ["run", "--no-prompt", "--allow-read", file]);
  assertProgram(deno("node.js"));
  assertThread(deno("thread.js"));
  assert.deepEqual(JSON.parse(deno("jieba.js")), asked);
});

consumer("bun", { bun: "1.4.5" }, { ...THREAD, "jieba.js": asking("console.log") }, ({ run }) => {
  assertProgram(run("bun", ["run", "node.js"]));
  assertThread(run("bun", ["run", "thread.js"]));
  assert.deepEqual(JSON.parse(run("bun", ["run", "jieba.js"])), asked);
});

consumer("workerd", { workerd: "1.20261117.1", esbuild: "0.28.2" }, {
  "worker.js": `
    import { createAnalyzer } from "quandian";
    import { toCSV } from "quandian/export";
    import { readAll } from "./reading.js";
    import sentences from "./sentences.js";
    export default { async fetch() {
      const analyzer = await createAnalyzer();
      return Response.json({ readings: await readAll(analyzer, sentences), csv: toCSV(await analyzer.analyze(sentences[0])) });
    } };`,
  "config.capnp": `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = ( services = [(name = "main", worker = .main)], sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")] );
    const main :Workerd.Worker = ( compatibilityDate = "2026-01-01", modules = [
      (name = "worker.js", esModule = embed "out/worker.js"),
      (name = "quandian_bg.wasm", wasm = embed "node_modules/quandian/dist/quandian_bg.wasm"),
      ${["compact", "jieba", "jieba-tags", "idf"].map((name) => `(name = "quandian-${name}.bin", data = embed "node_modules/quandian/dist/quandian-${name}.bin"),`).join(" ")}
    ] );\n`,
}, async ({ run, start, write }) => {
  const [program, ...args] = documented("sh", "workerd").split(" ");
  await served(assertProgram);
  write({ "worker.js": `${asking("const answer = String")}export default { fetch: () => new Response(answer) };\n` });
  await served((answer) => assert.deepEqual(JSON.parse(answer), asked));

  async function served(check) {
    run(program, args);
    const server = await start("workerd", ["serve", "config.capnp", "--control-fd=1"], /"socket":"http","port":(\d+)/);
    try {
      check(await (await fetch(`http://127.0.0.1:${server.match[1]}/`)).text());
    } finally {
      await server.stop();
    }
  }
});

consumer("jsdom", { jsdom: "26.1.0" }, {
  "dom.js": `
    import { JSDOM } from "jsdom";
    const { window } = new JSDOM("<p>", { url: "https://example.org/" });
    Object.assign(globalThis, { window, document: window.document, location: window.location, HTMLElement: window.HTMLElement, Node: window.Node });
    await import("./node.js");`,
}, ({ run }) => assertProgram(run("node", ["dom.js"])));

consumer("script", {}, {
  "index.html": `<!doctype html><meta charset="gbk"><link rel="icon" href="data:,"><title>script</title>
    <script type="importmap">{ "imports": {
      "quandian": "./node_modules/quandian/dist/index.js",
      "quandian/define": "./node_modules/quandian/dist/define.js",
      "quandian/dom": "./node_modules/quandian/dist/dom.js",
      "quandian/export": "./node_modules/quandian/dist/export.js",
      "quandian/worker": "./node_modules/quandian/dist/worker-client.js" } }</script>
    <script type="module" src="app.js"></script>\n`,
}, ({ directory }) => assertSite(directory, async (address) => assertApp(await answerOf(address))));
