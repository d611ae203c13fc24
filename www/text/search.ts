/** What is searched for is found in either script, in any width and case. */
let inOneScript = (text: string): string => text;
let coming: Promise<void> | null = null;

export type Finder = (texts: readonly string[]) => boolean;

/** Whether one of the texts holds what is wanted; all do where nothing is. */
export function finder(query: string): Finder {
  const wanted = plain(query.trim());
  return (texts) => wanted === "" || texts.some((text) => plain(text).includes(wanted));
}

/** Calls back once both scripts are known, where they were not; where their table cannot be had, each script finds its own. */
export function bothScripts(then: () => void): void {
  if (coming !== null) return;
  coming = import("./simplified.js").then(({ simplified }) => {
    inOneScript = simplified;
    then();
  }, () => void (coming = null));
}

const plain = (text: string): string => inOneScript(text.normalize("NFKC").toLowerCase());
