/** What a slogan says: its members, or that nobody explains it here. */
import type { Language } from "../errors.js";
import type { SloganAnnotation } from "../types.js";
import { sayList } from "./list.js";
import { SAYING } from "./words.js";

const PHRASE = /[^\p{P}\s]+/gu;

/** A line about the slogan; the members themselves are left to the caller. */
export function saySlogan(note: SloganAnnotation, language: Language): string {
  const words = SAYING[language];
  const phrases = note.text.match(PHRASE)?.length ?? 1;
  switch (note.kind) {
    case "formula": return sayFormula(note, language);
    case "brand": return words.brand;
    case "formulation": return words.formulation;
    case "maxim": return words.maxim;
    case "couplet": return words.halves(phrases);
    case "parallel": return words.series(phrases);
  }
}

function sayFormula({ members, memberStatus }: SloganAnnotation, language: Language): string {
  const words = SAYING[language];
  if (members.length === 0) return memberStatus === "open" ? words.open : words.notExpanded;
  if (memberStatus === "mismatch") return words.listed(members.length);
  if (memberStatus === "partial") return words.partly;
  return members.every(({ source }) => source === "glossary") ? words.glossarySays : words.standsFor(members.length);
}

/** The same in one line, members and all. */
export function saySloganInFull(note: SloganAnnotation, language: Language): string {
  const said = saySlogan(note, language);
  if (note.members.length === 0) return said;
  const members = note.members.map(({ text }) => text);
  return language === "zh" ? `${said}：${sayList(members)}` : `${said}: ${members.join("; ")}`;
}
