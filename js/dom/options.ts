/** The options of `annotate`, each with what it takes. One that is misspelt would be passed over in silence. */
import { QuandianError } from "../errors.js";
import type { Analyzer } from "../types.js";
import type { AnnotateOptions } from "./types.js";

/** Options that take one of a few words. */
export const CHOICES = {
  language: ["zh", "en"],
  mode: ["auto", "highlight", "mark"],
  theme: ["auto", "light", "dark"],
} as const satisfies { readonly [name in keyof AnnotateOptions]: readonly string[] };

/** What is wanted, and whether something is that. */
type Check = readonly [wanted: string, is: (given: unknown) => boolean];

const FLAG: Check = ["a boolean", (given) => typeof given === "boolean"];

const OPTIONS: Readonly<Record<keyof AnnotateOptions, Check>> = {
  analyzer: ["an analyser", (given) => typeof (given as Partial<Analyzer> | null)?.analyze === "function"],
  layers: ["a list", Array.isArray],
  mode: oneOf(CHOICES.mode),
  ignore: ["a selector", isSelector],
  card: ["a boolean or a function", (given) => typeof given === "boolean" || typeof given === "function"],
  list: ["a boolean or an element", (given) => typeof given === "boolean" || given instanceof Element],
  keys: FLAG,
  observe: FLAG,
  language: oneOf(CHOICES.language),
  theme: oneOf(CHOICES.theme),
  referenceDate: ["YYYY-MM-DD", (given) => typeof given === "string"],
  signal: ["a signal", (given) => typeof (given as Partial<AbortSignal> | null)?.addEventListener === "function"],
};

export function checkAnnotateOptions(options: AnnotateOptions): void {
  checkOption("options", ["an object", (given) => typeof given === "object" && given !== null], options);
  for (const [name, given] of Object.entries(options)) {
    if (!Object.hasOwn(OPTIONS, name)) throw new QuandianError("option", `${name}: there is no such option`);
    if (given !== undefined) checkOption(name, OPTIONS[name as keyof AnnotateOptions], given);
  }
}

/** Stops at a value that is none of `values`. */
export function checkChoice(name: string, values: readonly string[], given: unknown): void {
  checkOption(name, oneOf(values), given);
}

function checkOption(name: string, [wanted, is]: Check, given: unknown): void {
  const what = typeof given === "string" ? JSON.stringify(given) : given === null ? "null" : typeof given;
  if (!is(given)) throw new QuandianError("option", `${name}: ${wanted} is wanted, this is ${what}`);
}

function oneOf(values: readonly string[]): Check {
  return [`one of ${values.join(", ")}`, (given) => values.includes(given as string)];
}

/** A selector that cannot be read would fail only where an element is met. An empty one names nothing. */
function isSelector(given: unknown): boolean {
  try {
    if (given !== "") document.createDocumentFragment().querySelector(given as string);
    return typeof given === "string";
  } catch {
    return false;
  }
}
