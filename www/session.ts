/** Keeps one analysis in flight, drops stale answers, and names what went wrong. */
import type { Analysis, Analyzer } from "quandian";
import { startAnalyzer } from "./start-analyzer.js";

export type Trouble = "blocked" | "not-loaded" | "too-long" | "failed";

interface Listener {
  /** The beginning of a long text, while the whole of it is being read. */
  began(text: string, beginning: Analysis): void;
  answered(analysis: Analysis): void;
  busy(busy: boolean): void;
  troubled(trouble: Trouble, code: string): void;
}

/** The analyser's own limit: UTF-8 bytes. */
export const LIMIT = 10_000_000;

/** Characters from which a new text is read in two steps, and how many the first one takes: some windows full. */
const LONG = 40_000;
const BEGINNING = 6_000;

/** The first lines of a long text. */
function beginningOf(text: string): string | null {
  if (text.length < LONG) return null;
  const lines = text.lastIndexOf("\n", BEGINNING);
  return text.slice(0, lines > BEGINNING / 2 ? lines : text.lastIndexOf("。", BEGINNING) + 1);
}

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "internal";

export function isTooLong(text: string): boolean {
  return text.length > LIMIT || (text.length * 3 > LIMIT && new TextEncoder().encode(text).length > LIMIT);
}

/** Where the lexicon does not come, numbers and slogans still do. */
async function started(formulas: string): Promise<Analyzer> {
  try {
    return await startAnalyzer({ limit: LIMIT, formulas });
  } catch (error) {
    if (!codeOf(error).startsWith("lexicon-")) throw error;
    return startAnalyzer({ limit: LIMIT, formulas, lexicon: false });
  }
}

export class Session {
  readonly #listener: Listener;
  #analyzer: Analyzer | null = null;
  #wanted: string | null = null;
  #isNew = false;
  #running = false;
  /** Counts what was asked for. */
  #asked = 0;
  /** Rows of the reader's own formulas. */
  #formulas: string;

  constructor(listener: Listener, formulas: string) {
    this.#listener = listener;
    this.#formulas = formulas;
  }

  /** Other formulas of the reader's own; what is asked for afterwards is read with them. */
  use(formulas: string): void {
    if (formulas === this.#formulas) return;
    this.#formulas = formulas;
    // One that is starting takes them once it is there.
    this.#analyzer?.setFormulas(formulas).catch((error: unknown) => this.#listener.troubled("failed", codeOf(error)));
  }

  /** Asks for the text, a new one or an edited one; a later call takes the place of one that has not been answered. */
  ask(text: string, isNew: boolean): void {
    this.#wanted = text;
    this.#isNew = isNew;
    this.#asked += 1;
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    this.#listener.busy(true);
    while (this.#wanted !== null) {
      const text = this.#wanted;
      const asked = this.#asked;
      const isWanted = (): boolean => asked === this.#asked;
      try {
        // Without a pause where it is there already: the worker is to read while the page is laid out.
        const analyzer = this.#analyzer ?? (await this.#ready());
        if (analyzer === null) break;
        const beginning = this.#isNew ? beginningOf(text) : null;
        const began = beginning === null ? null : analyzer.analyze(beginning);
        const whole = analyzer.analyze(text);
        // Whatever ails the beginning ails the whole, which tells of it.
        began?.then((analysis) => isWanted() && this.#listener.began(text, analysis), () => undefined);
        const analysis = await whole;
        // To read a long answer and to show it are two tasks: a keystroke fits between.
        if (text.length >= LONG) await new Promise((resolve) => setTimeout(resolve));
        if (isWanted()) this.#listener.answered(analysis);
      } catch (error) {
        if (isWanted()) this.#listener.troubled(codeOf(error) === "text-too-long" ? "too-long" : "failed", codeOf(error));
      }
      if (isWanted()) this.#wanted = null;
    }
    this.#running = false;
    this.#listener.busy(false);
  }

  async #ready(): Promise<Analyzer | null> {
    try {
      const formulas = this.#formulas;
      const analyzer = await started(formulas);
      if (formulas !== this.#formulas) await analyzer.setFormulas(this.#formulas);
      return (this.#analyzer = analyzer);
    } catch (error) {
      this.#wanted = null;
      this.#listener.troubled(codeOf(error) === "wasm-blocked-by-csp" ? "blocked" : "not-loaded", codeOf(error));
      return null;
    }
  }
}
