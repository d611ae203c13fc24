/** Style sheets for documents and shadow roots of others: constructed, so that no policy has to allow inline styles. */
type Root = Document | ShadowRoot;

/** Per style the sheet of each document, since a sheet belongs to the document that made it. */
const sheets = new Map<string, WeakMap<Document, CSSStyleSheet>>();
const users = new WeakMap<Root, Map<string, number>>();

/** Puts a style into effect in `root`; what it answers with takes it back, unless somebody else has asked for it too. */
export function adopt(root: Root, style: string): () => void {
  const counts = users.get(root) ?? new Map<string, number>();
  users.set(root, counts);
  const count = counts.get(style) ?? 0;
  counts.set(style, count + 1);
  const sheet = sheetOf(root, style);
  if (count === 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    const left = (counts.get(style) ?? 1) - 1;
    counts.set(style, left);
    if (left === 0) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

function sheetOf(root: Root, style: string): CSSStyleSheet {
  const document = root instanceof Document ? root : root.ownerDocument;
  const made = sheets.get(style) ?? new WeakMap<Document, CSSStyleSheet>();
  sheets.set(style, made);
  const sheet = made.get(document) ?? new CSSStyleSheet();
  if (!made.has(document)) sheet.replaceSync(style);
  made.set(document, sheet);
  return sheet;
}

/** Keeps a style in effect in exactly the roots last named. */
export class Adopted {
  readonly #style: string;
  #held = new Map<Root, () => void>();

  constructor(style: string) {
    this.#style = style;
  }

  in(roots: ReadonlySet<Root>): void {
    for (const [root, release] of this.#held) {
      if (roots.has(root)) continue;
      release();
      this.#held.delete(root);
    }
    for (const root of roots) if (!this.#held.has(root)) this.#held.set(root, adopt(root, this.#style));
  }
}
