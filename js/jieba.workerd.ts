/** The same where the runtime hands over the files as bytes. */
import { idf } from "./idf.workerd.js";
import lexicon from "./quandian-jieba.bin";
import tagModel from "./quandian-jieba-tags.bin";

export const jieba: Readonly<Record<"lexicon" | "tagModel" | "idf", ArrayBuffer>> = { lexicon, tagModel, idf };
