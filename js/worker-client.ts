/** The analyser of another thread, with the interface of the one in this thread. */
import { toAnalysis, toSurfaces } from "./analysis.js";
import type { PlainOptions } from "./engine.js";
import { formulaRows } from "./formulas.js";
import { named, QuandianError } from "./errors.js";
import { isBytes } from "./fetch-bytes.js";
import type {
  Analysis, AnalyzeOptions, Analyzer, BytesInput, CreateOptions, UserWord, WorkerOptions,
} from "./types.js";
import type { RawAnalysis } from "./wasm.js";
import type { Answer, OpenOptions, PortableBytes, Work } from "./worker-messages.js";

export { QuandianError, type Language } from "./errors.js";
export type * from "./types.js";

const START_TIMEOUT_MS = 30_000;

/** Starts a worker, loads wasm and lexicon there and answers with its analyser. */
export async function createWorkerAnalyzer(options: WorkerOptions = {}): Promise<Analyzer> {
  const opening: Work = { do: "open", options: await portable(options) };
  const own = !(typeof options.worker === "object" && "postMessage" in options.worker);
  const worker = own ? start(options.worker as string | URL | undefined) : (options.worker as Worker);
  const connection = new Connection(worker, own);
  try {
    await connection.send(opening, undefined, options.startTimeoutMs ?? START_TIMEOUT_MS);
  } catch (error) {
    connection.close();
    throw error;
  }
  return new WorkerAnalyzer(connection);
}

function start(address: string | URL | undefined): Worker {
  try {
    // The literal is what bundlers look for.
    return address === undefined
      ? new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "quandian" })
      : new Worker(address, { type: "module", name: "quandian" });
  } catch (error) {
    throw new QuandianError("worker-not-allowed", error instanceof Error ? error.message : "", error);
  }
}

async function portable(options: CreateOptions): Promise<OpenOptions> {
  const wasm = await options.wasm;
  const lexicon = await options.lexicon;
  return {
    wasm: wasm === undefined || wasm instanceof WebAssembly.Module ? wasm : await portableBytes(wasm),
    lexicon: lexicon === undefined || lexicon === false ? lexicon : await portableBytes(lexicon),
    words: [...(options.words ?? [])],
    formulas: formulaRows(options.formulas ?? ""),
    limit: options.limit,
  };
}

async function portableBytes(input: BytesInput): Promise<PortableBytes> {
  if (isBytes(input)) return input;
  // A worker would take a relative address from its own place.
  if (typeof input === "string") return new URL(input, globalThis.document?.baseURI ?? globalThis.location?.href).href;
  if (input instanceof URL) return input.href;
  return "arrayBuffer" in input && "status" in input ? input.arrayBuffer() : input.url;
}

interface Task {
  readonly work: Work;
  readonly signal: AbortSignal | undefined;
  readonly timeout: number | undefined;
  resolve(result: unknown): void;
  reject(error: QuandianError): void;
}

/** Requests one after the other: what is aborted while it waits is never sent. */
class Connection {
  readonly #worker: Worker;
  readonly #own: boolean;
  readonly #waiting: Task[] = [];
  #running: { readonly id: number; readonly task: Task } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;
  #failure: QuandianError | undefined;

  constructor(worker: Worker, own: boolean) {
    this.#worker = worker;
    this.#own = own;
    worker.addEventListener("message", this.#onMessage);
    worker.addEventListener("error", this.#onError);
    worker.addEventListener("messageerror", this.#onError);
  }

  send(work: Work, signal?: AbortSignal, timeout?: number): Promise<unknown> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (signal?.aborted) return Promise.reject(new QuandianError("aborted"));
    return new Promise((resolve, reject) => {
      const task: Task = { work, signal, timeout, resolve, reject };
      const onAbort = (): void => reject(new QuandianError("aborted"));
      signal?.addEventListener("abort", onAbort, { once: true });
      const settled = (): void => signal?.removeEventListener("abort", onAbort);
      this.#waiting.push({
        ...task,
        resolve: (result) => (settled(), resolve(result)),
        reject: (error) => (settled(), reject(error)),
      });
      this.#next();
    });
  }

  close(): void {
    if (this.#failure?.code === "disposed") return;
    this.#fail(new QuandianError("disposed"));
    this.#worker.removeEventListener("message", this.#onMessage);
    this.#worker.removeEventListener("error", this.#onError);
    this.#worker.removeEventListener("messageerror", this.#onError);
    if (this.#own) this.#worker.terminate();
    else this.#worker.postMessage({ id: 0, do: "close" });
  }

  #next(): void {
    if (this.#running) return;
    const task = this.#waiting.shift();
    if (!task) return;
    if (task.signal?.aborted) return this.#next();
    const id = ++this.#lastId;
    this.#running = { id, task };
    if (task.timeout !== undefined) {
      const { timeout } = task;
      this.#timer = setTimeout(() => this.#fail(new QuandianError("worker-timeout", `${timeout} ms`)), timeout);
    }
    try {
      this.#worker.postMessage({ id, ...task.work });
    } catch (error) {
      this.#settle(() => task.reject(named(error, "option")));
    }
  }

  #settle(how: () => void): void {
    clearTimeout(this.#timer);
    this.#running = undefined;
    how();
    this.#next();
  }

  readonly #onMessage = ({ data }: MessageEvent<Answer>): void => {
    const running = this.#running;
    if (!running || data?.id !== running.id) return;
    this.#settle(() => {
      if ("error" in data) running.task.reject(new QuandianError(data.error.code, data.error.detail));
      else running.task.resolve(data.result);
    });
  };

  readonly #onError = (event: Event): void => {
    const message = (event as ErrorEvent).message;
    this.#fail(new QuandianError("worker-failed", typeof message === "string" ? message : "", event));
  };

  /** Ends everything under way and all that comes later. */
  #fail(error: QuandianError): void {
    this.#failure = error;
    clearTimeout(this.#timer);
    const tasks = [...(this.#running ? [this.#running.task] : []), ...this.#waiting.splice(0)];
    this.#running = undefined;
    for (const task of tasks) task.reject(error);
  }
}

class WorkerAnalyzer implements Analyzer {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async analyze(text: string, { signal, ...options }: AnalyzeOptions = {}): Promise<Analysis> {
    return toAnalysis(text, await this.#raw(text, options, signal));
  }

  async segment(text: string, options: Pick<AnalyzeOptions, "mode" | "parts"> = {}): Promise<string[]> {
    const { tokens } = await this.#raw(text, { ...options, layers: ["words"] }, undefined);
    return tokens ? toSurfaces(text, tokens) : [];
  }

  async addWords(words: Iterable<UserWord>): Promise<void> {
    await this.#connection.send({ do: "add", words: [...words] });
  }

  async removeWords(words: Iterable<string>): Promise<void> {
    await this.#connection.send({ do: "remove", words: [...words] });
  }

  async setFormulas(formulas: NonNullable<CreateOptions["formulas"]>): Promise<void> {
    await this.#connection.send({ do: "formulas", rows: formulaRows(formulas) });
  }

  dispose(): void {
    this.#connection.close();
  }

  #raw(text: string, options: PlainOptions, signal: AbortSignal | undefined): Promise<RawAnalysis> {
    return this.#connection.send({ do: "analyze", text, options }, signal) as Promise<RawAnalysis>;
  }
}
