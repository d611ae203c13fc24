/** The board taken along: as text to the clipboard, as a drawing to a file. */
import type { Analysis } from "quandian";
import type { Board } from "quandian/board";
import { boardText } from "../board/text.js";
import type { Words } from "../words.js";

export async function keepBoard(as: "text" | "svg" | "png", board: Board, analysis: Analysis, words: Words): Promise<boolean> {
  if (as !== "text") return false;
  await navigator.clipboard.writeText(boardText(board, words));
  return true;
}
