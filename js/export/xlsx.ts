/**
 * XLSX: a workbook of four sheets, numbers, slogans, members and changes. Offsets: UTF-16 code units, as the heads of their columns
 * say. Text stays text whatever it begins with; a decimal of more than 15 digits is written as text too, since a spreadsheet
 * would round it.
 */
import type { Analysis } from "../types.js";
import { escapeXml } from "./plain.js";
import { cellText } from "./report.js";
import { changeRows, memberRows, numberRows, sloganRows, spoken, type Cell, type Row } from "./rows.js";
import { WORDS, type Column, type Language } from "./words.js";
import { CONTENT_TYPES, PACKAGE_RELATIONS, sheetXml, STYLE, STYLES, WORKBOOK_RELATIONS, workbookXml } from "./xlsx-parts.js";
import { zipped } from "./zip.js";

export interface XlsxOptions {
  /** Language of the names of sheets, columns and kinds; default `zh`. */
  readonly language?: Language;
}

interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** The bytes of a workbook: numbers, slogans, members and changes, a sheet each. Offsets: UTF-16 code units. */
export function toXLSX(analysis: Analysis, { language = "zh" }: XlsxOptions = {}): Uint8Array<ArrayBuffer> {
  const sheets = sheetsOf(analysis, language);
  const { columns } = WORDS[language];
  const files: Record<string, string> = {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": PACKAGE_RELATIONS,
    "xl/workbook.xml": workbookXml(sheets.map(({ name }) => escapeXml(name))),
    "xl/_rels/workbook.xml.rels": WORKBOOK_RELATIONS,
    "xl/styles.xml": STYLES,
  };
  sheets.forEach((sheet, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = worksheet(sheet, sheet.columns.map((column) => columns[column]));
  });
  return zipped(files);
}

function sheetsOf(analysis: Analysis, language: Language): Sheet[] {
  const words = WORDS[language];
  const naming = spoken(words);
  return [
    {
      name: words.numbers,
      columns: [
        "text", "kind", "bound", "value", "value_to", "ratio", "unit", "of", "date", "duration", "direction", "rate", "planned", "sentence",
        "start_utf16", "end_utf16", "rule",
      ],
      rows: numberRows(analysis, naming),
    },
    {
      name: words.slogans,
      columns: ["text", "kind", "quoted", "members", "member_status", "sentence", "start_utf16", "end_utf16", "rule"],
      rows: sloganRows(analysis, naming),
    },
    { name: words.members, columns: ["slogan", "member", "group", "source", "start_utf16", "end_utf16"], rows: memberRows(analysis, naming) },
    {
      name: words.changes,
      columns: ["text", "of", "from", "to", "unit", "delta", "percent", "sentence", "start_utf16", "end_utf16", "rule"],
      rows: changeRows(analysis, naming),
    },
  ];
}

function worksheet({ columns, rows }: Sheet, heads: readonly string[]): string {
  const table = [heads, ...rows.map((row) => columns.map((column) => row[column] ?? null))];
  const xml = table.map((cells, index) => {
    const content = cells.map((cell, at) => cellXml(cell, `${letter(at)}${index + 1}`, index === 0 ? STYLE.head : STYLE.text)).join("");
    return `<row r="${index + 1}">${content}</row>`;
  });
  return sheetXml(xml.join(""), columns.map((_column, at) => width(table, at)), `A1:${letter(columns.length - 1)}${table.length}`);
}

/** What a spreadsheet holds without rounding. */
const EXACT_DIGITS = 15;
/** The longest text of a cell, in UTF-16 code units. */
const LONGEST = 32_767;

function cellXml(cell: Cell, place: string, style: number): string {
  if (cell === null) return "";
  if (typeof cell !== "string" && cell.number.replace(/\D/g, "").length <= EXACT_DIGITS) return `<c r="${place}"><v>${cell.number}</v></c>`;
  const text = shortened(typeof cell === "string" ? cell : cell.number);
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(literal(text))}</t></is></c>`;
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** `_x0041_` is how the format writes a character by its number. */
function literal(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

/** In columns of a terminal: a Han character takes two. */
function width(table: readonly (readonly Cell[])[], at: number): number {
  const widths = table.map((cells) => {
    const text = cellText(cells[at]);
    return text.length > 60 ? 60 : text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
  });
  return Math.min(60, Math.max(8, widths.reduce((a, b) => Math.max(a, b), 0) + 2));
}
