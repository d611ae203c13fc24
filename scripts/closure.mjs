// What comes with a script of the built package or page.
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fail, root } from "./run.mjs";

/** An entry point with the chunks it imports, as paths from the root. */
export function closure(entry, seen = new Set()) {
  const path = `${root}/${entry}`;
  if (!existsSync(path)) fail(`${entry} is not there: run npm run build first.`);
  if (seen.has(entry)) return [...seen];
  seen.add(entry);
  for (const [, name] of readFileSync(path, "utf8").matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) closure(posix.join(posix.dirname(entry), name), seen);
  return [...seen];
}
