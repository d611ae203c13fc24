// Our numbers beside another recogniser's, on tests/cases/numeral-list.tsv. Writes docs/numbers-compared.md.
// The other one is large, so it is no dependency: npm puts it into a temporary folder, which is removed at the end.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fail, root } from "./run.mjs";

const PEER = "@microsoft/recognizers-text-suite";
const PEER_VERSION = "1.3.1";
const LIST = "tests/cases/numeral-list.tsv";
const REPORT = "docs/numbers-compared.md";
/** Every recogniser of the suite that yields a number, a date or a code. */
const RECOGNIZERS = ["Number", "Ordinal", "Percentage", "Age", "Currency", "Dimension", "Temperature", "DateTime", "PhoneNumber"];
/** How many misses of each side are shown. */
const SHOWN = 5;

const cases = readCases();
const folder = mkdtempSync(join(tmpdir(), "quandian-compare-"));
let problem;
try {
  problem = await compare(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (problem) fail(problem);

/** Says what stood in the way, if anything did. */
async function compare(folder) {
  if (!existsSync(join(root, "dist/inline.js"))) return "There is no dist/inline.js: run `npm run build` first.";
  if (!install(folder)) return `${PEER} ${PEER_VERSION} could not be installed from the npm registry: nothing was compared, nothing was written.`;
  const sides = [await ours(), ...peers(folder)];
  for (const side of sides) await judge(side);
  writeFileSync(join(root, REPORT), page(sides));
  console.log(table(sides));
  return undefined;
}

function install(folder) {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: { [PEER]: PEER_VERSION } }));
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  // On Windows npm is a batch file, which only a shell starts.
  return spawnSync("npm", args, { cwd: folder, stdio: "inherit", shell: process.platform === "win32" }).status === 0;
}

/** A side reads a text into `{ start, end, numbers, resolved, said }`: offsets in UTF-16, end exclusive. */
async function ours() {
  const { createAnalyzer } = await import(pathToFileURL(join(root, "dist/inline.js")).href);
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const analyzer = await createAnalyzer();
  const read = async (text) => (await analyzer.analyze(text, { layers: ["words", "numbers", "slogans"] })).numbers.map(ourReading);
  return { name, versions: `${name} ${version}`, read };
}

function ourReading({ start, end, text, kind, value, unit, edtf }) {
  const numbers = value === null ? [] : [value].flat().flatMap(ourDecimals);
  return { start, end, numbers, resolved: edtf !== null, said: [`[${text}]`, kind, [value ?? []].flat().join(".."), unit ?? edtf] };
}

/** `2/3` is one number, `1:3` are two. */
function ourDecimals(value) {
  if (value.includes(":")) return value.split(":").map(Number);
  const [part, whole] = value.split("/").map(Number);
  return [whole === undefined ? part : part / whole];
}

/** Asked everything; and spared `recognizeNumber`, which takes up every numeral there is. */
function peers(folder) {
  const require = createRequire(join(folder, "package.json"));
  const suite = require(PEER);
  const version = (name) => `${name} ${require(`${name}/package.json`).version}`;
  const parts = ["number", "number-with-unit", "date-time", "sequence"].map((part) => version(`@microsoft/recognizers-text-${part}`));
  const versions = `${version(PEER)} (${parts.join(", ").replaceAll("@microsoft/recognizers-text-", "")})`;
  const reader = (names) => (text) => names.flatMap((name) => suite[`recognize${name}`](text, "zh-cn").map(peerReading));
  return [
    { name: "recognizers-text-suite", versions, read: reader(RECOGNIZERS) },
    { name: "the same without recognizeNumber", read: reader(RECOGNIZERS.filter((name) => name !== "Number")) },
  ];
}

function peerReading({ start, end, text, typeName, resolution }) {
  const value = resolution?.value ?? null;
  const percent = value?.endsWith("%") ? Number(value.slice(0, -1)) : undefined;
  // A date's own value is a day or a count of seconds: it is judged by its span instead.
  const isTime = typeName.startsWith("datetime");
  const numbers = isTime || value === null || percent !== undefined ? [] : [Number(value)];
  const timexes = isTime ? (resolution?.values ?? []).map((each) => each.timex) : [];
  const said = [`[${text}]`, typeName.replace("datetimeV2.", ""), isTime ? timexes[0] : value, resolution?.unit];
  // A unit without a number (两 as a weight) claims nothing, and is not held against it.
  const empty = isTime ? timexes.length === 0 : value === null;
  return { start, end: end + 1, numbers, percent, resolved: timexes.length > 0, empty, said };
}

function readCases() {
  const lines = readFileSync(join(root, LIST), "utf8").split(/\r?\n/);
  return lines.flatMap((line, at) => (line === "" || line.startsWith("#") ? [] : [readCase(line, at + 1)]));
}

function readCase(line, number) {
  const [marked, kind, value, unit] = line.split("\t");
  const [start, close] = [marked.indexOf("["), marked.indexOf("]")];
  if (unit === undefined || start < 0 || close < start) fail(`${LIST}:${number}: not a case`);
  return { number, marked, text: marked.replace(/[[\]]/g, ""), start, end: close - 1, kind, unit, value };
}

