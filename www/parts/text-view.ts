import type { Analysis } from "quandian";
import { LitElement, html, nothing } from "lit";
import { TextBlocks, type Block } from "../text/blocks.js";
import { Editing } from "../text/editing.js";
import { History } from "../text/history.js";
import { deal, movedBy, type Kind, type Mark, type Piece } from "../text/marks.js";
import { paint } from "../text/paint.js";
import { offsetIn, placeIn } from "../text/position.js";
import { scriptOf } from "../text/script.js";
import { shapeOf } from "../text/shape.js";
import type { Words } from "../words.js";

export type Pointing = "hover" | "focus" | "press";

export interface MarkEvent {
  readonly mark: Mark;
  readonly element: HTMLElement;
  readonly by: Pointing;
}

/** Blocks at once on screen in a short text: no need to wait for the observer. */
const SHORT = 80;
/** Characters in a full line, for the estimated height of what has not been laid out. */
const MEASURE = 36;

/**
 * The text with its marks. The blocks are written by hand, not by a template: a block is repainted only when its own
 * marks change, and only near the window.
 */
export class TextView extends LitElement {
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
  #marks: Mark[] = [];
  #analysis: Analysis | null = null;
  #current: Mark | null = null;
  #selected: Mark | null = null;
  #history = new History();
  #near = new Set<Element>();
  #blockOf = new WeakMap<Element, Block>();
  #observer: IntersectionObserver | null = null;
  #editing: Editing | null = null;
  #waiting: [Mark[], Analysis] | null = null;

