import type { Kind, Mark } from "../text/marks.js";
import type { Lead } from "./board.js";
import type { Commands } from "./keys.js";
import type { Page } from "./page.js";
import type { SideList, Tab } from "./side-list.js";

/** What can be open at the bottom of a phone. */
export type PhoneSheet = Tab | "marks";

/** The ways through the text: from list, board, glossary and keys to a mark, and back; and which marks are to be seen. */
export class Leading {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  go(mark: Mark, origin?: () => void): void {
    this.#page.sheet = null;
    this.#page.pointing.go(mark, origin);
  }

  fromList({ detail }: CustomEvent<Mark>): void {
    const list = this.#page.querySelector("quandian-list") as SideList;
    this.go(detail, () => list.focusRow(detail));
  }

  fromBoard({ family, at, item }: Lead): void {
    const page = this.#page;
    const mark = family === "place" ? undefined : page.marks.find((one) => one.family === family && one.index === at);
    if (mark !== undefined) this.go(mark);
    else this.goTo(at);
    page.pointing.origin = () => item.focus();
  }

  goTo(offset: number): void {
    const page = this.#page;
    const mark = page.marks.find((one) => one.start === offset);
    if (mark !== undefined) return this.go(mark);
    page.pointing.close();
    page.view.goTo(offset);
  }

  toggleKind(kind: Kind): void {
    const page = this.#page;
    const hidden = new Set(page.hiddenKinds);
    const hide = !hidden.delete(kind);
    if (hide) hidden.add(kind);
    page.hiddenKinds = hidden;
    const name = page.words.kinds[kind];
    page.announced = hide ? page.words.hidden(name) : page.words.shown(name, page.counts.get(kind) ?? 0);
    page.pointing.close();
  }

  toggleAll = (): void => {
    const page = this.#page;
    const present = [...page.counts.keys()];
    const hide = !present.every((kind) => page.hiddenKinds.has(kind));
    page.hiddenKinds = new Set(hide ? present : []);
    page.announced = hide ? page.words.allHidden : page.words.allShown;
    page.pointing.close();
  };

  toggleSheet(sheet: PhoneSheet): void {
    const page = this.#page;
    page.pointing.close();
    page.sheet = page.sheet === sheet ? null : sheet;
    if (page.sheet !== null && page.sheet !== "marks") this.turnTo(page.sheet);
  }

  turnTo(tab: Tab): void {
    const page = this.#page;
    page.tab = tab;
    // The bar at the foot of a phone names what is open.
    if (page.sheet !== null) page.sheet = tab;
    if (tab === "glossary") void page.loaded(import("./glossary.js"));
  }

  /** What the keyboard asks for. */
  readonly commands: Commands = {
    back: (from) => this.#back(from),
    undo: () => (this.#page.editing ? this.#page.view.undo() : this.#page.taking.undo()),
    redo: () => this.#page.view.redo(),
    step: (direction) => {
      const mark = this.#page.view.step(direction);
      if (mark !== null) this.go(mark);
    },
    toggleAll: () => this.toggleAll(),
    enterCard: () => (this.#page.querySelector<HTMLElement>(".card button.link") ?? this.#page.querySelector<HTMLElement>(".card .close"))?.focus(),
  };

  #back(from: Element | null): void {
    const page = this.#page;
    if (page.sheet !== null) page.sheet = null;
    else if (page.desk.comparing) void page.taking.compare(false);
    else if (page.editing) page.setEditing(false);
    else {
      page.pointing.unpin();
      if (from?.closest("quandian-text-view") != null) page.pointing.back();
    }
  }
}
