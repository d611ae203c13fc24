/** `createAnalyzer` where the runtime hands over the files: the wasm as a module, since it compiles none, the lexicon as bytes. */
import { openAnalyzer, openAnalyzerSync } from "./analyzer.js";
import lexicon from "./quandian-compact.bin";
import wasm from "./quandian_bg.wasm";
import type { Analyzer, CreateOptions, SyncAnalyzer, SyncOptions } from "./types.js";

const assets = {
  wasm: () => wasm as unknown as WebAssembly.Module,
  lexicon: () => lexicon,
};

/** Answers with an analyser of this isolate. */
export function createAnalyzer(options: CreateOptions = {}): Promise<Analyzer> {
  return openAnalyzer(options, assets);
}

/** The same at once. */
export function createAnalyzerSync(options: SyncOptions = {}): SyncAnalyzer {
  return openAnalyzerSync(options, assets);
}
