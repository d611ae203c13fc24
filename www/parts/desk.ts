import type { Analysis } from "quandian";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Neighbor } from "../glossary/entries.js";
import type { Mark } from "../text/marks.js";
import type { Notice } from "./notice.js";
import type { TextView } from "./text-view.js";

/** What the page knows of a text while another one lies on top. */
export interface Aside {
  readonly analysis: Analysis | null;
  readonly marks: readonly Mark[];
  readonly notice: Notice | null;
  /** Nothing of the reader's own: the sample of the first visit. */
  readonly sampled: boolean;
  /** How far it was scrolled. */
  readonly top: number;
}

export interface OpenText extends Aside {
  readonly id: number;
  /** As the reader calls it. */
  readonly called?: string;
}

export interface DeskHost extends ReactiveControllerHost, ParentNode {
  /** The text on top is about to be laid aside. */
  asideOf(): Aside;
  /** Another one takes its place. */
  takesUp(text: OpenText): void;
  /** And its view is there. */
  hasTakenUp(text: OpenText): void;
}

const FRESH: Aside = { analysis: null, marks: [], notice: null, sampled: false, top: 0 };
/** Characters of a name. */
const LONGEST = 14;

/** The texts that lie open, one of them on top. Each has a view of its own, and with it its undo and its marks. */
export class Desk implements ReactiveController {
  texts: readonly OpenText[] = [{ id: 0, ...FRESH }];
  current = 0;
  /** All of them side by side, in place of the one on top. */
  comparing = false;
  readonly #host: DeskHost;
  #last = 0;

  constructor(host: DeskHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing to do: the desk is what the page makes of it.
  }

  viewOf(id: number): TextView | null {
    return this.#host.querySelector<TextView>(`#text-${id}`);
  }

  /** What stands at each place of the document, null where a text was closed: a view is never moved from one place to another. */
  get places(): (number | null)[] {
    const open = new Set(this.texts.map(({ id }) => id));
    return Array.from({ length: this.#last + 1 }, (_, id) => (open.has(id) ? id : null));
  }

  /** A text is called by its first line, unless the reader calls it otherwise; drafts of one title are told apart by a number. */
  nameOf(id: number): string {
    const name = this.#lineOf(id);
    const namesakes = this.texts.filter((one) => one.id < id && this.#lineOf(one.id) === name).length;
    return name === "" || namesakes === 0 ? name : `${name}（${namesakes + 1}）`;
  }

  #lineOf(id: number): string {
    const called = this.calledOf(id);
    if (called !== "") return called;
    const line = /\S.*/.exec(this.viewOf(id)?.source ?? "")?.[0].trim() ?? "";
    const characters = [...line];
    return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : line;
  }

  /** An empty text beside the others, on top. */
  async open(): Promise<void> {
    this.#layAside();
    const text = { id: (this.#last += 1), ...FRESH };
    this.texts = [...this.texts, text];
    await this.#layOnTop(text);
  }

  /** Another name for a text; none gives it back its first line. */
  name(id: number, name: string): void {
    const called = name.replace(/\s+/g, " ").trim();
    const unnamed = ({ called: _, ...text }: OpenText): OpenText => text;
    this.texts = this.texts.map((text) => (text.id !== id ? text : called === "" ? unnamed(text) : { ...text, called }));
    this.#host.requestUpdate();
  }

  /** What the reader calls a text; "" where it goes by its first line. */
  calledOf(id: number): string {
    return this.texts.find((one) => one.id === id)?.called ?? "";
  }

  async choose(id: number): Promise<void> {
    const text = this.texts.find((one) => one.id === id);
    if (text === undefined) return;
    this.#layAside();
    await this.#layOnTop(this.texts.find((one) => one.id === id) ?? text);
  }

  /** Its words, so that it can be opened again. The last one stays. */
  async close(id: number): Promise<string | null> {
    const at = this.texts.findIndex((one) => one.id === id);
    if (at < 0 || this.texts.length === 1) return null;
    const source = this.viewOf(id)?.source ?? "";
    this.#layAside();
    this.texts = this.texts.filter((one) => one.id !== id);
    const next = this.texts.find((one) => one.id === this.current) ?? this.texts[Math.min(at, this.texts.length - 1)];
    if (next !== undefined) await this.#layOnTop(next);
    return source;
  }

  compare(comparing: boolean): void {
    this.comparing = comparing && this.texts.length > 1;
    this.#host.requestUpdate();
  }

  /** The text an answer belongs to: the one on top before the others, one without an answer before one that has it. */
  textOf(source: string): OpenText | undefined {
    const same = this.texts.filter(({ id }) => this.viewOf(id)?.source === source);
    return same.find(({ id }) => id === this.current) ?? same.find(({ analysis }) => analysis === null) ?? same[0];
  }

  /** An answer for a text that is not on top. */
  settle(text: OpenText, analysis: Analysis, marks: readonly Mark[]): void {
    this.texts = this.texts.map((one) => (one.id === text.id ? { ...one, analysis, marks } : one));
    this.viewOf(text.id)?.showMarks(marks, analysis);
    this.#host.requestUpdate();
  }

  /** The first text below that nobody has read. */
  waiting(): string | null {
    const text = this.texts.find(({ id, analysis }) => id !== this.current && analysis === null && this.viewOf(id)?.source !== "");
    return text === undefined ? null : this.viewOf(text.id)?.source ?? null;
  }

  /** All answers are out of date, as after a change of the glossary. */
  forgetAnswers(): void {
    this.texts = this.texts.map((text) => ({ ...text, analysis: null }));
  }

  /** Those that were read, the one on top with the answer it has now; without it where only the others are asked for. */
  read(top: Analysis | null): Neighbor[] {
    return this.texts.flatMap(({ id, analysis }) => {
      const answer = id === this.current ? top : analysis;
      return answer === null ? [] : [{ id, name: this.nameOf(id), analysis: answer }];
    });
  }

  #layAside(): void {
    const aside = this.#host.asideOf();
    this.texts = this.texts.map((text) => (text.id === this.current ? { ...text, ...aside } : text));
  }

  async #layOnTop(text: OpenText): Promise<void> {
    this.current = text.id;
    this.comparing = false;
    this.#host.takesUp(text);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.viewOf(text.id)?.updateComplete;
    if (this.current === text.id) this.#host.hasTakenUp(text);
  }
}
