/** The lists as rows of plain text, the head first. */
import { sayList, saySlogan, sayUnit } from "quandian/say";
import type { Mark } from "./text/marks.js";
import type { Language, Words } from "./words.js";

export function numberTable(marks: readonly Mark[], words: Words, language: Language): string[][] {
  const rows = marks.flatMap((mark) => {
    if (mark.family !== "numbers") return [];
    const { note } = mark;
    const date = note.edtf ?? note.iso ?? "";
    return [[note.text, typeof note.value === "string" ? note.value : note.value?.join(" … ") ?? date, note.unit === null ? "" : sayUnit(note.unit, language), note.of?.text ?? "", words.kinds[note.kind]]];
  });
  return [[words.inText, words.value, words.unit, words.of, words.kind], ...rows];
}

/** One row a slogan, however often it is said. */
export function sloganTable(marks: readonly Mark[], words: Words, language: Language): string[][] {
  const mentions = new Map<number, { row: string[]; count: number }>();
  for (const mark of marks) {
    if (mark.family !== "slogans") continue;
    const { note } = mark;
    const known = mentions.get(note.identity);
    if (known !== undefined) known.count += 1;
    else {
      const members = note.members.length > 0 ? sayList(note.members.map((member) => member.text)) : note.kind === "formula" ? saySlogan(note, language) : "";
      mentions.set(note.identity, { row: [note.text, members, words.kinds[note.kind]], count: 1 });
    }
  }
  return [[words.inText, words.members, words.kind, words.times], ...[...mentions.values()].map(({ row, count }) => [...row, String(count)])];
}
