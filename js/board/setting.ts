/** The words of a rate or a plan: 同比, 力争, 日均. */
import type { Analysis, NumberAnnotation, Span } from "../types.js";
import { SETTINGS } from "./words.js";

/** The nearest words before the number, in the text's own characters; null where the label has them. */
export function settingOf({ text }: Analysis, note: NumberAnnotation, sentence: Span, label: string): string | null {
  if (note.rate === null && !note.planned) return null;
  const before = text.slice(Math.max(sentence.start, note.start - REACH), note.start);
  const words = [note.planned ? "planned" : null, note.rate].flatMap((role) => (role === null ? [] : nearest(before, role)));
  const missing = words.filter((word) => !label.includes(word));
  return missing.length === 0 ? null : missing.join(" ");
}

/** How far a sentence is followed. */
const REACH = 80;

/** Of words that end at one place the longest: 力争 before 争. */
function nearest(before: string, role: string): string[] {
  let best = "";
  let end = -1;
  for (const [word = "", what] of SETTINGS) {
    const at = what === role ? before.lastIndexOf(word) : -1;
    if (at < 0) continue;
    const reached = at + word.length;
    if (reached > end || (reached === end && word.length > best.length)) [best, end] = [word, reached];
  }
  return end < 0 ? [] : [best];
}

/** Characters between a rate and its number, and of 每 with what it is each of. */
const CLOSE = 24;
const EACH_OF = 4;
const CLAUSE = /.*[，。；：！？\r\n]/s;

/** The text's own words for a rate that is per something: 日均, 每期; null where they do not stand before the number. */
export function rateOf({ text }: Analysis, { rate, start }: NumberAnnotation): string | null {
  if (rate !== "per") return null;
  const before = text.slice(Math.max(0, start - CLOSE), start).replace(CLAUSE, "");
  const [word] = nearest(before, rate);
  if (word === undefined || word.length > 1) return word ?? null;
  const each = before.slice(before.lastIndexOf(word));
  return each.length <= EACH_OF ? each : null;
}
