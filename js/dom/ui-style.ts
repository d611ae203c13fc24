/** The look of card, legend and list: paper, ink, one red; the site's own font unless it says otherwise. */
import { SAMPLE_STYLE } from "./mark-style.js";

export const UI_STYLE = `
:host { --paper: var(--quandian-paper, #fffdf8); --ink: var(--quandian-ink, #211e1a); --soft: var(--quandian-soft, #655e54); --line: var(--quandian-line, #d9d1c3); --red: var(--quandian-red, #b92b15) }
.dark, [data-theme="dark"] { --paper: var(--quandian-paper, #221f1b); --ink: var(--quandian-ink, #e4ddd0); --soft: var(--quandian-soft, #a39a8b); --line: var(--quandian-line, #3b362f); --red: var(--quandian-red, #f07a5f) }
* { box-sizing: border-box }
[hidden] { display: none !important }
p, ol, ul, dl, dd { margin: 0; padding: 0 }
ul { list-style: none }
button { margin: 0; padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer }
:focus-visible { outline: 2px solid var(--red); outline-offset: 2px }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.soft, dt, th, .close, .count { color: var(--soft) }
.link:hover, .close:hover { color: var(--red) }
.card { position: absolute; inset: var(--top, 0) auto auto var(--left, 0); z-index: 2147483647; margin: 0; width: min(22rem, calc(100vw - 1.5rem)); max-height: min(24rem, 80vh); overflow: auto; overscroll-behavior: contain; padding: .6rem 1rem .8rem; border: 1px solid var(--line); border-radius: 3px; background: var(--paper); color: var(--ink); box-shadow: 0 1px 2px rgb(0 0 0 / 14%), 0 8px 28px rgb(0 0 0 / 16%); font: 14px/1.7 var(--quandian-font, system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif); font-variant-numeric: tabular-nums; text-align: start; overflow-wrap: anywhere }
.card:focus { outline: none }
.kind { display: flex; justify-content: space-between; align-items: baseline; color: var(--soft); font-size: 13px }
.says { margin-block: .1rem .35rem; font-size: 1.3em; font-weight: 600; line-height: 1.5 }
dl > div { display: grid; grid-template-columns: 4.5em 1fr }
.members { margin-block: 0 .5rem; padding-inline-start: 1.7em }
.members li::marker { color: var(--red); font-size: 12px }
.link { text-decoration: underline var(--line); text-underline-offset: .25em }
ul .link { text-decoration: none }
ol .link { display: inline-flex; align-items: center }
.also { margin-block-start: .5rem; padding-block-start: .4rem; border-block-start: 1px solid var(--line) }
.card b { color: var(--red); font-weight: 600 }
.panel { color: inherit; text-indent: 0; font: 14px/1.6 var(--quandian-font, system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif); font-variant-numeric: tabular-nums; text-align: start }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; padding-block: .3rem .6rem }
.switch { padding-block: .3rem; line-height: 1.7 }
.switch[aria-checked="false"] { opacity: .75 }
.switch[aria-checked="false"] > :first-child { text-decoration: line-through 1px; background: none }
.count, .panel .soft, .panel.soft, th { color: inherit; font-size: .87em }
.count, .panel .soft, .panel.soft { opacity: .75 }
summary, .summary { padding-block: .3rem }
summary { cursor: pointer }
.scroll { max-height: var(--quandian-list-height, 22rem); overflow: auto; overscroll-behavior: contain }
table { width: 100%; border-collapse: collapse; font-size: .93em; line-height: 1.6 }
th { position: sticky; top: 0; font-weight: 400 }
th, td { padding: .25rem .8rem .25rem .2rem; border-block-end: 1px solid color-mix(in srgb, currentcolor 18%, transparent); text-align: start; vertical-align: top; overflow-wrap: anywhere }
td:first-child { min-width: 5.5em }
td:nth-child(2) { white-space: nowrap }
.go[aria-current] { background: var(--quandian-selected, color-mix(in srgb, #f0320f 30%, transparent)) }
.floating { position: fixed; inset: auto 0 0 auto; z-index: 2147483646; width: min(34rem, 100vw); padding: .4rem 1rem .6rem; border: 1px solid var(--line); background: var(--paper); color: var(--ink) }
.floating:not(:focus-within) { inset: auto auto 0 0; width: 1px; height: 1px; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%) }
.floating th { background: var(--paper) }
${SAMPLE_STYLE}
@media (max-width: 640px) {
  .card { position: fixed; inset: auto 0 0; width: auto; max-width: none; max-height: 55vh; border-width: 1px 0 0; border-radius: 0; padding-block-end: calc(.8rem + env(safe-area-inset-bottom)) }
  .close, .link { min-height: 36px }
  .close { min-width: 44px; text-align: end }
}
@media print { .card, .floating, .help { display: none } .scroll { max-height: none; overflow: visible } }
`;
