// The board costs no more than the length of the text: twice the text, twice the steps. V8 counts them, so that no clock is needed; what it
// does inside one call of its own, as in a search of the text, it does not count.
import assert from "node:assert/strict";
import { Session } from "node:inspector/promises";
import { after, test } from "node:test";

const session = new Session();
session.connect();
await session.post("Profiler.enable");
// Only code that is loaded after this has counters.
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
const { createAnalyzer } = await import("../../dist/index.node.js");
const { boardOf } = await import("../../dist/board.js");
const analyzer = await createAnalyzer();
after(() => {
  analyzer.dispose();
  session.disconnect();
});

/** How often any block of the package's code was run for the board of `text`. */
async function steps(text) {
  const analysis = await analyzer.analyze(text);
  await session.post("Profiler.takePreciseCoverage");
  boardOf(analysis);
  const { result } = await session.post("Profiler.takePreciseCoverage");
  const blocks = result.filter(({ url }) => url.includes("/dist/")).flatMap(({ functions }) => functions).flatMap(({ ranges }) => ranges);
  return blocks.reduce((sum, { count }) => sum + count, 0);
}

const LINE = "全县新修水渠86公里、泵站12座，由2021年的40个减少到2025年的10个，惠及农户1.4万户。";
const times = (line) => (count) => Array.from({ length: count }, (_, i) => line(i)).join("");
const TEXTS = {
  "one-long-line": times((i) => `${i}组${LINE}`),
  "many-lines": times((i) => `${i}组${LINE}\n`),
  "many-headings": times((i) => `一、修渠\n新修水渠${i}公里。\n`),
  "formulas": times(() => "增强“四个意识”，"),
  "figures-without-words": times(() => "3个，"),
  "figures-without-a-break": times(() => "3个"),
  "dates": times(() => "2024年"),
  "changes": times(() => "从3个增至5个"),
};
for (const [name, text] of Object.entries(TEXTS)) {
  test(name, async () => {
    const [once, twice] = [await steps(text(1000)), await steps(text(2000))];
    assert.ok(once > 1000, `${once} steps`);
    assert.ok(twice < once * 2.2, `${once} steps for the text, ${twice} for twice the text`);
  });
}
