/**
 * The reader's own formulas, as people write them down: rows of a table (formula, tab, members parted by 、), or lines as
 * they stand in a document, 四查：查思想、查作风、查纪律、查成效。
 */
export interface OwnRows {
  /** Tab-separated, as the analyser takes them. */
  readonly rows: string;
  readonly formulas: readonly string[];
  /** Numbers of lines, from 1, that say no formula or no members. */
  readonly faults: readonly number[];
}

const LINE = /\r\n|[\r\n]/;
/** Formula, what parts it from its members, the members. */
const ROW = /^([^\t：:=＝]+?)\s*(?:\t|[：:=＝])\s*(.+)$/;
const MARKS = /^[“”"'「『《]+|[“”"'」』》]+$/g;
const END = /[。；;.\s]+$/;
const PARTING = /\s*[、，,；;]\s*/;

export function readOwnRows(text: string): OwnRows {
  const rows: string[] = [];
  const formulas: string[] = [];
  const faults: number[] = [];
  text.split(LINE).forEach((line, i) => {
    if (line.trim() === "" || line.startsWith("#")) return;
    const [, name = "", said = ""] = ROW.exec(line.trim()) ?? [];
    const formula = name.replace(MARKS, "").trim();
    const [members = "", ...others] = said.split("\t");
    const listed = listOf(members.replace(END, ""));
    if (formula === "" || listed.length < 2) return void faults.push(i + 1);
    formulas.push(formula);
    rows.push([formula, listed.join("、"), ...others].join("\t"));
  });
  return { rows: rows.length === 0 ? "" : `${rows.join("\n")}\n`, formulas, faults };
}

/** Where a list has 、 its commas belong to the members. */
function listOf(members: string): string[] {
  const parts = members.includes("、") ? members.split("、") : members.split(PARTING);
  return parts.map((member) => member.trim()).filter((member) => member !== "");
}
