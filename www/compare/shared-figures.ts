/** One indicator in several texts: figures of one unit with the same words beside them. */
import type { Analysis } from "quandian";
import type { Amount, Board } from "quandian/board";
import { sayDates, sayFigureSetting } from "../board/say-board.js";

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
/** Characters that are enough of an indicator once the place before it is gone. */
const BARE = 4;
/** Whose it is: 全县, 东山县; not what only sounds like a place, 城镇, 社区, 上市. */
const PLACE = /^(?:[全本该我][国省市州县区旗镇乡村]|\p{Script=Han}{1,3}?(?<![城社小园地山景校库灾辖新老旧郊片街牧林省市县区乡上超都门股楼发范护验务假])[省市州县区旗镇乡])/u;
const NO_LETTERS = /[^\p{L}\p{N}]+/gu;

interface Said extends Omit<Told, "odd"> {
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
      const said = { ...told, text, key: told.label.replace(NO_LETTERS, ""), value: String(note.value) };
      const groups = byUnit.get(`${note.unit} ${note.rate}`) ?? [];
      byUnit.set(`${note.unit} ${note.rate}`, groups);
      const group = groups.find((others) => others.every((other) => other.text !== text) && others.some((other) => areAlike(other.key, said.key)));
      if (group === undefined) groups.push([said]);
      else group.push(said);
    }
  });
  return [...byUnit.values()].flat().filter((group) => group.length > 1).map((group) => sharedOf(group, boards.length));
}

/** Figures, and what changes came to. */
function toldBy({ sections, changes }: Board, analysis: Analysis): Omit<Told, "odd">[] {
  const figures = sections.flatMap((section) => section.figures).map((figure) => ({ number: figure.number, amount: figure.amount, label: figure.label, setting: sayFigureSetting(figure) }));
  const ends = changes.map((change) => ({ number: analysis.changes[change.change]?.last ?? -1, amount: change.to, label: change.label, setting: sayDates(change) }));
  return [...figures, ...ends];
}

function areAlike(one: string, other: string): boolean {
  const bare = withoutPlace(one);
  if (bare.length >= BARE && bare === withoutPlace(other)) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short === long || (short.length >= ENOUGH && long.endsWith(short));
}

const withoutPlace = (key: string): string => key.replace(PLACE, "");

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
