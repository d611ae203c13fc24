/** What was done to the words of a lexicon, so that it can be done again to a fresh one. */
import { QuandianError } from "./errors.js";
import { isList, notWanted, typeOf } from "./given.js";
import type { UserWord } from "./types.js";

type Added = readonly [word: string, frequency: number | undefined, partOfSpeech: string | undefined];

export type WordChange = { readonly added: Added } | { readonly removed: string };

export function additions(words: Iterable<UserWord>): WordChange[] {
  return Array.from(listOf(words), (word) => ({ added: parsed(word) }));
}

export function removals(words: Iterable<string>): WordChange[] {
  return Array.from(listOf(words), (removed) => ({ removed: wordOf(removed, removed) }));
}

/** A word by itself would be taken for a list of its characters. */
function listOf<Word>(words: Iterable<Word>): Iterable<Word> {
  if (isList(words)) return words;
  throw new QuandianError("user-word", notWanted("words", "a list", words));
}

function parsed(word: UserWord): Added {
  if (typeof word === "string") return [word, undefined, undefined];
  const [surface, frequency, partOfSpeech] = Array.isArray(word) ? (word as readonly unknown[]) : [];
  const named = wordOf(surface, word);
  return [named, frequencyOf(frequency, named), tagOf(partOfSpeech, named)];
}

function wordOf(surface: unknown, given: unknown): string {
  if (typeof surface === "string") return surface;
  throw new QuandianError("user-word", Array.isArray(given) ? `[${typeOf(surface)}, …]` : typeOf(given));
}

/** The core would take another number by its last 32 bits. */
function frequencyOf(frequency: unknown, word: string): number | undefined {
  if (frequency === undefined || frequency === null) return undefined;
  if (typeof frequency === "number" && Number.isInteger(frequency) && frequency >= 0 && frequency <= 0xffff_ffff) return frequency;
  throw new QuandianError("user-word", `${word}: frequency ${typeof frequency === "number" ? frequency : typeOf(frequency)}`);
}

function tagOf(partOfSpeech: unknown, word: string): string | undefined {
  if (partOfSpeech === undefined || partOfSpeech === null) return undefined;
  if (typeof partOfSpeech === "string") return partOfSpeech;
  throw new QuandianError("user-word", `${word}: partOfSpeech ${typeOf(partOfSpeech)}`);
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
