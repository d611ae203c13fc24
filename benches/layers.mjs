// Whole analysis, both layers, and the number layer, at three sizes: is it linear?
import { Contender } from "./contender.mjs";
import { corpusFile } from "./corpus.mjs";
import { inTurn, speeds } from "./measure.mjs";

const SIZES = [100_000, 1_000_000, 9_900_000];

/** Megabytes a second by size and contender. */
export async function layers() {
  const contenders = ["everything", "layers", "numbers"].map((kind) => new Contender("ours", kind));
  const found = {};
  for (const size of SIZES) {
    const path = corpusFile("prose", size);
    found[size] = speeds(path, await inTurn(contenders, path, "whole"));
    console.log(`${size} bytes, MB/s`, found[size]);
  }
  for (const contender of contenders) contender.close();
  return found;
}
