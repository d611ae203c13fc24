/** What shows marks in a document. There are two: by highlights, which touch nothing, and by elements. */
import type { Span } from "../types.js";
import type { MappedText } from "./mapped-text.js";
import type { Mark, MarkKind, WordMark } from "./marks.js";

export interface Painter {
  /** Whether painting puts other nodes in the place of those that the text was read off. */
  readonly rewrites: boolean;
  /** Shows these marks instead of the last ones. */
  paint(text: MappedText, marks: readonly (Mark | WordMark)[]): void;
  /** Whether all that was painted still stands where it was put. */
  isIntact(): boolean;
  /** Shows or hides all marks of a kind, now and later. */
  show(kind: MarkKind, on: boolean): void;
  /** Washes one mark, or none; a painter by elements washes marks only. */
  select(span: Span | null): void;
  /** The element that stands for a mark, where there is one. */
  elementOf(mark: Mark): HTMLElement | undefined;
  /** Leaves the document as it was. */
  clear(): void;
}
