/** An analyser of this thread: the core with its lexicon and words, made anew when its instance died. */
import { QuandianError } from "./errors.js";
import { formulaRows } from "./formulas.js";
import { bytesAtOnce, bytesOf, LateFile } from "./late-file.js";
import { ALL_LAYERS, checkAnalyzeOptions, checkCreateOptions, checkKeywordOptions, checkLayers, checkWhole, placeAmong } from "./options.js";
import { Progress } from "./progress.js";
import { requireText } from "./require-text.js";
import type { AnalyzeOptions, CreateOptions, KeywordMethod, KeywordOptions, Layer, Mode, SyncOptions, WasmInput } from "./types.js";
import { additions, WordHistory, type WordChange } from "./user-words.js";
import { utf8Length } from "./utf8-length.js";
import { createCore, currentGeneration, load, loadSync, type Core, type RawAnalysis, type RawKeywords, type Wanted } from "./wasm.js";

/** Where the package's own files come from. */
export interface Assets {
  wasm(): WasmInput;
  lexicon(): NonNullable<CreateOptions["lexicon"]>;
}

/** The same, in memory already. */
export interface AssetsInMemory {
  wasm(): BufferSource | WebAssembly.Module;
  lexicon(): BufferSource;
}

const DEFAULT_LIMIT = 10_000_000;

/** Options as they travel to a worker: all but what is of this thread. */
export type PlainOptions = Omit<AnalyzeOptions, "signal" | "onProgress">;

/** The same of keywords. */
export type PlainKeywordOptions = Omit<KeywordOptions, "signal">;

/** Files that only some calls need. */
type Late = "tagModel" | "idf";

export class Engine {
  #core: Core | undefined;
  readonly #lexicon: Uint8Array | undefined;
  readonly #late: Partial<Record<Late, LateFile>>;
  readonly #words = new WordHistory();
  readonly #layers: readonly Layer[];
  readonly #limit: number;
  /** Rows of the reader's own formulas. */
  #formulas: string;

  static async open(options: CreateOptions, assets: Assets): Promise<Engine> {
    checkCreateOptions(options);
    const input = options.lexicon ?? (needsLexicon(options) && assets.lexicon());
    // Both are asked for at once; the wasm is the one that is waited for first.
    const lexicon = input === false ? undefined : bytesOf(input);
    lexicon?.catch(() => undefined);
    await load(() => options.wasm ?? assets.wasm());
    return new Engine(await lexicon, options);
  }

  static openSync(options: SyncOptions, assets: AssetsInMemory): Engine {
    checkCreateOptions(options);
    const input = options.lexicon ?? (needsLexicon(options) && assets.lexicon());
    const lexicon = input === false ? undefined : bytesAtOnce(input, "lexicon");
    loadSync(() => options.wasm ?? assets.wasm());
    return new Engine(lexicon, options);
  }

  private constructor(lexicon: Uint8Array | undefined, options: CreateOptions | SyncOptions) {
    const { limit = DEFAULT_LIMIT, layers = lexicon ? ALL_LAYERS : WITHOUT_LEXICON, formulas = "", words = [] } = options;
    checkWhole("limit", limit);
    this.#limit = limit;
    this.#lexicon = lexicon;
    this.#late = this.#lateFiles(options);
    checkLayers(layers, lexicon !== undefined);
    this.#layers = layers;
    this.#formulas = formulaRows(formulas);
    // Looked at before there is a core that nobody would free.
    const added = additions(words);
    this.#core = this.#made();
    this.changeWords(added);
  }

  /** Loads what a call with these options needs beyond the lexicon, where there is something to wait for. */
  prepare(options: PlainOptions & PlainKeywordOptions): Promise<unknown> | undefined {
    const missing = this.#missing(options);
    return missing.length > 0 ? Promise.all(missing.map((file) => file.load())) : undefined;
  }

