/**
 * Requests to a worker, one after the other. A worker that fails, falls silent or is still busy with what nobody wants any more
 * is ended, and the next request starts another: what fails is one call.
 */
import { named, QuandianError } from "./errors.js";
import { Progress } from "./progress.js";
import type { Answer, OpenOptions, Work } from "./worker-messages.js";
import { WordHistory, type WordChange } from "./user-words.js";
import { startWorker } from "./worker-start.js";

export interface Setting {
  /** A worker of the caller's, which is never ended, or the address of one to be started here. */
  readonly worker: Worker | string | URL | undefined;
  readonly options: OpenOptions;
  readonly words: readonly WordChange[];
  readonly startTimeout: number;
  readonly answerTimeout: number;
}

/** How long an aborted request may go on before its worker is ended, in milliseconds. Starting another takes about as long. */
const GRACE = 200;

interface Task {
  readonly work: Work;
  readonly timeout: number;
  /** Told between request and answer how much is done. */
  readonly progress: Progress;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

export class Connection {
  readonly #setting: Setting;
  readonly #words = new WordHistory();
  readonly #waiting: Task[] = [];
  #formulas: string;
  #worker: Worker | undefined;
  #opened = false;
  #closed = false;
  #running: { readonly id: number; readonly task: Task } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#formulas = setting.options.formulas;
    for (const change of setting.words) this.#words.add(change);
  }

  /** Resolves when the worker is there and has loaded what it needs. */
  async open(): Promise<void> {
    await this.changeWords([]);
  }

  async changeWords(words: readonly WordChange[]): Promise<void> {
    await this.send({ do: "words", words });
    for (const change of words) this.#words.add(change);
  }

  async setFormulas(rows: string): Promise<void> {
    await this.send({ do: "formulas", rows });
    this.#formulas = rows;
  }

  send(work: Work, signal?: AbortSignal, onProgress?: (done: number) => void): Promise<unknown> {
    if (this.#closed) return Promise.reject(new QuandianError("disposed"));
    if (signal?.aborted) return Promise.reject(new QuandianError("aborted"));
    return new Promise((resolve, reject) => {
      const onAbort = (): void => this.#giveUp(task);
      const settled = (): void => signal?.removeEventListener("abort", onAbort);
      const task: Task = {
        work,
        timeout: this.#setting.answerTimeout,
        progress: new Progress(onProgress),
        resolve: (result) => (settled(), resolve(result)),
        reject: (error) => (settled(), reject(error)),
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#waiting.push(task);
      this.#next();
    });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    const tasks = [...(this.#running ? [this.#running.task] : []), ...this.#waiting.splice(0)];
    if (!this.#isOwn) this.#worker?.postMessage({ id: 0, do: "close" });
    this.#leave();
    for (const task of tasks) task.reject(new QuandianError("disposed"));
  }

  get #isOwn(): boolean {
    const { worker } = this.#setting;
    return !(typeof worker === "object" && "postMessage" in worker);
  }

  #next(): void {
    if (this.#running || this.#waiting.length === 0) return;
    try {
      this.#worker ??= this.#started();
    } catch (error) {
      return this.#failStart(named(error, "worker-not-allowed"));
    }
    const task = this.#opened ? this.#waiting.shift() : this.#opening();
    if (task) this.#run(task, this.#worker);
  }

  #started(): Worker {
    const worker = this.#isOwn ? startWorker(this.#setting.worker as string | URL | undefined) : (this.#setting.worker as Worker);
    worker.addEventListener("message", this.#onMessage);
    worker.addEventListener("error", this.#onError);
    worker.addEventListener("messageerror", this.#onError);
    return worker;
  }

  /** Comes before all else in a fresh worker. Where it fails, what waits for it fails. */
  #opening(): Task {
    return {
      work: { do: "open", options: { ...this.#setting.options, formulas: this.#formulas }, words: [...this.#words] },
      timeout: this.#setting.startTimeout,
      progress: new Progress(undefined),
      resolve: () => {
        this.#opened = true;
      },
      reject: (error) => this.#failStart(named(error, "internal")),
    };
  }

  #failStart(error: QuandianError): void {
    for (const task of this.#waiting.splice(0)) task.reject(error);
    this.#leave();
  }

  #run(task: Task, worker: Worker): void {
    const id = ++this.#lastId;
    this.#running = { id, task };
    this.#timer = setTimeout(() => this.#lose(new QuandianError("worker-timeout", `${task.timeout} ms`)), task.timeout);
    try {
      worker.postMessage({ id, ...task.work });
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

  #giveUp(task: Task): void {
    task.reject(new QuandianError("aborted"));
    const place = this.#waiting.indexOf(task);
    if (place >= 0) this.#waiting.splice(place, 1);
    else if (this.#isOwn) setTimeout(() => this.#running?.task === task && this.#lose(new QuandianError("aborted")), GRACE);
  }

  /** The worker cannot be counted on any more. */
  #lose(error: QuandianError): void {
    const task = this.#running?.task;
    this.#leave();
    task?.reject(error);
    this.#next();
  }

  /** Parts with the worker, which is ended if it is ours. */
  #leave(): void {
    clearTimeout(this.#timer);
    this.#running = undefined;
    this.#opened = false;
    this.#worker?.removeEventListener("message", this.#onMessage);
    this.#worker?.removeEventListener("error", this.#onError);
    this.#worker?.removeEventListener("messageerror", this.#onError);
    if (this.#isOwn) this.#worker?.terminate();
    this.#worker = undefined;
  }

  readonly #onMessage = ({ data }: MessageEvent<Answer>): void => {
    const running = this.#running;
    if (!running || data?.id !== running.id) return;
    const { task } = running;
    if ("done" in data) return task.progress.report(data.done);
    this.#settle(() => {
      if ("error" in data) return task.reject(new QuandianError(data.error.code, data.error.detail));
      if (task.progress.failure) return task.reject(task.progress.failure.error);
      task.resolve(data.result);
    });
  };

  /** An error without words is a script that did not come or was not let in. It is told by name; Deno ends a program that leaves it at that. */
  readonly #onError = (event: Event): void => {
    event.preventDefault();
    const message = (event as ErrorEvent).message;
    const refused = !this.#opened && !message;
    this.#lose(new QuandianError(refused ? "worker-not-allowed" : "worker-failed", typeof message === "string" ? message : "", event));
  };
}
