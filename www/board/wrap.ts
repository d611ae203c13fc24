/**
 * Lines that break where an editor breaks them: between words, not before a mark that closes, not behind one that opens or a digit, and
 * not within a short name in quotation marks.
 */

type Measure = (text: string) => number;

const SEGMENTER = "Segmenter" in Intl ? new Intl.Segmenter("zh", { granularity: "word" }) : null;
/** Where the browser knows no words: characters, numbers, Latin words. */
const PIECE = /[\p{Script=Latin}\d.,%‰]+|\P{Script=Latin}/gsu;
const CLOSING = /^[，。、；：！？”’）》」』】…·%]/;
const OPENING = /[“‘（《「『【\d]$/;
/** “四个清单”: open still, and short so far. */
const NAMING = /“[^”]{1,5}$/;

/** The parts of a text between which a line may end; together they are the text. */
export function unbroken(text: string): string[] {
  const words = SEGMENTER === null ? text.match(PIECE) ?? [] : Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    if (last !== undefined && (CLOSING.test(word) || OPENING.test(last) || NAMING.test(last))) parts[parts.length - 1] = last + word;
    else parts.push(word);
  }
  return parts;
}

/** Lines of a given width; a part that is wider than a line breaks anywhere. */
export function wrapped(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of unbroken(text).flatMap((part) => (measure(part) <= width ? [part] : [...part]))) {
    if (line === "" || measure(line + piece) <= width) line += piece;
    else {
      lines.push(line);
      line = piece;
    }
  }
  return line === "" ? lines : [...lines, line];
}
