/** Where a long title may break: before a word, as the browser knows words before any analysis. */

/** Of a line that needs none. */
export const NONE: ReadonlySet<number> = new Set();

export function wordStarts(text: string): ReadonlySet<number> {
  if (typeof Intl.Segmenter === "undefined") return NONE;
  const words = [...new Intl.Segmenter("zh", { granularity: "word" }).segment(text)];
  return new Set(words.flatMap(({ index, isWordLike }) => (index > 0 && isWordLike === true && !isHeld(text, index) ? [index] : [])));
}

/** 2025年 stays whole, and no line begins with 的. */
function isHeld(text: string, at: number): boolean {
  return text.charAt(at) === "的" || /\d/.test(text.charAt(at - 1));
}

/** The text with a chance to break before each of the words. */
export function wordsApart(text: string): Node[] {
  const cuts = [0, ...wordStarts(text), text.length];
  return cuts.slice(1).flatMap((end, i) => [...(i === 0 ? [] : [document.createElement("wbr")]), document.createTextNode(text.slice(cuts[i], end))]);
}
