import { html, nothing } from "lit";
import type { Span } from "quandian";
import { sayList, sayNumber, saySlogan } from "quandian/say";
import { Part } from "./part.js";
import { placedAt } from "./placed-at.js";
import type { Family, Kind, Mark } from "../text/marks.js";
import { bothScripts, finder, type Finder } from "../text/search.js";
import type { Language, Words } from "../words.js";

/** What the side shows: a list of marks, or the glossary. */
export type Tab = Family | "glossary";

export const TABS: readonly Tab[] = ["numbers", "slogans", "glossary"];

/** Height of a row in rem, as the style sheet has it: only rows in view exist. */
const ROW = 2.667;
const OVERSCAN = 6;
/** By how many rows a key walks. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** The side list: numbers or slogans in text order, searched, synced with the text both ways. */
export class SideList extends Part {
  static override properties = {
    words: { attribute: false },
    language: { type: String },
    marks: { attribute: false },
    hiddenKinds: { attribute: false },
    tab: { type: String },
    selected: { attribute: false },
    answered: { type: Boolean },
    script: { type: String },
    glossary: { attribute: false },
    seen: { attribute: false },
    query: { state: true },
    top: { state: true },
    height: { state: true },
    row: { state: true },
  };
  declare words: Words;
  declare language: Language;
  declare marks: readonly Mark[];
  declare hiddenKinds: ReadonlySet<Kind>;
  declare tab: Tab;
  /** Renders what of the glossary is searched for. */
  declare glossary: (finds: Finder) => unknown;
  declare selected: Mark | null;
  declare answered: boolean;
  /** What the text is written in. */
  declare script: string;
  /** The stretch of the text that is in the window. */
  declare seen: Span;
  declare private query: string;
  declare private top: number;
  declare private height: number;
  /** The same in px: type grows with the window. */
  declare private row: number;

  #rows: readonly Mark[] = [];
  #finds: Finder = finder("");
  /** The row that takes part in the order of the Tab key as long as it is in view; the others are reached from it. */
  #stop = 0;
  #repeats = new Map<number, number>();
  #sizes: ResizeObserver | null = null;

  constructor() {
    super();
    this.marks = [];
    this.hiddenKinds = new Set();
    this.script = "";
    this.seen = { start: 0, end: 0 };
    this.tab = "numbers";
    this.query = "";
    this.top = 0;
    this.height = 600;
    this.row = rowHeight();
  }

