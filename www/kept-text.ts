/** The one text that the reader asked the browser to keep. It follows edits, and goes when it is to be forgotten. */
const NAME = "quandian.text";
const PAUSE = 600;

export type KeptState = "none" | "this" | "another";

export class KeptText {
  #text: string | null;
  /** The edit that is yet to be written; none where it is 0. */
  #writing = 0;
  readonly #changed: () => void;

  /** Calls `changed` when another window has kept another text, or forgotten this one. */
  constructor(changed: () => void) {
    this.#text = stored();
    this.#changed = changed;
    addEventListener("pagehide", () => this.#writing !== 0 && this.#write());
    addEventListener("storage", ({ key }) => (key === null || key === NAME) && this.#follow());
    // Nothing is heard while the page lies in the browser's memory of pages left.
    addEventListener("pageshow", ({ persisted }) => persisted && this.#follow());
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
    this.#settle();
    this.#text = null;
    try {
      localStorage.removeItem(NAME);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  /** What another window has done counts here too. */
  #follow(): void {
    this.#settle();
    this.#text = stored();
    this.#changed();
  }

  #settle(): void {
    clearTimeout(this.#writing);
    this.#writing = 0;
  }

  #write(): boolean {
    this.#settle();
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
