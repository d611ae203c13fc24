/**
 * DOCX: the text as a Word document, headings as headings, the marks as Word has them: emphasis circles, underlines. Beside the
 * text, as comments, what each formula stands for and what each change comes to; below it the legend and the tables. Offsets: none.
 */
import { headingLines } from "../heading-lines.js";
import { sayChange } from "../say/number.js";
import { saySloganInFull } from "../say/slogan.js";
import type { Analysis, NumberKind, SloganKind } from "../types.js";
import { commentsXml, CONTENT_TYPES, DOCUMENT_RELATIONS, documentXml, PACKAGE_RELATIONS, STYLES, tableXml } from "./docx-parts.js";
import { nested, type Mark, type Piece } from "./nesting.js";
import { escapeXml } from "./plain.js";
import { cellText, reportTables, type ReportOptions, type ReportTable } from "./report.js";
import { lines } from "./sentences.js";
import { WORDS, type ExportWords, type Language } from "./words.js";
import { zipped } from "./zip.js";

type Kind = NumberKind | SloganKind;

interface WordMark extends Mark {
  /** Null where it has no look of its own: a line, a change. */
  readonly kind: Kind | null;
  /** How a line begins. */
  readonly paragraph?: string;
  /** Index of what is said beside it. */
  readonly comment?: number;
}

/** The bytes of the document. */
export function docxOf(analysis: Analysis, { title = "", language = "zh" }: ReportOptions = {}): Uint8Array<ArrayBuffer> {
  const words = WORDS[language];
  const { marks, comments } = marked(analysis, language);
  const headings = new Set([...headingLines(analysis.text)].map(({ heading }) => heading?.end));
  const text = lines(analysis.text).map((span, at): WordMark => {
    const line = analysis.text.slice(span.start, span.end);
    return { ...span, rank: 0, kind: null, paragraph: paragraphOf(line, at === 0 && title !== "" && line.trim().startsWith(title), headings.has(span.end)) };
  });
  const body = [nested(analysis.text, [...text, ...marks], new Writer()), legend(analysis, words), ...reportTables(analysis, language).map((table) => section(table, words))];
  const files = {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": PACKAGE_RELATIONS,
    "word/document.xml": documentXml(body.join("")),
    "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
    "word/styles.xml": STYLES,
    "word/comments.xml": commentsXml(comments.map((comment) => run(comment)), language === "zh" ? "圈点" : "Quandian"),
  };
  return zipped(files);
}

function marked({ numbers, slogans, changes }: Analysis, language: Language): { readonly marks: readonly WordMark[]; readonly comments: readonly string[] } {
  const comments: string[] = [];
  const explained = new Set<number>();
  const marks = [
    ...changes.map((change): WordMark => ({ start: change.start, end: change.end, rank: 1, kind: null, comment: comments.push(sayChange(change, language)) - 1 })),
    ...slogans.map((note): WordMark => {
      const { start, end, kind, identity } = note;
      if (kind !== "formula" || explained.has(identity)) return { start, end, rank: 1, kind };
      explained.add(identity);
      return { start, end, rank: 1, kind, comment: comments.push(saySloganInFull(note, language)) - 1 };
    }),
    ...numbers.map(({ start, end, kind }): WordMark => ({ start, end, rank: 2, kind })),
  ];
  return { marks, comments };
}

/** Paragraphs are indented by two characters, unless the line has blanks of its own before it. */
function paragraphOf(line: string, isTitle: boolean, isHeading: boolean): string {
  if (isTitle) return named("Title");
  if (isHeading) return named(/^\s*[（(]/.test(line) ? "Heading2" : "Heading1");
  if (line.includes("\t")) return named("Cells");
  return /^\s/.test(line) ? "" : `<w:pPr><w:ind w:firstLineChars="200" w:firstLine="480"/></w:pPr>`;
}

function named(style: string, more = ""): string {
  return `<w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>`;
}

const RED = "B92B15";
const INK = "655E54";
const line = (form: string, color: string): string => `<w:u w:val="${form}" w:color="${color}"/>`;
const NUMBER = line("single", RED);
const DATE = line("wave", INK);
const SERIES = line("dash", RED);
const UNDERLINES: Readonly<Record<Exclude<Kind, "formula">, string>> = {
  quantity: NUMBER, percent: NUMBER, money: NUMBER, ratio: NUMBER, ordinal: NUMBER, code: NUMBER, date: DATE, duration: DATE,
  brand: line("dotted", RED), couplet: SERIES, parallel: SERIES, maxim: SERIES, formulation: line("double", INK),
};

/** Runs do not nest: each says all that is open. */
class Writer {
  readonly #open: WordMark[] = [];
  readonly #left = new Map<WordMark, number>();

  readonly open = ({ mark, number, count }: Piece<WordMark>): string => {
    if (mark.paragraph !== undefined) return `<w:p>${mark.paragraph}`;
    this.#open.push(mark);
    this.#left.set(mark, count - number - 1);
    return mark.comment === undefined || number > 0 ? "" : `<w:commentRangeStart w:id="${mark.comment}"/>`;
  };

  readonly close = (mark: WordMark): string => {
    if (mark.paragraph !== undefined) return "</w:p>";
    this.#open.splice(this.#open.lastIndexOf(mark), 1);
    return mark.comment === undefined || this.#left.get(mark) !== 0 ? "" : `<w:commentRangeEnd w:id="${mark.comment}"/>\
<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${mark.comment}"/></w:r>`;
  };

  readonly text = (text: string): string => run(text, this.#open.flatMap(({ kind }) => kind ?? []));

  readonly between = (): string => "";
}

function run(text: string, kinds: readonly Kind[] = []): string {
  const underline = kinds.flatMap((kind) => (kind === "formula" ? [] : UNDERLINES[kind])).at(-1) ?? "";
  const look = underline + (kinds.includes("formula") ? `<w:em w:val="circle"/>` : "");
  const content = text.split("\t").map((part) => (part === "" ? "" : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`)).join("<w:tab/>");
  return `<w:r>${look === "" ? "" : `<w:rPr>${look}</w:rPr>`}${content}</w:r>`;
}

function legend({ numbers, slogans }: Analysis, words: ExportWords): string {
  const counts = new Map<Kind, number>();
  for (const { kind } of [...slogans, ...numbers]) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const entries = [...counts].map(([kind, count]) => run(words.kinds[kind], [kind]) + run(` ${count}　`));
  return `<w:p>${named("Heading1", "<w:pageBreakBefore/>")}${run(words.legend)}</w:p><w:p>${named("TableText")}${entries.join("") || run(words.none)}</w:p>`;
}

/** In twentieths of a point: what A4 has between its margins. */
const WIDTH = 9026;
/** How much of it a column asks for. */
const SHARES: Partial<Record<ReportTable["columns"][number], number>> = { members: 4, text: 3, reading: 3, of: 3 };

function section({ name, columns, rows }: ReportTable, words: ExportWords): string {
  if (rows.length === 0) return "";
  // The sentence stands in the text.
  const shown = columns.filter((column) => column !== "sentence");
  const shares = shown.map((column) => SHARES[column] ?? 2);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const table = [shown.map((column) => words.columns[column]), ...rows.map((row) => shown.map((column) => cellText(row[column])))];
  return `<w:p>${named("Heading1")}${run(name)}</w:p>${tableXml(table.map((cells) => cells.map((cell) => run(cell.replace(/\s+/g, " ")))), shares.map((share) => Math.floor((WIDTH * share) / whole)))}`;
}
