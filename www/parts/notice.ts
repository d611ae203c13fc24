/** What the line over the text says about what just happened, in either language. */
import { html, nothing } from "lit";
import type { Language, Words } from "../words.js";

export type Action = readonly [label: (words: Words) => string, run: () => void];

export interface Notice {
  readonly says: (words: Words, language: Language) => unknown;
  /** What can be done about it. */
  readonly actions?: readonly Action[];
  readonly alarming?: boolean;
}

export const NOT_LOADED: Notice = { says: (words) => words.partNotLoaded, alarming: true };

export function noticeLine({ says, actions = [], alarming }: Notice, words: Words, language: Language): unknown {
  return html`<span class=${alarming === true ? "alarm" : nothing}>${says(words, language)}</span>
    ${actions.map(([label, run]) => html` <button class="link" @click=${run}>${label(words)}</button>`)}`;
}
