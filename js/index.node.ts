// In Node the bytes are part of the code: reading a file beside a module breaks where servers bundle.
export * from "./inline.js";
