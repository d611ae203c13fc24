/** Marks in any document of a browser. Importing this has no effect, also where there is no document. */
export { annotate } from "./dom/annotate.js";
export { QuandianError, type Language } from "./errors.js";
export type { Mark, MarkKind, NumberMark, SloganMark, WordMark } from "./dom/marks.js";
export type { AnnotateOptions, AnnotationHandle, Theme } from "./dom/types.js";
export type * from "./types.js";
