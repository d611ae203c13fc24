/** What stands there first: the text of a shared link, else the one the reader had kept, else the sample. */
import type { Notice } from "./parts/notice.js";
import { SAMPLE } from "./sample.js";
import type { SharedSettings } from "./share.js";
import { loadWords } from "./words.js";

export interface Opening {
  readonly text: string;
  readonly sampled: boolean;
  readonly settings: Partial<SharedSettings>;
  readonly notice: Notice | null;
}

export async function opening(fragment: string, kept: string | null): Promise<Opening> {
  const reader = fragment.length > 1 ? await import("./share.js").catch(() => "missing" as const) : null;
  const link = reader === null || reader === "missing" ? null : await reader.opened(fragment);
  const settings = link?.settings ?? {};
  if (settings.language !== undefined) await loadWords(settings.language).catch(() => undefined);
  if (typeof link?.text === "string") return { text: link.text, sampled: false, settings, notice: { says: (words) => words.fromLink } };
  const notice: Notice | null = reader === "missing" ? { says: (words) => words.partNotLoaded, alarming: true }
    : link?.text === null ? { says: (words) => words.brokenLink, alarming: true } : null;
  if (kept !== null) return { text: kept, sampled: false, settings, notice };
  return { text: SAMPLE, sampled: true, settings, notice };
}
