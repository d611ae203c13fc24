/**
 * JSON Lines. Offsets: code points, or UTF-16 code units on request; the first line says which.
 *
 * The first line is the document: its text and the unit. Each further line is one annotation with the fields of the API. With
 * `per: "document"` there is one line alone, `text` and `label` as `[start, end, name]`: what annotation tools such as doccano
 * import.
 */
import type { Analysis, Member, Span, TextSpan } from "../types.js";
import { codePointCounter } from "./code-points.js";
import { wellFormed } from "./plain.js";

export interface JsonLinesOptions {
  readonly offsets?: "codepoint" | "utf16";
  readonly per?: "annotation" | "document";
}

export function toJSONL(analysis: Analysis, { offsets = "codepoint", per = "annotation" }: JsonLinesOptions = {}): string {
  const count = offsets === "codepoint" ? codePointCounter(analysis.text) : (offset: number): number => offset;
  const records = per === "document" ? [labels(analysis, offsets, count)] : annotations(analysis, offsets, count);
  return records.map((record) => `${JSON.stringify(record, wellFormedStrings)}\n`).join("");
}

type Count = (offset: number) => number;

function annotations(analysis: Analysis, offsets: string, count: Count): object[] {
  const { text, numbers, changes, slogans } = analysis;
  return [
    { layer: "document", version: analysis.version, offsets, text },
    ...numbers.map((note) => ({ ...note, ...counted(note, count), of: counted(note.of, count) })),
    ...changes.map((change) => ({ ...change, ...counted(change, count), of: counted(change.of, count) })),
    ...slogans.map((note) => ({ ...note, ...counted(note, count), members: note.members.map((member) => placed(member, count)) })),
  ];
}

function labels({ text, numbers, slogans }: Analysis, offsets: string, count: Count): object {
  const label = [...numbers, ...slogans]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end, kind }) => [count(start), count(end), kind]);
  return { text, label, offsets };
}

function counted<T extends Span | TextSpan>(span: T | null, count: Count): T | null {
  return span === null ? null : { ...span, start: count(span.start), end: count(span.end) };
}

function placed(member: Member, count: Count): Member {
  if (member.start === undefined || member.end === undefined) return member;
  return { ...member, start: count(member.start), end: count(member.end) };
}

/** Half a surrogate pair would be written as an escape that many readers refuse. */
function wellFormedStrings(_key: string, value: unknown): unknown {
  return typeof value === "string" ? wellFormed(value) : value;
}
