/**
 * The analysis as flat rows, for the tables: CSV, XLSX, Markdown, HTML. A cell is text, an exact decimal (`number`), or
 * nothing. A value that is no decimal (`2/3`, `1:3`) has a column of its own, so that the value columns hold decimals alone.
 */
import { boundIn } from "../say/bound.js";
import { sayList } from "../say/list.js";
import type { Analysis, NumberAnnotation, SloganAnnotation, Span } from "../types.js";
import { sentenceFinder } from "./sentences.js";
import type { Column, ExportWords } from "./words.js";

export type Cell = string | { readonly number: string } | null;
export type Row = Partial<Record<Column, Cell>>;

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Codes as they are, or in a reader's words. */
interface Naming {
  readonly kind: (kind: NumberAnnotation["kind"] | SloganAnnotation["kind"]) => string;
  readonly bound: (note: NumberAnnotation) => string;
  readonly rate: (rate: NonNullable<NumberAnnotation["rate"]>) => string;
  readonly direction: (direction: "up" | "down") => string;
  readonly status: (status: SloganAnnotation["memberStatus"]) => string;
  readonly source: (source: "text" | "glossary") => string;
  readonly unit: (unit: string) => string;
  readonly yes: string;
}

const same = <T extends string>(code: T): string => code;

export const CODES: Naming = {
  kind: same, bound: ({ bound }) => bound, rate: same, direction: same, status: same, source: same, unit: same, yes: "true",
};

export function spoken(words: ExportWords): Naming {
  return {
    kind: (kind) => words.kinds[kind],
    bound: (note) => boundIn(words, note),
    rate: (rate) => words.rates[rate],
    direction: (direction) => words.directions[direction],
    status: (status) => words.statuses[status],
    source: (source) => words.sources[source],
    unit: (unit) => words.units[unit] ?? unit,
    yes: words.yes,
  };
}

export function numberRows(analysis: Analysis, naming: Naming): Row[] {
  const sentenceAt = sentenceFinder(analysis);
  return analysis.numbers.map((note) => ({
    kind: naming.kind(note.kind),
    ...values(note),
    text: note.text,
    unit: note.unit && naming.unit(note.unit),
    bound: note.bound === "exact" ? null : naming.bound(note),
    of: note.of?.text ?? null,
    date: note.edtf,
    duration: note.iso,
    direction: note.direction && naming.direction(note.direction),
    rate: note.rate && naming.rate(note.rate),
    planned: note.planned ? naming.yes : null,
    sentence: sentenceAt(note.start),
    ...place(note),
    rule: note.rule,
  }));
}

export function changeRows(analysis: Analysis, naming: Naming): Row[] {
  const sentenceAt = sentenceFinder(analysis);
  return analysis.changes.map((change) => ({
    text: change.text,
    of: change.of?.text ?? null,
    from: decimal(change.from),
    to: decimal(change.to),
    unit: change.unit && naming.unit(change.unit),
    delta: decimal(change.delta),
    percent: decimal(change.percent),
    sentence: sentenceAt(change.start),
    ...place(change),
    rule: change.rule,
  }));
}

export function sloganRows(analysis: Analysis, naming: Naming): Row[] {
  const sentenceAt = sentenceFinder(analysis);
  return analysis.slogans.map((note) => ({
    kind: naming.kind(note.kind),
    text: note.text,
    quoted: note.quoted ? naming.yes : null,
    members: sayList(note.members.map(({ text }) => text)) || null,
    member_status: note.kind === "formula" ? naming.status(note.memberStatus) : null,
    sentence: sentenceAt(note.start),
    ...place(note),
    rule: note.rule,
  }));
}

/** The members of each formula, once for all its mentions. */
export function memberRows(analysis: Analysis, naming: Naming): Row[] {
  const seen = new Set<number>();
  return analysis.slogans.flatMap((slogan) => {
    if (seen.has(slogan.identity) || slogan.members.length === 0) return [];
    seen.add(slogan.identity);
    return slogan.members.map((member) => ({
      slogan: slogan.text,
      member: member.text,
      group: member.group === undefined ? null : { number: String(member.group + 1) },
      source: naming.source(member.source),
      ...(member.start === undefined || member.end === undefined ? {} : place({ start: member.start, end: member.end })),
    }));
  });
}

function values({ value }: NumberAnnotation): Row {
  if (value === null) return {};
  if (typeof value !== "string") return { value: decimal(value[0]), value_to: decimal(value[1]) };
  return DECIMAL.test(value) ? { value: decimal(value) } : { ratio: value };
}

function decimal(value: string | null): Cell {
  return value !== null && DECIMAL.test(value) ? { number: value } : value;
}

function place({ start, end }: Span): Row {
  return { start_utf16: { number: String(start) }, end_utf16: { number: String(end) } };
}
