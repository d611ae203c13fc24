/** Paper, ink, one red. The fonts are the reader's own. */
export const HTML_STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#fdfcf8,#191817);--ink:light-dark(#1d1b19,#e6e1d8);--soft:light-dark(#6b655d,#a49d92);--red:light-dark(#b3261e,#ff8a7a);--wash:light-dark(#f7dcd6,#5a2a25)}
body{margin:2rem auto;max-width:44rem;padding:0 1rem;background:var(--paper);color:var(--ink);font:18px/1.9 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif;font-variant-numeric:tabular-nums}
header{color:var(--soft);font-size:.85em}
h1{font-size:1.6em;line-height:1.5;text-wrap:balance}h2{font-size:1.05em;margin:1.4em 0 .3em;break-after:avoid}
main{margin-block:1em 3em}
main>*{tab-size:7em;white-space:pre-wrap;overflow-wrap:anywhere}
p{margin:0;text-align:justify;text-indent:2em}
mark{background:none;color:inherit;border-radius:1px}
mark:target{background:var(--wash)}
.quantity,.percent,.money,.ratio,.ordinal,.code{text-decoration:underline solid var(--red) 2px;text-underline-offset:.24em;text-decoration-skip-ink:none}
.date,.duration{text-decoration:underline wavy var(--soft) 1px;text-underline-offset:.24em;text-decoration-skip-ink:none}
.formula,.formulation{text-emphasis:open circle var(--red);text-emphasis-position:over right}
.formulation{text-emphasis-color:var(--soft)}
.brand{text-decoration:underline dotted var(--red) 2px;text-underline-offset:.24em;text-decoration-skip-ink:none}
.couplet,.parallel,.maxim{border-inline:1.5px solid var(--red);padding-inline:.15em}
header ul{display:flex;flex-wrap:wrap;gap:0 1.5em;margin:0;padding:0;list-style:none}
table{border-collapse:collapse;width:100%;font-size:.8em;line-height:1.5}
th,td{padding:.25em .6em .25em 0;border-bottom:1px solid color-mix(in srgb,var(--soft) 40%,transparent);text-align:start;vertical-align:top;overflow-wrap:anywhere}
th,.brief{white-space:nowrap}
a{color:inherit;text-decoration-color:var(--red)}
@media print{:root{color-scheme:light}body{margin:0;max-width:none;font-size:11pt}tr,h2{break-inside:avoid}a{text-decoration:none}}
`;
