/** How an analyser is started: in a worker, from the files beside the page. */
import type { Analyzer } from "quandian";
import { createWorkerAnalyzer, type WorkerOptions } from "quandian/worker";

export function startAnalyzer(options: WorkerOptions): Promise<Analyzer> {
  return createWorkerAnalyzer(options);
}