  constructor() {
    super();
    this.editing = false;
    this.wordsShown = false;
    this.hiddenKinds = new Set();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get source(): string {
    return this.#text.source;
  }

  get marks(): readonly Mark[] {
    return this.#marks;
  }

  get blocks(): readonly Block[] {
    return this.#text.blocks;
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
      @pointerover=${this.#over}
      @pointerout=${this.#out}
      @click=${this.#press}
      @focusin=${this.#focused}
      @copy=${this.#copy}
      @cut=${this.#copy}
    ></div>`;
  }

  protected override firstUpdated(): void {
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: "900px 0px" });
    this.#editing = new Editing({
      root: this.#root,
      source: () => this.source,
      offsetOf: (node, offset) => this.#offsetOf(node, offset),
      replace: (start, end, insert) => this.replace(start, end, insert),
      readBack: () => this.#readBack(),
      undo: () => this.undo(),
      redo: () => this.redo(),
    });
    this.#editing.attach();
    this.#lay(0, [], this.#text.blocks);
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

  /** Puts another text there. With `undoable`, undo brings the old one back. */
  setText(source: string, undoable: boolean): void {
    if (undoable) this.#history.push({ start: 0, removed: this.source, inserted: source }, 0);
    else this.#history.clear();
    const before = this.#text.blocks;
    this.#text.reset(source);
    this.#marks = [];
    this.#analysis = null;
    this.#current = this.#selected = null;
    this.#root.lang = scriptOf(source);
    this.#lay(0, before, this.#text.blocks);
    this.#root.classList.toggle("empty", source === "");
  }

  showMarks(marks: Mark[], analysis: Analysis): void {
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
    this.#marks = marks;
    deal(marks, this.#text.blocks);
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

  caretTo(offset: number): void {
    const block = this.#text.blocks[this.#text.indexAt(offset)];
    if (block?.element == null) return;
    const [node, at] = placeIn(block.element, Math.min(offset - block.start, block.text.length));
    getSelection()?.collapse(node, at);
    const range = document.createRange();
    range.setStart(node, at);
    const box = range.getClientRects()[0] ?? block.element.getBoundingClientRect();
    if (box.bottom > innerHeight - 48 || box.top < 48) block.element.scrollIntoView({ block: "nearest" });
  }

  edit(): void {
    this.#root.focus({ preventScroll: true });
    const top = this.offsetAtTop();
    const selection = getSelection();
    if (selection?.anchorNode == null || !this.#root.contains(selection.anchorNode)) this.caretTo(this.source === "" ? 0 : top);
  }

  /** Makes a mark the selected one, brings it into the window, and focuses it if asked. */
  go(mark: Mark, focus: boolean): HTMLElement | null {
    this.select(mark);
    this.#current = mark;
    const element = this.#elementOf(mark);
    if (element === null) return null;
    const show = (): void => {
      const box = element.getBoundingClientRect();
      if (box.top < 80 || box.bottom > innerHeight - 120) element.scrollIntoView({ block: "center" });
    };
    show();
    // Estimated heights become real ones on the way.
    requestAnimationFrame(show);
    this.#refocusable();
    if (focus) element.focus({ preventScroll: true });
    return element;
  }

  goTo(offset: number): void {
    const block = this.#text.blocks[this.#text.indexAt(offset)];
    if (block?.element == null) return;
    this.#paint(block);
    const [node, at] = placeIn(block.element, Math.min(offset - block.start, block.text.length));
    (node.parentElement === block.element || node === block.element ? block.element : node.parentElement ?? block.element).scrollIntoView({ block: "center" });
    const range = document.createRange();
    range.setStart(node, at);
    const box = range.getClientRects()[0];
    if (box !== undefined && (box.top < 80 || box.top > innerHeight - 80)) scrollBy(0, box.top - innerHeight / 2);
  }

  /** The next visible mark in the direction, from the current one or from the window's top. */
  step(direction: 1 | -1): Mark | null {
    const visible = this.#marks.filter((mark) => !this.hiddenKinds.has(mark.kind));
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
    for (const block of this.#blocksOf(mark)) {
      if (block.painted === null) this.#paint(block);
      else this.#elements(block).forEach(([piece, element]) => element.classList.toggle("selected", piece.mark === mark));
    }
  }

  /** The source offset of the first block in the window. */
  offsetAtTop(): number {
    const blocks = this.#text.blocks;
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle]?.element?.getBoundingClientRect().bottom ?? 0) < 60) low = middle + 1;
      else high = middle;
    }
    return blocks[low]?.start ?? 0;
  }

  /** Everything is painted, near the window or not: for print. */
  paintAll(): void {
    for (const block of this.#text.blocks) this.#paint(block);
  }

  get #root(): HTMLElement {
    return this.firstElementChild as HTMLElement;
  }

  #apply(start: number, end: number, insert: string): void {
    const { at, removed, added } = this.#text.replace(start, end, insert);
    this.#marks = movedBy(this.#marks, start, end, insert.length - (end - start));
    this.#analysis = null;
    this.select(null);
    this.#lay(at, removed, added);
    deal(this.#marks, this.#text.blocks);
    for (const block of added) this.#paint(block);
    this.#root.classList.toggle("empty", this.source === "");
    if (this.editing) this.caretTo(start + insert.length);
    this.dispatchEvent(new CustomEvent("source-change"));
  }

  /** Puts the elements of the added blocks where those of the removed ones were. */
  #lay(at: number, removed: readonly Block[], added: readonly Block[]): void {
    const root = this.#root;
    if (root === null) return;
    for (const block of removed) {
      if (block.element === null) continue;
      this.#observer?.unobserve(block.element);
      this.#near.delete(block.element);
      block.element.remove();
    }
    const fragment = document.createDocumentFragment();
    added.forEach((block, i) => fragment.append(this.#newElement(block, at + i)));
    const following = this.#text.blocks[at + added.length]?.element ?? null;
    if (added.length === this.#text.blocks.length) root.replaceChildren(fragment);
    else root.insertBefore(fragment, following);
    for (const block of added) if (block.element !== null) this.#observer?.observe(block.element);
  }

  #newElement(block: Block, index: number): HTMLElement {
    const element = document.createElement("div");
    const continues = index > 0 && this.#text.blocks[index - 1]?.separator === "";
    element.className = `block ${shapeOf(block.text, index === 0, continues)}`;
    element.style.setProperty("--lines", String(Math.max(1, Math.ceil((block.text.length + 2) / MEASURE))));
    if (block.text === "") element.append(document.createElement("br"));
    else element.textContent = block.text;
    block.element = element;
    block.painted = block.signature === "" && !this.wordsShown ? "" : null;
    this.#blockOf.set(element, block);
    if (this.#text.blocks.length <= SHORT) this.#near.add(element);
    return element;
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) {
        this.#near.delete(target);
        continue;
      }
      this.#near.add(target);
      const block = this.#blockOf.get(target);
      if (block !== undefined && this.#editing?.composing !== true) this.#paintIfNear(block);
    }
  }

  #paintIfNear(block: Block): void {
    if (block.element !== null && this.#near.has(block.element)) this.#paint(block);
  }

  #paint(block: Block): void {
    const shown = `${this.wordsShown && this.#analysis !== null ? "w " : ""}${block.signature}`;
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

  /** The caret stands where it stood, whatever is repainted under it. */
  #keepingCaret(work: () => void): void {
    const selection = getSelection();
    const inside = this.editing && selection?.anchorNode != null && selection.focusNode !== null && this.#root.contains(selection.anchorNode);
    if (!inside || selection.anchorNode === null || selection.focusNode === null) return work();
    const anchor = this.#offsetOf(selection.anchorNode, selection.anchorOffset);
    const focus = this.#offsetOf(selection.focusNode, selection.focusOffset);
    const anchorNode = selection.anchorNode;
    const focusNode = selection.focusNode;
    work();
    if (this.#root.contains(anchorNode) && this.#root.contains(focusNode) && anchorNode !== this.#root) return;
    const place = (offset: number): [Node, number] => {
      const block = this.#text.blocks[this.#text.indexAt(offset)];
      return block?.element == null ? [this.#root, 0] : placeIn(block.element, offset - block.start);
    };
    selection.setBaseAndExtent(...place(anchor), ...place(focus));
  }

  #offsetOf(node: Node, offset: number): number {
    if (node === this.#root) {
      const child = this.#root.children[offset];
      const block = child === undefined ? undefined : this.#blockOf.get(child);
      return block?.start ?? this.source.length;
    }
    let element: Node | null = node;
    while (element !== null && element.parentNode !== this.#root) element = element.parentNode;
    const block = element instanceof HTMLElement ? this.#blockOf.get(element) : undefined;
    if (block === undefined || !(element instanceof HTMLElement)) return this.source.length;
    return block.start + offsetIn(element, node, offset);
  }

  #readBack(): void {
    const selection = getSelection();
    const lines = [...this.#root.children].map((child) => [child.textContent ?? "", this.#blockOf.get(child)?.separator ?? "\n"] as const);
    const read = lines.map(([text, separator], i) => (i + 1 < lines.length ? text + separator : text)).join("");
    const old = this.source;
    let start = 0;
    while (start < old.length && start < read.length && old[start] === read[start]) start += 1;
    let tail = 0;
    while (tail < old.length - start && tail < read.length - start && old.at(-1 - tail) === read.at(-1 - tail)) tail += 1;
    const caret = selection?.focusNode == null ? null : this.#caretRead(selection.focusNode, selection.focusOffset);
    if (read !== old) {
      this.replace(start, old.length - tail, read.slice(start, read.length - tail));
      const inOrder = this.#text.blocks.every((block, i) => block.element === this.#root.children[i]) && this.#root.childNodes.length === this.#text.blocks.length;
      if (!inOrder) this.#root.replaceChildren(...this.#text.blocks.flatMap((block) => block.element ?? []));
      if (caret !== null) this.caretTo(Math.min(caret, this.source.length));
    }
    if (this.#waiting !== null) this.showMarks(...this.#waiting);
  }

  /** The caret's offset by what the document shows now, before the blocks know of it. */
  #caretRead(node: Node, offset: number): number {
    let at = 0;
    for (const child of this.#root.children) {
      if (child.contains(node)) return at + offsetIn(child as HTMLElement, node, offset);
      at += (child.textContent ?? "").length + (this.#blockOf.get(child)?.separator ?? "\n").length;
    }
    return at;
  }

  #blocksOf(mark: Mark): Block[] {
    const first = this.#text.indexAt(mark.start);
    const last = this.#text.indexAt(Math.max(mark.start, mark.end - 1));
    return this.#text.blocks.slice(first, last + 1);
  }

  #elements(block: Block): [Piece, HTMLElement][] {
    return [...(block.element?.querySelectorAll<HTMLElement>("mark") ?? [])].flatMap((element) => {
      const piece = block.pieces[Number(element.dataset["piece"])];
      return piece === undefined ? [] : [[piece, element] as [Piece, HTMLElement]];
    });
  }

  #elementOf(mark: Mark): HTMLElement | null {
    const block = this.#blocksOf(mark)[0];
    if (block === undefined) return null;
    this.#paint(block);
    return this.#elements(block).find(([piece]) => piece.mark === mark)?.[1] ?? null;
  }

  #markAt(target: EventTarget | null): [Mark, HTMLElement] | null {
    let element = target instanceof Element ? target.closest<HTMLElement>("mark") : null;
    while (element !== null) {
      const holder = element.closest(".block");
      const block = holder === null ? undefined : this.#blockOf.get(holder);
      const mark = block?.pieces[Number(element.dataset["piece"])]?.mark;
      if (mark !== undefined && !this.hiddenKinds.has(mark.kind)) return [mark, element];
      element = element.parentElement?.closest<HTMLElement>("mark") ?? null;
    }
    return null;
  }

  /** One mark of the text takes part in the order of the Tab key; the others are reached from it. */
  #refocusable(): void {
    if (this.editing) return;
    if (this.#current === null || this.hiddenKinds.has(this.#current.kind)) {
      this.#current = this.#marks.find((mark) => !this.hiddenKinds.has(mark.kind)) ?? null;
    }
    for (const element of this.#root.querySelectorAll<HTMLElement>('mark[tabindex="0"]')) element.tabIndex = -1;
    const element = this.#current === null ? null : this.#elementOf(this.#current);
    if (element !== null) element.tabIndex = 0;
  }

  #tell(found: [Mark, HTMLElement], by: Pointing): void {
    this.dispatchEvent(new CustomEvent<MarkEvent>("mark-point", { detail: { mark: found[0], element: found[1], by } }));
  }

  #over = (event: PointerEvent): void => {
    const found = event.pointerType === "touch" ? null : this.#markAt(event.target);
    if (found !== null) this.#tell(found, "hover");
  };

  #out = (event: PointerEvent): void => {
    if (event.pointerType !== "touch" && this.#markAt(event.target) !== null) this.dispatchEvent(new CustomEvent("mark-leave"));
  };

  #press = (event: MouseEvent): void => {
    const chosen = getSelection();
    if (this.editing || (chosen !== null && !chosen.isCollapsed)) return;
    const found = this.#markAt(event.target);
    if (found !== null) this.#tell(found, "press");
    else this.dispatchEvent(new CustomEvent("mark-none"));
  };

  #focused = (event: FocusEvent): void => {
    const found = event.target === this.#root ? null : this.#markAt(event.target);
    if (found === null || this.editing) return;
    this.#current = found[0];
    this.#tell(found, "focus");
  };

  /** What is copied is the source, not the paragraphs of the page. */
  #copy = (event: ClipboardEvent): void => {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed || event.clipboardData === null) return;
    const range = selection.getRangeAt(0);
    if (!this.#root.contains(range.startContainer) || !this.#root.contains(range.endContainer)) return;
    const start = this.#offsetOf(range.startContainer, range.startOffset);
    const end = this.#offsetOf(range.endContainer, range.endOffset);
    event.preventDefault();
    event.clipboardData.setData("text/plain", this.source.slice(start, end));
    if (event.type === "cut" && this.editing) this.replace(start, end, "");
  };
}

customElements.define("quandian-text", TextView);
