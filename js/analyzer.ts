/** The analysers of this thread: the work is done in one go, whether the answer is waited for or not. */
import { toAnalysis, toKeywords, toSurfaces } from "./analysis.js";
import { DISPOSE } from "./dispose.js";
import { Engine, type Assets, type AssetsInMemory } from "./engine.js";
import { QuandianError } from "./errors.js";
import { formulaRows } from "./formulas.js";
import type {
  Analysis, AnalyzeOptions, Analyzer, CreateOptions, Keyword, KeywordOptions, LayerOptions, NumberAnnotation, SegmentOptions, SloganAnnotation, SyncAnalyzer,
  SyncOptions, Token, UserWord,
} from "./types.js";
import { additions, removals } from "./user-words.js";

export async function openAnalyzer(options: CreateOptions, assets: Assets): Promise<Analyzer> {
  return new LocalAnalyzer(await Engine.open(options, assets));
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
    this.#engine.prepareSync(options);
    return toAnalysis(text, this.#engine.analyze(text, options, onProgress));
  }

  segmentSync(text: string, { signal, ...options }: SegmentOptions = {}): string[] {
    if (signal?.aborted) throw new QuandianError("aborted");
    return toSurfaces(text, this.#engine.analyze(text, { ...options, layers: ["words"], tags: false }));
  }

  tagSync(text: string, options?: SegmentOptions): readonly Token[] {
    return this.analyzeSync(text, { ...options, layers: ["words"] }).tokens;
  }

  keywordsSync(text: string, { signal, ...options }: KeywordOptions = {}): readonly Keyword[] {
    if (signal?.aborted) throw new QuandianError("aborted");
    this.#engine.prepareSync({ ...options, layers: ["words"] });
    return toKeywords(text, this.#engine.keywords(text, options));
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

/** With promises, because its twin's methods in a worker must have them, and files may have to come first. */
class LocalAnalyzer implements Analyzer {
  readonly #engine: Engine;
  readonly #analyzer: SyncAnalyzer;
  /** Settled when no call waits for its files any more; never rejects. */
  #waiting: Promise<unknown> | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#analyzer = new EngineAnalyzer(engine);
  }

  async analyze(text: string, options: AnalyzeOptions = {}): Promise<Analysis> {
    return this.#inTurn(() => this.#analyzer.analyzeSync(text, options), options);
  }

  async segment(text: string, options?: SegmentOptions): Promise<string[]> {
    return this.#inTurn(() => this.#analyzer.segmentSync(text, options));
  }

  async tag(text: string, options?: SegmentOptions): Promise<readonly Token[]> {
    return (await this.analyze(text, { ...options, layers: ["words"] })).tokens;
  }

  async keywords(text: string, options: KeywordOptions = {}): Promise<readonly Keyword[]> {
    return this.#inTurn(() => this.#analyzer.keywordsSync(text, options), { ...options, layers: ["words"] });
  }

  async numbers(text: string, options?: LayerOptions): Promise<readonly NumberAnnotation[]> {
    return (await this.analyze(text, { ...options, layers: ["numbers"] })).numbers;
  }

  async slogans(text: string, options?: LayerOptions): Promise<readonly SloganAnnotation[]> {
    return (await this.analyze(text, { ...options, layers: ["slogans"] })).slogans;
  }

  async addWords(words: Iterable<UserWord>): Promise<void> {
    const changes = additions(words);
    return this.#inTurn(() => this.#engine.changeWords(changes));
  }

  async removeWords(words: Iterable<string>): Promise<void> {
    const changes = removals(words);
    return this.#inTurn(() => this.#engine.changeWords(changes));
  }

  async setFormulas(formulas: NonNullable<CreateOptions["formulas"]>): Promise<void> {
    const rows = formulaRows(formulas);
    return this.#inTurn(() => this.#engine.setFormulas(rows));
  }

  dispose(): void {
    this.#analyzer.dispose();
  }

  [DISPOSE](): void {
    this.dispose();
  }

  /** Does `work` once the files are there that a call with `options` needs, and after the calls before it, which may wait for theirs. */
  async #inTurn<T>(work: () => T, options?: AnalyzeOptions & KeywordOptions): Promise<T> {
    const files = options && this.#engine.prepare(options);
    if (!files && !this.#waiting) return work();
    // What fails is this call, whenever its turn comes.
    files?.catch(() => undefined);
    const answer = Promise.resolve(this.#waiting).then(() => files).then(work);
    const settled = answer.catch(() => undefined).then(() => {
      if (this.#waiting === settled) this.#waiting = undefined;
    });
    this.#waiting = settled;
    return answer;
  }
}
