// Running other programs, for the scripts beside this one.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program in the project's directory; its failure ends this one. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: "inherit", ...options });
  if (error) fail(`${program} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs a program in the project's directory; tells whether it went well. */
export function succeeds(program, args) {
  return spawnSync(program, args, { cwd: root, stdio: "inherit" }).status === 0;
}

/** What a program prints, or undefined where it fails or is not there. */
export function ask(program, args, { trim = true } = {}) {
  const { status, stdout } = spawnSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1e9 });
  if (status !== 0) return undefined;
  return trim ? stdout.trim() : stdout;
}

/** Where cargo puts what it builds. */
export function targetDirectory() {
  return process.env.CARGO_TARGET_DIR ?? join(root, "target");
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}
