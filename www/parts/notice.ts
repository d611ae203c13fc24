/** What the line over the text says about what just happened, in either language. */
import type { ChangeView, Encoding, ReadOptions } from "quandian/files";
import { html } from "lit";
import { live } from "lit/directives/live.js";
import type { OpenedFile, UnreadFile } from "../read-file.js";
import type { Language, Words } from "../words.js";

export interface Notice {
  readonly says: (words: Words, language: Language) => unknown;
  readonly action?: readonly [label: (words: Words) => string, run: () => void];
  /** What else can be done about it. */
  readonly also?: readonly [label: (words: Words) => string, run: () => void];
  readonly alarming?: boolean;
}

export function noticeLine({ says, action, also, alarming }: Notice, words: Words, language: Language): unknown {
  return html`<span class=${alarming === true ? "alarm" : ""}>${says(words, language)}</span>
    ${[action, also].map((one) => (one === undefined ? "" : html` <button class="link" @click=${one[1]}>${one[0](words)}</button>`))}`;
}

export function refusal({ name, error }: UnreadFile): Notice {
  return { says: (words, language) => html`<bdi>${name}</bdi>${words.colon}${error.explain(language)}`, alarming: true };
}

type Again = (options: ReadOptions) => void;

/** Says how the file was read, and offers the other ways. */
export function opened({ name, read }: OpenedFile, changes: ChangeView, again: Again): Notice {
  if (read.format === "text") return { says: (words) => html`<bdi>${name}</bdi>${words.readAs}${encodings(read.encoding, again, words)}${words.readAsEnd}` };
  if (read.changes === 0) return { says: (words) => html`<bdi>${name}</bdi>${words.fileRead}` };
  const accepted = changes === "accepted";
  return {
    says: (words) => html`<bdi>${name}</bdi>${accepted ? words.changesAccepted(read.changes) : words.changesRefused(read.changes)}`,
    action: [(words) => (accepted ? words.refuseChanges : words.acceptChanges), () => again({ changes: accepted ? "original" : "accepted" })],
  };
}

const ENCODINGS: readonly (readonly [Encoding, string])[] = [
  ["utf-8", "UTF-8"], ["gb18030", "GB18030 (GBK)"], ["big5", "Big5"], ["utf-16le", "UTF-16 LE"], ["utf-16be", "UTF-16 BE"],
];

function encodings(chosen: Encoding | undefined, again: Again, words: Words): unknown {
  const choose = (event: Event): void => again({ encoding: (event.target as HTMLSelectElement).value as Encoding });
  return html`<select aria-label=${words.encoding} .value=${live(chosen ?? "utf-8")} @change=${choose}>
    ${ENCODINGS.map(([id, name]) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
  </select>`;
}
