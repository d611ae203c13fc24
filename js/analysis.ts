/**
 * From the findings as they cross the boundary to what readers get: texts sliced from the source, nothing left out. What
 * is plentiful and not always looked at becomes objects at the first look.
 */
import type {
  Analysis, Change, Fact, Keyword, Member, NumberAnnotation, Rejection, SloganAnnotation, TextSpan, Token,
} from "./types.js";
import type { RawAnalysis, RawChange, RawKeywords } from "./wasm.js";

const NONE: readonly never[] = Object.freeze([]);

export function toAnalysis(text: string, raw: RawAnalysis): Analysis {
  const { tokenEnds = new Uint32Array(0), tokenTags = new Uint8Array(0), tags = NONE } = raw;
  let tokenStarts = raw.tokenStarts;
  let tokens: readonly Token[] | undefined;
  let facts: readonly Fact[] | undefined;
  let rejected: readonly Rejection[] | undefined;
  const numbers = raw.numbers ? toNumbers(text, raw.numbers, raw) : NONE;
  return {
    version: 1,
    text,
    get tokens() {
      return (tokens ??= toTokens(this));
    },
    get tokenStarts() {
      return (tokenStarts ??= startsOf(tokenEnds));
    },
    tokenEnds,
    tokenTags,
    tags,
    numbers,
    changes: raw.changes?.map((c) => toChange(text, numbers, c)) ?? NONE,
    get facts() {
      return (facts ??= raw.facts ? toFacts(text, raw.facts) : NONE);
    },
    slogans: raw.slogans ? toSlogans(text, raw.slogans, raw) : NONE,
    get rejected() {
      return (rejected ??= raw.rejected ? toRejections(text, raw.rejected, raw) : NONE);
    },
  };
}

/** The surfaces of the tokens alone. */
export function toSurfaces(text: string, { tokenStarts, tokenEnds = new Uint32Array(0) }: RawAnalysis): string[] {
  const surfaces: string[] = [];
  let before = 0;
  for (let at = 0; at < tokenEnds.length; at += 1) {
    const end = tokenEnds[at] ?? 0;
    surfaces.push(text.slice(tokenStarts ? tokenStarts[at] : before, end));
    before = end;
  }
  return surfaces;
}

export function toKeywords(text: string, { rows, weights, tags }: RawKeywords): Keyword[] {
  return Array.from(weights, (weight, at) => {
    const [start = 0, end = 0, tag = 0, count = 0] = rows.subarray(at * 4);
    return { start, end, text: text.slice(start, end), partOfSpeech: tags[tag] ?? "x", weight, count };
  });
}

/** Tokens that partition their text begin where the one before ends. */
function startsOf(ends: Uint32Array): Uint32Array {
  const starts = new Uint32Array(ends.length);
  starts.set(ends.subarray(0, -1), Math.min(1, ends.length));
  return starts;
}

function toTokens({ text, tokenStarts, tokenEnds, tokenTags, tags }: Analysis): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < tokenEnds.length; at += 1) {
    const start = tokenStarts[at] ?? 0;
    const end = tokenEnds[at] ?? 0;
    tokens.push({ start, end, text: text.slice(start, end), partOfSpeech: tags[tokenTags[at] ?? 0] ?? "x" });
  }
  return tokens;
}

/** Stands in a row for what is not there. */
const ABSENT = 0xffff_ffff;

/** Reads rows of integers from left to right. */
class Reader {
  readonly #rows: Uint32Array;
  readonly #names: readonly string[];
  #at = 0;

  constructor(rows: Uint32Array, names: readonly string[]) {
    this.#rows = rows;
    this.#names = names;
  }

  get more(): boolean {
    return this.#at < this.#rows.length;
  }

  integer(): number {
    return this.#rows[this.#at++] ?? 0;
  }

  optional(): number | null {
    const integer = this.integer();
    return integer === ABSENT ? null : integer;
  }

  /** A string by its number. The type is what src/wasm writes at that place. */
  name<Name extends string = string>(): Name {
    return this.#names[this.integer()] as Name;
  }

