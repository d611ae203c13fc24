/** The core's table of Traditional characters as a module of the page, as the planes it is kept in: src/text/fold.rs says how they are read. */
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const TABLE = new URL("../../src/text/fold.rs", import.meta.url);
const ID = "virtual:characters";

export function characters(): Plugin {
  return {
    name: "characters",
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) => (id === `\0${ID}` ? planes(readFileSync(TABLE, "utf8")) : null),
  };
}

function planes(rust: string): string {
  const named = [...rust.matchAll(/static ([A-Z]+): &\[u\d+\] = &\[([\d,\s]+)\]/g)];
  if (named.length !== 4) throw new Error("src/text/fold.rs is not the table it was.");
  return named.map(([, name, numbers]) => `export const ${name} = [${numbers?.replace(/\s/g, "").replace(/,$/, "")}];`).join("\n");
}
