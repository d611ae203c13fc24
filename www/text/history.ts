/** Undo and redo over replacements: the browser's own cannot see through repainted marks. */
interface Replacement {
  readonly start: number;
  readonly removed: string;
  readonly inserted: string;
}

const PAUSE = 1200;
const DEPTH = 500;

export class History {
  #done: Replacement[] = [];
  #undone: Replacement[] = [];
  #last = 0;

  clear(): void {
    this.#done = [];
    this.#undone = [];
  }

  /** Letters typed without a pause are undone together. */
  push(step: Replacement, now: number): void {
    const before = this.#done.at(-1);
    const follows = before !== undefined && now - this.#last < PAUSE && step.removed === "" && before.removed === "" &&
      before.start + before.inserted.length === step.start && step.inserted.length <= 4 && !step.inserted.includes("\n") && !before.inserted.endsWith("\n");
    if (follows) this.#done[this.#done.length - 1] = { ...before, inserted: before.inserted + step.inserted };
    else this.#done.push(step);
    if (this.#done.length > DEPTH) this.#done.shift();
    this.#undone = [];
    this.#last = now;
  }

  /** The last step led to something else. */
  instead(inserted: string): void {
    const step = this.#done.pop();
    if (step !== undefined) this.push({ ...step, inserted }, 0);
  }

  undo(): Replacement | null {
    const step = this.#done.pop();
    if (step === undefined) return null;
    this.#undone.push(step);
    this.#last = 0;
    return { start: step.start, removed: step.inserted, inserted: step.removed };
  }

  redo(): Replacement | null {
    const step = this.#undone.pop();
    if (step === undefined) return null;
    this.#done.push(step);
    this.#last = 0;
    return step;
  }
}
