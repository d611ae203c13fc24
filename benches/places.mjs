// Where things stand that the bench installs and builds: all of it below build/bench, none of it in the package.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const home = join(root, "build/bench");

export const PEERS = join(home, "peers");
export const TARGET = join(home, "target");
export const JIEBA_WASM = join(home, "jieba-rs");
export const JIEBA_NATIVE = join(TARGET, "release/bench-jieba");
export const VENV = join(home, "venv");
export const PYTHON = join(VENV, "bin/python");

/** The browser that is measured. */
export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const peerFile = (path) => join(PEERS, "node_modules", path);
export const peerRequire = createRequire(join(PEERS, "package.json"));
export const peer = (name) => JSON.parse(readFileSync(peerFile(`${name}/package.json`), "utf8"));

export function scratch(name) {
  const directory = join(home, name);
  mkdirSync(directory, { recursive: true });
  return directory;
}

/** Bytes the process holds now; for contenders that have no wasm memory to ask. */
export function grown() {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}
