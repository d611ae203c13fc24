// jieba-rs as a native program: a run of its own each time, which times itself.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { jiebaFolder } from "../corpus.mjs";
import { JIEBA_NATIVE, scratch } from "../places.mjs";

export default function jiebaRsNative() {
  const dictionary = join(jiebaFolder(), "src/data/dict.txt");
  const empty = join(scratch("corpus"), "empty.txt");
  const ask = (path, form) => Number(execFileSync(JIEBA_NATIVE, [dictionary, path, form], { encoding: "utf8" }));
  return {
    title: "jieba-rs (native)",
    version: "jieba-rs 0.11.0",
    start() {
      writeFileSync(empty, "");
      return ask(empty, "start");
    },
    /** Milliseconds by its own clock. */
    timed: (path, form) => ask(path, form),
  };
}
