/** Legend and list of marks: the way through a text for those who do not see highlights, or do not point. */
import type { Language } from "../errors.js";
import { SAYING } from "../say.js";
import { sayMark } from "./say-mark.js";
import { button, make } from "./make.js";
import { KINDS, type Mark } from "./marks.js";
import type { AnnotationHandle } from "./types.js";
import { UI } from "./words.js";

const LANG: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en" };
/** Rows made at a time. */
const ROWS = 300;

interface PanelOptions {
  readonly legend: boolean;
  /** Absent, folded until asked for, or open. */
  readonly table: "none" | "folded" | "open";
  readonly language: Language;
}

/** How a list was left: unfolded, the focus on a row. */
interface Left {
  readonly isOpen: boolean;
  readonly row: number;
}

export class Panel {
  /** The switches of the kinds, where they were asked for. */
  readonly legend: HTMLElement | null;
  /** The list, or a line that says that there is nothing to list. */
  readonly list: HTMLElement | null;
  readonly #handle: AnnotationHandle;
  readonly #options: PanelOptions;
  readonly #rows: HTMLButtonElement[] = [];
  readonly #status = make("p", { class: "unseen", role: "status" });
  readonly #body = make("tbody");
  #details: HTMLDetailsElement | undefined;
  readonly #stop = new AbortController();

  constructor(handle: AnnotationHandle, options: PanelOptions) {
    this.#handle = handle;
    this.#options = options;
    const some = handle.marks.length > 0;
    this.legend = options.legend && some ? this.#legend() : null;
    this.list = options.table === "none" ? null : this.#section(some ? this.#table() : make("p", { class: "soft" }, UI[options.language].none));
    handle.addEventListener("select", () => this.#showSelected(), { signal: this.#stop.signal });
    handle.addEventListener("toggle", () => this.#showToggled(), { signal: this.#stop.signal });
    this.#showToggled();
  }

  /** Takes it out of the tree and forgets the handle; the list that takes its place goes on with what this answers. */
  remove(): Left {
    const left = { isOpen: this.#details?.open ?? false, row: this.#focusedRow() };
    this.#stop.abort();
    this.legend?.remove();
    this.list?.remove();
    return left;
  }

  /** Goes on where the list before it was left, once it stands in the tree. */
  resume({ isOpen, row }: Left): void {
    if (this.#details && isOpen) {
      this.#details.open = true;
      this.#grow();
    }
    if (row >= 0) this.#enter(Math.min(row, this.#rows.length - 1));
  }

  #section(content: Node): HTMLElement {
    const { language } = this.#options;
    const section = make("section", { class: "panel", "data-quandian-ignore": "", "aria-label": UI[language].list(this.#handle.marks.length), lang: LANG[language] }, content);
    section.addEventListener("keydown", this.#onKey);
    return section;
  }

  #legend(): HTMLElement {
    const { language } = this.#options;
    const counts = new Map<string, number>();
    for (const { kind } of this.#handle.marks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const kinds = [...KINDS.numbers, ...KINDS.slogans].filter((kind) => counts.has(kind));
    const switches = kinds.map((kind) => {
      const name = make("span", { class: kind }, SAYING[language].kinds[kind]);
      const attributes = { class: "switch", part: "switch", role: "switch", "data-kind": kind };
      return make("li", {}, button(attributes, () => this.#toggle(kind), name, " ", make("span", { class: "count" }, String(counts.get(kind)))));
    });
    const list = make("ul", { class: "legend", part: "legend", "aria-label": UI[language].legend }, ...switches);
    return make("div", { class: "panel", "data-quandian-ignore": "", lang: LANG[language] }, list, this.#status);
  }

  #toggle(kind: Mark["kind"]): void {
    const { language } = this.#options;
    this.#handle.toggle(kind);
    const say = this.#handle.isShown(kind) ? UI[language].shown : UI[language].hidden;
    this.#status.textContent = say(SAYING[language].kinds[kind]);
  }

  #table(): Node {
    const words = UI[this.#options.language];
    const head = make("tr", {}, ...[words.text, words.kind, words.says].map((name) => make("th", { scope: "col" }, name)));
    const table = make("div", { class: "scroll" }, make("table", { part: "table" }, make("thead", {}, head), this.#body));
    const help = make("p", { class: "soft help" }, words.keys);
    if (this.#options.table === "open") {
      this.#grow();
      return make("div", { class: "list" }, table, help);
    }
    const details = (this.#details = make("details", { class: "list" }, make("summary", { part: "summary" }, words.openList(this.#handle.marks.length)), table, help));
    details.addEventListener("toggle", () => this.#rows.length === 0 && this.#grow());
    return details;
  }

  /** Adds the next rows, and a button for those after them. */
  #grow(): void {
    const { language } = this.#options;
    const { marks } = this.#handle;
    const from = this.#rows.length;
    const added = marks.slice(from, from + ROWS).map((mark, at) => {
      const go = button({ class: "go", tabindex: from + at === 0 ? "0" : "-1" }, () => this.#handle.focus(from + at), make("span", { class: mark.kind }, mark.mention.text));
      this.#rows.push(go);
      const says = sayMark(mark, language);
      return make("tr", { "data-kind": mark.kind }, make("td", {}, go), make("td", { class: "soft" }, SAYING[language].kinds[mark.kind]), make("td", {}, says === mark.mention.text ? "" : says));
    });
    this.#body.append(...added);
    const left = marks.length - this.#rows.length;
    if (left === 0) return;
    const grow = button({ class: "link" }, () => {
      row.remove();
      this.#grow();
      this.#enter(from + ROWS);
    }, UI[language].more(Math.min(left, ROWS)));
    const row = make("tr", {}, make("td", { colspan: "3" }, grow));
    this.#body.append(row);
  }

  /** One row of the list is reached by Tab, the others by arrow keys. */
  #enter(index: number): void {
    const row = this.#rows[index];
    if (!row) return;
    for (const other of this.#rows) other.tabIndex = other === row ? 0 : -1;
    row.focus();
  }

  #focusedRow(): number {
    const root = this.#body.getRootNode() as Document | ShadowRoot;
    return this.#rows.indexOf(root.activeElement as HTMLButtonElement);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const at = this.#focusedRow();
    const shown = this.#rows.flatMap((row, index) => (row.closest("tr")?.hidden ? [] : [index]));
    const place = shown.indexOf(at);
    const steps: Record<string, number | undefined> = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: shown.length - 1 };
    const to = place < 0 ? undefined : shown[steps[event.key] ?? -1];
    if (to !== undefined) {
      event.preventDefault();
      this.#enter(to);
    }
  };

  #showSelected(): void {
    this.#rows.forEach((row, index) => {
      const here = index === this.#handle.selected;
      if (here) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
      if (here) for (const other of this.#rows) other.tabIndex = other === row ? 0 : -1;
    });
  }

  #showToggled(): void {
    const isOn = (element: HTMLElement): boolean => this.#handle.isShown(element.dataset["kind"] as Mark["kind"]);
    for (const row of this.#body.rows) if (row.dataset["kind"]) row.hidden = !isOn(row);
    for (const element of this.legend?.querySelectorAll<HTMLElement>("[data-kind]") ?? []) element.setAttribute("aria-checked", String(isOn(element)));
  }
}
