/** The board taken along: as text to the clipboard, as a picture to a file. */
import type { Analysis } from "quandian";
import type { Board } from "quandian/board";
import { boardText } from "../board/text.js";
import { copyText } from "../copy-text.js";
import { fileStem, saveFile } from "../save-file.js";
import type { Words } from "../words.js";

/** What there is to say of it. */
export async function keepBoard(as: "text" | "svg" | "png", board: Board, analysis: Analysis, words: Words): Promise<string> {
  if (as === "text") return (await copyText(boardText(board, words))) ? words.board.copied : words.board.notKept;
  const picture = await import("../board/picture.js").catch(() => null);
  if (picture === null) return words.partNotLoaded;
  const file = await picture.pictureOf(as, board, analysis, words);
  if (file === null) return words.board.notKept;
  saveFile(`${words.board.name}-${fileStem(analysis.text)}.${as}`, file);
  return words.board.saved;
}
