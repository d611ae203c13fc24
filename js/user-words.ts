/** What was done to the words of a lexicon, so that it can be done again to a fresh one. */
import { QuandianError } from "./errors.js";
import type { UserWord } from "./types.js";

type Added = readonly [word: string, frequency: number | undefined, partOfSpeech: string | undefined];

export type WordChange = { readonly added: Added } | { readonly removed: string };

export function additions(words: Iterable<UserWord>): WordChange[] {
  return Array.from(words, (word) => ({ added: parsed(word) }));
}

export function removals(words: Iterable<string>): WordChange[] {
  return Array.from(words, (removed) => ({ removed: wordOf(removed, removed) }));
}

function parsed(word: UserWord): Added {
  if (typeof word === "string") return [word, undefined, undefined];
  const [surface, frequency, partOfSpeech] = Array.isArray(word) ? (word as readonly [string, number?, string?]) : [];
  return [wordOf(surface, word), frequency, partOfSpeech];
}

function wordOf(surface: unknown, given: unknown): string {
  if (typeof surface === "string") return surface;
  throw new QuandianError("user-word", `${JSON.stringify(given)}`);
}

/** The last change of each word, in the order of time: what a word costs depends on those before it. */
export class WordHistory implements Iterable<WordChange> {
  readonly #changes = new Map<string, WordChange>();

  add(change: WordChange): void {
    const word = "removed" in change ? change.removed : change.added[0];
    this.#changes.delete(word);
    this.#changes.set(word, change);
  }

  [Symbol.iterator](): Iterator<WordChange> {
    return this.#changes.values();
  }
}
