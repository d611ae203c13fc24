/** Paragraphs and tables as lines of text. */
import type { Element } from "../xml.js";
import type { Changes } from "./changes.js";
import { childAt, childElements, chosen, has, numberAt, switchAt, valueAt } from "./find.js";
import { InlineReader, type InlineContext } from "./inline.js";
import type { ListItem, Numbering } from "./numbering.js";
import type { Style } from "./styles.js";

export interface Line {
  readonly text: string;
  /** Of a heading: 1 is the highest. */
  readonly heading: number | undefined;
}

interface BlockContext extends InlineContext {
  readonly numbering: Numbering;
}

/** Reads blocks in the order of the text; the count of the lists goes along. */
export class BlockReader {
  readonly #context: BlockContext;
  readonly #inline: InlineReader;
  /** Text of a paragraph whose end does not stand in this view: it runs on into the next one. */
  #carried = "";

  constructor(context: BlockContext) {
    this.#context = context;
    this.#inline = new InlineReader(context);
  }

  /** The lines of a block; `mark` is the label of the note it begins. */
  *lines(block: Element, mark = ""): Generator<Line> {
    if (block.name === "w:p") yield* this.#paragraph(block, mark);
    else if (block.name === "w:tbl") yield* this.#table(block);
    else if (!NO_BLOCKS.has(block.name) && !has(block, "w:sdtPr", "w:showingPlcHdr")) yield* this.#inside(block, mark);
  }

  /** What is left of a text that ends without the end of a paragraph. */
  *rest(): Generator<Line> {
    if (this.#carried !== "") yield { text: this.#carried, heading: undefined };
    this.#carried = "";
  }

  *#inside(parent: Element, mark: string): Generator<Line> {
    for (const child of chosen(parent)) {
      if (typeof child !== "string") yield* this.lines(child, mark);
    }
  }

  *#paragraph(paragraph: Element, mark: string): Generator<Line> {
    const { changes, styles } = this.#context;
    const now = childAt(paragraph, "w:pPr");
    const properties = changes.properties(now, "w:pPrChange", "w:pPr");
    const style = styles.get(valueAt(properties, "w:pStyle"));
    const { text, boxes } = this.#inline.read(paragraph, style.hidden === true, mark);
    // A paragraph that only holds up a text box is no blank line.
    if (!style.isContents && (text !== "" || boxes.length === 0)) yield* this.#ended(text, now, properties, style);
    for (const box of boxes) yield* this.#inside(box, "");
  }

  *#ended(text: string, now: Element | undefined, properties: Element | undefined, style: Style): Generator<Line> {
    const whole = this.#carried + text;
    const end = childAt(now, "w:rPr");
    const stands = this.#context.changes.keepsMarked(end) && switchAt(end, "w:vanish") !== true;
    this.#carried = stands ? "" : whole;
    if (!stands) return;
    const item = this.#item(properties, style);
    const label = item === undefined ? "" : this.#context.numbering.next(item, whole);
    const outline = numberAt(properties, "w:outlineLvl");
    yield { text: trimmed(label + whole), heading: outline === undefined ? style.heading : outline < 9 ? outline + 1 : undefined };
  }

  /** Which item of a list a paragraph is: by itself, by its style, or by a level bound to its style. */
  #item(properties: Element | undefined, style: Style): ListItem | undefined {
    const own = valueAt(properties, "w:numPr", "w:numId");
    const list = own ?? style.list;
    if (list === undefined || list === "0") return undefined;
    const { numbering } = this.#context;
    const bound = own === undefined ? numbering.levelOfStyle(list, style.id) ?? numbering.levelOfStyle(list, style.listStyle ?? "") : undefined;
    return { list, level: numberAt(properties, "w:numPr", "w:ilvl") ?? bound ?? style.level ?? 0 };
  }

  *#table(table: Element): Generator<Line> {
    for (const row of rowsOf(table, "w:tr", this.#context.changes, "w:trPr")) {
      const cells = [...rowsOf(row, "w:tc", this.#context.changes, "w:tcPr")].map((cell) => [...this.#inside(cell, ""), ...this.rest()]);
      // A table of one cell is a frame around paragraphs.
      if (cells.length === 1) yield* cells[0] ?? [];
      else if (cells.some((lines) => lines.some(({ text }) => text !== ""))) yield { text: cells.map(inOneLine).join("\t"), heading: undefined };
    }
  }
}

/** Between blocks, and no text. */
const NO_BLOCKS = new Set(["w:sectPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sdtPr", "w:sdtEndPr", "w:altChunk", "w:r"]);

/** Rows of a table or cells of a row, also those within wrappers, that stand in this view. */
function* rowsOf(parent: Element, name: string, changes: Changes, properties: string): Generator<Element> {
  for (const child of childElements(parent)) {
    if (child.name !== name) {
      if (!NO_BLOCKS.has(child.name) && child.name !== "w:tblPrEx") yield* rowsOf(child, name, changes, properties);
    } else if (changes.keepsMarked(childAt(child, properties)) && !has(child, "w:trPr", "w:hidden")) yield child;
  }
}

function inOneLine(lines: readonly Line[]): string {
  return lines.map(({ text }) => text.replace(/[\t\n]+/g, " ")).filter((text) => text !== "").join(" ");
}

/** Without the breaks around a page that ends or begins here. */
function trimmed(text: string): string {
  return text.replace(/^\n+|\n+$/g, "");
}
