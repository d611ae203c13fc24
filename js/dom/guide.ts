/** What leads through the marks of one text: card, pointer, keys. */
import type { Language } from "../errors.js";
import type { Annotated } from "./annotated.js";
import { Card } from "./card.js";
import { listenToKeys } from "./keys.js";
import type { Mark } from "./marks.js";
import { markAt, rectsOf, watchPointer } from "./pointer.js";
import type { AnnotateOptions } from "./types.js";

/** How long a card waits for a pointer on its way to it. */
const GRACE_MS = 250;

export class Guide {
  readonly #annotated: Annotated;
  readonly #options: AnnotateOptions;
  readonly #card: Card | undefined;
  readonly #stop = new AbortController();
  /** Where the focus was before it went to the marks. */
  #origin: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(annotated: Annotated, options: AnnotateOptions, root: ShadowRoot, language: Language) {
    this.#annotated = annotated;
    this.#options = options;
    const { signal } = this.#stop;
    if (options.card !== false) {
      this.#card = new Card(root, language, {
        go: (mark) => annotated.focus(annotated.marks.indexOf(mark)),
        goTo: (offset) => this.#goTo(offset),
        close: () => this.#close(),
        hover: (over) => (over ? clearTimeout(this.#timer) : this.#hover(null)),
      });
      addEventListener("resize", () => this.#card?.place(), { signal });
    }
    annotated.addEventListener("select", () => this.#showSelected(), { signal });
    annotated.addEventListener("arrive", () => this.#arrive(), { signal });
    watchPointer(annotated.target, (x, y) => this.#markAt(x, y), { hover: (mark) => this.#hover(mark), tap: (mark) => this.#tap(mark) }, signal);
    document.addEventListener("click", (event) => this.#leaveOutside(event), { signal });
    if (options.keys !== false) listenToKeys(annotated, annotated.target, signal);
  }

  remove(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
    this.#card?.close();
    this.#card?.element.remove();
  }

  #markAt(x: number, y: number): Mark | null {
    const { text, marks } = this.#annotated;
    return text ? markAt(text, marks.filter(({ kind }) => this.#annotated.isShown(kind)), x, y) : null;
  }

  /** A card that was gone to stays until it is left; one that was only pointed at goes with the pointer. */
  #hover(mark: Mark | null): void {
    clearTimeout(this.#timer);
    if (this.#annotated.selected >= 0) return;
    if (mark) this.#open(mark);
    else this.#timer = setTimeout(() => this.#card?.close(), GRACE_MS);
  }

  #tap(mark: Mark | null): void {
    this.#annotated.select(mark ? this.#annotated.marks.indexOf(mark) : -1);
    if (!mark) this.#card?.close();
  }

  /** A click on anything else of the page is a way out, and has moved the focus itself. */
  #leaveOutside(event: MouseEvent): void {
    const ours = (node: EventTarget): boolean => node === this.#annotated.target || (node instanceof Element && node.matches("[data-quandian-ignore]"));
    if (this.#annotated.selected < 0 || event.composedPath().some(ours)) return;
    this.#origin = null;
    this.#annotated.leave();
  }

  #close(): void {
    this.#card?.close();
    this.#annotated.leave();
  }

  #showSelected(): void {
    const mark = this.#annotated.marks[this.#annotated.selected];
    clearTimeout(this.#timer);
    if (mark) return this.#open(mark);
    this.#card?.close();
    const origin = this.#origin;
    this.#origin = null;
    if (origin?.isConnected) origin.focus({ preventScroll: true });
  }

  /** The focus follows: to the card, which says it all, else to the mark itself where that is an element. */
  #arrive(): void {
    const mark = this.#annotated.marks[this.#annotated.selected];
    if (!mark) return;
    const to = this.#card?.element ?? this.#annotated.elementOf(mark);
    const from = focused();
    if (to && from && !to.contains(from)) this.#origin = from;
    to?.focus({ preventScroll: true });
  }

  #open(mark: Mark): void {
    const { text, marks, analysis } = this.#annotated;
    const { card, theme = "auto" } = this.#options;
    // Around the mark, which has colours of its own while it is selected.
    const near = text?.placesOf(mark)[0]?.node.parentElement?.closest(":not(mark[data-quandian])");
    if (!text || !near) return;
    const own = typeof card === "function" ? card(mark) : null;
    this.#card?.open({ mark, analysis, marks, own }, () => rectsOf(text, mark).at(-1) ?? shownAround(near), near, theme);
  }

  #goTo(offset: number): void {
    const { marks } = this.#annotated;
    const index = marks.findIndex(({ start, end }) => start <= offset && offset < end);
    if (index >= 0) return this.#annotated.focus(index);
    this.#annotated.showPlace({ start: offset, end: offset + 1 });
  }
}

function shownAround(element: Element): DOMRect {
  let around: Element | null = element;
  while (around?.parentElement && around.getClientRects().length === 0) around = around.parentElement;
  return (around ?? element).getBoundingClientRect();
}

/** What has the focus, through shadow roots. */
function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== document.body ? element : null;
}
