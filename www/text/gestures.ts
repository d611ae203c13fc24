/** What pointer and focus do to the marks of the text. */
import type { Mark } from "./marks.js";

export type Pointing = "hover" | "focus" | "press";

type Found = readonly [Mark, HTMLElement];

interface GestureTarget {
  readonly root: HTMLElement;
  readonly editing: () => boolean;
  readonly markAt: (target: EventTarget | null) => Found | null;
  readonly pointed: (found: Found, by: Pointing) => void;
  /** The pointer went off a mark. */
  readonly left: () => void;
  /** A press beside all marks. */
  readonly beside: () => void;
}

export function hearGestures({ root, editing, markAt, pointed, left, beside }: GestureTarget): void {
  root.addEventListener("pointerover", ({ pointerType, target }) => {
    const found = pointerType === "touch" ? null : markAt(target);
    if (found !== null) pointed(found, "hover");
  });
  root.addEventListener("pointerout", ({ pointerType, target }) => {
    if (pointerType !== "touch" && markAt(target) !== null) left();
  });
  root.addEventListener("click", ({ target }) => {
    const chosen = getSelection();
    if (editing() || (chosen !== null && !chosen.isCollapsed)) return;
    const found = markAt(target);
    if (found !== null) pointed(found, "press");
    else beside();
  });
  root.addEventListener("focusin", ({ target }) => {
    const found = target === root || editing() ? null : markAt(target);
    if (found !== null) pointed(found, "focus");
  });
}
