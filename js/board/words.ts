/** The words of data/board.tsv by their role. */
import TABLE from "../../data/board.tsv";

type Role = "total" | "tail" | "head";

const ROWS = TABLE.split("\n").filter((row) => row !== "" && !row.startsWith("#")).map((row) => row.split("\t"));
// The longest first: 达到 goes before 达.
const of = (role: Role): readonly string[] => ROWS.flatMap(([word = "", roles = ""]) => (roles.split(" ").includes(role) ? [word] : [])).sort((a, b) => b.length - a.length);

export const TOTALS = of("total");
const TAILS = of("tail");
const HEADS = of("head");

export function withoutTails(label: string): string {
  const tail = TAILS.find((word) => label.endsWith(word));
  return tail === undefined ? label : withoutTails(label.slice(0, -tail.length));
}

export function withoutHeads(label: string): string {
  const head = HEADS.find((word) => label.startsWith(word));
  return head === undefined ? label : withoutHeads(label.slice(head.length));
}
