/** The article's own headings, by form alone: short lines without a closing stop, below the first paragraph. */
import type { TextSpan } from "./types.js";

const LINE = /[^\r\n]+/g;
/** What Markdown puts around a heading. */
const MARKUP = /^[\s#*_＃]+|[\s*_]+$/g;
/** A stop at the end, or the end of a sentence inside: a paragraph broken off by a page or a picture is no heading. */
const STOP = /[。！？；：，、,.!?;:…—]$|[。！？；]/;
/** Cells of a table; behind the number of a heading a tab is but a blank. */
const CELLS = /[^\s、.．）)]\t/;
/** A point of a list, a quotation or a table of Markdown, a page's number between dashes. */
const POINT = /^\s*(?:[-+*•·]\s|[>|])/;
/** 一、, （一） and 第一章 are headings also where no prose came before. */
const COUNTED = /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|第.{1,4}[章节節])/;
const LONGEST = 36;

/** The lines that say something, with the heading that is one. */
export function* headingLines(text: string): Generator<{ readonly start: number; readonly heading: TextSpan | null }> {
  let underway = false;
  for (const { index: start, 0: line } of text.matchAll(LINE)) {
    const words = line.replace(MARKUP, "");
    if (words === "") continue;
    const isHeading = words.length <= LONGEST && !STOP.test(words) && !CELLS.test(words) && !POINT.test(line);
    // Title, byline and motto stand before the first paragraph.
    const opens: boolean = isHeading && (underway || COUNTED.test(words));
    const from = start + line.indexOf(words);
    yield { start, heading: opens ? { start: from, end: from + words.length, text: words } : null };
    underway ||= !isHeading || opens;
  }
}
