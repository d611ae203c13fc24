/**
 * The elements of the blocks. They stand in stretches of a screen or so, and the browser lays out only the stretches near
 * the window: what a long text costs is counted in stretches, not in lines.
 *
 *     .sheet ─► .stretch ─► .block ─► text and marks
 */
import type { Block, Splice, TextBlocks } from "./blocks.js";
import { placesBefore } from "./places-before.js";
import { cellWidth, opens, shapeOf, type Standing } from "./shape.js";
import { wordsApart } from "./words-apart.js";

/** Characters and blocks after which a stretch is closed. */
const FULL = 2000;
const MOST = 48;
/** Characters in a full line, for the estimated height of what has not been laid out. */
const MEASURE = 36;
/** Lines that may stand above the first prose. */
const LEADING = 12;
/** Stretches at the top of a new text that the window is sure to show. */
const TOP = 2;

export class Sheet {
  readonly root: HTMLElement;
  readonly #text: TextBlocks;
  readonly #observer: IntersectionObserver;
  readonly #near = new Set<Element>();
  readonly #blockOf = new WeakMap<Element, Block>();
  #held: Element | null = null;

  /** Calls `approached` with each block that comes near the window. */
  constructor(root: HTMLElement, text: TextBlocks, approached: (block: Block) => void) {
    this.root = root;
    this.#text = text;
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries, approached), { rootMargin: "900px 0px" });
  }

  /** Lays the whole text anew. */
  lay(): void {
    this.#observer.disconnect();
    this.#near.clear();
    const stretches = this.#stretches(this.#text.blocks, 0);
    this.root.replaceChildren(...stretches);
    for (const stretch of stretches) this.#observer.observe(stretch);
    for (const stretch of stretches.slice(0, TOP)) this.#near.add(stretch);
  }

  /** Puts the elements of the added blocks where those of the removed ones are. */
  splice({ at, removed, added }: Splice): void {
    const first = removed[0]?.element;
    const last = removed.at(-1)?.element;
    const opening = this.#stretchOf(first);
    const closing = this.#stretchOf(last);
    const all = added.length === this.#text.blocks.length;
    if (all || first == null || last == null || opening === null || closing === null) return this.lay();
    if (added.length <= MOST) first.before(...added.map((block, i) => this.#newElement(block, at + i)));
    else this.#insert(opening, this.#stretches(added, at), last);
    const touched = new Set([opening, closing, ...removed.flatMap((block) => this.#stretchOf(block.element) ?? [])]);
    for (const block of removed) block.element?.remove();
    for (const stretch of touched) this.#tidy(stretch);
  }

  /** The elements of the lines, with those that a composition has put there. */
  lines(): Element[] {
    return [...this.root.children].flatMap((child) => (child.classList.contains("stretch") ? [...child.children] : [child]));
  }

  /** Whether the document is what was laid, nothing moved and nothing added. */
  isInOrder(): boolean {
    const { blocks } = this.#text;
    const lines = this.lines();
    return lines.length === blocks.length && blocks.every((block, i) => block.element === lines[i]) &&
      [...this.root.childNodes].every((node) => node instanceof Element && node.childNodes.length === node.childElementCount);
  }

  /** The block whose element the node is or stands in. */
  blockAt(node: Node | null): Block | undefined {
    const element = node instanceof Element ? node : node?.parentElement;
    const holder = element?.closest(".block");
    return holder == null ? undefined : this.#blockOf.get(holder);
  }

  /** Has the stretch of the block laid out at once: where nothing is laid out yet, a browser moves the caret away. */
  hold(block: Block): void {
    const stretch = this.#stretchOf(block.element);
    if (stretch === this.#held) return;
    this.#held?.classList.remove("held");
    stretch?.classList.add("held");
    this.#held = stretch;
  }

  isNear(block: Block): boolean {
    const stretch = block.element?.parentElement;
    return stretch != null && this.#near.has(stretch);
  }

  /** The first block in the window. */
  blockAtTop(): Block | undefined {
    const stretch = firstReaching(this.root.children);
    return stretch === undefined ? undefined : this.blockAt(firstReaching(stretch.children) ?? null);
  }

  #seen(entries: readonly IntersectionObserverEntry[], approached: (block: Block) => void): void {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) {
        this.#near.delete(target);
        continue;
      }
      this.#near.add(target);
      for (const element of target.children) {
        const block = this.#blockOf.get(element);
        if (block !== undefined) approached(block);
      }
    }
  }

  #stretches(blocks: readonly Block[], at: number): HTMLElement[] {
    const stretches: HTMLElement[] = [];
    let elements: HTMLElement[] = [];
    let characters = 0;
    const close = (): void => {
      if (elements.length > 0) stretches.push(newStretch(elements));
      elements = [];
      characters = 0;
    };
    blocks.forEach((block, i) => {
      if (characters > FULL || elements.length === MOST) close();
      elements.push(this.#newElement(block, at + i));
      characters += block.text.length;
    });
    close();
    return stretches;
  }

  /** Puts stretches behind `last`; what followed it in its own stretch gets one of its own behind them. */
  #insert(opening: HTMLElement, stretches: readonly HTMLElement[], last: HTMLElement): void {
    const rest: Element[] = [];
    for (let next = last.nextElementSibling; next !== null; next = next.nextElementSibling) rest.push(next);
    const all = rest.length === 0 ? stretches : [...stretches, newStretch(rest)];
    opening.after(...all);
    for (const stretch of all) this.#observer.observe(stretch);
    // Where the caret will stand, and what stood in the window.
    for (const stretch of all.slice(-2)) this.#near.add(stretch);
  }

  /** An empty stretch goes, one that has grown long is parted. */
  #tidy(stretch: HTMLElement): void {
    if (stretch.childElementCount === 0) {
      this.#observer.unobserve(stretch);
      this.#near.delete(stretch);
      stretch.remove();
      return;
    }
    if (stretch.childElementCount > 2 * MOST) {
      const second = newStretch([...stretch.children].slice(MOST));
      stretch.after(second);
      this.#observer.observe(second);
      if (this.#near.has(stretch)) this.#near.add(second);
    }
    estimate(stretch);
  }

  #stretchOf(element: HTMLElement | null | undefined): HTMLElement | null {
    const stretch = element?.parentElement;
    return stretch != null && stretch.parentElement === this.root ? stretch : null;
  }

  #standing(index: number): Standing {
    if (index > LEADING) return "below";
    const before = this.#text.blocks.slice(0, index).filter(({ text }) => text.trim() !== "");
    return before.length === 0 ? "first" : before.every(({ text }) => opens(text)) ? "opening" : "below";
  }

  #newElement(block: Block, index: number): HTMLElement {
    const element = document.createElement("div");
    const continues = index > 0 && this.#text.blocks[index - 1]?.separator === "";
    element.className = `block ${shapeOf(block.text, this.#standing(index), continues)}`;
    if (block.text === "") element.append(document.createElement("br"));
    else if (element.classList.contains("long")) element.append(...wordsApart(block.text));
    else element.textContent = block.text;
    block.element = element;
    block.painted = "";
    this.#blockOf.set(element, block);
    return element;
  }
}

