// The same in Chromium: ours, jieba-wasm and the segmenter of the engine, in one page, in turn.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { chromium } from "playwright-core";
import { serveFiles } from "../tests/consumers/browser.mjs";
import { PATIENCE, TOO_LONG } from "./contender.mjs";
import { median } from "./measure.mjs";
import { peerFile, root } from "./places.mjs";

const ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const ROUNDS = 7;
const STARTS = 20;

/** Starts and speeds by contender: { compact, jieba, "jieba-wasm", intl }; what is not there is left out. */
export async function inChromium(paths, lexicons) {
  const site = await serveFiles(root);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGS });
  try {
    const page = await browser.newPage();
    await page.goto(`${site.address}benches/page.html`);
    await page.waitForFunction("globalThis.bench !== undefined");
    const started = await startsOf(page, lexicons);
    const speeds = {};
    for (const [name, path] of Object.entries(paths)) speeds[name] = await speedsOf(page, Object.keys(started), readFileSync(path, "utf8"));
    return { version: browser.version(), started, speeds };
  } finally {
    await browser.close();
    site.close();
  }
}

async function startsOf(page, lexicons) {
  const started = {};
  const address = (path) => `/${relative(root, path)}`;
  for (const [name, lexicon] of Object.entries(lexicons)) {
    const times = [];
    for (let round = 0; round < STARTS; round += 1) times.push(await page.evaluate(([name, lexicon, round]) => globalThis.bench.ours(name, lexicon, round), [name, lexicon, round]));
    started[name] = median(times);
  }
  started["jieba-wasm"] = await page.evaluate((glue) => globalThis.bench.jiebaWasm(glue), address(peerFile("jieba-wasm/pkg/web/jieba_rs_wasm.js")));
  started.intl = await page.evaluate(() => globalThis.bench.intl());
  return started;
}

/** Megabytes a second, a second for a text being what the median round took. */
async function speedsOf(page, names, text) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  await page.evaluate((text) => globalThis.bench.take(text), text);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of names) {
      if (times[name].includes(TOO_LONG)) continue;
      const took = await within(page.evaluate((name) => globalThis.bench.run(name), name));
      if (round > 0 || took === TOO_LONG) times[name].push(took);
    }
  }
  const size = Buffer.byteLength(text) / 1000;
  return Object.fromEntries(names.map((name) => [name, times[name].includes(TOO_LONG) ? TOO_LONG : size / median(times[name])]));
}

function within(work) {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, PATIENCE, TOO_LONG).unref())]);
}
