/** One indicator in several texts: figures of one unit with the same words beside them. */
import type { Analysis } from "quandian";
import type { Amount, Board, BoardChange, Figure } from "quandian/board";
import { withoutPlace, withoutSlight } from "quandian/collate";
import { amountText, sayChangeSetting, sayFigureSetting } from "../board/say-board.js";

/** What one text says of the indicator. */
export interface Told {
  /** Index in `numbers`. */
  readonly number: number;
  readonly amount: Amount;
  readonly label: string;
  readonly setting: string;
  /** Most of the texts agree on another value. */
  readonly odd: boolean;
}

export interface SharedFigure {
  readonly label: string;
  /** One a text. */
  readonly told: readonly (Told | null)[];
  readonly differs: boolean;
}

/** Characters that two labels must share at their end, where one says more before it. */
const ENOUGH = 5;
/** Characters that are enough of an indicator once the place before it is gone; where both had one, a word is. */
const BARE = 4;
const WORD = 2;
const NO_LETTERS = /[^\p{L}\p{N}]+/gu;

type Saying = Omit<Told, "odd">;

interface Said extends Saying {
  readonly text: number;
  readonly key: string;
  readonly value: string;
}

export function sharedFigures(boards: readonly Board[], analyses: readonly Analysis[]): SharedFigure[] {
  const byUnit = new Map<string, Said[][]>();
  boards.forEach((board, text) => {
    const analysis = analyses[text];
    for (const told of analysis === undefined ? [] : toldBy(board, analysis)) {
      const note = analysis?.numbers[told.number];
      if (note === undefined) continue;
      const said = { ...told, text, key: withoutSlight(told.label.replace(NO_LETTERS, "")), value: String(note.value) };
      const groups = byUnit.get(`${note.unit} ${note.rate}`) ?? [];
      byUnit.set(`${note.unit} ${note.rate}`, groups);
      const group = groups.find((others) => others.every((other) => other.text !== text) && others.some((other) => areAlike(other.key, said.key)));
      if (group === undefined) groups.push([said]);
      else group.push(said);
    }
  });
  return [...byUnit.values()].flat().filter((group) => group.length > 1).map((group) => sharedOf(group, boards.length));
}

/** Figures, what they grew by, and what changes came to. */
function toldBy({ sections, changes }: Board, analysis: Analysis): Saying[] {
  const figures = sections.flatMap((section) => section.figures);
  return [
    ...figures.filter(({ describes }) => !describes).map(ofFigure),
    ...figures.flatMap(ofGrowth),
    ...changes.map((change) => ofChange(change, analysis)),
  ];
}

const ofFigure = (figure: Figure): Saying =>
  ({ number: figure.number, amount: figure.amount, label: figure.label, setting: sayFigureSetting({ ...figure, growth: null }) });

/** 财政收入 and 比上年增长5.7% are 财政收入比上年增长. */
function ofGrowth({ label, growth }: Figure): Saying[] {
  if (growth === null) return [];
  const { number, amount, text } = growth;
  return [{ number, amount, label: label + text.replace(amountText(amount), ""), setting: "" }];
}

const ofChange = (change: BoardChange, { changes }: Analysis): Saying =>
  ({ number: changes[change.change]?.last ?? -1, amount: change.to, label: change.label, setting: sayChangeSetting(change) });

function areAlike(one: string, other: string): boolean {
  const bare = withoutPlace(one);
  const both = bare !== one && withoutPlace(other) !== other;
  if (bare.length >= (both ? WORD : BARE) && bare === withoutPlace(other)) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short === long || (short.length >= ENOUGH && long.endsWith(short));
}

function sharedOf(group: readonly Said[], texts: number): SharedFigure {
  const usual = usualOf(group.map(({ value }) => value));
  const told = Array.from({ length: texts }, (_, text) => {
    const said = group.find((one) => one.text === text);
    return said === undefined ? null : { ...said, odd: usual !== null && said.value !== usual };
  });
  return { label: group[0]?.label ?? "", told, differs: group.some(({ value }) => value !== group[0]?.value) };
}

/** The value that more than half of them have. */
function usualOf(values: readonly string[]): string | null {
  return values.find((value) => values.filter((other) => other === value).length * 2 > values.length) ?? null;
}
