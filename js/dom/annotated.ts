/** A document's text with its marks: read, analysed, painted, kept up to date, taken back. Knows no card and no list. */
import { named, QuandianError } from "../errors.js";
import type { Analysis, Analyzer, Layer, Span } from "../types.js";
import { collect } from "./collect.js";
import { ElementPainter } from "./element-painter.js";
import { canHighlight, HighlightPainter } from "./highlight-painter.js";
import type { MappedText } from "./mapped-text.js";
import { ALL_KINDS, KINDS, marksOf, wordMarksOf, type Mark, type MarkKind } from "./marks.js";
import { checkAnnotateOptions, checkChoice } from "./options.js";
import type { Painter } from "./painter.js";
import { reveal } from "./reveal.js";
import { sayMark } from "./say-mark.js";
import type { AnnotateOptions, AnnotationHandle } from "./types.js";
import { languageOf } from "./words.js";

const LAYERS: readonly Layer[] = ["numbers", "slogans"];
const IGNORED = "code, kbd, samp";
/** How long changes of the document are gathered. */
const GATHER_MS = 150;
/** How often a text is read again that changes while it is being analysed. */
const TRIES = 3;

export class Annotated extends EventTarget implements AnnotationHandle {
  readonly target: Node;
  readonly #options: AnnotateOptions;
  readonly #analyzer: () => Promise<Analyzer>;
  readonly #painter: Painter;
  readonly #observer: MutationObserver;
  readonly #hidden = new Set<MarkKind>();
  /** Undefined until it is read again, after painting put other nodes in the place of those it was read off. */
  #text: MappedText | undefined;
  #painted = false;
  #analysis: Analysis | undefined;
  #marks: readonly Mark[] = [];
  #selected = -1;
  #working: Promise<void> | undefined;
  /** The document has changed since it was read. */
  #changed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #removed = false;

  constructor(target: Node, options: AnnotateOptions, analyzer: () => Promise<Analyzer>) {
    super();
    this.target = target;
    this.#options = options;
    this.#analyzer = analyzer;
    checkAnnotateOptions(options);
    this.#painter = painterFor(options);
    this.#observer = new MutationObserver(() => this.#onChange());
    options.signal?.addEventListener("abort", () => this.remove(), { once: true });
  }

