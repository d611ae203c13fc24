import type { Analysis } from "quandian";
import { bringLater } from "../later.js";
import { seal } from "../privacy.js";
import { Session, type Trouble } from "../session.js";
import { marksOf, type Mark } from "../text/marks.js";
import type { Words } from "../words.js";
import { NOT_LOADED } from "./notice.js";
import type { Page } from "./page.js";

const BUSY_DELAY = 250;
const SHORT_TEXT = 20_000;

/** Has the texts read and puts the answers where they belong: on the page, or on the text that lies below. */
export class Reading {
  readonly #page: Page;
  readonly #session: Session;
  #asking = 0;
  #busying = 0;
  /** The reader was told that parts of the page did not come. */
  #missed = false;

  constructor(page: Page, formulas: string) {
    this.#page = page;
    this.#session = new Session({
      began: (text, analysis) => this.#began(text, analysis),
      answered: (analysis) => this.#answered(analysis),
      busy: (busy) => this.#busy(busy),
      troubled: (trouble, code) => this.#troubled(trouble, code),
    }, formulas);
  }

  /** A text that has just come. */
  begin(text: string): void {
    this.putOff();
    this.#session.ask(text, true);
  }

  /** The text on top, as it is after a pause of so many milliseconds. */
  later(delay: number): void {
    this.putOff();
    this.#asking = window.setTimeout(() => this.#session.ask(this.#page.view.source, false), delay);
  }

  /** The text on top after an edit. */
  afterEdit(): void {
    this.later(this.#page.view.source.length > SHORT_TEXT ? 240 : 120);
  }

  /** What was to be asked for later is not asked for. */
  putOff(): void {
    clearTimeout(this.#asking);
  }

  /** The first text below that nobody has read. */
  next(): void {
    const waiting = this.#page.desk.waiting();
    if (waiting !== null) this.#session.ask(waiting, false);
  }

  /** Other formulas of the reader's own: all texts are read again. */
  use(formulas: string): void {
    this.#session.use(formulas);
    this.#page.desk.forgetAnswers();
    this.later(0);
  }

  /** Marks at the beginning of a long text, before the rest is read. */
  #began(text: string, beginning: Analysis): void {
    const { view } = this.#page;
    if (text === view.source) view.showMarks(marksOf(beginning), beginning);
  }

  #answered(analysis: Analysis): void {
    const page = this.#page;
    const text = page.desk.textOf(analysis.text);
    if (text === undefined) return;
    const marks = marksOf(analysis);
    page.trouble = null;
    seal();
    this.#complete();
    void bringLater().then((all) => (page.sealed = all));
    if (text.id !== page.desk.current) page.desk.settle(text, analysis, marks);
    else this.#present(analysis, marks);
    this.next();
  }

  /** The parts that a page without marks does without. Where they do not come is said once, and over nothing else that is said. */
  #complete(): void {
    import("./beside.js").catch(() => {
      if (this.#missed || this.#page.notice !== null) return;
      this.#missed = true;
      this.#page.notice = NOT_LOADED;
    });
  }

  #present(analysis: Analysis, marks: readonly Mark[]): void {
    const page = this.#page;
    page.analysis = analysis;
    page.view.showMarks(marks, analysis);
    page.pointing.select(page.view.selected);
    page.marks = marks;
    if (!page.editing && analysis.text !== "") page.announced = page.words.found(analysis.numbers.length, analysis.slogans.length);
    page.seen.look();
  }

  #busy(busy: boolean): void {
    clearTimeout(this.#busying);
    if (!busy) this.#page.busy = false;
    else this.#busying = window.setTimeout(() => (this.#page.busy = true), BUSY_DELAY);
  }

  #troubled(trouble: Trouble, code: string): void {
    const says = (words: Words): string => (trouble === "blocked" ? words.blocked : trouble === "not-loaded" ? words.notLoaded(code) : trouble === "too-long" ? words.tooLong : words.failed(code));
    this.#page.trouble = { says, alarming: true };
    this.#page.seen.look();
    this.#complete();
  }
}
