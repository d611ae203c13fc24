import type { Analysis, Change, Fact, Member } from "quandian";
import { html, nothing } from "lit";
import { rateOf } from "quandian/board";
import type { sayRule } from "quandian/rules";
import { exactValue, sayBound, sayChange, sayNumber, saySlogan, sayUnit } from "quandian/say";
import { entryOf, type Entry, type Neighbor } from "../glossary/entries.js";
import type { Own } from "../glossary/own.js";
import { scriptOf } from "../text/script.js";
import type { Mark, NumberMark, SloganMark } from "../text/marks.js";
import type { Language, Words } from "../words.js";
import { Part } from "./part.js";

const OCCURRENCES = 5;
const AROUND = 9;

/** The card of one mark: plain words, details, where else it occurs. */
export class Card extends Part {
  static override properties = {
    words: { attribute: false },
    language: { type: String },
    analysis: { attribute: false },
    marks: { attribute: false },
    mark: { attribute: false },
    anchor: { attribute: false },
    neighbors: { attribute: false },
    own: { attribute: false },
    sayRule: { state: true },
  };
  declare words: Words;
  declare language: Language;
  declare analysis: Analysis | null;
  declare marks: readonly Mark[];
  declare mark: Mark | null;
  declare anchor: HTMLElement | null;
  declare neighbors: readonly Neighbor[];
  declare own: Own;
  /** Loaded with the first card. */
  declare private sayRule: typeof sayRule | null;

  /** What the glossary panel has of the formula: the card says the same. */
  #entry: Entry | null = null;
  #script = "";

  constructor() {
    super();
    this.sayRule = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("resize", this.#place);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("resize", this.#place);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (this.mark !== null && this.sayRule === null) void import("quandian/rules").then((rules) => (this.sayRule = rules.sayRule), () => undefined);
    if (!["analysis", "mark", "neighbors", "own"].some((name) => changed.has(name))) return;
    const { analysis, mark } = this;
    if (changed.has("analysis")) this.#script = scriptOf(analysis?.text ?? "");
    this.#entry = analysis === null || mark?.kind !== "formula" ? null : entryOf(mark.index, analysis, this.neighbors, this.own);
  }

  protected override render(): unknown {
    const { mark, words } = this;
    if (mark === null) return nothing;
    return html`<section class="card" id="card" role="region" aria-label=${`${words.kinds[mark.kind]} ${mark.note.text}`} @keydown=${this.#keys}>
      <p class="kind"><span class="sign ${mark.kind}">${words.kinds[mark.kind]}</span>
        <button class="plain close" @click=${() => this.report("close-card")}>${words.close}</button></p>
      ${mark.family === "numbers" ? this.#number(mark) : this.#slogan(mark)}
      ${this.#elsewhere(mark)}
    </section>`;
  }

  protected override updated(): void {
    this.#place();
  }

  /** Under the mark where there is room, else over it; on a phone the style sheet makes it a sheet. */
  #place = (): void => {
    const card = this.querySelector<HTMLElement>(".card");
    if (card === null || this.anchor === null) return;
    const mark = this.anchor.getClientRects()[0] ?? this.anchor.getBoundingClientRect();
    const below = this.anchor.getBoundingClientRect().bottom;
    const room = innerHeight - below - 12;
    // A long list of members has the longer side of the window.
    card.style.setProperty("--room", `${Math.max(room, mark.top - 16)}px`);
    const top = room >= card.offsetHeight || mark.top < card.offsetHeight ? below + 6 : mark.top - card.offsetHeight - 8;
    const column = this.anchor.closest(".sheet")?.getBoundingClientRect().right ?? innerWidth;
    const left = Math.max(8, Math.min(mark.left - 18, column - card.offsetWidth));
    card.style.setProperty("--top", `${top + scrollY}px`);
    card.style.setProperty("--left", `${left + scrollX}px`);
  };

