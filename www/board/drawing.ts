/** The board as a drawing for others: set in one column as wide as a newspaper's box, measured with the reader's own founts. */
import type { Analysis } from "quandian";
import type { Amount, Board, BoardChange, BoardEvent, BoardFormula, BoardSection, Figure } from "quandian/board";
import { scriptOf, type Script } from "../text/script.js";
import type { Words } from "../words.js";
import { amountText, numeralSize, sayChange, sayChangeSetting, sayFigureSetting, sayHeading, sayMembers } from "./say-board.js";
import { scalesOf, type Arrow, type Scale } from "./scale.js";
import type { Drawing, Ink, Letters, Shape } from "./shapes.js";
import { wrapped } from "./wrap.js";

type MeasureLetters = (text: string, letters: Letters) => number;

const WIDTH = 800;
const MARGIN = 36;
/** The column of the headings, and the gap behind it. */
const SIDE = 130;
const LEFT = MARGIN + SIDE + 24;
const RIGHT = WIDTH - MARGIN;
const COLUMNS = 3;
const COLUMN = (RIGHT - LEFT) / COLUMNS;
/** The column of what changes began with and came to. */
const ENDS = 210;
const GAP = 12;

const letters = (size: number, ink: Ink = "ink", weight: Letters["weight"] = 400, face: Letters["face"] = "sans"): Letters => ({ size, ink, weight, face });
const NAME = letters(30, "ink", 700, "serif");
const ABOUT = letters(14, "soft");
const HEADING = letters(14, "ink", 600);
const LABEL = letters(13);
const SOFT = letters(12, "soft");
const UNIT = letters(14, "ink", 400, "serif");
const NUMERALS = { digits: letters(29, "red", 700, "serif"), written: letters(24, "red", 700, "serif"), long: letters(18, "red", 700, "serif") } as const;
const STRONG = letters(14, "ink", 700, "serif");
const FORMULA = letters(16, "ink", 400, "serif");

export function drawingOf(board: Board, analysis: Analysis, about: string, words: Words, measure: MeasureLetters): Drawing {
  const pen = new Pen(measure);
  pen.masthead(words.board.name, about);
  for (const section of board.sections) pen.section(section, words);
  if (board.changes.length > 0) pen.part(words.board.changes, () => scalesOf(analysis, board.changes).forEach((scale) => pen.scale(scale, words)));
  if (board.events.length > 0) pen.part(words.board.events, () => board.events.forEach((event) => pen.event(event)));
  if (board.formulas.length > 0) pen.part(words.board.formulas, () => board.formulas.forEach((formula) => pen.formula(formula, words)));
  return pen.drawing(about === "" ? words.board.name : `${words.board.name} · ${about}`, scriptOf(analysis.text));
}

/** Sets one thing under the other. */
class Pen {
  readonly #shapes: Shape[] = [];
  readonly #measure: MeasureLetters;
  #y = MARGIN;

  constructor(measure: MeasureLetters) {
    this.#measure = measure;
  }

