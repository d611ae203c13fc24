// Formulas of the reader's own: in this thread, and on the command line.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createAnalyzer } from "../../dist/inline.js";

const TEXT = "各班组把“三查三问”当成每天的功课。";
const MEMBERS = ["查设备", "查记录", "查现场", "问原因", "问办法", "问结果"];
const glossaryMembers = (slogan) => slogan.members.filter((m) => m.source === "glossary").map((m) => m.text);

test("an array of formulas says what they stand for", async () => {
  const analyzer = await createAnalyzer({ lexicon: false, formulas: [["三查三问", MEMBERS]] });
  const { slogans } = await analyzer.analyze(TEXT);
  assert.deepEqual(slogans.map((s) => [s.text, glossaryMembers(s)]), [["三查三问", MEMBERS]]);
  const plain = await createAnalyzer({ lexicon: false });
  assert.deepEqual((await plain.analyze(TEXT)).slogans.flatMap(glossaryMembers), []);
});

test("formulas are exchanged without another start", async () => {
  const analyzer = await createAnalyzer({ lexicon: false });
  await analyzer.setFormulas([["三查三问", MEMBERS]]);
  assert.deepEqual((await analyzer.analyze(TEXT)).slogans.map(glossaryMembers), [MEMBERS]);
  await analyzer.setFormulas("三查三问\t查人、查事、查账、问人、问事、问账\n");
  assert.equal((await analyzer.analyze(TEXT)).slogans.flatMap(glossaryMembers)[0], "查人");
  await analyzer.setFormulas("");
  assert.deepEqual((await analyzer.analyze(TEXT)).slogans.flatMap(glossaryMembers), []);
  analyzer.dispose();
  await assert.rejects(analyzer.setFormulas(""), { code: "disposed" });
});

test("the command line reads them from a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "quandian-"));
  writeFileSync(join(folder, "text.txt"), TEXT);
  writeFileSync(join(folder, "own.tsv"), `三查三问\t${MEMBERS.join("、")}\n`);
  const cli = new URL("../../dist/cli.js", import.meta.url).pathname;
  const out = execFileSync(process.execPath, [cli, "annotate", "--glossary", join(folder, "own.tsv"), join(folder, "text.txt")], { encoding: "utf8" });
  const slogan = out.trim().split("\n").map((line) => JSON.parse(line)).find((item) => item.layer === "slogan");
  assert.deepEqual(slogan.members.map((m) => m.text), MEMBERS);
});
