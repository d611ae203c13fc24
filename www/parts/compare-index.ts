import type { CollatedSlogan } from "quandian/collate";
import { html } from "lit";
import { amountText } from "../board/say-board.js";
import type { SharedFigure } from "../compare/shared-figures.js";
import type { Words } from "../words.js";

/** What the tables have, as the side shows it. */
export interface Compared {
  readonly differing: readonly SharedFigure[];
  readonly inSeveral: readonly CollatedSlogan[];
  readonly inOne: readonly CollatedSlogan[];
  readonly alike: readonly SharedFigure[];
}

/** What the index needs of the comparison around it. */
interface IndexHost {
  readonly words: Words;
  /** Of the texts. */
  readonly names: readonly string[];
  readonly query: string;
  search(query: string): void;
  /** To the row with this id. */
  go(id: string): void;
}

/** The row of a table that an item of the index leads to. */
export const rowId = (part: keyof Compared, at: number): string => `compared-${part}-${at}`;

/** The side list of the comparison: one line a row, each leads to it; what is searched for is left in the tables too. */
export function compareIndex(compared: Compared, { words, names, query, search, go }: IndexHost): unknown {
  const { desk } = words;
  const item = (part: keyof Compared, at: number, name: unknown, says: string): unknown =>
    html`<li><button class="entry" @click=${() => go(rowId(part, at))}><span class="what">${name}</span><span class="says">${says}</span></button></li>`;
  const figures = (part: "differing" | "alike") => compared[part].map(({ label, told }, at) => item(part, at, label, valuesOf(told, part === "alike")));
  const slogans = (part: "inSeveral" | "inOne") => compared[part].map(({ surface, mentions }, at) =>
    item(part, at, html`<span class="sign formula">${surface}</span>`, part === "inOne" ? names[mentions.findIndex((places) => places.length > 0)] ?? "" : `${mentions.filter((places) => places.length > 0).length} / ${names.length}`));
  const group = (name: string, items: readonly unknown[]): unknown =>
    items.length === 0 ? "" : html`<section><h3>${name} <span class="count">${items.length}</span></h3><ol>${items}</ol></section>`;
  return html`<nav class="compare-index" aria-label=${desk.index}>
    <label class="search"><span class="unseen">${words.search}</span>
      <input type="search" placeholder=${words.search} .value=${query} @input=${(event: Event) => search((event.target as HTMLInputElement).value)} /></label>
    ${group(desk.differing, figures("differing"))}${group(desk.inSeveral, slogans("inSeveral"))}
    ${group(desk.inOne, slogans("inOne"))}${group(desk.alike, figures("alike"))}
  </nav>`;
}

function valuesOf(told: SharedFigure["told"], alike: boolean): string {
  const values = told.flatMap((one) => (one === null ? [] : [amountText(one.amount)]));
  return [...new Set(values)].slice(0, alike ? 1 : values.length).join(" · ");
}
