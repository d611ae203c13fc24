/** The same in Node, Deno and Bun: read from the package's folder when first needed. */
import { readFileSync } from "node:fs";
import { idf } from "./idf.node.js";

export const jieba = {
  lexicon: (): Uint8Array<ArrayBuffer> => readFileSync(new URL("./quandian-jieba.bin", import.meta.url)),
  tagModel: (): Uint8Array<ArrayBuffer> => readFileSync(new URL("./quandian-jieba-tags.bin", import.meta.url)),
  idf,
} as const;
