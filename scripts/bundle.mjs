// js/ → dist/: one file an entry point and shared chunks; the inline form is a single file.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** What stands in a table, without what is said about it: rows of cells. */
const tables = {
  name: "tables",
  setup: ({ onLoad }) => onLoad({ filter: /\.tsv$/ }, ({ path }) => {
    const rows = readFileSync(path, "utf8").split("\n").filter((row) => row !== "" && !row.startsWith("#"));
    return { contents: `export default ${JSON.stringify(rows.join("\n"))}.split("\\n").map((row) => row.split("\\t"));`, loader: "js" };
  }),
};

/** Who writes archives and who reads them have a copy each of the library for both, or either would load the half it has no use for. */
const halves = {
  name: "halves",
  setup: ({ onResolve, resolve }) => onResolve({ filter: /^fflate$/ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
    if (pluginData === "halves") return undefined;
    const found = await resolve(path, { kind, resolveDir, importer, pluginData: "halves" });
    return /[\\/]export[\\/]/.test(importer) ? { ...found, suffix: "?written" } : found;
  }),
};

const common = {
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  charset: "utf8",
  plugins: [tables, halves],
  logLevel: "warning",
};

// Chunks stand beside the entry points: the address of the wasm is relative to whichever file holds it.
await build({
  ...common,
  entryPoints: [
    "index", "index.workerd", "jieba", "jieba.workerd", "idf", "idf.workerd", "files", "export", "collate", "board", "say", "rules", "dom", "element",
    "define", "worker-client",
  ].map((name) => `js/${name}.ts`),
  outdir: "dist",
  splitting: true,
  chunkNames: "[name]-[hash]",
  // Imported by the entry for workerd alone, which hands them over itself.
  external: ["./quandian_bg.wasm", "./*.bin"],
});

await build({
  ...common,
  entryPoints: ["js/inline.ts"],
  outdir: "dist",
  // Node shows the line of an uncaught error: it must not be the one with the bytes.
  lineLimit: 200,
  loader: { ".wasm": "base64", ".lexicon": "base64" },
});

// The worker is a program of its own, which speaks in codes.
await build({
  ...common,
  entryPoints: ["js/worker.ts"],
  outdir: "dist",
  plugins: [tables, {
    name: "errors by their code",
    setup: ({ onResolve }) => onResolve({ filter: /\/error-texts\.js$/ }, ({ resolveDir }) => ({ path: join(resolveDir, "error-codes.ts") })),
  }],
});

// For a script tag on any page, of whatever encoding: nothing but ASCII. The analyser's code is one file beside it, taken when needed.
await build({
  ...common,
  entryPoints: { "embed-core": "js/create.ts" },
  outdir: "dist",
});

const { outputFiles: [script] } = await build({
  ...common,
  write: false,
  outdir: "dist",
  format: "iife",
  charset: "ascii",
  entryPoints: { "embed.iife": "js/embed.ts" },
  plugins: [tables, {
    name: "the modules beside the script",
    setup: ({ onResolve }) => onResolve({ filter: /^\.\.\/(create|worker-client)\.js$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: path.includes("create") ? "./embed-core.js" : "./worker-client.js", external: true } : undefined),
  }],
});

// A script of another origin whose tag lacks `crossorigin` has no address that "./" could be relative to; its tag has.
const HERE = "const quandianScript=document.currentScript?.src||document.baseURI;";
const absolute = script.text.replace("(()=>{", `(()=>{${HERE}`).replaceAll(/import\(("\.\/[\w-]+\.js")\)/g, "import(new URL($1,quandianScript))");
if (!absolute.includes(HERE) || absolute.split("quandianScript").length !== 4) throw new Error("embed.iife.js: two imports were expected");
writeFileSync("dist/embed.iife.js", absolute);

await build({
  ...common,
  platform: "node",
  minify: false,
  entryPoints: ["js/index.node.ts", "js/jieba.node.ts", "js/idf.node.ts", "js/cli.ts"],
  outdir: "dist",
  define: { VERSION: JSON.stringify(version) },
  plugins: [tables, {
    name: "one copy of the inlined bytes, of the formats and of the readers",
    setup: ({ onResolve }) => onResolve({ filter: /^\.\/(inline|export|files|(idf|jieba)\.node)\.js$/ }, ({ path }) => ({ path, external: true })),
  }],
});
