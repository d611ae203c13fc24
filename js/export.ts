/**
 * `quandian/export`: an analysis as a file for others. One format a file in `export/`; each states its offset unit there. Every
 * string is well formed: U+FFFD stands for half a surrogate pair, one code point for another.
 */
export { toBrat } from "./export/brat.js";
export { toCodePoints, toUtf16 } from "./export/code-points.js";
export { toCoNLLU } from "./export/conllu.js";
export { toCSV, type CsvOptions } from "./export/csv.js";
export { formats, type ExportedFile, type ExportFormat, type FormatId, type WriteOptions } from "./export/formats.js";
export { toDOCX } from "./export/to-docx.js";
export { toHTML } from "./export/html.js";
export { toJSONL, type JsonLinesOptions } from "./export/jsonl.js";
export { toMarkdown } from "./export/markdown.js";
export type { ReportOptions } from "./export/report.js";
export { toTEI, type TeiOptions } from "./export/tei.js";
export { toW3C, type W3COptions } from "./export/w3c.js";
export { toXLSX, type XlsxOptions } from "./export/xlsx.js";
