/** The article's own headings, by form alone: short lines without a closing stop, below the first paragraph. */
import type { TextSpan } from "../types.js";

export interface Section {
  readonly heading: TextSpan | null;
  /** The heading over it, where another section is called the same: （一）收入 of 一、上年 and of 二、今年. */
  readonly under: TextSpan | null;
  readonly start: number;
}

const LINE = /[^\r\n]+/g;
/** What Markdown puts around a heading. */
const MARKUP = /^[\s#*_＃]+|[\s*_]+$/g;
/** A stop at the end, or the end of a sentence inside: a paragraph broken off by a page or a picture is no heading. */
const STOP = /[。！？；：，、,.!?;:…—]$|[。！？；]/;
/** Cells of a table; behind the number of a heading a tab is but a blank. */
const CELLS = /[^\s、.．）)]\t/;
/** 一、 and （一） are headings also where no prose came before. */
const COUNTED = /^[（(]?[一二三四五六七八九十]{1,3}[）)、]/;
const LONGEST = 36;

/** From the beginning to the first heading, and from each heading to the next. Where headings follow one another the last one counts. */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = [{ heading: null, under: null, start: 0 }];
  /** The last heading of each form. */
  const last = new Map<string, TextSpan>();
  let underway = false;
  let justOpened = false;
  for (const { index, 0: line } of text.matchAll(LINE)) {
    const words = line.replace(MARKUP, "");
    if (words === "") continue;
    const isHeading = words.length <= LONGEST && !STOP.test(words) && !CELLS.test(words);
    // Title, byline and motto stand before the first paragraph.
    const opens: boolean = isHeading && (underway || COUNTED.test(words));
    if (opens) {
      const start = index + line.indexOf(words);
      const heading = { start, end: start + words.length, text: words };
      if (justOpened || index === 0) sections.pop();
      sections.push({ heading, under: over(last, heading), start: index });
    }
    underway ||= !isHeading || opens;
    justOpened = opens;
  }
  const called = new Map<string, number>();
  for (const { heading } of sections) called.set(heading?.text ?? "", (called.get(heading?.text ?? "") ?? 0) + 1);
  return sections.map((section) => ((called.get(section.heading?.text ?? "") ?? 0) > 1 ? section : { ...section, under: null }));
}

/** The signs a heading is counted by: 一、 is over （一）. */
const COUNT = /^([（(]?)[\p{Script=Han}\d]{1,3}([）)、.．])/u;

/** The heading that the new one stands under; what stood under one of its form before is over with. */
function over(last: Map<string, TextSpan>, heading: TextSpan): TextSpan | null {
  const [, open = "", close = ""] = COUNT.exec(heading.text) ?? [];
  const form = open + close;
  const forms = [...last.keys()];
  const at = forms.indexOf(form);
  if (at >= 0) for (const under of forms.slice(at)) last.delete(under);
  const above = [...last.values()].at(-1) ?? null;
  last.set(form, heading);
  return above;
}

/** The section of each offset; asked in ascending order. */
export function sectionFinder(sections: readonly Section[]): (offset: number) => number {
  let at = 0;
  return (offset) => {
    while ((sections[at + 1]?.start ?? Infinity) <= offset) at += 1;
    return at;
  };
}