function newStretch(elements: readonly Element[]): HTMLElement {
  const stretch = document.createElement("div");
  stretch.className = "stretch";
  stretch.append(...elements);
  estimate(stretch);
  return stretch;
}

function estimate(stretch: HTMLElement): void {
  let lines = 0;
  for (const { textContent } of stretch.children) lines += Math.max(1, Math.ceil(((textContent?.length ?? 0) + 2) / MEASURE));
  stretch.style.setProperty("--lines", String(lines));
  setTables(stretch);
}

/** Rows that follow one another are one table: they have their cells under one another. */
function setTables(stretch: HTMLElement): void {
  let table: HTMLElement[] = [];
  for (const element of [...stretch.children, null] as (HTMLElement | null)[]) {
    if (element?.classList.contains("cells")) {
      table.push(element);
      continue;
    }
    const cell = String(cellWidth(table.map(({ textContent }) => textContent ?? "")));
    for (const row of table) row.style.setProperty("--cell", cell);
    table = [];
  }
}

/** The first element that reaches into the window, under the masthead's edge; the last one where none does. */
function firstReaching(elements: HTMLCollection): Element | undefined {
  return elements[placesBefore(elements.length - 1, (at) => (elements[at]?.getBoundingClientRect().bottom ?? 0) < 60)];
}
