/** Node's threads dressed as web workers, for the tests of the worker and its client. */
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { Worker as Thread } from "node:worker_threads";

const read = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));
export const wasm = read("quandian_bg.wasm");
export const lexicon = read("quandian-compact.bin");

export class WebWorker extends EventTarget {
  static started = 0;
  static alive = new Set();
  static last;
  #thread;

  constructor(address) {
    super();
    WebWorker.started += 1;
    WebWorker.last = this;
    WebWorker.alive.add(this);
    this.#thread = new Thread(new URL("./web-worker.mjs", import.meta.url), { workerData: String(address) });
    this.#thread.on("message", (data) => this.dispatchEvent(Object.assign(new Event("message"), { data })));
    this.#thread.on("error", ({ message }) => this.dispatchEvent(Object.assign(new Event("error"), { message })));
  }

  postMessage(message) {
    this.#thread.postMessage(message);
  }

  terminate() {
    WebWorker.alive.delete(this);
    void this.#thread.terminate();
  }
}

/** `Worker` is there while the tests of a file run, and none of them is left behind. */
export function useThreads() {
  before(() => (globalThis.Worker = WebWorker));
  after(() => {
    delete globalThis.Worker;
    for (const worker of WebWorker.alive) worker.terminate();
  });
}
