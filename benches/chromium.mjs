// The same in Chromium: ours, jieba-wasm and the segmenter of the engine, in one page, in turn.
import { readFileSync, statSync } from "node:fs";
import { relative } from "node:path";
import { chromium } from "playwright-core";
import { serveFiles } from "../tests/consumers/browser.mjs";
import { PATIENCE, TOO_LONG } from "./contender.mjs";
import { median } from "./measure.mjs";
import { CHROMIUM, peerFile, root } from "./places.mjs";

const ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const ROUNDS = 7;
const STARTS = 20;
const PEER_STARTS = 5;
const FORMS = ["offsets", "strings"];

/** Starts by contender, { compact, jieba, "jieba-wasm", intl }, what is not there left out; and speeds, by form and text before. */
export async function inChromium(paths, lexicons) {
  const site = await serveFiles(root);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  try {
    const page = await browser.newPage();
    await page.goto(`${site.address}benches/page.html`);
    await page.waitForFunction("globalThis.bench !== undefined");
    const started = await startsOf(page, lexicons);
    const speeds = { offsets: {}, strings: {} };
    for (const [name, path] of Object.entries(paths)) {
      await page.evaluate((text) => globalThis.bench.take(text), readFileSync(path, "utf8"));
      for (const form of FORMS) speeds[form][name] = await speedsOf(page, Object.keys(started), form, statSync(path).size);
      console.log(`Chromium, ${name}`, speeds.offsets[name], speeds.strings[name]);
    }
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
    started[name] = await medianOf(STARTS, (round) => page.evaluate(([name, lexicon, round]) => globalThis.bench.ours(name, lexicon, round), [name, lexicon, round]));
  }
  const glue = address(peerFile("jieba-wasm/pkg/web/jieba_rs_wasm.js"));
  started["jieba-wasm"] = await medianOf(PEER_STARTS, (round) => page.evaluate(([glue, round]) => globalThis.bench.jiebaWasm(glue, round), [glue, round]));
  started.intl = await medianOf(PEER_STARTS, () => page.evaluate(() => globalThis.bench.intl()));
  return started;
}

async function medianOf(rounds, measure) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) times.push(await measure(round));
  return median(times);
}

/** Megabytes a second of the text that the page was given, a second being what the median round took. */
async function speedsOf(page, names, form, bytes) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of names) {
      if (times[name].includes(TOO_LONG)) continue;
      const took = await within(page.evaluate(([name, form]) => globalThis.bench.run(name, form), [name, form]));
      if (round > 0 || took === TOO_LONG) times[name].push(took);
    }
  }
  return Object.fromEntries(names.map((name) => [name, times[name].includes(TOO_LONG) ? TOO_LONG : bytes / 1000 / median(times[name])]));
}

function within(work) {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, PATIENCE, TOO_LONG).unref())]);
}
