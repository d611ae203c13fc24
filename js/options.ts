/** Options that cannot be read are named, and so are those that there are not: a misspelt one would be passed over in silence. */
import { QuandianError } from "./errors.js";
import { notWanted } from "./given.js";
import type { AnalyzeOptions, KeywordOptions, Layer, WorkerOptions } from "./types.js";

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

export const ALL_LAYERS: readonly Layer[] = ["words", "numbers", "slogans"];

export function checkCreateOptions(options: unknown): void {
  checkNames(options, CREATE);
}

export function checkAnalyzeOptions(options: AnalyzeOptions): void {
  checkNames(options, ANALYZE);
  checkFlags(options);
  const date: unknown = options.referenceDate;
  if (date !== undefined && typeof date !== "string") throw new QuandianError("option", `referenceDate: ${typeof date}`);
}

export function checkKeywordOptions(options: KeywordOptions): void {
  checkNames(options, KEYWORDS);
  checkFlags(options);
}

export function checkLayers(layers: readonly Layer[], hasLexicon: boolean): void {
  if (!Array.isArray(layers)) throw new QuandianError("option", notWanted("layers", "a list", layers));
  for (const layer of layers) if (!ALL_LAYERS.includes(layer)) throw new QuandianError("option", `layers: ${layer}`);
  if (layers.includes("words") && !hasLexicon) throw new QuandianError("lexicon-missing");
}

/** A number that the core can take: it has 32 bits for it. */
export function checkWhole(name: string, given: unknown): void {
  if (!Number.isInteger(given) || (given as number) < 0 || (given as number) > 0xffff_ffff) throw new QuandianError("option", `${name}: ${String(given)}`);
}

/** Which of `values` was given. */
export function placeAmong<Value>(name: string, values: readonly Value[], given: Value): number {
  const place = values.indexOf(given);
  if (place < 0) throw new QuandianError("option", `${name}: ${String(given)}`);
  return place;
}

function checkNames(options: unknown, names: object): void {
  if (typeof options !== "object" || options === null) throw new QuandianError("option", notWanted("options", "an object", options));
  for (const name of Object.keys(options)) if (!Object.hasOwn(names, name)) throw new QuandianError("option", `${name}: there is no such option`);
}

function checkFlags(options: Pick<AnalyzeOptions, "rejected" | "parts" | "hmm" | "tags">): void {
  for (const flag of ["rejected", "parts", "hmm", "tags"] as const) {
    const given: unknown = options[flag];
    if (given !== undefined && typeof given !== "boolean") throw new QuandianError("option", `${flag}: ${typeof given}`);
  }
}
