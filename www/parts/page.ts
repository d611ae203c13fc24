import type { Analysis } from "quandian";
import { html, nothing } from "lit";
import type { Neighbor } from "../glossary/entries.js";
import { keepOwn, ownAsKept, type Own } from "../glossary/own.js";
import { isDark, keep, language } from "../settings.js";
import { KINDS, type Family, type Kind, type Mark } from "../text/marks.js";
import { scriptOf } from "../text/script.js";
import type { Finder } from "../text/search.js";
import { loadWords, spoken, wordsIn, type Language, type Words } from "../words.js";
import type { Lead } from "./board.js";
import { Desk, type Aside, type DeskHost, type OpenText } from "./desk.js";
import type { ToTake } from "./export-choices.js";
import "./export-menu.js";
import { hearKeys } from "./keys.js";
import { Leading, type PhoneSheet } from "./leading.js";
import "./legend.js";
import "./masthead.js";
import { noticeLine, NOT_LOADED, type Notice } from "./notice.js";
import { Part } from "./part.js";
import { Pointing, type PointingHost } from "./pointing.js";
import { Printing } from "./printing.js";
import "./privacy-line.js";
import "./rail.js";
import { Reading } from "./reading.js";
import { Seen } from "./seen.js";
import { TABS, type Tab } from "./side-list.js";
import "./side-list.js";
import { Taking } from "./taking.js";
import type { TextView } from "./text-view.js";
import "./text-view.js";

const OWN = ownAsKept();

/**
 * The page: holds the state, hands it down, and hears what its parts report. Texts come and go by `taking`, are read by
 * `reading` and lie on the `desk`; `leading` and `pointing` are the ways through the one on top.
 */
