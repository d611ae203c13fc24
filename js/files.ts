/** Files → their text: plain text in the encodings in use, and .docx. Knows bytes, no paths. */
import { bytesOf, type FileBytes } from "./files/bytes.js";
import { decodeText, type Encoding } from "./files/encoding.js";
import type { ChangeView, DocxText, Heading } from "./files/docx.js";
import { isZip } from "./files/kind.js";
import { checkSize } from "./files/size.js";

export { QuandianError } from "./errors.js";
export { decodeText, type DecodedFile, type Encoding } from "./files/encoding.js";
export { joinLines, type JoinedText } from "./files/lines.js";
export { checkSize, FILE_LIMIT } from "./files/size.js";
export type { ChangeView, DocxText, FileBytes, Heading };

/** How a file is read. */
export interface ReadOptions {
  /** Of plain text; default: what fits. */
  readonly encoding?: Encoding | "utf-16" | "auto";
  /** Of a .docx with tracked changes: all of them accepted, which is the default, or none. */
  readonly changes?: ChangeView;
}

/** What a file says. */
export interface FileText {
  readonly text: string;
  readonly format: "text" | "docx";
  /** Of plain text. */
  readonly encoding?: Encoding;
  /** What the file calls headings; none in plain text. */
  readonly headings: readonly Heading[];
  /** How many tracked changes the file holds. */
  readonly changes: number;
}

/** The text of a file. What is neither plain text nor .docx is refused with a QuandianError that says what to do. */
export async function readFile(file: FileBytes, { encoding = "auto", changes = "accepted" }: ReadOptions = {}): Promise<FileText> {
  const bytes = bytesOf(file);
  checkSize(bytes.length);
  if (!isZip(bytes)) return { format: "text", headings: [], changes: 0, ...decodeText(bytes, encoding) };
  // Most texts are pasted: who reads no .docx does not load its reader.
  const { readDocx } = await import("./files/docx.js");
  return { format: "docx", ...readDocx(bytes, changes) };
}
