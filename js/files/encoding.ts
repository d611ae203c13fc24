/** Bytes of a text file → its text. Knows encodings, no paths and no formats. */
import { QuandianError } from "../errors.js";
import { bytesOf, type FileBytes } from "./bytes.js";
import { isZip, startsWith } from "./kind.js";
import { checkSize } from "./size.js";

export type Encoding = "utf-8" | "gb18030" | "big5" | "utf-16le" | "utf-16be";

export interface DecodedFile {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a file. `auto` goes by the byte order mark, else takes the first encoding that fits: UTF-8, UTF-16 where
 * there are zero bytes or far more sense that way, Big5 where GB18030 would have characters that no standard names, GB18030.
 * The mark is no part of the text. A last character of UTF-8 that is cut in two is U+FFFD.
 */
export function decodeText(file: FileBytes, encoding: Encoding | "utf-16" | "auto" = "auto"): DecodedFile {
  const bytes = bytesOf(file);
  checkSize(bytes.length);
  if (isZip(bytes)) throw new QuandianError("file-not-text");
  const isSure = encoding !== "auto" || marked(bytes) !== undefined;
  for (const candidate of encoding === "auto" ? candidates(bytes) : stated(bytes, encoding)) {
    const text = decode(bytes, candidate, isSure);
    if (text === undefined) continue;
    if (text === "") throw new QuandianError("file-empty");
    if (text.includes("\0")) throw new QuandianError("file-not-text");
    return { text, encoding: candidate };
  }
  throw new QuandianError("file-encoding", encoding === "auto" ? "" : encoding);
}

function marked(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return "utf-8";
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(bytes, [0xfe, 0xff])) return "utf-16be";
  return undefined;
}

function stated(bytes: Uint8Array, encoding: Encoding | "utf-16"): readonly Encoding[] {
  if (encoding !== "utf-16") return [encoding];
  return marked(bytes) === "utf-16be" ? ["utf-16be"] : ["utf-16le"];
}

function candidates(bytes: Uint8Array): readonly Encoding[] {
  const mark = marked(bytes);
  if (mark) return [mark];
  const sample = bytes.subarray(0, SAMPLE);
  const utf16 = wide(sample);
  // A zero byte stands in no text of the other encodings.
  if (utf16 && sample.includes(0)) return [utf16, "utf-8", "gb18030"];
  const eastern: readonly Encoding[] = looksLikeBig5(sample) ? ["big5", "gb18030"] : ["gb18030"];
  return utf16 && decode(bytes, "utf-8") === undefined && sense(sample, utf16) > sense(sample, "gb18030")
    ? [utf16, ...eastern]
    : ["utf-8", ...eastern];
}

/** Nearly all of Big5 is GB18030 too; but its commas and its commonest characters are private ones there. */
function looksLikeBig5(sample: Uint8Array): boolean {
  const text = new TextDecoder("gb18030").decode(sample);
  return (text.match(/[\ue000-\uf8ff]/g)?.length ?? 0) > text.length / 20;
}

/** Even, so that it ends between two units of UTF-16. */
const SAMPLE = 65_536;

/** The byte order of UTF-16 that makes sense of most of the sample. */
function wide(sample: Uint8Array): Encoding | undefined {
  if (sample.length % 2 === 1) return undefined;
  const [little, big] = [sense(sample, "utf-16le"), sense(sample, "utf-16be")];
  if (Math.max(little, big) < 0.9) return undefined;
  return little >= big ? "utf-16le" : "utf-16be";
}

/** The share of usual characters: ASCII text, Chinese punctuation, Han, full-width forms. */
function sense(sample: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(sample);
  const usual = text.match(/[\t\r\n\x20-\x7e\u00b7\u2014-\u2026\u3000-\u301f\u4e00-\u9fff\uff01-\uff5e]/g);
  return (usual?.length ?? 0) / Math.max(text.length, 1);
}

/** The text, if the bytes are of that encoding. UTF-8 may end in the midst of a character, as `head -c` leaves it, where it is UTF-8 for sure. */
function decode(bytes: Uint8Array, encoding: Encoding, isSure = false): string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text: string | undefined;
  try {
    text = decoder.decode(bytes, { stream: true });
    return text + decoder.decode();
  } catch {
    const isCut = text !== undefined && encoding === "utf-8" && (isSure || couldOnlyBeUtf8(text, bytes));
    return isCut ? `${text}\ufffd` : undefined;
  }
}

/** 瑕疵 in GB18030 is one Han character of UTF-8 and the beginning of a second: so few prove nothing unless GB18030 does not fit. */
function couldOnlyBeUtf8(text: string, bytes: Uint8Array): boolean {
  return THREE_WIDE.test(text) || (/[^\0-\x7f]/.test(text) && decode(bytes, "gb18030") === undefined);
}

const THREE_WIDE = /(?:[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef][^]*?){3}/;
