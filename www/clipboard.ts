/** Rows to the clipboard: as a table for word processors, by tabs for spreadsheets. */
export async function copyTable(rows: readonly (readonly string[])[]): Promise<void> {
  const flat = rows.map((cells) => cells.map((cell) => cell.replace(/\s+/g, " ")));
  const table = document.createElement("table");
  for (const cells of flat) table.insertRow().append(...cells.map(cellOf));
  await navigator.clipboard.write([
    new ClipboardItem({ "text/plain": new Blob([flat.map((cells) => cells.map(inert).join("\t")).join("\n")], { type: "text/plain" }), "text/html": new Blob([table.outerHTML], { type: "text/html" }) }),
  ]);
}

function cellOf(text: string): HTMLTableCellElement {
  const cell = document.createElement("td");
  cell.textContent = text;
  return cell;
}

/** A spreadsheet would run what begins like a formula. */
function inert(cell: string): string {
  return /^[=+\-@＝＋－＠]/.test(cell) && !/^-?[\d.]+$/.test(cell) ? `'${cell}` : cell;
}
