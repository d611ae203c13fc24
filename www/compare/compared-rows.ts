/** The comparison as rows of plain text, to be pasted into a sheet or a document. */
import { sayList } from "quandian/say";
import { amountText } from "../board/say-board.js";
import type { Compared } from "../parts/compare-index.js";
import type { Words } from "../words.js";

export function comparedRows(compared: Compared, names: readonly string[], words: Words): string[][] {
  const { desk, glossary } = words;
  const figures = [...compared.differing, ...compared.alike].map(({ label, told, differs }) =>
    [label, ...told.map((one) => (one === null ? "" : amountText(one.amount))), differs ? desk.differing : desk.alike]);
  const slogans = [...compared.inSeveral, ...compared.inOne].map(({ surface, mentions, expansions, listed }) => {
    const members = expansions[0]?.members.map(({ text }) => text) ?? listed;
    return [surface, ...mentions.map((places) => (places.length === 0 ? "" : String(places.length))), members.length === 0 ? desk.nowhere : sayList(members)];
  });
  return [
    ...(figures.length === 0 ? [] : [[desk.indicator, ...names, ""], ...figures]),
    ...(slogans.length === 0 ? [] : [[words.kinds.formula, ...names, glossary.name], ...slogans]),
  ];
}
