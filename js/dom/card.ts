/** The card of one mark: plain words, details, members, where else it occurs. */
import type { Language } from "../errors.js";
import { exactValue, sayChange, sayNumber, saySlogan, sayUnit, SAYING } from "../say.js";
import type { Analysis, Member } from "../types.js";
import { button, make } from "./make.js";
import { saysTheSame, type Mark, type NumberMark, type SloganMark } from "./marks.js";
import type { Theme } from "./types.js";
import { themeOf } from "./theme.js";
import { UI } from "./words.js";

/** What a card asks of whoever opened it. */
interface CardWishes {
  go(mark: Mark): void;
  /** To an offset of the text. */
  goTo(offset: number): void;
  close(): void;
  /** The pointer has come to the card, or left it. */
  hover(over: boolean): void;
}

interface CardContent {
  readonly mark: Mark;
  readonly analysis: Analysis;
  readonly marks: readonly Mark[];
  /** What to say instead. */
  readonly own: Node | string | null;
}

const OCCURRENCES = 5;
const AROUND = 9;

export class Card {
  readonly element: HTMLElement;
  readonly #language: Language;
  readonly #wishes: CardWishes;
  /** Where its mark is. */
  #where: () => DOMRect | undefined = () => undefined;

  constructor(root: ShadowRoot, language: Language, wishes: CardWishes) {
    this.#language = language;
    this.#wishes = wishes;
    this.element = make("div", { class: "card", part: "card", "data-quandian-ignore": "", role: "dialog", tabindex: "-1", popover: "manual", lang: language === "zh" ? "zh-CN" : "en" });
    this.element.hidden = true;
    this.element.addEventListener("pointerenter", () => wishes.hover(true));
    this.element.addEventListener("pointerleave", () => wishes.hover(false));
    root.append(this.element);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  open(content: CardContent, place: () => DOMRect | undefined, near: Element, theme: Theme): void {
    const { mark } = content;
    const title = SAYING[this.#language].kinds[mark.kind];
    this.element.dataset["theme"] = themeOf(near, theme);
    this.element.setAttribute("aria-label", `${title} ${mark.mention.text}`);
    const close = button({ class: "close" }, () => this.#wishes.close(), UI[this.#language].close);
    this.element.replaceChildren(make("p", { class: "kind" }, make("span", { class: mark.kind }, title), close), ...this.#body(content));
    this.element.hidden = false;
    // Over everything else of the page, where the browser knows how.
    if ("showPopover" in this.element && !this.element.matches(":popover-open")) this.element.showPopover();
    this.#where = place;
    this.place();
  }

  close(): void {
    if (!this.isOpen) return;
    if ("hidePopover" in this.element) this.element.hidePopover();
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /** Under the mark where there is room, else over it; the style sheet makes it a sheet on a narrow screen. */
  place(): void {
    const mark = this.#where();
    if (mark === undefined) return;
    const { offsetWidth, offsetHeight, style } = this.element;
    const { clientWidth, clientHeight } = document.documentElement;
    const below = clientHeight - mark.bottom - 12 >= offsetHeight || mark.top < offsetHeight + 8;
    const top = below ? mark.bottom + 6 : mark.top - offsetHeight - 6;
    const left = Math.max(8, Math.min(mark.left - 16, clientWidth - offsetWidth - 8));
    style.setProperty("--top", `${top + scrollY}px`);
    style.setProperty("--left", `${left + scrollX}px`);
  }

  #body({ mark, analysis, marks, own }: CardContent): Node[] {
    if (own !== null) return [typeof own === "string" ? make("p", { class: "says", part: "says" }, own) : own];
    const body = mark.layer === "numbers" ? this.#number(mark, analysis) : this.#slogan(mark);
    return [...body, ...this.#elsewhere(mark, analysis, marks)];
  }

  #number({ mention, index }: NumberMark, analysis: Analysis): Node[] {
    const [language, words] = [this.#language, UI[this.#language]];
    const time = analysis.facts.find(({ number }) => number === index)?.time;
    const change = analysis.changes.find(({ first, last }) => first === index || last === index);
    const says = sayNumber(mention, language);
    return [make("p", { class: "says", part: "says" }, says), details([
      [words.text, says.replaceAll(" ", "") === mention.text ? null : mention.text],
      [words.value, exactValue(mention)],
      [words.unit, mention.unit && sayUnit(mention.unit, language)],
      [words.of, mention.of?.text],
      [words.inForce, time == null ? null : analysis.numbers[time]?.text],
      [words.change, change && sayChange(change, language)],
    ])];
  }

  #slogan({ mention }: SloganMark): Node[] {
    return [
      make("p", { class: "says", part: "says" }, mention.text),
      make("p", { class: "soft" }, saySlogan(mention, this.#language)),
      ...(mention.members.length === 0 ? [] : [make("ol", { class: "members" }, ...mention.members.map((member) => this.#member(member)))]),
    ];
  }

  #member({ text, start }: Member): Node {
    return make("li", {}, start === undefined ? text : button({ class: "link" }, () => this.#wishes.goTo(start), text));
  }

  #elsewhere(mark: Mark, { text }: Analysis, marks: readonly Mark[]): Node[] {
    const others = marks.filter((other) => other !== mark && saysTheSame(mark, other));
    if (others.length === 0) return [];
    const rows = others.slice(0, OCCURRENCES).map((other) => {
      const before = text.slice(Math.max(0, other.start - AROUND), other.start).replace(/.*\n/s, "");
      const after = text.slice(other.end, other.end + AROUND).replace(/\n.*/s, "");
      return make("li", {}, button({ class: "link" }, () => this.#wishes.go(other), `…${before}`, make("b", {}, other.mention.text), `${after}…`));
    });
    return [make("p", { class: "soft also" }, UI[this.#language].alsoAt(others.length)), make("ul", {}, ...rows)];
  }
}

function details(rows: readonly (readonly [name: string, value: string | null | undefined])[]): Node {
  const said = rows.filter(([, value]) => value != null && value !== "");
  return make("dl", {}, ...said.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))));
}
