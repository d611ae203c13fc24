import type { Analysis } from "quandian";
import { html, nothing } from "lit";
import { TextBlocks, type Block } from "../text/blocks.js";
import { Caret } from "../text/caret.js";
import { hearCopies } from "../text/copying.js";
import { differenceOf } from "../text/difference.js";
import { Editing } from "../text/editing.js";
import { hearGestures, type Pointing } from "../text/gestures.js";
import { History } from "../text/history.js";
import { MarkIndex, movedBy, signatureOf, type Kind, type Mark } from "../text/marks.js";
import { paint } from "../text/paint.js";
import { scriptOf } from "../text/script.js";
import { Sheet } from "../text/sheet.js";
import { blocksOfMark, bringInto, elementsIn, markAt } from "../text/shown-marks.js";
import type { Words } from "../words.js";
import { Part } from "./part.js";

export interface MarkEvent {
  readonly mark: Mark;
  readonly element: HTMLElement;
  readonly by: Pointing;
}

/** What undo brings back after a new text: the old one, what the old one was put in place of, or nothing. */
export type Step = "new" | "same" | "none";

/** More blocks than an edit can put into the window at once. */
const MANY = 80;

/**
 * The text with its marks. The blocks are written by hand, not by a template: a block is repainted only when its own
 * marks change, and only near the window.
 */
export class TextView extends Part {
  static override properties = {
    words: { attribute: false },
    editing: { type: Boolean },
    wordsShown: { type: Boolean },
    hiddenKinds: { attribute: false },
  };
  declare words: Words;
  declare editing: boolean;
  declare wordsShown: boolean;
  declare hiddenKinds: ReadonlySet<Kind>;

  #text = new TextBlocks();
  #marks = new MarkIndex([]);
  #analysis: Analysis | null = null;
  #current: Mark | null = null;
  #selected: Mark | null = null;
  #history = new History();
  #sheet!: Sheet;
  #caret!: Caret;
  #editing: Editing | null = null;
  #waiting: [readonly Mark[], Analysis] | null = null;

  constructor() {
    super();
    this.editing = false;
    this.wordsShown = false;
    this.hiddenKinds = new Set();
  }

  get source(): string {
    return this.#text.source;
  }

  get marks(): readonly Mark[] {
    return this.#marks.all;
  }

  get selected(): Mark | null {
    return this.#selected;
  }

  protected override render(): unknown {
    return html`<div
      class="sheet"
      tabindex="-1"
      role=${this.editing ? "textbox" : "article"}
      aria-multiline=${this.editing ? "true" : nothing}
      aria-label=${this.words.text}
      contenteditable=${this.editing ? "true" : nothing}
      spellcheck="false"
      autocapitalize="off"
    ></div>`;
  }

