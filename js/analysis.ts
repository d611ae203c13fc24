/** From the findings as they cross the boundary to what readers get: texts sliced from the source, nothing left out. */
import type {
  Analysis, Change, Fact, Member, NumberAnnotation, Rejection, SloganAnnotation, Span, TextSpan, Token,
} from "./types.js";
import type { Raw, RawAnalysis } from "./wasm.js";

const NONE: readonly never[] = Object.freeze([]);

export function toAnalysis(text: string, raw: RawAnalysis): Analysis {
  const offsets = raw.tokens ?? new Uint32Array(0);
  const tags = raw.tags ?? NONE;
  let tokens: readonly Token[] | undefined;
  return {
    version: 1,
    text,
    get tokens() {
      return (tokens ??= toTokens(text, offsets, tags));
    },
    tokenOffsets: offsets,
    tags,
    numbers: raw.numbers?.map((n) => toNumber(text, n)) ?? NONE,
    changes: raw.changes?.map((c) => toChange(text, c)) ?? NONE,
    facts: raw.facts?.map((f) => toFact(text, f)) ?? NONE,
    slogans: raw.slogans?.map((s) => toSlogan(text, s)) ?? NONE,
    rejected: raw.rejected?.map((r) => toRejection(text, r)) ?? NONE,
  };
}

/** The surfaces of the tokens alone. */
export function toSurfaces(text: string, offsets: Uint32Array): string[] {
  const surfaces: string[] = [];
  for (let at = 0; at + 2 < offsets.length; at += 3) surfaces.push(text.slice(offsets[at], offsets[at + 1]));
  return surfaces;
}

function toTokens(text: string, offsets: Uint32Array, tags: readonly string[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at + 2 < offsets.length; at += 3) {
    const start = offsets[at] ?? 0;
    const end = offsets[at + 1] ?? 0;
    tokens.push({ start, end, text: text.slice(start, end), partOfSpeech: tags[offsets[at + 2] ?? 0] ?? "x" });
  }
  return tokens;
}

function textSpan(text: string, span: Span | undefined): TextSpan | null {
  return span ? { start: span.start, end: span.end, text: text.slice(span.start, span.end) } : null;
}

function toNumber(text: string, raw: Raw): NumberAnnotation {
  return {
    layer: "number",
    kind: raw.kind,
    start: raw.start,
    end: raw.end,
    text: text.slice(raw.start, raw.end),
    value: raw.value ?? null,
    unit: raw.unit ?? null,
    bound: raw.bound ?? "exact",
    of: textSpan(text, raw.of),
    edtf: raw.edtf ?? null,
    iso: raw.iso ?? null,
    direction: raw.direction ?? null,
    rate: raw.rate ?? null,
    planned: raw.planned ?? false,
    rule: raw.rule,
  };
}

function toChange(text: string, raw: Raw): Change {
  return {
    layer: "change",
    start: raw.start,
    end: raw.end,
    text: text.slice(raw.start, raw.end),
    from: raw.from,
    to: raw.to,
    unit: raw.unit ?? null,
    of: textSpan(text, raw.of),
    delta: raw.delta ?? null,
    percent: raw.percent ?? null,
    first: raw.first,
    last: raw.last,
    rule: raw.rule,
  };
}

function toFact(text: string, raw: Raw): Fact {
  return {
    number: raw.number,
    indicator: textSpan(text, raw.indicator),
    time: raw.time ?? null,
    sentence: raw.sentence,
  };
}

function toSlogan(text: string, raw: Raw): SloganAnnotation {
  return {
    layer: "slogan",
    kind: raw.kind,
    start: raw.start,
    end: raw.end,
    text: text.slice(raw.start, raw.end),
    quoted: raw.quoted,
    members: raw.members?.map((m: Raw) => toMember(text, m)) ?? NONE,
    memberStatus: raw.memberStatus ?? "none",
    parent: raw.parent ?? null,
    identity: raw.identity,
    rule: raw.rule,
  };
}

function toMember(text: string, raw: Raw): Member {
  if (raw.start === undefined) return { text: raw.text, source: "glossary" };
  return { text: text.slice(raw.start, raw.end), source: "text", start: raw.start, end: raw.end, group: raw.group };
}

function toRejection(text: string, raw: Raw): Rejection {
  return {
    layer: "rejected",
    start: raw.start,
    end: raw.end,
    text: text.slice(raw.start, raw.end),
    of: raw.of,
    reason: raw.reason,
    rule: raw.rule,
  };
}
