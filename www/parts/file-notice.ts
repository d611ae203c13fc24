/** What the line over the text says of a file, and the other ways to read it. */
import type { ChangeView, Encoding } from "quandian/files";
import { html } from "lit";
import type { OpenedFile, UnreadFile, Wanted } from "../read-file.js";
import type { Words } from "../words.js";
import type { Notice } from "./notice.js";

type Again = (wanted: Wanted) => void;

/** Says why a file was not read; where another encoding may help, the choice stands there. */
export function refusal({ name, error, tried, again: another }: UnreadFile, again: Again): Notice {
  const choice = (words: Words): unknown => (another === undefined ? "" : html` ${words.encoding}${words.colon}${encodings(tried, again, words)}`);
  return { says: (words, language) => html`<bdi>${name}</bdi>${words.colon}${error.explain(language)}${choice(words)}`, alarming: true };
}

/** Says how the file was read, and offers the other ways. */
export function opened({ name, read }: OpenedFile, changes: ChangeView, again: Again): Notice {
  if (read.format === "text") return { says: (words) => html`<bdi>${name}</bdi>${words.readAs}${encodings(read.encoding, again, words)}${words.readAsEnd}` };
  if (read.changes === 0) return { says: (words) => html`<bdi>${name}</bdi>${words.fileRead}` };
  const accepted = changes === "accepted";
  return {
    says: (words) => html`<bdi>${name}</bdi>${accepted ? words.changesAccepted(read.changes) : words.changesRefused(read.changes)}`,
    actions: [[(words) => (accepted ? words.refuseChanges : words.acceptChanges), () => again({ changes: accepted ? "original" : "accepted" })]],
  };
}

const ENCODINGS: readonly (readonly [Encoding, string])[] = [
  ["utf-8", "UTF-8"], ["gb18030", "GB18030 (GBK)"], ["big5", "Big5"], ["utf-16le", "UTF-16 LE"], ["utf-16be", "UTF-16 BE"],
];

function encodings(chosen: Encoding | undefined, again: Again, words: Words): unknown {
  const choose = (event: Event): void => again({ encoding: (event.target as HTMLSelectElement).value as Encoding });
  return html`<select aria-label=${words.encoding} .value=${chosen ?? "utf-8"} @change=${choose}>
    ${ENCODINGS.map(([id, name]) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
  </select>`;
}
