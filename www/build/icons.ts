/**
 * Puts the icons into the page and its manifest. A browser takes them again when it likes, at a new address or when the page is
 * installed: that is after the page has forbidden itself all connections, and then no image comes from a file.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const SVG = "image/svg+xml";

interface Manifest {
  readonly icons: readonly { readonly src: string; readonly type: string }[];
}

export function pageIcon(root: string): Plugin {
  return {
    name: "page-icon",
    transformIndexHtml: {
      order: "pre",
      handler: (html) => html.replace(/(<link rel="icon" href=")\.\/([^"]+)/, (_, link: string, path: string) => link + inline(join(root, path), SVG)),
    },
  };
}

export function manifestIcons(root: string): Plugin {
  return {
    name: "manifest-icons",
    writeBundle({ dir = "." }) {
      const path = join(dir, "manifest.webmanifest");
      const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
      const icons = manifest.icons.map((icon) => ({ ...icon, src: inline(join(root, icon.src), icon.type) }));
      writeFileSync(path, JSON.stringify({ ...manifest, icons }));
    },
  };
}

function inline(path: string, type: string): string {
  return `data:${type};base64,${readFileSync(path).toString("base64")}`;
}