  /** The same without waiting. */
  prepareSync(options: PlainOptions & PlainKeywordOptions): void {
    for (const file of this.#missing(options)) file.loadSync();
  }

  analyze(text: string, options: PlainOptions, onProgress?: AnalyzeOptions["onProgress"]): RawAnalysis {
    this.#checkText(text);
    checkAnalyzeOptions(options);
    const layers = options.layers ?? this.#layers;
    checkLayers(layers, this.#lexicon !== undefined);
    const mode = placeAmong("mode", MODES, options.mode ?? "accurate");
    const words = layers.includes("words");
    const progress = new Progress(onProgress);
    const wanted: Wanted = {
      words: words && mode === 0,
      numbers: layers.includes("numbers"),
      slogans: layers.includes("slogans"),
      rejected: options.rejected ?? false,
      mode: mode as 0 | 1 | 2,
      parts: options.parts ?? false,
      hmm: options.hmm ?? true,
      tags: options.tags ?? true,
      limit: this.#limit,
      referenceDate: options.referenceDate,
      done: (step) => progress.report(SHARES[step] ?? 0),
    };
    const findings = this.#findings(text, wanted, words);
    progress.end();
    return findings;
  }

  keywords(text: string, options: PlainKeywordOptions): RawKeywords {
    this.#checkText(text);
    checkKeywordOptions(options);
    checkLayers(["words"], this.#lexicon !== undefined);
    const { method = "textrank", count = 20, parts = false, hmm = true } = options;
    const byRarity = placeAmong("method", METHODS, method);
    checkWhole("count", count);
    const allow = options.allow ?? (byRarity ? [] : this.#isJieba ? JIEBA_RANKS : COMPACT_RANKS);
    if (!Array.isArray(allow) || allow.some((tag) => typeof tag !== "string")) throw new QuandianError("option", "allow: a list");
    const wanted: Wanted = {
      words: true, numbers: false, slogans: false, rejected: false, mode: 0, parts, hmm, tags: true, limit: this.#limit,
      referenceDate: undefined, done: () => undefined,
    };
    return this.#alive().keywords(text, wanted, byRarity === 1, count, allow);
  }

  #checkText(text: string): void {
    requireText(text);
    const bytes = utf8Length(text, this.#limit);
    if (bytes > this.#limit) throw new QuandianError("text-too-long", `> ${this.#limit} B`);
  }

  /** The best cut comes with the other findings; words alone, and words in the other modes, are asked for by themselves. */
  #findings(text: string, wanted: Wanted, words: boolean): RawAnalysis {
    const core = this.#alive();
    const others = wanted.numbers || wanted.slogans || wanted.rejected;
    const raw = others ? core.analyze(text, wanted) : {};
    if (!words) return raw;
    return { ...raw, ...(raw.tokenEnds ? {} : core.segment(text, wanted)), tags: core.tags() };
  }

  changeWords(changes: Iterable<WordChange>): void {
    for (const change of changes) {
      apply(this.#alive(), change);
      this.#words.add(change);
    }
  }

  setFormulas(rows: string): void {
    this.#alive().setFormulas(rows);
    this.#formulas = rows;
  }

  dispose(): void {
    // An analyser of a dead instance owns nothing any more.
    if (this.#core?.generation === currentGeneration()) this.#core.free();
    this.#core = undefined;
  }

  get #isJieba(): boolean {
    return this.#lexicon !== undefined && startsWith(this.#lexicon, JIEBA);
  }

  #lateFiles({ tagModel, idf }: CreateOptions | SyncOptions): Partial<Record<Late, LateFile>> {
    return {
      ...(tagModel && this.#isJieba ? { tagModel: new LateFile("tagModel", tagModel, (bytes) => this.#alive().loadTagModel(bytes)) } : {}),
      ...(idf ? { idf: new LateFile("idf", idf, (bytes) => this.#alive().loadIdf(bytes)) } : {}),
    };
  }

  /** Words come with their part of speech, and what a number counts is found by it. */
  #missing({ tags = true, layers = this.#layers, method }: PlainOptions & PlainKeywordOptions): LateFile[] {
    const { tagModel, idf } = this.#late;
    const tagged = Array.isArray(layers) && ((tags && layers.includes("words")) || layers.includes("numbers"));
    return [tagged ? tagModel : undefined, method === "tf-idf" ? idf : undefined].filter((file) => file !== undefined && !file.isLoaded) as LateFile[];
  }

  #alive(): Core {
    if (this.#core === undefined) throw new QuandianError("disposed");
    if (this.#core.generation !== currentGeneration()) {
      this.#core = this.#made();
      for (const file of Object.values(this.#late)) file.restore();
    }
    return this.#core;
  }

  #made(): Core {
    const core = createCore();
    if (this.#lexicon) core.loadLexicon(this.#lexicon);
    if (this.#formulas) core.setFormulas(this.#formulas);
    for (const change of this.#words) apply(core, change);
    return core;
  }
}

const WITHOUT_LEXICON: readonly Layer[] = ["numbers", "slogans"];
/** How much is done after each step of the core, as measured on reports of a megabyte. What is left is the way out. */
const SHARES: readonly number[] = [0.01, 0.2, 0.55, 0.75, 0.8];
const METHODS: readonly KeywordMethod[] = ["textrank", "tf-idf"];
/** Parts of speech that jieba ranks by default; formulas and brands are `nz` with the compact lexicon. */
const JIEBA_RANKS: readonly string[] = ["ns", "n", "vn", "v"];
const COMPACT_RANKS: readonly string[] = [...JIEBA_RANKS, "nz"];
const MODES: readonly Mode[] = ["accurate", "full", "search"];

/** What jieba's lexicon begins with: src/lexicon/jieba/format.rs. */
const JIEBA = "QDJB";

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return String.fromCharCode(...bytes.subarray(0, magic.length)) === magic;
}

function needsLexicon({ layers }: { readonly layers?: readonly Layer[] }): boolean {
  return !Array.isArray(layers) || layers.includes("words");
}

function apply(core: Core, change: WordChange): void {
  if ("removed" in change) core.removeWord(change.removed);
  else core.addWord(...change.added);
}
