/** A dropped or chosen file as text, and the other ways it can be read. */
import { checkSize, QuandianError, readFile as textOf, type FileText, type ReadOptions } from "quandian/files";

export interface OpenedFile {
  readonly name: string;
  readonly read: FileText;
  /** The same file, read in another encoding or with the other view of its tracked changes. */
  readonly again: (options: ReadOptions) => Promise<OpenedFile | UnreadFile>;
}

export interface UnreadFile {
  readonly name: string;
  readonly error: QuandianError;
}

export async function openFile(file: File): Promise<OpenedFile | UnreadFile> {
  const name = shownName(file.name);
  try {
    checkSize(file.size);
    return await read(name, new Uint8Array(await file.arrayBuffer()), {});
  } catch (error) {
    return unread(name, error);
  }
}

async function read(name: string, bytes: Uint8Array<ArrayBuffer>, options: ReadOptions): Promise<OpenedFile> {
  return {
    name,
    read: await textOf(bytes, options),
    again: (other) => read(name, bytes, other).catch((error: unknown) => unread(name, error)),
  };
}

/** A folder, or a file that went away, is refused by the browser itself. */
function unread(name: string, error: unknown): UnreadFile {
  return { name, error: error instanceof QuandianError ? error : new QuandianError("file-not-found", "", error) };
}

const LONGEST_NAME = 48;
/** Controls, and marks that turn the direction of what follows: a name with them would pass for another. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A file's name as it is shown: on one line, of a decent length, its end kept. */
export function shownName(name: string): string {
  const characters = [...name.replace(UNSEEN, "")];
  if (characters.length <= LONGEST_NAME) return characters.join("");
  return `${characters.slice(0, LONGEST_NAME - 12).join("")}…${characters.slice(-11).join("")}`;
}
