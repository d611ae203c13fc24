import type { Analysis } from "quandian";
import { formats, type ExportFormat, type FormatId } from "quandian/export";
import { html, nothing } from "lit";
import { copyTable } from "../clipboard.js";
import { fileStem, saveFile } from "../save-file.js";
import { numberTable, sloganTable } from "../tables.js";
import { linkTo, LONGEST_LINK, type SharedSettings } from "../share.js";
import type { Mark } from "../text/marks.js";
import type { Language, Words } from "../words.js";
import type { Notice } from "./notice.js";
import { Part } from "./part.js";

/** What an editor opens; the other formats are read by programs. */
const FOR_READERS: ReadonlySet<FormatId> = new Set(["xlsx", "docx", "csv", "markdown", "html"]);

/** The text on top, and what is shown of it. */
export interface ToTake {
  readonly words: Words;
  readonly language: Language;
  readonly analysis: Analysis | null;
  /** What the reader calls the text. */
  readonly called: string;
  readonly marks: readonly Mark[];
  readonly settings: SharedSettings;
}

/** What can be taken away: files in all formats, tables to paste, the print, a link. Loaded with the formats when the menu is opened. */
export class ExportChoices extends Part {
  static override properties = {
    what: { attribute: false },
    links: { state: true },
  };
  declare what: ToTake;
  /** Without the text, and with it. */
  declare private links: readonly [string, string] | null;

  constructor() {
    super();
    this.links = null;
  }

  protected override render(): unknown {
    const { words } = this.what;
    return html`<section><h2>${words.saveAs}</h2>${this.#files(false)}</section>
      <section><h2>${words.copy}</h2>
        <button class="choice" @click=${() => void this.#copy("numbers")}>${words.numberTable}</button>
        <button class="choice" @click=${() => void this.#copy("slogans")}>${words.sloganTable}</button></section>
      <section><button class="choice" @click=${this.#print}>${words.print}</button></section>
      ${location.protocol === "file:" ? nothing : this.#share()}
      <section><h2>${words.saveForPrograms}</h2>${this.#files(true)}</section>`;
  }

  #files(forPrograms: boolean): unknown {
    return formats.filter(({ id }) => FOR_READERS.has(id) !== forPrograms).map((format) => html`<button class="choice" data-format=${format.id} @click=${() => void this.#save(format)}>
      <span>${format.label[this.what.language]}</span><span class="count">.${format.extension}</span></button>`);
  }

  #share(): unknown {
    const { links, what: { words } } = this;
    const tooLong = links !== null && links[1].length > LONGEST_LINK;
    return html`<section><h2>${words.shareLink}</h2>
      <button class="choice" ?disabled=${links === null} @click=${() => void this.#copyLink(0)}>${words.linkWithoutText}</button>
      <button class="choice" ?disabled=${links === null || tooLong} @click=${() => void this.#copyLink(1)}>
        <span>${words.linkWithText}</span><span class="count">${links === null ? "" : sizeOf(links[1])}</span></button>
      <p>${tooLong ? words.linkTooLong : words.linkSays}</p></section>`;
  }

  /** Works out the links, which carry what is shown now. */
  async link(): Promise<void> {
    this.links = null;
    const { settings, analysis } = this.what;
    this.links = [await linkTo(settings), await linkTo(settings, analysis?.text ?? "")];
  }

  async #save({ write, mediaType }: ExportFormat): Promise<void> {
    const { analysis, called, language } = this.what;
    if (analysis === null) return;
    this.#close();
    const title = fileStem(called || analysis.text);
    const files = await write(analysis, { title, language });
    for (const { suffix, bytes } of files) saveFile(`${title}${suffix}`, new Blob([bytes], { type: mediaType }));
    const names = files.map(({ suffix }) => title + suffix).join("、");
    this.#tell({ says: (words) => words.saved(names) });
  }

  async #copy(which: "numbers" | "slogans"): Promise<void> {
    this.#close();
    const { marks, words, language } = this.what;
    const rows = (which === "numbers" ? numberTable : sloganTable)(marks, words, language);
    await this.#copied(copyTable(rows), (words) => words.copiedRows(rows.length - 1));
  }

  async #copyLink(which: 0 | 1): Promise<void> {
    const link = this.links?.[which];
    if (link === undefined) return;
    this.#close();
    await this.#copied(navigator.clipboard.writeText(link), (words) => (which === 0 ? words.copiedLink : words.copiedLinkWithText));
  }

  async #copied(copying: Promise<void>, says: (words: Words) => string): Promise<void> {
    try {
      await copying;
      this.#tell({ says });
    } catch {
      this.#tell({ says: (words) => words.notCopied, alarming: true });
    }
  }

  #print = (): void => {
    this.#close();
    print();
  };

  #close(): void {
    this.closest<HTMLElement>("[popover]")?.hidePopover();
  }

  #tell(notice: Notice): void {
    this.report<Notice>("tell", notice);
  }
}

function sizeOf(link: string): string {
  return link.length < 1000 ? `${link.length} B` : `${(link.length / 1000).toFixed(1)} KB`;
}

customElements.define("quandian-export-choices", ExportChoices);
