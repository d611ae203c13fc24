/** A file to the reader's disk, under a name that every system takes. */
const LONGEST = 40;
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** The name of a file without its suffix, from the first line of its text. */
export function fileStem(text: string): string {
  const line = text.match(/\S.*/)?.[0] ?? "";
  const name = [...line.slice(0, 400).replace(FORBIDDEN, " ").replace(/\s+/g, " ").trim()].slice(0, LONGEST).join("").replace(/^[. ]+|[. ]+$/g, "");
  return name === "" ? "圈点" : DEVICES.test(name) ? `_${name}` : name;
}

export function saveFile(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Some browsers read the address only after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
