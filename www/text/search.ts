/** What is searched for is found in either script, in any width and case. */
let inOneScript = (text: string): string => text;
let coming: Promise<void> | null = null;
let known = false;

/** Most texts whose folded form is kept: a long text has marks by the ten thousand, and every key asks all of them. */
const KEPT = 200_000;
const folded = new Map<string, string>();

export type Finder = (texts: readonly string[]) => boolean;

/** Whether one of the texts holds what is wanted; all do where nothing is. */
export function finder(query: string): Finder {
  const wanted = plain(query.trim());
  return (texts) => wanted === "" || texts.some((text) => plain(text).includes(wanted));
}

/** Calls back once both scripts are known, where they were not; where their table cannot be had, each script finds its own. */
export function bothScripts(then: () => void): void {
  if (known) return;
  coming ??= import("./simplified.js").then(({ simplified }) => {
    inOneScript = simplified;
    folded.clear();
    known = true;
  }, () => void (coming = null));
  void coming.then(() => known && then());
}

function plain(text: string): string {
  const kept = folded.get(text);
  if (kept !== undefined) return kept;
  if (folded.size >= KEPT) folded.clear();
  const fold = inOneScript(text.normalize("NFKC").toLowerCase());
  folded.set(text, fold);
  return fold;
}
