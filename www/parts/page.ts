import type { Analysis } from "quandian";
import { LitElement, html, nothing } from "lit";
import { sampleAt } from "../sample.js";
import { keepOwn, ownAsKept, type Own } from "../glossary/own.js";
import type { Neighbor } from "../glossary/entries.js";
import { Session, isTooLong, type Trouble } from "../session.js";
import { KeptText } from "../kept-text.js";
import { opening, type Opening } from "../opening.js";
import { seal } from "../privacy.js";
import { isDark, keep, language } from "../settings.js";
import { KINDS, marksOf, type Family, type Kind, type Mark } from "../text/marks.js";
import { loadWords, wordsIn, type Language, type Words } from "../words.js";
import type { Lead } from "./board.js";
import "./board.js";
import "./card.js";
import "./export-menu.js";
import "./legend.js";
import "./masthead.js";
import { Intake, type IntakeHost } from "./intake.js";
import { hearKeys } from "./keys.js";
import { noticeLine, type Notice } from "./notice.js";
import { Pointing, type PointingHost } from "./pointing.js";
import "./privacy-line.js";
import { printTables } from "./print-table.js";
import "./rail.js";
import { Seen } from "./seen.js";
import { TABS, type SideList, type Tab } from "./side-list.js";
import "./side-list.js";
import { Desk, type Aside, type DeskHost, type OpenText } from "./desk.js";
import type { NeighborLead } from "./glossary.js";
import "./text-tabs.js";
import type { Step, TextView } from "./text-view.js";
import "./text-view.js";

const OWN = ownAsKept();
const BUSY_DELAY = 250;
const SHORT_TEXT = 20_000;

