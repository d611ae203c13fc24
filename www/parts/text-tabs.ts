import { LitElement, html, nothing } from "lit";
import type { Words } from "../words.js";

/** The texts that lie open, by name; one alone needs no tabs. */
export class TextTabs extends LitElement {
  static override properties = {
    words: { attribute: false },
    names: { attribute: false },
    current: { type: Number },
    comparing: { type: Boolean },
  };
  declare words: Words;
  declare names: readonly (readonly [id: number, name: string])[];
  declare current: number;
  declare comparing: boolean;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("current") || changed.has("names")) this.querySelector("[aria-current]")?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }

  protected override render(): unknown {
    const { desk } = this.words;
    if (this.names.length < 2) return nothing;
    return html`<nav class="texts" aria-label=${desk.texts}><ul>
      ${this.names.map(([id, given]) => {
        const name = given === "" ? desk.untitled : given;
        const chosen = id === this.current && !this.comparing;
        return html`<li class=${chosen ? "chosen" : ""}><button class="text-tab" aria-current=${chosen ? "page" : nothing} @click=${() => this.#send("choose-text", id)}>${name}</button><button
          class="plain close-text" aria-label=${desk.close(name)} title=${desk.close(name)} @click=${() => this.#send("close-text", id)}>×</button></li>`;
      })}
      <li class=${this.comparing ? "chosen" : ""}><button class="text-tab compare" aria-current=${this.comparing ? "page" : nothing} @click=${() => this.#send("compare", !this.comparing)}>${desk.compare}</button></li>
      <li><button class="plain another" aria-label=${desk.another} title=${desk.another} @click=${() => this.#send("new-text", null)}>＋</button></li>
    </ul></nav>`;
  }

  #send(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define("quandian-text-tabs", TextTabs);
