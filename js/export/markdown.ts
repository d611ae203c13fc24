/** A report in Markdown: counts, then tables of numbers, changes and slogans. No offsets: it is for people. */
import type { Analysis } from "../types.js";
import { oneLine } from "./plain.js";
import { changeRows, numberRows, sloganRows, spoken, type Cell, type Row } from "./rows.js";
import { WORDS, type Column, type ExportWords, type Language } from "./words.js";

export interface ReportOptions {
  readonly title?: string;
  readonly language?: Language;
}

export const NUMBER_COLUMNS: readonly Column[] = ["text", "kind", "bound", "value", "value_to", "ratio", "unit", "of", "date", "duration", "direction", "rate", "planned", "sentence"];
export const CHANGE_COLUMNS: readonly Column[] = ["text", "of", "from", "to", "unit", "delta", "percent"];
export const SLOGAN_COLUMNS: readonly Column[] = ["text", "kind", "members", "member_status"];

export function toMarkdown(analysis: Analysis, { title, language = "zh" }: ReportOptions = {}): string {
  const words = WORDS[language];
  const naming = spoken(words);
  const { numbers, slogans, changes } = analysis;
  const parts = [
    `# ${escape(title ?? words.report)}`,
    words.counts(numbers.length, slogans.length, changes.length),
    section(words.numbers, NUMBER_COLUMNS, numberRows(analysis, naming), words),
    section(words.changes, CHANGE_COLUMNS, changeRows(analysis, naming), words),
    section(words.slogans, SLOGAN_COLUMNS, sloganRows(analysis, naming), words),
  ];
  return `${parts.join("\n\n")}\n`;
}

function section(name: string, columns: readonly Column[], rows: readonly Row[], words: ExportWords): string {
  const used = usedColumns(columns, rows);
  if (used.length === 0) return `## ${name}\n\n${words.none}`;
  const lines = [
    used.map((column) => words.columns[column]),
    used.map(() => "---"),
    ...rows.map((row) => used.map((column) => escape(cellText(row[column] ?? null)))),
  ];
  return `## ${name}\n\n${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`;
}

/** Columns in which at least one row has something. */
export function usedColumns(columns: readonly Column[], rows: readonly Row[]): Column[] {
  return columns.filter((column) => rows.some((row) => (row[column] ?? null) !== null));
}

export function cellText(cell: Cell): string {
  return cell === null ? "" : typeof cell === "string" ? cell : cell.number;
}

/** Nothing of the text is read as Markdown or HTML. */
function escape(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>#!|~&$]/g, "\\$&");
}
