/** The caret and the selection: between places in the document and offsets in the source. */
import type { TextBlocks } from "./blocks.js";
import { offsetIn, placeIn } from "./position.js";
import type { Sheet } from "./sheet.js";

/** Room that the caret keeps to the edges of the window, in px. */
const ROOM = 48;

export class Caret {
  readonly #sheet: Sheet;
  readonly #text: TextBlocks;

  constructor(sheet: Sheet, text: TextBlocks) {
    this.#sheet = sheet;
    this.#text = text;
  }

  /** Offset in the source of a place in the document. */
  offsetOf(node: Node, offset: number): number {
    const block = this.#sheet.blockAt(node);
    if (block?.element != null) return block.start + offsetIn(block.element, node, offset);
    // Between blocks or stretches: the beginning of what follows.
    const following = node.childNodes[offset] ?? node.nextSibling;
    const next = following instanceof Element ? this.#sheet.blockAt(following.querySelector(".block") ?? following) : undefined;
    return next !== undefined && this.#sheet.root.contains(node) ? next.start : this.#text.source.length;
  }

  /** Place in the document of an offset in the source. */
  placeOf(offset: number): [node: Node, offset: number] {
    const block = this.#text.blocks[this.#text.indexAt(offset)];
    if (block?.element == null) return [this.#sheet.root, 0];
    return placeIn(block.element, Math.min(offset - block.start, block.text.length));
  }

  /** Puts the caret there and brings it into the window. */
  to(offset: number): void {
    const block = this.#text.blocks[this.#text.indexAt(offset)];
    const element = block?.element;
    if (block === undefined || element == null) return;
    this.#sheet.hold(block);
    const [node, at] = this.placeOf(offset);
    getSelection()?.collapse(node, at);
    const range = document.createRange();
    range.setStart(node, at);
    const box = range.getClientRects()[0] ?? element.getBoundingClientRect();
    if (box.bottom > innerHeight - ROOM || box.top < ROOM) element.scrollIntoView({ block: "nearest" });
  }

  isInside(): boolean {
    const node = getSelection()?.anchorNode;
    return node != null && this.#sheet.root.contains(node);
  }

  /** The selection stays where it is in the text, whatever is repainted under it. */
  keeping(work: () => void): void {
    const selection = getSelection();
    const { anchorNode = null, focusNode = null } = selection ?? {};
    if (selection === null || anchorNode === null || focusNode === null || !this.isInside()) return work();
    const anchor = this.offsetOf(anchorNode, selection.anchorOffset);
    const focus = this.offsetOf(focusNode, selection.focusOffset);
    work();
    const { root } = this.#sheet;
    if (root.contains(anchorNode) && root.contains(focusNode) && anchorNode !== root) return;
    selection.setBaseAndExtent(...this.placeOf(anchor), ...this.placeOf(focus));
  }

  /** The source as the document shows it now, and the caret's offset in that, before the blocks know of it. */
  read(): { readonly source: string; readonly caret: number | null } {
    const selection = getSelection();
    const lines = this.#sheet.lines();
    let source = "";
    let caret: number | null = null;
    lines.forEach((line, i) => {
      if (selection?.focusNode != null && line.contains(selection.focusNode)) {
        caret = source.length + offsetIn(line, selection.focusNode, selection.focusOffset);
      }
      source += line.textContent ?? "";
      if (i + 1 < lines.length) source += this.#sheet.blockAt(line)?.separator ?? "\n";
    });
    return { source, caret };
  }
}
