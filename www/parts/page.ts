import type { Analysis } from "quandian";
import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ChangeView } from "quandian/files";
import { openFile, type OpenedFile, type UnreadFile } from "../read-file.js";
import { SAMPLES } from "../sample.js";
import { keepOwn, ownAsKept, type Own } from "../glossary/own.js";
import type { Neighbor } from "../glossary/entries.js";
import { Session, isTooLong, type Trouble } from "../session.js";
import { KeptText } from "../kept-text.js";
import { opening, type Opening } from "../opening.js";
import { seal } from "../privacy.js";
import { isDark, keep, language } from "../settings.js";
import { textFrom } from "../text/pasted.js";
import { KINDS, marksOf, type Family, type Kind, type Mark } from "../text/marks.js";
import { WORDS, type Language, type Words } from "../words.js";
import type { Lead } from "./board.js";
import "./board.js";
import "./card.js";
import "./export-menu.js";
import "./legend.js";
import "./masthead.js";
import { noticeLine, opened, refusal, type Notice } from "./notice.js";
import "./privacy-line.js";
import { printTables } from "./print-table.js";
import "./rail.js";
import { TABS, type SideList, type Tab } from "./side-list.js";
import "./side-list.js";
import { Desk, type Aside, type DeskHost, type OpenText } from "./desk.js";
import type { NeighborLead } from "./glossary.js";
import "./glossary.js";
import "./text-tabs.js";
import type { MarkEvent, TextView } from "./text-view.js";
import "./text-view.js";

const OWN = ownAsKept();
const HOVER_DELAY = 280;
const LEAVE_DELAY = 220;
const BUSY_DELAY = 250;
const SHORT_TEXT = 20_000;

/** The page: holds the state, hands it down, and hears what its parts report. */
export class Page extends LitElement implements DeskHost {
  static override properties = {
    language: { state: true },
    dark: { state: true },
    editing: { state: true },
    marks: { state: true },
    analysis: { state: true },
    hiddenKinds: { state: true },
    wordsShown: { state: true },
    tab: { state: true },
    own: { state: true },
    sheet: { state: true },
    selected: { state: true },
    carded: { state: true },
    notice: { state: true },
    trouble: { state: true },
    busy: { state: true },
    sampled: { state: true },
    announced: { state: true },
    seen: { state: true },
    printing: { state: true },
    sealed: { state: true },
  };
  declare private language: Language;
  declare private dark: boolean;
  declare private editing: boolean;
  declare private marks: readonly Mark[];
  declare private analysis: Analysis | null;
  declare private hiddenKinds: ReadonlySet<Kind>;
  declare private wordsShown: boolean;
  declare private tab: Tab;
  /** What is open at the bottom of a phone: a tab, the legend, or nothing. */
  declare private sheet: Tab | "marks" | null;
  declare private own: Own;
  declare private selected: Mark | null;
  declare private carded: { mark: Mark; anchor: HTMLElement } | null;
  declare private notice: Notice | null;
  declare private trouble: Notice | null;
  declare private busy: boolean;
  declare private sampled: boolean;
  declare private announced: string;
  declare private seen: readonly [number, number];
  declare private printing: boolean;
  declare private sealed: boolean;

