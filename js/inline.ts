export { createAnalyzer, createAnalyzerSync } from "./create-inline.js";
export { QuandianError, type Language } from "./errors.js";
export { memoryBytes } from "./wasm.js";
export type * from "./types.js";
