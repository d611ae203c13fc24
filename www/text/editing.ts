/**
 * Typing into the marked text. What the browser would do is read from `beforeinput`, done to the source, and painted;
 * a composition is left to the browser and read back from the document when it ends.
 */
import { textFrom } from "./pasted.js";

export interface EditTarget {
  readonly root: HTMLElement;
  readonly source: () => string;
  /** Offset in the source of a DOM position. */
  readonly offsetOf: (node: Node, offset: number) => number;
  readonly replace: (start: number, end: number, insert: string) => void;
  /** Reads the document back after the browser has changed it. */
  readonly readBack: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

const BACKWARD = /^delete(Content|Word|SoftLine|HardLine)Backward$/;

export class Editing {
  composing = false;
  readonly #target: EditTarget;

  constructor(target: EditTarget) {
    this.#target = target;
  }

  attach(): void {
    const { root } = this.#target;
    root.addEventListener("beforeinput", (event) => this.#before(event as InputEvent));
    root.addEventListener("input", () => {
      if (!this.composing) this.#target.readBack();
    });
    root.addEventListener("compositionstart", () => {
      this.composing = true;
    });
    root.addEventListener("compositionend", () => {
      this.composing = false;
      // Some browsers deliver the last letters just after this event.
      queueMicrotask(() => this.#target.readBack());
    });
  }

  #before(event: InputEvent): void {
    if (event.isComposing || this.composing || !event.cancelable) return;
    event.preventDefault();
    if (event.inputType === "historyUndo") return this.#target.undo();
    if (event.inputType === "historyRedo") return this.#target.redo();
    if (event.inputType.startsWith("format")) return;
    const range = this.#range(event);
    if (range === null) return;
    let [start, end] = range;
    const insert = insertedBy(event);
    if (start === end && insert === "" && BACKWARD.test(event.inputType)) start = characterBefore(this.#target.source(), end);
    if (start !== end || insert !== "") this.#target.replace(start, end, insert);
  }

  #range(event: InputEvent): [number, number] | null {
    const { root, offsetOf } = this.#target;
    const range = event.getTargetRanges()[0] ?? getSelection()?.getRangeAt(0);
    if (range === undefined || !root.contains(range.startContainer)) return null;
    return [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  }
}

function insertedBy(event: InputEvent): string {
  if (event.inputType === "insertParagraph" || event.inputType === "insertLineBreak") return "\n";
  if (event.inputType.startsWith("delete")) return "";
  return event.data ?? (event.dataTransfer === null ? "" : textFrom(event.dataTransfer));
}

function characterBefore(source: string, offset: number): number {
  const pair = /[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(source.slice(Math.max(0, offset - 2), offset));
  return Math.max(0, offset - (pair ? 2 : 1));
}
