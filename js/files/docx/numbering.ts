/** Word's automatic numbering: what the levels of a list look like, and where the count of each stands. */
import type { Element } from "../xml.js";
import { childAt, childElements, chosen, integer, numberAt, switchAt, valueAt } from "./find.js";
import { formatNumber, formatSpelled } from "./number-format.js";

/** The item a paragraph is: of which list, at which level. */
export interface ListItem {
  readonly list: string;
  readonly level: number;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** Where the author spelled the format out. */
  readonly pattern: string | undefined;
  /** Such as `（%2）`. */
  readonly text: string;
  /** The level, counted from 1, after which this one begins anew; 0 is never. */
  readonly restart: number | undefined;
  readonly legal: boolean;
  readonly suffix: string;
  /** The paragraph style that belongs to this level. */
  readonly style: string | undefined;
}

interface Abstract {
  readonly levels: ReadonlyMap<number, Level>;
  readonly styleLink: string | undefined;
}

interface List {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

const LEVELS = 9;
/** Word takes no longer ones. */
const LONGEST_LABEL = 255;
/** Symbol fonts keep their bullets where no character is. */
const BULLET = "•";

export class Numbering {
  readonly #abstracts = new Map<string, Abstract>();
  readonly #lists = new Map<string, List>();
  /** Counts by level; lists of one kind count on. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();
  /** The list of a numbering style. */
  readonly #listOfStyle: (style: string) => string | undefined;

  constructor(root: Element | undefined, listOfStyle: (style: string) => string | undefined) {
    this.#listOfStyle = listOfStyle;
    for (const element of childElements(root, "w:abstractNum")) {
      this.#abstracts.set(element.attribute("w:abstractNumId") ?? "", {
        levels: levelsOf(element),
        styleLink: valueAt(element, "w:numStyleLink"),
      });
    }
    for (const element of childElements(root, "w:num")) this.#lists.set(element.attribute("w:numId") ?? "", listOf(element));
  }

  /** The level that belongs to a paragraph style. */
  levelOfStyle(list: string, style: string): number | undefined {
    for (const [level, { style: own }] of this.#abstractOf(list)?.[1].levels ?? []) if (own === style) return level;
    return undefined;
  }

  /** Counts the item and answers with its label, as far as `text` may follow it; empty where it has none. */
  next({ list, level }: ListItem, text: string): string {
    const found = this.#abstractOf(list);
    const shape = this.#level(list, level);
    if (found === undefined || shape === undefined) return "";
    const counts = this.#count(list, found[0], level);
    if (shape.format === "bullet") return shape.text === "" ? "" : `${isPrivate(shape.text) ? BULLET : shape.text} `;
    const label = shape.text.replace(/%([1-9])/g, (_, place: string) => this.#write(list, Number(place) - 1, counts, shape.legal));
    return label === "" ? "" : label + gapBetween(label, text, shape.suffix);
  }

  #write(list: string, level: number, counts: readonly (number | undefined)[], legal: boolean): string {
    const shape = this.#level(list, level);
    const count = counts[level] ?? shape?.start ?? 1;
    if (shape?.pattern !== undefined && !legal) return formatSpelled(count, shape.pattern);
    return formatNumber(count, legal ? "decimal" : shape?.format ?? "decimal");
  }

  #count(list: string, abstract: string, level: number): readonly (number | undefined)[] {
    const counts = this.#counts.get(abstract) ?? [];
    this.#counts.set(abstract, counts);
    for (let deeper = level + 1; deeper < counts.length; deeper += 1) {
      if (level < (this.#level(list, deeper)?.restart ?? deeper)) counts[deeper] = undefined;
    }
    const begins = `${list} ${level}`;
    if (this.#lists.get(list)?.starts.has(level) === true && !this.#begun.has(begins)) counts[level] = undefined;
    this.#begun.add(begins);
    const before = counts[level];
    counts[level] = before === undefined ? this.#start(list, level) : before + 1;
    for (let above = 0; above < level; above += 1) counts[above] ??= this.#start(list, above);
    return counts;
  }

  #start(list: string, level: number): number {
    return this.#lists.get(list)?.starts.get(level) ?? this.#level(list, level)?.start ?? 1;
  }

  #level(list: string, level: number): Level | undefined {
    return this.#lists.get(list)?.levels.get(level) ?? this.#abstractOf(list)?.[1].levels.get(level);
  }

  /** The kind of a list with its name; one that stands for a numbering style is looked up there. */
  #abstractOf(list: string): readonly [string, Abstract] | undefined {
    let name = this.#lists.get(list)?.abstract;
    for (let links = 0; links < 4 && name !== undefined; links += 1) {
      const abstract = this.#abstracts.get(name);
      if (abstract?.styleLink === undefined) return abstract && [name, abstract];
      name = this.#lists.get(this.#listOfStyle(abstract.styleLink) ?? "")?.abstract;
    }
    return undefined;
  }
}

function listOf(element: Element): List {
  const overrides = [...childElements(element, "w:lvlOverride")].map((one) => [integer(one.attribute("w:ilvl")) ?? 0, one] as const);
  return {
    abstract: valueAt(element, "w:abstractNumId") ?? "",
    starts: new Map(overrides.flatMap(([level, one]) => {
      const start = numberAt(one, "w:startOverride");
      return start === undefined ? [] : [[level, start] as const];
    })),
    levels: new Map(overrides.flatMap(([, one]) => [...levelsOf(one)])),
  };
}

function levelsOf(parent: Element): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of childElements(parent, "w:lvl")) {
    const level = integer(element.attribute("w:ilvl")) ?? 0;
    if (level >= 0 && level < LEVELS) levels.set(level, levelOf(element));
  }
  return levels;
}

function levelOf(element: Element): Level {
  const children = [...chosen(element)];
  const level: Element = { name: element.name, children, attribute: (name) => element.attribute(name) };
  const format = valueAt(level, "w:numFmt") ?? "decimal";
  return {
    start: numberAt(level, "w:start") ?? 0,
    format,
    pattern: format === "custom" ? childAt(level, "w:numFmt")?.attribute("w:format")?.slice(0, LONGEST_LABEL) : undefined,
    text: (valueAt(level, "w:lvlText") ?? "").slice(0, LONGEST_LABEL),
    restart: numberAt(level, "w:lvlRestart"),
    legal: switchAt(level, "w:isLgl") === true,
    suffix: valueAt(level, "w:suff") ?? "tab",
    style: valueAt(level, "w:pStyle"),
  };
}

/** 一、 and （一） stand close before the text; where a number would run into one, or a word into a word, there is a blank. */
function gapBetween(label: string, text: string, suffix: string): string {
  if (/[\dA-Za-z.)]$/.test(label) && /^[\dA-Za-z]/.test(text)) return " ";
  if (suffix === "nothing" || text === "") return "";
  return /[\p{P}\p{So}\p{No}]$/u.test(label) ? "" : " ";
}

function isPrivate(text: string): boolean {
  return /[\ue000-\uf8ff]/.test(text);
}
