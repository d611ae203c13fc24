// What goes wrong has a code, is explained in both languages, and leaves the analyser usable.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { createAnalyzer, createAnalyzerSync, memoryBytes, QuandianError } from "quandian";
import { PROSE } from "./samples.mjs";

const lexicon = readFileSync(new URL("../../dist/quandian-compact.bin", import.meta.url));
const analyzer = await createAnalyzer();
after(() => analyzer.dispose());

function code(expected) {
  return (error) => {
    assert.ok(error instanceof QuandianError, String(error));
    assert.equal(error.code, expected);
    assert.match(error.explain("zh"), /[\u4e00-\u9fff]/);
    assert.match(error.explain("en"), /^[A-Z]/);
    return true;
  };
}

async function stillWorks() {
  assert.ok((await analyzer.analyze(PROSE)).numbers.length > 5);
}

test("50 MB are refused before any work", async () => {
  const text = "字".repeat(17_000_000);
  const before = memoryBytes();
  await assert.rejects(analyzer.analyze(text), code("text-too-long"));
  assert.equal(memoryBytes(), before, "no copy of it was made for the core");
  await stillWorks();
});

test("the limit counts UTF-8 bytes", async () => {
  const small = await createAnalyzer({ lexicon: false, limit: 10 });
  await small.analyze("三十个a");
  await small.analyze("😀😀ab");
  await assert.rejects(small.analyze("三十个ab"), code("text-too-long"));
  await assert.rejects(small.analyze("😀😀abc"), code("text-too-long"));
  await assert.rejects(small.analyze("\ud83d三个ab"), code("text-too-long"));
  small.dispose();
});

test("a cut lexicon", async () => {
  for (const length of [0, 1, 16, 100, 4096, lexicon.length >> 1, lexicon.length - 1]) {
    await assert.rejects(createAnalyzer({ lexicon: lexicon.subarray(0, length) }), code("lexicon-damaged"), `${length} bytes`);
  }
  await stillWorks();
});

test("a damaged lexicon is refused or harmless", async () => {
  for (let at = 0; at < lexicon.length; at += Math.ceil(lexicon.length / 60)) {
    const damaged = Uint8Array.from(lexicon);
    damaged[at] ^= 0xff;
    try {
      const other = await createAnalyzer({ lexicon: damaged });
      await other.analyze(PROSE);
      other.dispose();
    } catch (error) {
      code("lexicon-damaged")(error);
    }
  }
  await stillWorks();
});

test("words without a lexicon", async () => {
  const bare = await createAnalyzer({ lexicon: false });
  assert.ok((await bare.analyze(PROSE)).numbers.length > 5);
  await assert.rejects(bare.analyze(PROSE, { layers: ["words"] }), code("lexicon-missing"));
  await assert.rejects(bare.segment(PROSE), code("lexicon-missing"));
  await assert.rejects(bare.addWords(["服务点"]), code("lexicon-missing"));
  bare.dispose();
});

test("an aborted signal", async () => {
  await assert.rejects(analyzer.analyze(PROSE, { signal: AbortSignal.abort() }), code("aborted"));
  await stillWorks();
});

test("options that mean nothing", async () => {
  await assert.rejects(analyzer.analyze(PROSE, { layers: ["letters"] }), code("option"));
  await assert.rejects(analyzer.analyze(PROSE, { mode: "fast" }), code("option"));
  await assert.rejects(analyzer.segment(PROSE, { hmm: "no" }), code("option"));
  await assert.rejects(analyzer.keywords(PROSE, { parts: 1 }), code("option"));
  await assert.rejects(createAnalyzer({ limit: -1 }), code("option"));
  await assert.rejects(analyzer.addWords([""]), code("user-word"));
});

test("user words that are none", async () => {
  const words = [5, null, [], [5], [5n, 3], ["夜校", "5"], ["夜校", -1], ["夜校", 1.5], ["夜校", NaN], ["夜校", 2 ** 32], ["夜校", 5n], ["夜校", 5, 7], ["夜校", 5, ["n"]]];
  const before = memoryBytes();
  for (const word of words) {
    await assert.rejects(analyzer.addWords([word]), code("user-word"));
    await assert.rejects(createAnalyzer({ words: [word] }), code("user-word"));
  }
  assert.equal(memoryBytes(), before, "the instance is the same");
  await assert.rejects(analyzer.addWords([["夜校", -1]]), { detail: "夜校: frequency -1" });
  for (const word of [["夜校", 0], ["夜校", 2 ** 32 - 1], ["夜校", null, null], ["夜校", undefined, "n"]]) await analyzer.addWords([word]);
  await stillWorks();
});

