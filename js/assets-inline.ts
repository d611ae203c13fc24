/** The package's files inside the code, for places that serve no files: Node, single-file pages, `file://`. */
import lexicon from "../build/compact.lexicon";
import wasm from "../build/quandian_bg.wasm";
import type { AssetsInMemory } from "./engine.js";

export const assets: AssetsInMemory = {
  wasm: () => decode(wasm),
  lexicon: () => decode(lexicon),
};

function decode(base64: string): Uint8Array<ArrayBuffer> {
  // Both are faster than the loop; the first is new, the second Node's.
  const native = Uint8Array as unknown as { fromBase64?(text: string): Uint8Array<ArrayBuffer> };
  if (native.fromBase64) return native.fromBase64(base64);
  if (typeof Buffer === "function") return new Uint8Array(Buffer.from(base64, "base64"));
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
