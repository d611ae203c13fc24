// What the manuals show, in a browser: every program of theirs, and every piece of a page.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { assertSaid, block, blocks, PAGES, program, read } from "../snippets.mjs";
import { html, withSites } from "./foreign-site.mjs";

const sites = withSites();
const TEXT = "<p>全县新建36所夜校，招收近2500名学员，做到“三统一”。</p>";
const SURFACES = ["36所", "近2500名", "三统一"];

const { exports } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const file = (target) => (typeof target === "object" ? file(target.default) : target.slice(1));
const modules = Object.entries(exports).filter(([, target]) => typeof target === "object").map(([name, target]) => [`quandian${name.slice(1)}`, file(target)]);
const MAP = `<script type="importmap">${JSON.stringify({ imports: Object.fromEntries(modules) })}</script>`;
const ARTICLE = `<article>${TEXT}</article>`;

for (const path of PAGES) {
  for (const [info, about] of [["js", "its program"], ["js page", "its program for a page"]]) {
    if (!blocks(path).some((each) => each.info === info)) continue;
    test(`${path}: ${about} says what its comments say`, async () => {
      const { code, comments } = program(path, [info]);
      const script = `const values = [];\nglobalThis.shown = (value) => values.push(value ?? null);\n${code}\nglobalThis.done = values;`;
      const opened = await sites.open(html(`${ARTICLE}<script type="module" src="/script.js"></script>`, MAP), { pages: { "/script.js": { body: script, type: "text/javascript" } } });
      await opened.waitForFunction(() => globalThis.done).catch(() => assert.fail(opened.complaints.join("\n")));
      assertSaid(await opened.evaluate(() => done), comments);
      assert.deepEqual(opened.complaints, []);
      if (info === "js page") assert.equal(await opened.evaluate(() => document.querySelector("article").innerHTML), TEXT);
    });
  }
}

const marks = (opened) => opened.evaluate(() => document.querySelector("quandian-text").annotation.marks.map(({ mention }) => mention.text));

async function openMarked(body, headers) {
  const opened = await sites.open(html(body), { headers });
  await opened.waitForFunction(() => document.querySelector("quandian-text")?.annotation);
  assert.deepEqual(opened.complaints, []);
  return opened;
}

for (const [path, info] of [["README.md", "html"], ["README.zh-CN.md", "html"], ["docs/element.md", "html script"]]) {
  test(`${path}: its script tag marks an article`, async () => {
    const opened = await openMarked(`${block(path, info)}${ARTICLE}`);
    assert.deepEqual(await marks(opened), SURFACES);
  });
}

test("docs/element.md: its element marks what stands in it", async () => {
  const opened = await openMarked(block("docs/element.md", "html element"));
  assert.ok((await marks(opened)).includes("36所"));
  assert.equal(await opened.locator("quandian-text >> tbody tr").count(), (await marks(opened)).length);
});

const MANUAL = "docs/hosting.md";

test(`${MANUAL}: a site may be as strict as the manual says`, async () => {
  const tag = await openMarked(`${block("README.md", "html")}${ARTICLE}`, { "content-security-policy": `default-src 'none'; img-src data:; ${block(MANUAL, "text csp-site")}` });
  assert.deepEqual(await marks(tag), SURFACES);
});

test(`${MANUAL}: a worker needs what the manual says, and no less`, async () => {
  const script = `import { createWorkerAnalyzer } from "/dist/worker-client.js";
    globalThis.done = await createWorkerAnalyzer().then((analyzer) => analyzer.numbers("共7项")).then(([number]) => number.text, ({ code }) => code);`;
  const answer = async (policy) => {
    const headers = { "content-security-policy": `default-src 'none'; img-src data:; ${policy}` };
    const opened = await sites.open({ body: html('<script type="module" src="/script.js"></script>'), headers }, { pages: { "/script.js": { body: script, type: "text/javascript" }, headers } });
    await opened.waitForFunction(() => globalThis.done);
    return opened.evaluate(() => done);
  };
  const policy = block(MANUAL, "text csp-worker");
  assert.equal(await answer(policy), "7项");
  assert.equal(await answer(policy.replace("worker-src 'self'", "worker-src 'none'")), "worker-not-allowed");
  assert.equal(await answer(policy.replace(" 'wasm-unsafe-eval'", "")), "wasm-blocked-by-csp");
});

for (const path of ["README.md", "README.zh-CN.md"]) {
  test(`${path}: its first command shows the page, under the policy of the manual`, async () => {
    const [, command] = /^ {4}(npm start)\b/m.exec(read(path));
    const [program, ...args] = command.split(" ");
    const started = spawn(program, args, { cwd: new URL("../..", import.meta.url), env: { ...process.env, PORT: "0" }, detached: true, stdio: ["ignore", "pipe", "inherit"] });
    try {
      const [address] = await said(started.stdout, /http:\/\/localhost:\d+\//);
      assert.equal((await fetch(address)).headers.get("content-security-policy"), block(MANUAL, "text csp-page"));
      const opened = await sites.visit(address);
      await opened.waitForSelector(".sheet mark");
      assert.deepEqual(opened.complaints, []);
    } finally {
      process.kill(-started.pid);
    }
  });
}

/** Waits until a program has written what `pattern` matches. */
async function said(stream, pattern) {
  let text = "";
  for await (const chunk of stream.setEncoding("utf8")) {
    text += chunk;
    const match = pattern.exec(text);
    if (match) return match;
  }
  assert.fail(`it never said ${pattern}:\n${text}`);
}
