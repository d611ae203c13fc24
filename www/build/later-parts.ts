/** Parts the page's scripts in two: what it begins with, and what is brought later, which its head names. */
import type { Plugin, Rolldown } from "vite";

/**
 * One script for the start and one for all that is imported when it is asked for, since what is alike packs better together and
 * one file asks less of a server than ten; English alone stands apart, because its readers begin with it.
 */
export function partOf(id: string, graph: Rolldown.ChunkingContext): string | null {
  if (isAtStart(id, graph)) return "index";
  return /words-en/.test(id) ? null : "later";
}

function isAtStart(id: string, graph: Rolldown.ChunkingContext, seen = new Set<string>()): boolean {
  const module = graph.getModuleInfo(id);
  if (module === null || seen.has(id)) return false;
  seen.add(id);
  return module.isEntry || module.importers.some((importer) => isAtStart(importer, graph, seen));
}

export function laterParts(): Plugin {
  return {
    name: "later-parts",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle = {}, chunk }) {
        const later = Object.values(bundle).filter((file) => file.type === "chunk" && file !== chunk);
        return [{ tag: "meta", attrs: { name: "later", content: later.map(({ fileName }) => `./${fileName}`).sort().join(" ") }, injectTo: "head" }];
      },
    },
  };
}
