/** `createAnalyzer` over served files. */
import { openAnalyzer, openAnalyzerSync } from "./analyzer.js";
import { assets } from "./assets.js";
import { QuandianError } from "./errors.js";
import type { Analyzer, CreateOptions, SyncAnalyzer, SyncOptions } from "./types.js";

/** Loads wasm and lexicon and answers with an analyser of this thread. */
export function createAnalyzer(options: CreateOptions = {}): Promise<Analyzer> {
  return openAnalyzer(options, assets);
}

/**
 * The analyser of this thread at once, from bytes that are here: `wasm`, unless another analyser of this thread loaded it
 * already, and `lexicon`.
 */
export function createAnalyzerSync(options: SyncOptions = {}): SyncAnalyzer {
  return openAnalyzerSync(options, { wasm: () => missing("wasm: bytes or a WebAssembly.Module"), lexicon: () => missing("lexicon: bytes or false") });
}

function missing(what: string): never {
  throw new QuandianError("option", what);
}
