/**
 * A .docx file → its text: one line a paragraph with the number Word shows before it, tables with cells by tab and rows by
 * line, text boxes after the paragraph they hang on, notes at the end. Headers, footers, comments, hidden text and the
 * table of contents are left out.
 */
import { QuandianError } from "../errors.js";
import { BlockReader, type Line } from "./docx/blocks.js";
import { Changes, type ChangeView } from "./docx/changes.js";
import { childElements } from "./docx/find.js";
import { Notes } from "./docx/notes.js";
import { Numbering } from "./docx/numbering.js";
import { Styles } from "./docx/styles.js";
import { FILE_LIMIT } from "./size.js";
import { childrenOf, parseXml, type Element } from "./xml.js";
import { Zip } from "./zip.js";

export type { ChangeView } from "./docx/changes.js";

export interface Heading {
  readonly start: number;
  readonly end: number;
  /** 1 is the highest. */
  readonly level: number;
}

export interface DocxText {
  readonly text: string;
  /** Paragraphs that the file calls headings, in text order. */
  readonly headings: readonly Heading[];
  /** How many tracked changes there are. */
  readonly changes: number;
}

export function readDocx(bytes: Uint8Array, view: ChangeView = "accepted"): DocxText {
  const zip = new Zip(bytes);
  const main = mainPart(zip);
  const part = partsOf(zip, main);
  const text = zip.read(main);
  if (text === undefined) throw new QuandianError("file-damaged", main);
  const styles = new Styles(tree(part("styles")));
  const numberings = part("numbering");
  const numbering = new Numbering(tree(numberings), (style) => styles.get(style).list);
  const changes = new Changes(view);
  const notes = new Notes(children(part("footnotes"), "w:footnotes"), children(part("endnotes"), "w:endnotes"));
  const reader = new BlockReader({ styles, numbering, changes, notes });
  const lines = bounded(body(text, reader), underText(notes, reader));
  return { ...joined(lines), changes: changes.count };
}

/** Numbers and lines are made from next to nothing: a small file must not become a text that fills the memory. */
function bounded(...parts: readonly Iterable<Line>[]): Line[] {
  const lines: Line[] = [];
  let size = 0;
  for (const part of parts) {
    for (const line of part) {
      size += line.text.length + LINE_COST;
      if (size > FILE_LIMIT) throw new QuandianError("file-unpacks-too-large", `${FILE_LIMIT / 1e6} MB`);
      lines.push(line);
    }
  }
  return lines;
}

const LINE_COST = 16;

function* body(bytes: Uint8Array, reader: BlockReader): Generator<Line> {
  for (const block of childrenOf(bytes, "w:body")) yield* reader.lines(block);
  yield* reader.rest();
}

function* underText(notes: Notes, reader: BlockReader): Generator<Line> {
  let first = true;
  for (const { element, mark } of notes.referred()) {
    if (first) yield { text: "", heading: undefined };
    first = false;
    for (const block of childElements(element)) yield* reader.lines(block, mark);
    yield* reader.rest();
  }
}

/** Blank lines at both ends are the page's, not the text's. */
function joined(lines: readonly Line[]): { text: string; headings: readonly Heading[] } {
  const first = lines.findIndex(({ text }) => text.trim() !== "");
  let end = lines.length;
  while (lines[end - 1]?.text.trim() === "") end -= 1;
  if (first < 0) throw new QuandianError("file-empty");
  const headings: Heading[] = [];
  let text = "";
  for (const { text: line, heading } of lines.slice(first, end)) {
    // The first line is never blank.
    if (text !== "") text += "\n";
    if (heading !== undefined && line !== "") headings.push({ start: text.length, end: text.length + line.length, level: heading });
    text += line;
  }
  return { text, headings };
}

const OFFICE_DOCUMENT = /\/officeDocument$/;

/** Where the text is, as the package says; an archive of another program is refused by its name. */
function mainPart(zip: Zip): string {
  const relations = zip.read("_rels/.rels");
  const target = relations && relationsOf(relations).find(({ type }) => OFFICE_DOCUMENT.test(type))?.target;
  const main = target === undefined ? undefined : resolved("", target);
  if (main === undefined || OTHER_PROGRAMS.has(programOf(main))) throw refusal(zip, main);
  return main;
}

function refusal(zip: Zip, main: string | undefined): QuandianError {
  if (zip.has("OFD.xml")) return new QuandianError("file-fixed-layout", "OFD");
  const mimetype = new TextDecoder().decode(zip.read("mimetype"));
  const other = mimetype.includes("opendocument") ? "OpenDocument" : mimetype.includes("epub") ? "EPUB" : "ZIP";
  return new QuandianError("file-not-word", OTHER_PROGRAMS.get(programOf(main ?? "")) ?? other);
}

const OTHER_PROGRAMS: ReadonlyMap<string, string> = new Map([["xl", "Excel"], ["ppt", "PowerPoint"], ["visio", "Visio"]]);

function programOf(main: string): string {
  return main.slice(0, main.indexOf("/")).toLowerCase();
}

/** Finds the parts that belong to the text by what they are, not by their usual names. */
function partsOf(zip: Zip, main: string): (kind: string) => Uint8Array | undefined {
  const slash = main.lastIndexOf("/");
  const relations = zip.read(`${main.slice(0, slash)}/_rels${main.slice(slash)}.rels`);
  const known = relations === undefined ? [] : relationsOf(relations);
  return (kind) => {
    const target = known.find(({ type }) => type.endsWith(`/${kind}`))?.target;
    return target === undefined ? undefined : zip.read(resolved(main.slice(0, slash), target));
  };
}

function relationsOf(bytes: Uint8Array): readonly { readonly type: string; readonly target: string }[] {
  return [...childElements(parseXml(bytes), "rel:Relationship")].map((relation) => ({
    type: relation.attribute("Type") ?? "",
    target: relation.attribute("TargetMode") === "External" ? "" : relation.attribute("Target") ?? "",
  }));
}

/** A path from a directory of the package; a leading slash is its root. */
function resolved(directory: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : `${directory}/${target}`).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function tree(bytes: Uint8Array | undefined): Element | undefined {
  return bytes === undefined ? undefined : parseXml(bytes);
}

function children(bytes: Uint8Array | undefined, parent: string): Iterable<Element> {
  return bytes === undefined ? [] : childrenOf(bytes, parent);
}