/** Fills `side.counts` and `side.misses`. */
async function judge(side) {
  side.counts = { values: [0, 0], spans: [0, 0], touched: [0, 0], emitted: [0, 0] };
  side.misses = { values: [], spans: [], emitted: [] };
  for (const each of cases) {
    const readings = (await side.read(each.text)).filter(({ empty }) => !empty);
    const touching = readings.filter(({ start, end }) => start < each.end && end > each.start);
    for (const [count, yes] of Object.entries(verdicts(each, touching))) {
      side.counts[count][0] += yes ? 1 : 0;
      side.counts[count][1] += 1;
      if (yes === (count === "emitted")) side.misses[count]?.push({ ...each, touching });
    }
  }
}

/** What is asked of a case, each with its answer. */
function verdicts(each, touching) {
  const touched = touching.length > 0;
  if (each.kind === "none") return { emitted: touched };
  const exact = touching.filter(({ start, end }) => start === each.start && end === each.end);
  const answers = { spans: exact.length > 0, touched };
  if (each.kind === "date") answers.values = exact.some(({ resolved }) => resolved);
  else if (each.value !== "null") answers.values = hasValue(each, touching);
  return answers;
}

/** Every number of the gold value (two for a range or a proportion) must be among those read. */
function hasValue({ value, unit }, touching) {
  // 千分之二 may be given as 0.2%, 六折 as 60%.
  const scale = { permille: 10, 折: 0.1 }[unit] ?? 1;
  const got = touching.flatMap(({ numbers, percent }) => (percent === undefined ? numbers : [percent * scale]));
  const wanted = value.split("..").flatMap(ourDecimals);
  return wanted.every((number) => got.some((other) => Math.abs(number - other) <= 1e-9 * Math.max(1, Math.abs(number))));
}

function table(sides) {
  const rows = [
    ["values right", "values"],
    ["full spans right", "spans"],
    ["marks touched at all", "touched"],
    ["wrongly emitted (fewer is better)", "emitted"],
  ];
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    line(["", ...sides.map(({ name }) => name)]),
    line(["---", ...sides.map(() => "---:")]),
    ...rows.map(([title, count]) => line([title, ...sides.map(({ counts }) => outOf(counts[count]))])),
  ].join("\n");
}

function outOf([some, all]) {
  return `${some} of ${all} (${((some * 100) / all).toFixed(1)} %)`;
}

/** The first miss of each count, then the second of each, and so on; a case is shown once. */
function shownMisses({ misses }) {
  const lists = Object.entries(misses);
  const longest = Math.max(...lists.map(([, list]) => list.length));
  const seen = new Map();
  for (let at = 0; at < longest; at += 1) {
    for (const [count, list] of lists) {
      const miss = list[at];
      if (miss && !seen.has(miss.number)) seen.set(miss.number, { ...miss, count });
    }
  }
  return [...seen.values()].slice(0, SHOWN);
}

function missLine({ number, marked, kind, value, unit, count, touching }) {
  const wanted = [kind, value, unit].filter((cell) => cell !== "null").join(" ");
  const got = touching.map(({ said }) => said.filter((cell) => cell).join(" ")).join("; ");
  const missed = { values: "value", spans: "span", emitted: "emitted" }[count];
  return `- line ${number}, ${missed}: ${marked} (${wanted}). Read: ${got || "nothing"}.`;
}

function page(sides) {
  const none = cases.filter(({ kind }) => kind === "none").length;
  const named = sides.filter(({ versions }) => versions);
  const missed = named.map((side) => {
    const lines = shownMisses(side).map(missLine);
    return `**${side.name}**\n\n${lines.length > 0 ? lines.join("\n") : "No misses."}\n`;
  });
  return `# Numbers beside another recogniser

Written by \`npm run compare:numbers\` on ${new Date().toISOString().slice(0, 10)}; Node ${process.versions.node}.

- ${named.map(({ versions }) => versions).join("\n- ")}

The list is \`${LIST}\`: ${cases.length} sentences with one marked expression each. ${cases.length - none} of the marks are
numbers; ${none} look like one and are none.

${table(sides)}

## What the figures can and cannot say

**The list is ours.** We wrote the sentences, we decided what is a number and where it ends, our tests hold our own counts on this
list, and rules and word lists may have grown with it in view. The first column is therefore what we hold ourselves to, not a
forecast for new texts. The other recogniser was made without the list and for another task:

- \`recognizeNumber\` is meant to find every numeral. That 一 in 一把手 comes out is its job done, not a slip; what to drop is left to
  the caller.
- It ends a number where the numeral ends. Our spans take in classifier, 近, 余 and 以上, so many of its spans differ from ours by
  design. “Marks touched at all” says how often it found the place.

## How it is counted

- **Values right**: a number equal to the gold one, in any reading that overlaps the mark; both numbers for a range or a proportion.
  Numbers are compared as numbers (3.5万 and 35000, 3/5 and 0.6, 千分之二 and 0.2 %, 六折 and 60 % are equal). Unit and bound are not
  compared. A date is right when a reading with exactly its span resolves it, whatever the resolution says. Codes and 若干 have no value
  and are not in this count.
- **Full spans right**: a reading with exactly the span of the mark, of whatever kind.
- **Wrongly emitted**: a reading that overlaps a mark with \`none\`.
- The other recogniser is asked with ${RECOGNIZERS.length} functions (zh-cn): ${RECOGNIZERS.join(", ")}.
  For values and spans the best of their answers counts. A unit without a number, which it gives for 两, is not held against it.
  The last column leaves out \`recognizeNumber\`, which takes up every numeral there is.
- Of ours, only the number annotations are asked; rejections and slogans are not emissions.

## Misses

In file order: the first miss of each count, then the second of each, up to ${SHOWN}; no line twice.

${missed.join("\n")}`;
}
