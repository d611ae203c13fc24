/** `createAnalyzer` over served files. */
import { openAnalyzer } from "./analyzer.js";
import { assets } from "./assets.js";
import type { Analyzer, CreateOptions } from "./types.js";

/** Loads wasm and lexicon and answers with an analyser of this thread. */
export function createAnalyzer(options: CreateOptions = {}): Promise<Analyzer> {
  return openAnalyzer(options, assets);
}
