import { html, nothing } from "lit";
import type { Words } from "../words.js";
import { Part } from "./part.js";

/** The texts that lie open, by name; one alone needs no tabs. */
export class TextTabs extends Part {
  static override properties = {
    words: { attribute: false },
    names: { attribute: false },
    current: { type: Number },
    comparing: { type: Boolean },
    renaming: { state: true },
  };
  declare words: Words;
  declare names: readonly (readonly [id: number, name: string])[];
  declare current: number;
  declare comparing: boolean;
  declare private renaming: number | null;

  constructor() {
    super();
    this.renaming = null;
  }

  protected override updated(changed: Map<string, unknown>): void {
    const input = changed.has("renaming") ? this.querySelector<HTMLInputElement>(".rename") : null;
    input?.focus();
    input?.select();
    if (changed.has("current") || changed.has("names")) this.querySelector(".chosen")?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }

  protected override render(): unknown {
    const { desk } = this.words;
    if (this.names.length < 2) return nothing;
    return html`<nav class="texts" aria-label=${desk.texts}><ul>
      ${this.names.map(([id, given]) => {
        const name = given === "" ? desk.untitled : given;
        const chosen = id === this.current && !this.comparing;
        if (id === this.renaming) return html`<li class="chosen"><input class="rename" aria-label=${desk.name} .value=${name} maxlength="60" @keydown=${this.#typed} @blur=${this.#named} /></li>`;
        return html`<li class=${chosen ? "chosen" : nothing}><button class="text-tab" title=${desk.renameHow} aria-keyshortcuts="F2" aria-current=${chosen ? "page" : nothing}
          @click=${() => this.report("choose-text", id)} @dblclick=${() => this.#rename(id)} @keydown=${(event: KeyboardEvent) => event.key === "F2" && this.#rename(id)}>${name}</button>${
          chosen ? html`<button class="plain rename-text" @click=${() => this.#rename(id)}>${desk.rename}</button>` : ""}<button
          class="plain close-text" aria-label=${desk.close(name)} title=${desk.close(name)} @click=${() => this.report("close-text", id)}>×</button></li>`;
      })}
      <li class=${this.comparing ? "chosen" : nothing}><button class="text-tab compare" aria-current=${this.comparing ? "page" : nothing} @click=${() => this.report("compare", !this.comparing)}>${desk.compare}</button></li>
      <li><button class="plain another" aria-label=${desk.another} title=${desk.another} @click=${() => this.report("new-text")}>＋</button></li>
    </ul></nav>`;
  }

  #rename(id: number): void {
    this.renaming = id;
  }

  #typed = (event: KeyboardEvent): void => {
    if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.stopPropagation();
    const id = this.renaming;
    if (event.key === "Escape") this.renaming = null;
    else this.#named(event);
    // Back to the tab it is the name of.
    void this.updateComplete.then(() => this.querySelectorAll<HTMLElement>(".text-tab")[this.names.findIndex(([one]) => one === id)]?.focus());
  };

  #named = (event: Event): void => {
    const id = this.renaming;
    if (id === null) return;
    this.renaming = null;
    this.report("name-text", { id, name: (event.target as HTMLInputElement).value });
  };
}

customElements.define("quandian-text-tabs", TextTabs);
