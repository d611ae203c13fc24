/** `<quandian-text>` as a class. Importing this registers nothing and has no effect: see define.ts. */
import { Annotated } from "./dom/annotated.js";
import { isOffLimits } from "./dom/collect.js";
import { float } from "./dom/float.js";
import { Guide } from "./dom/guide.js";
import { make } from "./dom/make.js";
import type { Mark } from "./dom/marks.js";
import { Panel } from "./dom/panel.js";
import { sharedAnalyzer } from "./dom/shared-analyzer.js";
import { adopt } from "./dom/sheets.js";
import type { AnnotateOptions, AnnotationHandle } from "./dom/types.js";
import { UI_STYLE } from "./dom/ui-style.js";
import { languageOf } from "./dom/words.js";
import { ATTRIBUTES, AttributeElement } from "./element/attributes.js";
import { room } from "./element/room.js";
import { ELEMENT_LAYOUT } from "./element/style.js";
import { named, QuandianError, type Language } from "./errors.js";
import type { Analysis, Analyzer, Layer } from "./types.js";

export { QuandianError, type Language } from "./errors.js";
export type { PanelPlace } from "./element/attributes.js";
export type { Mark, MarkKind, NumberMark, SloganMark } from "./dom/marks.js";
export type { AnnotationHandle, Theme } from "./dom/types.js";
export type * from "./types.js";

/** How far from the window a lazy text begins. */
const NEAR = "300px";
/** Attributes that change what stands around the text, and nothing in it. */
const FRAME = new Set(["legend", "panel"]);

/**
 * Marks the numbers and slogans of the text inside it, or of another element. The text stays where it is: copying, finding
 * in the page, search engines and readers without JavaScript have it as it was.
 *
 * @tagname quandian-text
 *
 * @attr {string} for - Selector of another element to mark, instead of what stands inside
 * @attr {string} layers - Of `numbers`, `slogans`, `words`; default `numbers slogans`
 * @attr {"none" | "side" | "below"} panel - Where the list of marks stands; default `none`: it shows when the focus comes to it
 * @attr {boolean} legend - Switches of the kinds over the text
 * @attr {"auto" | "highlight" | "mark"} mode - Highlights, which touch no node, or `<mark>` elements; default `auto`
 * @attr {"auto" | "light" | "dark"} theme - Of the card; default `auto`: that of the text
 * @attr {"zh" | "en"} language - Of card, legend and list; default: that of the document
 * @attr {string} reference-date - The day the text was written on, `YYYY-MM-DD`
 * @attr {string} ignore - Selector of elements to leave alone; default `code, kbd, samp`
 * @attr {boolean} lazy - Nothing is loaded until the text comes near the window
 * @attr {boolean} lexicon - The lexicon is loaded though no words are shown: cards then say what is counted
 * @attr {string} lexicon-url - Address of the lexicon; default: beside the script
 * @attr {string} wasm-url - Address of the wasm; default: beside the script
 * @attr {string} worker-url - Address of `worker.js`, to work in another thread
 *
 * @slot - The text
 *
 * @fires {CustomEvent} quandian-ready - The analyser is there
 * @fires {CustomEvent<Analysis>} quandian-analysis - A text was analysed and marked, at first and after each change
 * @fires {CustomEvent<Mark | null>} quandian-select - A mark was gone to, or left
 * @fires {CustomEvent<QuandianError>} quandian-error - Something failed; the text stands there as it was
 *
 * @csspart legend - The list of switches
 * @csspart switch - One of them
 * @csspart summary - The line that unfolds the list
 * @csspart table - The list of marks
 * @csspart card - The card of a mark
 * @csspart says - The line of the card in plain words
 * @csspart error - The line that says what failed, where there is a legend or a list
 *
 * @cssprop --quandian-number - Colour of the line under numbers
 * @cssprop --quandian-date - Colour of the wave under dates and durations
 * @cssprop --quandian-slogan - Colour of the line under formulas, couplets, series and maxims
 * @cssprop --quandian-formulation - Colour of the line under standing wordings
 * @cssprop --quandian-brand - Colour of the dots under brands
 * @cssprop --quandian-wash - Ground of slogans
 * @cssprop --quandian-word - Ground of every other word
 * @cssprop --quandian-selected - Ground of the mark that was gone to
 * @cssprop --quandian-paper - Ground of the card
 * @cssprop --quandian-ink - Text of the card
 * @cssprop --quandian-soft - Lesser text of the card
 * @cssprop --quandian-line - Lines of the card
 * @cssprop --quandian-red - What stands out in the card
 * @cssprop --quandian-font - Font of card, legend and list
 * @cssprop --quandian-list-height - Greatest height of the list
 */
