// The wasm memory that a text needs. It never shrinks, so what it is at the end is the most it was.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { prose } from "./corpus.mjs";
import { root } from "./places.mjs";

const dist = (name) => join(root, "dist", name);
const LIMIT = 9_999_000;

/** Bytes after start and after ten million bytes: of prose in one line, and of a text that is dense with numbers. */
export async function memoryOf() {
  const dense = "新增12个、减少3.5%，投入400万元；".repeat(LIMIT / 48);
  return { prose: await after(prose(LIMIT - 1000, { breaks: "" })), dense: await after(dense) };
}

async function after(text) {
  const { createAnalyzer, memoryBytes } = await import(`${pathToFileURL(dist("inline.js")).href}?memory${text.length}`);
  const analyzer = await createAnalyzer({ wasm: readFileSync(dist("quandian_bg.wasm")), lexicon: readFileSync(dist("quandian-compact.bin")) });
  const start = memoryBytes();
  const { numbers } = await analyzer.analyze(text);
  const held = { start, bytes: memoryBytes(), numbers: numbers.length, size: Buffer.byteLength(text) };
  analyzer.dispose();
  return held;
}