  #session = new Session({
    began: (text, analysis) => this.#began(text, analysis),
    answered: (analysis) => this.#answered(analysis),
    busy: (busy) => this.#busy(busy),
    troubled: (trouble, code) => this.#troubled(trouble, code),
  }, OWN.read.rows);
  readonly #kept = new KeptText();
  readonly #desk = new Desk(this);
  #lent: readonly Neighbor[] = [];
  #counts: ReadonlyMap<Kind, number> = new Map();
  #asking = 0;
  #hovering = 0;
  #leaving = 0;
  #busying = 0;
  #scrolling = 0;
  /** How Esc goes back to what was left for the text: a row, an item of the board. */
  #origin: (() => void) | null = null;
  #pinned = false;

  constructor() {
    super();
    this.language = language();
    this.dark = isDark();
    this.editing = false;
    this.marks = [];
    this.analysis = null;
    this.hiddenKinds = new Set();
    this.wordsShown = false;
    this.tab = "numbers";
    this.own = OWN;
    this.sheet = null;
    this.selected = null;
    this.carded = null;
    this.notice = null;
    this.trouble = null;
    this.busy = false;
    this.sampled = true;
    this.announced = "";
    this.seen = [0, 0];
    this.printing = false;
    this.sealed = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get #words(): Words {
    return WORDS[this.language];
  }

  get #view(): TextView {
    return this.#desk.viewOf(this.#desk.current) as TextView;
  }

  get #list(): SideList {
    return this.querySelector("quandian-list") as SideList;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("marks")) return;
    const counts = new Map<Kind, number>();
    for (const mark of this.marks) counts.set(mark.kind, (counts.get(mark.kind) ?? 0) + 1);
    this.#counts = counts;
  }

  protected override render(): unknown {
    const words = this.#words;
    const length = this.#view?.source.length ?? 0;
    return html`
      <div class="progress" ?hidden=${!this.busy} role="status" aria-label=${this.busy ? words.analyzing : nothing}></div>
      <quandian-masthead .words=${words} .editing=${this.editing} .dark=${this.dark} .menus=${this.#menus()} @tell=${(e: CustomEvent<Notice>) => (this.notice = e.detail)}
        @toggle-editing=${() => this.#setEditing(!this.editing)} @clear=${this.#clear}
        @sample=${(e: CustomEvent<number>) => this.#sample(e.detail)} @files=${(e: CustomEvent<File[]>) => void this.#files(e.detail)} @new-text=${this.#another}
        @toggle-language=${this.#toggleLanguage} @toggle-dark=${this.#toggleDark}></quandian-masthead>
      <div class=${this.#desk.comparing ? "desk comparing" : "desk"}>
        <main>
          <quandian-text-tabs .words=${words} .names=${this.#desk.texts.map(({ id }) => [id, this.#desk.nameOf(id)] as const)} .current=${this.#desk.current}
            .comparing=${this.#desk.comparing} @choose-text=${(e: CustomEvent<number>) => void this.#desk.choose(e.detail)}
            @close-text=${(e: CustomEvent<number>) => void this.#closeText(e.detail)} @name-text=${this.#named} @new-text=${this.#another} @compare=${(e: CustomEvent<boolean>) => void this.#compare(e.detail)}></quandian-text-tabs>
          ${this.#desk.comparing ? html`<quandian-compare .words=${words} .texts=${this.#desk.read(this.analysis)} @lead-away=${this.#goAway}></quandian-compare>` : ""}
          <div class="over" ?hidden=${this.#desk.comparing}><p>${this.#over()}</p>${this.#privacy()}</div>
          <quandian-board ?hidden=${this.#desk.comparing} .words=${words} .analysis=${this.analysis} .printing=${this.printing} @lead=${(e: CustomEvent<Lead>) => this.#goFromBoard(e.detail)}></quandian-board>
          <div class="column" ?hidden=${this.#desk.comparing}>
            ${repeat(this.#desk.texts, ({ id }) => id, ({ id }) => html`<quandian-text-view id="text-${id}" ?hidden=${id !== this.#desk.current} .words=${words}
              .editing=${this.editing && id === this.#desk.current} .wordsShown=${this.wordsShown} .hiddenKinds=${this.hiddenKinds}
              @mark-point=${this.#pointed} @mark-leave=${this.#left} @mark-none=${this.#closeCard}
              @source-change=${this.#edited}></quandian-text-view>`)}
            <quandian-rail .words=${words} .marks=${this.marks} .hiddenKinds=${this.hiddenKinds} .length=${length}
              .from=${this.seen[0]} .to=${this.seen[1]} @go-to=${(e: CustomEvent<number>) => this.#view.goTo(e.detail)}></quandian-rail>
          </div>
          <p class="help">${(this.#desk.comparing ? words.helpComparing : this.editing ? words.helpEditing : words.help).map(([keys, does]) => html`<span>${keys.split(" ").map((key) => html`<kbd>${key}</kbd>`)} ${does}</span>`)}</p>
        </main>
        <aside ?hidden=${this.#desk.comparing} class=${this.sheet === null ? "side" : `side open ${this.sheet}`} aria-label=${words.marks}>
          <quandian-legend .words=${words} .counts=${this.#counts} .hiddenKinds=${this.hiddenKinds} .wordsShown=${this.wordsShown}
            .wordsThere=${(this.analysis?.tokenOffsets.length ?? 0) > 0} @toggle-kind=${(e: CustomEvent<Kind>) => this.#toggleKind(e.detail)}
            @toggle-all=${this.#toggleAll} @toggle-words=${() => (this.wordsShown = !this.wordsShown)}></quandian-legend>
          <quandian-list .words=${words} .language=${this.language} .marks=${this.marks} .hiddenKinds=${this.hiddenKinds} .tab=${this.tab}
            .selected=${this.selected} .answered=${this.analysis !== null && this.analysis.text !== ""} @choose-tab=${(e: CustomEvent<Tab>) => (this.tab = e.detail)}
            .glossary=${this.#glossary}
            @go=${(e: CustomEvent<Mark>) => this.#goFromList(e.detail)}></quandian-list>
        </aside>
      </div>
      <nav class="bar" ?hidden=${this.#desk.comparing} aria-label=${words.marks}>
        ${([...TABS, "marks"] as const).map((sheet) => html`<button aria-expanded=${String(this.sheet === sheet)} @click=${() => this.#toggleSheet(sheet)}>
          ${sheet === "glossary" ? words.glossary.name : words[sheet]}${sheet === "marks" || sheet === "glossary" ? "" : html`<span class="count">${this.#counted(sheet)}</span>`}</button>`)}
      </nav>
      <quandian-card .words=${words} .language=${this.language} .analysis=${this.analysis} .marks=${this.marks}
        .mark=${this.carded?.mark ?? null} .anchor=${this.carded?.anchor ?? null}
        @pointerenter=${() => clearTimeout(this.#leaving)} @pointerleave=${this.#left} @close-card=${this.#dismissed}
        @go=${(e: CustomEvent<Mark>) => this.#go(e.detail)} @go-to=${(e: CustomEvent<number>) => this.#goTo(e.detail)}></quandian-card>
      <p class="unseen" aria-live="polite">${this.announced}</p>
      ${this.printing ? printTables(this.marks, words, this.language) : nothing}`;
  }

  protected override firstUpdated(): void {
    this.#dress();
    document.addEventListener("keydown", this.#keys);
    document.addEventListener("paste", this.#pasted);
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", this.#dropped);
    addEventListener("scroll", this.#scrolled, { passive: true });
    addEventListener("resize", this.#scrolled, { passive: true });
    addEventListener("beforeprint", this.#beforePrint);
    addEventListener("afterprint", () => (this.printing = false));
    addEventListener("hashchange", () => void opening(location.hash, this.#view.source).then((one) => this.#open(one)));
    void Promise.all([opening(location.hash, this.#kept.text), this.#view.updateComplete]).then(([one]) => this.#open(one));
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("language") || changed.has("dark")) this.#dress();
  }

  #dress(): void {
    const root = document.documentElement;
    root.lang = this.#words.htmlLang;
    root.dataset["theme"] = this.dark ? "dark" : "light";
    document.title = this.language === "zh" ? "圈点" : "Quandian 圈点";
  }

  #over(): unknown {
    const said = this.trouble ?? this.notice;
    if (said === null) return this.sampled ? this.#words.invitation : this.#tally();
    return noticeLine(said, this.#words, this.language);
  }

  #menus(): unknown {
    const settings = { hidden: [...this.hiddenKinds], words: this.wordsShown, language: this.language };
    return html`<quandian-export-menu .words=${this.#words} .language=${this.language} .analysis=${this.analysis} .called=${this.#desk.called} .marks=${this.marks} .settings=${settings}></quandian-export-menu>`;
  }

  #privacy(): unknown {
    const source = this.#view?.source ?? "";
    return html`<quandian-privacy .words=${this.#words} .sealed=${this.sealed} .kept=${this.#kept.state(source)} .keepable=${source !== "" && !this.sampled}
      @keep=${this.#keep} @forget=${this.#forgetKept}></quandian-privacy>`;
  }

  #counted(family: Family): number {
    return KINDS[family].reduce((sum, kind) => sum + (this.#counts.get(kind) ?? 0), 0);
  }

  #tally(): string {
    const { analysis } = this;
    return analysis === null || analysis.text === "" ? "" : this.#words.found(analysis.numbers.length, analysis.slogans.length);
  }

  // Text in

  #open({ text, sampled, settings, notice }: Opening): void {
    if (settings.hidden !== undefined) this.hiddenKinds = new Set(settings.hidden);
    this.wordsShown = settings.words ?? this.wordsShown;
    this.language = settings.language ?? this.language;
    if (text !== this.#view.source) this.#take(text, notice, this.#view.source !== "");
    else this.notice = notice;
    this.sampled = sampled;
  }

  #take(text: string, notice: Notice | null, undoable = true): void {
    if (isTooLong(text)) {
      this.notice = { says: (words) => words.tooLong, alarming: true };
      return;
    }
    this.#forget();
    this.sampled = false;
    this.notice = notice;
    clearTimeout(this.#asking);
    // The worker reads while the page is laid out; and the window moves while that costs nothing.
    this.#session.ask(text, true);
    scrollTo({ top: 0 });
    this.#view.setText(text, undoable);
    if (text === "") this.#setEditing(true);
  }

  #forget(): void {
    this.#closeCard();
    this.selected = null;
    this.#origin = null;
    this.marks = [];
    this.analysis = null;
  }

  #undo = (): void => {
    this.#forget();
    this.notice = null;
    this.#view.undo();
    if (this.#view.source !== "") this.#setEditing(false);
  };

  #keep = (): void => {
    const kept = this.#kept.keep(this.#view.source);
    this.notice = { says: (words) => (kept ? words.keptSays : words.noRoom), alarming: !kept };
  };

  #forgetKept = (): void => {
    this.#kept.forget();
    this.notice = { says: (words) => words.forgotten };
  };

  #clear = (): void => {
    this.#take("", { says: (words) => words.cleared, action: [(words) => words.undo, this.#undo] });
  };

  #sample(index: number): void {
    this.#setEditing(false);
    this.#take(SAMPLES[index] ?? "", null);
    this.sampled = true;
  }

  /** One file takes the place of the text, several lie side by side. */
  async #files(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (files.length === 1 && first !== undefined) return this.#opened(await openFile(first), "accepted");
    let refused: UnreadFile | null = null;
    for (const file of files) {
      const read = await openFile(file);
      if ("error" in read) {
        refused = read;
        continue;
      }
      if (!this.#isBlank) await this.#desk.open();
      this.#opened(read, "accepted");
    }
    if (refused !== null) this.notice = refusal(refused);
  }

  #opened(file: OpenedFile | UnreadFile, changes: ChangeView): void {
    if ("error" in file) {
      this.notice = refusal(file);
      return;
    }
    this.#setEditing(false);
    this.#take(file.read.text, opened(file, changes, (other) => void file.again(other).then((read) => this.#opened(read, other.changes ?? changes))));
  }

  #pasted = (event: ClipboardEvent): void => {
    const target = event.target;
    const file = event.clipboardData?.files[0];
    const text = event.clipboardData === null ? "" : textFrom(event.clipboardData);
    if (target instanceof HTMLInputElement || (this.editing && text !== "" && this.#view.contains(target as Node) && this.#view.source !== "")) return;
    if (text === "" && file === undefined) return;
    event.preventDefault();
    if (text === "" && file !== undefined) return void this.#files([...(event.clipboardData?.files ?? [])]);
    const undoable = !this.#isBlank;
    this.#setEditing(false);
    this.#take(text, undoable ? this.#replaced(text) : null);
  };

  #dropped = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined && this.editing) return;
    event.preventDefault();
    if (file !== undefined) return void this.#files([...(event.dataTransfer?.files ?? [])]);
    const text = event.dataTransfer === null ? "" : textFrom(event.dataTransfer);
    if (text !== "") this.#take(text, this.#replaced(text));
  };

  #replaced(text: string): Notice {
    return { says: (words) => words.replaced, action: [(words) => words.undo, this.#undo], also: [(words) => words.desk.beside, () => void this.#moveBeside(text)] };
  }

  #edited = (event: CustomEvent<string>): void => {
    this.#kept.edited(event.detail, this.#view.source);
    this.#closeCard();
    this.sampled = false;
    this.marks = this.#view.marks;
    this.selected = null;
    if (this.notice !== null && this.editing && this.#view.source !== "") this.notice = null;
    this.#ask(this.#view.source.length > SHORT_TEXT ? 240 : 120);
  };

  // Several texts

  /** Nothing of the reader's own lies on top. */
  get #isBlank(): boolean {
    return this.sampled || this.#view.source === "";
  }

  asideOf(): Aside {
    this.#setEditing(false);
    this.#closeCard();
    const { analysis, marks, notice, sampled } = this;
    return { analysis, marks, notice, sampled, top: scrollY };
  }

  takesUp({ analysis, marks, notice, sampled }: OpenText): void {
    clearTimeout(this.#asking);
    this.#origin = null;
    this.selected = null;
    this.analysis = analysis;
    this.marks = marks;
    this.notice = notice;
    this.sampled = sampled;
  }

  hasTakenUp({ top, analysis }: OpenText): void {
    scrollTo({ top });
    this.#scrolled();
    if (analysis?.text !== this.#view.source) this.#ask(0);
  }

  #another = async (): Promise<void> => {
    await this.#desk.open();
    this.#setEditing(true);
  };

  async #beside(text: string): Promise<void> {
    await this.#desk.open();
    this.#take(text, null);
  }

  async #moveBeside(text: string): Promise<void> {
    this.#undo();
    this.#ask(0);
    await this.#beside(text);
  }

  async #closeText(id: number): Promise<void> {
    const name = this.#desk.nameOf(id);
    const source = await this.#desk.close(id);
    if (source === null || source === "") return;
    this.notice = { says: (words) => words.desk.closed(name), action: [(words) => words.undo, () => void this.#beside(source)] };
  }

  async #compare(comparing: boolean): Promise<void> {
    try {
      await import("./compare.js");
    } catch {
      this.notice = { says: (words) => words.partNotLoaded, alarming: true };
      return;
    }
    this.#setEditing(false);
    this.#closeCard();
    this.#desk.compare(comparing);
    this.#readNext();
  }

  /** To a place in another text. */
  #goAway = async ({ detail: { id, at } }: CustomEvent<NeighborLead>): Promise<void> => {
    await this.#desk.choose(id);
    this.#goTo(at);
  };

  #named = ({ detail: { id, name } }: CustomEvent<{ id: number; name: string }>): void => {
    if (name !== this.#desk.nameOf(id)) this.#desk.name(id, name);
  };

  #readNext(): void {
    const waiting = this.#desk.waiting();
    if (waiting !== null) this.#session.ask(waiting, false);
  }

  // Analysis

  #ask(delay: number): void {
    clearTimeout(this.#asking);
    this.#asking = window.setTimeout(() => this.#session.ask(this.#view.source, false), delay);
  }

  /** Marks at the beginning of a long text, before the rest is read. */
  #began(text: string, beginning: Analysis): void {
    if (text === this.#view.source) this.#view.showMarks(marksOf(beginning), beginning);
  }

  #answered(analysis: Analysis): void {
    const text = this.#desk.textOf(analysis.text);
    if (text === undefined) return;
    const marks = marksOf(analysis);
    this.trouble = null;
    seal();
    this.sealed = true;
    if (text.id !== this.#desk.current) this.#desk.settle(text, analysis, marks);
    else this.#present(analysis, marks);
    this.#readNext();
  }

  #present(analysis: Analysis, marks: readonly Mark[]): void {
    this.analysis = analysis;
    this.#view.showMarks(marks, analysis);
    this.selected = this.#view.selected;
    this.marks = marks;
    if (!this.editing && marks.length > 0) this.announced = this.#words.found(analysis.numbers.length, analysis.slogans.length);
    this.#scrolled();
  }

  #busy(busy: boolean): void {
    clearTimeout(this.#busying);
    if (!busy) this.busy = false;
    else this.#busying = window.setTimeout(() => (this.busy = true), BUSY_DELAY);
  }

  #troubled(trouble: Trouble, code: string): void {
    const says = (words: Words): string => (trouble === "blocked" ? words.blocked : trouble === "not-loaded" ? words.notLoaded(code) : trouble === "too-long" ? words.tooLong : words.failed(code));
    this.trouble = { says, alarming: true };
  }

  // Marks, card, list

  #pointed = (event: CustomEvent<MarkEvent>): void => {
    const { mark, element, by } = event.detail;
    clearTimeout(this.#leaving);
    clearTimeout(this.#hovering);
    if (by === "hover") {
      if (this.#pinned || this.carded?.anchor === element) return;
      this.#hovering = window.setTimeout(() => (this.carded = { mark, anchor: element }), HOVER_DELAY);
      return;
    }
    this.#pinned = true;
    this.#show(mark, element);
  };

  #show(mark: Mark, anchor: HTMLElement): void {
    this.#view.select(mark);
    this.selected = mark;
    if (this.tab !== "glossary") this.tab = mark.family;
    this.carded = { mark, anchor };
    anchor.setAttribute("aria-describedby", "card");
  }

  #left = (): void => {
    clearTimeout(this.#hovering);
    clearTimeout(this.#leaving);
    if (!this.#pinned) this.#leaving = window.setTimeout(() => (this.carded = null), LEAVE_DELAY);
  };

  #closeCard = (): void => {
    clearTimeout(this.#hovering);
    this.carded = null;
    this.#pinned = false;
    this.#view.select(null);
    this.selected = null;
  };

  #dismissed = (): void => {
    const anchor = this.carded?.anchor;
    const inside = document.activeElement?.closest("quandian-card") != null;
    this.carded = null;
    this.#pinned = false;
    if (inside && anchor !== undefined) {
      anchor.focus({ preventScroll: true });
      this.carded = null;
      this.#pinned = false;
    }
  };

  #go(mark: Mark): void {
    this.sheet = null;
    const element = this.#view.go(mark, true);
    if (element === null) return;
    this.#pinned = true;
    // The card takes its place once the text has come to rest.
    requestAnimationFrame(() => requestAnimationFrame(() => this.#show(mark, element)));
  }

  #goFromList(mark: Mark): void {
    this.#go(mark);
    this.#origin = () => this.#list.focusRow(mark);
  }

  #goFromBoard({ family, at, item }: Lead): void {
    const mark = family === "place" ? undefined : this.marks.find((one) => one.family === family && one.index === at);
    if (mark !== undefined) this.#go(mark);
    else this.#goTo(at);
    this.#origin = () => item.focus();
  }

  #goTo(offset: number): void {
    const mark = this.marks.find((one) => one.start === offset);
    if (mark !== undefined) return this.#go(mark);
    this.#closeCard();
    this.#view.goTo(offset);
  }

  #toggleKind(kind: Kind): void {
    const hidden = new Set(this.hiddenKinds);
    const hide = !hidden.delete(kind);
    if (hide) hidden.add(kind);
    this.hiddenKinds = hidden;
    const name = this.#words.kinds[kind];
    this.announced = hide ? this.#words.hidden(name) : this.#words.shown(name, this.#counts.get(kind) ?? 0);
    this.#closeCard();
  }

  #toggleAll = (): void => {
    const present = [...this.#counts.keys()];
    const hide = !present.every((kind) => this.hiddenKinds.has(kind));
    this.hiddenKinds = new Set(hide ? present : []);
    this.announced = hide ? this.#words.allHidden : this.#words.allShown;
    this.#closeCard();
  };

  #toggleSheet(sheet: Tab | "marks"): void {
    this.#closeCard();
    this.sheet = this.sheet === sheet ? null : sheet;
    if (this.sheet !== null && this.sheet !== "marks") this.tab = this.sheet;
  }

  #glossary = (query: string): unknown => html`<quandian-glossary .words=${this.#words} .analysis=${this.analysis} .neighbors=${this.#neighbors()} .own=${this.own} .query=${query}
    @lead=${(e: CustomEvent<Lead>) => this.#goFromBoard(e.detail)} @own-change=${(e: CustomEvent<Own>) => this.#useOwn(e.detail)} @lead-away=${this.#goAway}></quandian-glossary>`;

  /** The same list as long as nothing in it is another. */
  #neighbors(): readonly Neighbor[] {
    const read = this.#desk.read(null);
    if (read.length !== this.#lent.length || read.some(({ name, analysis }, i) => name !== this.#lent[i]?.name || analysis !== this.#lent[i]?.analysis)) this.#lent = read;
    return this.#lent;
  }

  #useOwn(own: Own): void {
    const changed = own.read.rows !== this.own.read.rows;
    this.own = own;
    keepOwn(own);
    if (!changed) return;
    this.#session.use(own.read.rows);
    this.#desk.forgetAnswers();
    this.#ask(0);
  }

  // Modes, keys, window

  #setEditing(editing: boolean): void {
    if (this.editing === editing) return;
    this.#closeCard();
    this.editing = editing;
    if (editing) void this.updateComplete.then(() => this.#view.updateComplete).then(() => this.#view.edit());
  }

  #toggleLanguage = (): void => {
    this.language = this.language === "zh" ? "en" : "zh";
    keep("language", this.language);
  };

  #toggleDark = (): void => {
    this.dark = !this.dark;
    keep("theme", this.dark ? "dark" : "light");
  };

  #keys = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const target = event.target instanceof Element ? event.target : null;
    const typing = target?.closest("input, [contenteditable]") != null;
    if (this.querySelector(":popover-open") !== null) return;
    if (event.key === "Escape") return this.#back(target);
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "z" && !(target instanceof HTMLInputElement)) {
      event.preventDefault();
      if (event.shiftKey) this.#view.redo();
      else if (this.editing) this.#view.undo();
      else this.#undo();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "y" && typing && !(target instanceof HTMLInputElement)) {
      event.preventDefault();
      return this.#view.redo();
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || target?.closest("quandian-text-view, quandian-card") == null) return;
    const step = { n: 1, j: 1, ArrowRight: 1, p: -1, k: -1, ArrowLeft: -1 }[event.key];
    if (event.key === "h") this.#toggleAll();
    else if (step !== undefined) {
      event.preventDefault();
      const mark = this.#view.step(step as 1 | -1);
      if (mark !== null) this.#go(mark);
    } else if (event.key === "Enter" && target?.closest("mark") != null) {
      this.querySelector<HTMLElement>(".card button.link, .card .close")?.focus();
    }
  };

  #back(target: Element | null): void {
    if (this.sheet !== null) this.sheet = null;
    else if (this.#desk.comparing) void this.#compare(false);
    else if (this.editing) this.#setEditing(false);
    else if (this.carded !== null || this.#origin !== null) {
      this.carded = null;
      this.#pinned = false;
      if (this.#origin !== null && target?.closest("quandian-text-view") != null) {
        this.#origin();
        this.#origin = null;
      }
    }
  }

  #scrolled = (): void => {
    if (this.#scrolling !== 0) return;
    this.#scrolling = requestAnimationFrame(() => {
      this.#scrolling = 0;
      const sheet = this.#view.getBoundingClientRect();
      const from = this.#view.offsetAtTop();
      const share = Math.min(1, innerHeight / Math.max(1, sheet.height));
      this.seen = [from, Math.min(this.#view.source.length, from + share * this.#view.source.length)];
    });
  };

  #beforePrint = (): void => {
    this.#view.paintAll();
    this.carded = null;
    this.printing = true;
    this.performUpdate();
  };
}

customElements.define("quandian-page", Page);
