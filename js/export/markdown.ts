/** A report in Markdown: counts, then tables of numbers, changes and slogans. No offsets: it is for people. */
import type { Analysis } from "../types.js";
import { oneLine } from "./plain.js";
import { cellText, reportTables, type ReportOptions, type ReportTable } from "./report.js";
import { WORDS, type ExportWords } from "./words.js";

/** A report in Markdown: counts, then tables of numbers, changes and slogans. No offsets. */
export function toMarkdown(analysis: Analysis, { title, language = "zh" }: ReportOptions = {}): string {
  const words = WORDS[language];
  const { numbers, slogans, changes } = analysis;
  const parts = [
    `# ${escape(title || words.report)}`,
    words.counts(numbers.length, slogans.length, changes.length),
    ...reportTables(analysis, language).map((table) => section(table, words)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function section({ name, columns, rows }: ReportTable, words: ExportWords): string {
  if (rows.length === 0) return `## ${name}\n\n${words.none}`;
  const lines = [
    columns.map((column) => words.columns[column]),
    columns.map(() => "---"),
    ...rows.map((row) => columns.map((column) => escape(cellText(row[column])))),
  ];
  return `## ${name}\n\n${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`;
}

/** Nothing of the text is read as Markdown or HTML. */
function escape(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>#!|~&$]/g, "\\$&");
}
