/**
 * W3C Web Annotation (JSON-LD). Offsets: code points, as the recommendation asks. Each target says its place twice, by quote
 * and by position, so that it is found again after the text was edited elsewhere.
 */
import type { Analysis, Change, NumberAnnotation, SloganAnnotation, Span } from "../types.js";
import { codePointCounter } from "./code-points.js";
import { wellFormed } from "./plain.js";

/** What a quote carries around it, in code points. */
const CONTEXT = 32;

export interface W3COptions {
  /** The address of the text, or a name for it. */
  readonly source: string;
}

/** Web Annotations (JSON-LD), an object each, which find their place by quote and by position. Offsets: code points. */
export function toW3C(analysis: Analysis, { source }: W3COptions): object[] {
  const count = codePointCounter(analysis.text);
  const { numbers, changes, slogans, text } = analysis;
  return [...numbers, ...changes, ...slogans]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((note) => ({
      "@context": "http://www.w3.org/ns/anno.jsonld",
      type: "Annotation",
      motivation: "classifying",
      body: bodies(note),
      target: { source: wellFormed(source), selector: [quote(text, note), position(note, count)] },
    }));
}

function bodies(note: NumberAnnotation | Change | SloganAnnotation): object[] {
  const name = note.layer === "change" ? "change" : `${note.layer}/${note.kind}`;
  return [
    { type: "TextualBody", purpose: "classifying", format: "text/plain", value: name },
    { type: "TextualBody", purpose: "describing", format: "application/json", value: JSON.stringify(details(note)) },
  ];
}

/** Said elsewhere in the annotation, or an index into lists that are not here. */
const NOT_HERE = ["layer", "start", "end", "text", "first", "last", "parent", "identity"];

/** What the annotation says besides its place. */
function details(note: NumberAnnotation | Change | SloganAnnotation): object {
  const flat = note.layer === "slogan"
    ? { ...note, members: note.members.map(({ text, source }) => ({ text: wellFormed(text), source })) }
    : { ...note, of: note.of === null ? null : wellFormed(note.of.text) };
  return Object.fromEntries(Object.entries(flat).filter(([name, value]) => value !== null && !NOT_HERE.includes(name)));
}

function position({ start, end }: Span, count: (offset: number) => number): object {
  return { type: "TextPositionSelector", start: count(start), end: count(end) };
}

function quote(text: string, { start, end }: Span): object {
  return {
    type: "TextQuoteSelector",
    exact: wellFormed(text.slice(start, end)),
    prefix: wellFormed(before(text, start)),
    suffix: wellFormed(after(text, end)),
  };
}

/** Twice the width: no code point has more than two units, and one more than is taken shows where a cluster begins. */
const WINDOW = 2 * CONTEXT + 2;

function before(text: string, start: number): string {
  const [first, ...rest] = clusters(text.slice(Math.max(0, start - WINDOW), start));
  // The window may begin within a cluster.
  const whole = start > WINDOW || first === undefined ? rest : [first, ...rest];
  return take(whole.reverse()).reverse().join("");
}

function after(text: string, end: number): string {
  const found = clusters(text.slice(end, end + WINDOW));
  if (end + WINDOW < text.length) found.pop();
  return take(found).join("");
}

/** As many clusters as have room in the context. */
function take(from: readonly string[]): string[] {
  let room = CONTEXT;
  const end = from.findIndex((cluster) => (room -= [...cluster].length) < 0);
  return end < 0 ? [...from] : from.slice(0, end);
}

/** What a reader takes for one character; code points where the browser cannot tell. */
function clusters(text: string): string[] {
  if (typeof Intl.Segmenter !== "function" || ALONE.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter("zh", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Han, punctuation and ASCII: each is a cluster of its own, which saves asking. */
const ALONE = /^[ -~\n\u2014-\u2027\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

let segmenter: Intl.Segmenter | undefined;