  protected override firstUpdated(): void {
    this.#sheet = new Sheet(this.#root, this.#text, (block) => {
      if (this.#editing?.composing !== true) this.#paint(block);
    });
    this.#caret = new Caret(this.#sheet, this.#text);
    this.#hear();
    this.#sheet.lay();
  }

  #hear(): void {
    const target = {
      root: this.#root,
      source: () => this.source,
      editing: () => this.editing,
      offsetOf: (node: Node, offset: number) => this.#caret.offsetOf(node, offset),
      replace: (start: number, end: number, insert: string) => this.replace(start, end, insert),
      readBack: () => this.#readBack(),
      undo: () => this.undo(),
      redo: () => this.redo(),
    };
    this.#editing = new Editing(target);
    this.#editing.attach();
    hearCopies(target);
    hearGestures({
      root: this.#root,
      editing: () => this.editing,
      markAt: (target) => markAt(this.#sheet, target, this.hiddenKinds),
      pointed: ([mark, element], by) => {
        if (by === "focus") this.#current = mark;
        this.report<MarkEvent>("mark-point", { mark, element, by });
      },
      left: () => this.report("mark-leave"),
      beside: () => this.report("mark-none"),
    });
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("wordsShown") || changed.has("editing") || changed.has("words")) this.#repaintAll();
    if (changed.has("hiddenKinds")) {
      this.#root.dataset["hidden"] = [...this.hiddenKinds].join(" ");
      this.#refocusable();
    }
    this.#root.classList.toggle("empty", this.source === "");
    if (changed.has("words")) this.#root.dataset["placeholder"] = this.words.placeholder;
  }

  /** Puts another text there. */
  setText(source: string, step: Step): void {
    if (step === "new") this.#history.push({ start: 0, removed: this.source, inserted: source }, 0);
    else if (step === "same") this.#history.instead(source);
    else this.#history.clear();
    this.#text.reset(source);
    this.#marks = new MarkIndex([]);
    this.#analysis = null;
    this.#current = this.#selected = null;
    this.#root.lang = scriptOf(source);
    this.#sheet.lay();
    this.#root.classList.toggle("empty", source === "");
  }

  showMarks(marks: readonly Mark[], analysis: Analysis): void {
    if (this.#editing?.composing === true) {
      this.#waiting = [marks, analysis];
      return;
    }
    this.#waiting = null;
    const again = (old: Mark | null): Mark | null =>
      old === null ? null : marks.find((mark) => mark.start === old.start && mark.kind === old.kind) ?? null;
    this.#current = again(this.#current) ?? marks.find((mark) => !this.hiddenKinds.has(mark.kind)) ?? null;
    this.#selected = again(this.#selected);
    const wordsMove = this.wordsShown && this.#analysis !== analysis;
    this.#analysis = analysis;
    this.#marks = new MarkIndex(marks);
    this.#keepingCaret(() => {
      for (const block of this.#text.blocks) {
        if (wordsMove) block.painted = null;
        this.#paintIfNear(block);
      }
    });
  }

  replace(start: number, end: number, insert: string): void {
    this.#history.push({ start, removed: this.source.slice(start, end), inserted: insert }, performance.now());
    this.#apply(start, end, insert);
  }

  undo(): void {
    const step = this.#history.undo();
    if (step !== null) this.#apply(step.start, step.start + step.removed.length, step.inserted);
  }

  redo(): void {
    const step = this.#history.redo();
    if (step !== null) this.#apply(step.start, step.start + step.removed.length, step.inserted);
  }

  focusText(): void {
    this.#root.focus({ preventScroll: true });
  }

  edit(): void {
    this.focusText();
    const top = this.offsetAtTop();
    if (!this.#caret.isInside()) this.#caret.to(this.source === "" ? 0 : top);
  }

  /** Makes a mark the selected one, brings it into the window, and focuses it if asked. */
  go(mark: Mark, focus: boolean): HTMLElement | null {
    this.select(mark);
    this.#current = mark;
    const element = this.#elementOf(mark);
    if (element === null) return null;
    bringInto(element);
    // Estimated heights become real ones on the way.
    requestAnimationFrame(() => {
      if (this.#selected === mark) bringInto(element);
    });
    this.#refocusable();
    if (focus) element.focus({ preventScroll: true });
    return element;
  }

  goTo(offset: number): void {
    const block = this.#text.blocks[this.#text.indexAt(offset)];
    if (block?.element == null) return;
    this.#paint(block);
    const [node, at] = this.#caret.placeOf(offset);
    (node.parentElement === block.element || node === block.element ? block.element : node.parentElement ?? block.element).scrollIntoView({ block: "center" });
    const range = document.createRange();
    range.setStart(node, at);
    const box = range.getClientRects()[0];
    if (box !== undefined && (box.top < 80 || box.top > innerHeight - 80)) scrollBy(0, box.top - innerHeight / 2);
  }

  /** The next visible mark in the direction, from the current one or from the window's top. */
  step(direction: 1 | -1): Mark | null {
    const visible = this.#marks.all.filter((mark) => !this.hiddenKinds.has(mark.kind));
    const from = this.#selected;
    const at = from === null ? -1 : visible.indexOf(from);
    if (at >= 0) return visible[at + direction] ?? null;
    const offset = from?.start ?? this.offsetAtTop();
    return direction === 1 ? visible.find((mark) => mark.start >= offset) ?? null : visible.findLast((mark) => mark.start < offset) ?? null;
  }

  select(mark: Mark | null): void {
    if (mark === this.#selected) return;
    for (const element of this.#root.querySelectorAll("mark.selected")) element.classList.remove("selected");
    this.#selected = mark;
    if (mark === null) return;
    for (const block of blocksOfMark(this.#text, mark)) {
      this.#paint(block);
      for (const [piece, element] of elementsIn(block)) element.classList.toggle("selected", piece.mark === mark);
    }
  }

  /** The source offset of the first block in the window. */
  offsetAtTop(): number {
    return this.#sheet.blockAtTop()?.start ?? 0;
  }

  /** Everything is painted, near the window or not: for print. */
  paintAll(): void {
    for (const block of this.#text.blocks) this.#paint(block);
  }

  get #root(): HTMLElement {
    return this.firstElementChild as HTMLElement;
  }

  #apply(start: number, end: number, insert: string): void {
    const before = this.source;
    const splice = this.#text.replace(start, end, insert);
    this.#marks = new MarkIndex(movedBy(this.#marks.all, start, end, insert.length - (end - start)));
    this.#analysis = null;
    this.select(null);
    this.#sheet.splice(splice);
    const few = splice.added.length < MANY;
    for (const block of splice.added) if (few || this.#sheet.isNear(block)) this.#paint(block);
    this.#root.classList.toggle("empty", this.source === "");
    if (this.editing) this.#caret.to(start + insert.length);
    this.report("source-change", before);
  }

  #paintIfNear(block: Block): void {
    if (this.#sheet.isNear(block)) this.#paint(block);
  }

  #paint(block: Block): void {
    block.pieces = this.#marks.piecesOf(block);
    const shown = `${this.wordsShown && this.#analysis !== null ? "w " : ""}${signatureOf(block.pieces)}`;
    if (block.painted === shown) return;
    block.painted = shown;
    paint(block, {
      words: this.wordsShown ? this.#analysis : null,
      tagName: this.words.tag,
      focusable: (mark) => (this.editing ? null : mark === this.#current ? 0 : -1),
      selected: this.#selected,
    });
  }

  #repaintAll(): void {
    this.#keepingCaret(() => {
      for (const block of this.#text.blocks) {
        if (block.painted !== "") block.painted = null;
        else if (!this.wordsShown) continue;
        this.#paintIfNear(block);
      }
    });
  }

  #keepingCaret(work: () => void): void {
    if (this.editing) this.#caret.keeping(work);
    else work();
  }

  #readBack(): void {
    const { source: read, caret } = this.#caret.read();
    const change = differenceOf(this.source, read);
    if (change !== null) {
      this.replace(change.start, change.end, change.insert);
      if (!this.#sheet.isInOrder()) {
        this.#sheet.lay();
        this.#repaintAll();
      }
      if (caret !== null) this.#caret.to(Math.min(caret, this.source.length));
    }
    if (this.#waiting !== null) this.showMarks(...this.#waiting);
  }

  #elementOf(mark: Mark): HTMLElement | null {
    const block = blocksOfMark(this.#text, mark)[0];
    if (block === undefined) return null;
    this.#paint(block);
    return elementsIn(block).find(([piece]) => piece.mark === mark)?.[1] ?? null;
  }

  /** One mark of the text takes part in the order of the Tab key; the others are reached from it. */
  #refocusable(): void {
    if (this.editing) return;
    if (this.#current === null || this.hiddenKinds.has(this.#current.kind)) {
      this.#current = this.#marks.all.find((mark) => !this.hiddenKinds.has(mark.kind)) ?? null;
    }
    for (const element of this.#root.querySelectorAll<HTMLElement>('mark[tabindex="0"]')) element.tabIndex = -1;
    const element = this.#current === null ? null : this.#elementOf(this.#current);
    if (element !== null) element.tabIndex = 0;
  }
}

customElements.define("quandian-text-view", TextView);
