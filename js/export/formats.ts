/** All formats as a list, for a menu or a command line. */
import type { Analysis } from "../types.js";
import { toBrat } from "./brat.js";
import { toCoNLLU } from "./conllu.js";
import { toCSV } from "./csv.js";
import { toDOCX } from "./to-docx.js";
import { toHTML } from "./html.js";
import { toJSONL } from "./jsonl.js";
import { toMarkdown } from "./markdown.js";
import { toTEI } from "./tei.js";
import { toW3C } from "./w3c.js";
import { toXLSX } from "./xlsx.js";
import type { Language } from "./words.js";

export type FormatId = "docx" | "csv" | "xlsx" | "markdown" | "jsonl" | "w3c" | "brat" | "conllu" | "tei" | "html";

/** Of all formats together; each takes what it has use for. */
export interface WriteOptions {
  /** Heading of what is for people. */
  readonly title?: string;
  /** Address of the text, where a format names it; default: the title. */
  readonly source?: string;
  /** Default `zh`. */
  readonly language?: Language;
}

/** One file; its name is the caller's, with `suffix` behind it. */
export interface ExportedFile {
  /** With its dot. */
  readonly suffix: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A format, and what writes it. */
export interface ExportFormat {
  readonly id: FormatId;
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Its name in a menu. */
  readonly label: { readonly zh: string; readonly en: string };
  /** `inline`: the marks stand in the text. */
  readonly offsets: "utf16" | "codepoint" | "none" | "inline";
  readonly write: (analysis: Analysis, options?: WriteOptions) => Promise<ExportedFile[]>;
}

/** Every format once, those for people first. */
export const formats: readonly ExportFormat[] = [
  {
    id: "xlsx", extension: "xlsx", mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", offsets: "utf16",
    label: { zh: "Excel 工作簿", en: "Excel workbook" },
    write: async (analysis, options = {}) => [{ suffix: ".xlsx", bytes: toXLSX(analysis, options) }],
  },
  {
    id: "docx", extension: "docx", mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", offsets: "inline",
    label: { zh: "Word 文档", en: "Word document" },
    write: async (analysis, options) => [{ suffix: ".docx", bytes: await toDOCX(analysis, options) }],
  },
  {
    id: "csv", extension: "csv", mediaType: "text/csv;charset=utf-8", offsets: "utf16",
    label: { zh: "CSV 表格", en: "CSV table" },
    write: async (analysis, { language = "zh" } = {}) => [file(".csv", toCSV(analysis, { language }))],
  },
  {
    id: "markdown", extension: "md", mediaType: "text/markdown;charset=utf-8", offsets: "none",
    label: { zh: "Markdown 报告", en: "Markdown report" },
    write: async (analysis, options = {}) => [file(".md", toMarkdown(analysis, options))],
  },
  {
    id: "html", extension: "html", mediaType: "text/html;charset=utf-8", offsets: "inline",
    label: { zh: "网页（单个文件）", en: "Web page (one file)" },
    write: async (analysis, options = {}) => [file(".html", toHTML(analysis, options))],
  },
  {
    id: "jsonl", extension: "jsonl", mediaType: "application/jsonl", offsets: "codepoint",
    label: { zh: "JSON Lines", en: "JSON Lines" },
    write: async (analysis) => [file(".jsonl", toJSONL(analysis))],
  },
  {
    id: "w3c", extension: "jsonld", mediaType: "application/ld+json", offsets: "codepoint",
    label: { zh: "W3C 网页标注", en: "W3C Web Annotation" },
    write: async (analysis, { title = "", source = title } = {}) => [
      file(".jsonld", `${JSON.stringify(toW3C(analysis, { source }), null, 1)}\n`),
    ],
  },
  {
    id: "brat", extension: "ann", mediaType: "text/plain;charset=utf-8", offsets: "codepoint",
    label: { zh: "brat 标注（两个文件）", en: "brat standoff (two files)" },
    write: async (analysis) => {
      const { txt, ann } = toBrat(analysis);
      return [file(".txt", txt), file(".ann", ann)];
    },
  },
  {
    id: "conllu", extension: "conllu", mediaType: "text/plain;charset=utf-8", offsets: "codepoint",
    label: { zh: "CoNLL-U 词表", en: "CoNLL-U words" },
    write: async (analysis) => [file(".conllu", toCoNLLU(analysis))],
  },
  {
    id: "tei", extension: "xml", mediaType: "application/tei+xml", offsets: "inline",
    label: { zh: "TEI XML", en: "TEI XML" },
    write: async (analysis, options = {}) => [file(".xml", toTEI(analysis, options))],
  },
];

function file(suffix: string, text: string): ExportedFile {
  return { suffix, bytes: new TextEncoder().encode(text) };
}
