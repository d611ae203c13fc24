/**
 * The package's wasm with a flaw of our making: a text of `FATAL` bytes traps, and from then on everything does, as in an instance
 * that a panic left in the middle of something. The flaw is put into a copy; nothing of it ships.
 */
import binaryen from "binaryen";
import { readFileSync } from "node:fs";

const FATAL = 7919;

/** Deadly for the patched wasm, ordinary otherwise. */
export const FATAL_TEXT = `共27项${"a".repeat(FATAL - 8)}`;

export function trappingWasm() {
  const module = binaryen.readBinary(readFileSync(new URL("../../dist/quandian_bg.wasm", import.meta.url)));
  module.addGlobal("dead", binaryen.i32, true, module.i32.const(0));
  const isDead = () => module.global.get("dead", binaryen.i32);
  for (let at = 0; at < module.getNumExports(); at += 1) {
    const { name, value, kind } = binaryen.getExportInfo(module.getExportByIndex(at));
    if (kind !== binaryen.ExternalFunction || !name.startsWith("analyzer_")) continue;
    const body = binaryen.Function(module.getFunction(value));
    const { results } = binaryen.getFunctionInfo(module.getFunction(value));
    const length = module.local.get(2, binaryen.i32);
    const kill = name === "analyzer_analyze"
      ? [module.if(module.i32.eq(length, module.i32.const(FATAL)), module.block(null, [module.global.set("dead", module.i32.const(1)), module.unreachable()]))]
      : [];
    body.body = module.block(null, [...kill, module.if(isDead(), module.unreachable()), body.body], results);
  }
  return module.emitBinary();
}
