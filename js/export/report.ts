/** The tables of the reports: what a number says stands in one cell, as a person would note it down. */
import { grouped, inMyriads } from "../say/decimal.js";
import type { Analysis } from "../types.js";
import { changeRows, numberRows, sloganRows, spoken, type Cell, type Row } from "./rows.js";
import { WORDS, type Column, type Language } from "./words.js";

export interface ReportOptions {
  /** The heading; default: that of a report, in its language. */
  readonly title?: string;
  /** Default `zh`. */
  readonly language?: Language;
}

export interface ReportTable {
  readonly name: string;
  /** Those in which some row has something; none where there is no row. */
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export function reportTables(analysis: Analysis, language: Language): [numbers: ReportTable, changes: ReportTable, slogans: ReportTable] {
  const words = WORDS[language];
  const naming = spoken(words);
  const write = written(language);
  const numbers = numberRows(analysis, naming).map((row) => ({ ...row, reading: reading(row, write), setting: join([row.planned ? words.columns.planned : null, row.rate, row.direction]) }));
  const changes = changeRows(analysis, naming).map((row) => ({ ...row, from: write(row.from), to: write(row.to), delta: write(row.delta) }));
  return [
    table(words.numbers, ["text", "kind", "reading", "of", "setting", "sentence"], numbers),
    table(words.changes, ["text", "of", "from", "to", "unit", "delta", "percent"], changes),
    table(words.slogans, ["text", "kind", "members", "member_status"], sloganRows(analysis, naming)),
  ];
}

function table(name: string, columns: readonly Column[], rows: readonly Row[]): ReportTable {
  return { name, columns: columns.filter((column) => rows.some((row) => cellText(row[column]) !== "")), rows };
}

/** `少于 2500 名`, `310 亿元`, `3 – 5 个`, `97.8%`, `2/3`, `2024-07`; nothing where the text says it better than a code: 二季度, 2021年以来. */
function reading({ bound, value, value_to: to, ratio, unit, date }: Row, write: Writing): string {
  if (date) return cellText(date).replace(CODED, "");
  if (!value && !ratio) return "";
  return join([bound, write(value), to ? "–" : null, write(to), ratio, unit]).replace(/(?<=[万亿]) (?!–)| (?=[%‰])/, "");
}

/** XXXX-34, 2021/.. */
const CODED = /^.*(?:[X.]|^\d+-[2-4]).*$/;

type Writing = (cell: Cell | undefined) => string;

/** Decimals as people write them in the language: 310 亿; 31,000,000,000. */
function written(language: Language): Writing {
  const decimal = language === "zh" ? inMyriads : grouped;
  return (cell) => decimal(cellText(cell));
}

function join(parts: readonly (Cell | undefined)[]): string {
  return parts.map(cellText).filter((part) => part !== "").join(" ");
}

export function cellText(cell: Cell | undefined): string {
  return cell == null ? "" : typeof cell === "string" ? cell : cell.number;
}
