import { collate, type CollatedSlogan } from "quandian/collate";
import { boardSteps, type Board } from "quandian/board";
import { html, nothing } from "lit";
import { sayList } from "quandian/say";
import { copyTable } from "../clipboard.js";
import { comparedRows } from "../compare/compared-rows.js";
import { inIdleTime } from "../board/idle.js";
import { amountText } from "../board/say-board.js";
import { sharedFigures, type SharedFigure, type Told } from "../compare/shared-figures.js";
import type { Neighbor } from "../glossary/entries.js";
import { scriptOf } from "../text/script.js";
import { bothScripts, finder } from "../text/search.js";
import { compareIndex, rowId, type Compared } from "./compare-index.js";
import type { NeighborLead } from "./glossary.js";
import type { Words } from "../words.js";
import { Part } from "./part.js";

/** Rows of one table: more are no overview. */
const MOST = 200;
/** Figures of one text that are looked at. */
const FIGURES = 400;

/** All open texts side by side: which formulas stand in which of them, and which figures they tell differently. */
export class Compare extends Part {
  static override properties = {
    words: { attribute: false },
    texts: { attribute: false },
    shared: { state: true },
    query: { state: true },
    said: { state: true },
  };
  declare words: Words;
  declare texts: readonly Neighbor[];
  declare private shared: readonly SharedFigure[] | null;
  declare private query: string;
  declare private said: string;

  #slogans: readonly CollatedSlogan[] = [];
  /** What each text is written in: its words keep their forms. */
  #scripts: readonly string[] = [];
  #cancel = (): void => undefined;

