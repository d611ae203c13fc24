/** From marks to the elements that show them, and back. */
import type { Block, TextBlocks } from "./blocks.js";
import type { Kind, Mark, Piece } from "./marks.js";
import type { Sheet } from "./sheet.js";

/** Pixels between an element and what stands before the text. */
const MARGIN = 12;

/** The blocks a mark stands in. */
export function blocksOfMark(text: TextBlocks, { start, end }: Mark): Block[] {
  return text.blocks.slice(text.indexAt(start), text.indexAt(Math.max(start, end - 1)) + 1);
}

/** What is painted in the block. */
export function elementsIn(block: Block): [Piece, HTMLElement][] {
  return [...(block.element?.querySelectorAll<HTMLElement>("mark") ?? [])].flatMap((element) => {
    const piece = block.pieces[Number(element.dataset["piece"])];
    return piece === undefined ? [] : [[piece, element] as [Piece, HTMLElement]];
  });
}

/** The innermost mark around a node that is not hidden. */
export function markAt(sheet: Sheet, target: EventTarget | null, hidden: ReadonlySet<Kind>): [Mark, HTMLElement] | null {
  let element = target instanceof Element ? target.closest<HTMLElement>("mark") : null;
  while (element !== null) {
    const mark = sheet.blockAt(element)?.pieces[Number(element.dataset["piece"])]?.mark;
    if (mark !== undefined && !hidden.has(mark.kind)) return [mark, element];
    element = element.parentElement?.closest<HTMLElement>("mark") ?? null;
  }
  return null;
}

/** Moves the text so that `cover`, where it is a sheet at the foot of the window, leaves the element to be seen. */
export function clearOf(element: HTMLElement, cover: Element | null): void {
  if (cover === null || getComputedStyle(cover).position !== "fixed") return;
  const hidden = element.getBoundingClientRect().bottom + MARGIN - cover.getBoundingClientRect().top;
  if (hidden > 0) scrollBy({ top: hidden });
}

/** Brings an element into the window, clear of what stands at its edges. */
export function bringInto(element: HTMLElement): void {
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 80 || bottom > innerHeight - 120) element.scrollIntoView({ block: "center" });
}
