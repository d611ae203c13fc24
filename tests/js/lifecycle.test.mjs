// Analysers come and go; memory does not grow with them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createAnalyzer } from "quandian";
import { longText, PROSE } from "./samples.mjs";

test("user words come and go", async () => {
  const analyzer = await createAnalyzer({ words: ["农技员培训班", ["带动增收", 5000, "v"]] });
  assert.ok((await analyzer.segment("参加农技员培训班的人")).includes("农技员培训班"));
  const { tokens } = await analyzer.analyze("项目带动增收明显");
  assert.equal(tokens.find((token) => token.text === "带动增收")?.partOfSpeech, "v");
  await analyzer.removeWords(["农技员培训班"]);
  assert.ok(!(await analyzer.segment("参加农技员培训班的人")).includes("农技员培训班"));
  analyzer.dispose();
});

test("two analysers do not share words", async () => {
  const [one, other] = await Promise.all([createAnalyzer({ words: ["建成村级"] }), createAnalyzer()]);
  assert.ok((await one.segment("全县建成村级服务点")).includes("建成村级"));
  assert.ok(!(await other.segment("全县建成村级服务点")).includes("建成村级"));
  one.dispose();
  assert.ok((await other.analyze(PROSE)).tokens.length > 20);
  other.dispose();
});

test("a thousand analysers leave no memory behind", async () => {
  const round = async (times, options) => {
    for (let each = 0; each < times; each += 1) {
      const analyzer = await createAnalyzer(options);
      await analyzer.analyze(PROSE);
      analyzer.dispose();
    }
    globalThis.gc?.();
    return process.memoryUsage().rss;
  };
  await round(50);
  const before = await round(50);
  const after = await round(1000);
  assert.ok(after - before < 60e6, `${Math.round((after - before) / 1e6)} MB more`);
});

test("a long text, again and again", async () => {
  const analyzer = await createAnalyzer();
  const text = longText(1_000_000);
  const once = async () => (await analyzer.analyze(text)).numbers.length;
  const first = await once();
  for (let round = 0; round < 5; round += 1) assert.equal(await once(), first);
  analyzer.dispose();
});
