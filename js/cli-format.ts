/** An analysis as lines of output. */
import type { Analysis, Change, Layer, NumberAnnotation, Rejection, SloganAnnotation, Token } from "./types.js";

export type Format = "jsonl" | "json" | "text";

export function* toLines(doc: string, analysis: Analysis, layers: readonly Layer[], format: Format): Generator<string> {
  if (format === "json") {
    yield `${JSON.stringify({ doc, layers, annotations: [...toRecords(analysis)] }, null, 1)}\n`;
    return;
  }
  for (const record of toRecords(analysis)) {
    yield format === "text" ? `${toRow(record)}\n` : `${JSON.stringify({ doc, ...record })}\n`;
  }
}

type Record = { readonly layer: string; readonly start: number; readonly end: number; readonly text: string } & {
  readonly [field: string]: unknown;
};

/** Layer after layer, each sorted by start. */
function* toRecords(analysis: Analysis): Generator<Record> {
  if (analysis.tokenEnds.length > 0) for (const token of analysis.tokens) yield wordRecord(token);
  for (const number of analysis.numbers) yield numberRecord(number);
  for (const change of analysis.changes) yield changeRecord(change);
  for (const slogan of analysis.slogans) yield sloganRecord(slogan);
  for (const rejection of analysis.rejected) yield rejectionRecord(rejection);
}

function wordRecord({ start, end, text, partOfSpeech }: Token): Record {
  return { layer: "word", start, end, text, part_of_speech: partOfSpeech };
}

function numberRecord(n: NumberAnnotation): Record {
  const { layer, kind, start, end, text, value, unit, bound, edtf, iso, direction, rate, planned, rule } = n;
  return { layer, kind, start, end, text, value, unit, bound, of: n.of?.text ?? null, edtf, iso, direction, rate, planned, rule };
}

function changeRecord(c: Change): Record {
  const { layer, start, end, text, from, to, unit, delta, percent, rule } = c;
  return { layer, start, end, text, from, to, unit, of: c.of?.text ?? null, delta, percent, rule };
}

function sloganRecord(s: SloganAnnotation): Record {
  const { layer, kind, start, end, text, quoted, members, memberStatus, parent, rule } = s;
  return {
    layer, kind, start, end, text, quoted, members: members.length > 0 ? members : null, member_status: memberStatus,
    parent, rule,
  };
}

function rejectionRecord(r: Rejection): Record {
  const { layer, start, end, text, of, reason, rule } = r;
  return { layer, start, end, text, of, reason, rule };
}

/** For reading: place, layer, kind, text, then what is not usual. */
function toRow(record: Record): string {
  const { layer, kind, start, end, text, ...rest } = record;
  const facts = Object.entries(rest)
    .filter(([name, value]) => value !== null && value !== false && value !== "exact" && value !== "none" && name !== "rule")
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  return [`${start}-${end}`, layer, kind ?? "", text.replace(/\s+/g, " "), ...facts].join("\t");
}
