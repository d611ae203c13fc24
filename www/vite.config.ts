import { defineConfig } from "vite";
import { characters } from "./build/characters.ts";
import { manifestIcons, pageIcon } from "./build/icons.ts";
import { laterParts, partOf } from "./build/later-parts.ts";
import { minified } from "./build/minified.ts";
import { plainImports } from "./build/plain-imports.ts";
import { precache } from "./build/precache.ts";

// Everything stays a file of its own: the page's policy forbids `data:` fetches and inline scripts.
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: partOf, debugName: "parts" }] } } },
  },
  worker: { format: "es", plugins: () => [minified()] },
  plugins: [characters(), pageIcon(import.meta.dirname), plainImports(), minified(), laterParts(), manifestIcons(import.meta.dirname), precache(`${import.meta.dirname}/service-worker.js`)],
});