  /** Brings the focus to the row of a mark. */
  focusRow(mark: Mark): void {
    this.#reveal(mark);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.row[aria-current="true"]')?.focus({ preventScroll: true }));
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("marks")) {
      this.#repeats = new Map();
      for (const mark of this.marks) {
        if (mark.family === "slogans") this.#repeats.set(mark.note.identity, (this.#repeats.get(mark.note.identity) ?? 0) + 1);
      }
    }
    if (changed.has("query")) this.#finds = finder(this.query);
    if (["marks", "tab", "query", "hiddenKinds"].some((name) => changed.has(name))) this.#rows = this.#matching();
    if (changed.has("selected") && this.selected !== null) this.#stop = this.#rows.indexOf(this.selected);
  }

  protected override firstUpdated(): void {
    const list = this.#list;
    this.#sizes = new ResizeObserver(() => {
      const wasHidden = this.height === 0;
      this.height = list?.clientHeight ?? 600;
      this.row = rowHeight();
      if (wasHidden) this.#follow();
    });
    if (list !== null) this.#sizes.observe(list);
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("tab") || changed.has("query")) {
      this.#list?.scrollTo({ top: 0 });
      this.#follow();
    }
    // A mark of the other family turns the list to its tab, and to its row.
    if (changed.has("selected") && this.selected !== null) this.#reveal(this.selected);
    else if (changed.has("seen") && (changed.get("seen") as Span | undefined)?.start !== this.seen.start) this.#follow();
  }

  protected override render(): unknown {
    const { words } = this;
    const count = (family: Family): number => this.marks.filter((mark) => mark.family === family && !this.hiddenKinds.has(mark.kind)).length;
    const first = Math.max(0, Math.floor(this.top / this.row) - OVERSCAN);
    const last = Math.min(this.#rows.length, Math.ceil((this.top + this.height) / this.row) + OVERSCAN);
    const stop = this.#fits(this.#stop, this.top) ? this.#stop : Math.ceil(this.top / this.row);
    return html`<div class="tabs"><div role="tablist" aria-label=${words.marks} @keydown=${this.#turn}>
        ${TABS.map(
          (tab) => html`<button role="tab" id="tab-${tab}" aria-controls="side-panel" data-tab=${tab}
            aria-selected=${String(this.tab === tab)} tabindex=${this.tab === tab ? 0 : -1} @click=${() => this.#choose(tab)}>
            ${tab === "glossary" ? words.glossary.name : html`${words[tab]} <span class="count">${count(tab)}</span>`}
          </button>`,
        )}</div>
        <label class="search"><span class="unseen">${words.search}</span>
          <input type="search" placeholder=${words.search} .value=${this.query} @input=${this.#search} @keydown=${this.#toFirst} />
        </label>
      </div>
      <div class="panel" role="tabpanel" id="side-panel" aria-labelledby="tab-${this.tab}">
        ${this.tab === "glossary" ? this.glossary(this.#finds) : ""}
        <div class="rows" ?hidden=${this.tab === "glossary"} tabindex=${this.#rows.length === 0 ? nothing : -1} @scroll=${this.#scrolled}>
          ${this.#rows.length === 0 ? html`<p class="nothing">${this.#nothing()} ${this.#elsewhere()}</p>` : ""}
          <svg class="filler" width="1" height=${this.#rows.length * this.row} aria-hidden="true"></svg>
          <ol class="window" aria-label=${this.tab === "glossary" ? "" : words[this.tab]}>
            ${this.#rows.slice(first, last).map((mark, i) => this.#row(mark, first + i, first + i === stop))}
          </ol>
        </div>
      </div>`;
  }

  #row(mark: Mark, index: number, stop: boolean): unknown {
    const current = mark === this.selected;
    return html`<li aria-setsize=${this.#rows.length} aria-posinset=${index + 1} ${placedAt(index * this.row)}>
      <button class="row" data-at=${index} tabindex=${stop ? 0 : -1} aria-current=${current ? "true" : nothing}
        @click=${() => this.#go(mark)} @keydown=${(event: KeyboardEvent) => this.#walk(event, index)}>
        <span class="what"><span class="sign ${mark.kind}" lang=${this.script}>${mark.note.text.replace(/\s+/g, " ")}</span></span>
        ${this.#says(mark)}
      </button>
    </li>`;
  }

  /** In the text's own words what the mark is about, else of which kind it is: a word, which leaves its room to the mark. */
  #says(mark: Mark): unknown {
    const kind = html`<span class="says brief">${this.words.kinds[mark.kind]}</span>`;
    if (mark.family === "numbers") {
      const said = mark.kind === "date" ? sayNumber(mark.note, this.language) : mark.note.text;
      return mark.note.of != null ? this.#quoted(mark.note.of.text) : said === mark.note.text ? kind : html`<span class="says">${said}</span>`;
    }
    const repeats = this.#repeats.get(mark.note.identity) ?? 1;
    const { members } = mark.note;
    const says = mark.kind !== "formula" ? kind
      : members.length > 0 ? this.#quoted(sayList(members.map(({ text }) => text))) : html`<span class="says">${saySlogan(mark.note, this.language)}</span>`;
    return repeats > 1 ? html`<span class="count">×${repeats}</span>${says}` : says;
  }

  #quoted(words: string): unknown {
    return html`<span class="says" lang=${this.script}>${words}</span>`;
  }

  #nothing(): string {
    if (!this.answered) return "";
    const here = this.marks.filter((mark) => mark.family === this.tab);
    if (here.length === 0) return this.tab === "numbers" ? this.words.noNumbers : this.words.noSlogans;
    return this.query === "" ? this.words.hiddenKinds : this.words.noMatch;
  }

  /** The way to what is searched for, where it stands in the other list. */
  #elsewhere(): unknown {
    if (this.query.trim() === "" || this.tab === "glossary") return "";
    const other: Family = this.tab === "numbers" ? "slogans" : "numbers";
    const { length } = this.#matching(other);
    return length === 0 ? "" : html`<button class="link" @click=${() => this.#choose(other)}>${this.words.foundIn(this.words[other], length)}</button>`;
  }

  #matching(family: Tab = this.tab): Mark[] {
    return this.marks.filter((mark) => {
      if (mark.family !== family || this.hiddenKinds.has(mark.kind)) return false;
      const more = mark.family === "numbers" ? [mark.note.of?.text ?? ""] : mark.note.members.map((member) => member.text);
      return this.#finds([mark.note.text, ...more]);
    });
  }

  #reveal(mark: Mark): void {
    const at = this.#rows.indexOf(mark);
    if (at >= 0 && !this.#isInView(at)) this.#scrollTo(at * this.row - this.height / 2);
  }

  /** Goes on with whoever reads, unless the reader is at the list itself or has a mark of this page selected. */
  #follow(): void {
    const { start, end } = this.seen;
    const isSelected = this.selected !== null && this.selected.start >= start && this.selected.start < end;
    if (isSelected || this.query !== "" || this.#list?.matches(":hover, :focus-within") === true) return;
    const first = this.#rows.findIndex((mark) => mark.start >= start);
    if (first >= 0 && !this.#isInView(first)) this.#scrollTo(first * this.row);
  }

  #isInView(at: number): boolean {
    return this.#fits(at, this.#list?.scrollTop ?? 0);
  }

  #fits(at: number, top: number): boolean {
    return at * this.row >= top && (at + 1) * this.row <= top + this.height;
  }

  #scrollTo(top: number): void {
    this.#list?.scrollTo({ top: Math.max(0, top) });
    this.top = this.#list?.scrollTop ?? 0;
  }

  get #list(): Element | null {
    return this.querySelector(".rows");
  }

  #go(mark: Mark): void {
    this.report("go", mark);
  }

  #choose(tab: Tab): void {
    this.report("choose-tab", tab);
  }

  #turn = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const step = event.key === "ArrowRight" ? 1 : TABS.length - 1;
    const tab = TABS[(TABS.indexOf(this.tab) + step) % TABS.length] ?? this.tab;
    this.#choose(tab);
    this.querySelector<HTMLElement>(`[data-tab="${tab}"]`)?.focus();
  };

  #walk(event: KeyboardEvent, from: number): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = Math.max(0, Math.min(this.#rows.length - 1, from + step));
    this.#stop = at;
    if (!this.#isInView(at)) this.#scrollTo(step < 0 ? at * this.row : (at + 1) * this.row - this.height);
    this.requestUpdate();
    // The row in the element that has the focus may be another by then.
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus({ preventScroll: true }));
  }

  #toFirst = (event: KeyboardEvent): void => {
    const first = this.#rows[0];
    if (event.key === "Enter" && !event.isComposing && this.query.trim() !== "" && first !== undefined) this.#go(first);
  };

  #search = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    bothScripts(() => this.requestUpdate("query", null));
  };

  #scrolled = (event: Event): void => {
    const at = (event.target as HTMLElement).scrollTop;
    if (Math.abs(at - this.top) >= this.row || at === 0) this.top = at;
  };
}

const rowHeight = (): number => ROW * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

customElements.define("quandian-list", SideList);
