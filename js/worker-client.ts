/** The analyser of another thread, with the interface of the one in this thread. */
import { toAnalysis, toKeywords, toSurfaces } from "./analysis.js";
import { DISPOSE } from "./dispose.js";
import type { PlainOptions } from "./engine.js";
import { named, QuandianError } from "./errors.js";
import { bodyOf, fetchBytes, isBytes } from "./fetch-bytes.js";
import { formulaRows } from "./formulas.js";
import { checkCreateOptions } from "./options.js";
import { requireText } from "./require-text.js";
import type {
  Analysis, AnalyzeOptions, Analyzer, BytesInput, CreateOptions, ErrorCode, Keyword, KeywordOptions, LayerOptions, LazyBytes, NumberAnnotation, SegmentOptions, SloganAnnotation, Token, UserWord,
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
  checkCreateOptions(options);
  const { worker, words = [] } = options;
  const connection = new Connection({
    worker,
    options: await portable(options),
    words: additions(words),
    startTimeout: timeout("startTimeoutMs", options, START_TIMEOUT_MS),
    answerTimeout: timeout("answerTimeoutMs", options, ANSWER_TIMEOUT_MS),
  });
  try {
    await connection.open();
  } catch (error) {
    connection.close();
    throw error;
  }
  return new WorkerAnalyzer(connection);
}

/** In milliseconds. A timer with more than fits into 31 bits, `Infinity` among it, would go off at once. */
function timeout(name: "startTimeoutMs" | "answerTimeoutMs", { [name]: given }: WorkerOptions, usual: number): number {
  if (given === undefined) return usual;
  if (typeof given !== "number" || !(given >= 0)) throw new QuandianError("option", `${name}: ${String(given)}`);
  return Math.min(given, 0x7fff_ffff);
}

async function portable({ formulas = "", ...options }: CreateOptions): Promise<OpenOptions> {
  return {
    wasm: await portableWasm(options.wasm),
    lexicon: options.lexicon === false ? false : await portableFile(options.lexicon),
    tagModel: await portableFile(options.tagModel),
    idf: await portableFile(options.idf),
    layers: options.layers,
    formulas: formulaRows(formulas),
    limit: options.limit,
  };
}

async function portableWasm(input: CreateOptions["wasm"] | null): Promise<OpenOptions["wasm"]> {
  if (input === undefined || input === null) return undefined;
  try {
    const wasm = await input;
    return wasm instanceof WebAssembly.Module ? wasm : await portableBytes(wasm, "wasm-not-found");
  } catch (error) {
    throw named(error, "wasm-not-found");
  }
}

/** Addresses stay addresses, so that the worker may leave a file where it is; functions cannot travel. */
async function portableFile(input: LazyBytes | null | undefined): Promise<PortableBytes | undefined> {
  if (input === undefined || input === null) return undefined;
  try {
    return await portableBytes(await (typeof input === "function" ? input() : input), "lexicon-not-found");
  } catch (error) {
    throw named(error, "lexicon-not-found");
  }
}

async function portableBytes(input: BytesInput, code: ErrorCode): Promise<PortableBytes> {
  if (isBytes(input)) return input;
  if (input instanceof URL) return input.href;
  if (typeof input === "string") return absolute(input, code);
  if (typeof input !== "object" || input === null) throw new QuandianError(code, String(input));
  return "arrayBuffer" in input && "status" in input ? bodyOf(await fetchBytes(input, code), code) : absolute(input.url, code);
}

/** A worker would take a relative address from its own place. */
function absolute(address: string, code: ErrorCode): string {
  try {
    return new URL(address, globalThis.document?.baseURI ?? globalThis.location?.href).href;
  } catch (error) {
    throw new QuandianError(code, address, error);
  }
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
    return toSurfaces(text, await this.#raw(text, { ...options, layers: ["words"], tags: false }, signal));
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
