export { createAnalyzer, createAnalyzerSync } from "./create-workerd.js";
export { QuandianError, type Language } from "./errors.js";
export { memoryBytes } from "./wasm.js";
export type * from "./types.js";
