/**
 * A document's text as a reader sees it: a line for each block, inline tags without effect, white space as the page shows it.
 * Reads only; knows nothing of marks.
 */
import { MappedText, type Piece } from "./mapped-text.js";

/** What no reader sees in the line. */
const UNSEEN = "script,style,template,noscript,title,rt,rp,datalist";
/** What holds no prose, or belongs to somebody who is typing. */
const NEVER = [
  UNSEEN, "textarea", "select", "button", "svg", "math", "canvas", "iframe", "object", "audio", "video", "quandian-text",
  "[contenteditable]:not([contenteditable='false' i])", "[data-quandian-ignore]",
].join();
/** Stands in the text for what was left out of a line, as Unicode provides. */
const OBJECT = "\ufffc";

/** For elements without computed style: those of a document that is not shown. */
const BLOCKS = /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CAPTION|DD|DETAILS|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/;

export function collect(target: Node, ignore: string): MappedText {
  const collector = new Collector(ignore === "" ? NEVER : `${NEVER},${ignore}`);
  if (target instanceof Element) collector.inside(target);
  else collector.children(target);
  return collector.result();
}

/** Whether the text or something around it must not be touched. */
export function isOffLimits(target: Node): boolean {
  const element = target instanceof Element ? target : target.parentElement;
  return element?.closest("script,style,textarea,[contenteditable]:not([contenteditable='false' i])") != null;
}

class Collector {
  readonly #skip: string;
  readonly #parts: string[] = [];
  readonly #pieces: Piece[] = [];
  readonly #roots = new Set<Document | ShadowRoot>();
  #length = 0;
  /** A line has ended since the last character. */
  #broken = false;
  /** White space that shows only if more of the line follows. */
  #blank: { readonly node: Text; readonly at: number; readonly breaks: boolean } | undefined;

  constructor(skip: string) {
    this.#skip = skip;
  }

  result(): MappedText {
    return new MappedText(this.#parts.join(""), this.#pieces, this.#roots);
  }

  children(parent: Node): void {
    for (let child = parent.firstChild; child !== null; child = child.nextSibling) this.#node(child);
    if (parent instanceof Text) this.#text(parent);
  }

  /** What an element shows: its shadow where it has one, what was put into it where it is a slot. */
  inside(element: Element): void {
    if (element.shadowRoot) return this.children(element.shadowRoot);
    const assigned = element instanceof HTMLSlotElement ? element.assignedNodes() : [];
    if (assigned.length === 0) this.children(element);
    for (const node of assigned) this.#node(node);
  }

  #node(node: Node): void {
    if (node instanceof Text) this.#text(node);
    else if (node instanceof Element) this.#element(node);
  }

  #element(element: Element): void {
    if (element.matches(UNSEEN)) return;
    if (element.localName === "br") return this.#break();
    const { display } = getComputedStyle(element);
    if (display === "none") return;
    const inline = display === "" ? !BLOCKS.test(element.tagName) : /^(?:inline|contents|ruby)/.test(display);
    if (!inline) this.#break();
    if (!element.matches(this.#skip)) this.inside(element);
    else if (inline && !this.#broken) this.#emit(OBJECT);
    if (!inline) this.#break();
  }

  #break(): void {
    this.#broken = true;
    this.#blank = undefined;
  }

  #text(node: Text): void {
    const { data } = node;
    if (data === "") return;
    const space = node.parentElement ? getComputedStyle(node.parentElement).whiteSpace : "";
    if (/^(?:pre$|pre-wrap|break-spaces|preserve)/.test(space)) return this.#add(node, 0, data.length);
    const breaking = /^(?:pre-line|preserve-breaks)/.test(space);
    for (const { 0: run, index } of data.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (!/^[ \t\n\r\f]/.test(run)) this.#add(node, index, index + run.length);
      else if (breaking && /[\n\r]/.test(run)) this.#break();
      else this.#blank ??= { node, at: index, breaks: /[\n\r]/.test(run) };
    }
  }

  #add(node: Text, from: number, to: number): void {
    const blank = this.#blank;
    this.#blank = undefined;
    if (this.#broken) this.#emit(this.#length === 0 ? "" : "\n");
    else if (this.#length > 0 && blank && !(blank.breaks && this.#wideBefore() && WIDE.test(node.data.charAt(from)))) {
      this.#piece(blank.node, blank.at, 1);
      this.#emit(" ");
    }
    this.#broken = false;
    this.#piece(node, from, to - from);
    this.#emit(node.data.slice(from, to));
  }

  #emit(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #piece(node: Text, from: number, length: number): void {
    if (this.#pieces.at(-1)?.node !== node) this.#roots.add(node.getRootNode() as Document | ShadowRoot);
    this.#pieces.push({ start: this.#length, length, node, from });
  }

  #wideBefore(): boolean {
    return WIDE.test(this.#parts.at(-1)?.slice(-1) ?? "");
  }
}

/** Between two of these a line break of the source is no blank: Han, kana, their punctuation, halves of rare characters. */
const WIDE = /[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\ud840-\udfff\uf900-\ufaff\uff00-\uff60]/;
