/** How an analyser is started where the page is one file: worker, wasm and lexicon are carried in it. */
import type { Analyzer } from "quandian";
import { createWorkerAnalyzer, type WorkerOptions } from "quandian/worker";

let address: Promise<string> | undefined;

export async function startAnalyzer(options: WorkerOptions): Promise<Analyzer> {
  address ??= carried("worker").then((code) => URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  const [code, wasm, lexicon] = await Promise.all([address, carried("wasm"), options.lexicon ?? carried("lexicon")]);
  return createWorkerAnalyzer({ ...options, worker: new Worker(code, { name: "quandian" }), wasm, lexicon });
}

/** Bytes that stand in the page as base64 of raw deflate. */
async function carried(id: string): Promise<ArrayBuffer> {
  const binary = atob(document.getElementById(`carried-${id}`)?.textContent ?? "");
  const packed = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) packed[at] = binary.charCodeAt(at);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
}
