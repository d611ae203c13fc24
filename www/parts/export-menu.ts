import type { Analysis } from "quandian";
import { LitElement, html } from "lit";
import type { SharedSettings } from "../share.js";
import type { Mark } from "../text/marks.js";
import type { Language, Words } from "../words.js";
import type { ExportChoices } from "./export-choices.js";
import type { Notice } from "./notice.js";
import { placeSlip } from "./slip.js";

/** The button, and the slip under it; what stands on the slip is loaded when it is opened. */
export class ExportMenu extends LitElement {
  static override properties = {
    words: { attribute: false },
    language: { type: String },
    analysis: { attribute: false },
    called: { attribute: false },
    marks: { attribute: false },
    settings: { attribute: false },
  };
  declare words: Words;
  declare language: Language;
  declare analysis: Analysis | null;
  /** What the reader calls the text. */
  declare called: string | null;
  declare marks: readonly Mark[];
  declare settings: SharedSettings;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): unknown {
    const { words, analysis } = this;
    return html`<button class="plain" popovertarget="export" ?disabled=${analysis === null || analysis.text === ""}>${words.export}</button>
      <div class="slip exports" id="export" popover aria-label=${words.export} @toggle=${this.#toggled}>
        <quandian-export-choices .words=${words} .language=${this.language} .analysis=${analysis} .called=${this.called} .marks=${this.marks} .settings=${this.settings}></quandian-export-choices>
      </div>`;
  }

  #toggled = async (event: Event): Promise<void> => {
    if ((event as ToggleEvent).newState !== "open") return;
    const slip = event.currentTarget as HTMLElement;
    placeSlip(slip);
    try {
      await import("./export-choices.js");
    } catch {
      slip.hidePopover();
      this.dispatchEvent(new CustomEvent<Notice>("tell", { detail: { says: (words) => words.partNotLoaded, alarming: true }, bubbles: true }));
      return;
    }
    const choices = slip.firstElementChild as ExportChoices;
    void choices.link();
    await choices.updateComplete;
    // It is higher now.
    if (slip.matches(":popover-open")) placeSlip(slip);
  };
}

customElements.define("quandian-export-menu", ExportMenu);
