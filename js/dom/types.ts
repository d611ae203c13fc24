/** What `annotate` takes and answers with. */
import type { Language } from "../errors.js";
import type { Analysis, Analyzer, Layer, Span } from "../types.js";
import type { Mark, MarkKind } from "./marks.js";

/** Of `annotate`. One that there is not is an error (`option`). */
export interface AnnotateOptions {
  /** Default: one for the whole page, made when first needed, with a lexicon where words are asked for. It is not disposed of. */
  readonly analyzer?: Analyzer;
  /** Default: numbers and slogans. */
  readonly layers?: readonly Layer[];
  /** `highlight` touches no node; `mark` wraps; `auto` highlights where the browser can. */
  readonly mode?: "auto" | "highlight" | "mark";
  /** A selector of elements to leave alone, besides those that are never touched. Default: `code, kbd, samp`. */
  readonly ignore?: string;
  /** Whether marks open a card, or what it says: text or a node. Default: true. */
  readonly card?: boolean | ((mark: Mark) => Node | string);
  /** Whether there is a list of all marks, which shows when the focus comes to it, or where it is to stand. Default: true. */
  readonly list?: boolean | Element;
  /** Whether F8 and Shift+F8 go from mark to mark. Default: true. */
  readonly keys?: boolean;
  /** Whether changes of the document are followed. Default: false. */
  readonly observe?: boolean;
  /** Of card and list. Default: that of the document, where it is English, else Chinese. */
  readonly language?: Language;
  /** Of the card; `auto`, the default, goes by the colour of the text. */
  readonly theme?: Theme;
  /** As in `AnalyzeOptions`. */
  readonly referenceDate?: string;
  /** Takes the marks away when it fires. */
  readonly signal?: AbortSignal;
}

export type Theme = "auto" | "light" | "dark";

/**
 * Marks in a document. Fires `analysis` (after each analysis), `select` (`detail`: the mark, or null), `toggle` and `error` (`detail`: a
 * `QuandianError`, after a refresh that failed).
 */
export interface AnnotationHandle extends EventTarget {
  /** Of the text as it was read last; its offsets are those of `analysis.text`. */
  readonly analysis: Analysis;
  /** What can be gone to, in text order. */
  readonly marks: readonly Mark[];
  /** Index in `marks` of the selected one; -1 for none. */
  readonly selected: number;
  /** Shows or hides a layer or a kind; without `on` the other way round from now. */
  toggle(what: Layer | MarkKind, on?: boolean): void;
  /** Whether marks of this kind are shown. */
  isShown(kind: MarkKind): boolean;
  /** Goes to a mark: scrolls, washes it, opens its card. */
  focus(index: number): void;
  /** To the next mark that is shown; after the last comes the first. */
  next(): void;
  /** To the one before; before the first comes the last. */
  previous(): void;
  /** Closes the card and gives the focus back. */
  leave(): void;
  /** Where a span of the analysed text stands in the document, as it is now. */
  rangeOf(span: Span): Range;
  /** Reads the document again. */
  refresh(): Promise<void>;
  /** Takes everything away; the document is as it was, to the byte. */
  remove(): void;
}
