/** The words of the board's items, as the page, the copied text and the drawing all have them. */
import type { Board, BoardChange, BoardFormula, BoardSection, Figure } from "quandian/board";
import { sayList } from "quandian/say";
import type { Words } from "../words.js";

/** So many of the strongest figures stand on the folded board. */
const LEADING = 4;

/** Characters of a label of which some fit beside one another, and which say enough without a heading over them. */
const BRIEF = 12;
const PLAIN = 4;

/** The strongest figures that can be told in a few words, in the order of the text; what is there goes before what is planned. */
export function leadingFigures({ sections }: Board): Figure[] {
  const figures = sections.flatMap((section) => section.figures);
  const tiers = [
    figures.filter(({ label, planned }) => label.length >= PLAIN && label.length <= BRIEF && !planned),
    figures.filter(({ label }) => label.length <= BRIEF),
  ];
  const strongest = [...(tiers.find(({ length }) => length >= LEADING) ?? figures)].sort((a, b) => b.weight - a.weight).slice(0, LEADING);
  return figures.filter((figure) => strongest.includes(figure));
}

/** The first change, where the text opens with it. */
export function leadingChange({ sections, changes: [first] }: Board): BoardChange | null {
  const below = sections.find(({ heading }) => heading !== null)?.heading?.start ?? Infinity;
  return first !== undefined && first.sentence.start < below && first.label.length <= BRIEF ? first : null;
}

/** A heading that stands there twice is told with the one over it. */
export function sayHeading({ heading, under }: BoardSection, words: Words): string {
  return heading === null ? words.board.lede : under === null ? heading.text : `${under.text} ${heading.text}`;
}

export function isEmpty({ sections, changes, events, formulas }: Board): boolean {
  return sections.length + changes.length + events.length + formulas.length === 0;
}

/** What stands beside the label: the time, the rate, the plan, what it grew by. */
export function sayFigureSetting({ when, setting, growth }: Figure): string {
  return [when?.text ?? "", setting ?? "", growth?.text ?? ""].filter((part) => part !== "").join(" · ");
}

const signed = (amount: string): string => (amount.startsWith("-") ? `−${amount.slice(1)}` : `+${amount}`);

/** What the change comes to: percentage points for shares, per cent for everything else. */
export function sayChange(change: BoardChange, words: Words): string {
  const amount = difference(change, words);
  return change.isExact || amount === "" ? amount : words.board.about(amount);
}

function difference({ percent, delta, unit }: BoardChange, words: Words): string {
  if (unit === "percent" && delta !== null) return `${signed(delta)} ${words.board.points}`;
  return percent === null ? "" : `${signed(String(Math.round(Number(percent) * 10) / 10))}%`;
}

export const amountText = ({ before, numeral, after }: Figure["amount"]): string => before + numeral + after;

/** Up to the first mark behind its count: 青石镇 of （一）青石镇：推行“一网三联”. */
const BEGINNING = /^(?:[（(]?[\p{Script=Han}\d]{1,3}[）)、.．]\s*)?([^，；：\s]+)/u;

/** What stands beside the label of a change: of which chapter it is, where another is called the same; its dates, where both ends have one. */
export function sayChangeSetting({ under, when: [first, last] }: BoardChange): string {
  const chapter = under === null ? "" : BEGINNING.exec(under.text)?.[1] ?? "";
  const dates = first === null || last === null ? "" : `${first.text}—${last.text}`;
  return [chapter, dates].filter((part) => part !== "").join(" · ");
}

export function sayMembers({ members, memberStatus }: BoardFormula, words: Words): string {
  if (members.length === 0) return memberStatus === "open" ? words.say.open : words.say.notExpanded;
  return sayList(members.map((member) => member.text));
}

/** Width of a column and of characters in it, in units of the page's type: digits and written numerals are set large. */
const COLUMN = 10.4;
const UNIT = 0.93;
const NUMERALS = { digits: 1.93, written: 1.6 } as const;

/** How a numeral is set: written in characters it is wider than in digits, and one that would not fit its column with what stands around it is small. */
export function numeralSize({ before, numeral, after }: Figure["amount"]): "digits" | "written" | "long" {
  const size = /[\d０-９]/.test(numeral) ? "digits" : "written";
  return widthOf(numeral) * NUMERALS[size] + widthOf(before + after) * UNIT > COLUMN ? "long" : size;
}

/** Digits and letters are half as wide as characters. */
const widthOf = (text: string): number => text.length - text.replace(/[^\x20-\x7e]/g, "").length * 0.45;
