// @node-rs/jieba: jieba-rs as a native addon of Node.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { endsOf } from "../ends.mjs";
import { FIRST_CUT } from "../first-cut.mjs";
import { grown, peer, peerFile, peerRequire } from "../places.mjs";

const DICTIONARY = "@node-rs/jieba/dict.txt";

export default function nodeRs() {
  let jieba;
  let growth = 0;
  return {
    title: "@node-rs/jieba (native)",
    version: `@node-rs/jieba ${peer("@node-rs/jieba").version}`,
    download: () => [peerFile(DICTIONARY), ...addons()],
    start() {
      const { Jieba } = peerRequire("@node-rs/jieba");
      const bytes = readFileSync(peerFile(DICTIONARY));
      const before = grown();
      const from = performance.now();
      jieba = Jieba.withDict(bytes);
      jieba.cut(FIRST_CUT, true);
      const took = performance.now() - from;
      growth = grown() - before;
      return took;
    },
    memory: () => growth,
    offsets: (text) => endsOf(jieba.cut(text, true)).length,
    strings: (text) => jieba.cut(text, true).length,
  };
}

/** The addon of this platform: a package beside the main one. */
function addons() {
  const scope = dirname(dirname(peerFile(DICTIONARY)));
  return readdirSync(scope).filter((name) => name.startsWith("jieba-")).flatMap((name) =>
    readdirSync(join(scope, name)).filter((file) => file.endsWith(".node")).map((file) => join(scope, name, file)));
}
