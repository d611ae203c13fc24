/** What a slogan says: its members, or that nobody explains it here. */
import type { SloganAnnotation } from "quandian";
import type { Words } from "../words.js";

const PHRASE = /[^，、；。！？\s]+/g;

function sayFormula(note: SloganAnnotation, words: Words): string {
  if (note.members.length === 0) return note.memberStatus === "open" ? words.open : words.notExpanded;
  if (note.memberStatus === "mismatch") return words.listed(note.members.length);
  if (note.memberStatus === "partial") return words.partly;
  return note.members.every((member) => member.source === "glossary") ? words.glossarySays : "=";
}

export function saySlogan(note: SloganAnnotation, words: Words): string {
  const phrases = note.text.match(PHRASE)?.length ?? 1;
  switch (note.kind) {
    case "formula": return sayFormula(note, words);
    case "brand": return words.brandSays;
    case "formulation": return words.formulationSays;
    case "maxim": return words.maximSays;
    case "couplet": return words.phrases(phrases);
    case "parallel": return words.series(phrases);
  }
}
