// All tests: Rust, then the built package in Node, then the page in a browser, then the packed package in projects of
// others. A failure does not keep the later ones from running.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root, run, succeeds } from "./run.mjs";

process.chdir(root);
run("node", ["scripts/ensure.mjs"]);
run("node", ["scripts/build.mjs"]);
// The package alone: the build tool has no tests, and the whole workspace would be compiled a second time.
const passed = [
  succeeds("cargo", ["test", "--no-fail-fast", "--features", "compile,compact"]),
  ...["tests/js", "tests/e2e", "tests/consumers"].map(testsIn),
];
process.exitCode = passed.every(Boolean) ? 0 : 1;

function testsIn(directory) {
  const files = readdirSync(directory).filter((name) => /\.(test|spec)\.mjs$/.test(name)).map((name) => join(directory, name));
  return succeeds("node", ["--expose-gc", "--test", ...files]);
}
