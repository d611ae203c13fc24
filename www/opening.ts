/** What an address brings: the settings of a shared link, and the text of one that carries it. */
import { NOT_LOADED, type Notice } from "./parts/notice.js";
import type { SharedSettings } from "./share.js";
import { loadWords } from "./words.js";

export interface Opening {
  /** null where there is none, or none that can be read. */
  readonly text: string | null;
  readonly settings: Partial<SharedSettings>;
  readonly notice: Notice | null;
}

export async function opening(fragment: string): Promise<Opening> {
  const reader = fragment.length > 1 ? await import("./share.js").catch(() => "missing" as const) : null;
  const link = reader === null || reader === "missing" ? null : await reader.opened(fragment);
  const settings = link?.settings ?? {};
  if (settings.language !== undefined) await loadWords(settings.language).catch(() => undefined);
  if (typeof link?.text === "string") return { text: link.text, settings, notice: { says: (words) => words.fromLink } };
  const notice: Notice | null = reader === "missing" ? NOT_LOADED : link?.text === null ? { says: (words) => words.brokenLink, alarming: true } : null;
  return { text: null, settings, notice };
}
