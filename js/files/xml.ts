/**
 * XML as office files write it, read element by element. No DOCTYPE, so no entity but the five and the numbered ones;
 * names carry the prefix of the table below, whatever prefix the file uses.
 */
import { QuandianError } from "../errors.js";

export interface Element {
  /** Such as `w:p`; a name of any other namespace has no prefix but the colon: `:rect`. */
  readonly name: string;
  /** The value of an attribute, by the same names; without a namespace by the bare name. */
  attribute(name: string): string | undefined;
  readonly children: (Element | string)[];
}

/** The namespaces that are told apart, in both editions of the standard. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "rel"],
]);
const ENTITIES: ReadonlyMap<string, string> = new Map([["lt", "<"], ["gt", ">"], ["amp", "&"], ["quot", '"'], ["apos", "'"]]);

/** Deeper nesting is no document, and would exhaust the stack of who walks it. */
const DEEPEST = 400;
const ATTRIBUTE = /\s+([^\s=>/"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const NAME = /[^\s=>/"'<]+/y;

type Scope = ReadonlyMap<string, string>;

class Open implements Element {
  readonly name: string;
  readonly children: (Element | string)[] = [];
  readonly raw: string;
  readonly scope: Scope;
  readonly #attributes: readonly (readonly [name: string, value: string])[];

  constructor(raw: string, attributes: readonly (readonly [string, string])[], outer: Scope) {
    this.raw = raw;
    this.scope = scopeOf(attributes, outer);
    this.name = named(raw, this.scope.get("") ?? "", this.scope);
    this.#attributes = attributes;
  }

  attribute(name: string): string | undefined {
    return this.#attributes.find(([raw]) => named(raw, undefined, this.scope) === name)?.[1];
  }
}

/** Prefixes are looked up in the namespaces declared so far. */
function scopeOf(attributes: readonly (readonly [string, string])[], outer: Scope): Scope {
  const declared = attributes.filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"));
  if (declared.length === 0) return outer;
  const scope = new Map(outer);
  for (const [name, address] of declared) scope.set(name.slice("xmlns:".length), PREFIXES.get(address) ?? "");
  return scope;
}

function named(raw: string, fallback: string | undefined, scope: Scope): string {
  const colon = raw.indexOf(":");
  if (colon < 0) return fallback === undefined ? raw : `${fallback}:${raw}`;
  return `${scope.get(raw.slice(0, colon)) ?? ""}:${raw.slice(colon + 1)}`;
}

/** The whole of a small file as a tree. */
export function parseXml(bytes: Uint8Array): Element {
  for (const element of elements(bytes, 0)) return element;
  throw damaged("empty");
}

/** The children of the first element of that name, one after the other: a long text is never a tree as a whole. */
export function* childrenOf(bytes: Uint8Array, parent: string): Generator<Element> {
  yield* elements(bytes, parent);
}

/** Yields each element that is complete at the wanted place: at a depth, or below the first element of a name. */
function* elements(bytes: Uint8Array, place: number | string): Generator<Element> {
  const open: Open[] = [];
  let from = typeof place === "number" ? place : Infinity;
  for (const token of tokens(new TextDecoder(wide(bytes)).decode(bytes))) {
    if (typeof token === "string") {
      if (open.length > from) open.at(-1)?.children.push(token);
      continue;
    }
    if ("close" in token) {
      const closed = open.pop();
      if (closed === undefined || closed.raw !== token.close) throw damaged(token.close);
      if (open.length === from) yield closed;
      else if (open.length < from && from !== Infinity) return;
      continue;
    }
    const element = new Open(token.open, token.attributes, open.at(-1)?.scope ?? new Map());
    if (open.length > from) open.at(-1)?.children.push(element);
    if (open.length >= DEEPEST) throw damaged("depth");
    if (!token.empty) open.push(element);
    else if (open.length === from) yield element;
    if (from === Infinity && element.name === place && !token.empty) from = open.length;
  }
  if (open.length > 0) throw damaged("end");
}

type Token =
  | string
  | { readonly open: string; readonly attributes: readonly (readonly [string, string])[]; readonly empty: boolean }
  | { readonly close: string };

function* tokens(xml: string): Generator<Token> {
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf("<", at);
    if (next < 0) return;
    if (next > at) yield unescaped(xml.slice(at, next));
    if (xml.startsWith("<!--", next)) at = behind(xml, "-->", next + 4);
    else if (xml.startsWith("<?", next)) at = behind(xml, "?>", next);
    else if (xml.startsWith("<![CDATA[", next)) {
      at = behind(xml, "]]>", next);
      yield xml.slice(next + 9, at - 3);
    } else if (xml.startsWith("<!", next)) throw damaged("DOCTYPE");
    else if (xml.startsWith("</", next)) {
      at = behind(xml, ">", next);
      yield { close: xml.slice(next + 2, at - 1).trim() };
    } else {
      const [token, end] = tag(xml, next + 1);
      at = end;
      yield token;
    }
  }
}

function tag(xml: string, from: number): [Token, number] {
  NAME.lastIndex = from;
  const open = NAME.exec(xml)?.[0];
  if (open === undefined) throw damaged("<");
  let at = from + open.length;
  const attributes: (readonly [string, string])[] = [];
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(xml);
    if (found === null) break;
    attributes.push([found[1] ?? "", unescaped(found[2] ?? found[3] ?? "")]);
    at = ATTRIBUTE.lastIndex;
  }
  while (/\s/.test(xml.charAt(at))) at += 1;
  const empty = xml.startsWith("/>", at);
  if (!empty && xml[at] !== ">") throw damaged(open);
  return [{ open, attributes, empty }, at + (empty ? 2 : 1)];
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw damaged(mark);
  return at + mark.length;
}

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|(\w{2,4}));/g, (whole, decimal?: string, hex?: string, name?: string) =>
    name === undefined ? character(decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal)) : ENTITIES.get(name) ?? whole);
}

/** A number that stands for no character of XML becomes the sign for that. */
function character(code: number): string {
  const known = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff);
  return known ? String.fromCodePoint(code) : "\ufffd";
}

function wide(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

function damaged(what: string): QuandianError {
  return new QuandianError("file-damaged", `XML ${what}`);
}
