// Everything a machine can say about the code: format, lints, types, house rules, the shape of the package.
import { run } from "./run.mjs";

run("node", ["scripts/ensure.mjs"]);
// Types come from the generated bindings, so they must be there.
run("node", ["scripts/build.mjs"]);
run("cargo", ["fmt", "--all", "--check"]);
run("cargo", ["clippy", "-q", "--workspace", "--all-targets", "--", "-D", "warnings"]);
run("cargo", ["clippy", "-q", "-p", "quandian", "--lib", "--features", "wasm", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]);
run("cargo", ["doc", "-q", "--no-deps", "-p", "quandian", "--features", "compact"], { env: { ...process.env, RUSTDOCFLAGS: "-D warnings" } });
run("node", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json", "--emitDeclarationOnly", "false", "--noEmit"]);
run("node", ["node_modules/typescript/bin/tsc", "-p", "www/tsconfig.json"]);
run("cargo", ["test", "-q", "--test", "tidy"]);
run("node", ["--test", "tests/consumers/package.test.mjs"]);
console.log("check: all well");
