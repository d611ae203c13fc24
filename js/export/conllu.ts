/**
 * CoNLL-U: a word a line; numbers and slogans in MISC. Offsets: code points into the whole text, as `TokenRange`.
 *
 * Blanks are kept the way UDPipe does: `SpaceAfter=No`, `SpacesBefore`, `SpacesAfter`, `SpacesInToken` with `\s \t \r \n \p \\`. Heads and
 * relations are not there (`_`): nobody parsed the text. A number or slogan begins at `B-` and goes on at `I-`; what else is known
 * of it stands at its first word. U+FFFD stands for control characters and line separators: no reader sees a line too many.
 */
import TABLE from "../../data/upos.tsv";
import { QuandianError } from "../errors.js";
import type { Analysis, NumberAnnotation, SloganAnnotation, Span, Token } from "../types.js";
import { codePointCounter } from "./code-points.js";
import { lineSafe } from "./plain.js";
import { sentences } from "./sentences.js";

const UPOS: ReadonlyMap<string, string> = new Map(TABLE.map(([tag = "", upos = ""]) => [tag, upos]));

/** A word a line, with numbers and slogans in MISC. Offsets: code points. Without words an error (`lexicon-missing`). */
export function toCoNLLU(analysis: Analysis): string {
  const { text, tokens } = analysis;
  if (text.trim() === "") return "";
  if (tokens.length === 0) throw new QuandianError("lexicon-missing");
  if (overlap(tokens)) throw new QuandianError("option", "mode");
  const words = tokens.filter((token) => token.text.trim() !== "").map((token) => trimmed(token));
  const columns = new Columns(analysis, words);
  let next = 0;
  const blocks = sentences(analysis).map((sentence, index) => {
    const first = next;
    while ((words[next]?.start ?? Infinity) < sentence.end) next += 1;
    const rows = words.slice(first, next).map((_word, at) => columns.row(first + at, at + 1));
    const head = [...(index === 0 ? ["# newdoc", "# offsets = code points (TokenRange)"] : []), `# sent_id = ${index + 1}`];
    return [...head, `# text = ${columns.textOf(first, next)}`, ...rows].join("\n");
  });
  return blocks.map((block) => `${block}\n\n`).join("");
}

/** The modes `full` and `search` give words that overlap. */
function overlap(tokens: readonly Token[]): boolean {
  return tokens.some(({ start }, at) => start < (tokens[at - 1]?.end ?? 0));
}

/** Blanks at the edges of a token stand between words here. */
function trimmed(token: Token): Token {
  const from = token.text.length - token.text.trimStart().length;
  const surface = token.text.trim();
  return { ...token, start: token.start + from, end: token.start + from + surface.length, text: surface };
}

class Columns {
  readonly #text: string;
  readonly #words: readonly Token[];
  readonly #count: (offset: number) => number;
  readonly #numbers: (word: Span) => readonly NumberAnnotation[];
  readonly #slogans: (word: Span) => readonly SloganAnnotation[];

  constructor({ text, numbers, slogans }: Analysis, words: readonly Token[]) {
    this.#text = text;
    this.#words = words;
    this.#count = codePointCounter(text);
    this.#numbers = coveringFinder(numbers);
    this.#slogans = coveringFinder(slogans);
  }

  row(index: number, id: number): string {
    const word = this.#words[index];
    if (word === undefined) return "";
    const form = formOf(word);
    return [id, form, form, upos(word), word.partOfSpeech, "_", "_", "_", "_", this.#misc(index, word).join("|")].join("\t");
  }

  /** The forms of a sentence with the blanks between them, each as one. */
  textOf(first: number, end: number): string {
    const parts = this.#words.slice(first, end).map((word, at) => formOf(word) + (this.#gap(first + at) === "" ? "" : " "));
    return parts.join("").trimEnd();
  }

  /** What stands between a word and the next. */
  #gap(index: number): string {
    return this.#text.slice(this.#words[index]?.end, this.#words[index + 1]?.start);
  }

  #misc(index: number, word: Token): string[] {
    const gap = this.#gap(index);
    const before = index === 0 ? this.#text.slice(0, word.start) : "";
    return [
      ...(before === "" ? [] : [`SpacesBefore=${escape(before)}`]),
      ...(gap === "" ? ["SpaceAfter=No"] : gap === " " ? [] : [`SpacesAfter=${escape(gap)}`]),
      ...(formOf(word) === lineSafe(word.text) ? [] : [`SpacesInToken=${escape(word.text)}`]),
      `TokenRange=${this.#count(word.start)}:${this.#count(word.end)}`,
      ...this.#annotations(index, word),
    ];
  }

  #annotations(index: number, word: Token): string[] {
    const begins = ({ start }: Span): boolean => start >= (this.#words[index - 1]?.end ?? 0);
    const label = (note: NumberAnnotation | SloganAnnotation): string => `${begins(note) ? "B" : "I"}-${note.kind}`;
    const [number] = this.#numbers(word);
    const slogans = this.#slogans(word);
    return [
      ...(number === undefined ? [] : [`Number=${label(number)}`]),
      ...(number !== undefined && begins(number) ? numberFacts(number) : []),
      ...(slogans.length === 0 ? [] : [`Slogan=${slogans.map(label).join(",")}`]),
      ...slogans.filter((note) => begins(note) && note.members.length > 0).map(membersOf),
    ];
  }
}

function numberFacts({ value, unit, bound, edtf, iso }: NumberAnnotation): string[] {
  const facts = {
    Value: value === null || typeof value === "string" ? value : value.join(".."),
    Unit: unit,
    Bound: bound === "exact" ? null : bound,
    Date: edtf,
    Duration: iso,
  };
  return Object.entries(facts).flatMap(([name, fact]) => (fact === null ? [] : [`${name}=${escape(fact)}`]));
}

function membersOf({ members }: SloganAnnotation): string {
  return `Members=${members.map(({ text }) => escape(text)).join(",")}`;
}

/** A form holds no tab and no line break; other blanks become one space. */
function formOf({ text }: Token): string {
  return lineSafe(text).replace(/\s+/g, " ");
}

function upos({ text, partOfSpeech }: Token): string {
  const known = UPOS.get(partOfSpeech);
  if (known !== undefined) return known;
  if (/^\p{Punctuation}+$/u.test(text)) return "PUNCT";
  return /^[\p{Symbol}\p{Punctuation}]+$/u.test(text) ? "SYM" : "X";
}

const ESCAPES: Readonly<Record<string, string>> = { " ": "\\s", "\t": "\\t", "\r": "\\r", "\n": "\\n", "|": "\\p", "\\": "\\\\" };

function escape(text: string): string {
  return lineSafe(text).replace(/[ \t\r\n|\\]/g, (character) => ESCAPES[character] ?? character);
}

/** The annotations that touch a span; asked in ascending order. */
function coveringFinder<T extends Span>(notes: readonly T[]): (word: Span) => readonly T[] {
  let open: T[] = [];
  let next = 0;
  return ({ start, end }) => {
    for (let note = notes[next]; note !== undefined && note.start < end; note = notes[++next]) open.push(note);
    open = open.filter((note) => note.end > start);
    return open;
  };
}
