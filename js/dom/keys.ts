/** F8 and Shift+F8 through all annotated texts of a page, and Esc out of them. */
import type { AnnotationHandle } from "./types.js";

/** In document order. */
let annotated: readonly { readonly handle: AnnotationHandle; readonly target: Node }[] = [];
let stop: AbortController | undefined;

/** Takes part in the keys until `signal` fires. */
export function listenToKeys(handle: AnnotationHandle, target: Node, signal: AbortSignal): void {
  const follows = (node: Node): boolean => (target.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const at = annotated.findIndex((other) => follows(other.target));
  const before = at < 0 ? annotated.length : at;
  annotated = [...annotated.slice(0, before), { handle, target }, ...annotated.slice(before)];
  if (!stop) {
    stop = new AbortController();
    document.addEventListener("keydown", onKey, { signal: stop.signal });
  }
  signal.addEventListener("abort", () => {
    annotated = annotated.filter((other) => other.handle !== handle);
    if (annotated.length > 0) return;
    stop?.abort();
    stop = undefined;
  });
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "F8") {
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  } else if (event.key === "Escape") annotated.find(({ handle }) => handle.selected >= 0)?.handle.leave();
}

/** Within a text; beyond its last mark into the next text. */
function step(by: 1 | -1): void {
  const texts = annotated.map(({ handle }) => handle).filter((handle) => handle.marks.some(({ kind }) => handle.isShown(kind)));
  const at = texts.findIndex(({ selected }) => selected >= 0);
  const current = texts[at];
  const further = current?.marks.findIndex(({ kind }, index) => current.isShown(kind) && (by > 0 ? index > current.selected : index < current.selected));
  if (current && further !== -1) return by > 0 ? current.next() : current.previous();
  current?.leave();
  const next = texts.at((at < 0 ? (by > 0 ? 0 : -1) : at + by) % texts.length);
  if (by > 0) next?.next();
  else next?.previous();
}
