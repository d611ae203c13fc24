import { LitElement, html } from "lit";
import { SAMPLES } from "../sample.js";
import type { Words } from "../words.js";

/** The head of the page: the name, and what one can do with the text. */
export class Masthead extends LitElement {
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

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): unknown {
    const { words } = this;
    return html`<header class="masthead">
      <h1 lang="zh-Hans"><span class="circle">圈</span><span class="dot">点</span></h1>
      <nav aria-label=${words.title}>
        <button class="plain" aria-pressed=${String(this.editing)} @click=${() => this.#send("toggle-editing")}>${this.editing ? words.read : words.edit}</button>
        <button class="plain" @click=${this.#open}>${words.openFile}</button>
        <input type="file" accept=".txt,.md,.docx,text/plain" multiple hidden @change=${this.#chosen} />
        <button class="plain" @click=${() => this.#send("new-text")}>${words.desk.another}</button>
        <button class="plain" @click=${() => this.#send("clear")}>${words.clear}</button>
        ${this.menus}
        <span class="samples">${words.samples}${Array.from({ length: SAMPLES }, (_, i) => html`<button class="plain" aria-label="${words.samples} ${i + 1}" @click=${() => this.#send("sample", i)}>${i + 1}</button>`)}</span>
      </nav>
      <nav class="end" aria-label="${words.otherLanguage}">
        <button class="plain" lang=${words.htmlLang === "en" ? "zh-CN" : "en"} @click=${() => this.#send("toggle-language")}>${words.otherLanguage}</button>
        <button class="plain" @click=${() => this.#send("toggle-dark")}>${this.dark ? words.light : words.dark}</button>
      </nav>
    </header>`;
  }

  #open = (): void => {
    this.querySelector<HTMLInputElement>('input[type="file"]')?.click();
  };

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (input.files !== null && input.files.length > 0) this.#send("files", [...input.files]);
    input.value = "";
  };

  #send(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define("quandian-masthead", Masthead);
