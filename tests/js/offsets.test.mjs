// `source.slice(start, end)` is the span, in every string.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createAnalyzer } from "quandian";
import { AWKWARD, PROSE, random, randomText } from "./samples.mjs";

const analyzer = await createAnalyzer();
after(() => analyzer.dispose());

/** Every span of an analysis with the text it claims. */
function* spans({ numbers, changes, slogans, rejected, tokens }) {
  for (const each of [...numbers, ...changes, ...slogans, ...rejected, ...tokens]) {
    yield each;
    if (each.of?.text !== undefined) yield each.of;
    for (const member of each.members ?? []) if (member.source === "text") yield member;
  }
}

function check(text, analysis) {
  for (const { start, end, text: claimed } of spans(analysis)) {
    assert.ok(start <= end && end <= text.length, `${start}..${end} of ${text.length}`);
    assert.equal(text.slice(start, end), claimed);
  }
  assert.equal(analysis.tokens.map((token) => token.text).join(""), text, "tokens partition the text");
  let end = 0;
  for (const number of analysis.numbers) {
    assert.ok(number.start >= end, "numbers are sorted and do not overlap");
    end = number.end;
    // A span never begins or ends inside a character.
    assert.ok(!cutsPair(text, number.start) && !cutsPair(text, number.end), JSON.stringify(number.text));
  }
}

function cutsPair(text, at) {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? "");
}

for (const text of [PROSE, ...AWKWARD]) {
  test(`spans of ${JSON.stringify(text.slice(0, 24))}`, async () => {
    check(text, await analyzer.analyze(text, { rejected: true }));
  });
}

test("spans of 500 random texts", async () => {
  const next = random(20261122);
  for (let round = 0; round < 500; round += 1) {
    const text = randomText(next, next(120));
    const analysis = await analyzer.analyze(text, { rejected: true });
    try {
      check(text, analysis);
    } catch (error) {
      error.message += `\nin ${JSON.stringify(text)}`;
      throw error;
    }
  }
});

test("spans between characters of every block of rare Han", async () => {
  // Extension A lies in the basic plane, B to H beyond it. What lies between is no Han, or not rare.
  const rare = [];
  for (let point = 0x3400; point < 0x4dc0; point += 37) rare.push(String.fromCodePoint(point));
  for (let point = 0x20000; point < 0x323b0; point += 499) rare.push(String.fromCodePoint(point));
  assert.ok(rare.length > 300);
  for (let at = 0; at + 3 < rare.length; at += 4) {
    const [a, b, c, d] = rare.slice(at, at + 4);
    const text = `${a}${b}镇建成３６所夜校e\u0301，${c}村“${d}”增收1.2万元\r\n${d}9名`;
    const analysis = await analyzer.analyze(text, { rejected: true });
    check(text, analysis);
    assert.deepEqual(analysis.numbers.map((n) => n.text), ["３６所", "1.2万元", "9名"], text);
  }
});

test("what stands before a text moves its spans and changes nothing else", async () => {
  const plain = await analyzer.analyze(PROSE);
  for (const before of ["😀。\n", "𠮷。\r\n", "\ud83d。\n", "前文。\n"]) {
    const moved = await analyzer.analyze(before + PROSE);
    assert.deepEqual(
      moved.numbers.map(({ start, text, value }) => [start - before.length, text, value]),
      plain.numbers.map(({ start, text, value }) => [start, text, value]),
    );
  }
});

test("search and full modes keep inside the text", async () => {
  for (const mode of ["search", "full"]) {
    for (const text of [PROSE, ...AWKWARD]) {
      const { tokens } = await analyzer.analyze(text, { mode });
      for (const token of tokens) assert.equal(text.slice(token.start, token.end), token.text);
    }
  }
});

test("the flat columns say what the tokens say", async () => {
  for (const mode of ["accurate", "search", "full"]) {
    for (const layers of [["words"], ["words", "numbers"]]) {
      for (const text of [PROSE, "", ...AWKWARD]) {
        const { tokens, tokenStarts, tokenEnds, tokenTags, tags } = await analyzer.analyze(text, { mode, layers });
        assert.deepEqual([...tokenStarts], tokens.map(({ start }) => start));
        assert.deepEqual([...tokenEnds], tokens.map(({ end }) => end));
        assert.deepEqual(Array.from(tokenTags, (tag) => tags[tag]), tokens.map(({ partOfSpeech }) => partOfSpeech));
      }
    }
  }
  const untagged = await analyzer.analyze(PROSE, { layers: ["words"], tags: false });
  assert.deepEqual([untagged.tokenTags.length, untagged.tokens[0]?.partOfSpeech], [0, "x"]);
  assert.deepEqual(await analyzer.segment(PROSE), untagged.tokens.map(({ text }) => text));
});

test("values are exact strings", async () => {
  const { numbers, changes } = await analyzer.analyze(PROSE);
  const values = Object.fromEntries(numbers.map((n) => [n.text, n.value]));
  assert.equal(values["1.2万人次"], "12000");
  assert.equal(values["3.5亿元"], "350000000");
  assert.equal(values["94.5%"], "94.5");
  const change = changes.find((c) => c.to === "94.5");
  assert.deepEqual([change?.from, change?.delta, change?.percent], ["61", "33.5", "54.92"]);
});
