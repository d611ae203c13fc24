/** Tracked changes: the text as it would be with all of them accepted, or as it was before. */
import type { Element } from "../xml.js";
import { childAt, childElements, has } from "./find.js";

export type ChangeView = "accepted" | "original";

const ADDED = new Set(["w:ins", "w:moveTo", "w:cellIns"]);
const REMOVED = new Set(["w:del", "w:moveFrom", "w:cellDel"]);

export class Changes {
  readonly #view: ChangeView;
  #count = 0;

  constructor(view: ChangeView) {
    this.#view = view;
  }

  /** How many places were added, removed or moved, in either view. */
  get count(): number {
    return this.#count;
  }

  /** Whether what the mark says was added or removed stands in this view. */
  keeps(mark: Element): boolean {
    this.#count += 1;
    return this.#view === "accepted" ? !REMOVED.has(mark.name) : !ADDED.has(mark.name);
  }

  /** Whether all the marks among the children let their parent stand. */
  keepsMarked(marks: Element | undefined): boolean {
    let stands = true;
    for (const mark of childElements(marks)) {
      if (ADDED.has(mark.name) || REMOVED.has(mark.name)) stands = this.keeps(mark) && stands;
    }
    return stands;
  }

  /** The properties of this view: the change itself holds the former ones. */
  properties(now: Element | undefined, change: string, name: string): Element | undefined {
    return this.#view === "original" && has(now, change) ? childAt(now, change, name) : now;
  }
}
