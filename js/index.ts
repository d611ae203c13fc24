export { createAnalyzer, createAnalyzerSync } from "./create.js";
export { QuandianError, type Language } from "./errors.js";
export { memoryBytes } from "./wasm.js";
export type * from "./types.js";