  constructor() {
    super();
    this.shared = null;
    this.query = "";
    this.said = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancel();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("texts")) return;
    const before = (changed.get("texts") ?? []) as readonly Neighbor[];
    if (before.length === this.texts.length && before.every(({ analysis }, i) => analysis === this.texts[i]?.analysis)) return;
    this.#cancel();
    this.shared = null;
    const { texts } = this;
    const analyses = texts.map(({ analysis }) => analysis);
    this.#slogans = collate(analyses);
    this.#scripts = analyses.map(({ text }) => scriptOf(text));
    this.#cancel = inIdleTime(boardsOf(texts), (boards) => (this.shared = sharedFigures(boards, analyses)));
  }

  protected override render(): unknown {
    const { desk } = this.words;
    const compared = this.#compared();
    const isEmpty = Object.values(compared).every((rows) => rows.length === 0);
    return html`<section class="comparison" aria-label=${desk.compare}>
      <h2 class="unseen">${desk.compare}</h2>
      ${compareIndex(compared, { words: this.words, names: this.#names, query: this.query, search: this.#search, go: this.#go })}
      <div class="tables">
        ${this.#figures(desk.differing, compared.differing, "differing")}
        ${this.#table(desk.inSeveral, compared.inSeveral, "inSeveral")}
        ${this.#table(desk.inOne, compared.inOne, "inOne")}
        ${this.#alike(compared.alike)}
        ${isEmpty ? html`<p class="nothing">${this.query === "" ? (this.shared === null ? "" : desk.nothingShared) : this.words.noMatch}</p>` : ""}
        ${isEmpty ? "" : html`<p class="tools"><button class="plain" @click=${() => void this.#copy(compared)}>${desk.copy}</button> <span role="status">${this.said}</span></p>`}
      </div>
    </section>`;
  }

  /** Of the first text that tells it. */
  #scriptOf<One>(told: readonly One[], tells: (one: One) => boolean): string {
    return this.#scripts[told.findIndex(tells)] ?? "";
  }

  get #names(): string[] {
    return this.texts.map(({ name }) => name);
  }

  /** All there is to compare, or what is searched for. */
  #compared(): Compared {
    const finds = finder(this.query);
    const shared = (this.shared ?? []).filter(({ label, told }) => finds([label, ...told.flatMap((one) => (one === null ? [] : [amountText(one.amount)]))]));
    const slogans = this.#slogans.filter(({ surface, expansions }) => finds([surface, ...expansions.flatMap(({ members }) => members.map(({ text }) => text))]));
    return {
      differing: shared.filter(({ differs }) => differs).slice(0, MOST),
      inSeveral: slogans.filter((slogan) => countOf(slogan) > 1),
      inOne: slogans.filter((slogan) => countOf(slogan) === 1),
      alike: shared.filter(({ differs }) => !differs).slice(0, MOST),
    };
  }

  async #copy(compared: Compared): Promise<void> {
    const rows = comparedRows(compared, this.#names, this.words);
    this.said = await copyTable(rows).then(() => this.words.copiedRows(rows.length), () => this.words.notCopied);
  }

  /** To a row, and to its first place in a text. */
  #search = (query: string): void => {
    this.query = query;
    bothScripts(() => this.requestUpdate());
  };

  #go = (id: string): void => {
    const row = this.querySelector(`#${id}`);
    row?.closest("details")?.setAttribute("open", "");
    row?.scrollIntoView({ block: "center" });
    row?.querySelector<HTMLElement>(".link")?.focus({ preventScroll: true });
  };

  #table(caption: string, slogans: readonly CollatedSlogan[], part: "inSeveral" | "inOne"): unknown {
    if (slogans.length === 0) return "";
    return html`<div class="wide-table" tabindex="0" role="region" aria-label=${caption}><table>
      <caption>${caption} <span class="count">${slogans.length}</span></caption>
      ${this.#head(this.words.kinds.formula)}
      <tbody>${slogans.slice(0, MOST).map((slogan, at) => html`<tr id=${rowId(part, at)}>
        <th scope="row" lang=${this.#scriptOf(slogan.mentions, (places) => places.length > 0)}><span class="sign formula">${slogan.surface}</span>${this.#members(slogan)}</th>
        ${slogan.mentions.map((mentions, text) => html`<td>${this.#cell(mentions, text)}</td>`)}</tr>`)}</tbody>
    </table></div>
    ${slogans.length > MOST ? html`<p class="says">${this.words.andMore(slogans.length - MOST)}</p>` : ""}`;
  }

  #head(first: string): unknown {
    return html`<thead><tr><th scope="col">${first}</th>${this.texts.map(({ name }, at) => html`<th scope="col" lang=${this.#scripts[at]}>${name}</th>`)}</tr></thead>`;
  }

  /** What one text spells out serves the others. */
  #members({ expansions, listed }: CollatedSlogan): unknown {
    const [fullest] = expansions;
    const { desk, glossary } = this.words;
    if (fullest !== undefined) {
      const name = this.texts[fullest.text]?.name ?? "";
      return html`<span class="says">${sayList(fullest.members.map(({ text }) => text))}${expansions.length > 1 ? desk.wordings(expansions.length) : desk.accordingTo(name)}</span>`;
    }
    return html`<span class="says">${listed.length > 0 ? `${sayList(listed)}（${glossary.told.glossary}）` : desk.nowhere}</span>`;
  }

  #cell(mentions: readonly number[], text: number): unknown {
    const neighbor = this.texts[text];
    const slogans = mentions.map((at) => neighbor?.analysis.slogans[at]);
    const [first] = slogans;
    if (neighbor === undefined || first === undefined) return this.#absent();
    return html`<button class="link" @click=${() => this.#lead(neighbor.id, first.start)}>${this.words.board.times(mentions.length)}</button>
      ${slogans.some((slogan) => slogan?.members[0]?.source === "text") ? html`<span class="count">${this.words.desk.expands}</span>` : ""}`;
  }

  #figures(caption: string, shared: readonly SharedFigure[], kind: "differing" | "alike"): unknown {
    if (shared.length === 0) return "";
    return html`<div class="wide-table" tabindex="0" role="region" aria-label=${caption}><table class=${kind}>
      <caption>${caption} <span class="count">${shared.length}</span></caption>
      ${this.#head(this.words.desk.indicator)}
      <tbody>${shared.map(({ label, told }, at) => html`<tr id=${rowId(kind, at)}>
        <th scope="row" lang=${this.#scriptOf(told, (one) => one !== null)}>${label}</th>
        ${told.map((one, text) => html`<td lang=${this.#scripts[text]} class=${one?.odd === true ? "odd" : nothing}>${this.#figure(one, text)}</td>`)}</tr>`)}</tbody>
    </table></div>`;
  }

  /** Nobody looks for these, unless to be sure. */
  #alike(shared: readonly SharedFigure[]): unknown {
    if (shared.length === 0) return "";
    const { desk } = this.words;
    return html`<details><summary>${desk.alike} <span class="count">${shared.length}</span></summary>${this.#figures(desk.alike, shared, "alike")}</details>`;
  }

  #figure(told: Told | null, text: number): unknown {
    const neighbor = this.texts[text];
    const note = told === null ? undefined : neighbor?.analysis.numbers[told.number];
    if (told === null || neighbor === undefined || note === undefined) return this.#absent();
    const { amount, setting } = told;
    return html`<button class="link" @click=${() => this.#lead(neighbor.id, note.start)}>${amountText(amount)}</button>${setting === "" ? "" : html`<span class="says">${setting}</span>`}`;
  }

  #absent(): unknown {
    return html`<span class="absent"><span aria-hidden="true">–</span><span class="unseen">${this.words.desk.absent}</span></span>`;
  }

  #lead(id: number, at: number): void {
    this.report<NeighborLead>("lead-away", { id, at });
  }
}

const countOf = ({ mentions }: CollatedSlogan): number => mentions.filter((places) => places.length > 0).length;

function* boardsOf(texts: readonly Neighbor[]): Generator<undefined, Board[]> {
  const boards: Board[] = [];
  for (const { analysis } of texts) boards.push(yield* boardSteps(analysis, { figures: FIGURES, rows: FIGURES }));
  return boards;
}

customElements.define("quandian-compare", Compare);
