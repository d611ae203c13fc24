/** The package's files where they are served beside the code. Bundlers find them by these two lines. */
import type { Assets } from "./engine.js";

export const assets: Assets = {
  wasm: () => new URL("./quandian_bg.wasm", import.meta.url),
  lexicon: () => new URL("./quandian-compact.bin", import.meta.url),
};
