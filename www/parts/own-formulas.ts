import type { QuandianError } from "quandian";
import { html } from "lit";
import { ownFrom, type Own } from "../glossary/own.js";
import { openFile } from "../read-file.js";
import type { Words } from "../words.js";
import { Part } from "./part.js";

/** Milliseconds without a keystroke. */
const PAUSE = 400;
const FAULTS = 5;

/** Where the reader writes, pastes or drops formulas of their own. */
export class OwnFormulas extends Part {
  static override properties = {
    words: { attribute: false },
    own: { attribute: false },
    refused: { state: true },
  };
  declare words: Words;
  declare own: Own;
  declare private refused: { readonly name: string; readonly error: QuandianError } | null;

  #pausing = 0;
  /** Once there has been something in the field, only the reader folds it. */
  #unfolded = false;

  constructor() {
    super();
    this.refused = null;
  }

  protected override render(): unknown {
    const { own: { text, kept, read } } = this;
    const words = this.words.glossary;
    this.#unfolded ||= text !== "";
    return html`<details class="own" ?open=${this.#unfolded} @dragover=${(e: Event) => e.preventDefault()} @drop=${this.#dropped}
        @paste=${(e: Event) => e.stopPropagation()} @keydown=${this.#keys}>
      <summary>${words.own}${read.formulas.length > 0 ? html`<span class="count">${read.formulas.length}</span>` : ""}</summary>
      <textarea rows="4" spellcheck="false" aria-label=${words.own} aria-describedby="own-says" placeholder=${words.ownExample} @input=${this.#typed}></textarea>
      <p id="own-says" role="status">${this.#says()}</p>
      <p class="choices">
        <button class="plain" @click=${() => this.querySelector<HTMLInputElement>('input[type="file"]')?.click()}>${words.ownFile}</button>
        <input type="file" accept=".tsv,.txt,.csv,text/plain" hidden @change=${this.#chosen} />
        <label><input type="checkbox" @change=${this.#keepChanged} /> ${words.keep}</label>
        ${text === "" ? "" : html`<button class="plain" @click=${() => this.#change(ownFrom("", false))}>${kept ? words.forget : this.words.clear}</button>`}
      </p>
    </details>`;
  }

  /** The fields are the reader's too: what they hold now is not what was put there last. */
  protected override updated(): void {
    const { text, kept } = this.own;
    const [field, box] = [this.querySelector("textarea"), this.querySelector<HTMLInputElement>('input[type="checkbox"]')];
    if (field !== null && field.value !== text) field.value = text;
    if (box !== null) box.checked = kept;
  }

  #says(): unknown {
    const { glossary, htmlLang, colon } = this.words;
    if (this.refused !== null) return html`<bdi>${this.refused.name}</bdi>${colon}${this.refused.error.explain(htmlLang === "en" ? "en" : "zh")}`;
    const { formulas, faults } = this.own.read;
    if (faults.length > 0) return glossary.faults(formulas.length, faults.slice(0, FAULTS), faults.length);
    return formulas.length > 0 ? glossary.taken(formulas.length) : glossary.ownHow;
  }

  #change(own: Own): void {
    clearTimeout(this.#pausing);
    this.refused = null;
    this.report<Own>("own-change", own);
  }

  #typed = (event: Event): void => {
    const { value } = event.target as HTMLTextAreaElement;
    clearTimeout(this.#pausing);
    this.#pausing = window.setTimeout(() => this.#change(ownFrom(value, this.own.kept)), PAUSE);
  };

  #keepChanged = (event: Event): void => {
    this.#change({ ...this.own, kept: (event.target as HTMLInputElement).checked });
  };

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file !== undefined) void this.#take(file);
    input.value = "";
  };

  #dropped = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#take(file);
  };

  async #take(file: File): Promise<void> {
    const opened = await openFile(file);
    if ("error" in opened) this.refused = opened;
    else this.#change(ownFrom(opened.read.text, this.own.kept));
  }

  /** The keys of the page, undo among them, are not those of the field. */
  #keys = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" && event.target instanceof HTMLTextAreaElement) event.stopPropagation();
  };
}

customElements.define("quandian-own-formulas", OwnFormulas);
