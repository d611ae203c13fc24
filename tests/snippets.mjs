/**
 * What the manuals show, taken out of them so that it can be run. The `js` blocks of a page are one program, from top to
 * bottom. A comment behind or under a statement is its value, one under a line that prints is what it prints; behind a
 * colon may follow words. `js node` runs in Node alone; a block with another name belongs to the test that asks for it.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

const root = new URL("../", import.meta.url);

/** The manuals, by their paths from the root. */
export const PAGES = ["README.md", "README.zh-CN.md", ...readdirSync(new URL("docs", root)).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];

export const read = (path) => readFileSync(new URL(path, root), "utf8");

/** All fenced blocks of a page: `info` is what stands behind the fence. */
export function blocks(path) {
  return [...read(path).matchAll(/^```(.*)\n([^]*?)^```$/gm)].map(([, info, code]) => ({ info, code: code.trimEnd() }));
}

/** The one block that is meant for a test. */
export function block(path, info) {
  const found = blocks(path).filter((each) => each.info === info);
  assert.equal(found.length, 1, `${path} has ${found.length} blocks \`\`\`${info}`);
  return found[0].code;
}

/** The program of a page, which hands what it says to `shown`; and the comments that say what that should be. */
export function program(path, infos) {
  return programOf(blocks(path).filter(({ info }) => infos.includes(info)).map(({ code }) => code));
}

export function programOf(codes) {
  const statements = codes.flatMap(statementsOf);
  return {
    code: [PRINT, ...statements.map(telling)].join("\n"),
    comments: statements.filter((each) => tells(each)).flatMap(({ code, comments }) => (PRINTS.test(code) ? comments : [comments.join(" ")])),
  };
}

const PRINT = `console.log = (...values) => shown(values.join(" "));`;
const PRINTS = /\bconsole\.log\(/;
const NO_VALUE = /^\s*(?:(?:import|export|const|let|var|for|if|try|return)\b|[{}]|$)/;

/** Lines of code, each with the comments behind and under it. */
function statementsOf(code) {
  const statements = [];
  for (const line of code.split("\n")) {
    const [, before, comment] = /^(|.*?\S\s*|\s*)\/\/ (.*)$/.exec(line) ?? [null, line];
    if (before.trim() !== "" || comment === undefined || statements.length === 0) statements.push({ code: before.trimEnd(), comments: [] });
    if (comment !== undefined) statements.at(-1).comments.push(comment);
  }
  return statements;
}

const tells = ({ code, comments }) => comments.length > 0 && (PRINTS.test(code) || !NO_VALUE.test(code));

function telling(statement) {
  const { code } = statement;
  if (!tells(statement) || PRINTS.test(code)) return repeatable(code);
  assert.match(code, /^[^\s)}].*;$/, `nobody can tell what this says: ${code} // ${statement.comments}`);
  return `shown(${code.slice(0, -1)});`;
}

/** Blocks of one page may import and declare the same name. */
function repeatable(line) {
  return line
    .replace(/^import (\{.*\}) from (".*");/, (_all, names, from) => `var ${names.replaceAll(" as ", ": ")} = await import(${from});`)
    .replace(/^(?:const|let) /, "var ");
}

/** That a page's program has said what its comments say. */
export function assertSaid(values, comments) {
  assert.equal(values.length, comments.length, `said ${JSON.stringify(values)}, the page says ${JSON.stringify(comments)}`);
  for (const [at, comment] of comments.entries()) assert.ok(says(comment, values[at]), `said ${JSON.stringify(values[at])}, the page says ${comment}`);
}

function says(comment, value) {
  const ends = [comment.length, ...[...comment.matchAll(/[:：]/g)].map(({ index }) => index)];
  return ends.map((end) => comment.slice(0, end)).some((text) => [String(value), Array.isArray(value) && value.join(" ")].includes(text) || isEqual(literal(text), value));
}

function literal(text) {
  try {
    return JSON.parse(JSON.stringify(runInNewContext(`(${text})`)));
  } catch {
    return undefined;
  }
}

function isEqual(one, other) {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}
