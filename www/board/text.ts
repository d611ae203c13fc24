/** The board as plain lines. */
import type { Board } from "quandian/board";
import type { Words } from "../words.js";
import { amountText, sayChange, sayChangeSetting, sayFigureSetting, sayHeading, sayMembers } from "./say-board.js";

const inBrackets = (words: string): string => (words === "" ? "" : `（${words}）`);

export function boardText({ sections, changes, events, formulas }: Board, words: Words): string {
  const parts: [string, string[]][] = sections.map((section) => [
    sayHeading(section, words),
    section.figures.map((figure) => `${amountText(figure.amount)}　${figure.label}${inBrackets(sayFigureSetting(figure))}`),
  ]);
  parts.push([words.board.changes, changes.map((change) =>
    `${change.label}${inBrackets(sayChangeSetting(change))}　${amountText(change.from)} → ${amountText(change.to)}${inBrackets(sayChange(change, words))}`)]);
  parts.push([words.board.events, events.map(({ date, label }) => `${date}　${label}`)]);
  parts.push([words.board.formulas, formulas.map((formula) => `${formula.surface}${formula.mentions.length > 1 ? ` ×${formula.mentions.length}` : ""}　${sayMembers(formula, words)}`)]);
  const lines = parts.flatMap(([name, rows]) => (rows.length === 0 ? [] : ["", name, ...rows]));
  return [words.board.name, ...lines, ""].join("\n");
}
