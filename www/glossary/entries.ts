/** Every formula of the text on the desk, and who says what it stands for. */
import type { Analysis, Member } from "quandian";
import { collate, type Expansion } from "quandian/collate";
import type { Own } from "./own.js";

/** One of the texts that lie open. */
export interface Neighbor {
  readonly id: number;
  readonly name: string;
  readonly analysis: Analysis;
}

export type Told = "here" | "elsewhere" | "own" | "glossary" | "nowhere";

export interface Entry {
  readonly surface: string;
  /** Places in `slogans`. */
  readonly mentions: readonly number[];
  readonly told: Told;
  /** The text that spells it out, where another one does. */
  readonly neighbor: Neighbor | null;
  /** The text's own list, partly or in full. */
  readonly expansion: Expansion | null;
  readonly members: readonly Member[];
  /** What the glossary lists, where it differs from what the text says. */
  readonly otherwise: readonly string[];
}

export function entriesOf(analysis: Analysis, neighbors: readonly Neighbor[], { read }: Own): Entry[] {
  const own = new Set(read.formulas.map(keyOf));
  return collate([analysis, ...neighbors.map((one) => one.analysis)]).flatMap(({ surface, mentions, expansions, listed }) => {
    const [here = []] = mentions;
    if (here.length === 0) return [];
    const spelled = expansions.find(({ text }) => text === 0) ?? null;
    const lent = spelled === null ? expansions[0] ?? null : null;
    const neighbor = lent === null ? null : neighbors[lent.text - 1] ?? null;
    const known = listed.length > 0 ? (own.has(keyOf(surface)) ? "own" : "glossary") : "nowhere";
    const members = (spelled ?? lent)?.members ?? listed.map((text) => ({ text, source: "glossary" as const }));
    return [{
      surface, mentions: here, told: spelled !== null ? "here" : neighbor !== null ? "elsewhere" : known, neighbor, expansion: spelled ?? lent, members,
      otherwise: (spelled ?? lent) === null || isSame(members, listed) ? [] : listed,
    }];
  });
}

/** What the formula is that stands at this place in `slogans`. */
export function entryOf(slogan: number, analysis: Analysis, neighbors: readonly Neighbor[], own: Own): Entry | null {
  return entriesOf(analysis, neighbors, own).find(({ mentions }) => mentions.includes(slogan)) ?? null;
}

const MARKS = /[“”‘’"'「」『』《》]/g;

/** A formula without the marks around it. */
const keyOf = (surface: string): string => surface.replace(MARKS, "");

const NO_LETTERS = /[^\p{L}\p{N}]+/gu;

/** Order and punctuation make no difference. */
function isSame(members: readonly Member[], listed: readonly string[]): boolean {
  const bare = (words: readonly string[]): string => words.map((word) => word.replace(NO_LETTERS, "")).sort().join(" ");
  return listed.length === 0 || bare(members.map(({ text }) => text)) === bare(listed);
}
