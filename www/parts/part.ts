import { LitElement } from "lit";

/** A part of the page: it stands in the page's own tree, under the page's style, and reports to whatever holds it. */
export abstract class Part extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected report<Detail>(name: string, detail?: Detail): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
