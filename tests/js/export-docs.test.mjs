// docs/exports.md shows what each format writes for the text that stands at its top. `UPDATE_EXPECT=1 npm test` writes it anew.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { formats } from "../../dist/export.js";
import { createAnalyzer } from "../../dist/inline.js";

const page = new URL("../../docs/exports.md", import.meta.url);
/** What of a long file is shown. */
const SHOWN = {
  w3c: (text) => JSON.stringify(JSON.parse(text)[0], null, 1),
  html: (text) => text.match(/<main[^]*<\/main>/)[0],
  tei: (text) => text.match(/<text [^]*(?=\n<\/TEI>)/)[0],
};

/** Nothing that could be shown. */
const ARCHIVES = new Set(["xlsx", "docx"]);

const markdown = readFileSync(page, "utf8");
const sample = markdown.match(/```text sample\n([^]*?)\n```/)[1];

test("the page has an example of each format", () => {
  const shown = [...markdown.matchAll(/^```\w+ (\w+)(?:\.\w+)?$/gm)].map(([, id]) => id);
  assert.deepEqual([...new Set(shown)].sort(), [...formats.map(({ id }) => id).filter((id) => !ARCHIVES.has(id)), "sample"].sort());
});

test("the examples are what is written", async () => {
  const analysis = await (await createAnalyzer()).analyze(sample);
  let updated = markdown;
  for (const { id, write } of formats) {
    if (ARCHIVES.has(id)) continue;
    for (const { suffix, bytes } of await write(analysis, { title: "夜校", source: "https://example.org/night-school", language: "en" })) {
      const text = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
      const name = id === "brat" ? `${id}${suffix}` : id;
      updated = updated.replace(block(name), (_all, head) => `${head}\n${(SHOWN[id] ?? String)(text).trimEnd()}\n\`\`\``);
    }
  }
  if (process.env.UPDATE_EXPECT) writeFileSync(page, updated);
  else assert.equal(markdown, updated);
});

test("the program on the page runs", () => {
  const program = `${markdown.match(/```js\n([^]*?)```/)[1]}\nconsole.log(formats.length, toCSV(analysis).includes("36所"));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { cwd: new URL("../..", import.meta.url), encoding: "utf8" });
  assert.equal(stdout, `${formats.length} true\n`, stderr);
});

function block(name) {
  return new RegExp(`(^\`\`\`\\w+ ${name.replace(".", "\\.")}$)\\n[^]*?^\`\`\`$`, "m");
}
