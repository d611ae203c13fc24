// Keywords: by rank, which needs no table, and by rarity, with both lexicons.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createAnalyzer, createAnalyzerSync } from "quandian";
import { idf } from "quandian/idf";
import { jieba } from "quandian/jieba";
import { createWorkerAnalyzer } from "quandian/worker";
import { lexicon, useThreads, wasm } from "./threads.mjs";

useThreads();

const TEXT = "夜校开在村里，农民白天种地，晚上进夜校。夜校教农民记账、育秧，一年办班36期，合作社轮流上课。合作社说，夜校办到了田埂上。";
const words = (keywords) => keywords.map(({ text }) => text);

test("by rank, without any table; numbers are no keywords, and each says where it stands and how often", async () => {
  const analyzer = await createAnalyzer();
  const keywords = await analyzer.keywords(TEXT, { count: 3 });
  assert.deepEqual(words(keywords).sort(), ["农民", "夜校", "育秧"]);
  for (const { text, start, end } of keywords) assert.equal(TEXT.slice(start, end), text);
  const school = keywords.find(({ text }) => text === "夜校");
  assert.deepEqual([school.count, school.start, school.partOfSpeech], [4, 0, "n"]);
  assert.ok(keywords.every(({ weight }, at) => at === 0 || weight <= keywords[at - 1].weight));
  const all = words(await analyzer.keywords(TEXT, { allow: [] }));
  assert.ok(all.includes("轮流") && !all.includes("36期"), all.join(" "));
  assert.ok(words(await analyzer.keywords(TEXT, { allow: ["m"] })).includes("36期"));
  assert.deepEqual(await analyzer.keywords(""), []);
});

test("formulas are keywords as a whole, and both scripts are one word", async () => {
  const analyzer = await createAnalyzer({ idf });
  const text = "农业合作社推行“三统一”。農業合作社把“三统一”做实。";
  for (const method of ["textrank", "tf-idf"]) {
    const keywords = await analyzer.keywords(text, { method });
    assert.equal(keywords.find(({ text }) => text === "三统一").count, 2, method);
    assert.equal(keywords.find(({ text }) => text === "农业").count, 2, method);
  }
});

test("by rarity: the table comes when first needed, and without one the call says what is missing", async () => {
  let asked = 0;
  const analyzer = await createAnalyzer({ idf: () => ((asked += 1), idf()) });
  await analyzer.keywords(TEXT);
  assert.equal(asked, 0);
  assert.deepEqual(words(await analyzer.keywords(TEXT, { method: "tf-idf", count: 2 })), ["夜校", "合作社"]);
  await analyzer.keywords(TEXT, { method: "tf-idf" });
  assert.equal(asked, 1);
  const bare = await createAnalyzer();
  await assert.rejects(bare.keywords(TEXT, { method: "tf-idf" }), (error) => error.code === "idf-missing" && /idf/.test(error.explain("zh")));
  const damaged = await createAnalyzer({ idf: readFileSync(new URL("../../dist/quandian-idf.bin", import.meta.url)).subarray(0, 5000) });
  await assert.rejects(damaged.keywords(TEXT, { method: "tf-idf" }), { code: "lexicon-damaged" });
});

test("a line break is no keyword, also where it is two characters", async () => {
  const text = TEXT.replaceAll("，", "，\r\n");
  for (const options of [{ idf }, { ...jieba }]) {
    const analyzer = await createAnalyzer(options);
    for (const method of ["textrank", "tf-idf"]) {
      const keywords = words(await analyzer.keywords(text, { method, allow: [] }));
      assert.ok(keywords.length > 5 && keywords.every((word) => word.trim() === word), JSON.stringify(keywords));
    }
  }
});

test("options that cannot be read are errors", async () => {
  const analyzer = await createAnalyzer();
  for (const options of [{ method: "rake" }, { count: -1 }, { count: 1.5 }, { allow: "n" }, { allow: [1] }]) await assert.rejects(analyzer.keywords(TEXT, options), { code: "option" });
  await assert.rejects((await createAnalyzer({ lexicon: false })).keywords(TEXT), { code: "lexicon-missing" });
  await assert.rejects(analyzer.keywords(TEXT, { signal: AbortSignal.abort() }), { code: "aborted" });
});

test("the same in a worker and without promises", async () => {
  const [here, there] = await Promise.all([createAnalyzer({ ...jieba }), createWorkerAnalyzer({ wasm, ...jieba })]);
  const sync = createAnalyzerSync({ ...jieba });
  for (const options of [{}, { method: "tf-idf", count: 5 }, { allow: ["nr", "n"], hmm: false }]) {
    const expected = await here.keywords(TEXT, options);
    assert.ok(expected.length > 1);
    assert.deepEqual(await there.keywords(TEXT, options), expected);
    assert.deepEqual(sync.keywordsSync(TEXT, options), expected);
  }
  assert.deepEqual(await there.tag(TEXT), await here.tag(TEXT));
  await assert.rejects(there.keywords(TEXT, { method: "rake" }), { code: "option" });
  const compact = await createWorkerAnalyzer({ wasm, lexicon });
  await assert.rejects(compact.keywords(TEXT, { method: "tf-idf" }), { code: "idf-missing" });
  for (const analyzer of [there, compact]) analyzer.dispose();
});
