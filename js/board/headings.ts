/** The article's own headings, by form alone: short lines without a closing stop, below the first paragraph. */
import type { TextSpan } from "../types.js";

export interface Section {
  readonly heading: TextSpan | null;
  readonly start: number;
}

const LINE = /[^\r\n]+/g;
/** What Markdown puts around a heading. */
const MARKUP = /^[\s#*_＃]+|[\s*_]+$/g;
/** A stop at the end, or the end of a sentence inside: a paragraph broken off by a page or a picture is no heading. */
const STOP = /[。！？；：，、,.!?;:…—]$|[。！？；]/;
const LONGEST = 36;

/** From the beginning to the first heading, and from each heading to the next. Where headings follow one another the last one counts. */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = [{ heading: null, start: 0 }];
  let underway = false;
  let justOpened = false;
  for (const { index, 0: line } of text.matchAll(LINE)) {
    const words = line.replace(MARKUP, "");
    if (words === "") continue;
    const isHeading = words.length <= LONGEST && !STOP.test(words);
    if (isHeading && underway) {
      const start = index + line.indexOf(words);
      if (justOpened) sections.pop();
      sections.push({ heading: { start, end: start + words.length, text: words }, start: index });
    }
    // Title, byline and motto stand before the first paragraph.
    underway ||= !isHeading;
    justOpened = isHeading && underway;
  }
  return sections;
}

/** The section of each offset; asked in ascending order. */
export function sectionFinder(sections: readonly Section[]): (offset: number) => number {
  let at = 0;
  return (offset) => {
    while ((sections[at + 1]?.start ?? Infinity) <= offset) at += 1;
    return at;
  };
}
