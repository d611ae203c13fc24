/** Options by their names, of an analyser and of its calls: one that is misspelt would be left out in silence. */
import { QuandianError } from "./errors.js";
import { notWanted } from "./given.js";
import type { AnalyzeOptions, KeywordOptions, WorkerOptions } from "./types.js";

type Names<Options> = Record<keyof Options, true>;

/** Also those that only a worker has: the same options do for an analyser of this thread. */
const CREATE: Names<WorkerOptions> = {
  wasm: true, lexicon: true, tagModel: true, idf: true, layers: true, words: true, formulas: true, limit: true,
  worker: true, startTimeoutMs: true, answerTimeoutMs: true,
};
const ANALYZE: Names<AnalyzeOptions> = {
  layers: true, mode: true, parts: true, hmm: true, tags: true, rejected: true, referenceDate: true, signal: true, onProgress: true,
};
const KEYWORDS: Names<KeywordOptions> = { parts: true, hmm: true, signal: true, method: true, count: true, allow: true };

export const checkCreateOptions = (options: unknown): void => check(options, CREATE);
export const checkAnalyzeOptions = (options: unknown): void => check(options, ANALYZE);
export const checkKeywordOptions = (options: unknown): void => check(options, KEYWORDS);

function check(options: unknown, names: object): void {
  if (typeof options !== "object" || options === null) throw new QuandianError("option", notWanted("options", "an object", options));
  for (const name of Object.keys(options)) if (!Object.hasOwn(names, name)) throw new QuandianError("option", `${name}: there is no such option`);
}
