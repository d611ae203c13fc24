/**
 * TEI P5: lines as `<p>`, sentences as `<s>`, words as `<w>` and `<pc>`, numbers as `<num>`, `<measure>`, `<date>`, slogans as `<rs>` and
 * `<seg>`. Offsets: none, the marks stand in the text. What crosses an element is written in pieces tied by `next` and `prev`.
 */
import type { Analysis, Change, NumberAnnotation, SloganAnnotation, Token } from "../types.js";
import { nested, type Mark, type Piece } from "./nesting.js";
import { escapeXml } from "./plain.js";
import { lines, sentences } from "./sentences.js";
import { dateAttributes } from "./xml-date.js";

export interface TeiOptions {
  /** For the header; default: empty. */
  readonly title?: string;
}

/** TEI P5, with words, numbers and slogans as elements. No offsets: the marks stand in the text. */
export function toTEI(analysis: Analysis, { title = "" }: TeiOptions = {}): string {
  const body = nested(analysis.text, elements(analysis), {
    open,
    close: ({ name }) => `</${name}>`,
    text: escapeXml,
    // Line ends, which XML reads as line feeds.
    between: (breaks) => breaks.replace(/\r\n?/g, "\n"),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title>${escapeXml(title)}</title></titleStmt>
<publicationStmt><p>Written by Quandian.</p></publicationStmt>
<sourceDesc><p>Plain text, one paragraph a line.</p></sourceDesc>
</fileDesc>
<encodingDesc><p>No offsets: all marks stand in the text. Dates: EDTF in when-custom.</p></encodingDesc>
</teiHeader>
<text xml:lang="zh"><body>${body === "" ? "<p/>" : body}</body></text>
${standOff(analysis)}</TEI>
`;
}

type Attributes = Readonly<Record<string, string | null | undefined>>;

interface Element extends Mark {
  readonly name: string;
  readonly id?: string;
  readonly attributes: Attributes;
}

/** Outer elements first. */
const RANKS = { paragraph: 0, sentence: 1, slogan: 2, member: 3, number: 4, word: 5 } as const;

function elements(analysis: Analysis): Element[] {
  const { text, numbers, slogans, tokens } = analysis;
  const partition = tokens.every(({ start }, at) => start >= (tokens[at - 1]?.end ?? 0));
  return [
    ...lines(text).map((span) => ({ ...span, rank: RANKS.paragraph, name: "p", attributes: {} })),
    ...sentences(analysis).map((span) => ({ ...span, rank: RANKS.sentence, name: "s", attributes: {} })),
    ...slogans.map(sloganElement),
    ...memberElements(slogans),
    ...numbers.map(numberElement),
    ...(partition ? tokens.filter((token) => token.text.trim() !== "").map(wordElement) : []),
  ];
}

function wordElement({ start, end, text, partOfSpeech }: Token): Element {
  const name = /^\p{Punctuation}+$/u.test(text) ? "pc" : "w";
  return { start, end, rank: RANKS.word, name, attributes: { pos: partOfSpeech } };
}

function sloganElement(note: SloganAnnotation, index: number): Element {
  const { start, end, kind, memberStatus } = note;
  const name = kind === "formula" || kind === "brand" ? "rs" : "seg";
  const members = note.members.flatMap((member) => (member.start === undefined ? [] : [`#m${member.start}-${member.end}`]));
  const subtype = kind === "formula" ? memberStatus : null;
  return {
    start, end, rank: RANKS.slogan, name, id: `s${index}`,
    attributes: { type: kind, subtype, corresp: members.length > 0 ? members.join(" ") : null },
  };
}

/** Members that stand in the text, each once. */
function memberElements(slogans: readonly SloganAnnotation[]): Element[] {
  const found = new Map<string, Element>();
  for (const { start, end } of slogans.flatMap(({ members }) => members)) {
    if (start === undefined || end === undefined) continue;
    const id = `m${start}-${end}`;
    found.set(id, { start, end, rank: RANKS.member, name: "seg", id, attributes: { type: "member" } });
  }
  return [...found.values()];
}

function numberElement(note: NumberAnnotation, index: number): Element {
  const { start, end } = note;
  const [name, attributes] = numberMarkup(note);
  return { start, end, rank: RANKS.number, name, id: `n${index}`, attributes };
}

function numberMarkup(note: NumberAnnotation): readonly [name: string, attributes: Attributes] {
  const subtype = note.bound === "exact" ? null : note.bound;
  if (note.kind === "date") return ["date", { type: "date", ...(note.edtf === null ? {} : dateAttributes(note.edtf)) }];
  if (note.iso !== null) return ["date", { type: "duration", subtype, dur: note.iso }];
  if (note.kind === "code") return ["rs", { type: "code" }];
  if (note.kind === "ordinal") return ["num", { type: "ordinal", value: plain(note.value), n: note.unit }];
  if (note.kind === "percent" && note.unit === "percent") return ["num", { type: "percentage", subtype, ...amount(note, "value") }];
  if (note.kind === "ratio" && note.unit === null) return ["num", ratio(note.value)];
  const type = note.kind === "money" ? "currency" : note.kind;
  return ["measure", { type, subtype, ...amount(note, "quantity"), unit: note.unit }];
}

/** `num` has values like `2/3`, none like `1:3`. */
function ratio(value: NumberAnnotation["value"]): Attributes {
  const said = plain(value);
  return said !== null && said.includes(":") ? { type: "ratio", n: said } : { type: "fraction", value: said };
}

function amount({ value, bound }: NumberAnnotation, name: "value" | "quantity"): Attributes {
  if (value === null) return {};
  if (typeof value !== "string") return { atLeast: value[0], atMost: value[1] };
  if (bound === "more_than") return { [name]: value, atLeast: value };
  return bound === "less_than" ? { [name]: value, atMost: value } : { [name]: value };
}

function plain(value: NumberAnnotation["value"]): string | null {
  return typeof value === "string" ? value : null;
}

function open({ mark, number, count }: Piece<Element>): string {
  const { id } = mark;
  const name = (at: number): string => (at === 0 ? `${id}` : `${id}.${at + 1}`);
  const tie: Attributes = id === undefined ? fragment(number, count) : {
    "xml:id": name(number),
    prev: number > 0 ? `#${name(number - 1)}` : null,
    next: number + 1 < count ? `#${name(number + 1)}` : null,
  };
  return `<${mark.name}${attributeText({ ...mark.attributes, ...tie })}>`;
}

/** Initial, medial, final. */
function fragment(number: number, count: number): Attributes {
  if (count === 1) return {};
  return { part: number === 0 ? "I" : number + 1 < count ? "M" : "F" };
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null || value === undefined ? "" : ` ${name}="${escapeXml(value)}"`))
    .join("");
}

/** What ties marks together, and members that the text does not name. */
function standOff({ changes, slogans }: Analysis): string {
  const links = changes.map(changeLink);
  const glossary = slogans.flatMap(({ members }, index) =>
    members.filter(({ source }) => source === "glossary").map(({ text }) => `<interp type="member" inst="#s${index}">${escapeXml(text)}</interp>`),
  );
  if (links.length + glossary.length === 0) return "";
  const groups = [
    links.length === 0 ? "" : `<linkGrp type="change">\n${links.join("\n")}\n</linkGrp>\n`,
    glossary.length === 0 ? "" : `<interpGrp type="glossary">\n${glossary.join("\n")}\n</interpGrp>\n`,
  ];
  return `<standOff>\n${groups.join("")}</standOff>\n`;
}

function changeLink({ first, last, delta }: Change): string {
  return `<link${attributeText({ target: `#n${first} #n${last}`, n: delta })}/>`;
}
