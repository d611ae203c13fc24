// A reference date fills what relative expressions leave open, here and in a worker.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createAnalyzer, QuandianError } from "quandian";

const TEXT = "去年7月动工，今年3月5日通车，近两年投资4亿元。";

async function times(options) {
  const analyzer = await createAnalyzer({ lexicon: false });
  const { numbers } = await analyzer.analyze(TEXT, options);
  analyzer.dispose();
  return numbers.map(({ text, edtf }) => [text, edtf]);
}

test("without a reference date nothing is reckoned", async () => {
  assert.deepEqual(await times(), [["7月", "XXXX-07"], ["3月5日", "XXXX-03-05"], ["近两年", null], ["4亿元", null]]);
});

test("with one the dates have their years and spans their ends", async () => {
  assert.deepEqual(await times({ referenceDate: "2025-03-10" }), [
    ["去年7月", "2024-07"], ["今年3月5日", "2025-03-05"], ["近两年", "2023-03-10/2025-03-10"], ["4亿元", null],
  ]);
});

test("a day that does not exist is an option that cannot be read", async () => {
  for (const referenceDate of ["2025-02-29", "2025-3-1", "today", "", 20250301]) {
    await assert.rejects(times({ referenceDate }), (error) => error instanceof QuandianError && error.code === "option");
  }
});
