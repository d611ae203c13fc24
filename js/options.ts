/** The options of an analyser by their names: one that is misspelt would be left out in silence. */
import { QuandianError } from "./errors.js";
import { notWanted } from "./given.js";
import type { WorkerOptions } from "./types.js";

/** Also those that only a worker has: the same options do for an analyser of this thread. */
const NAMES: Record<keyof WorkerOptions, true> = {
  wasm: true, lexicon: true, tagModel: true, idf: true, layers: true, words: true, formulas: true, limit: true,
  worker: true, startTimeoutMs: true, answerTimeoutMs: true,
};

export function checkOptions(options: unknown): void {
  if (typeof options !== "object" || options === null) throw new QuandianError("option", notWanted("options", "an object", options));
  for (const name of Object.keys(options)) if (!Object.hasOwn(NAMES, name)) throw new QuandianError("option", `${name}: there is no such option`);
}
