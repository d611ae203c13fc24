/** A dropped or chosen file as text. */
import { checkSize, decodeText, type Encoding as Label } from "quandian/files";

export type Encoding = "UTF-8" | "GB18030" | "Big5" | "UTF-16";

export interface TextFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
  readonly encoding: Encoding;
}

export type Unread = "empty" | "too-large" | "not-text";

const NAMES: Readonly<Record<Label, Encoding>> = { "utf-8": "UTF-8", gb18030: "GB18030", big5: "Big5", "utf-16le": "UTF-16", "utf-16be": "UTF-16" };

/** Reads the bytes as the reader wants them, come what may. */
export function decode(bytes: Uint8Array<ArrayBuffer>, encoding: Exclude<Encoding, "UTF-16">): string {
  return new TextDecoder(encoding).decode(bytes);
}

export async function readFile(file: File): Promise<TextFile | Unread> {
  try {
    checkSize(file.size);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { text, encoding } = decodeText(bytes);
    return { name: file.name, bytes, text, encoding: NAMES[encoding] };
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
    return code === "file-empty" ? "empty" : code === "file-too-large" ? "too-large" : "not-text";
  }
}
