import { html } from "lit";
import type { ExportChoices, ToTake } from "./export-choices.js";
import { NOT_LOADED, type Notice } from "./notice.js";
import { Part } from "./part.js";
import { placeSlip } from "./slip.js";

/** The button, and the slip under it; what stands on the slip is loaded when it is opened. */
export class ExportMenu extends Part {
  static override properties = {
    what: { attribute: false },
  };
  declare what: ToTake;

  protected override render(): unknown {
    const { words, analysis } = this.what;
    return html`<button class="plain" popovertarget="export" ?disabled=${analysis === null || analysis.text === ""}>${words.export}</button>
      <div class="slip exports" id="export" popover aria-label=${words.export} @toggle=${this.#toggled}>
        <quandian-export-choices data-coming=${words.coming} .what=${this.what}></quandian-export-choices>
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
      this.report<Notice>("tell", NOT_LOADED);
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
