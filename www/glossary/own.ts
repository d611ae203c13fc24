/** The reader's own formulas: what was written, what was understood, and whether the browser is to keep it. */
import { forget, keep, kept } from "../settings.js";
import { readOwnRows, type OwnRows } from "./own-rows.js";

export interface Own {
  readonly text: string;
  readonly read: OwnRows;
  readonly kept: boolean;
}

export const ownFrom = (text: string, isKept: boolean): Own => ({ text, read: readOwnRows(text), kept: isKept });

export function ownAsKept(): Own {
  const text = kept("formulas");
  return ownFrom(text ?? "", text !== null);
}

/** Keeps them where that was asked for; else nothing stays behind. */
export function keepOwn({ text, kept: isKept }: Own): void {
  if (isKept && text !== "") keep("formulas", text);
  else forget("formulas");
}
