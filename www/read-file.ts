/** A dropped or chosen file as text: UTF-16 by its mark, UTF-8 if it is that, else GB18030. */
export type Encoding = "UTF-8" | "GB18030" | "UTF-16";

export interface TextFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
  readonly encoding: Encoding;
}

const NOT_TEXT = /\.(docx?|wps|pdf|rtf|odt|xlsx?|et|pptx?|zip|png|jpe?g)$/i;

export function decode(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding): string {
  const label = encoding === "UTF-16" ? (bytes[0] === 0xfe ? "utf-16be" : "utf-16le") : encoding;
  return new TextDecoder(label).decode(bytes);
}

function guess(bytes: Uint8Array<ArrayBuffer>): Encoding | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return "UTF-16";
  if (bytes.subarray(0, 4096).includes(0)) return null;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "UTF-8";
  } catch {
    return "GB18030";
  }
}

/** Null where the file holds no plain text. */
export async function readFile(file: File): Promise<TextFile | null> {
  if (NOT_TEXT.test(file.name)) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = guess(bytes);
  return encoding === null ? null : { name: file.name, bytes, encoding, text: decode(bytes, encoding) };
}
