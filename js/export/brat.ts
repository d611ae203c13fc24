/**
 * brat standoff: a `.txt` and an `.ann`. Offsets: code points, as Python's readers slice.
 *
 * A carriage return becomes a space (a line feed where it stands alone), so that a reader that translates line ends counts the
 * same. An entity over a line break is discontinuous, as the format wants it.
 */
import { sayList } from "../say/list.js";
import type { Analysis, Change, Member, NumberAnnotation, SloganAnnotation, Span } from "../types.js";
import { codePointCounter } from "./code-points.js";
import { oneLine, wellFormed } from "./plain.js";

/** The two files of brat standoff. Offsets: code points. */
export function toBrat(analysis: Analysis): { txt: string; ann: string } {
  const writer = new Writer(analysis.text);
  const numbers = analysis.numbers.map((note) => writer.number(note));
  analysis.slogans.forEach((note) => writer.slogan(note));
  analysis.changes.forEach((change) => writer.change(change, numbers[change.first], numbers[change.last]));
  return { txt: lineFeeds(wellFormed(analysis.text)), ann: writer.lines.map((line) => `${line}\n`).join("") };
}

function lineFeeds(text: string): string {
  return text.replaceAll("\r\n", " \n").replaceAll("\r", "\n");
}

/** What ends a line, for one reader or another, and the tab that parts the columns. */
const BREAKS = /[\t\n\v\f\r\x1c-\x1e\u0085\u2028\u2029]+/;

/** Numbers its lines by sort, as the format does: T1, A1, R1, #1. */
class Writer {
  readonly lines: string[] = [];
  readonly #text: string;
  readonly #count: (offset: number) => number;
  readonly #last = { T: 0, A: 0, R: 0, "#": 0 };
  /** Entities that several annotations share: what is counted, members. */
  readonly #shared = new Map<string, string>();

  constructor(text: string) {
    this.#text = text;
    this.#count = codePointCounter(text);
  }

  number(note: NumberAnnotation): string {
    const id = this.#entity(note.kind, note);
    if (note.bound !== "exact") this.#add("A", `bound ${id} ${note.bound}`);
    if (note.direction !== null) this.#add("A", `direction ${id} ${note.direction}`);
    if (note.rate !== null) this.#add("A", `rate ${id} ${note.rate}`);
    if (note.planned) this.#add("A", `planned ${id}`);
    const value = typeof note.value === "string" || note.value === null ? note.value : note.value.join("..");
    this.#note(id, { value, unit: note.unit, edtf: note.edtf, iso: note.iso });
    if (note.of !== null) this.#add("R", `of Arg1:${id} Arg2:${this.#sharedEntity("counted", note.of)}`);
    return id;
  }

  slogan(note: SloganAnnotation): void {
    const id = this.#entity(note.kind, note);
    if (note.quoted) this.#add("A", `quoted ${id}`);
    if (note.kind === "formula") this.#add("A", `members ${id} ${note.memberStatus}`);
    const glossary = note.members.filter(({ source }) => source === "glossary").map(({ text }) => text);
    this.#note(id, { glossary: sayList(glossary) || null });
    for (const member of note.members) if (isPlaced(member)) this.#add("R", `member Arg1:${id} Arg2:${this.#sharedEntity("member", member)}`);
  }

  change({ from, to, delta, percent }: Change, first: string | undefined, last: string | undefined): void {
    if (first === undefined || last === undefined) return;
    this.#note(this.#add("R", `change Arg1:${first} Arg2:${last}`), { from, to, delta, percent });
  }

  #entity(type: string, span: Span): string {
    const fragments = this.#fragments(span);
    const places = fragments.map(({ start, end }) => `${this.#count(start)} ${this.#count(end)}`).join(";");
    const surface = fragments.map(({ start, end }) => this.#text.slice(start, end)).join(" ");
    return this.#add("T", `${type} ${places}\t${wellFormed(surface)}`);
  }

  #sharedEntity(type: string, span: Span): string {
    const key = `${type} ${span.start} ${span.end}`;
    const id = this.#shared.get(key) ?? this.#entity(type, span);
    this.#shared.set(key, id);
    return id;
  }

  #fragments({ start, end }: Span): Span[] {
    let at = start;
    return this.#text.slice(start, end).split(new RegExp(`(${BREAKS.source})`)).flatMap((part) => {
      const fragment = { start: at, end: (at += part.length) };
      return part === "" || BREAKS.test(part) ? [] : [fragment];
    });
  }

  #note(id: string, facts: Readonly<Record<string, string | null>>): void {
    const said = Object.entries(facts).flatMap(([name, fact]) => (fact === null ? [] : [`${name}=${oneLine(fact)}`]));
    if (said.length > 0) this.#add("#", `AnnotatorNotes ${id}\t${said.join("; ")}`);
  }

  #add(sort: "T" | "A" | "R" | "#", rest: string): string {
    const id = `${sort}${(this.#last[sort] += 1)}`;
    this.lines.push(`${id}\t${rest}`);
    return id;
  }
}

function isPlaced(member: Member): member is Member & Span {
  return member.start !== undefined && member.end !== undefined;
}
