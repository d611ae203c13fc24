// The parts of the benches that are no measurement.
import assert from "node:assert/strict";
import { test } from "node:test";
import { prose } from "../../benches/corpus.mjs";
import { endsOf } from "../../benches/ends.mjs";
import { inTurn, median } from "../../benches/measure.mjs";
import { targets } from "../../benches/targets.mjs";

test("the prose of the benches is the same each time, and its figures are not", () => {
  const text = prose(50_000);
  assert.equal(text, prose(50_000));
  const size = Buffer.byteLength(text);
  assert.ok(size >= 50_000 && size < 50_400, `${size}`);
  const figures = text.match(/建成村级服务点\d+个/g);
  assert.ok(new Set(figures).size > figures.length / 2, `${figures}`);
});

test("ends are counted in UTF-16 code units", () => {
  assert.deepEqual([...endsOf(["县", "😀", "九成"])], [1, 3, 5]);
});

test("rounds go in turn, and who fails or is slow is not asked again", async () => {
  const asked = [];
  const contender = (name, took) => ({ run: () => (asked.push(name), took) });
  const [quick, slow, failing] = [contender("quick", 5), contender("slow", 9000), contender("failing", "fails")];
  const found = await inTurn([quick, slow, failing], "", "");
  assert.deepEqual([...found.values()], [5, 9000, "fails"]);
  assert.equal(asked.slice(0, 3).join(" "), "quick slow failing");
  assert.equal(asked.filter((name) => name !== "quick").length, 2);
  assert.equal(asked.filter((name) => name === "quick").length, 10);
});

test("the median of an even number is the upper one", () => {
  assert.equal(median([4, 1, 3, 2]), 3);
});

test("where ours takes too long or fails, the target stands there and is not met", () => {
  const offsets = { prose: { "ours compact-parts": "> 20 s", "jieba-wasm": 2 } };
  const layers = { "1 MB": { "ours everything": "fails", "ours numbers": 30 } };
  const held = { prose: { bytes: 9e7 }, dense: { bytes: 7e7 } };
  const found = targets({ offsets, strings: {}, start: {}, ready: {}, memory: {}, core: {}, layers, held });
  const said = Object.fromEntries(found.map(([what, , measured, , met]) => [what, [measured, met]]));
  assert.deepEqual(said["`compact` with `parts` : jieba-wasm, Node"], ["> 20 s", false]);
  assert.deepEqual(said["everything, 1 MB"], ["fails", false]);
  assert.deepEqual(said["numbers alone, 1 MB"], [30, true]);
  assert.equal(found.filter(([what]) => what.startsWith("start")).length, 0, "nothing was measured of these");
});

test("a contender of others that needs too long is beaten, one that fails is not", () => {
  const found = (theirs) => targets({ offsets: { prose: { "ours compact-parts": 9, "jieba-wasm": theirs } }, strings: {}, start: {}, ready: {}, memory: {}, core: {}, layers: { "1 MB": {} }, held: { prose: {}, dense: {} } });
  assert.deepEqual(found("> 20 s").map(([, , measured, , met]) => [measured, met]), [[Infinity, true]]);
  assert.deepEqual(found("fails").map(([, , measured, , met]) => [measured, met]), [["jieba-wasm fails", false]]);
});
