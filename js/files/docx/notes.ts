/** Footnotes and endnotes: a mark in the text, and under the text what it stands for. */
import type { Element } from "../xml.js";
import { formatNumber } from "./number-format.js";

export type NoteKind = "footnote" | "endnote";

interface Note {
  readonly element: Element;
  readonly mark: string;
}

export class Notes {
  readonly #elements: Readonly<Record<NoteKind, ReadonlyMap<string, Element>>>;
  readonly #marks = new Map<Element, string>();
  #count = 0;

  constructor(footnotes: Iterable<Element>, endnotes: Iterable<Element>) {
    this.#elements = { footnote: byId(footnotes), endnote: byId(endnotes) };
  }

  /** The mark for a reference in the text. Where the author set a mark by hand, it follows in the text itself. */
  refer(kind: NoteKind, reference: Element): string {
    const element = this.#elements[kind].get(reference.attribute("w:id") ?? "");
    if (element === undefined) return "";
    const own = reference.attribute("w:customMarkFollows");
    const isOwn = own !== undefined && !/^(0|false|off)$/.test(own);
    const mark = this.#marks.get(element) ?? (isOwn ? "" : this.#nextMark());
    this.#marks.set(element, mark);
    return mark;
  }

  /** Those the text refers to, in the order of their marks. */
  *referred(): Generator<Note> {
    // A note may itself refer to another one, which then comes at the end.
    for (const [element, mark] of this.#marks) yield { element, mark };
  }

  #nextMark(): string {
    const circled = formatNumber((this.#count += 1), "decimalEnclosedCircle");
    return /^\d/.test(circled) ? `[${circled}]` : circled;
  }
}

/** The lines between text and notes are kept as notes of a type of their own. */
function byId(notes: Iterable<Element>): ReadonlyMap<string, Element> {
  return new Map([...notes].filter((note) => (note.attribute("w:type") ?? "normal") === "normal").map((note) => [note.attribute("w:id") ?? "", note]));
}
