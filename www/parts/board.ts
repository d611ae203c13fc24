import type { Analysis } from "quandian";
import { boardOf, boardSteps, type Amount, type Board, type BoardChange, type BoardEvent, type BoardFormula, type BoardSection, type Figure } from "quandian/board";
import { html, nothing } from "lit";
import { inIdleTime } from "../board/idle.js";
import { arrowRow, scaleAxis } from "./board-arrows.js";
import { scalesOf, type Arrow, type Scale } from "../board/scale.js";
import { isEmpty, leadingChange, leadingFigures, numeralSize, sayChange, sayChangeSetting, sayFigureSetting, sayMembers } from "../board/say-board.js";
import { unbroken } from "../board/wrap.js";
import { scriptOf } from "../text/script.js";
import { keepBoard } from "./board-keep.js";
import type { Words } from "../words.js";
import { Part } from "./part.js";

/** Where the style sheet sets the board beside the text, it need not be unfolded. */
const BESIDE = "(min-width: 2200px)";

/** What an item of the board leads to: a mark, or a place. */
export interface Lead {
  readonly family: "numbers" | "slogans" | "place";
  /** Index in the family, or the offset. */
  readonly at: number;
  /** The item itself, to come back to. */
  readonly item: HTMLElement;
}

/**
 * The board 数说 over the text: one line until opened. It is made when the text has been marked and nothing else is to
 * be done, so it never stands in the way of the marks.
 */
export class BoardView extends Part {
  static override properties = {
    words: { attribute: false },
    analysis: { attribute: false },
    printing: { type: Boolean },
    open: { state: true },
    board: { state: true },
    said: { state: true },
  };
  declare words: Words;
  declare analysis: Analysis | null;
  declare printing: boolean;
  declare private open: boolean;
  /** The board, and the analysis it was made of. */
  declare private board: { readonly of: Analysis; readonly board: Board } | null;
  declare private said: string;

  /** What the text is written in: its words keep their forms. */
  #script = "";
  #cancel = (): void => undefined;

  constructor() {
    super();
    this.analysis = null;
    this.printing = false;
    this.open = matchMedia(BESIDE).matches;
    this.board = null;
    this.said = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancel();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const { analysis } = this;
    // Paper does not wait for an idle moment.
    const pressed = this.printing && analysis !== null && this.board?.of !== analysis;
    if (pressed || changed.has("analysis")) this.#cancel();
    if (pressed) this.board = { of: analysis, board: boardOf(analysis) };
    if (!changed.has("analysis")) return;
    this.said = "";
    this.#script = scriptOf(analysis?.text ?? "");
    if (analysis === null) this.board = null;
    else if (!pressed) this.#cancel = inIdleTime(boardSteps(analysis), (board) => (this.board = { of: analysis, board }));
  }

  protected override render(): unknown {
    const { words } = this;
    const board = this.board === null || isEmpty(this.board.board) ? null : this.board.board;
    const shown = board !== null && (this.open || this.printing);
    return html`<section class="board" aria-label=${words.board.name} @keydown=${this.#keys}>
      <h2><button class="fold" aria-expanded=${String(shown)} aria-controls="board-spread" ?disabled=${board === null} @click=${this.#toggle}>
        <span class="name">${words.board.name}</span>
        <span class="leading" lang=${this.#script}>${this.#line(board, shown)}</span>
        <span class="plain more">${board === null ? "" : shown ? words.board.fold : words.board.open}</span>
      </button></h2>
      <div class="spread" id="board-spread" ?hidden=${!shown}>${shown && this.board !== null ? this.#spread(board, this.board.of) : ""}</div>
    </section>`;
  }

  /** The line stands there before the board is made, so that nothing moves when it comes. */
  #line(board: Board | null, shown: boolean): unknown {
    if (shown) return "";
    if (board !== null) return [this.#leadingChange(leadingChange(board)), ...leadingFigures(board).map((figure) => this.#leading(figure))];
    const { empty, waiting } = this.words.board;
    return this.board === null ? "" : html`<span class="label">${this.board.of.text === "" ? waiting : empty}</span>`;
  }

