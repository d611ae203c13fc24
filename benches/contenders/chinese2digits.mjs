// chinese2digits, a Python package: rewrites Chinese numerals as digits. Times itself inside Python.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PYTHON } from "../places.mjs";

const program = join(fileURLToPath(new URL(".", import.meta.url)), "chinese2digits_time.py");

export default function chinese2digits() {
  return {
    title: "chinese2digits (Python)",
    version: "chinese2digits 6.0.2",
    start: () => 0,
    timed: (path) => Number(execFileSync(PYTHON, [program, path], { encoding: "utf8" })),
  };
}
