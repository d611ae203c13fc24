// All tests: Rust, then the built package in Node, then the page in a browser where there is one.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./run.mjs";

process.chdir(root);
run("node", ["scripts/ensure.mjs"]);
run("node", ["scripts/build.mjs"]);
run("cargo", ["test", "--workspace"]);
testsIn("tests/js");
testsIn("tests/e2e");

function testsIn(directory) {
  if (!existsSync(directory)) return;
  const files = readdirSync(directory).filter((name) => /\.(test|spec)\.mjs$/.test(name)).map((name) => join(directory, name));
  if (files.length > 0) run("node", ["--expose-gc", "--test", ...files]);
}
