/** One analyser for all texts of a page that want the same. A failure is not remembered. */
import { named } from "../errors.js";
import type { Analyzer } from "../types.js";
import { createAnalyzer, createWorkerAnalyzer } from "./core.js";

export interface Wanted {
  /** Address; null for the file beside the script. */
  readonly wasm: string | null;
  /** Address, the file beside the script, or none. */
  readonly lexicon: string | boolean;
  /** Address of a worker's script; null to stay in this thread. */
  readonly worker: string | null;
}

const WORKER_START_MS = 8000;
const opened = new Map<string, Promise<Analyzer>>();

export function sharedAnalyzer(wanted: Wanted): Promise<Analyzer> {
  const key = JSON.stringify([wanted.wasm, wanted.lexicon, wanted.worker]);
  const opening = opened.get(key) ?? open(wanted);
  opened.set(key, opening);
  opening.catch(() => opened.delete(key));
  return opening;
}

async function open({ wasm, lexicon, worker }: Wanted): Promise<Analyzer> {
  const files = { ...(wasm !== null && { wasm }), ...(lexicon !== true && { lexicon }) };
  if (worker === null) return createAnalyzer(files);
  try {
    return await createWorkerAnalyzer({ ...files, worker, startTimeoutMs: WORKER_START_MS });
  } catch (error) {
    // Browsers refuse workers of other origins, policies any worker. An article is read in this thread before anybody notices.
    if (named(error, "internal").code.startsWith("worker-")) return createAnalyzer(files);
    throw error;
  }
}
