import type { Analysis } from "../types.js";
import type { ReportOptions } from "./report.js";

/**
 * The bytes of a Word document: the text with its marks, what formulas stand for and changes come to as comments beside it, tables
 * below. No offsets. Its writer is loaded with the first one.
 */
export const toDOCX = async (analysis: Analysis, options?: ReportOptions): Promise<Uint8Array<ArrayBuffer>> => (await import("./docx.js")).docxOf(analysis, options);
