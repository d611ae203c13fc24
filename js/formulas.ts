/** The reader's own formulas, as the core reads them. */
import { QuandianError } from "./errors.js";
import { isList, notWanted, typeOf } from "./given.js";
import type { CreateOptions } from "./types.js";

/** Formulas as rows of tab-separated columns; in a member / stands for 、, as in the shipped table. */
export function formulaRows(formulas: NonNullable<CreateOptions["formulas"]>): string {
  if (typeof formulas === "string") return formulas;
  if (!isList(formulas)) throw new QuandianError("option", notWanted("formulas", "rows or a list", formulas));
  return Array.from(formulas, row).join("");
}

function row(pair: unknown): string {
  const [formula, members] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
  if (typeof formula !== "string") throw new QuandianError("option", `formulas: ${Array.isArray(pair) ? `[${typeOf(formula)}, …]` : typeOf(pair)}`);
  if (!Array.isArray(members)) throw new QuandianError("option", notWanted(`formulas: ${formula}`, "a list of members", members));
  return `${cell(formula, formula)}\t${members.map((member) => cell(member, formula).replaceAll("、", "/")).join("、")}\n`;
}

/** A tab would begin another column, a line break another row. */
function cell(given: unknown, formula: string): string {
  if (typeof given !== "string") throw new QuandianError("option", `formulas: ${formula}: [${typeOf(given)}, …]`);
  if (/[\t\n\r]/.test(given)) throw new QuandianError("option", `formulas: ${JSON.stringify(given)}: a tab or a line break`);
  return given;
}
