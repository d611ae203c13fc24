/** Parts the page's scripts: what it begins with, what comes once a text is marked, and what is asked for later. Its head names the latter two. */
import type { Plugin, Rolldown } from "vite";

/** What the second script begins with. */
const BESIDE = /\/parts\/beside\.ts$/;
/** What some readers begin with: English, and whoever comes by a link. */
const APART = /\/(words-en|share)\.ts$/;

/** Three scripts and what stands apart, since what is alike packs better together and one file asks less of a server than ten. */
export function partOf(id: string, graph: Rolldown.ChunkingContext): string | null {
  if (comesWith(id, graph, ({ isEntry }) => isEntry)) return "index";
  if (comesWith(id, graph, (module) => BESIDE.test(module.id))) return "beside";
  return APART.test(id) ? null : "later";
}

/** Whether it is such a module, or one that such a module imports. */
function comesWith(id: string, graph: Rolldown.ChunkingContext, isRoot: (module: Rolldown.ModuleInfo) => boolean, seen = new Set<string>()): boolean {
  const module = graph.getModuleInfo(id);
  if (module === null || seen.has(id)) return false;
  seen.add(id);
  return isRoot(module) || module.importers.some((importer) => comesWith(importer, graph, isRoot, seen));
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