/** The page: holds the state, hands it down, and hears what its parts report. */
export class Page extends LitElement implements DeskHost, IntakeHost, PointingHost {
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
    notice: { state: true },
    trouble: { state: true },
    busy: { state: true },
    sampled: { state: true },
    announced: { state: true },
    printing: { state: true },
    sealed: { state: true },
  };
  declare private language: Language;
  declare private dark: boolean;
  declare editing: boolean;
  declare private marks: readonly Mark[];
  declare private analysis: Analysis | null;
  declare private hiddenKinds: ReadonlySet<Kind>;
  declare private wordsShown: boolean;
  declare private tab: Tab;
  /** What is open at the bottom of a phone: a tab, the legend, or nothing. */
  declare private sheet: Tab | "marks" | null;
  declare private own: Own;
  declare private notice: Notice | null;
  declare private trouble: Notice | null;
  declare private busy: boolean;
  declare private sampled: boolean;
  declare private announced: string;
  declare private printing: boolean;
  declare private sealed: boolean;

  #session = new Session({
    began: (text, analysis) => this.#began(text, analysis),
    answered: (analysis) => this.#answered(analysis),
    busy: (busy) => this.#busy(busy),
    troubled: (trouble, code) => this.#troubled(trouble, code),
  }, OWN.read.rows);
  readonly #kept = new KeptText(() => this.requestUpdate());
  readonly #desk = new Desk(this);
  readonly #intake = new Intake(this);
  readonly #pointing = new Pointing(this);
  readonly #seen = new Seen(this);
  #lent: readonly Neighbor[] = [];
  #counts: ReadonlyMap<Kind, number> = new Map();
  /** What is open for the print alone: paper cannot be unfolded. */
  #unfolded: HTMLDetailsElement[] = [];
  #asking = 0;
  #busying = 0;

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
    this.notice = null;
    this.trouble = null;
    this.busy = false;
    this.sampled = true;
    this.announced = "";
    this.printing = false;
    this.sealed = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get #words(): Words {
    return wordsIn(this.language);
  }

  get view(): TextView {
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
    const length = this.view?.source.length ?? 0;
    return html`
      <div class="progress" ?hidden=${!this.busy} role="status" aria-label=${this.busy ? words.analyzing : nothing}></div>
      <quandian-masthead .words=${words} .editing=${this.editing} .dark=${this.dark} .menus=${this.#menus()} @tell=${(e: CustomEvent<Notice>) => (this.notice = e.detail)}
        @toggle-editing=${() => this.#setEditing(!this.editing)} @clear=${this.#clear}
        @sample=${(e: CustomEvent<number>) => void this.#sample(e.detail)} @files=${(e: CustomEvent<File[]>) => void this.#intake.files(e.detail)} @new-text=${this.#another}
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
            ${this.#desk.places.map((id) => id === null ? nothing : html`<quandian-text-view id="text-${id}" ?hidden=${id !== this.#desk.current} .words=${words}
              .editing=${this.editing && id === this.#desk.current} .wordsShown=${this.wordsShown} .hiddenKinds=${this.hiddenKinds}
              @mark-point=${this.#pointing.pointed} @mark-leave=${this.#pointing.left} @mark-none=${this.#pointing.close}
              @source-change=${this.#edited}></quandian-text-view>`)}
            <quandian-rail .words=${words} .marks=${this.marks} .hiddenKinds=${this.hiddenKinds} .length=${length}
              .from=${this.#seen.from} .to=${this.#seen.to} @go-to=${(e: CustomEvent<number>) => this.view.goTo(e.detail)}></quandian-rail>
          </div>
          <p class="help">${(this.#desk.comparing ? words.helpComparing : this.editing ? words.helpEditing : words.help).map(([keys, does]) => html`<span>${keys.split(" ").map((key) => html`<kbd>${key}</kbd>`)} ${does}</span>`)}</p>
        </main>
        <aside ?hidden=${this.#desk.comparing} class=${this.sheet === null ? "side" : `side open ${this.sheet}`} aria-label=${words.marks}>
          <quandian-legend .words=${words} .counts=${this.#counts} .hiddenKinds=${this.hiddenKinds} .wordsShown=${this.wordsShown}
            .wordsThere=${(this.analysis?.tokenOffsets.length ?? 0) > 0} @toggle-kind=${(e: CustomEvent<Kind>) => this.#toggleKind(e.detail)}
            @toggle-all=${this.#toggleAll} @toggle-words=${() => (this.wordsShown = !this.wordsShown)}></quandian-legend>
          <quandian-list .words=${words} .language=${this.language} .marks=${this.marks} .hiddenKinds=${this.hiddenKinds} .tab=${this.tab}
            .selected=${this.#pointing.selected} .answered=${this.analysis !== null && this.analysis.text !== ""} @choose-tab=${(e: CustomEvent<Tab>) => this.#turnTo(e.detail)}
            .glossary=${this.#glossary}
            @go=${({ detail }: CustomEvent<Mark>) => this.#go(detail, () => this.#list.focusRow(detail))}></quandian-list>
        </aside>
      </div>
      <nav class="bar" ?hidden=${this.#desk.comparing} aria-label=${words.marks}>
        ${([...TABS, "marks"] as const).map((sheet) => html`<button aria-expanded=${String(this.sheet === sheet)} @click=${() => this.#toggleSheet(sheet)}>
          ${sheet === "glossary" ? words.glossary.name : words[sheet]}${sheet === "marks" || sheet === "glossary" ? "" : html`<span class="count">${this.#counted(sheet)}</span>`}</button>`)}
      </nav>
      <quandian-card .words=${words} .language=${this.language} .analysis=${this.analysis} .marks=${this.marks}
        .mark=${this.#pointing.carded?.mark ?? null} .anchor=${this.#pointing.carded?.anchor ?? null}
        .neighbors=${this.#neighbors()} .own=${this.own} @lead-away=${this.#goAway}
        @pointerenter=${this.#pointing.stay} @pointerleave=${this.#pointing.left} @close-card=${this.#pointing.dismissed}
        @go=${(e: CustomEvent<Mark>) => this.#go(e.detail)} @go-to=${(e: CustomEvent<number>) => this.#goTo(e.detail)}></quandian-card>
      <p class="unseen" aria-live="polite">${this.announced}</p>
      ${this.printing && !this.comparing ? printTables(this.marks, words, this.language) : nothing}`;
  }

  protected override firstUpdated(): void {
    this.#dress();
    document.addEventListener("keydown", hearKeys(this, this.#commands));
    document.addEventListener("paste", this.#intake.pasted);
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", this.#intake.dropped);
    addEventListener("beforeprint", this.#beforePrint);
    addEventListener("afterprint", this.#afterPrint);
    addEventListener("hashchange", this.#linked);
    void Promise.all([opening(location.hash, this.#kept.text), this.view.updateComplete]).then(([one]) => this.#open(one));
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
    const source = this.view?.source ?? "";
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
    if (text !== this.view.source) this.take(text, notice, this.view.source === "" ? "none" : "new");
    else this.notice = notice;
    this.sampled = sampled;
  }

  /** Another link in the address; without a text it leaves what lies there as it is, the sample too. */
  #linked = async (): Promise<void> => {
    const { sampled } = this;
    const one = await opening(location.hash, this.view.source);
    this.#open({ ...one, sampled: sampled && one.text === this.view.source });
  };

  take(text: string, notice: Notice | null, step: Step = "new"): void {
    if (isTooLong(text)) {
      this.notice = { says: (words) => words.tooLong, alarming: true };
      return;
    }
    this.#setEditing(false);
    this.#desk.compare(false);
    this.#forget();
    this.sampled = false;
    this.notice = notice;
    this.announced = "";
    clearTimeout(this.#asking);
    // The worker reads while the page is laid out; and the window moves while that costs nothing.
    this.#session.ask(text, true);
    scrollTo({ top: 0 });
    this.view.setText(text, step);
    if (text === "") this.#setEditing(true);
    // The keys of the text work at once, and take the focus from nothing else.
    else if (step !== "none" && document.activeElement === document.body) this.view.focusText();
  }

  #forget(): void {
    this.#pointing.close();
    this.#pointing.origin = null;
    this.marks = [];
    this.analysis = null;
  }

  undo(): void {
    this.#desk.compare(false);
    this.#forget();
    this.notice = null;
    this.view.undo();
    if (this.view.source !== "") this.#setEditing(false);
  }

  isEdited(node: Node | null): boolean {
    return this.editing && this.view.contains(node) && this.view.source !== "";
  }

  tell(notice: Notice): void {
    this.notice = notice;
  }

  #keep = (): void => {
    const kept = this.#kept.keep(this.view.source);
    this.notice = { says: (words) => (kept ? words.keptSays : words.noRoom), alarming: !kept };
  };

  #forgetKept = (): void => {
    this.#kept.forget();
    this.notice = { says: (words) => words.forgotten };
  };

  #clear = (): void => {
    this.take("", { says: (words) => words.cleared, actions: [[(words) => words.undo, () => this.undo()]] });
    this.announced = this.#words.cleared;
  };

  async #sample(index: number): Promise<void> {
    const sample = sampleAt(index);
    if (!(await this.#loaded(sample))) return;
    const text = await sample;
    this.take(text, this.isBlank ? null : this.#intake.replaced(text, (words) => words.sampleShown));
    this.sampled = true;
  }

  #edited = (event: CustomEvent<string>): void => {
    this.#kept.edited(event.detail, this.view.source);
    this.#pointing.close();
    this.sampled = false;
    this.marks = this.view.marks;
    if (this.notice !== null && this.editing && this.view.source !== "") this.notice = null;
    this.#ask(this.view.source.length > SHORT_TEXT ? 240 : 120);
  };

  // Several texts

  /** Nothing of the reader's own lies on top. */
  get isBlank(): boolean {
    return this.sampled || this.view.source === "";
  }

  get comparing(): boolean {
    return this.#desk.comparing;
  }

  asideOf(): Aside {
    this.#setEditing(false);
    this.#pointing.close();
    const { analysis, marks, notice, sampled } = this;
    return { analysis, marks, notice, sampled, top: scrollY };
  }

  takesUp({ analysis, marks, notice, sampled }: OpenText): void {
    clearTimeout(this.#asking);
    this.#pointing.origin = null;
    this.#pointing.select(null);
    this.analysis = analysis;
    this.marks = marks;
    this.notice = notice;
    this.sampled = sampled;
  }

  hasTakenUp({ top, analysis }: OpenText): void {
    scrollTo({ top });
    this.#seen.look();
    if (analysis?.text !== this.view.source) this.#ask(0);
  }

  #another = async (): Promise<void> => {
    // The sample makes room.
    if (this.isBlank) return this.take("", null);
    await this.#desk.open();
    this.#setEditing(true);
  };

  async takeBeside(text: string, notice: Notice | null): Promise<void> {
    await this.#desk.open();
    this.take(text, notice);
  }

  async moveBeside(text: string, notice: Notice | null): Promise<void> {
    this.undo();
    this.#ask(0);
    await this.takeBeside(text, notice);
  }

  async #closeText(id: number): Promise<void> {
    const name = this.#desk.nameOf(id);
    const source = await this.#desk.close(id);
    if (source === null || source === "") return;
    this.notice = { says: (words) => words.desk.closed(name), actions: [[(words) => words.undo, () => void this.takeBeside(source, null)]] };
  }

  async #compare(comparing: boolean): Promise<void> {
    if (!(await this.#loaded(import("./compare.js")))) return;
    this.#setEditing(false);
    this.#pointing.close();
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
    this.#asking = window.setTimeout(() => this.#session.ask(this.view.source, false), delay);
  }

  /** Marks at the beginning of a long text, before the rest is read. */
  #began(text: string, beginning: Analysis): void {
    if (text === this.view.source) this.view.showMarks(marksOf(beginning), beginning);
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
    this.view.showMarks(marks, analysis);
    this.#pointing.select(this.view.selected);
    this.marks = marks;
    if (!this.editing && analysis.text !== "") this.announced = this.#words.found(analysis.numbers.length, analysis.slogans.length);
    this.#seen.look();
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

  chose(mark: Mark): void {
    if (this.tab !== "glossary") this.tab = mark.family;
  }

  #go(mark: Mark, origin?: () => void): void {
    this.sheet = null;
    this.#pointing.go(mark, origin);
  }

  #goFromBoard({ family, at, item }: Lead): void {
    const mark = family === "place" ? undefined : this.marks.find((one) => one.family === family && one.index === at);
    if (mark !== undefined) this.#go(mark);
    else this.#goTo(at);
    this.#pointing.origin = () => item.focus();
  }

  #goTo(offset: number): void {
    const mark = this.marks.find((one) => one.start === offset);
    if (mark !== undefined) return this.#go(mark);
    this.#pointing.close();
    this.view.goTo(offset);
  }

  #toggleKind(kind: Kind): void {
    const hidden = new Set(this.hiddenKinds);
    const hide = !hidden.delete(kind);
    if (hide) hidden.add(kind);
    this.hiddenKinds = hidden;
    const name = this.#words.kinds[kind];
    this.announced = hide ? this.#words.hidden(name) : this.#words.shown(name, this.#counts.get(kind) ?? 0);
    this.#pointing.close();
  }

  #toggleAll = (): void => {
    const present = [...this.#counts.keys()];
    const hide = !present.every((kind) => this.hiddenKinds.has(kind));
    this.hiddenKinds = new Set(hide ? present : []);
    this.announced = hide ? this.#words.allHidden : this.#words.allShown;
    this.#pointing.close();
  };

  #toggleSheet(sheet: Tab | "marks"): void {
    this.#pointing.close();
    this.sheet = this.sheet === sheet ? null : sheet;
    if (this.sheet !== null && this.sheet !== "marks") this.#turnTo(this.sheet);
  }

  #turnTo(tab: Tab): void {
    this.tab = tab;
    if (tab === "glossary") void this.#loaded(import("./glossary.js"));
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
    this.#pointing.close();
    this.editing = editing;
    if (editing) this.#desk.compare(false);
    if (editing) void this.updateComplete.then(() => this.view.updateComplete).then(() => this.view.edit());
  }

  #toggleLanguage = async (): Promise<void> => {
    const language = this.language === "zh" ? "en" : "zh";
    if (!(await this.#loaded(loadWords(language)))) return;
    this.language = language;
    keep("language", language);
  };

  /** Whether a part of the page that comes when it is asked for is there; where it is not, the reader is told. */
  async #loaded(part: Promise<unknown>): Promise<boolean> {
    try {
      await part;
      return true;
    } catch {
      this.notice = { says: (words) => words.partNotLoaded, alarming: true };
      return false;
    }
  }

  #toggleDark = (): void => {
    this.dark = !this.dark;
    keep("theme", this.dark ? "dark" : "light");
  };

  readonly #commands = {
    back: (from: Element | null): void => this.#back(from),
    undo: (): void => (this.editing ? this.view.undo() : this.undo()),
    redo: (): void => this.view.redo(),
    step: (direction: 1 | -1): void => {
      const mark = this.view.step(direction);
      if (mark !== null) this.#go(mark);
    },
    toggleAll: (): void => this.#toggleAll(),
    enterCard: (): void => (this.querySelector<HTMLElement>(".card button.link") ?? this.querySelector<HTMLElement>(".card .close"))?.focus(),
  };

  #back(from: Element | null): void {
    if (this.sheet !== null) this.sheet = null;
    else if (this.comparing) void this.#compare(false);
    else if (this.editing) this.#setEditing(false);
    else {
      this.#pointing.unpin();
      if (from?.closest("quandian-text-view") != null) this.#pointing.back();
    }
  }

  #beforePrint = (): void => {
    this.view.paintAll();
    this.#pointing.unpin();
    this.printing = true;
    this.performUpdate();
    this.#unfolded = [...this.querySelectorAll<HTMLDetailsElement>("quandian-compare details:not([open])")];
    for (const details of this.#unfolded) details.open = true;
  };

  #afterPrint = (): void => {
    this.printing = false;
    for (const details of this.#unfolded.splice(0)) details.open = false;
  };
}