export class Page extends Part implements DeskHost, PointingHost {
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
    sealed: { state: true },
  };
  declare language: Language;
  declare dark: boolean;
  declare editing: boolean;
  declare marks: readonly Mark[];
  declare analysis: Analysis | null;
  declare hiddenKinds: ReadonlySet<Kind>;
  declare wordsShown: boolean;
  declare tab: Tab;
  /** What is open at the bottom of a phone. */
  declare sheet: PhoneSheet | null;
  declare own: Own;
  /** What is said over the text: of what the reader did, or of what went wrong, which comes first. */
  declare notice: Notice | null;
  declare trouble: Notice | null;
  declare busy: boolean;
  /** The text on top is a sample. */
  declare sampled: boolean;
  /** Said to those who hear the page. */
  declare announced: string;
  /** No connection is possible any more, and none is needed: all of the page is there. */
  declare sealed: boolean;

  readonly desk = new Desk(this);
  readonly reading = new Reading(this, OWN.read.rows);
  readonly taking = new Taking(this);
  readonly leading = new Leading(this);
  readonly pointing = new Pointing(this);
  readonly seen = new Seen(this);
  readonly #printing = new Printing(this);
  /** How many marks there are of each kind. */
  counts: ReadonlyMap<Kind, number> = new Map();
  /** What the text on top is written in. */
  #script = "";
  #lent: readonly Neighbor[] = [];

  constructor() {
    super();
    this.language = spoken(language());
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
    this.sealed = false;
  }

  get words(): Words {
    return wordsIn(this.language);
  }

  /** The text on top. */
  get view(): TextView {
    return this.desk.viewOf(this.desk.current) as TextView;
  }

  /** All at once, as a print wants it. */
  updateNow(): void {
    this.requestUpdate();
    this.performUpdate();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("analysis")) this.#script = scriptOf(this.analysis?.text ?? "");
    if (!changed.has("marks")) return;
    const counts = new Map<Kind, number>();
    for (const mark of this.marks) counts.set(mark.kind, (counts.get(mark.kind) ?? 0) + 1);
    this.counts = counts;
  }

  protected override render(): unknown {
    const { words } = this;
    const { comparing } = this.desk;
    return html`
      <div class="progress" ?hidden=${!this.busy} role="status" aria-label=${this.busy ? words.analyzing : nothing}></div>
      ${this.#masthead()}
      <div class=${comparing ? "desk comparing" : "desk"}>
        <main>
          ${this.#textTabs()}
          ${comparing ? html`<quandian-compare .words=${words} .texts=${this.desk.read(this.analysis)} @lead-away=${this.taking.goAway}></quandian-compare>` : ""}
          <div class="over" ?hidden=${comparing}><p>${this.#over()}</p>${this.#privacy()}</div>
          <quandian-board ?hidden=${comparing} .words=${words} .analysis=${this.analysis} .printing=${this.#printing.underway} @lead=${(e: CustomEvent<Lead>) => this.leading.fromBoard(e.detail)}></quandian-board>
          <div class="column" ?hidden=${comparing}>${this.desk.places.map((id) => (id === null ? nothing : this.#text(id)))}${this.#rail()}</div>
          ${this.#help()}
        </main>
        ${this.#side()}
      </div>
      ${this.#bar()}
      ${this.#card()}
      <p class="unseen" aria-live="polite">${this.announced}</p>
      ${this.#printing.underway && !comparing ? html`<quandian-print-tables .words=${words} .language=${this.language} .analysis=${this.analysis} .marks=${this.marks}></quandian-print-tables>` : nothing}`;
  }

  #masthead(): unknown {
    const { taking } = this;
    return html`<quandian-masthead .words=${this.words} .editing=${this.editing} .dark=${this.dark} .menus=${this.#menus()}
      @tell=${(e: CustomEvent<Notice>) => (this.notice = e.detail)} @toggle-editing=${() => this.setEditing(!this.editing)} @clear=${taking.clear}
      @sample=${(e: CustomEvent<number>) => void taking.sample(e.detail)} @files=${(e: CustomEvent<File[]>) => void taking.intake.files(e.detail)} @new-text=${taking.another}
      @toggle-language=${this.#toggleLanguage} @toggle-dark=${this.#toggleDark}></quandian-masthead>`;
  }

  #textTabs(): unknown {
    const { desk, taking } = this;
    return html`<quandian-text-tabs .words=${this.words} .names=${desk.texts.map(({ id }) => [id, desk.nameOf(id)] as const)} .current=${desk.current} .comparing=${desk.comparing}
      @choose-text=${(e: CustomEvent<number>) => void desk.choose(e.detail)} @close-text=${(e: CustomEvent<number>) => void taking.close(e.detail)}
      @name-text=${taking.named} @new-text=${taking.another} @compare=${(e: CustomEvent<boolean>) => void taking.compare(e.detail)}></quandian-text-tabs>`;
  }

  #text(id: number): unknown {
    const isOnTop = id === this.desk.current;
    return html`<quandian-text-view id="text-${id}" ?hidden=${!isOnTop} .words=${this.words} .editing=${this.editing && isOnTop} .wordsShown=${this.wordsShown}
      .hiddenKinds=${this.hiddenKinds} @mark-point=${this.pointing.pointed} @mark-leave=${this.pointing.left} @mark-none=${this.pointing.close}
      @source-change=${this.taking.edited}></quandian-text-view>`;
  }

  #rail(): unknown {
    return html`<quandian-rail .words=${this.words} .marks=${this.marks} .hiddenKinds=${this.hiddenKinds} .length=${this.view?.source.length ?? 0}
      .seen=${this.seen.span} @go-to=${(e: CustomEvent<number>) => this.view.goTo(e.detail)}></quandian-rail>`;
  }

  #help(): unknown {
    const { words } = this;
    const help = this.desk.comparing ? words.helpComparing : this.editing ? words.helpEditing : words.help;
    return html`<p class="help">${help.map(([keys, does]) => html`<span>${keys.split(" ").map((key) => html`<kbd>${key}</kbd>`)} ${does}</span>`)}</p>`;
  }

  /** Legend and list; on a phone one of them, as a sheet. */
  #side(): unknown {
    const { words, leading } = this;
    return html`<aside ?hidden=${this.desk.comparing} class=${this.sheet === null ? "side" : `side open ${this.sheet}`} aria-label=${words.marks}>
      <quandian-legend .words=${words} .counts=${this.counts} .hiddenKinds=${this.hiddenKinds} .wordsShown=${this.wordsShown}
        .wordsThere=${(this.analysis?.tokenEnds.length ?? 0) > 0} @toggle-kind=${(e: CustomEvent<Kind>) => leading.toggleKind(e.detail)}
        @toggle-all=${leading.toggleAll} @toggle-words=${() => (this.wordsShown = !this.wordsShown)}></quandian-legend>
      <quandian-list .words=${words} .language=${this.language} .marks=${this.marks} .hiddenKinds=${this.hiddenKinds} .tab=${this.tab}
        .selected=${this.pointing.selected} .script=${this.#script} .answered=${this.analysis !== null && this.analysis.text !== ""}
        .seen=${this.seen.span} .glossary=${this.#glossary}
        @choose-tab=${(e: CustomEvent<Tab>) => leading.turnTo(e.detail)} @go=${(e: CustomEvent<Mark>) => leading.fromList(e)}></quandian-list>
    </aside>`;
  }

  /** What a phone has at its foot. */
  #bar(): unknown {
    const { words } = this;
    const counted = (sheet: PhoneSheet): unknown => (sheet === "numbers" || sheet === "slogans" ? html`<span class="count">${this.#counted(sheet)}</span>` : "");
    return html`<nav class="bar" ?hidden=${this.desk.comparing} aria-label=${words.marks}>
      ${([...TABS, "marks"] as const).map((sheet) => html`<button aria-expanded=${String(this.sheet === sheet)} @click=${() => this.leading.toggleSheet(sheet)}>
        ${sheet === "glossary" ? words.glossary.name : words[sheet]}${counted(sheet)}</button>`)}
    </nav>`;
  }

  #card(): unknown {
    const { pointing, leading } = this;
    return html`<quandian-card .words=${this.words} .language=${this.language} .analysis=${this.analysis} .marks=${this.marks}
      .mark=${pointing.carded?.mark ?? null} .anchor=${pointing.carded?.anchor ?? null} .neighbors=${this.#neighbors()} .own=${this.own}
      @lead-away=${this.taking.goAway} @pointerenter=${pointing.stay} @pointerleave=${pointing.left} @close-card=${pointing.dismissed}
      @go=${(e: CustomEvent<Mark>) => leading.go(e.detail)} @go-to=${(e: CustomEvent<number>) => leading.goTo(e.detail)}></quandian-card>`;
  }

  protected override firstUpdated(): void {
    this.#dress();
    document.addEventListener("keydown", hearKeys(this, this.leading.commands));
    document.addEventListener("paste", this.taking.intake.pasted);
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", this.taking.intake.dropped);
    addEventListener("hashchange", this.taking.linked);
    void this.taking.first();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("language") || changed.has("dark")) this.#dress();
  }

  #dress(): void {
    const root = document.documentElement;
    root.lang = this.words.htmlLang;
    root.dataset["theme"] = this.dark ? "dark" : "light";
    document.title = this.language === "zh" ? "圈点" : "Quandian 圈点";
  }

  #over(): unknown {
    const said = this.trouble ?? this.notice;
    if (said === null) return this.sampled ? this.words.invitation : this.#tally();
    return noticeLine(said, this.words, this.language);
  }

  #menus(): unknown {
    const { words, language, analysis, marks, desk } = this;
    const settings = { hidden: [...this.hiddenKinds], words: this.wordsShown, language };
    const what: ToTake = { words, language, analysis, called: desk.calledOf(desk.current), marks, settings };
    return html`<quandian-export-menu .what=${what}></quandian-export-menu>`;
  }

  #privacy(): unknown {
    const source = this.view?.source ?? "";
    return html`<quandian-privacy .words=${this.words} .sealed=${this.sealed} .kept=${this.taking.kept.state(source)} .keepable=${source !== "" && !this.sampled}
      @keep=${this.taking.keep} @forget=${this.taking.forget}></quandian-privacy>`;
  }

  #counted(family: Family): number {
    return KINDS[family].reduce((sum, kind) => sum + (this.hiddenKinds.has(kind) ? 0 : this.counts.get(kind) ?? 0), 0);
  }

  #tally(): string {
    const { analysis } = this;
    return analysis === null || analysis.text === "" ? "" : this.words.found(analysis.numbers.length, analysis.slogans.length);
  }

  // The desk

  asideOf(): Aside {
    this.setEditing(false);
    this.pointing.close();
    const { analysis, marks, notice, sampled } = this;
    return { analysis, marks, notice, sampled, top: scrollY };
  }

  takesUp({ analysis, marks, notice, sampled }: OpenText): void {
    this.reading.putOff();
    this.pointing.origin = null;
    this.pointing.select(null);
    this.analysis = analysis;
    this.marks = marks;
    this.notice = notice;
    this.sampled = sampled;
  }

  hasTakenUp({ top, analysis }: OpenText): void {
    scrollTo({ top });
    this.seen.look();
    if (analysis?.text !== this.view.source) this.reading.later(0);
  }

  chose(mark: Mark): void {
    if (this.tab !== "glossary") this.tab = mark.family;
  }

  // Formulas of the reader's own, and what the other texts lend

  #glossary = (finds: Finder): unknown => html`<quandian-glossary data-coming=${this.words.coming} .words=${this.words} .analysis=${this.analysis} .neighbors=${this.#neighbors()} .own=${this.own} .finds=${finds}
    @lead=${(e: CustomEvent<Lead>) => this.leading.fromBoard(e.detail)} @own-change=${(e: CustomEvent<Own>) => this.#useOwn(e.detail)} @lead-away=${this.taking.goAway}></quandian-glossary>`;

  /** The same list as long as nothing in it is another. */
  #neighbors(): readonly Neighbor[] {
    const read = this.desk.read(null);
    if (read.length !== this.#lent.length || read.some(({ name, analysis }, i) => name !== this.#lent[i]?.name || analysis !== this.#lent[i]?.analysis)) this.#lent = read;
    return this.#lent;
  }

  #useOwn(own: Own): void {
    const changed = own.read.rows !== this.own.read.rows;
    this.own = own;
    keepOwn(own);
    if (changed) this.reading.use(own.read.rows);
  }

  // Modes

  setEditing(editing: boolean): void {
    if (this.editing === editing) return;
    this.pointing.close();
    this.editing = editing;
    if (editing) this.desk.compare(false);
    if (editing) void this.updateComplete.then(() => this.view.updateComplete).then(() => this.view.edit());
  }

  /** Whether a part of the page that comes when it is asked for is there; where it is not, the reader is told. */
  async loaded(part: Promise<unknown>): Promise<boolean> {
    try {
      await part;
      return true;
    } catch {
      this.notice = NOT_LOADED;
      return false;
    }
  }

  #toggleLanguage = async (): Promise<void> => {
    const language = this.language === "zh" ? "en" : "zh";
    if (!(await this.loaded(loadWords(language)))) return;
    this.language = language;
    keep("language", language);
  };

  #toggleDark = (): void => {
    this.dark = !this.dark;
    keep("theme", this.dark ? "dark" : "light");
  };
}
