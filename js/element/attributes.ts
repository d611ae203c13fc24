/** The attributes of `<quandian-text>` as properties. */
import { checkChoice, CHOICES } from "../dom/options.js";
import type { Theme } from "../dom/types.js";
import type { Language } from "../errors.js";
import type { Layer } from "../types.js";

export type PanelPlace = "none" | "side" | "below";

/** Where there is no document the class can still be imported, for programs that render on a server. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

export const ATTRIBUTES = [
  "for", "ignore", "language", "layers", "legend", "lexicon", "lexicon-url", "mode", "panel", "reference-date", "theme", "wasm-url", "worker-url", "lazy",
] as const;

const ATTRIBUTE_CHOICES = { ...CHOICES, panel: ["none", "side", "below"] } as const;

export class AttributeElement extends Base {
  /** Selector of another element to mark, instead of what stands inside. */
  get for(): string | null {
    return this.getAttribute("for");
  }

  set for(value: string | null) {
    this.reflect("for", value);
  }

  /** Selector of elements to leave alone. */
  get ignore(): string | null {
    return this.getAttribute("ignore");
  }

  set ignore(value: string | null) {
    this.reflect("ignore", value);
  }

  /** Language of card, legend and list. */
  get language(): Language | null {
    return this.#choice("language");
  }

  set language(value: Language | null) {
    this.reflect("language", value);
  }

  /** Of `numbers`, `slogans`, `words`, parted by blanks. */
  get layers(): string {
    return this.getAttribute("layers") ?? "numbers slogans";
  }

  set layers(value: string | readonly Layer[] | null) {
    this.reflect("layers", typeof value === "string" || value === null ? value : value.join(" "));
  }

  /** Whether switches of the kinds stand over the text. */
  get legend(): boolean {
    return this.hasAttribute("legend");
  }

  set legend(value: boolean) {
    this.toggleAttribute("legend", value);
  }

  /** Whether the lexicon is loaded though no words are shown: cards then say what is counted. */
  get lexicon(): boolean {
    return this.hasAttribute("lexicon");
  }

  set lexicon(value: boolean) {
    this.toggleAttribute("lexicon", value);
  }

  /** Address of the lexicon; default: beside the script. */
  get lexiconUrl(): string | null {
    return this.getAttribute("lexicon-url");
  }

  set lexiconUrl(value: string | null) {
    this.reflect("lexicon-url", value);
  }

  /** How marks are shown. */
  get mode(): "auto" | "highlight" | "mark" {
    return this.#choice("mode") ?? "auto";
  }

  set mode(value: "auto" | "highlight" | "mark" | null) {
    this.reflect("mode", value);
  }

  /** Where the list of marks stands. Without a place it shows when the focus comes to it. */
  get panel(): PanelPlace {
    return this.#choice("panel") ?? "none";
  }

  set panel(value: PanelPlace | null) {
    this.reflect("panel", value);
  }

  /** The day the text was written on, `YYYY-MM-DD`. */
  get referenceDate(): string | null {
    return this.getAttribute("reference-date");
  }

  set referenceDate(value: string | null) {
    this.reflect("reference-date", value);
  }

  /** Of the card; `auto` follows the text. */
  get theme(): Theme {
    return this.#choice("theme") ?? "auto";
  }

  set theme(value: Theme | null) {
    this.reflect("theme", value);
  }

  /** Address of the wasm; default: beside the script. */
  get wasmUrl(): string | null {
    return this.getAttribute("wasm-url");
  }

  set wasmUrl(value: string | null) {
    this.reflect("wasm-url", value);
  }

  /** Address of `worker.js`, to work in another thread; where that is refused, the work is done in this one. */
  get workerUrl(): string | null {
    return this.getAttribute("worker-url");
  }

  set workerUrl(value: string | null) {
    this.reflect("worker-url", value);
  }

  /** Whether nothing is loaded until the text comes near the window. */
  get lazy(): boolean {
    return this.hasAttribute("lazy");
  }

  set lazy(value: boolean) {
    this.toggleAttribute("lazy", value);
  }

  protected reflect(name: string, value: string | null): void {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  /** Stops at an attribute with a value it does not take; its property is as if it were not there. */
  protected checkChoices(): void {
    for (const [name, values] of Object.entries(ATTRIBUTE_CHOICES)) if (this.hasAttribute(name)) checkChoice(name, values, this.getAttribute(name));
  }

  #choice<Name extends keyof typeof ATTRIBUTE_CHOICES>(name: Name): (typeof ATTRIBUTE_CHOICES)[Name][number] | null {
    const given = this.getAttribute(name);
    return ATTRIBUTE_CHOICES[name].find((value) => value === given) ?? null;
  }
}