test("lists that are none", async () => {
  const detail = "words: a list is wanted, this is string";
  for (const refused of [analyzer.addWords("夜校联盟"), analyzer.removeWords("夜校"), createAnalyzer({ words: "夜校联盟" })]) {
    await assert.rejects(refused, { code: "user-word", detail });
  }
  await assert.rejects(analyzer.addWords("夜校"), (error) => {
    assert.equal(error.explain("en"), `The user words cannot be taken (${detail}). Pass a list, of words or of [word, frequency, partOfSpeech].`);
    assert.equal(error.explain("zh"), `自定义词无法加入（${detail}）。请给出一个列表，其中每一项是一个词，或 [词, 词频, 词性]。`);
    return true;
  });
  await stillWorks();
});

test("formulas that are none", async () => {
  const CASES = [
    [5, "formulas: rows or a list is wanted, this is number"],
    [null, "formulas: rows or a list is wanted, this is null"],
    [{ 四查: ["查渠"] }, "formulas: rows or a list is wanted, this is object"],
    [["四查"], "formulas: string"],
    [[["四查"]], "formulas: 四查: a list of members is wanted, this is undefined"],
    [[["四查", "查渠"]], "formulas: 四查: a list of members is wanted, this is string"],
    ...[undefined, null, 7].map((formula) => [[[formula, ["甲", "乙"]]], `formulas: [${formula === 7 ? "number" : formula}, …]`]),
    [[["四查", ["查渠", null]]], "formulas: 四查: [null, …]"],
    ...["\t", "\n", "\r"].flatMap((sign) => [
      [[[`四${sign}查`, ["查渠"]]], `formulas: ${JSON.stringify(`四${sign}查`)}: a tab or a line break`],
      [[["四查", [`查渠${sign}`]]], `formulas: ${JSON.stringify(`查渠${sign}`)}: a tab or a line break`],
    ]),
  ];
  for (const [formulas, detail] of CASES) {
    await assert.rejects(analyzer.setFormulas(formulas), { code: "option", detail });
    await assert.rejects(createAnalyzer({ formulas }), { code: "option", detail });
  }
  await stillWorks();
});

test("options of the creation that are none", async () => {
  const CASES = [
    ["words", "option", "options: an object is wanted, this is string"],
    [null, "option", "options: an object is wanted, this is null"],
    [{ word: ["夜校"] }, "option", "word: there is no such option"],
    [{ toString: true }, "option", "toString: there is no such option"],
    [{ words: null }, "user-word", "words: a list is wanted, this is null"],
    [{ layers: null }, "option", "layers: a list is wanted, this is null"],
    [{ layers: 5 }, "option", "layers: a list is wanted, this is number"],
    [{ limit: null }, "option", "limit: null"],
  ];
  for (const [options, name, detail] of CASES) {
    await assert.rejects(createAnalyzer(options), { code: name, detail });
    assert.throws(() => createAnalyzerSync(options), { code: name, detail });
  }
  const all = { wasm: undefined, lexicon: false, layers: undefined, words: undefined, formulas: undefined, limit: undefined, startTimeoutMs: 1 };
  (await createAnalyzer(all)).dispose();
  (await createAnalyzer(undefined)).dispose();
});

test("options of a call that are none", async () => {
  const CASES = [
    [analyzer.analyze(PROSE, { refrenceDate: "2025-03-01" }), "refrenceDate: there is no such option"],
    [analyzer.analyze(PROSE, { layers: ["words"], toString: true }), "toString: there is no such option"],
    [analyzer.numbers(PROSE, { reject: true }), "reject: there is no such option"],
    [analyzer.segment(PROSE, { modus: "full" }), "modus: there is no such option"],
    [analyzer.tag(PROSE, { part: true }), "part: there is no such option"],
    [analyzer.keywords(PROSE, { counts: 5 }), "counts: there is no such option"],
    [analyzer.keywords(PROSE, { mode: "full" }), "mode: there is no such option"],
  ];
  for (const [call, detail] of CASES) await assert.rejects(call, { code: "option", detail });
  await stillWorks();
});

test("the reason is said once", async () => {
  const reasons = [
    [analyzer.analyze("去年", { referenceDate: "2025-02-30" }), "a reference date is written YYYY-MM-DD"],
    [analyzer.addWords([""]), "it is empty"],
    [createAnalyzer({ lexicon: new Uint8Array(10) }), "this is no lexicon"],
    [analyzer.keywords(PROSE, { method: "tf-idf" }), ""],
  ];
  for (const [call, detail] of reasons) await assert.rejects(call, { detail });
});

test("a disposed analyser", async () => {
  const other = await createAnalyzer();
  other.dispose();
  other.dispose();
  await assert.rejects(other.analyze(PROSE), code("disposed"));
  await stillWorks();
});