  drawing(title: string, script: Script): Drawing {
    this.#line(MARGIN, this.#y, RIGHT, "ink", 1);
    return { width: WIDTH, height: Math.ceil(this.#y + MARGIN), title, script, shapes: this.#shapes };
  }

  masthead(name: string, about: string): void {
    this.#line(MARGIN, this.#y, RIGHT, "ink", 3);
    this.#line(MARGIN, this.#y + 4, RIGHT, "ink", 1);
    this.#y += 42;
    this.#text(name, MARGIN, this.#y, NAME);
    const [first = ""] = wrapped(about, RIGHT - LEFT, (text) => this.#measure(text, ABOUT));
    this.#text(first, RIGHT, this.#y, ABOUT, "end");
    this.#y += 16;
  }

  /** A heading at the left, what belongs to it at the right, a hairline over both. */
  part(heading: string, set: () => void): void {
    this.#line(MARGIN, this.#y, RIGHT, "hairline", 1);
    const top = this.#y;
    this.#y += 14;
    const under = this.#lines(heading, MARGIN, this.#y + 12, SIDE, HEADING, 21);
    set();
    this.#y = Math.max(this.#y, top + 14, under) + 12;
  }

  section(section: BoardSection, words: Words): void {
    const { figures } = section;
    this.part(sayHeading(section, words), () => {
      for (let at = 0; at < figures.length; at += COLUMNS) {
        const top = this.#y;
        const ends = figures.slice(at, at + COLUMNS).map((figure, column) => this.#figure(figure, LEFT + column * COLUMN));
        this.#y = Math.max(...ends);
        ends.forEach((_, column) => this.#shapes.push({ kind: "line", x1: LEFT + column * COLUMN - 12, x2: LEFT + column * COLUMN - 12, y1: top, y2: this.#y, ink: "hairline", width: 1, dashed: false }));
      }
    });
  }

  scale(scale: Scale, words: Words): void {
    const [from, to] = [LEFT + 150, RIGHT - 230];
    const top = this.#y;
    const place = (share: number): number => from + share * (to - from);
    for (const arrow of scale.arrows) this.#change(arrow, from - 16, place, words);
    for (const [at, label] of scale.ticks) {
      this.#shapes.unshift({ kind: "line", x1: place(at), x2: place(at), y1: top, y2: this.#y, ink: "hairline", width: 1, dashed: false });
      this.#text(label, place(at), this.#y + 13, SOFT, "middle");
    }
    this.#text(words.board[scale.kind], to + 20, this.#y + 13, SOFT);
    this.#y += 26;
  }

  event({ date, label }: BoardEvent): void {
    this.#text(date, LEFT + 120, this.#y + 13, STRONG, "end");
    const top = this.#y;
    const end = this.#lines(label, LEFT + 152, this.#y + 13, RIGHT - LEFT - 152, LABEL, 20);
    this.#y = end + 6;
    this.#shapes.push({ kind: "line", x1: LEFT + 136, x2: LEFT + 136, y1: top, y2: this.#y, ink: "soft", width: 1, dashed: false }, { kind: "circle", x: LEFT + 136, y: top + 9, r: 3.5, ink: "red", filled: true });
  }

  formula(formula: BoardFormula, words: Words): void {
    const { surface, mentions, members } = formula;
    this.#y += 6;
    const [line = ""] = wrapped(surface, 150, (text) => this.#measure(text, FORMULA));
    this.#text(line, LEFT, this.#y + 14, FORMULA);
    let x = LEFT;
    for (const character of line) {
      const width = this.#measure(character, FORMULA);
      this.#shapes.push({ kind: "circle", x: x + width / 2, y: this.#y - 3, r: 2.6, ink: "red", filled: false });
      x += width;
    }
    if (mentions.length > 1) this.#text(`×${mentions.length}`, x + 6, this.#y + 14, SOFT);
    this.#y = this.#lines(sayMembers(formula, words), LEFT + 160, this.#y + 13, RIGHT - LEFT - 160, members.length === 0 ? SOFT : LABEL, 20) + 6;
  }

  /** Where it ends. */
  #figure(figure: Figure, x: number): number {
    const { amount, label } = figure;
    const baseline = this.#y + 26;
    this.#amount(amount, x, baseline);
    const under = this.#lines(label, x, baseline + 22, COLUMN - 24, LABEL, 20);
    return this.#lines(sayFigureSetting(figure), x, under + 12, COLUMN - 24, SOFT, 18) + 12;
  }

  #amount(amount: Amount, x: number, baseline: number): void {
    const { before, numeral, after } = amount;
    const parts = ([[before, UNIT], [numeral, NUMERALS[numeralSize(amount)]], [after, UNIT]] as const).filter(([text]) => text !== "");
    this.#shapes.push({ kind: "text", x, y: baseline, anchor: "start", parts });
  }

  #change({ change, from, to, beyond, drawn }: Arrow, reach: number, place: (share: number) => number, words: Words): void {
    const top = this.#y;
    const said = this.#lines(change.label, LEFT, top + 13, reach - LEFT, LABEL, 19);
    const comesTo = sayChange(change, words);
    const ends = this.#ends(change, ENDS - GAP - this.#measure(comesTo, STRONG));
    this.#y = Math.max(this.#lines(sayChangeSetting(change), LEFT, said + 6, reach - LEFT, SOFT, 16), top + 20 * ends.length) + 6;
    const middle = (top + this.#y - 4) / 2;
    if (drawn) {
      this.#shapes.push({ kind: "line", x1: place(from), x2: place(to), y1: middle, y2: middle, ink: "red", width: 2, dashed: beyond });
      this.#shapes.push({ kind: "circle", x: place(from), y: middle, r: 3.5, ink: "red", filled: false }, { kind: "head", x: place(to), y: middle, rises: to >= from });
    }
    ends.forEach((line, i) => this.#text(line, RIGHT - ENDS, middle + 5 + (i - (ends.length - 1) / 2) * 19, UNIT));
    this.#text(comesTo, RIGHT, middle + 5, STRONG, "end");
  }

  /** On one line where there is room beside what they come to. */
  #ends({ from, to }: BoardChange, room: number): readonly string[] {
    const [first, last] = [`${amountText(from)} →`, amountText(to)];
    const line = `${first} ${last}`;
    return this.#measure(line, UNIT) <= room ? [line] : [first, last];
  }

  /** Lines one under the other; where they end. */
  #lines(text: string, x: number, baseline: number, width: number, style: Letters, leading: number): number {
    const lines = wrapped(text, width, (part) => this.#measure(part, style));
    lines.forEach((line, i) => this.#text(line, x, baseline + i * leading, style));
    return lines.length === 0 ? baseline - 8 : baseline + (lines.length - 1) * leading + 6;
  }

  #text(text: string, x: number, y: number, style: Letters, anchor: "start" | "middle" | "end" = "start"): void {
    if (text !== "") this.#shapes.push({ kind: "text", x, y, anchor, parts: [[text, style]] });
  }

  #line(x1: number, y: number, x2: number, ink: Ink, width: number): void {
    this.#shapes.push({ kind: "line", x1, x2, y1: y, y2: y, ink, width, dashed: false });
  }
}
