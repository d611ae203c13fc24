/** The analyser's code, which is loaded when the first text is to be read and not before. */
import { QuandianError } from "../errors.js";
import type { Analyzer, CreateOptions, WorkerOptions } from "../types.js";

export async function createAnalyzer(options: CreateOptions): Promise<Analyzer> {
  const core = await loaded(import("../create.js"));
  return core.createAnalyzer(options);
}

export async function createWorkerAnalyzer(options: WorkerOptions): Promise<Analyzer> {
  const core = await loaded(import("../worker-client.js"));
  return core.createWorkerAnalyzer(options);
}

async function loaded<Module>(script: Promise<Module>): Promise<Module> {
  try {
    return await script;
  } catch (error) {
    throw new QuandianError("script-not-found", error instanceof Error ? error.message : "", error);
  }
}
