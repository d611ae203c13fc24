/** A file as it is given: by its bytes. */
import { isBytes, view } from "../fetch-bytes.js";

export type FileBytes = Uint8Array | ArrayBuffer;

/** The bytes, however they are held. A name in their place is a mistake of the program. */
export function bytesOf(file: FileBytes): Uint8Array {
  if (isBytes(file)) return view(file);
  throw new TypeError("A file is given by its bytes, a Uint8Array or an ArrayBuffer. 文件须以字节给出（Uint8Array 或 ArrayBuffer）。");
}