  #leadingChange(change: BoardChange | null): unknown {
    if (change === null) return "";
    return html`<span class="one"><span class="label">${change.label}</span> ${this.#amount(change.to)} <span class="label">${sayChange(change, this.words)}</span></span> `;
  }

  #leading({ amount, label }: Figure): unknown {
    return html`<span class="one"><span class="label">${label}</span> ${this.#amount(amount)}</span> `;
  }

  #spread(board: Board, analysis: Analysis): unknown {
    const { words } = this;
    return html`${board.sections.map((section) => this.#section(section))}
      ${part("changes", words.board.changes, board.changes, html`<div>${scalesOf(analysis, board.changes).map((scale) => this.#scale(scale))}</div>`)}
      ${part("events", words.board.events, board.events, html`<ol>${board.events.map((event) => this.#event(event))}</ol>`)}
      ${part("formulas", words.board.formulas, board.formulas, html`<ol>${board.formulas.map((formula) => this.#formula(formula))}</ol>`)}
      <p class="tools">
        <button class="plain" @click=${() => void this.#keep("text")}>${words.board.copy}</button>
        <button class="plain" @click=${() => void this.#keep("svg")}>${words.board.saveSvg}</button>
        <button class="plain" @click=${() => void this.#keep("png")}>${words.board.savePng}</button>
        <span role="status">${this.said}</span>
      </p>`;
  }

  #event({ number, date, label }: BoardEvent): unknown {
    return html`<li><button class="item" @click=${this.#leads("numbers", number)}>
      <span class="day" lang=${this.#script}>${date}</span><span class="label" lang=${this.#script}>${label}</span></button></li>`;
  }

  #formula(formula: BoardFormula): unknown {
    const { words } = this;
    const { surface, mentions, members } = formula;
    const isOpen = members.length === 0;
    return html`<li><button class="item" @click=${this.#leads("slogans", mentions[0] ?? 0)}>
      <span class="what"><span class="sign formula" lang=${this.#script}>${surface}</span>${mentions.length > 1 ? html` <span class="count">${words.board.times(mentions.length)}</span>` : ""}</span>
      <span class=${isOpen ? "label open" : "label"} lang=${isOpen ? nothing : this.#script}>${sayMembers(formula, words)}</span></button></li>`;
  }

  #section({ heading, under, figures }: BoardSection): unknown {
    return html`<section class="part">
      <h3>${heading === null ? this.words.board.lede : html`<button lang=${this.#script} @click=${this.#leads("place", heading.start)}>${under === null ? "" : html`<span class="under">${counted(under.text)}</span> `}${counted(heading.text)}</button>`}</h3>
      <ul class="figures">${figures.map((figure) => html`<li><button class="item figure" @click=${this.#leads("numbers", figure.number)}>
        ${this.#amount(figure.amount)} <span class="label" lang=${this.#script}>${breaking(figure.label)}</span> ${this.#setting(figure)}</button></li>`)}</ul>
    </section>`;
  }

  #amount(amount: Amount): unknown {
    return html`<span class="amount" lang=${this.#script}>${amount.before}<b class=${numeralSize(amount)}>${amount.numeral}</b>${amount.after}</span>`;
  }

  #setting(figure: Figure): unknown {
    const setting = sayFigureSetting(figure);
    return setting === "" ? "" : html`<span class="when" lang=${this.#script}>${setting}</span>`;
  }

  #scale(scale: Scale): unknown {
    return html`<ol>${scale.arrows.map((arrow) => html`<li>${this.#change(arrow, scale)}</li>`)}</ol>
        ${scaleAxis(scale, this.words)}`;
  }

  #change(arrow: Arrow, scale: Scale): unknown {
    const { change } = arrow;
    const setting = sayChangeSetting(change);
    return html`<button class="item" @click=${this.#leads("numbers", this.#first(change))}>
          <span class="label" lang=${this.#script}>${breaking(change.label)}${setting === "" ? "" : html` <span class="when">${setting}</span>`}</span>
          ${arrowRow(arrow, scale)}
          <span class="ends">${this.#amount(change.from)}<span class="to" aria-hidden="true">→</span>${this.#amount(change.to)}</span>
          <span class="comes-to">${sayChange(change, this.words)}</span></button>`;
  }

  #first({ change }: BoardChange): number {
    return this.board?.of.changes[change]?.first ?? 0;
  }

  #leads(family: Lead["family"], at: number) {
    return (event: Event): void => {
      this.report<Lead>("lead", { family, at, item: event.currentTarget as HTMLElement });
    };
  }

  #toggle = (): void => {
    this.open = !this.open;
  };

  #keys = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.open) return;
    event.stopPropagation();
    this.open = false;
    this.querySelector<HTMLElement>(".fold")?.focus();
  };

  async #keep(as: "text" | "svg" | "png"): Promise<void> {
    if (this.board === null) return;
    this.said = "";
    this.said = await keepBoard(as, this.board.board, this.board.of, this.words);
  }
}

/** A part of the board under its name, where there is anything in it. */
function part(kind: string, name: string, rows: readonly unknown[], content: unknown): unknown {
  return rows.length === 0 ? "" : html`<section class="part ${kind}"><h3>${name}</h3>${content}</section>`;
}

const breaking = (text: string): unknown => unbroken(text).map((part, at) => (at === 0 ? part : html`<wbr>${part}`));

/** A heading breaks behind （一）, then between its clauses, then between its words; 一、 is too short for a line of its own. */
const COUNT = /^(?:[（(][^（()）]{1,3}[）)]\s*)?/;
const CLAUSES = /(?<=[，；\s])(?=\S)/;

function counted(heading: string): unknown {
  const count = COUNT.exec(heading)?.[0] ?? "";
  return html`${count}${heading.slice(count.length).split(CLAUSES).map((clause) => html`<span class="words">${breaking(clause)}</span>`)}`;
}

customElements.define("quandian-board", BoardView);
