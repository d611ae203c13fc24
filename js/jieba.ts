/**
 * jieba's lexicon and the files that belong to it, where they are served beside the code: `createAnalyzer({ ...jieba })`.
 * Bundlers find them by these lines.
 */
import { idf } from "./idf.js";

export const jieba = {
  lexicon: new URL("./quandian-jieba.bin", import.meta.url),
  tagModel: new URL("./quandian-jieba-tags.bin", import.meta.url),
  idf,
} as const;
