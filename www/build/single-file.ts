/**
 * Takes the built page apart and writes it as one HTML file that runs from a disk: style and script stand in it, worker,
 * wasm and lexicon as packed data. Its policy stands in it too and forbids every connection from the start.
 */
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Plugin } from "vite";

/** Uses what is in `www/single` in place of the modules of the same name, and leaves `name` as the only file. */
export function singleFile(root: string, name: string): Plugin {
  return {
    name: "single-file",
    enforce: "pre",
    resolveId(source) {
      return /^\.{1,2}\/start-analyzer\.js$/.test(source) ? join(root, "single/start-analyzer.ts") : null;
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const bytes = (pattern: RegExp): Uint8Array => {
          const file = files.find((one) => pattern.test(one.fileName));
          if (file === undefined) throw new Error(`single-file: nothing is named ${pattern}`);
          return Buffer.from(file.type === "chunk" ? file.code : file.source);
        };
        const page = assemble({
          html: Buffer.from(bytes(/^index\.html$/)).toString(),
          style: Buffer.from(bytes(/\.css$/)).toString(),
          script: Buffer.from(bytes(/index-[^/]*\.js$/)).toString(),
          carried: { worker: bytes(/worker-[^/]*\.js$/), wasm: bytes(/\.wasm$/), lexicon: bytes(/\.bin$/) },
        });
        for (const { fileName } of files) delete bundle[fileName];
        this.emitFile({ type: "asset", fileName: basename(name), source: page });
      },
    },
  };
}

interface Parts {
  readonly html: string;
  readonly style: string;
  readonly script: string;
  readonly carried: Readonly<Record<string, Uint8Array>>;
}

function assemble({ html, style, script, carried }: Parts): string {
  // A script ends at the first such tag, also in a string.
  const code = script.replaceAll("</script", "<\\/script");
  const policy = [
    "default-src 'none'", `script-src ${hashed(code)} 'wasm-unsafe-eval'`, `style-src ${hashed(style)}`, "img-src data: blob:", "worker-src blob:",
    "connect-src 'none'", "base-uri 'none'", "form-action 'none'",
  ].join("; ");
  const head = html
    .replace(/<link rel="manifest"[^>]*>\s*/, "").replace(/<link rel="apple-touch-icon"[^>]*>\s*/, "").replace(/<script type="module"[^>]*><\/script>\s*/, "").replace(/<link rel="modulepreload"[^>]*>\s*/g, "")
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
    .replace(/<meta charset="utf-8"[^>]*>/, (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`);
  const data = Object.entries(carried).map(([id, bytes]) => `<script type="text/plain" id="carried-${id}">${packed(bytes)}</script>\n`).join("");
  return head.replace("</body>", () => `${data}<script type="module">${code}</script>\n</body>`);
}

function packed(bytes: Uint8Array): string {
  return deflateRawSync(bytes, { level: 9 }).toString("base64");
}

function hashed(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
