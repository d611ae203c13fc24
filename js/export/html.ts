/**
 * One HTML file that needs nothing else: no script, no network, styles inside. Over the text a legend, in the text the marks,
 * form before colour, as on the page; below it the lists, each row a link to its mark. Offsets: none.
 */
import { headingLines } from "../heading-lines.js";
import type { Analysis, NumberKind, SloganKind } from "../types.js";
import { HTML_STYLE } from "./html-style.js";
import { nested, type Mark, type Piece } from "./nesting.js";
import { escapeXml } from "./plain.js";
import { cellText, reportTables, type ReportOptions, type ReportTable } from "./report.js";
import { lines } from "./sentences.js";
import { WORDS, type Column, type ExportWords, type Language } from "./words.js";

/** One HTML file that needs nothing else, with the marks in the text and lists below. No offsets. */
export function toHTML(analysis: Analysis, { title, language = "zh" }: ReportOptions = {}): string {
  const words = WORDS[language];
  const { numbers, slogans, changes } = analysis;
  const heading = escapeXml(title || words.report);
  const text = marked(analysis, title ?? "", words);
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${heading}</title>
<style>${HTML_STYLE}</style>
<header>${words.counts(numbers.length, slogans.length, changes.length)}
${legend(analysis, words)}</header>
${text.startsWith("<h1>") ? "" : `<h1>${heading}</h1>\n`}<main lang="zh">${text}</main>
${lists(analysis, language, words)}</html>
`;
}

interface HtmlMark extends Mark {
  readonly kind: NumberKind | SloganKind | null;
  readonly id: string;
  /** What a line is: the title, a heading, a paragraph, one with blanks of its own before it, or cells. */
  readonly line?: "h1" | "h2" | "p" | "div";
}

/** The text with its marks, as a newspaper would set it. */
function marked(analysis: Analysis, title: string, words: ExportWords): string {
  const headings = new Set([...headingLines(analysis.text)].map(({ heading }) => heading?.end));
  const marks: HtmlMark[] = [
    ...lines(analysis.text).map((span, at) => ({ ...span, rank: 0, kind: null, id: "", line: lineOf(analysis.text.slice(span.start, span.end), at, title, headings.has(span.end)) })),
    ...analysis.slogans.map(({ start, end, kind }, at) => ({ start, end, rank: 1, kind, id: `s${at}` })),
    ...analysis.numbers.map(({ start, end, kind }, at) => ({ start, end, rank: 2, kind, id: `n${at}` })),
  ];
  return nested(analysis.text, marks, {
    open: (piece) => open(piece, words),
    close: ({ line }) => (line === undefined ? "</mark>" : `</${line}>`),
    text: escapeXml,
    between: (breaks) => breaks.replace(/\r\n?/g, "\n"),
  });
}

/** A long title is called by its beginning. */
function lineOf(line: string, at: number, title: string, isHeading: boolean): NonNullable<HtmlMark["line"]> {
  if (at === 0 && title !== "" && line.trim().startsWith(title)) return "h1";
  if (isHeading) return "h2";
  return /^\s|\t/.test(line) ? "div" : "p";
}

function open({ mark: { kind, id, line }, number }: Piece<HtmlMark>, words: ExportWords): string {
  if (kind === null) return `<${line}>`;
  return `<mark class="${kind}"${number === 0 ? ` id="${id}"` : ""} title="${escapeXml(words.kinds[kind])}">`;
}

function legend({ numbers, slogans }: Analysis, words: ExportWords): string {
  const counts = new Map<NumberKind | SloganKind, number>();
  for (const { kind } of [...numbers, ...slogans]) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (counts.size === 0) return "";
  const entries = [...counts].map(([kind, count]) => `<li><mark class="${kind}">${words.kinds[kind]}</mark> ${count}</li>`);
  return `<ul aria-label="${words.legend}">${entries.join("")}</ul>`;
}

function lists(analysis: Analysis, language: Language, words: ExportWords): string {
  const [numbers, changes, slogans] = reportTables(analysis, language);
  return section(numbers, (at) => `n${at}`, words) + section(changes, (at) => `n${analysis.changes[at]?.first}`, words) + section(slogans, (at) => `s${at}`, words);
}

/** Columns of single words. */
const BRIEF: ReadonlySet<Column> = new Set<Column>(["kind", "member_status"]);

function section({ name, columns, rows }: ReportTable, target: (at: number) => string, words: ExportWords): string {
  if (rows.length === 0) return "";
  // The sentence is a click away.
  const [first = "text", ...others] = columns.filter((column) => column !== "sentence");
  const head = [first, ...others].map((column) => `<th scope="col">${words.columns[column]}</th>`).join("");
  const body = rows.map((row, at) => {
    const cells = others.map((column) => `<td${BRIEF.has(column) ? " class=brief" : ""}>${escapeXml(cellText(row[column]))}</td>`).join("");
    return `<tr><td><a href="#${target(at)}">${escapeXml(cellText(row[first]))}</a></td>${cells}</tr>`;
  });
  return `<section><h2>${name}</h2><table><thead><tr>${head}</tr></thead><tbody>\n${body.join("\n")}\n</tbody></table></section>\n`;
}
