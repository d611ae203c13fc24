import { KeptText } from "../kept-text.js";
import { opening, type Opening } from "../opening.js";
import { SAMPLE, sampleAt } from "../sample.js";
import { isTooLong } from "../session.js";
import { spoken } from "../words.js";
import type { NeighborLead } from "./glossary.js";
import { Intake, type IntakeHost } from "./intake.js";
import type { Notice } from "./notice.js";
import type { Page } from "./page.js";
import type { Step } from "./text-view.js";

/** How texts come to the page and go: from a link, a paste, a file, a sample; in place of the one on top, or beside it. */
export class Taking implements IntakeHost {
  readonly kept: KeptText;
  readonly intake = new Intake(this);
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.kept = new KeptText(() => page.requestUpdate());
  }

  get editing(): boolean {
    return this.#page.editing;
  }

  get comparing(): boolean {
    return this.#page.desk.comparing;
  }

  get isBlank(): boolean {
    return this.#page.sampled || this.#page.view.source === "";
  }

  isEdited(node: Node | null): boolean {
    const { editing, view } = this.#page;
    return editing && view.contains(node) && view.source !== "";
  }

  tell(notice: Notice): void {
    this.#page.notice = notice;
  }

  /** Nothing has stood on top yet, not even the sample. */
  get #isBare(): boolean {
    return this.#page.sampled && this.#page.view.source === "";
  }

  /** What stands there first: the text of a link, else the one the reader had kept, else the sample. */
  async first(): Promise<void> {
    const [link] = await Promise.all([opening(location.hash), this.#page.view.updateComplete]);
    this.#open(link);
    // Whoever brought a text while the link was opened has begun with that one.
    if (link.text !== null || !this.#isBare) return;
    const { text } = this.kept;
    this.take(text ?? SAMPLE, link.notice, "none");
    this.#page.sampled = text === null;
  }

  /** Another link in the address; without a text it leaves what lies there as it is, the sample too. */
  linked = async (): Promise<void> => this.#open(await opening(location.hash));

  #open({ text, settings, notice }: Opening): void {
    const page = this.#page;
    if (settings.hidden !== undefined) page.hiddenKinds = new Set(settings.hidden);
    page.wordsShown = settings.words ?? page.wordsShown;
    page.language = spoken(settings.language ?? page.language);
    if (text === null || text === page.view.source) page.notice = notice ?? page.notice;
    else this.take(text, this.isBlank || notice === null ? notice : this.intake.replaced(text, notice.says), this.#isBare ? "none" : "new");
  }

  take(text: string, notice: Notice | null, step: Step = "new"): void {
    const page = this.#page;
    if (isTooLong(text)) return this.tell({ says: (words) => words.tooLong, alarming: true });
    page.setEditing(false);
    page.desk.compare(false);
    this.#forget();
    page.sampled = false;
    page.notice = notice;
    page.announced = "";
    // The worker reads while the page is laid out; and the window moves while that costs nothing.
    page.reading.begin(text);
    scrollTo({ top: 0 });
    page.view.setText(text, step);
    if (text === "") page.setEditing(true);
    // The keys of the text work at once, and take the focus from nothing else.
    else if (step !== "none" && document.activeElement === document.body) page.view.focusText();
  }

  #forget(): void {
    const page = this.#page;
    page.pointing.close();
    page.pointing.origin = null;
    page.marks = [];
    page.analysis = null;
  }

  undo(): void {
    const page = this.#page;
    page.desk.compare(false);
    this.#forget();
    page.notice = null;
    page.view.undo();
    if (page.view.source !== "") page.setEditing(false);
  }

  edited = (event: CustomEvent<string>): void => {
    const page = this.#page;
    this.kept.edited(event.detail, page.view.source);
    page.pointing.close();
    page.sampled = false;
    page.marks = page.view.marks;
    if (page.notice !== null && page.editing && page.view.source !== "") page.notice = null;
    page.reading.afterEdit();
  };

  keep = (): void => {
    const kept = this.kept.keep(this.#page.view.source);
    this.tell({ says: (words) => (kept ? words.keptSays : words.noRoom), alarming: !kept });
  };

  forget = (): void => {
    this.kept.forget();
    this.tell({ says: (words) => words.forgotten });
  };

  clear = (): void => {
    this.take("", { says: (words) => words.cleared, actions: [[(words) => words.undo, () => this.undo()]] });
    this.#page.announced = this.#page.words.cleared;
  };

  async sample(index: number): Promise<void> {
    const sample = sampleAt(index);
    if (!(await this.#page.loaded(sample))) return;
    const text = await sample;
    this.take(text, this.isBlank ? null : this.intake.replaced(text, (words) => words.sampleShown));
    this.#page.sampled = true;
  }

  // Several texts

  another = async (): Promise<void> => {
    // The sample makes room.
    if (this.isBlank) return this.take("", null);
    await this.#page.desk.open();
    this.#page.setEditing(true);
  };

  async takeBeside(text: string, notice: Notice | null): Promise<void> {
    await this.#page.desk.open();
    this.take(text, notice);
  }

  async moveBeside(text: string, notice: Notice | null): Promise<void> {
    this.undo();
    this.#page.reading.later(0);
    await this.takeBeside(text, notice);
  }

  async close(id: number): Promise<void> {
    const { desk } = this.#page;
    const name = desk.nameOf(id);
    const called = desk.calledOf(id);
    const source = await desk.close(id);
    if (source === null || source === "") return;
    const again = async (): Promise<void> => {
      await this.takeBeside(source, null);
      desk.name(desk.current, called);
    };
    this.tell({ says: (words) => words.desk.closed(name), actions: [[(words) => words.undo, () => void again()]] });
  }

  async compare(comparing: boolean): Promise<void> {
    const page = this.#page;
    if (!(await page.loaded(import("./compare.js")))) return;
    page.setEditing(false);
    page.pointing.close();
    page.desk.compare(comparing);
    page.reading.next();
  }

  /** To a place in another text. */
  goAway = async ({ detail: { id, at } }: CustomEvent<NeighborLead>): Promise<void> => {
    await this.#page.desk.choose(id);
    this.#page.leading.goTo(at);
  };

  named = ({ detail: { id, name } }: CustomEvent<{ id: number; name: string }>): void => {
    const { desk } = this.#page;
    if (name !== desk.nameOf(id)) desk.name(id, name);
  };
}
