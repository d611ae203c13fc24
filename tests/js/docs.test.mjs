// The manuals: what they show is run, what they link to is there, and what can be imported stands in them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertSaid, blocks, PAGES, program, programOf, read } from "../snippets.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const directory = mkdtempSync(join(tmpdir(), "quandian-docs-"));
after(() => rmSync(directory, { recursive: true }));

/** Blocks with a name, and the tests that run them. `before` is the code of another package. */
const ELSEWHERE = {
  "tests/e2e/docs.spec.mjs": /^(html|js page|text csp-\w+)( \w+)?$/,
  "tests/consumers/consumers.test.mjs": /^(js|json|sh) (vite|esbuild|parcel|workerd|jieba)$/,
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

test("what can be imported, and what it has, stands in the manuals", () => {
  const { exports } = JSON.parse(read("package.json"));
  const manuals = PAGES.filter((path) => path.startsWith("docs/")).flatMap((path) => [...read(path).matchAll(/`[^`\n]+`|^ {0,3}```[^]*?```/gm)]).join("\n");
  const told = new Set(manuals.match(/[\p{L}_$][\w$]*/gu));
  const missing = Object.values(exports).map((target) => target.types ?? target.default?.types).flatMap((types) => (types ? [...exported(types)] : [])).flatMap(([name, file]) => [name, ...(name === "SayingWords" ? [] : members(name, file))]);
  assert.ok(missing.length > 500);
  assert.deepEqual([...new Set(missing)].filter((name) => !told.has(name) && !UNTOLD.has(name)), []);
});

/** What the browser calls; of `SayingWords` only the name is told, for its fields are words. */
const UNTOLD = new Set(["connectedCallback", "disconnectedCallback", "attributeChangedCallback", "observedAttributes", "constructor"]);

/** The names that a file of types exports, and where each is declared. */
function exported(path) {
  const text = declarations(path);
  const beside = (from) => join(dirname(path), from.replace(/js$/, "d.ts"));
  const names = [...text.matchAll(/^export (?:declare )?(?:abstract )?(?:function|class|const|interface|type) (\w+)/gm)].map(([, name]) => [name, path]);
  for (const [, list, from] of text.matchAll(/^export (?:type )?\{([^}]*)\}(?: from "(.*)")?/gm)) {
    for (const item of list.split(",")) names.push([item.trim().replace(/^type /, ""), from ? beside(from) : path]);
  }
  for (const [, from] of text.matchAll(/^export (?:type )?\* from "(.*)"/gm)) names.push(...exported(beside(from)));
  return new Map(names);
}

/** Fields and methods of an interface or a class. */
function members(name, path) {
  const [, body = ""] = new RegExp(`^(?:export )?(?:declare )?(?:interface|class) ${name}\\b[^{]*\\{\\n([^]*?)^\\}`, "m").exec(declarations(path)) ?? [];
  return [...body.matchAll(/^ {4}(?:readonly |static |get |set )*(\w+)\??[(:<]/gm)].map(([, member]) => member);
}

const declarations = (path) => read(path).replace(/\/\*[^]*?\*\//g, "");

test("every link between the manuals leads somewhere", () => {
  const broken = [];
  for (const path of [...PAGES, "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md", "tests/README.md", "tests/consumers/README.md"]) {
    for (const [, target] of read(path).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [file, anchor] = target.split("#");
      const aim = file ? join(dirname(path), file) : path;
      if (!existsSync(join(root, aim)) || (anchor && !anchors(aim).has(anchor))) broken.push(`${path}: ${target}`);
    }
  }
  assert.deepEqual(broken, []);
});

test("either README leads to every manual", () => {
  for (const path of ["README.md", "README.zh-CN.md"]) assert.deepEqual(PAGES.filter((page) => page.startsWith("docs/") && !read(path).includes(`(${page})`)), [], path);
});

/** As GitHub makes them of headings. */
function anchors(path) {
  const headings = [...read(path).replace(/^```[^]*?^```/gm, "").matchAll(/^#+ (.*)$/gm)];
  return new Set(headings.map(([, heading]) => heading.toLowerCase().replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "").replaceAll(" ", "-")));
}

test("what the manuals of the package link to is in the package", () => {
  const { stdout, stderr, status } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=error"], { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  const files = new Set(JSON.parse(stdout)[0].files.map(({ path }) => path));
  const manuals = [...files].filter((path) => path.endsWith(".md"));
  const links = manuals.flatMap((path) => [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => [path, join(dirname(path), target)]));
  assert.ok(links.length > 100, `${links.length} links`);
  assert.deepEqual(links.filter(([, target]) => !files.has(target)), []);
});
