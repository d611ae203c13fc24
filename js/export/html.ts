/**
 * One HTML file that needs nothing else: no script, no network, styles inside. The marks stand in the text, form before colour,
 * as on the page; below it a legend and the lists, each row a link to its mark. Offsets: none.
 */
import type { Analysis, NumberKind, SloganKind } from "../types.js";
import { HTML_STYLE } from "./html-style.js";
import { nested, type Mark, type Piece } from "./nesting.js";
import { escapeXml } from "./plain.js";
import { cellText, reportTables, type ReportOptions, type ReportTable } from "./report.js";
import { lines } from "./sentences.js";
import { WORDS, type ExportWords, type Language } from "./words.js";

/** One HTML file that needs nothing else, with the marks in the text and lists below. No offsets. */
export function toHTML(analysis: Analysis, { title, language = "zh" }: ReportOptions = {}): string {
  const words = WORDS[language];
  const { numbers, slogans, changes } = analysis;
  const heading = escapeXml(title || words.report);
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${heading}</title>
<style>${HTML_STYLE}</style>
<h1>${heading}</h1>
<p>${words.counts(numbers.length, slogans.length, changes.length)}</p>
${legend(analysis, words)}<main lang="zh">${text(analysis, words)}</main>
${lists(analysis, language)}</html>
`;
}

interface HtmlMark extends Mark {
  readonly kind: NumberKind | SloganKind | null;
  readonly id: string;
}

function text(analysis: Analysis, words: ExportWords): string {
  const marks: HtmlMark[] = [
    ...lines(analysis.text).map((line) => ({ ...line, rank: 0, kind: null, id: "" })),
    ...analysis.slogans.map(({ start, end, kind }, at) => ({ start, end, rank: 1, kind, id: `s${at}` })),
    ...analysis.numbers.map(({ start, end, kind }, at) => ({ start, end, rank: 2, kind, id: `n${at}` })),
  ];
  return nested(analysis.text, marks, {
    open: (piece) => open(piece, words),
    close: ({ kind }) => (kind === null ? "</p>" : "</mark>"),
    text: escapeXml,
    between: (breaks) => breaks.replace(/\r\n?/g, "\n"),
  });
}

function open({ mark: { kind, id }, number }: Piece<HtmlMark>, words: ExportWords): string {
  if (kind === null) return "<p>";
  return `<mark class="${kind}"${number === 0 ? ` id="${id}"` : ""} title="${escapeXml(words.kinds[kind])}">`;
}

function legend({ numbers, slogans }: Analysis, words: ExportWords): string {
  const counts = new Map<NumberKind | SloganKind, number>();
  for (const { kind } of [...numbers, ...slogans]) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (counts.size === 0) return "";
  const entries = [...counts].map(([kind, count]) => `<li><mark class="${kind}">${words.kinds[kind]}</mark> ${count}</li>`);
  return `<section class="legend"><h2>${words.legend}</h2><ul>${entries.join("")}</ul></section>\n`;
}

function lists(analysis: Analysis, language: Language): string {
  const [numbers, changes, slogans] = reportTables(analysis, language);
  return [
    section(numbers, (at) => `n${at}`, WORDS[language]),
    section(changes, (at) => `n${analysis.changes[at]?.first}`, WORDS[language]),
    section(slogans, (at) => `s${at}`, WORDS[language]),
  ].join("");
}

function section({ name, columns, rows }: ReportTable, target: (at: number) => string, words: ExportWords): string {
  if (rows.length === 0) return "";
  // The sentence is a click away.
  const [first = "text", ...others] = columns.filter((column) => column !== "sentence");
  const head = [first, ...others].map((column) => `<th scope="col">${words.columns[column]}</th>`).join("");
  const body = rows.map((row, at) => {
    const cells = others.map((column) => `<td>${escapeXml(cellText(row[column]))}</td>`).join("");
    return `<tr><td><a href="#${target(at)}">${escapeXml(cellText(row[first]))}</a></td>${cells}</tr>`;
  });
  return `<section><h2>${name}</h2><table><thead><tr>${head}</tr></thead><tbody>\n${body.join("\n")}\n</tbody></table></section>\n`;
}
