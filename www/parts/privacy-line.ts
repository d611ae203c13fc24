import { html } from "lit";
import type { KeptState } from "../kept-text.js";
import { SEAL } from "../privacy.js";
import type { Words } from "../words.js";
import { Part } from "./part.js";
import { placeSlip } from "./slip.js";

/** Says where the text is and that it stays there; keeps it where the reader asks for that, and forgets it. */
export class PrivacyLine extends Part {
  static override properties = {
    words: { attribute: false },
    sealed: { type: Boolean },
    kept: { type: String },
    keepable: { type: Boolean },
  };
  declare words: Words;
  declare sealed: boolean;
  declare kept: KeptState;
  declare keepable: boolean;

  constructor() {
    super();
    this.sealed = false;
    this.kept = "none";
    this.keepable = false;
  }

  protected override render(): unknown {
    const { words, kept } = this;
    return html`<p class="privacy">
      <button class="plain" popovertarget="privacy">${this.sealed ? words.sealed : words.staysHere}</button>
      ${kept === "this" ? html`<span>${words.keptHere}</span>` : this.keepable ? html`<button class="plain linked" @click=${() => this.report("keep")}>${words.keep}</button>` : ""}
      ${kept === "none" ? "" : html`<button class="plain linked" @click=${() => this.report("forget")}>${kept === "this" ? words.forget : words.forgetOther}</button>`}
    </p>
    <div class="slip" id="privacy" popover aria-label=${words.staysHere} @toggle=${(e: ToggleEvent) => e.newState === "open" && placeSlip(e.currentTarget as HTMLElement)}>
      ${words.privacy.map((line) => html`<p>${line}</p>`)}<p><code>${SEAL}</code></p>
      ${import.meta.env.MODE === "single" ? "" : html`<p><a class="link" href="./quandian.html" download>${words.oneFile}</a></p>`}
    </div>`;
  }
}

customElements.define("quandian-privacy", PrivacyLine);
