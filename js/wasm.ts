/** The wasm instance: the only module that touches the generated bindings. */
import init, { __wbg_reset_state, initSync, Analyzer as Binding, type InitOutput } from "../build/bindings/quandian.js";
import { bodyOf, described, fetchBytes, isBytes, isPage } from "./fetch-bytes.js";
import { named, QuandianError } from "./errors.js";
import type { WasmInput } from "./types.js";

/** What analysis is asked for; the names are those of src/wasm. */
export interface Wanted {
  readonly words: boolean;
  readonly numbers: boolean;
  readonly slogans: boolean;
  readonly rejected: boolean;
  readonly mode: 0 | 1 | 2;
  readonly parts: boolean;
  readonly hmm: boolean;
  /** Parts of speech: only `segment` can leave them out. */
  readonly tags: boolean;
  readonly limit: number;
  readonly referenceDate: string | undefined;
  /** Must not throw: the core would be left in the middle of its work. */
  done(step: number): void;
}

/** Findings as they cross the boundary: offsets without text. src/wasm writes it, js/analysis.ts reads it. */
export interface RawAnalysis {
  /** Where they are not the ends of the tokens before. */
  readonly tokenStarts?: Uint32Array;
  readonly tokenEnds?: Uint32Array;
  /** Where they are wanted. */
  readonly tokenTags?: Uint8Array;
  readonly tags?: readonly string[];
  /** Rows of twelve. */
  readonly numbers?: Uint32Array;
  /** Values, dates and durations of the numbers, one a line. */
  readonly texts?: string;
  /** Rows of six. */
  readonly facts?: Uint32Array;
  /** Rows of five. */
  readonly rejected?: Uint32Array;
  /** Strings that rows name by number. */
  readonly names?: readonly string[];
  readonly changes?: readonly RawChange[];
  /** Rows of nine, behind each a row of three for every member of the slogan. */
  readonly slogans?: Uint32Array;
  /** A line for each distinct slogan: canonical form and members of the glossary, parted by tabs. */
  readonly identities?: string;
}

/** Keywords as they cross the boundary. */
export interface RawKeywords {
  /** Rows of four: start, end, tag, count. */
  readonly rows: Uint32Array;
  readonly weights: Float64Array;
  readonly tags: readonly string[];
}

/** A change as it crosses the boundary: `ChangeRow` of src/wasm. */
export type RawChange = readonly [
  start: number, end: number, unit: string | undefined, of: readonly [start: number, end: number],
  delta: string | undefined, percent: string | undefined, first: number, last: number, rule: string,
];

/** One analyser inside the instance. Dead once the instance was replaced: see `generation`. */
export interface Core {
  loadLexicon(bytes: Uint8Array): void;
  loadTagModel(bytes: Uint8Array): void;
  loadIdf(bytes: Uint8Array): void;
  addWord(word: string, frequency: number | undefined, partOfSpeech: string | undefined): void;
  removeWord(word: string): void;
  setFormulas(rows: string): void;
  analyze(text: string, wanted: Wanted): RawAnalysis;
  /** The tokens alone. */
  segment(text: string, wanted: Wanted): RawAnalysis;
  keywords(text: string, wanted: Wanted, byRarity: boolean, count: number, allow: readonly string[]): RawKeywords;
  /** Names of the tags, by number. */
  tags(): readonly string[];
  free(): void;
  /** Which instance it lives in. */
  readonly generation: number;
}

let loading: Promise<void> | undefined;
let generation = 0;
let memory: WebAssembly.Memory | undefined;
/** Whether the instance died and no other could be made yet. */
let dead = false;

