/**
 * Texts whose lines were broken by the page they were printed on, as a PDF or an e-mail gives them: most lines end where the
 * first word of the next one had no room any more.
 */

/** A text with its lines joined to paragraphs. */
export interface JoinedText {
  readonly text: string;
  /** How many line breaks went. */
  readonly breaks: number;
}

/** Columns the lines of a print have at least, and by how many a full one may fall short: letters are not all of one width. */
const NARROWEST = 28;
const LOOSE = 2;
/** So many lines tell, and so many there must be. */
const SAMPLE = 300;
const FEWEST = 4;

/** Quotation marks, dashes and dots are as wide as a Han character where one stands beside them. */
const WIDE = /[\u2010-\u2027\u1100-\uffdc\u{1f000}-\u{3ffff}]/u;
const ENDED = /[。！？；：…!?;:]["”’」』）)]*$/u;
/** What a line is not broken in: a word or figure, with the marks that may not be parted from it. */
const FIRST = /^[“‘「『（《(]*(?:[!-~]+|.)[，。、；：！？…”’」』）》)]*/u;
const INDENTED = /^[ \t\u3000]+\S/;
const NUMBERED = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[、．.）)]\D|[●■◆▪·—–-])/u;
/** Such a number as no sentence goes on with: 3. but not （15）日. */
const POINT = /^(?:[一二三四五六七八九十]{1,3}、|\d{1,3}[、．.]\D)/u;
/** A line of a table. */
const TABLE = /\t|\S {2,}\S/;

/** A number alone on its line, as pages have it: 3, - 3 -, 第3页 共12页, 3/12. */
const FOLIO = /^\s*(?:第\s*|[-—–·]+\s*)?(\d{1,4})(?:\s*页(?:\s*共\s*\d{1,4}\s*页)?|\s*[-—–·]+|\s*\/\s*\d{1,4})?\s*$/u;
/** So many lines a page has at least. */
const PAGE = 8;

/** The text with its lines joined to paragraphs; null where no page broke them. */
export function joinLines(text: string): JoinedText | null {
  const lines = withoutFolios(text.split(/\r\n?|\n/));
  const full = fullWidth(lines.slice(0, SAMPLE));
  if (full === null) return null;
  const indents = lines.some((line, i) => INDENTED.test(line) && !isFull(lines[i - 1] ?? "", line, full));
  const paragraphs: string[][] = [];
  let breaks = 0;
  for (const [i, line] of lines.entries()) {
    const before = (lines[i - 1] ?? "").trimEnd();
    // Where paragraphs are indented, a sentence may end at the edge of the page in the middle of one.
    const inSentence = ENDED.test(before) ? indents && !NUMBERED.test(line) : line.trim() !== "" && !POINT.test(line);
    const goesOn = i > 0 && inSentence && !INDENTED.test(line) && isFull(before, line, full);
    if (!goesOn) paragraphs.push([line]);
    else {
      const paragraph = paragraphs.at(-1);
      paragraph?.splice(-1, 1, before + (areLatin(before, line) ? " " : ""), line);
      breaks += 1;
    }
  }
  return breaks === 0 ? null : { text: paragraphs.map((lines) => lines.join("")).join("\n"), breaks };
}

/** Numbers that count pages stand amid sentences; they go, with the blank lines around them. */
function withoutFolios(lines: readonly string[]): readonly string[] {
  const folios = lines.flatMap((line, at) => {
    const page = FOLIO.exec(line)?.[1];
    return page === undefined ? [] : [{ at, page: Number(page) }];
  });
  const gone = new Set<number>();
  folios.forEach(({ at, page }, i) => {
    const counts = [folios[i - 1], folios[i + 1]].some((other) => other !== undefined && Math.abs(other.at - at) >= PAGE && other.page - page === Math.sign(other.at - at));
    if (!counts) return;
    gone.add(at);
    for (const step of [-1, 1]) for (let next = at + step; lines[next]?.trim() === ""; next += step) gone.add(next);
  });
  return lines.filter((_, at) => !gone.has(at));
}

/** How many columns the page has; null where lines do not break at its edge. */
function fullWidth(lines: readonly string[]): number | null {
  const printed = lines.filter((line) => line.trim() !== "");
  const full = Math.max(0, ...printed.map(columns));
  const broken = printed.filter((line, i) => isFull(line, printed[i + 1] ?? "", full));
  const running = broken.filter((line) => !ENDED.test(line.trimEnd()) && !TABLE.test(line.trim()));
  return full >= NARROWEST && broken.length >= FEWEST && broken.length * 2 > printed.length && running.length * 3 > broken.length * 2 ? full : null;
}

/** Whether what begins `next` had no room on `line`. */
function isFull(line: string, next: string, full: number): boolean {
  const first = FIRST.exec(next.trimStart());
  return first !== null && columns(line) + columns(first[0]) > full - LOOSE;
}

/** Whether a blank stood where the line was broken: between words of letters, not within a figure. */
function areLatin(before: string, line: string): boolean {
  return (/[A-Za-z]$/.test(before) && /^[\w(]/.test(line)) || (/[\w,.;:!?)]$/.test(before) && /^[A-Za-z]/.test(line));
}

function columns(line: string): number {
  let columns = 0;
  for (const character of line.trimEnd()) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}
