import { noChange, type ElementPart } from "lit";
import { directive, Directive } from "lit/directive.js";

/** Sets `--at` by script: a style attribute in a template would be refused by the page's policy. */
class PlacedAt extends Directive {
  override render(_at: number): unknown {
    return noChange;
  }

  override update(part: ElementPart, [at]: [number]): unknown {
    if (part.element instanceof HTMLElement) part.element.style.setProperty("--at", `${at}px`);
    return noChange;
  }
}

export const placedAt = directive(PlacedAt);
