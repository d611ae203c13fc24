import { html } from "lit";
import { KINDS, type Kind } from "../text/marks.js";
import type { Words } from "../words.js";
import { Part } from "./part.js";

/** The legend: one switch a kind, with its mark on its own name and its count. Kinds the text does not have are left out. */
export class Legend extends Part {
  static override properties = {
    words: { attribute: false },
    counts: { attribute: false },
    hiddenKinds: { attribute: false },
    wordsShown: { type: Boolean },
    wordsThere: { type: Boolean },
  };
  declare words: Words;
  declare counts: ReadonlyMap<Kind, number>;
  declare hiddenKinds: ReadonlySet<Kind>;
  declare wordsShown: boolean;
  declare wordsThere: boolean;

  protected override render(): unknown {
    const { words } = this;
    const present = [...KINDS.slogans, ...KINDS.numbers].filter((kind) => (this.counts.get(kind) ?? 0) > 0);
    const allHidden = present.length > 0 && present.every((kind) => this.hiddenKinds.has(kind));
    return html`<div class="legend" role="group" aria-label=${words.marks}>
      ${present.map((kind) => this.#switch(kind))}
      ${this.wordsThere
        ? html`<button class="switch" role="switch" aria-checked=${String(this.wordsShown)} @click=${() => this.report("toggle-words")}>
            <span class="name ticks">${words.words}</span>
          </button>`
        : ""}
      ${present.length > 0
        ? html`<button class="plain" @click=${() => this.report("toggle-all")}>${allHidden ? words.showAll : words.hideAll}</button>`
        : ""}
    </div>`;
  }

  #switch(kind: Kind): unknown {
    const on = !this.hiddenKinds.has(kind);
    return html`<button class="switch" role="switch" data-kind=${kind} aria-checked=${String(on)} @click=${() => this.report("toggle-kind", kind)}>
      <span class="name sign ${kind}">${this.words.kinds[kind]}</span><span class="count">${this.counts.get(kind)}</span>
    </button>`;
  }
}

customElements.define("quandian-legend", Legend);
