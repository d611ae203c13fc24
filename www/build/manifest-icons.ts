/**
 * Puts the icons into the manifest. A browser takes them when the page is installed, which is after the page has forbidden
 * itself all connections: then no image comes from a file.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

interface Manifest {
  readonly icons: readonly { readonly src: string; readonly type: string }[];
}

export function manifestIcons(root: string): Plugin {
  return {
    name: "manifest-icons",
    writeBundle({ dir = "." }) {
      const path = join(dir, "manifest.webmanifest");
      const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
      const icons = manifest.icons.map((icon) => ({ ...icon, src: `data:${icon.type};base64,${readFileSync(join(root, icon.src)).toString("base64")}` }));
      writeFileSync(path, JSON.stringify({ ...manifest, icons }));
    },
  };
}
