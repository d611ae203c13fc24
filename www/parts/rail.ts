import { svg, html } from "lit";
import type { Span } from "quandian";
import type { Kind, Mark } from "../text/marks.js";
import type { Words } from "../words.js";
import { Part } from "./part.js";

const BINS = 150;
const WIDTH = 14;

/** The rail at the right edge of the text: where marks are dense, and where the window is. A click goes there. */
export class Rail extends Part {
  static override properties = {
    words: { attribute: false },
    marks: { attribute: false },
    hiddenKinds: { attribute: false },
    length: { type: Number },
    seen: { attribute: false },
  };
  declare words: Words;
  declare marks: readonly Mark[];
  declare hiddenKinds: ReadonlySet<Kind>;
  /** Length of the text, and the stretch of it in the window. */
  declare length: number;
  declare seen: Span;

  #bins: readonly number[] = [];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("marks") && !changed.has("hiddenKinds") && !changed.has("length")) return;
    const bins = new Array<number>(BINS).fill(0);
    for (const mark of this.marks) {
      if (this.hiddenKinds.has(mark.kind)) continue;
      const at = Math.min(BINS - 1, Math.floor((mark.start / Math.max(1, this.length)) * BINS));
      bins[at] = (bins[at] ?? 0) + 1;
    }
    this.#bins = bins;
  }

  protected override render(): unknown {
    const { start, end } = this.seen;
    const most = Math.max(1, ...this.#bins);
    const at = (offset: number): number => (offset / Math.max(1, this.length)) * BINS;
    // Nothing to lead through where all of it is in the window.
    if (this.length === 0 || (start === 0 && end >= this.length)) return "";
    return html`<svg class="rail" viewBox="0 0 ${WIDTH} ${BINS}" preserveAspectRatio="none" aria-hidden="true" @click=${this.#go}>
      ${svg`<rect class="window" x="0" width=${WIDTH} y=${at(start)} height=${Math.max(1, at(end - start))} />`}
      ${this.#bins.map((count, i) => (count === 0 ? "" : svg`<rect class="dense" x=${WIDTH - 2 - (count / most) * 9} width=${2 + (count / most) * 9} y=${i + 0.2} height="0.6" />`))}
    </svg>`;
  }

  #go = (event: MouseEvent): void => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const offset = Math.round(((event.clientY - box.top) / box.height) * this.length);
    this.report("go-to", offset);
  };
}

customElements.define("quandian-rail", Rail);
