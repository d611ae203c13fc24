/** The board taken along: as text to the clipboard, as a drawing to a file. */
import type { Analysis } from "quandian";
import type { Board } from "quandian/board";
import { measurer, toPng } from "../board/canvas.js";
import { drawingOf } from "../board/drawing.js";
import { toSvg } from "../board/svg.js";
import { boardText } from "../board/text.js";
import { copyText } from "../copy-text.js";
import { saveFile } from "../save-file.js";
import type { Words } from "../words.js";

/** A title is a first line of so many characters. */
const LONGEST_TITLE = 40;
/** What some file system or other refuses in a name. */
const UNSAFE = /[\p{C}/\\:*?"<>|\s]+/gu;

export async function keepBoard(as: "text" | "svg" | "png", board: Board, analysis: Analysis, words: Words): Promise<boolean> {
  if (as === "text") return copyText(boardText(board, words));
  const title = titleOf(analysis.text);
  const drawing = drawingOf(board, analysis, title, words, measurer());
  const name = `${words.board.name}${title === "" ? "" : `-${title.replace(UNSAFE, " ").trim().slice(0, 30)}`}.${as}`;
  const file = as === "svg" ? new Blob([toSvg(drawing)], { type: "image/svg+xml" }) : await toPng(drawing);
  if (file === null) return false;
  saveFile(name, file);
  return true;
}

function titleOf(text: string): string {
  const line = text.match(/\S.*/)?.[0].trim() ?? "";
  return line.length <= LONGEST_TITLE ? line : "";
}