export class QuandianText extends AttributeElement {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  #frame: HTMLElement | undefined;
  #annotated: Annotated | undefined;
  #guide: Guide | undefined;
  #panel: Panel | undefined;
  /** Keeps the place of what is to come, or says why it did not. */
  #notice: HTMLElement | null = null;
  #analyzer: Analyzer | null = null;
  #target: Element | null = null;
  /** Ends waiting for the document, or for the text to come near. */
  #waiting: AbortController | undefined;
  #scheduled = false;

  /** What the last analysis found; null before it. */
  get analysis(): Analysis | null {
    return this.#panel && this.#annotated ? this.#annotated.analysis : null;
  }

  /** The marks, and the way through them; null before the first analysis. */
  get annotation(): AnnotationHandle | null {
    return this.#panel && this.#annotated ? this.#annotated : null;
  }

  /** An analyser of your own; else all texts of the page share one. */
  get analyzer(): Analyzer | null {
    return this.#analyzer;
  }

  set analyzer(value: Analyzer | null) {
    this.#analyzer = value;
    this.#restart();
  }

  /** The element to mark, where no selector can say it. */
  get target(): Element | null {
    return this.#target;
  }

  set target(value: Element | null) {
    this.#target = value;
    this.#restart();
  }

  /** The text as it is analysed, a line for each block. Setting it puts a paragraph for each line in the place of what stands inside. */
  get value(): string {
    return this.analysis?.text ?? this.textContent ?? "";
  }

  set value(text: string) {
    this.replaceChildren(...text.split(/\r\n?|\n/).map((line) => make("p", {}, line)));
  }

