// `npm run lighthouse`: the built page as Lighthouse sees it on a phone, the median of three runs; under what it is to reach the run fails.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import lighthouse from "lighthouse";
import { fail, root, run } from "./run.mjs";

const TO_REACH = { performance: 90, accessibility: 100, "best-practices": 95 };
const RUNS = Number(process.env.RUNS ?? 3);

process.chdir(root);
run("node", ["scripts/build.mjs"]);
const profile = mkdtempSync(join(tmpdir(), "quandian-"));
const server = spawn("node", ["scripts/serve.mjs"], { stdio: ["ignore", "pipe", "inherit"] });
const browser = spawn(process.env.CHROMIUM ?? "/usr/bin/chromium", [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank",
], { stdio: ["ignore", "ignore", "pipe"] });
const under = [];
try {
  const address = await said(server.stdout, /http:\/\/\S+/);
  const [, port] = await said(browser.stderr, /DevTools listening on ws:\/\/[^:]+:(\d+)/);
  const runs = [];
  for (let i = 0; i < RUNS; i += 1) runs.push(await measure(address[0], Number(port)));
  for (const [name, least] of Object.entries(TO_REACH)) {
    const scores = runs.map(({ categories }) => Math.round(categories[name].score * 100)).sort((a, b) => a - b);
    const median = scores[scores.length >> 1];
    console.log(`${name.padEnd(16)} ${scores.join(" ")}  (to reach: ${least})`);
    if (median < least) under.push(`${name}: ${median}, to reach ${least}`);
  }
  report(runs[0]);
} finally {
  server.kill();
  const gone = once(browser, "exit");
  browser.kill();
  await gone;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
if (under.length > 0) fail(under.join("\n"));

/** Waits for a line of a process. */
function said(stream, pattern) {
  return new Promise((resolve) => {
    let text = "";
    stream.on("data", (chunk) => {
      text += chunk;
      const found = text.match(pattern);
      if (found) resolve(found);
    });
  });
}

async function measure(address, port) {
  const { lhr } = await lighthouse(address, { port, logLevel: "error", onlyCategories: Object.keys(TO_REACH), formFactor: "mobile" });
  if (lhr.runtimeError) fail(lhr.runtimeError.message);
  return lhr;
}

function report({ audits, categories }) {
  for (const id of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"]) {
    console.log(`${id.padEnd(26)} ${audits[id].displayValue}`);
  }
  for (const { auditRefs } of Object.values(categories)) {
    for (const { id, weight } of auditRefs) {
      const { score, title } = audits[id];
      if (weight > 0 && score !== null && score < 0.9) console.log(`  ${id}: ${title}`);
    }
  }
}