  get analysis(): Analysis {
    if (!this.#analysis) throw new QuandianError("disposed");
    return this.#analysis;
  }

  get marks(): readonly Mark[] {
    return this.#marks;
  }

  get selected(): number {
    return this.#selected;
  }

  /** The text with its places, as they are since it was painted. */
  get text(): MappedText | undefined {
    return this.#painted ? (this.#text ??= this.#read()) : undefined;
  }

  isShown(kind: MarkKind): boolean {
    return !this.#hidden.has(kind);
  }

  toggle(what: Layer | MarkKind, on?: boolean): void {
    checkChoice("toggle", [...LAYERS, "words", ...ALL_KINDS], what);
    const kinds: readonly MarkKind[] = what === "words" ? ["word"] : what === "numbers" || what === "slogans" ? KINDS[what] : [what];
    const show = on ?? kinds.every((kind) => this.#hidden.has(kind));
    for (const kind of kinds) {
      if (show) this.#hidden.delete(kind);
      else this.#hidden.add(kind);
      this.#painter.show(kind, show);
    }
    const selected = this.#marks[this.#selected];
    if (selected && this.#hidden.has(selected.kind)) this.select(-1);
    this.dispatchEvent(new CustomEvent("toggle", { detail: { kinds, on: show } }));
  }

  focus(index: number): void {
    const mark = this.#marks[index];
    if (!mark || !this.text) return;
    reveal(this.text, mark);
    this.select(index, true);
  }

  /** Brings a place that is no mark into sight and washes it. */
  showPlace(span: Span): void {
    if (!this.text) return;
    reveal(this.text, span);
    this.#painter.select(span);
  }

  next(): void {
    this.#step(1);
  }

  previous(): void {
    this.#step(-1);
  }

  leave(): void {
    this.select(-1);
  }

  /** `arrived` says that the focus is to follow. */
  select(index: number, arrived = false): void {
    if (index < 0 && this.#selected < 0) return;
    const mark = this.#marks[index] ?? null;
    this.#selected = mark ? index : -1;
    this.#painter.select(mark);
    this.dispatchEvent(new CustomEvent("select", { detail: mark }));
    if (arrived && mark) this.dispatchEvent(new CustomEvent("arrive", { detail: mark }));
  }

  elementOf(mark: Mark): HTMLElement | undefined {
    return this.#painter.elementOf(mark);
  }

  rangeOf(span: Span): Range {
    return this.text?.rangeOf(span) ?? new Range();
  }

  refresh(): Promise<void> {
    this.#changed = true;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
    return this.#working;
  }

  remove(): void {
    if (this.#removed) return;
    this.#removed = true;
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.select(-1);
    this.#painter.clear();
    this.#painted = false;
    this.#marks = [];
    this.dispatchEvent(new CustomEvent("remove"));
  }

  async #work(): Promise<void> {
    const analyzer = await this.#analyzer();
    for (let tries = 0; this.#changed && tries < TRIES && !this.#removed; tries += 1) {
      this.#changed = false;
      const text = this.#read();
      this.#watch(text);
      const analysis = text.text === this.#analysis?.text ? this.#analysis : await analyzer.analyze(text.text, this.#wanted());
      if (!this.#changed && !this.#removed) this.#paint(text, analysis);
    }
    if (this.#removed) throw new QuandianError("aborted");
    if (!this.#options.observe) this.#observer.disconnect();
  }

  #read(): MappedText {
    return collect(this.target, this.#options.ignore ?? IGNORED);
  }

  #wanted(): { layers: readonly Layer[]; referenceDate?: string } {
    const { layers = LAYERS, referenceDate } = this.#options;
    return { layers, ...(referenceDate !== undefined && { referenceDate }) };
  }

  #paint(text: MappedText, analysis: Analysis): void {
    const same = analysis === this.#analysis;
    if (!same) this.#take(analysis);
    if (!same || !this.#painter.isIntact()) this.#repaint(text, analysis);
    this.#observer.takeRecords();
    this.#watch(text);
    if (!same) this.dispatchEvent(new CustomEvent("analysis", { detail: analysis }));
  }

  #repaint(text: MappedText, analysis: Analysis): void {
    const { rewrites } = this.#painter;
    if (this.#painted) this.#painter.clear();
    // What is read after marks were taken away is the document's own.
    const own = rewrites && this.#painted ? this.#read() : text;
    const words = this.#options.layers?.includes("words") ? wordMarksOf(analysis) : [];
    this.#painter.paint(own, [...words, ...this.#marks]);
    this.#painter.select(this.#marks[this.#selected] ?? null);
    this.#text = rewrites ? undefined : text;
    this.#painted = true;
  }

  #take(analysis: Analysis): void {
    const before = this.#marks[this.#selected];
    this.#analysis = analysis;
    this.#marks = marksOf(analysis);
    if (!before) return;
    const again = this.#marks.findIndex(({ start, kind, mention }) => start === before.start && kind === before.kind && mention.text === before.mention.text);
    if (again < 0) this.select(-1);
    else this.#selected = again;
  }

  #watch(text: MappedText): void {
    this.#observer.disconnect();
    const roots = [...text.roots].filter((root) => root instanceof ShadowRoot);
    for (const node of [this.target, ...roots]) this.#observer.observe(node, { childList: true, characterData: true, subtree: true });
  }

  #onChange(): void {
    this.#changed = true;
    if (!this.#options.observe || this.#timer !== undefined || this.#removed) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#removed) this.refresh().catch((error: unknown) => this.dispatchEvent(new CustomEvent("error", { detail: named(error, "internal") })));
    }, GATHER_MS);
  }

  #step(by: 1 | -1): void {
    const shown = this.#marks.flatMap(({ kind }, index) => (this.#hidden.has(kind) ? [] : [index]));
    const ahead = by > 0 ? shown.find((index) => index > this.#selected) : shown.filter((index) => index < this.#selected).at(-1);
    const to = ahead ?? shown.at(by > 0 ? 0 : -1);
    if (to !== undefined) this.focus(to);
  }
}

function painterFor({ mode = "auto", language }: AnnotateOptions): Painter {
  if (mode === "highlight" && !canHighlight()) throw new QuandianError("option", "mode: highlight, which this browser does not know");
  if (mode !== "mark" && canHighlight()) return new HighlightPainter();
  return new ElementPainter((mark) => sayMark(mark, language ?? languageOf(document)));
}
