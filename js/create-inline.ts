/** `createAnalyzer` over the files inside the code. */
import { openAnalyzer, openAnalyzerSync } from "./analyzer.js";
import { assets } from "./assets-inline.js";
import type { Analyzer, CreateOptions, SyncAnalyzer, SyncOptions } from "./types.js";

/** Answers with an analyser of this thread. Fetches nothing unless an address is passed. */
export function createAnalyzer(options: CreateOptions = {}): Promise<Analyzer> {
  return openAnalyzer(options, assets);
}

/** The same at once. */
export function createAnalyzerSync(options: SyncOptions = {}): SyncAnalyzer {
  return openAnalyzerSync(options, assets);
}
