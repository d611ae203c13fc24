// What a visitor downloads, written to size.txt; over a budget the run fails. KB = 1000 bytes, brotli at quality 11.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { closure } from "./closure.mjs";
import { ask, fail, root } from "./run.mjs";
import { sections } from "./wasm.mjs";

const pageScripts = scriptsOfPage();
/** In KB, brotli. */
const BUDGETS = [
  ["wasm", 105, ["dist/quandian_bg.wasm"]],
  ["wasm + compact lexicon", 400, ["dist/quandian_bg.wasm", "dist/quandian-compact.bin"]],
  ["wasm + jieba lexicon", 1300, ["dist/quandian_bg.wasm", "dist/quandian-jieba.bin"]],
  ["jieba's tag model", 450, ["dist/quandian-jieba-tags.bin"]],
  ["idf table", 600, ["dist/quandian-idf.bin"]],
  ["inline, all in one script", 533, ["dist/inline.js"]],
  ["core JS", 12, closure("dist/index.js")],
  ["worker JS, both sides", 15, [...new Set([...closure("dist/worker-client.js"), ...closure("dist/worker.js")])]],
  ["embed script", 20, ["dist/embed.iife.js"]],
  ["dom and element JS", 20, closure("dist/define.js")],
  ["export JS", 20, closure("dist/export.js")],
  ["page JS, at start", 60, pageScripts.atStart],
  ["page JS, all of it", 60, pageScripts.all],
];

/** In KB, as npm packs it. */
const TARBALL = 4500;

process.chdir(root);
const files = ["dist/quandian_bg.wasm", "dist/quandian-compact.bin", "dist/files.js"];
const rows = [["", "raw", "gzip", "brotli", "budget"]];
const over = [];
for (const file of files) rows.push([file, ...sizes([file]).map(kb), ""]);
const { 10: code, 11: data } = sections(readFileSync("dist/quandian_bg.wasm"));
rows.push(["wasm: code alone", ...compressed(code).map(kb), ""]);
rows.push(["wasm: lists, tables, texts", ...compressed(data).map(kb), ""]);
for (const [name, budget, parts] of BUDGETS) {
  const [raw, gzip, brotli] = sizes(parts);
  rows.push([name, kb(raw), kb(gzip), kb(brotli), `${budget}`]);
  if (brotli > budget * 1000) over.push(`${name}: ${kb(brotli)} KB, the budget is ${budget} KB`);
}
const { size, unpackedSize } = tarball();
rows.push(["npm tarball", kb(unpackedSize), kb(size), "", `${TARBALL}`]);
if (size > TARBALL * 1000) over.push(`npm tarball: ${kb(size)} KB, the budget is ${TARBALL} KB`);
const table = rows.map(([name, ...cells]) => name.padEnd(28) + cells.map((cell) => cell.padStart(10)).join("")).join("\n");
writeFileSync("size.txt", `KB, written by npm run size\n\n${table}\n`.replace(/ +$/gm, ""));
console.log(table);
if (over.length > 0) fail(over.join("\n"));

function tarball() {
  const report = ask("npm", ["pack", "--dry-run", "--json", "--loglevel=error"]) ?? fail("npm pack failed.");
  return JSON.parse(report)[0];
}

function sizes(paths) {
  return paths.map((path) => compressed(readFileSync(path))).reduce((sum, each) => sum.map((total, at) => total + each[at]), [0, 0, 0]);
}

function compressed(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, { params }).length];
}

function kb(bytes) {
  return (bytes / 1000).toFixed(1);
}

/**
 * The scripts of the built page: those it needs until the first text is marked, its worker among them, and all that come later,
 * such as the board, the formats and the reader of .docx.
 */
function scriptsOfPage() {
  const directory = "www/dist/assets";
  if (!existsSync(`${root}/${directory}`)) fail(`${directory} is not there: run npm run build first.`);
  const all = readdirSync(`${root}/${directory}`).filter((name) => name.endsWith(".js"));
  const entry = /<script type="module"[^>]* src="\.\/assets\/([^"]+)"/.exec(readFileSync(`${root}/www/dist/index.html`, "utf8"))?.[1];
  if (entry === undefined) fail("www/dist/index.html names no script.");
  const atStart = new Set([...closure(`${directory}/${entry}`), ...all.filter((name) => name.startsWith("worker-")).map((name) => `${directory}/${name}`)]);
  return { atStart: [...atStart], all: all.map((name) => `${directory}/${name}`) };
}
