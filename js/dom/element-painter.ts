/** Marks by `<mark>` elements, for browsers without highlights and for whoever wants the marks in the tree. */
import type { Span } from "../types.js";
import type { MappedText } from "./mapped-text.js";
import { ELEMENT_STYLE } from "./mark-style.js";
import type { Mark, MarkKind, WordMark } from "./marks.js";
import type { Painter } from "./painter.js";
import { Adopted } from "./sheets.js";

type AnyMark = Mark | WordMark;

/** A part of a mark in one text node, by offsets of that node. */
interface Part {
  readonly mark: AnyMark;
  readonly from: number;
  readonly to: number;
}

/** A text node of the site, and what stands in its place. */
interface Replaced {
  readonly node: Text;
  readonly by: readonly ChildNode[];
  readonly data: string;
}

export class ElementPainter implements Painter {
  readonly rewrites = true;
  readonly #hidden = new Set<MarkKind>();
  readonly #sheet = new Adopted(ELEMENT_STYLE);
  readonly #say: (mark: Mark) => string;
  #replaced: Replaced[] = [];
  readonly #elements = new Map<Span, HTMLElement[]>();
  #selected: Span | null = null;

  /** `say` puts a mark into plain words for those who hear the page. */
  constructor(say: (mark: Mark) => string) {
    this.#say = say;
  }

  paint(text: MappedText, marks: readonly AnyMark[]): void {
    this.#unwrap();
    this.#sheet.in(text.roots);
    const parts = new Map<Text, Part[]>();
    for (const mark of marks) {
      for (const { node, from, to } of text.placesOf(mark)) {
        const list = parts.get(node) ?? [];
        parts.set(node, list);
        list.push({ mark, from, to });
      }
    }
    for (const [node, list] of parts) this.#wrap(node, nested(list));
  }

  isIntact(): boolean {
    return this.#replaced.every(({ by, data }) => by[0]?.isConnected === true && isWhole(by, data));
  }

  show(kind: MarkKind, on: boolean): void {
    if (on) this.#hidden.delete(kind);
    else this.#hidden.add(kind);
    for (const elements of this.#elements.values()) {
      for (const element of elements) if (element.dataset["quandian"] === kind) element.toggleAttribute("data-quandian-hidden", !on);
    }
  }

  select(span: Span | null): void {
    this.#flag(this.#selected, false);
    this.#selected = span;
    this.#flag(span, true);
  }

  /** The first element of a mark. */
  elementOf(mark: Mark): HTMLElement | undefined {
    return this.#elements.get(mark)?.[0];
  }

  clear(): void {
    this.#unwrap();
    this.#sheet.in(new Set());
  }

  #flag(span: Span | null, on: boolean): void {
    for (const element of (span && this.#elements.get(span)) ?? []) element.toggleAttribute("data-quandian-selected", on);
  }

  #wrap(node: Text, parts: readonly Part[]): void {
    const fragment = node.ownerDocument.createDocumentFragment();
    const open: { readonly parent: Node; readonly to: number }[] = [{ parent: fragment, to: node.length }];
    let at = 0;
    const write = (to: number): void => {
      if (to > at) open.at(-1)?.parent.appendChild(node.ownerDocument.createTextNode(node.data.slice(at, to)));
      at = Math.max(at, to);
    };
    const close = (until: number): void => {
      for (let top = open.at(-1); open.length > 1 && top !== undefined && top.to <= until; top = open.at(-1)) {
        write(top.to);
        open.pop();
      }
    };
    for (const { mark, from, to } of parts) {
      close(from);
      write(from);
      const element = this.#element(node.ownerDocument, mark);
      open.at(-1)?.parent.appendChild(element);
      open.push({ parent: element, to });
    }
    close(node.length);
    write(node.length);
    const by = [...fragment.childNodes];
    node.replaceWith(fragment);
    this.#replaced.push({ node, by, data: node.data });
  }

  #element(document: Document, mark: AnyMark): HTMLElement {
    const element = document.createElement("mark");
    element.setAttribute("data-quandian", mark.kind);
    element.toggleAttribute("data-quandian-hidden", this.#hidden.has(mark.kind));
    const list = this.#elements.get(mark) ?? [];
    this.#elements.set(mark, list);
    if (mark.layer !== "words" && list.length === 0) {
      element.setAttribute("tabindex", "-1");
      element.setAttribute("aria-description", this.#say(mark));
    }
    list.push(element);
    return element;
  }

  /** Where nobody else has been, the site's own node goes back; else the marks are taken away from around what there is. */
  #unwrap(): void {
    for (const { node, by, data } of this.#replaced) {
      if (isWhole(by, data)) {
        by[0]?.replaceWith(node);
        for (const child of by.slice(1)) child.remove();
      } else for (const child of by) if (child instanceof Element) unmark(child);
    }
    this.#replaced = [];
    this.#elements.clear();
    this.#selected = null;
  }
}

function isWhole(by: readonly ChildNode[], data: string): boolean {
  const parent = by[0]?.parentNode;
  const together = parent != null && by.every((child, at) => child.parentNode === parent && (at === 0 || child.previousSibling === by[at - 1]));
  return together && by.map(({ textContent }) => textContent).join("") === data;
}

function unmark(element: Element): void {
  for (const inner of element.querySelectorAll("mark[data-quandian]")) inner.replaceWith(...inner.childNodes);
  element.replaceWith(...element.childNodes);
}

/** The outer before the inner; parts that cross are cut. */
function nested(parts: readonly Part[]): Part[] {
  const order = (a: Part, b: Part): number => a.from - b.from || b.to - a.to;
  const waiting = [...parts].sort(order);
  const open: Part[] = [];
  const out: Part[] = [];
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    const { mark, from, to } = part;
    while ((open.at(-1)?.to ?? Infinity) <= from) open.pop();
    const around = open.at(-1)?.to ?? to;
    if (to > around) {
      const rest = { mark, from: around, to };
      const at = waiting.findIndex((other) => order(rest, other) < 0);
      waiting.splice(at < 0 ? waiting.length : at, 0, rest);
    }
    const kept = { mark, from, to: Math.min(to, around) };
    open.push(kept);
    out.push(kept);
  }
  return out;
}
