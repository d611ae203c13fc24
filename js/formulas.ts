/** The reader's own formulas, as the core reads them. */
import { QuandianError } from "./errors.js";
import type { CreateOptions, UserFormula } from "./types.js";

/** Formulas as rows of tab-separated columns; in a member / stands for 、, as in the shipped table. */
export function formulaRows(formulas: NonNullable<CreateOptions["formulas"]>): string {
  if (typeof formulas === "string") return formulas;
  const row = ([formula, members]: UserFormula) => `${formula}\t${members.map((m) => m.replaceAll("、", "/")).join("、")}\n`;
  try {
    return [...formulas].map(row).join("");
  } catch (error) {
    throw new QuandianError("option", "formulas: rows, or pairs of a formula and its members", error);
  }
}
