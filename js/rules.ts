/** What a rule goes by, in the reader's words: the names that results carry are for programs. */
import TABLE from "../data/rules.tsv";
import type { Language } from "./errors.js";

const SAID = new Map(TABLE.map(([rule = "", zh = "", en = ""]) => [rule, { zh, en }]));

/** The rule of a number, a slogan or a change in a few words; null where nobody has put it into words. */
export function sayRule(rule: string, language: Language): string | null {
  return SAID.get(rule)?.[language] ?? null;
}
