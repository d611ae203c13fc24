// The page of the results.
import { cpus } from "node:os";
import { CASES } from "./corpus.mjs";
import { targets } from "./targets.mjs";

const BASE = "jieba-wasm";

export function report(results) {
  const { contenders, numberContenders, chromium, held } = results;
  const versions = [...new Set([...Object.values(contenders), ...Object.values(numberContenders)].map(({ version }) => version))];
  return `# Benchmarks

Written by \`npm run bench\`, which installs the peers, builds jieba-rs for wasm and natively, and lets all of them run in turn in one go,
each in a process of its own. Nothing is timed in a test. The texts are our own sentences with other figures each time
(\`benches/corpus\`), and words drawn from jieba's dictionary; a megabyte each. Medians of nine rounds after a warm-up, of seven in
Chromium; who needs more than 2.5 s has one. The machine is a small shared one, so read the ratios, not the figures. \`jieba\` and jieba-rs
find words without parts of speech here, unless it says so.

${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.versions.node}, Chromium ${chromium.version}. ${versions.join(", ")}.

## Where we stand

${table(["", "asked", "measured", ""], targets(results).map(([what, asked, measured, unit, met]) => [what, asked, typeof measured === "string" ? measured : `${figure(measured)} ${unit}`, met ? "met" : "**not met**"]))}

## Words, to UTF-16 offsets, MB/s in Node

In brackets how many times as fast as ${BASE}.

${words(results.offsets, contenders)}

## Words, to strings, MB/s in Node

${words(results.strings, contenders)}

## Download, start, memory

Download: brotli, wasm or addon, script and dictionary; in brackets wasm and lexicon alone, which have a budget. Start: a compiled module and bytes in memory to the
first cut, median of twenty fresh instances of ours, of five of the others. Memory: what the wasm holds after it, its code and the
script's own objects not counted; for those that are no wasm, what the process has grown by.

${table(["", "download, KB", "start, ms", "of that to ready", "wasm memory (without wasm: growth of the process), MB"], Object.entries(contenders).map(([id, { title }]) => [title, downloaded(results, id), figure(results.start[id]), results.ready[id] === undefined ? "" : figure(results.ready[id]), scaled(results.memory[id], 1e6)]))}

## Chromium

To offsets, and behind the stroke to strings, MB/s. Starts are medians of twenty of ours, of five of the others.

${table(["", "start, ms", ...Object.keys(chromium.speeds.offsets).map((name) => CASES[name].title)], Object.entries(chromium.started).map(([name, start]) => [name, figure(start), ...Object.keys(chromium.speeds.offsets).map((text) => `${figure(chromium.speeds.offsets[text][name])} / ${figure(chromium.speeds.strings[text][name])}`)]))}

## The layers, MB/s in Node

${table(["", ...Object.keys(results.layers)], Object.keys(Object.values(results.layers)[0]).map((id) => [id.replace("ours ", ""), ...Object.values(results.layers).map((column) => figure(column[id]))]))}

Wasm memory after 10,000,000 bytes: prose in one line ${scaled(held.prose.bytes, 1e6)} MB (${held.prose.numbers} numbers), a text dense with numbers ${scaled(held.dense.bytes, 1e6)} MB (${held.dense.numbers}
numbers).

## Numbers, MB/s in Node

${table(["", "20 KB of ordinary text", "ours is so many times as fast"], Object.entries(numberContenders).map(([id, { title }]) => [title, figure(results.numbers[id]), id.startsWith("ours") ? "" : figure(results.numbers["ours numbers"] / results.numbers[id])]))}

What the recognisers get right is another matter: [numbers-compared.md](numbers-compared.md).
${results.python ? "" : "\nchinese2digits was left out: there is no Python here that installs it.\n"}`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** A row a contender, a column a text. */
function words(speeds, contenders) {
  return table(["", ...Object.keys(speeds).map((name) => CASES[name].title)], Object.entries(contenders).map(([id, { title }]) => [title, ...Object.values(speeds).map((column) => beside(column, id))]));
}

function beside(column, id) {
  const [ours, base] = [column[id], column[BASE]];
  if (typeof ours !== "number") return figure(ours);
  return typeof base === "number" && id !== BASE ? `${figure(ours)} (${figure(ours / base)})` : figure(ours);
}

function downloaded({ download, core }, id) {
  return core[id] ? `${scaled(download[id], 1000)} (${scaled(core[id], 1000)})` : scaled(download[id], 1000);
}

function scaled(number, unit) {
  return typeof number === "number" && number > 0 ? figure(number / unit) : "–";
}

function figure(number) {
  if (typeof number === "string") return number;
  if (number === undefined || Number.isNaN(number)) return "–";
  if (number === Infinity) return "∞";
  return number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toPrecision(2);
}
