/** The same in Node, Deno and Bun: read from the package's folder when first needed. */
import { readFileSync } from "node:fs";

export const idf = (): Uint8Array<ArrayBuffer> => readFileSync(new URL("./quandian-idf.bin", import.meta.url));
