import type { Analysis, Member } from "quandian";
import { html } from "lit";
import { sayList } from "quandian/say";
import { entriesOf, type Entry, type Neighbor } from "../glossary/entries.js";
import type { Own } from "../glossary/own.js";
import { scriptOf } from "../text/script.js";
import type { Finder } from "../text/search.js";
import type { Lead } from "./board.js";
import "./own-formulas.js";
import type { Words } from "../words.js";
import { Part } from "./part.js";

/** A place in another of the open texts. */
export interface NeighborLead {
  readonly id: number;
  readonly at: number;
}

/** Characters of a member of which two stand on a line; longer ones have a line each. */
const BRIEF = 11;

/** The glossary panel: each formula of the text, what it stands for, and who says so. */
export class Glossary extends Part {
  static override properties = {
    words: { attribute: false },
    analysis: { attribute: false },
    neighbors: { attribute: false },
    own: { attribute: false },
    finds: { attribute: false },
  };
  declare words: Words;
  declare analysis: Analysis | null;
  declare neighbors: readonly Neighbor[];
  declare own: Own;
  declare finds: Finder;

  #entries: readonly Entry[] = [];
  #script = "";

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!["analysis", "neighbors", "own"].some((name) => changed.has(name))) return;
    this.#script = scriptOf(this.analysis?.text ?? "");
    this.#entries = this.analysis === null ? [] : entriesOf(this.analysis, this.neighbors, this.own);
  }

  protected override render(): unknown {
    const { words } = this;
    const shown = this.#entries.filter(({ surface, members }) => this.finds([surface, ...members.map(({ text }) => text)]));
    return html`<div class="glossary">
      <quandian-own-formulas .words=${words} .own=${this.own}></quandian-own-formulas>
      ${shown.length > 0 ? html`<ol class="entries">${shown.map((entry) => this.#entry(entry))}</ol>`
        : this.analysis === null ? "" : html`<p class="nothing">${this.#entries.length === 0 ? words.glossary.none : words.noMatch}</p>`}
    </div>`;
  }

  #entry(entry: Entry): unknown {
    const { words } = this;
    const { surface, mentions, told, members, otherwise, expansion } = entry;
    return html`<li>
      <p class="of"><button class="formula-name" @click=${(e: Event) => this.#lead(e, "slogans", mentions[0] ?? 0)}><span class="sign formula" lang=${this.#script}>${surface}</span></button>
        ${mentions.length > 1 ? html`<span class="count">${words.board.times(mentions.length)}</span>` : ""}
        <span class="told ${told}">${this.#told(entry)}</span></p>
      ${members.length === 0 ? "" : html`<ul class=${members.some(({ text }) => text.length > BRIEF) ? "members clauses" : "members"} lang=${this.#script}>${members.map((member) => html`<li>${this.#member(member, entry)}</li>`)}</ul>`}
      ${expansion?.memberStatus === "mismatch" ? html`<p class="aside">${words.say.listed(members.length)}</p>` : ""}
      ${expansion?.memberStatus === "partial" ? html`<p class="aside">${words.say.partly}</p>` : ""}
      ${otherwise.length === 0 ? "" : html`<p class="aside">${words.glossary.otherwise}${sayList(otherwise)}</p>`}
    </li>`;
  }

  #told({ told, neighbor }: Entry): unknown {
    const { glossary } = this.words;
    if (told !== "elsewhere" || neighbor === null) return glossary.told[told];
    return glossary.elsewhere(neighbor.name);
  }

  #member({ text, start }: Member, { neighbor }: Entry): unknown {
    if (start === undefined) return text;
    if (neighbor === null) return html`<button class="link" @click=${(e: Event) => this.#lead(e, "place", start)}>${text}</button>`;
    return html`<button class="link" @click=${() => this.report<NeighborLead>("lead-away", { id: neighbor.id, at: start })}>${text}</button>`;
  }

  #lead(event: Event, family: Lead["family"], at: number): void {
    this.report<Lead>("lead", { family, at, item: event.currentTarget as HTMLElement });
  }
}

customElements.define("quandian-glossary", Glossary);