/** Loads the instance once for this thread. A failure is not remembered: the next call tries again. */
export function load(input: () => WasmInput): Promise<void> {
  loading ??= instantiate(input).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** The same without waiting, for bytes and modules. */
export function loadSync(input: () => BufferSource | WebAssembly.Module): void {
  if (memory) return;
  const given = input();
  if (!(given instanceof WebAssembly.Module) && !isBytes(given)) throw new QuandianError("option", "wasm: bytes or a WebAssembly.Module");
  try {
    memory = initSync({ module: given instanceof WebAssembly.Module ? given : new WebAssembly.Module(given) }).memory;
  } catch (error) {
    throw uncompiled(error);
  }
}

/** The instance now alive. */
export function currentGeneration(): number {
  return generation;
}

/** Bytes of wasm memory that the analysers of this thread hold together. It never shrinks. */
export function memoryBytes(): number {
  return memory?.buffer.byteLength ?? 0;
}

async function instantiate(input: () => WasmInput): Promise<void> {
  const module = await compile(await input());
  // Somebody may have loaded it without waiting.
  if (memory) return;
  let exports: InitOutput;
  try {
    exports = await init({ module_or_path: module });
  } catch (error) {
    throw new QuandianError("wasm-bad-bytes", messageOf(error), error);
  }
  const overtaken = memory !== undefined;
  memory = exports.memory;
  // Analysers made in between live in an instance that the bindings have just forgotten.
  if (overtaken) replace();
}

/** Puts a fresh instance in the place of this one. Analysers see it by their generation and are made anew by js/engine.ts. */
function replace(): void {
  generation += 1;
  dead = true;
  revive();
}

function revive(): void {
  if (!dead) return;
  __wbg_reset_state();
  // Answers with the instance that is there and does not look at what it is given.
  memory = initSync({ module: new Uint8Array() }).memory;
  dead = false;
}

/** Compiles whatever was given, streaming where that is possible. */
async function compile(input: Awaited<WasmInput>): Promise<WebAssembly.Module> {
  if (input instanceof WebAssembly.Module) return input;
  if (isBytes(input)) return compileBytes(input);
  const response = await fetchBytes(input, "wasm-not-found");
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("application/wasm") && WebAssembly.compileStreaming) {
    // The clone is for the second try: some proxies cut or recode what streams through them.
    const again = response.clone();
    try {
      return await WebAssembly.compileStreaming(response);
    } catch (error) {
      if (isPolicy(error)) throw uncompiled(error);
      return compileBytes(await bodyOf(again, "wasm-not-found"));
    }
  }
  const bytes = await bodyOf(response, "wasm-not-found");
  if (isPage(bytes)) throw new QuandianError("wasm-wrong-mime", described(response));
  return compileBytes(bytes);
}

async function compileBytes(bytes: BufferSource): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw uncompiled(error);
  }
}

function uncompiled(error: unknown): QuandianError {
  return new QuandianError(isPolicy(error) ? "wasm-blocked-by-csp" : "wasm-bad-bytes", messageOf(error), error);
}

/** Browsers say it each in their own words, all of them with one of these. */
function isPolicy(error: unknown): boolean {
  return /Content Security Policy|unsafe-eval|\bCSP\b|disallowed by embedder/i.test(messageOf(error));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Makes an analyser. The instance must be loaded. */
export function createCore(): Core {
  const binding = guarded(() => (revive(), new Binding()));
  return {
    generation,
    loadLexicon: (bytes) => guarded(() => binding.load_lexicon(bytes)),
    loadTagModel: (bytes) => guarded(() => binding.load_tag_model(bytes)),
    loadIdf: (bytes) => guarded(() => binding.load_idf(bytes)),
    addWord: (word, frequency, partOfSpeech) => guarded(() => binding.add_word(word, frequency, partOfSpeech)),
    removeWord: (word) => guarded(() => binding.remove_word(word)),
    setFormulas: (rows) => guarded(() => binding.set_formulas(rows)),
    analyze: (text, wanted) => guarded(() => binding.analyze(text, wanted)),
    segment: (text, wanted) => guarded(() => binding.segment(text, wanted) as RawAnalysis),
    keywords: (text, wanted, byRarity, count, allow) => guarded(() => {
      const [rows, weights] = binding.keywords(text, wanted, byRarity, count, [...allow]);
      return { rows, weights, tags: binding.tags() };
    }),
    tags: () => guarded(() => binding.tags()),
    free: () => guarded(() => binding.free()),
  };
}

/**
 * Runs a call into the wasm. Errors of the core have a code; whatever else comes out (a trap, a stack or a memory that did
 * not suffice, here or there) left the instance in the middle of something, so another takes its place.
 */
function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    const failure = named(error, "internal");
    if (failure.code === "internal") replaceIfPossible();
    throw failure;
  }
}

/** Where even that fails, the next analyser tries again. */
function replaceIfPossible(): void {
  try {
    replace();
  } catch {
    dead = true;
  }
}