  connectedCallback(): void {
    this.#takeEarlyProperties();
    this.#draw();
    this.#restart();
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    // A place that there is not is told where all wrong values are: on the way to the text.
    const isTaken = name !== "panel" || after === null || after === this.panel;
    if (FRAME.has(name) && this.#panel && isTaken) this.#surround();
    else this.#restart();
  }

  /** Reads the text again. Changes of the document are followed without it; changes of styles are not. */
  async refresh(): Promise<void> {
    await this.#annotated?.refresh();
  }

  /** Properties that were set before the element was defined hide the accessors. */
  #takeEarlyProperties(): void {
    const names = ["analyzer", "target", "value", ...ATTRIBUTES.map((name) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()))];
    for (const name of names.filter((name) => Object.hasOwn(this, name))) {
      const self = this as unknown as Record<string, unknown>;
      const value = self[name];
      delete self[name];
      self[name] = value;
    }
  }

  #draw(): void {
    if (this.#frame) return;
    const root = this.attachShadow({ mode: "open" });
    adopt(root, UI_STYLE);
    adopt(root, ELEMENT_LAYOUT);
    this.#frame = make("div", { class: "frame" }, make("div", {}, make("slot")));
    root.append(this.#frame);
  }

  /** Begins anew, once for all changes of one turn. */
  #restart(): void {
    if (this.#scheduled || !this.isConnected) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#stop();
      if (this.isConnected) this.#wait();
    });
  }

  #stop(): void {
    this.#waiting?.abort();
    this.#waiting = undefined;
    this.#guide?.remove();
    this.#panel?.remove();
    this.#annotated?.remove();
    this.#guide = this.#panel = this.#annotated = undefined;
    this.#notify(null);
  }

  #wait(): void {
    const waiting = new AbortController();
    this.#waiting = waiting;
    const apart = this.#target !== null || this.for !== null;
    this.#notify(room({ legend: this.legend, summary: apart && this.panel === "below" }, this.#language()));
    // Until the parser is done the text may be half there, and what `for` names may not be there at all.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.#approach(waiting.signal), { once: true, signal: waiting.signal });
    else this.#approach(waiting.signal);
  }

  #approach(signal: AbortSignal): void {
    let target: Element;
    try {
      this.checkChoices();
      target = this.#targetElement();
    } catch (error) {
      return this.#fail(error);
    }
    if (!this.lazy || typeof IntersectionObserver !== "function") return void this.#start(target);
    const near = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      void this.#start(target);
    }, { rootMargin: NEAR });
    near.observe(target);
    signal.addEventListener("abort", () => near.disconnect());
  }

  #targetElement(): Element {
    const selector = this.for;
    const target = this.#target ?? (selector === null ? this : (this.getRootNode() as Document | ShadowRoot).querySelector(selector));
    if (!target || isOffLimits(target)) throw new QuandianError("option", `for: ${selector ?? "target"}`);
    return target;
  }

  async #start(target: Element): Promise<void> {
    let annotated: Annotated | undefined;
    try {
      annotated = this.#annotated = new Annotated(target, this.#options(), () => this.#open());
      await annotated.refresh();
    } catch (error) {
      if (annotated === this.#annotated) this.#fail(error);
      return;
    }
    if (annotated === this.#annotated) this.#accompany(annotated);
  }

  async #open(): Promise<Analyzer> {
    const lexicon = this.lexiconUrl ?? (this.lexicon || this.#layers().includes("words"));
    const analyzer = this.#analyzer ?? (await sharedAnalyzer({ wasm: this.wasmUrl, lexicon, worker: this.workerUrl }));
    if (!this.#panel) this.#fire("quandian-ready", null);
    return analyzer;
  }

  #options(): AnnotateOptions {
    const { mode, theme, ignore, referenceDate } = this;
    return {
      layers: this.#layers(), mode, theme, language: this.#language(), observe: true,
      ...(ignore !== null && { ignore }), ...(referenceDate !== null && { referenceDate }),
    };
  }

  #layers(): readonly Layer[] {
    return this.layers.split(/\s+/).filter((layer) => layer !== "") as Layer[];
  }

  #language(): Language {
    return this.language ?? languageOf(document);
  }

  #accompany(annotated: Annotated): void {
    const root = this.shadowRoot;
    if (!root) return;
    this.#guide = new Guide(annotated, this.#options(), root, this.#language());
    annotated.addEventListener("analysis", () => this.#tell(annotated));
    annotated.addEventListener("select", (event) => this.#fire("quandian-select", (event as CustomEvent<Mark | null>).detail));
    annotated.addEventListener("error", (event) => this.#fail((event as CustomEvent<QuandianError>).detail));
    this.#tell(annotated);
  }

  #tell(annotated: Annotated): void {
    this.#notify(null);
    this.#surround();
    this.#fire("quandian-analysis", annotated.analysis);
  }

  /** Legend and list, where they are wanted. */
  #surround(): void {
    const annotated = this.#annotated;
    const frame = this.#frame;
    if (!annotated || !frame) return;
    const left = this.#panel?.remove();
    const table = this.panel === "side" ? "open" : "folded";
    const panel = (this.#panel = new Panel(annotated, { legend: this.legend, table, language: this.#language() }));
    frame.classList.toggle("side", this.panel === "side");
    if (panel.legend) frame.prepend(panel.legend);
    if (panel.list) frame.append(panel.list);
    if (panel.list && this.panel === "none") float(panel.list, annotated.target, this.theme);
    if (left) panel.resume(left);
  }

  #fail(error: unknown): void {
    const failure = named(error, "internal");
    if (failure.code === "aborted") return;
    const language = this.#language();
    const said = make("p", { class: "error", part: "error", role: "status", "data-quandian-ignore": "", lang: language === "zh" ? "zh-CN" : "en" }, failure.explain(language));
    this.#notify(this.legend || this.panel !== "none" ? said : null);
    this.#fire("quandian-error", failure);
  }

  #notify(notice: HTMLElement | null): void {
    this.#notice?.remove();
    this.#notice = notice;
    if (notice) this.#frame?.prepend(notice);
  }

  #fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "quandian-text": QuandianText;
  }
}
