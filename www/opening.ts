/** What stands there first: the text of a shared link, else the one the reader had kept, else the sample. */
import type { Notice } from "./parts/notice.js";
import { SAMPLE } from "./sample.js";
import { putAway, shared, type SharedSettings } from "./share.js";
import { loadWords } from "./words.js";

export interface Opening {
  readonly text: string;
  readonly sampled: boolean;
  readonly settings: Partial<SharedSettings>;
  readonly notice: Notice | null;
}

export async function opening(fragment: string, kept: string | null): Promise<Opening> {
  const link = fragment.length > 1 ? await shared(fragment) : null;
  const settings = link?.settings ?? {};
  if (link?.text !== undefined) putAway();
  if (settings.language !== undefined) await loadWords(settings.language).catch(() => undefined);
  if (typeof link?.text === "string") return { text: link.text, sampled: false, settings, notice: { says: (words) => words.fromLink } };
  const notice: Notice | null = link?.text === null ? { says: (words) => words.brokenLink, alarming: true } : null;
  if (kept !== null) return { text: kept, sampled: false, settings, notice };
  return { text: SAMPLE, sampled: true, settings, notice };
}
