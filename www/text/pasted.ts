/** What was pasted or dropped as clean text: its line breaks kept, nothing in it that cannot be seen. */

/** The plain form where there is one; else the text of the rich form. */
export function textFrom(data: DataTransfer): string {
  const plain = data.getData("text/plain");
  return cleaned(plain === "" ? textOfMarkup(data.getData("text/html")) : plain);
}

/** Line and page breaks of word processors become line breaks; controls, zero-width spaces and byte order marks go. */
function cleaned(text: string): string {
  return text.replace(/[\v\f\u2028\u2029]/g, "\n").replace(/[\0-\x08\x0e-\x1f\x7f\u200b\u2060\ufeff\u00ad]/g, "");
}

const BLOCKS = new Set([
  "ADDRESS", "ARTICLE", "ASIDE", "BLOCKQUOTE", "CAPTION", "DD", "DIV", "DL", "DT", "FIGCAPTION", "FIGURE", "FOOTER", "H1", "H2", "H3", "H4", "H5", "H6",
  "HEADER", "HR", "LI", "MAIN", "NAV", "OL", "P", "PRE", "SECTION", "TABLE", "TBODY", "TFOOT", "THEAD", "TR", "UL",
]);
const SILENT = new Set(["HEAD", "IFRAME", "OBJECT", "SCRIPT", "STYLE", "SVG", "TEMPLATE", "TITLE"]);

/** The parsed document is never shown and runs nothing. */
export function textOfMarkup(markup: string): string {
  const lines = new Lines();
  if (markup !== "") walk(new DOMParser().parseFromString(markup, "text/html").body, lines);
  return lines.text();
}

/** Characters of a cell; in a longer one stands a text that only its frame makes a table. */
const CELL = 200;

/** What breaks a line is a blank in a cell: its row stays one line. */
function walk(node: Node, lines: Lines, inCell = false): void {
  if (node.nodeType === Node.TEXT_NODE) lines.add(node.nodeValue ?? "");
  if (!(node instanceof Element) || SILENT.has(node.tagName.toUpperCase())) return;
  const ends = BLOCKS.has(node.tagName);
  const breaks = ends || node.tagName === "BR";
  if (breaks && inCell) lines.add(" ");
  else if (ends) lines.end();
  else if (breaks) lines.break();
  const isCell = /^T[DH]$/.test(node.tagName);
  if (isCell && node.previousElementSibling !== null) lines.tab();
  const isShort = isCell && (node.parentElement?.childElementCount ?? 1) > 1 && (node.textContent ?? "").length <= CELL;
  for (const child of node.childNodes) walk(child, lines, inCell || isShort);
  if (ends && inCell) lines.add(" ");
  else if (ends) lines.end();
}

/** Blanks and line breaks of the markup are one blank between words, none at the edges of a line. */
class Lines {
  readonly #done: string[] = [];
  #line = "";

  add(run: string): void {
    const text = run.replace(/[ \t\r\n]+/g, " ");
    this.#line += this.#line === "" || /[ \t]$/.test(this.#line) ? text.trimStart() : text;
  }

  tab(): void {
    this.#line = `${this.#line.trimEnd()}\t`;
  }

  break(): void {
    this.#done.push(this.#line.trimEnd());
    this.#line = "";
  }

  end(): void {
    if (this.#line.trim() !== "") this.break();
    this.#line = "";
  }

  text(): string {
    this.end();
    return this.#done.join("\n");
  }
}
