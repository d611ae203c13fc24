/** Which mark the pointer is on: by rectangle and caret, since highlights have no elements. */
import type { Span } from "../types.js";
import type { MappedText } from "./mapped-text.js";
import type { Mark } from "./marks.js";

/** How far from a letter a finger may come down. */
const NEAR = 3;

/** The innermost of the marks at a point of the window. */
export function markAt(text: MappedText, marks: readonly Mark[], x: number, y: number): Mark | null {
  const caret = caretAt(text, x, y);
  const offset = caret && text.offsetOf(caret.node, caret.offset);
  if (offset === null) return null;
  let found: Mark | null = null;
  for (const mark of marks) {
    if (mark.start > offset) break;
    if (mark.end < offset || (found && found.end - found.start < mark.end - mark.start)) continue;
    if (rectsOf(text, mark).some((rect) => x >= rect.left - NEAR && x <= rect.right + NEAR && y >= rect.top - NEAR && y <= rect.bottom + NEAR)) found = mark;
  }
  return found;
}

export function rectsOf(text: MappedText, span: Span): DOMRect[] {
  return text.placesOf(span).flatMap(({ node, from, to }) => {
    const range = new Range();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()];
  });
}

interface Caret {
  readonly node: Node;
  readonly offset: number;
}

function caretAt(text: MappedText, x: number, y: number): Caret | null {
  if ("caretPositionFromPoint" in document) {
    const shadowRoots = [...text.roots].filter((root) => root instanceof ShadowRoot);
    const position = document.caretPositionFromPoint(x, y, { shadowRoots });
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = (document as Document).caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

interface PointerWishes {
  /** The pointer rests on a mark, or has left all of them. */
  hover(mark: Mark | null): void;
  tap(mark: Mark | null): void;
}

/** How long the pointer has to rest. */
const REST_MS = 120;

/** Watches the pointer over a target. What it finds does not hinder links, buttons or a selection of text. */
export function watchPointer(target: EventTarget, at: (x: number, y: number) => Mark | null, wishes: PointerWishes, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = (event: Event): void => {
    const { pointerType, clientX, clientY, buttons } = event as PointerEvent;
    clearTimeout(timer);
    if (pointerType !== "mouse" || buttons !== 0) return;
    timer = setTimeout(() => wishes.hover(at(clientX, clientY)), REST_MS);
  };
  const leave = (): void => {
    clearTimeout(timer);
    wishes.hover(null);
  };
  const tap = (event: Event): void => {
    const { clientX, clientY, detail, defaultPrevented } = event as MouseEvent;
    const control = event.composedPath().some((node) => node instanceof Element && node.matches("a[href],button,input,label,summary,[role=button],[role=link]"));
    const selecting = getSelection()?.isCollapsed === false;
    if (!defaultPrevented && !control && !selecting && detail > 0) wishes.tap(at(clientX, clientY));
  };
  target.addEventListener("pointermove", rest, { signal, passive: true });
  target.addEventListener("pointerleave", leave, { signal });
  target.addEventListener("click", tap, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
}
