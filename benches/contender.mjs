// A contender seen from outside: asked by message, killed when it takes too long.
import { fork } from "node:child_process";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { root } from "./places.mjs";

/** What one answer may take. */
export const PATIENCE = 20_000;
export const TOO_LONG = "> 20 s";
export const FAILS = "fails";

export class Contender {
  #module;
  #argument;
  #child;

  constructor(file, argument) {
    this.#module = pathToFileURL(join(root, "benches/contenders", `${file}.mjs`)).href;
    this.#argument = argument;
    this.id = [file, argument].filter(Boolean).join(" ");
  }

  /** Title, version and files, read in this process. */
  async describe() {
    const { default: make } = await import(this.#module);
    return make(this.#argument);
  }

  /** A process that has not started its contender yet. */
  async open() {
    this.#child = fork(join(root, "benches/child.mjs"), [this.#module, this.#argument ?? ""], { execArgv: ["--expose-gc", "--max-old-space-size=8192"], stdio: ["ignore", "ignore", "inherit", "ipc"] });
    await this.#next();
  }

  close() {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  /** Milliseconds from bytes in memory to the first cut of a fresh instance, and where ours, to ready; each round has another. */
  async start(round = 0) {
    if (!this.#child) await this.open();
    return this.#ask({ what: "start", round });
  }

  async memory() {
    return (await this.#ask({ what: "memory" })).bytes;
  }

  /** Milliseconds of one run; TOO_LONG where the process had to be killed, FAILS where the contender threw. */
  async run(path, form) {
    if (!this.#child) await this.start();
    const answer = await this.#ask({ what: "run", path, form });
    if (answer === TOO_LONG) return TOO_LONG;
    // One that fails has lost its cell, not the run; what it said may be news where it is ours.
    if (answer.failed) console.error(`${this.id}: ${answer.failed}`);
    return answer.failed ? FAILS : answer.took;
  }

  #ask(question) {
    this.#child.send(question);
    return this.#next();
  }

  #next() {
    const child = this.#child;
    return new Promise((resolve) => {
      const done = (answer) => {
        clearTimeout(timer);
        child.off("message", done);
        child.off("exit", ended);
        resolve(answer);
      };
      const ended = () => done({ failed: "the process ended" });
      const timer = setTimeout(() => {
        this.close();
        done(TOO_LONG);
      }, PATIENCE);
      child.once("message", done);
      child.once("exit", ended);
    });
  }
}
