/** The one text that the reader asked the browser to keep. It follows edits, and goes when it is to be forgotten. */
const NAME = "quandian.text";
const PAUSE = 600;

export type KeptState = "none" | "this" | "another";

export class KeptText {
  #text: string | null;
  #writing = 0;

  constructor() {
    this.#text = stored();
    addEventListener("pagehide", () => this.#write());
  }

  get text(): string | null {
    return this.#text;
  }

  state(shown: string): KeptState {
    return this.#text === null ? "none" : this.#text === shown ? "this" : "another";
  }

  /** Whether the browser has room for it. */
  keep(text: string): boolean {
    const before = this.#text;
    this.#text = text;
    if (this.#write()) return true;
    this.#text = before;
    return false;
  }

  /** An edit turned the one text into the other: where the one is kept, the other is from now on. */
  edited(before: string, after: string): void {
    if (this.#text === null || this.#text !== before) return;
    this.#text = after;
    clearTimeout(this.#writing);
    this.#writing = window.setTimeout(() => this.#write(), PAUSE);
  }

  forget(): void {
    clearTimeout(this.#writing);
    this.#text = null;
    try {
      localStorage.removeItem(NAME);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  #write(): boolean {
    if (this.#text === null) return false;
    try {
      localStorage.setItem(NAME, this.#text);
      return true;
    } catch {
      return false;
    }
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}
