/**
 * The board 数说: what a newspaper sets beside such a report. The key figures under the article's own headings, its changes,
 * its dates and its formulas, each with the place it comes from. Data only: who sets it decides how it looks.
 *
 *     analysis ─► figures told once ─► the weightiest ─► sections
 *              ─► changes, dated facts, formulas by frequency
 */
import { changesOf, type BoardChange } from "./board/changes.js";
import { choose } from "./board/choose.js";
import { figuresOf, type Figure } from "./board/figures.js";
import { sectionsOf } from "./board/headings.js";
import { eventsOf, type BoardEvent } from "./board/timeline.js";
import { collate } from "./collate/slogans.js";
import type { Analysis, Member, MemberStatus, TextSpan } from "./types.js";

export type { Amount } from "./board/amount.js";
export type { BoardChange } from "./board/changes.js";
export type { Figure } from "./board/figures.js";
export type { Growth } from "./board/growth.js";
export { rateOf } from "./board/setting.js";
export type { BoardEvent } from "./board/timeline.js";

/** The key figures under one heading of the article. */
export interface BoardSection {
  /** Null above the first heading. */
  readonly heading: TextSpan | null;
  /** The heading over it, where another section is called the same. */
  readonly under: TextSpan | null;
  readonly figures: readonly Figure[];
}

/** A formula with what it stands for. */
export interface BoardFormula {
  readonly surface: string;
  /** Its places in `slogans`. */
  readonly mentions: readonly number[];
  readonly members: readonly Member[];
  readonly memberStatus: MemberStatus;
}

/** All that stands on it. Indices point into `numbers`, `changes` and `slogans` of the analysis. */
export interface Board {
  readonly sections: readonly BoardSection[];
  readonly changes: readonly BoardChange[];
  /** In the order of time. */
  readonly events: readonly BoardEvent[];
  /** Most frequent first; of equals those whose members are known, those that the text spells out before the others. */
  readonly formulas: readonly BoardFormula[];
}

export interface BoardOptions {
  /** How many figures at most; default: three fifths of those there are, from 8 to 24, without those in passing. */
  readonly figures?: number;
  /** How many changes, dates and formulas at most; default 12. */
  readonly rows?: number;
}

const FEWEST = 8;
const MOST = 24;
/** Of the figures there are, as long as they are not too many. */
const SHARE = 0.6;
/** Weight of what a text tells in passing: a short text has no need of it. */
const SLIGHT = 3;

/** The board of an analysis with words: without a lexicon nobody knows what a number counts. Any text has one, if an empty one. */
export function boardOf(analysis: Analysis, options: BoardOptions = {}): Board {
  const steps = boardSteps(analysis, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in small steps, for a page that must answer between them; the last one returns the board. */
export function* boardSteps(analysis: Analysis, { figures, rows = 12 }: BoardOptions = {}): Generator<undefined, Board> {
  const sections = sectionsOf(analysis.text);
  yield;
  const told = yield* figuresOf(analysis, sections);
  yield;
  const chosen = figures === undefined
    ? choose(told, Math.min(MOST, Math.max(FEWEST, Math.round(told.length * SHARE))), SLIGHT)
    : choose(told, figures, -Infinity);
  return {
    sections: sections.flatMap(({ heading, under }, index) => {
      const here = chosen.filter((figure) => figure.section === index);
      return here.length === 0 ? [] : [{ heading, under, figures: here }];
    }),
    changes: yield* changesOf(analysis, sections, rows),
    events: yield* eventsOf(analysis, rows),
    formulas: formulasOf(analysis, rows),
  };
}

/** What the text itself spells out stands there before what it only says more than once. */
const SPELT_OUT = 3;

function formulasOf(analysis: Analysis, most: number): BoardFormula[] {
  const formulas = collate([analysis]).map(({ surface, mentions: [mentions = []] }) => {
    const { members, memberStatus } = analysis.slogans[mentions[0] ?? 0] ?? { members: [], memberStatus: "none" };
    return { surface, mentions, members, memberStatus };
  });
  const weightOf = ({ mentions, members }: BoardFormula): number => mentions.length + (members[0]?.source === "text" ? SPELT_OUT : 0);
  return formulas
    .sort((a, b) => weightOf(b) - weightOf(a) || Math.sign(b.members.length) - Math.sign(a.members.length))
    .slice(0, most)
    .sort((a, b) => b.mentions.length - a.mentions.length);
}
