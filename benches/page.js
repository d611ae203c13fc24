// Runs inside Chromium; benches/chromium.mjs asks.
import { endsOf } from "./ends.mjs";
import { FIRST_CUT } from "./first-cut.mjs";

const WORDS = { layers: ["words"], parts: true, tags: false };
const runs = {};
let text = "";

async function timed(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function bytes(address) {
  return (await fetch(address)).arrayBuffer();
}

globalThis.bench = {
  /** A fresh instance: the module is imported under another address each time. */
  async ours(name, lexicon, round) {
    const { createAnalyzer } = await import(`/dist/inline.js?${name}${round}`);
    const wasm = await WebAssembly.compile(await bytes("/dist/quandian_bg.wasm"));
    const held = await bytes(`/dist/${lexicon}`);
    let analyzer;
    const took = await timed(async () => {
      analyzer = await createAnalyzer({ wasm, lexicon: held });
      await analyzer.segment(FIRST_CUT, WORDS);
    });
    runs[name] = {
      offsets: async () => (await analyzer.analyze(text, WORDS)).tokenEnds.length,
      strings: async () => (await analyzer.segment(text, WORDS)).length,
    };
    return took;
  },
  async jiebaWasm(glue, round) {
    const { initSync, cut } = await import(`${glue}?${round}`);
    const module = await WebAssembly.compile(await bytes(glue.replace(".js", "_bg.wasm")));
    runs["jieba-wasm"] = { offsets: () => endsOf(cut(text, true)).length, strings: () => cut(text, true).length };
    return timed(() => {
      initSync({ module });
      cut(FIRST_CUT, true);
    });
  },
  intl() {
    let segmenter;
    const took = timed(() => {
      segmenter = new Intl.Segmenter("zh", { granularity: "word" });
      for (const { segment } of segmenter.segment(FIRST_CUT)) void segment;
    });
    const all = (what) => {
      const found = [];
      for (const part of segmenter.segment(text)) found.push(what(part));
      return found.length;
    };
    runs.intl = { offsets: () => all(({ index, segment }) => index + segment.length), strings: () => all(({ segment }) => segment) };
    return took;
  },
  take(given) {
    text = given;
  },
  run: (name, form) => timed(runs[name][form]),
};
