/** Brings a mark into sight, through whatever scrolls around it. */
import type { Span } from "../types.js";
import type { MappedText } from "./mapped-text.js";
import { rectsOf } from "./pointer.js";

/** How far from an edge a mark has to stand, in pixels. */
const MARGIN = 64;
/** On narrow windows the card is a sheet that covers this share from below, as the style sheet has it. */
const SHEET = 0.56;
const NARROW = "(max-width: 640px)";

export function reveal(text: MappedText, span: Span): void {
  const [place] = text.placesOf(span);
  const element = place?.node.parentElement;
  if (!element) return;
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
  for (let around: Element | null = element; around; around = parentOf(around)) {
    const view = viewOf(around);
    const [rect] = rectsOf(text, span);
    if (!view || !rect) continue;
    const margin = Math.min(MARGIN, view.height / 4);
    const height = view.height * (matchMedia(NARROW).matches ? 1 - SHEET : 1);
    if (rect.top < view.top + margin || rect.bottom > view.top + height - margin) {
      around.scrollBy({ top: rect.top - view.top - height / 3, behavior: "auto" });
    }
  }
}

/** What an element that scrolls shows of its content. */
function viewOf(element: Element): { readonly top: number; readonly height: number } | null {
  if (element === element.ownerDocument.scrollingElement) return { top: 0, height: document.documentElement.clientHeight };
  const scrolls = element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY);
  return scrolls ? { top: element.getBoundingClientRect().top, height: element.clientHeight } : null;
}

function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}
