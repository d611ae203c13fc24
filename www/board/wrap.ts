/** Lines of a given width, broken where Chinese breaks: anywhere but inside a number or a Latin word, and never before a mark that closes. */

export type Measure = (text: string) => number;

const PIECE = /[\p{Script=Latin}\d.,%‰]+|\P{Script=Latin}/gsu;
const CLOSING = /^[，。、；：！？”’）》」』】…·%]/;
const OPENING = /[“‘（《「『【]$/;

export function wrapped(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [piece] of text.matchAll(PIECE)) {
    if (line === "" || CLOSING.test(piece) || measure(line + piece) <= width) {
      line += piece;
      continue;
    }
    // What opens goes with what it opens.
    const kept = OPENING.test(line) ? line.slice(-1) : "";
    lines.push(line.slice(0, line.length - kept.length));
    line = kept + piece;
  }
  if (line !== "") lines.push(line);
  return unwidowed(lines);
}

/** No character stands alone on the last line. */
function unwidowed(lines: string[]): string[] {
  const before = lines.at(-2) ?? "";
  if (lines.at(-1)?.length !== 1 || !/\p{Script=Han}{3}$/u.test(before)) return lines;
  return [...lines.slice(0, -2), before.slice(0, -2), before.slice(-2) + lines.at(-1)];
}
