/** The analyser of this thread. */
import { toAnalysis, toSurfaces } from "./analysis.js";
import { Engine, type Assets } from "./engine.js";
import { QuandianError } from "./errors.js";
import { formulaRows } from "./formulas.js";
import type { Analysis, AnalyzeOptions, Analyzer, CreateOptions, UserWord } from "./types.js";

export async function openAnalyzer(options: CreateOptions, assets: Assets): Promise<Analyzer> {
  return new LocalAnalyzer(await Engine.open(options, assets));
}

/** Its methods are asynchronous because its twin's in a worker must be; the work itself is done in one go. */
class LocalAnalyzer implements Analyzer {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async analyze(text: string, options: AnalyzeOptions = {}): Promise<Analysis> {
    if (options.signal?.aborted) throw new QuandianError("aborted");
    return toAnalysis(text, this.#engine.analyze(text, options));
  }

  async segment(text: string, options: Pick<AnalyzeOptions, "mode" | "parts"> = {}): Promise<string[]> {
    const { tokens } = this.#engine.analyze(text, { ...options, layers: ["words"] });
    return tokens ? toSurfaces(text, tokens) : [];
  }

  async addWords(words: Iterable<UserWord>): Promise<void> {
    this.#engine.addWords(words);
  }

  async removeWords(words: Iterable<string>): Promise<void> {
    this.#engine.removeWords(words);
  }

  async setFormulas(formulas: NonNullable<CreateOptions["formulas"]>): Promise<void> {
    this.#engine.setFormulas(formulaRows(formulas));
  }

  dispose(): void {
    this.#engine.dispose();
  }
}
