// The texts of the benches, made anew from a seed: our own sentences with other figures each time, so that no cache is
// flattered, and words drawn from jieba's dictionary. Of corpus/sentences.txt there are forty, which a processor's branch
// prediction learns by heart; corpus/many-sentences.txt has too many for that, as a real text has.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, scratch } from "./places.mjs";

const FORTY = sentences("sentences");
const MANY = sentences("many-sentences");
/** What ends a word of jieba's dictionary, and all that is no letter. */
const PUNCTUATION = /[\p{P}\p{S}\s]/gu;
const PARAGRAPH = 5;

export const CASES = {
  prose: { title: "ordinary text", make: (bytes) => prose(bytes) },
  many: { title: "ordinary text of many sentences", make: (bytes) => prose(bytes, { of: MANY }) },
  line: { title: "one line without punctuation", make: (bytes) => prose(bytes * 1.15).replace(PUNCTUATION, "") },
  words: { title: "random dictionary words", make: (bytes) => words(bytes) },
  character: { title: "one repeated character", make: (bytes) => "国".repeat(bytes / 3) },
};

/** Path of a corpus file of about so many bytes of UTF-8; written when it is not there. */
export function corpusFile(name, bytes) {
  const path = join(scratch("corpus"), `${name}-${bytes}.txt`);
  writeFileSync(path, CASES[name].make(bytes));
  return path;
}

function sentences(name) {
  return readFileSync(join(root, `benches/corpus/${name}.txt`), "utf8").trim().split("\n");
}

/** Sentences in an order of their own, each time with other figures. */
export function prose(bytes, { breaks = "\n", of = FORTY } = {}) {
  const random = randomFrom(20_251);
  const parts = [];
  let length = 0;
  for (let at = 0; length < bytes; at += 1) {
    const sentence = of[Math.floor(random() * of.length)].replace(/\d+/g, (digits) => otherFigure(digits, random));
    const end = at % PARAGRAPH === PARAGRAPH - 1 ? breaks : "";
    parts.push(sentence + end);
    length += Buffer.byteLength(sentence) + end.length;
  }
  return parts.join("");
}

/** A figure of the same length, so that years stay years of four digits. */
function otherFigure(digits, random) {
  if (/^20[0-2]\d$/.test(digits)) return String(2005 + Math.floor(random() * 20));
  return digits.replace(/\d/g, (digit, at) => String(at === 0 ? 1 + Math.floor(random() * 9) : Math.floor(random() * 10)));
}

function words(bytes) {
  const list = readFileSync(join(jiebaFolder(), "src/data/dict.txt"), "utf8").split("\n").map((line) => line.split(" ")[0]).filter(Boolean);
  const random = randomFrom(7);
  const parts = [];
  for (let length = 0; length < bytes;) {
    const word = list[Math.floor(random() * list.length)];
    parts.push(word);
    length += Buffer.byteLength(word);
  }
  return parts.join("");
}

/** Where cargo keeps the jieba-rs that Cargo.lock pins. */
export function jiebaFolder() {
  const metadata = execFileSync("cargo", ["metadata", "--format-version=1", "--locked", "--all-features"], { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  return dirname(JSON.parse(metadata).packages.find(({ name }) => name === "jieba-rs").manifest_path);
}

/** mulberry32 (public domain): small, and the same on every machine. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
