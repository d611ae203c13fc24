/** The embed for a script tag: a global, the element, and marks in what the tag names. A second load takes nothing away. */
import { QuandianText } from "./define.js";
import { annotate } from "./dom/annotate.js";
import { createAnalyzer } from "./dom/core.js";
import { ATTRIBUTES } from "./element/attributes.js";
import { QuandianError } from "./errors.js";

const SAID: unique symbol = Symbol.for("quandian.said");

const front = { annotate, createAnalyzer, QuandianText, QuandianError };

declare global {
  var Quandian: typeof front | undefined;
}

globalThis.Quandian ??= front;

/** What the console was told already, by this tag or by another. */
const page = globalThis as { [SAID]?: Set<string> };
const said = (page[SAID] ??= new Set());

const dataset = (document.currentScript as HTMLScriptElement | null)?.dataset;
if (dataset?.["target"] !== undefined) whenParsed(() => embed(dataset, dataset["target"] ?? ""));

function whenParsed(work: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", work, { once: true });
  else work();
}

/** A `<quandian-text>` beside everything that the tag names, with the tag's attributes. */
function embed(dataset: DOMStringMap, selector: string): void {
  const attributes = ATTRIBUTES.flatMap((name) => {
    const given = dataset[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
    return given === undefined ? [] : [[name, given] as const];
  });
  const place = dataset["place"] ?? "before";
  if (place !== "before" && place !== "after") return say(`data-place: one of before, after is wanted, this is ${JSON.stringify(place)}`);
  const bar = attributes.some(([name]) => name === "panel" || name === "legend");
  for (const target of targetsOf(selector)) {
    if (isServed(target)) continue;
    const element = document.createElement("quandian-text");
    for (const [name, value] of bar ? attributes : [...attributes, ["legend", ""], ["panel", "below"]] as const) element.setAttribute(name, value);
    element.target = target;
    element.addEventListener("quandian-error", (event) => say((event as CustomEvent<QuandianError>).detail.explain("en")));
    target[place](element);
  }
}

/** What `data-target` names. */
function targetsOf(selector: string): readonly Element[] {
  try {
    const targets = [...document.querySelectorAll(selector)];
    if (targets.length === 0) say(`data-target: nothing is ${selector}`);
    return targets;
  } catch {
    say(`data-target: ${JSON.stringify(selector)} is no selector`);
    return [];
  }
}

/** To who put the tag there: of a tag nobody hears the events. Once a page, however many texts and tags it has. */
function say(what: string): void {
  if (said.has(what)) return;
  said.add(what);
  console.warn(`Quandian: ${what}`);
}

function isServed(target: Element): boolean {
  return [...document.querySelectorAll("quandian-text")].some((element) => element.target === target || element.contains(target));
}
