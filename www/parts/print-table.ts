import type { Analysis } from "quandian";
import { html } from "lit";
import { rateOf } from "quandian/board";
import { sayList, sayNumber, saySlogan } from "quandian/say";
import type { Mark } from "../text/marks.js";
import type { Language, Words } from "../words.js";
import { Part } from "./part.js";

/** What the side list says, as tables under the printed text. */
export class PrintTables extends Part {
  static override properties = {
    words: { attribute: false },
    language: { type: String },
    analysis: { attribute: false },
    marks: { attribute: false },
  };
  declare words: Words;
  declare language: Language;
  declare analysis: Analysis | null;
  declare marks: readonly Mark[];

  protected override render(): unknown {
    const { words, language, analysis, marks } = this;
    const numbers = marks.flatMap((mark) => (mark.family === "numbers" ? [mark.note] : []));
    const slogans = new Map(marks.flatMap((mark) => (mark.family === "slogans" ? [[mark.note.identity, mark] as const] : [])));
    return html`<div class="print">
      <h2>${words.numberTable}</h2>
      <div class="columns"><table>${numbers.map((note) => html`<tr><td>${note.text}</td>
        <td>${sayNumber(note, language, analysis === null ? null : rateOf(analysis, note))}</td><td>${words.kinds[note.kind]}</td></tr>`)}</table></div>
      <h2>${words.sloganTable}</h2>
      <table>${[...slogans.values()].map(({ note }) => html`<tr>${note.kind !== "formula" ? html`<td colspan="2">${note.text}</td>` : html`<td>${note.text}</td>
        <td>${note.members.length > 0 ? sayList(note.members.map(({ text }) => text)) : saySlogan(note, language)}</td>`}
        <td>${words.kinds[note.kind]}</td></tr>`)}</table>
    </div>`;
  }
}

customElements.define("quandian-print-tables", PrintTables);
