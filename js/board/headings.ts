/** The sections of an article under its own headings. */
import { headingLines } from "../heading-lines.js";
import type { TextSpan } from "../types.js";

export interface Section {
  readonly heading: TextSpan | null;
  /** The heading over it, where another section is called the same: （一）收入 of 一、上年 and of 二、今年. */
  readonly under: TextSpan | null;
  readonly start: number;
}

/** From the beginning to the first heading, and from each heading to the next. Where headings follow one another the last one counts. */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = [{ heading: null, under: null, start: 0 }];
  /** The last heading of each form. */
  const last = new Map<string, TextSpan>();
  let justOpened = false;
  for (const { start, heading } of headingLines(text)) {
    if (heading !== null) {
      if (justOpened || start === 0) sections.pop();
      sections.push({ heading, under: over(last, heading), start });
    }
    justOpened = heading !== null;
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
