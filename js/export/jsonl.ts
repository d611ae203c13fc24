/**
 * JSON Lines. Offsets: code points, or UTF-16 code units on request; the first line says which.
 *
 * The first line is the document: its text and the unit. Each further line is one annotation with the fields of the API. With
 * `per: "document"` there is one line alone, `text` and `label` as `[start, end, name]`: what annotation tools such as doccano
 * import.
 */
import type { Analysis } from "../types.js";
import { codePointCounter } from "./code-points.js";
import { wellFormed } from "./plain.js";

export interface JsonLinesOptions {
  /** Default `codepoint`. */
  readonly offsets?: "codepoint" | "utf16";
  /** A line an annotation, which is the default, or one line with the text and all labels, as doccano imports it. */
  readonly per?: "annotation" | "document";
}

/** JSON Lines: the document first, then an annotation a line. Offsets: code points, or UTF-16 code units on request. */
export function toJSONL(analysis: Analysis, { offsets = "codepoint", per = "annotation" }: JsonLinesOptions = {}): string {
  const count = offsets === "codepoint" ? codePointCounter(analysis.text) : (offset: number): number => offset;
  const records = per === "document" ? [labels(analysis, offsets, count)] : annotations(analysis, offsets, count);
  return records.map((record) => `${JSON.stringify(record, wellFormedStrings)}\n`).join("");
}

type Count = (offset: number) => number;

function annotations(analysis: Analysis, offsets: string, count: Count): unknown[] {
  const { text, numbers, changes, slogans } = analysis;
  return [
    { layer: "document", version: analysis.version, offsets, text },
    ...[...numbers, ...changes, ...slogans].map((note) => counted(note, count)),
  ];
}

function labels({ text, numbers, slogans }: Analysis, offsets: string, count: Count): unknown {
  const label = [...numbers, ...slogans]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end, kind }) => [count(start), count(end), kind]);
  return { text, label, offsets };
}

/** `value` with the offsets of every span in it counted: its own, those of what it counts, those of its members. */
function counted(value: unknown, count: Count): unknown {
  if (Array.isArray(value)) return value.map((each) => counted(each, count));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, field]) => {
    const isOffset = (name === "start" || name === "end") && typeof field === "number";
    return [name, isOffset ? count(field) : counted(field, count)] as const;
  });
  return Object.fromEntries(entries);
}

/** Half a surrogate pair would be written as an escape that many readers refuse. */
function wellFormedStrings(_key: string, value: unknown): unknown {
  return typeof value === "string" ? wellFormed(value) : value;
}
