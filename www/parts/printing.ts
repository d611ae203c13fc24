import type { ReactiveController } from "lit";
import type { Page } from "./page.js";

/** Whether the page is being printed: everything is painted, and what is folded is unfolded, for paper cannot be. */
export class Printing implements ReactiveController {
  underway = false;
  readonly #page: Page;
  #unfolded: HTMLDetailsElement[] = [];

  constructor(page: Page) {
    this.#page = page;
    page.addController(this);
  }

  hostConnected(): void {
    addEventListener("beforeprint", this.#before);
    addEventListener("afterprint", this.#after);
  }

  hostDisconnected(): void {
    removeEventListener("beforeprint", this.#before);
    removeEventListener("afterprint", this.#after);
  }

  #before = (): void => {
    const page = this.#page;
    page.view.paintAll();
    page.pointing.unpin();
    this.underway = true;
    page.updateNow();
    this.#unfolded = [...page.querySelectorAll<HTMLDetailsElement>("quandian-compare details:not([open])")];
    for (const details of this.#unfolded) details.open = true;
  };

  #after = (): void => {
    this.underway = false;
    this.#page.requestUpdate();
    for (const details of this.#unfolded.splice(0)) details.open = false;
  };
}
