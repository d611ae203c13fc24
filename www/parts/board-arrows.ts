/** The arrows of the board, one a row over a scale that all rows share. Places are per cents: the scale is as wide as its column. */
import { html, svg } from "lit";
import type { Arrow, Scale } from "../board/scale.js";
import type { Words } from "../words.js";

const MIDDLE = 12;
/** The column ends so far within, so that heads and labels have room. */
const INSET = 3;

const place = (share: number): string => `${INSET + share * (100 - 2 * INSET)}%`;

export function arrowRow({ from, to, beyond, drawn }: Arrow, { ticks }: Scale): unknown {
  if (!drawn) return html`<span></span>`;
  const rises = to >= from;
  const head = rises ? "M0 0l-9-5v10z" : "M0 0l9-5v10z";
  return html`<svg class="arrow" height=${MIDDLE * 2} width="100%" aria-hidden="true">
    ${ticks.map(([at]) => svg`<line class="tick" x1=${place(at)} x2=${place(at)} y1="0" y2=${MIDDLE * 2}></line>`)}
    <line class=${beyond ? "shaft beyond" : "shaft"} x1=${place(from)} x2=${place(to)} y1=${MIDDLE} y2=${MIDDLE}></line>
    <circle class="start" cx=${place(from)} cy=${MIDDLE} r="3.5"></circle>
    <svg class="at" x=${place(to)} y=${MIDDLE} overflow="visible"><path class="head" d=${head}></path></svg>
  </svg>`;
}

export function scaleAxis({ kind, ticks }: Scale, words: Words): unknown {
  return html`<p class="axis" aria-hidden="true"><span></span><svg height="16" width="100%">${ticks.map(([at, label]) =>
    svg`<text x=${place(at)} y="12" text-anchor="middle">${label}</text>`)}</svg><span class="says">${words.board[kind]}</span></p>`;
}
