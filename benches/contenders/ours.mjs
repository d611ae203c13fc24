// Ours, out of the built package: every way to ask for words, and the other layers.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { closure } from "../../scripts/closure.mjs";
import { FIRST_CUT } from "../first-cut.mjs";
import { root } from "../places.mjs";

const dist = (name) => join(root, "dist", name);
const WASM = "quandian_bg.wasm";
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Lexicon file, and what analysis is asked for. */
const WORDS = { layers: ["words"] };
const KINDS = {
  "compact-parts": { title: "quandian `compact`, `parts`", lexicon: "quandian-compact.bin", options: { ...WORDS, parts: true } },
  compact: { title: "quandian `compact`, default mode", lexicon: "quandian-compact.bin", options: WORDS },
  jieba: { title: "quandian `jieba`", lexicon: "quandian-jieba.bin", options: { ...WORDS, tags: false } },
  "jieba-tags": { title: "quandian `jieba`, parts of speech told", lexicon: "quandian-jieba.bin", tags: "quandian-jieba-tags.bin", options: WORDS },
  everything: { title: "quandian, everything", lexicon: "quandian-compact.bin", options: {} },
  layers: { title: "quandian, numbers and slogans", lexicon: null, options: { layers: ["numbers", "slogans"] } },
  numbers: { title: "quandian, numbers", lexicon: null, options: { layers: ["numbers"] } },
};

export default function ours(kind) {
  const { title, lexicon, tags, options } = KINDS[kind];
  const core = [dist(WASM), ...[lexicon, tags].filter(Boolean).map(dist)];
  let analyzer;
  let memory;
  let ready;
  return {
    title,
    version: `quandian ${version}`,
    there: lexicon === null || existsSync(dist(lexicon)),
    download: () => [...core, ...closure("dist/index.js").map((path) => join(root, path))],
    /** Without the script: what the budget is about. */
    core: () => core,
    async start(round) {
      const { createAnalyzer, memoryBytes } = await import(`${pathToFileURL(dist("inline.js")).href}?${round}`);
      const wasm = await WebAssembly.compile(readFileSync(dist(WASM)));
      const bytes = lexicon === null ? false : readFileSync(dist(lexicon));
      const tagModel = tags && readFileSync(dist(tags));
      const from = performance.now();
      analyzer = await createAnalyzer({ wasm, lexicon: bytes, tagModel });
      ready = performance.now() - from;
      await (lexicon === null || tags ? analyzer.analyze(FIRST_CUT, options) : analyzer.segment(FIRST_CUT, options));
      const took = performance.now() - from;
      memory = memoryBytes;
      return took;
    },
    /** Milliseconds of the last start until texts could come, the first cut apart. */
    ready: () => ready,
    memory: () => memory(),
    offsets: async (text) => (await analyzer.analyze(text, options)).tokenEnds.length,
    strings: async (text) => (await (tags ? analyzer.tag(text) : analyzer.segment(text, options))).length,
    /** The answer as a program gets it, without looking at single words. */
    whole: (text) => analyzer.analyze(text, options),
  };
}
