// Whole analysis, both layers, and the number layer, at three sizes: is it linear? And on a text of many sentences.
import { Contender } from "./contender.mjs";
import { corpusFile } from "./corpus.mjs";
import { inTurn, speeds } from "./measure.mjs";

/** Text and bytes, by the name of their column. */
const TEXTS = { "0.1 MB": ["prose", 100_000], "1 MB": ["prose", 1_000_000], "9.9 MB": ["prose", 9_900_000], "1 MB of many sentences": ["many", 1_000_000] };

/** Megabytes a second by text and contender. */
export async function layers() {
  const contenders = ["everything", "layers", "numbers"].map((kind) => new Contender("ours", kind));
  const found = {};
  for (const [title, [name, size]] of Object.entries(TEXTS)) {
    const path = corpusFile(name, size);
    found[title] = speeds(path, await inTurn(contenders, path, "whole"));
    console.log(`${title}, MB/s`, found[title]);
  }
  for (const contender of contenders) contender.close();
  return found;
}
