/** Marks by the CSS Custom Highlight API: the document's tree is not touched. Highlights of a kind are shared by all annotations. */
import type { Span } from "../types.js";
import type { MappedText } from "./mapped-text.js";
import { HIGHLIGHT_STYLE } from "./mark-style.js";
import type { Mark, MarkKind, WordMark } from "./marks.js";
import type { Painter } from "./painter.js";
import { Adopted } from "./sheets.js";

/** What is drawn over what. */
const PRIORITY = { words: 0, slogans: 1, numbers: 2, selected: 3 } as const;

export function canHighlight(): boolean {
  return typeof Highlight === "function" && typeof CSS === "object" && "highlights" in CSS;
}

export class HighlightPainter implements Painter {
  readonly rewrites = false;
  readonly #ranges = new Map<MarkKind, { readonly priority: number; readonly ranges: AbstractRange[] }>();
  readonly #hidden = new Set<MarkKind>();
  readonly #sheet = new Adopted(HIGHLIGHT_STYLE);
  #text: MappedText | undefined;
  #selected: AbstractRange[] = [];

  paint(text: MappedText, marks: readonly (Mark | WordMark)[]): void {
    this.#withdraw();
    this.#text = text;
    this.#sheet.in(text.roots);
    for (const mark of marks) {
      const entry = this.#ranges.get(mark.kind) ?? { priority: PRIORITY[mark.layer], ranges: [] };
      this.#ranges.set(mark.kind, entry);
      for (const range of rangesOf(text, mark)) entry.ranges.push(range);
    }
    for (const [kind, { priority, ranges }] of this.#ranges) if (!this.#hidden.has(kind)) register(kind, priority, ranges);
  }

  isIntact(): boolean {
    // Painting anew costs less than finding out.
    return false;
  }

  show(kind: MarkKind, on: boolean): void {
    if (on === !this.#hidden.has(kind)) return;
    if (on) this.#hidden.delete(kind);
    else this.#hidden.add(kind);
    const entry = this.#ranges.get(kind);
    if (!entry) return;
    if (on) register(kind, entry.priority, entry.ranges);
    else unregister(kind, entry.ranges);
  }

  select(span: Span | null): void {
    unregister("selected", this.#selected);
    this.#selected = span && this.#text ? rangesOf(this.#text, span) : [];
    register("selected", PRIORITY.selected, this.#selected);
  }

  elementOf(): undefined {
    return undefined;
  }

  clear(): void {
    this.#withdraw();
    this.#sheet.in(new Set());
  }

  #withdraw(): void {
    for (const [kind, { ranges }] of this.#ranges) unregister(kind, ranges);
    this.#ranges.clear();
    unregister("selected", this.#selected);
    this.#selected = [];
  }
}

/** A range that follows every change of the tree would cost the site at each of them. */
function rangesOf(text: MappedText, span: Span): AbstractRange[] {
  return text.placesOf(span).map(({ node, from, to }) => new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }));
}

function register(kind: MarkKind | "selected", priority: number, ranges: readonly AbstractRange[]): void {
  if (ranges.length === 0) return;
  const name = `quandian-${kind}`;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  highlight.priority = priority;
  for (const range of ranges) highlight.add(range);
  CSS.highlights.set(name, highlight);
}

function unregister(kind: MarkKind | "selected", ranges: readonly AbstractRange[]): void {
  const name = `quandian-${kind}`;
  const highlight = CSS.highlights.get(name);
  for (const range of ranges) highlight?.delete(range);
  if (highlight?.size === 0) CSS.highlights.delete(name);
}
