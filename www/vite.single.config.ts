import { defineConfig } from "vite";
import { characters } from "./build/characters.ts";
import { pageIcon } from "./build/icons.ts";
import { minified } from "./build/minified.ts";
import { plainImports } from "./build/plain-imports.ts";
import { singleFile } from "./build/single-file.ts";

// The page as one file, beside the other form of it.
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  mode: "single",
  publicDir: false,
  build: {
    outDir: "dist",
    emptyOutDir: false,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: false } },
  },
  // A page from a disk may start no worker that is a module.
  worker: { format: "iife", plugins: () => [minified()] },
  plugins: [characters(), pageIcon(import.meta.dirname), plainImports(), minified(), singleFile(import.meta.dirname, "quandian.html")],
});
