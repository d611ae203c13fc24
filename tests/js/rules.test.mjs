// Every rule that marks something says so in the reader's words.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { createAnalyzer } from "quandian";
import { sayRule } from "quandian/rules";

const tests = new URL("../", import.meta.url);
const texts = ["cases/number", "cases/slogan", "golden"].flatMap((room) =>
  readdirSync(new URL(`${room}/`, tests)).map((name) => readFileSync(new URL(`${room}/${name}`, tests), "utf8")));

test("the rules of all cases are put into words in both languages", async () => {
  const analyzer = await createAnalyzer();
  const rules = new Set();
  for (const text of texts) {
    for (const line of [text, ...text.split("\n").map((row) => row.replace(/\t.*|[[\]]/g, ""))]) {
      const { numbers, slogans, changes } = await analyzer.analyze(line);
      for (const { rule } of [...numbers, ...slogans, ...changes]) rules.add(rule);
    }
  }
  analyzer.dispose();
  assert.ok(rules.size > 50, `${rules.size} rules`);
  assert.deepEqual([...rules].filter((rule) => !/[\u4e00-\u9fff]/.test(sayRule(rule, "zh") ?? "") || !/^[a-z]/.test(sayRule(rule, "en") ?? "")), []);
});

test("a rule that nobody has put into words is told apart", () => {
  assert.equal(sayRule("no-such-rule", "zh"), null);
});
