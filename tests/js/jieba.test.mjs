// jieba's lexicon: the same interface, with files that are loaded when first needed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createAnalyzer, createAnalyzerSync } from "quandian";
import { jieba } from "quandian/jieba";
import { jieba as served } from "../../dist/jieba.js";

const read = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));
const shown = (tokens) => tokens.map(({ text, partOfSpeech }) => `${text}/${partOfSpeech}`).join(" ");

/** 庞淑芬 stands in no dictionary. */
const TEXT = "庞淑芬说，这台榨油机二手的也好用。";
const TAGGED = "庞淑芬/nrt 说/v ，/x 这台/q 榨油机/n 二手/m 的/uj 也好/y 用/p 。/x";

function counted(name) {
  const input = () => ((input.asked += 1), read(name));
  input.asked = 0;
  return input;
}

test("parts of speech of words in no dictionary are told, by every way to ask", async () => {
  const analyzer = await createAnalyzer({ ...jieba });
  assert.equal(shown(await analyzer.tag(TEXT)), TAGGED);
  assert.equal(shown((await analyzer.analyze(TEXT)).tokens), TAGGED);
  assert.equal(shown(createAnalyzerSync({ ...jieba }).tagSync(TEXT)), TAGGED);
  const without = await createAnalyzer({ lexicon: jieba.lexicon });
  assert.equal(shown(await without.tag(TEXT)), TAGGED.replace("nrt", "x").replace("这台/q", "这台/x"));
});

test("the model is loaded by the first call that tells parts of speech, and once", async () => {
  const tagModel = counted("quandian-jieba-tags.bin");
  const analyzer = await createAnalyzer({ lexicon: jieba.lexicon, tagModel });
  assert.equal((await analyzer.segment(TEXT))[0], "庞淑芬");
  await analyzer.slogans(TEXT);
  assert.equal(tagModel.asked, 0);
  await Promise.all([analyzer.tag(TEXT), analyzer.tag(TEXT), analyzer.numbers(TEXT)]);
  await analyzer.analyze(TEXT);
  assert.equal(tagModel.asked, 1);
});

test("the compact lexicon leaves the model where it is", async () => {
  const tagModel = counted("quandian-jieba-tags.bin");
  const analyzer = await createAnalyzer({ tagModel });
  assert.equal(shown(await analyzer.tag("夜校开学")), "夜校/n 开学/n");
  assert.equal(tagModel.asked, 0);
});

test("a model that is damaged or does not come fails the call that needs it, and the next call tries again", async () => {
  const bytes = read("quandian-jieba-tags.bin");
  const inputs = [bytes.subarray(0, 900), Promise.resolve(new Response("", { status: 404 })), () => readFileSync("/nowhere.bin"), () => bytes];
  const codes = ["lexicon-damaged", "lexicon-not-found", "lexicon-not-found", undefined];
  for (const [at, tagModel] of inputs.entries()) {
    const analyzer = await createAnalyzer({ lexicon: jieba.lexicon, tagModel });
    const failure = await analyzer.tag(TEXT).then(() => undefined, ({ code }) => code);
    assert.equal(failure, codes[at], `input ${at}`);
    assert.equal((await analyzer.segment(TEXT))[0], "庞淑芬");
  }
  const answers = [() => bytes.subarray(9), () => bytes];
  const analyzer = await createAnalyzer({ lexicon: jieba.lexicon, tagModel: () => answers.shift()() });
  await assert.rejects(analyzer.tag(TEXT), { code: "lexicon-damaged" });
  assert.equal(shown(await analyzer.tag(TEXT)), TAGGED);
  assert.throws(() => createAnalyzerSync({ lexicon: jieba.lexicon, tagModel: "model.bin" }).tagSync(TEXT), { code: "option", detail: /^tagModel/ });
});

test("where files are served they have addresses beside the script", () => {
  for (const [name, { href }] of Object.entries(served)) {
    assert.match(href, /\/dist\/quandian-[a-z-]+\.bin$/, name);
    assert.ok(readFileSync(new URL(href)).length > 100_000, name);
  }
});

test("no call overtakes one that waits for the model, not even one whose model never comes", async () => {
  const later = [read("quandian-jieba-tags.bin")];
  const analyzer = await createAnalyzer({ lexicon: jieba.lexicon, tagModel: async () => later.pop() ?? Promise.reject(new Error("gone")) });
  const [before, , without, , after] = await Promise.all([
    analyzer.tag(TEXT), analyzer.removeWords(["榨油机"]), analyzer.segment(TEXT, { hmm: false }), analyzer.addWords(["榨油机二手"]), analyzer.segment(TEXT),
  ]);
  assert.equal(shown(before), TAGGED);
  assert.ok(!without.includes("榨油机") && !without.includes("榨油机二手"), without.join(" "));
  assert.ok(after.includes("榨油机二手"), after.join(" "));
  const failing = await createAnalyzer({ lexicon: jieba.lexicon, tagModel: () => Promise.reject(new Error("gone")) });
  const answers = await Promise.allSettled([failing.tag(TEXT), failing.addWords(["榨油机二手"]), failing.numbers(TEXT), failing.segment(TEXT)]);
  assert.deepEqual(answers.map(({ status }) => status), ["rejected", "fulfilled", "rejected", "fulfilled"]);
  assert.ok(answers[3].value.includes("榨油机二手"));
});

test("many parts of speech of the user's leave room for those of the model", async () => {
  const analyzer = await createAnalyzer({ ...jieba });
  const refused = [];
  for (let k = 0; k < 250; k += 1) await analyzer.addWords([["夜校", 3, `t${k}`]]).catch(({ code }) => refused.push(code));
  assert.ok(refused.length > 0 && refused.every((code) => code === "user-word"), `${refused.length}`);
  assert.equal(shown(await analyzer.tag(TEXT)), TAGGED);
});

test("user words have the frequency and the part of speech they were given", async () => {
  const analyzer = await createAnalyzer({ ...jieba, words: [["榨油机二手", 500, "nz"]] });
  assert.match(shown(await analyzer.tag(TEXT)), /榨油机二手\/nz/);
  await analyzer.removeWords(["榨油机二手", "也好"]);
  assert.match(shown(await analyzer.tag(TEXT)), /二手\/m 的\/uj 也\/d 好\/a 用\/p/);
  // Not as jieba-rs, which keeps the old one and says nothing of a new word.
  await analyzer.addWords([["好用", 9000, "nz"], "庞淑芬说"]);
  assert.match(shown(await analyzer.tag(TEXT)), /^庞淑芬说\/n .*好用\/nz/);
  assert.equal((await analyzer.segment(TEXT))[0], "庞淑芬说");
});
