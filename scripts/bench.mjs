// Start, speed and memory of the built package in Node. Numbers are medians; the machine says what they mean.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { root } from "./run.mjs";

const dist = (name) => join(root, "dist", name);
const bytes = readFileSync(dist("quandian_bg.wasm"));
const lexicon = readFileSync(dist("quandian-compact.bin"));
const inline = pathToFileURL(dist("inline.js")).href;

const SENTENCES = [
  "全县今年建成村级服务点312个，覆盖九成以上行政村，累计接待群众6.4万人次。",
  "到2025年底，网上办理率从2021年的61%提高到94.5%，平均时限由15天减少到4天。",
  "县里把培训办到田间地头，请来农技员手把手教，大家都说这样的办法管用。",
  "第三批项目共27项，总投资约3.5亿元，其中三分之一投向山区道路和饮水工程。",
  "各乡镇坚持问题导向，建立台账，逐条销号，群众的满意度一年比一年高。",
];

console.log(`Node ${process.versions.node}, ${process.arch}`);
await benchStart();
await benchSpeed();
await benchMemory();

/** From a compiled module and bytes in memory to an analyser, twenty fresh instances. */
async function benchStart() {
  for (const [name, words] of [["numbers and slogans", false], ["with words (compact)", lexicon]]) {
    const times = [];
    for (let round = 0; round < 20; round += 1) {
      const { createAnalyzer } = await import(`${inline}?start=${name}${round}`);
      const module = await WebAssembly.compile(bytes);
      const from = performance.now();
      await createAnalyzer({ wasm: module, lexicon: words });
      times.push(performance.now() - from);
    }
    print(`start, ${name}`, median(times).toFixed(2), "ms");
  }
}

async function benchSpeed() {
  const text = longText(1_000_000, "\n");
  const megabytes = Buffer.byteLength(text) / 1e6;
  const { createAnalyzer } = await import(`${inline}?speed`);
  const bare = await createAnalyzer({ wasm: bytes, lexicon: false });
  const full = await createAnalyzer({ lexicon });
  const jobs = [
    ["numbers and slogans", () => bare.analyze(text)],
    ["words alone (parts), to offsets", async () => (await full.analyze(text, { layers: ["words"], parts: true })).tokenOffsets],
    ["everything", () => full.analyze(text)],
    ["everything, with token objects", async () => (await full.analyze(text)).tokens.length],
  ];
  for (const [name, job] of jobs) {
    const times = [];
    for (let round = 0; round < 15; round += 1) {
      const from = performance.now();
      await job();
      times.push(performance.now() - from);
    }
    print(name, (megabytes / (median(times) / 1000)).toFixed(1), "MB/s");
  }
}

/** Wasm memory never shrinks, so what it is at the end is the most it was. */
async function benchMemory() {
  const { createAnalyzer, memoryBytes } = await import(`${inline}?memory`);
  const analyzer = await createAnalyzer({ wasm: bytes, lexicon });
  print("memory after start", (memoryBytes() / 1e6).toFixed(1), "MB");
  for (const [name, size] of [["100 KB", 100_000], ["1 MB", 1_000_000], ["10 MB in one line", 10_000_000]]) {
    const text = longText(size, "");
    const from = performance.now();
    const { numbers } = await analyzer.analyze(text);
    print(`memory after ${name}`, (memoryBytes() / 1e6).toFixed(1), `MB  (${numbers.length} numbers, ${Math.round(performance.now() - from)} ms)`);
  }
}

/** Up to so many bytes of prose; figures differ from sentence to sentence, so that no cache is flattered. */
function longText(size, separator) {
  const parts = [];
  let bytes = 0;
  for (let at = 0; ; at += 1) {
    const sentence = SENTENCES[at % SENTENCES.length].replace(/\d+/g, (digits) => String((Number(digits) * (at + 7)) % 9973)) + separator;
    bytes += Buffer.byteLength(sentence);
    if (bytes > size) return parts.join("");
    parts.push(sentence);
  }
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1];
}

function print(name, value, unit) {
  console.log(`${name.padEnd(36)}${value.padStart(10)} ${unit}`);
}
