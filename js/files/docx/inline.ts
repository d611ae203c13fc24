/** What stands within a paragraph: its text as it would be seen, and the text boxes that hang on it. */
import type { Element } from "../xml.js";
import type { Changes } from "./changes.js";
import { childAt, chosen, has, switchAt, valueAt, within } from "./find.js";
import type { NoteKind, Notes } from "./notes.js";
import type { Styles } from "./styles.js";
import { symbol } from "./symbols.js";

interface Inline {
  readonly text: string;
  readonly boxes: readonly Element[];
}

export interface InlineContext {
  readonly styles: Styles;
  readonly changes: Changes;
  readonly notes: Notes;
}

/** A field is an instruction and what it came to; only the latter is text. */
interface Field {
  shows: boolean;
}

/** Holds no text of the paragraph, or says it a second time. */
const NO_TEXT = new Set(["w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:instrText", "w:delInstrText", "w:rt", "mc:Fallback", "m:oMathParaPr", "m:rPr", "m:ctrlPr"]);
const CHANGED = new Set(["w:ins", "w:del", "w:moveFrom", "w:moveTo"]);
/** Fields within fields; more are never ended. */
const DEEPEST = 20;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["w:tab", "\t"], ["w:ptab", "\t"], ["w:br", "\n"], ["w:cr", "\n"], ["w:noBreakHyphen", "-"], ["w:softHyphen", ""],
]);

/** Fields may begin in one paragraph and end in a later one, so one reader goes through the whole text. */
export class InlineReader {
  readonly #context: InlineContext;
  #fields: Field[] = [];
  /** How many of the fields have not come to their result. */
  #instructions = 0;
  #text = "";
  #boxes: Element[] = [];

  constructor(context: InlineContext) {
    this.#context = context;
  }

  /** Reads a paragraph. `hidden` is what its style says of its text, `mark` the label of a note whose text it begins. */
  read(paragraph: Element, hidden: boolean, mark: string): Inline {
    this.#text = "";
    this.#boxes = [];
    this.#walk(paragraph, hidden, mark);
    // An instruction ends with its paragraph: a damaged one shall not swallow the rest.
    if (this.#instructions > 0) this.#fields = this.#fields.filter(({ shows }) => shows).slice(-DEEPEST);
    this.#instructions = 0;
    return { text: this.#text, boxes: this.#boxes };
  }

  #walk(parent: Element, hidden: boolean, mark: string): void {
    for (const child of chosen(parent)) {
      if (typeof child === "string" || NO_TEXT.has(child.name)) continue;
      if (child.name === "w:r") this.#run(child, hidden, mark);
      else if (child.name === "m:t") this.#write(textOf(child));
      else if (child.name === "m:den") this.#fraction(child, hidden, mark);
      else if (child.name === "w:sdt" && has(child, "w:sdtPr", "w:showingPlcHdr")) continue;
      else if (!CHANGED.has(child.name) || this.#context.changes.keeps(child)) this.#walk(child, hidden, mark);
    }
  }

  #fraction(below: Element, hidden: boolean, mark: string): void {
    this.#write("/");
    this.#walk(below, hidden, mark);
  }

  #run(run: Element, hidden: boolean, mark: string): void {
    const properties = this.#context.changes.properties(childAt(run, "w:rPr"), "w:rPrChange", "w:rPr");
    const style = valueAt(properties, "w:rStyle");
    const vanishes = switchAt(properties, "w:vanish") ?? (style === undefined ? undefined : this.#context.styles.get(style).hidden) ?? hidden;
    for (const child of chosen(run)) {
      if (typeof child === "string" || NO_TEXT.has(child.name)) continue;
      if (child.name === "w:fldChar") this.#field(child);
      else if (!vanishes) this.#piece(child, hidden, mark);
    }
  }

  #piece(piece: Element, hidden: boolean, mark: string): void {
    const { name } = piece;
    const note = NOTE_MARKS.get(name);
    if (name === "w:t" || name === "w:delText") this.#write(textOf(piece));
    else if (SIGNS.has(name)) this.#write(SIGNS.get(name) ?? "");
    else if (name === "w:sym") this.#write(symbol(piece.attribute("w:font") ?? "", piece.attribute("w:char") ?? ""));
    else if (note !== undefined) this.#note(piece, note);
    else if (name === "w:footnoteRef" || name === "w:endnoteRef") this.#write(mark);
    else if (name === "w:ruby") this.#walk(piece, hidden, mark);
    else for (const box of within(piece, "w:txbxContent")) this.#boxes.push(box);
  }

  #note(reference: Element, kind: NoteKind): void {
    if (this.#instructions === 0) this.#write(this.#context.notes.refer(kind, reference));
  }

  #field(mark: Element): void {
    const type = mark.attribute("w:fldCharType");
    const field = type === "end" ? this.#fields.pop() : this.#fields.at(-1);
    if (type === "begin") {
      this.#fields.push({ shows: false });
      this.#instructions += 1;
    } else if (field !== undefined && !field.shows) {
      field.shows = true;
      this.#instructions -= 1;
    }
  }

  #write(text: string): void {
    if (this.#instructions === 0) this.#text += text;
  }
}

const NOTE_MARKS: ReadonlyMap<string, NoteKind> = new Map([["w:footnoteReference", "footnote"], ["w:endnoteReference", "endnote"]]);

/** Blanks at the ends count only where the file says so. */
function textOf(element: Element): string {
  const text = element.children.filter((child) => typeof child === "string").join("");
  return element.attribute(":space") === "preserve" ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
}
