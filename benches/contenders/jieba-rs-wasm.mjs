// jieba-rs compiled to wasm by this bench (benches/jieba-rs): what wrapping it ourselves would have given.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { jiebaFolder } from "../corpus.mjs";
import { FIRST_CUT } from "../first-cut.mjs";
import { JIEBA_WASM } from "../places.mjs";

export default function jiebaRsWasm() {
  const dictionary = join(jiebaFolder(), "src/data/dict.txt");
  let segmenter;
  let memory;
  return {
    title: "jieba-rs in wasm",
    version: "jieba-rs 0.11.0",
    download: () => [join(JIEBA_WASM, "quandian_bg.wasm"), dictionary],
    async start(round) {
      const glue = await import(`${pathToFileURL(join(JIEBA_WASM, "quandian.js")).href}?${round}`);
      const module = await WebAssembly.compile(readFileSync(join(JIEBA_WASM, "quandian_bg.wasm")));
      const bytes = readFileSync(dictionary);
      const from = performance.now();
      ({ memory } = glue.initSync({ module }));
      segmenter = new glue.Segmenter(bytes);
      segmenter.ends(FIRST_CUT);
      return performance.now() - from;
    },
    memory: () => memory.buffer.byteLength,
    offsets: (text) => segmenter.ends(text).length,
    strings: (text) => slices(text, segmenter.ends(text)).length,
  };
}

function slices(text, ends) {
  const words = [];
  let start = 0;
  // A plain loop, as ours: an iterator takes half as long again.
  for (let at = 0; at < ends.length; at += 1) {
    words.push(text.slice(start, ends[at]));
    start = ends[at];
  }
  return words;
}
