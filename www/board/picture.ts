/** The board as a picture to be saved; loaded when somebody asks for it. */
import type { Analysis } from "quandian";
import type { Board } from "quandian/board";
import type { Words } from "../words.js";
import { scriptOf } from "../text/script.js";
import { measurer, toPng } from "./canvas.js";
import { drawingOf } from "./drawing.js";
import { toSvg } from "./svg.js";

/** A title is a first line of so many characters. */
const LONGEST_TITLE = 40;

/** Null where the browser draws none. */
export async function pictureOf(as: "svg" | "png", board: Board, analysis: Analysis, words: Words): Promise<Blob | null> {
  const drawing = drawingOf(board, analysis, titleOf(analysis.text), words, measurer(scriptOf(analysis.text)));
  return as === "svg" ? new Blob([toSvg(drawing)], { type: "image/svg+xml" }) : toPng(drawing);
}

function titleOf(text: string): string {
  const line = text.match(/\S.*/)?.[0].trim() ?? "";
  return line.length <= LONGEST_TITLE ? line : "";
}
