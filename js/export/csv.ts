/**
 * CSV (RFC 4180): one table of numbers, changes and slogans in the order of the text. Offsets: UTF-16 code units, as the
 * names of the two columns say.
 */
import type { Analysis } from "../types.js";
import { wellFormed } from "./plain.js";
import { changeRows, CODES, numberRows, sloganRows, spoken, type Cell, type Row } from "./rows.js";
import { WORDS, type Column, type Language } from "./words.js";

export interface CsvOptions {
  /** The byte order mark by which Excel knows UTF-8; default true. */
  readonly bom?: boolean;
  /** The header, and the names of kinds, in a reader's words. Default: the codes of the API. */
  readonly language?: Language;
}

const COLUMNS: readonly Column[] = [
  "layer", "kind", "text", "value", "value_to", "ratio", "unit", "bound", "of", "date", "duration", "direction", "rate", "planned",
  "from", "to", "delta", "percent", "quoted", "members", "member_status", "sentence", "start_utf16", "end_utf16", "rule",
];

/**
 * Numbers, changes and slogans as one table (RFC 4180). Offsets: UTF-16 code units.
 *
 * Text that a spreadsheet would take for a formula gets an apostrophe in front, and so does text in which such an
 * apostrophe stands already: whoever takes one away where `'*[=+-@…]` follows has the surface back. Exact decimals stay as
 * they are, negative ones too: they hold nothing but digits.
 */
export function toCSV(analysis: Analysis, { bom = true, language }: CsvOptions = {}): string {
  const words = language === undefined ? undefined : WORDS[language];
  const header = COLUMNS.map((column) => field(words?.columns[column] ?? column));
  const lines = [header, ...tableRows(analysis, language).map((row) => COLUMNS.map((column) => cell(row[column] ?? null)))];
  return (bom ? "\ufeff" : "") + lines.map((line) => `${line.join(",")}\r\n`).join("");
}

function tableRows(analysis: Analysis, language: Language | undefined): Row[] {
  const words = language === undefined ? undefined : WORDS[language];
  const naming = words === undefined ? CODES : spoken(words);
  return [
    ...numberRows(analysis, naming).map((row) => ({ layer: words?.numbers ?? "number", ...row })),
    ...changeRows(analysis, naming).map((row) => ({ layer: words?.changes ?? "change", ...row })),
    ...sloganRows(analysis, naming).map((row) => ({ layer: words?.slogans ?? "slogan", ...row })),
  ].sort((a, b) => offset(a.start_utf16) - offset(b.start_utf16) || offset(b.end_utf16) - offset(a.end_utf16));
}

function offset(cell: Cell | undefined): number {
  return typeof cell === "object" && cell !== null ? Number(cell.number) : 0;
}

function cell(content: Cell): string {
  if (content === null) return "";
  return typeof content === "string" ? field(inert(wellFormed(content))) : content.number;
}

function inert(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