  #number({ note, index }: NumberMark): unknown {
    const { words, language } = this;
    const fact = this.analysis?.facts.find((one: Fact) => one.number === index);
    const time = fact?.time == null ? undefined : this.analysis?.numbers[fact.time];
    const change = this.analysis?.changes.find((one: Change) => one.first === index || one.last === index);
    const plain = note.kind !== "date" && note.kind !== "duration";
    return html`<h2>${sayNumber(note, language, this.analysis === null ? null : rateOf(this.analysis, note))}</h2>
      <dl>
        ${this.#detail(words.value, exactValue(note))}
        ${this.#detail(words.unit, note.unit === null ? null : sayUnit(note.unit, language))}
        ${this.#detail(words.bound, plain && note.value !== null ? sayBound(note, language) : null)}
        ${this.#detail(words.of, note.of?.text ?? null, this.#script)}
        ${this.#detail(words.inForce, time?.text ?? null, this.#script)}
        ${this.#detail(words.change, change === undefined ? null : sayChange(change, language))}
        ${this.#rule(note.rule)}
      </dl>`;
  }

  #slogan({ note }: SloganMark): unknown {
    const entry = this.#entry;
    const neighbor = entry?.told === "elsewhere" ? entry.neighbor : null;
    const says = neighbor !== null ? this.words.glossary.elsewhere(neighbor.name) : entry?.told === "own" ? this.words.glossary.told.own : saySlogan(note, this.language);
    const members = neighbor === null ? note.members : entry?.members ?? [];
    return html`<h2><span lang=${this.#script}>${note.text}</span>${note.kind === "formula" ? html` <span class="says">${says}${members.length === 0 ? "" : this.words.colon}</span>` : ""}</h2>
      ${note.kind === "formula" ? "" : html`<p class="says">${says}</p>`}
      ${members.length === 0 ? "" : html`<ol class="members" lang=${this.#script}>${members.map((member) => this.#member(member, neighbor))}</ol>`}
      <dl>${this.#rule(note.rule)}</dl>`;
  }

  #member({ text, start }: Member, neighbor: Neighbor | null): unknown {
    const go = (): void => (neighbor === null ? this.report("go-to", start) : this.report("lead-away", { id: neighbor.id, at: start }));
    return html`<li>${start === undefined ? text : html`<button class="link" @click=${go}>${text}</button>`}</li>`;
  }

  #detail(name: string, value: string | null, script: string | typeof nothing = nothing): unknown {
    return value === null ? "" : html`<div><dt>${name}</dt><dd lang=${script}>${value}</dd></div>`;
  }

  /** In the reader's words, and by the name that files and programs have for it. */
  #rule(rule: string): unknown {
    const said = this.sayRule?.(rule, this.language) ?? null;
    return html`<div><dt>${this.words.rule}</dt><dd>${said === null ? rule : html`${said} <code>${rule}</code>`}</dd></div>`;
  }

  #elsewhere(mark: Mark): unknown {
    const others = this.marks.filter((other) => other !== mark && same(mark, other));
    if (others.length === 0) return "";
    return html`<div class="elsewhere">
      <h3>${this.words.alsoAt(others.length)}</h3>
      <ul lang=${this.#script}>${others.slice(0, OCCURRENCES).map((other) => html`<li><button class="link" @click=${() => this.report("go", other)}>${this.#around(other)}</button></li>`)}</ul>
      ${others.length > OCCURRENCES ? html`<p class="says">${this.words.andMore(others.length - OCCURRENCES)}</p>` : ""}
    </div>`;
  }

  #around(mark: Mark): unknown {
    const text = this.analysis?.text ?? "";
    const { start, end } = mark.note;
    const before = text.slice(Math.max(0, start - AROUND), start).replace(/.*[\n\r]/s, "");
    const after = text.slice(end, end + AROUND).replace(/[\n\r].*/s, "");
    return html`…${before}<b>${mark.note.text}</b>${after}…`;
  }

  #keys = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.report("close-card");
  };
}

/** Two marks that say the same. */
function same(a: Mark, b: Mark): boolean {
  if (a.family === "slogans") return b.family === "slogans" && a.note.identity === b.note.identity;
  if (b.family !== "numbers" || a.kind !== b.kind) return false;
  if (a.note.value === null) return a.note.edtf === null ? a.note.text === b.note.text : a.note.edtf === b.note.edtf;
  return String(a.note.value) === String(b.note.value) && a.note.unit === b.note.unit && a.note.of?.text === b.note.of?.text;
}

customElements.define("quandian-card", Card);
