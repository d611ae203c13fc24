// jieba-wasm, in its form for browsers: the one that takes a compiled module. Its offsets count code points, so the ends of the
// words are summed from their strings, which is also its quickest way to them.
import { readFileSync } from "node:fs";
import { peer, peerFile } from "../places.mjs";
import { endsOf } from "../ends.mjs";
import { FIRST_CUT } from "../first-cut.mjs";

const WASM = "jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm";
const GLUE = "jieba-wasm/pkg/web/jieba_rs_wasm.js";

export default function jiebaWasm() {
  let cut;
  let memory;
  return {
    title: "jieba-wasm",
    version: `jieba-wasm ${peer("jieba-wasm").version}`,
    download: () => [peerFile(WASM), peerFile(GLUE)],
    async start(round) {
      const glue = await import(`${peerFile(GLUE)}?${round}`);
      const module = await WebAssembly.compile(readFileSync(peerFile(WASM)));
      const from = performance.now();
      ({ memory } = glue.initSync({ module }));
      cut = glue.cut;
      cut(FIRST_CUT, true);
      return performance.now() - from;
    },
    memory: () => memory.buffer.byteLength,
    offsets: (text) => endsOf(cut(text, true)).length,
    strings: (text) => cut(text, true).length,
  };
}
