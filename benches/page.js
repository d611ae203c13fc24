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
    runs[name] = async () => (await analyzer.analyze(text, WORDS)).tokenEnds.length;
    return took;
  },
  async jiebaWasm(glue) {
    const { initSync, cut } = await import(glue);
    const module = await WebAssembly.compile(await bytes(glue.replace(".js", "_bg.wasm")));
    runs["jieba-wasm"] = () => endsOf(cut(text, true)).length;
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
    runs.intl = () => {
      const ends = [];
      for (const { index, segment } of segmenter.segment(text)) ends.push(index + segment.length);
      return ends.length;
    };
    return took;
  },
  take(given) {
    text = given;
  },
  run: (name) => timed(runs[name]),
};
