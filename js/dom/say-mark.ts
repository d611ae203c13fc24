/** A mark in one line of plain words. */
import type { Language } from "../errors.js";
import { sayNumber, saySloganInFull } from "../say.js";
import type { Mark } from "./marks.js";

export function sayMark(mark: Mark, language: Language): string {
  return mark.layer === "numbers" ? sayNumber(mark.mention, language) : saySloganInFull(mark.mention, language);
}
