// The manuals: what they show is run, what they link to is there, and what can be imported stands in them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertSaid, blocks, PAGES, program, programOf, read } from "../snippets.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const directory = mkdtempSync(join(tmpdir(), "quandian-docs-"));
after(() => rmSync(directory, { recursive: true }));

/** Blocks with a name, and the tests that run them. `before` is the code of another package. */
const ELSEWHERE = {
  "tests/e2e/docs.spec.mjs": /^(html|js page)( \w+)?$/,
  "tests/consumers/consumers.test.mjs": /^(js|json|sh) (vite|esbuild|parcel|workerd)$/,
  "tests/consumers/crate.test.mjs": /^rust$/,
  "tests/js/export-docs.test.mjs": /^\w+ (csv|html|w3c|jsonl|markdown|brat\.ann|brat\.txt|conllu|tei|sample)$/,
  "nobody": /^\w+ before$/,
};

for (const path of PAGES) {
  const { code, comments } = program(path, ["js", "js node"]);
  test(`${path}: its program says what its comments say`, { skip: comments.length === 0 && !blocks(path).some(({ info }) => /^js( node)?$/.test(info)) && "no program" }, () => {
    const script = `const values = [];\nconst shown = (value) => values.push(value ?? null);\n${code}\nprocess.stdout.write(JSON.stringify(values));`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd: root, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    assertSaid(JSON.parse(stdout), comments);
  });

  test(`${path}: its commands write what it shows`, () => {
    for (const { command, shown, whole } of commands(path)) {
      const written = runCommand(command, path);
      if (whole) assert.equal(written, `${shown}\n`, command);
      else for (const line of shown.split("\n")) assert.ok(written.split("\n").includes(line), `${command} does not write ${line}`);
    }
  });

  test(`${path}: every block is run by somebody`, () => {
    const here = commands(path).map(({ shown }) => shown);
    const known = ({ info, code }) => /^js( node)?$/.test(info) || here.includes(code) || Object.values(ELSEWHERE).some((each) => each.test(info));
    assert.deepEqual(blocks(path).filter((each) => !known(each)), []);
  });
}

test("the reader of programs reads, and hears what is wrong", () => {
  const { code, comments } = programOf(["// made up", "const two = [1, 1];\ntwo;   // [1, 1]: a pair\ntwo.join();\n// 1,1", "const two = 2;   // a number\nconsole.log(two, 3);\n// 2 3"]);
  const values = [];
  new Function("shown", "console", code)((value) => values.push(value), {});
  assert.deepEqual(values, [[1, 1], "1,1", "2 3"]);
  assertSaid(values, comments);
  for (const wrong of [[[1, 2], "1,1", "2 3"], [[1, 1], "1;1", "2 3"], [[1, 1], "1,1"]]) assert.throws(() => assertSaid(wrong, comments));
  assert.throws(() => programOf(["two(\n  1,\n  2,\n);   // two"]), /nobody can tell/);
});

/** “`quandian …`:” and the block under it. An `excerpt` holds some of the lines. */
function commands(path) {
  const shows = /`(quandian [^`]+)`[:：]\n\n```\w+( excerpt)?\n([^]*?)\n```$/gm;
  return [...read(path).matchAll(shows)].map(([, command, excerpt, shown]) => ({ command, shown, whole: !excerpt }));
}

/** The files it reads are quoted under their names, here or in the README. */
function runCommand(command, path) {
  const [, ...args] = command.split(" ");
  for (const [, name, text] of `${read("README.md")}${read(path)}`.matchAll(/`([\w.]+)`[:：]\n\n> (.*)$/gm)) writeFileSync(join(directory, name), `${text}\n`);
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, "dist/cli.js"), ...args], { cwd: directory, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout;
}
