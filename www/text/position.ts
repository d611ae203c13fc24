/** Between places in the document and offsets in one block. */

/** Offset inside the block of a DOM position. */
export function offsetIn(block: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** DOM position of an offset inside the block. */
export function placeIn(block: HTMLElement, offset: number): [node: Node, offset: number] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Text | null = null;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    if (left <= node.length) return [node, left];
    left -= node.length;
    last = node;
  }
  return last === null ? [block, 0] : [last, last.length];
}
