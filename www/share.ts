/**
 * A link that carries settings, and on request the text, in its fragment: what stands behind the # goes to no server.
 *
 *     #hide=brand.date&words=1&lang=en&text=<deflate-raw, base64url>
 */
import { KINDS, type Kind } from "./text/marks.js";
import type { Language } from "./words.js";

export interface SharedSettings {
  readonly hidden: readonly Kind[];
  readonly words: boolean;
  readonly language: Language;
}

export interface Shared {
  readonly settings: Partial<SharedSettings>;
  /** The text; null where the link has one that cannot be read; absent where it has none. */
  readonly text?: string | null;
}

/** Longer links are cut by what carries them. */
export const LONGEST_LINK = 500_000;
/** UTF-16 code units: a link of a few characters may unpack to a text that fills the memory. */
const LONGEST_TEXT = 10_000_000;

export async function linkTo(settings: SharedSettings, text?: string): Promise<string> {
  const link = new URL(location.href);
  const parts = new URLSearchParams();
  if (settings.hidden.length > 0) parts.set("hide", settings.hidden.join("."));
  if (settings.words) parts.set("words", "1");
  parts.set("lang", settings.language);
  if (text !== undefined) parts.set("text", await packed(text));
  link.hash = parts.toString();
  return link.href;
}

/**
 * What the address carries. One with a text is taken out of it, where it would be opened again in place of what the reader
 * has made of it since.
 */
export async function opened(fragment: string): Promise<Shared | null> {
  const link = await shared(fragment);
  if (link?.text !== undefined) history.replaceState(history.state, "", location.pathname + location.search);
  return link;
}

/** What a fragment says; whatever it says otherwise is passed over. */
async function shared(fragment: string): Promise<Shared | null> {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const known = new Set<string>([...KINDS.numbers, ...KINDS.slogans]);
  const [hide, words, language, text] = ["hide", "words", "lang", "text"].map((name) => parts.get(name));
  if (hide == null && words == null && language == null && text == null) return null;
  const settings: Partial<SharedSettings> = {
    ...(hide == null ? {} : { hidden: hide.split(".").filter((kind): kind is Kind => known.has(kind)) }),
    ...(words === "1" ? { words: true } : {}),
    ...(language === "zh" || language === "en" ? { language } : {}),
  };
  return text == null ? { settings } : { settings, text: await unpacked(text).catch(() => null) };
}

async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

async function unpacked(text: string): Promise<string> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).pipeThrough(new TextDecoderStream("utf-8", { fatal: true }));
  let whole = "";
  const reader = stream.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    whole += chunk.value;
    if (whole.length <= LONGEST_TEXT) continue;
    await reader.cancel();
    throw new RangeError("too long");
  }
  return whole;
}
