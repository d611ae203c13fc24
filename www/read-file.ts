/** A dropped or chosen file as text, and the other ways it can be read. */
import { checkSize, QuandianError, readFile as textOf, type Encoding, type FileText, type ReadOptions } from "quandian/files";
import { textOfMarkup } from "./text/pasted.js";

export interface OpenedFile {
  readonly name: string;
  readonly read: FileText;
  /** The same file, read in another encoding or with the other view of its tracked changes. */
  readonly again: Again;
}

export interface UnreadFile {
  readonly name: string;
  readonly error: QuandianError;
  /** The encoding that was asked for. */
  readonly tried?: Encoding | undefined;
  /** The same file in another encoding, where that may be what ails it. */
  readonly again?: Again;
}

/** One way to read a file. */
export interface Wanted extends ReadOptions {
  readonly encoding?: Encoding;
}

/** How a web page begins, whatever its file is called. */
const MARKUP = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype html|html)\b/i;

type Again = (options: Wanted) => Promise<OpenedFile | UnreadFile>;

export async function openFile(file: File): Promise<OpenedFile | UnreadFile> {
  const name = shownName(file.name);
  try {
    checkSize(file.size);
    return await read(name, new Uint8Array(await file.arrayBuffer()), {});
  } catch (error) {
    return unread(name, error);
  }
}

async function read(name: string, bytes: Uint8Array<ArrayBuffer>, options: Wanted): Promise<OpenedFile | UnreadFile> {
  const again: Again = (other) => read(name, bytes, other);
  try {
    const file = await textOf(bytes, options);
    const text = MARKUP.test(file.text) ? textOfMarkup(file.text) : file.text;
    // Blanks alone are no text.
    if (text.trim() === "") throw new QuandianError("file-empty");
    return { name, read: { ...file, text }, again };
  } catch (error) {
    const refused = unread(name, error);
    const { encoding: tried } = options;
    return tried !== undefined || refused.error.code === "file-encoding" ? { ...refused, tried, again } : refused;
  }
}

/** A folder, or a file that went away, is refused by the browser itself. */
function unread(name: string, error: unknown): UnreadFile {
  return { name, error: error instanceof QuandianError ? error : new QuandianError("file-not-found", "", error) };
}

const LONGEST_NAME = 48;
/** Controls, and marks that turn the direction of what follows: a name with them would pass for another. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A file's name as it is shown: on one line, of a decent length, its end kept. */
function shownName(name: string): string {
  const characters = [...name.replace(UNSEEN, "")];
  if (characters.length <= LONGEST_NAME) return characters.join("");
  return `${characters.slice(0, LONGEST_NAME - 12).join("")}…${characters.slice(-11).join("")}`;
}