  optionalName<Name extends string = string>(): Name | null {
    const integer = this.integer();
    return integer === ABSENT ? null : (this.#names[integer] as Name);
  }

  textSpan(text: string): TextSpan | null {
    const start = this.integer();
    const end = this.integer();
    return start === ABSENT ? null : { start, end, text: text.slice(start, end) };
  }
}

function toNumbers(text: string, rows: Uint32Array, { names = NONE, texts = "" }: RawAnalysis): NumberAnnotation[] {
  const numbers: NumberAnnotation[] = [];
  const reader = new Reader(rows, names);
  const strings = texts.split("\n");
  let next = 0;
  const string = (): string => strings[next++] ?? "";
  while (reader.more) {
    const start = reader.integer();
    const end = reader.integer();
    const kind = reader.name<NumberAnnotation["kind"]>();
    const bound = reader.name<NumberAnnotation["bound"]>();
    const direction = reader.optionalName<"up" | "down">();
    const rate = reader.optionalName<NonNullable<NumberAnnotation["rate"]>>();
    const planned = reader.integer() === 1;
    const rule = reader.name();
    const unit = reader.optionalName();
    const of = reader.textSpan(text);
    const present = reader.integer();
    const values = present & 3;
    const value = values === 0 ? null : values === 1 ? string() : ([string(), string()] as const);
    const edtf = present & 4 ? string() : null;
    const iso = present & 8 ? string() : null;
    numbers.push({
      layer: "number", kind, start, end, text: text.slice(start, end), value, unit, bound, of, edtf, iso, direction, rate,
      planned, rule,
    });
  }
  return numbers;
}

function toChange(text: string, numbers: readonly NumberAnnotation[], [start, end, unit, [ofStart, ofEnd], delta, percent, first, last, rule]: RawChange): Change {
  const valueOf = (at: number): string => String(numbers[at]?.value);
  return {
    layer: "change", start, end, text: text.slice(start, end), from: valueOf(first), to: valueOf(last), unit: unit ?? null,
    of: ofStart === ABSENT ? null : { start: ofStart, end: ofEnd, text: text.slice(ofStart, ofEnd) },
    delta: delta ?? null, percent: percent ?? null, first, last, rule,
  };
}

function toFacts(text: string, rows: Uint32Array): Fact[] {
  const facts: Fact[] = [];
  const reader = new Reader(rows, NONE);
  while (reader.more) {
    const number = reader.integer();
    const indicator = reader.textSpan(text);
    const time = reader.optional();
    facts.push({ number, indicator, time, sentence: { start: reader.integer(), end: reader.integer() } });
  }
  return facts;
}

function toSlogans(text: string, rows: Uint32Array, { names = NONE, identities = "" }: RawAnalysis): SloganAnnotation[] {
  const distinct = identities.split("\n").map(toIdentity);
  const slogans: SloganAnnotation[] = [];
  const reader = new Reader(rows, names);
  while (reader.more) {
    const start = reader.integer();
    const end = reader.integer();
    const kind = reader.name<SloganAnnotation["kind"]>();
    const quoted = reader.integer() === 1;
    const memberStatus = reader.name<SloganAnnotation["memberStatus"]>();
    const parent = reader.optional();
    const identity = reader.integer();
    const rule = reader.name();
    const count = reader.integer();
    const members = count === 0 ? NONE : Array.from({ length: count }, () => toMember(text, reader, names));
    slogans.push({
      layer: "slogan", kind, start, end, text: text.slice(start, end), quoted, members, memberStatus, parent, identity,
      ...(distinct[identity] ?? toIdentity("")), rule,
    });
  }
  return slogans;
}

function toIdentity(line: string): Pick<SloganAnnotation, "canonical" | "listed"> {
  const [canonical = "", ...listed] = line.split("\t");
  return { canonical, listed: listed.length === 0 ? NONE : listed };
}

function toMember(text: string, reader: Reader, names: readonly string[]): Member {
  const start = reader.optional();
  const end = reader.integer();
  const group = reader.integer();
  if (start === null) return { text: names[end] ?? "", source: "glossary" };
  return { text: text.slice(start, end), source: "text", start, end, group };
}

function toRejections(text: string, rows: Uint32Array, { names = NONE }: RawAnalysis): Rejection[] {
  const rejections: Rejection[] = [];
  const reader = new Reader(rows, names);
  while (reader.more) {
    const start = reader.integer();
    const end = reader.integer();
    const of = reader.name<Rejection["of"]>();
    const reason = reader.name();
    rejections.push({ layer: "rejected", start, end, text: text.slice(start, end), of, reason, rule: reader.name() });
  }
  return rejections;
}
