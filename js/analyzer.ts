/** The analysers of this thread: the work is done in one go, whether the answer is waited for or not. */
import { toAnalysis, toSurfaces } from "./analysis.js";
import { DISPOSE } from "./dispose.js";
import { Engine, type Assets, type AssetsInMemory } from "./engine.js";
import { QuandianError } from "./errors.js";
import { formulaRows } from "./formulas.js";
import type {
  Analysis, AnalyzeOptions, Analyzer, CreateOptions, LayerOptions, NumberAnnotation, SegmentOptions, SloganAnnotation, SyncAnalyzer,
  SyncOptions, UserWord,
} from "./types.js";
import { additions, removals } from "./user-words.js";

export async function openAnalyzer(options: CreateOptions, assets: Assets): Promise<Analyzer> {
  return new LocalAnalyzer(new EngineAnalyzer(await Engine.open(options, assets)));
}

export function openAnalyzerSync(options: SyncOptions, assets: AssetsInMemory): SyncAnalyzer {
  return new EngineAnalyzer(Engine.openSync(options, assets));
}

class EngineAnalyzer implements SyncAnalyzer {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  analyzeSync(text: string, { signal, onProgress, ...options }: AnalyzeOptions = {}): Analysis {
    if (signal?.aborted) throw new QuandianError("aborted");
    return toAnalysis(text, this.#engine.analyze(text, options, onProgress));
  }

  segmentSync(text: string, { signal, ...options }: SegmentOptions = {}): string[] {
    if (signal?.aborted) throw new QuandianError("aborted");
    const { tokens } = this.#engine.analyze(text, { ...options, layers: ["words"], tags: false });
    return tokens ? toSurfaces(text, tokens) : [];
  }

  addWordsSync(words: Iterable<UserWord>): void {
    this.#engine.changeWords(additions(words));
  }

  removeWordsSync(words: Iterable<string>): void {
    this.#engine.changeWords(removals(words));
  }

  setFormulasSync(formulas: NonNullable<CreateOptions["formulas"]>): void {
    this.#engine.setFormulas(formulaRows(formulas));
  }

  dispose(): void {
    this.#engine.dispose();
  }

  [DISPOSE](): void {
    this.dispose();
  }
}

/** With promises, because its twin's methods in a worker must have them. */
class LocalAnalyzer implements Analyzer {
  readonly #analyzer: SyncAnalyzer;

  constructor(analyzer: SyncAnalyzer) {
    this.#analyzer = analyzer;
  }

  async analyze(text: string, options?: AnalyzeOptions): Promise<Analysis> {
    return this.#analyzer.analyzeSync(text, options);
  }

  async segment(text: string, options?: SegmentOptions): Promise<string[]> {
    return this.#analyzer.segmentSync(text, options);
  }

  async numbers(text: string, options?: LayerOptions): Promise<readonly NumberAnnotation[]> {
    return this.#analyzer.analyzeSync(text, { ...options, layers: ["numbers"] }).numbers;
  }

  async slogans(text: string, options?: LayerOptions): Promise<readonly SloganAnnotation[]> {
    return this.#analyzer.analyzeSync(text, { ...options, layers: ["slogans"] }).slogans;
  }

  async addWords(words: Iterable<UserWord>): Promise<void> {
    this.#analyzer.addWordsSync(words);
  }

  async removeWords(words: Iterable<string>): Promise<void> {
    this.#analyzer.removeWordsSync(words);
  }

  async setFormulas(formulas: NonNullable<CreateOptions["formulas"]>): Promise<void> {
    this.#analyzer.setFormulasSync(formulas);
  }

  dispose(): void {
    this.#analyzer.dispose();
  }

  [DISPOSE](): void {
    this.dispose();
  }
}
