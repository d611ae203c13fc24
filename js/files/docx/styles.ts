/** The paragraph and character styles, each with what it takes over from the one it is based on. */
import type { Element } from "../xml.js";
import { childElements, numberAt, switchAt, valueAt } from "./find.js";

export interface Style {
  readonly id: string;
  readonly list: string | undefined;
  /** The style of the chain that names the list: levels may be bound to it. */
  readonly listStyle: string | undefined;
  readonly level: number | undefined;
  /** From 1, as headings are counted. */
  readonly heading: number | undefined;
  readonly hidden: boolean | undefined;
  readonly isContents: boolean;
}

/** Longer chains are circles. */
const LONGEST = 12;

export class Styles {
  readonly #elements = new Map<string, Element>();
  readonly #known = new Map<string, Style>();
  #usual = "";

  constructor(root: Element | undefined) {
    for (const element of childElements(root, "w:style")) {
      const id = element.attribute("w:styleId") ?? "";
      this.#elements.set(id, element);
      const isUsual = /^(1|true|on)$/.test(element.attribute("w:default") ?? "");
      if (isUsual && element.attribute("w:type") === "paragraph") this.#usual = id;
    }
  }

  /** The style of that id, or the one of paragraphs that name none. */
  get(id: string | undefined): Style {
    const name = id ?? this.#usual;
    let style = this.#known.get(name);
    if (style === undefined) this.#known.set(name, (style = this.#resolve(name)));
    return style;
  }

  #resolve(id: string): Style {
    const chain = this.#chain(id);
    const first = <T>(read: (style: Element) => T | undefined): T | undefined => {
      for (const style of chain) {
        const found = read(style);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    const list = (style: Element): string | undefined => valueAt(style, "w:pPr", "w:numPr", "w:numId");
    const outline = first((style) => numberAt(style, "w:pPr", "w:outlineLvl"));
    return {
      id,
      list: first(list),
      listStyle: first((style) => (list(style) === undefined ? undefined : style.attribute("w:styleId"))),
      level: first((style) => numberAt(style, "w:pPr", "w:numPr", "w:ilvl")),
      heading: outline !== undefined && outline < 9 ? outline + 1 : undefined,
      hidden: first((style) => switchAt(style, "w:rPr", "w:vanish")),
      isContents: chain.some((style) => /^(toc|contents) \d/i.test(valueAt(style, "w:name") ?? "")),
    };
  }

  #chain(id: string): readonly Element[] {
    const chain: Element[] = [];
    let at = this.#elements.get(id);
    while (at !== undefined && chain.length < LONGEST) {
      chain.push(at);
      at = this.#elements.get(valueAt(at, "w:basedOn") ?? "");
    }
    return chain;
  }
}
