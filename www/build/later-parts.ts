/** Tells the page, in its head, which of its scripts it does not begin with. */
import type { Plugin } from "vite";

export function laterParts(): Plugin {
  return {
    name: "later-parts",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle = {}, chunk }) {
        const atStart = new Set<string>();
        const add = (name: string): void => {
          const file = bundle[name];
          if (file?.type !== "chunk" || atStart.has(name)) return;
          atStart.add(name);
          file.imports.forEach(add);
        };
        if (chunk !== undefined) add(chunk.fileName);
        const later = Object.values(bundle).filter(({ type, fileName }) => type === "chunk" && !atStart.has(fileName));
        return [{ tag: "meta", attrs: { name: "later", content: later.map(({ fileName }) => `./${fileName}`).sort().join(" ") }, injectTo: "head" }];
      },
    },
  };
}
