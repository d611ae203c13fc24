/** What is copied is the source, not the paragraphs of the page. */
import type { EditTarget } from "./editing.js";

type CopyTarget = Pick<EditTarget, "root" | "source" | "offsetOf" | "replace"> & { readonly editing: () => boolean };

export function hearCopies({ root, source, offsetOf, replace, editing }: CopyTarget): void {
  const copy = (event: ClipboardEvent): void => {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed || event.clipboardData === null) return;
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    if (!root.contains(startContainer) || !root.contains(endContainer)) return;
    const [start, end] = [offsetOf(startContainer, startOffset), offsetOf(endContainer, endOffset)];
    event.preventDefault();
    event.clipboardData.setData("text/plain", source().slice(start, end));
    if (event.type === "cut" && editing()) replace(start, end, "");
  };
  root.addEventListener("copy", copy);
  root.addEventListener("cut", copy);
}
