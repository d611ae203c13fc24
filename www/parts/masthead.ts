import { html } from "lit";
import { SAMPLES } from "../sample.js";
import type { Words } from "../words.js";
import { Part } from "./part.js";

/** The head of the page: the name, and what one can do with the text. */
export class Masthead extends Part {
  static override properties = {
    words: { attribute: false },
    editing: { type: Boolean },
    dark: { type: Boolean },
    menus: { attribute: false },
  };
  declare words: Words;
  declare editing: boolean;
  declare dark: boolean;
  /** More of the page's own, behind the buttons. */
  declare menus: unknown;

  protected override render(): unknown {
    const { words } = this;
    return html`<header class="masthead">
      <h1 lang="zh-Hans"><span class="circle">圈</span><span class="dot">点</span></h1>
      <nav aria-label=${words.title}>
        <button class="plain" aria-pressed=${String(this.editing)} @click=${() => this.report("toggle-editing")}>${this.editing ? words.read : words.edit}</button>
        <button class="plain" @click=${this.#open}>${words.openFile}</button>
        <input type="file" accept=".txt,.md,.docx,.html,.htm,text/plain" multiple hidden @change=${this.#chosen} />
        <button class="plain" @click=${() => this.report("new-text")}>${words.desk.another}</button>
        <button class="plain" @click=${() => this.report("clear")}>${words.clear}</button>
        ${this.menus}
        <span class="samples">${words.samples}${Array.from({ length: SAMPLES }, (_, i) => html`<button class="plain" aria-label="${words.samples} ${i + 1}" @click=${() => this.report("sample", i)}>${i + 1}</button>`)}</span>
      </nav>
      <nav class="end" aria-label=${words.languageAndTheme}>
        <button class="plain" lang=${words.htmlLang === "en" ? "zh-CN" : "en"} @click=${() => this.report("toggle-language")}>${words.otherLanguage}</button>
        <button class="plain" @click=${() => this.report("toggle-dark")}>${this.dark ? words.light : words.dark}</button>
      </nav>
    </header>`;
  }

  #open = (): void => {
    this.querySelector<HTMLInputElement>('input[type="file"]')?.click();
  };

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (input.files !== null && input.files.length > 0) this.report("files", [...input.files]);
    input.value = "";
  };
}

customElements.define("quandian-masthead", Masthead);
