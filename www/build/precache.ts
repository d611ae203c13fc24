/** Writes the service worker beside the page: its source, headed by the files it is to keep and a name for their sum. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The worker itself, and the page as one file, which is for those who take it along. */
const APART = new Set(["service-worker.js", "quandian.html"]);

export function precache(source: string): Plugin {
  return {
    name: "precache",
    writeBundle: {
      order: "post",
      handler({ dir = "." }) {
        const names = filesIn(dir).filter((name) => !APART.has(name)).sort();
        const hash = createHash("sha256").update(readFileSync(source));
        for (const name of names) hash.update(name).update(readFileSync(join(dir, name)));
        // The page is asked for by its directory, as readers do.
        const files = names.map((name) => (name === "index.html" ? "./" : name));
        const head = `const FILES = ${JSON.stringify(files)};\nconst VERSION = "${hash.digest("hex").slice(0, 12)}";\n`;
        writeFileSync(join(dir, "service-worker.js"), head + readFileSync(source, "utf8"));
      },
    },
  };
}

function filesIn(directory: string, under = ""): string[] {
  return readdirSync(join(directory, under), { withFileTypes: true }).flatMap((entry) => {
    const name = under === "" ? entry.name : `${under}/${entry.name}`;
    return entry.isDirectory() ? filesIn(directory, name) : [name];
  });
}
