/** `createAnalyzer` over the files inside the code. */
import { openAnalyzer } from "./analyzer.js";
import { assets } from "./assets-inline.js";
import type { Analyzer, CreateOptions } from "./types.js";

/** Answers with an analyser of this thread. Fetches nothing unless an address is passed. */
export function createAnalyzer(options: CreateOptions = {}): Promise<Analyzer> {
  return openAnalyzer(options, assets);
}
