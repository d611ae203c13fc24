/**
 * How marks look: form first, colour second. One set of rules for both painters. The colours are mixed with that of the text, so
 * that they are dark on paper and light on slate without knowing which of the two the site is.
 */
import { ALL_KINDS, KINDS, type MarkKind } from "./marks.js";

const RED = "color-mix(in srgb, #f0320f 68%, currentcolor)";
const INK = "color-mix(in srgb, currentcolor 62%, transparent)";

const number = "text-decoration: underline solid var(--quandian-number, RED) 2px";
const date = "text-decoration: underline wavy var(--quandian-date, INK) 1px";
const wash = "background-color: var(--quandian-wash, color-mix(in srgb, #f0320f 11%, transparent))";
const LOOKS: Readonly<Record<MarkKind | "selected", string>> = {
  ...(Object.fromEntries(KINDS.numbers.map((kind) => [kind, number])) as Record<MarkKind, string>),
  date,
  duration: date,
  formula: `${wash}; text-decoration: underline double var(--quandian-slogan, RED) 1px`,
  formulation: `text-decoration: underline double var(--quandian-formulation, INK) 1px`,
  brand: "text-decoration: underline dotted var(--quandian-brand, RED) 2px",
  couplet: `${wash}; text-decoration: underline dashed var(--quandian-slogan, RED) 1px`,
  parallel: `${wash}; text-decoration: underline dashed var(--quandian-slogan, RED) 1px`,
  maxim: `${wash}; text-decoration: underline dashed var(--quandian-slogan, RED) 1px`,
  word: "background-color: var(--quandian-word, color-mix(in srgb, currentcolor 9%, transparent))",
  selected: "background-color: var(--quandian-selected, color-mix(in srgb, #f0320f 30%, transparent))",
};

function lookOf(kind: MarkKind | "selected"): string {
  const lines = "text-underline-offset: 0.22em; text-decoration-skip-ink: none";
  return `${LOOKS[kind]}; ${lines}`.replaceAll("RED", RED).replaceAll("INK", INK);
}

const highlights = [...ALL_KINDS, "selected" as const].map((kind) => `::highlight(quandian-${kind}) { ${lookOf(kind)} }`).join("\n");
/** In a layer, so that any rule of the site for a highlight wins. */
export const HIGHLIGHT_STYLE = `@layer quandian {\n${highlights}\n}`;

/** In shadow trees of ours a mark is shown as a sample, by the same rules. */
export const SAMPLE_STYLE = [...KINDS.numbers, ...KINDS.slogans].map((kind) => `.${kind} { ${lookOf(kind)} }`).join("\n");

const MARK = "mark[data-quandian]";
/** Not in a layer: resets of many sites make every mark yellow. */
export const ELEMENT_STYLE = `${MARK} { all: unset }
${ALL_KINDS.map((kind) => `${MARK}[data-quandian="${kind}"] { ${lookOf(kind)} }`).join("\n")}
${MARK}[data-quandian-hidden] { text-decoration: none; background: none }
${MARK}[data-quandian-selected] { ${LOOKS.selected} }
${MARK}:focus-visible { outline: 2px solid; outline-offset: 2px }
@media (forced-colors: active) { ${MARK}[data-quandian-selected] { forced-color-adjust: none; background: Highlight; color: HighlightText } }`;
