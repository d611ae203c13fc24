/** What a file is by its bytes. Names lie: a .doc may be a .docx, a .txt a web page. */
import { QuandianError } from "../errors.js";
import type { ErrorCode } from "../types.js";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66];
/** PNG, JPEG, GIF, TIFF of either byte order. */
const IMAGES = [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x49, 0x49, 0x2a, 0], [0x4d, 0x4d, 0, 0x2a]];
/** gzip, RAR, 7-Zip. */
const ARCHIVES = [[0x1f, 0x8b], [0x52, 0x61, 0x72, 0x21, 0x1a], [0x37, 0x7a, 0xbc, 0xaf, 0x27]];

/** Whether this is a zip archive, such as a .docx; what is neither that nor text is refused with what to do instead. */
export function isZip(bytes: Uint8Array): boolean {
  if (startsWith(bytes, ZIP)) return true;
  const refusal = refusalOf(bytes);
  if (refusal !== undefined) throw new QuandianError(...refusal);
  return false;
}

function refusalOf(bytes: Uint8Array): [ErrorCode, string?] | undefined {
  if (startsWith(bytes, OLE)) return [isEncrypted(bytes) ? "file-protected" : "file-old-word"];
  if (startsWith(bytes, RTF)) return ["file-old-word", "RTF"];
  if (startsWith(bytes, PDF)) return ["file-fixed-layout", "PDF"];
  if (IMAGES.some((magic) => startsWith(bytes, magic)) || isNamedImage(bytes)) return ["file-image"];
  if (ARCHIVES.some((magic) => startsWith(bytes, magic))) return ["file-not-text"];
  return undefined;
}

export function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** A .docx with a password is an old container around the encrypted one; the name stands in its directory as UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, 65_536)).includes([..."EncryptedPackage"].join("\0"));
}

/** WebP and HEIC carry their name some bytes in; BMP has a short mark, so its reserved bytes are looked at too. */
function isNamedImage(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, 16));
  return /^RIFF.{4}WEBP/s.test(head) || /^.{4}ftyp(heic|heix|mif1|avif)/s.test(head) || /^BM.{4}\0\0\0\0/s.test(head);
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
