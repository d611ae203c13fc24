/** Files that are refused by their size alone. */
import { QuandianError } from "../errors.js";

/** Larger files are refused before they are read. */
export const FILE_LIMIT = 50_000_000;

/** Refuses a file by its size alone. */
export function checkSize(bytes: number): void {
  if (bytes === 0) throw new QuandianError("file-empty");
  if (bytes > FILE_LIMIT) throw new QuandianError("file-too-large", `${Math.ceil(bytes / 1e5) / 10} MB`);
}
