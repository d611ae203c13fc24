/** The analyser of another thread, with the interface of the one in this thread. */
import { toAnalysis, toKeywords, toSurfaces } from "./analysis.js";
import { DISPOSE } from "./dispose.js";
import type { PlainOptions } from "./engine.js";
import { formulaRows } from "./formulas.js";
import { isBytes } from "./fetch-bytes.js";
import { requireText } from "./require-text.js";
import type {
  Analysis, AnalyzeOptions, Analyzer, BytesInput, CreateOptions, Keyword, KeywordOptions, LayerOptions, LazyBytes, NumberAnnotation, SegmentOptions, SloganAnnotation, Token, UserWord,
  WorkerOptions,
} from "./types.js";
import { additions, removals } from "./user-words.js";
import type { RawAnalysis, RawKeywords } from "./wasm.js";
import { Connection } from "./worker-connection.js";
import type { OpenOptions, PortableBytes } from "./worker-messages.js";

export { QuandianError, type Language } from "./errors.js";
export type * from "./types.js";

const START_TIMEOUT_MS = 30_000;
const ANSWER_TIMEOUT_MS = 60_000;

/** Starts a worker, loads wasm and lexicon there and answers with its analyser. */
export async function createWorkerAnalyzer(options: WorkerOptions = {}): Promise<Analyzer> {
  const connection = new Connection({
    worker: options.worker,
    options: await portable(options),
    words: additions(options.words ?? []),
    startTimeout: options.startTimeoutMs ?? START_TIMEOUT_MS,
    answerTimeout: options.answerTimeoutMs ?? ANSWER_TIMEOUT_MS,
  });
  try {
    await connection.open();
  } catch (error) {
    connection.close();
    throw error;
  }
  return new WorkerAnalyzer(connection);
}

async function portable(options: CreateOptions): Promise<OpenOptions> {
  const wasm = await options.wasm;
  return {
    wasm: wasm === undefined || wasm instanceof WebAssembly.Module ? wasm : await portableBytes(wasm),
    lexicon: options.lexicon === false ? false : await portableFile(options.lexicon),
    tagModel: await portableFile(options.tagModel),
    idf: await portableFile(options.idf),
    layers: options.layers,
    formulas: formulaRows(options.formulas ?? ""),
    limit: options.limit,
  };
}

/** Addresses stay addresses, so that the worker may leave a file where it is; functions cannot travel. */
async function portableFile(input: LazyBytes | undefined): Promise<PortableBytes | undefined> {
  const file = await (typeof input === "function" ? input() : input);
  return file === undefined ? undefined : portableBytes(file);
}

async function portableBytes(input: BytesInput): Promise<PortableBytes> {
  if (isBytes(input)) return input;
  // A worker would take a relative address from its own place.
  if (typeof input === "string") return new URL(input, globalThis.document?.baseURI ?? globalThis.location?.href).href;
  if (input instanceof URL) return input.href;
  return "arrayBuffer" in input && "status" in input ? input.arrayBuffer() : input.url;
}

class WorkerAnalyzer implements Analyzer {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async analyze(text: string, { signal, onProgress, ...options }: AnalyzeOptions = {}): Promise<Analysis> {
    return toAnalysis(text, await this.#raw(text, options, signal, onProgress));
  }

  async segment(text: string, { signal, ...options }: SegmentOptions = {}): Promise<string[]> {
    const { tokens } = await this.#raw(text, { ...options, layers: ["words"], tags: false }, signal);
    return tokens ? toSurfaces(text, tokens) : [];
  }

  async tag(text: string, options?: SegmentOptions): Promise<readonly Token[]> {
    return (await this.analyze(text, { ...options, layers: ["words"] })).tokens;
  }

  async keywords(text: string, { signal, ...options }: KeywordOptions = {}): Promise<readonly Keyword[]> {
    requireText(text);
    return toKeywords(text, (await this.#connection.send({ do: "keywords", text, options }, signal)) as RawKeywords);
  }

  async numbers(text: string, options?: LayerOptions): Promise<readonly NumberAnnotation[]> {
    return (await this.analyze(text, { ...options, layers: ["numbers"] })).numbers;
  }

  async slogans(text: string, options?: LayerOptions): Promise<readonly SloganAnnotation[]> {
    return (await this.analyze(text, { ...options, layers: ["slogans"] })).slogans;
  }

  async addWords(words: Iterable<UserWord>): Promise<void> {
    await this.#connection.changeWords(additions(words));
  }

  async removeWords(words: Iterable<string>): Promise<void> {
    await this.#connection.changeWords(removals(words));
  }

  async setFormulas(formulas: NonNullable<CreateOptions["formulas"]>): Promise<void> {
    await this.#connection.setFormulas(formulaRows(formulas));
  }

  dispose(): void {
    this.#connection.close();
  }

  [DISPOSE](): void {
    this.dispose();
  }

  #raw(text: string, options: PlainOptions, signal: AbortSignal | undefined, onProgress?: AnalyzeOptions["onProgress"]): Promise<RawAnalysis> {
    requireText(text);
    const work = { do: "analyze", text, options, progress: onProgress !== undefined } as const;
    return this.#connection.send(work, signal, onProgress) as Promise<RawAnalysis>;
  }
}
