// What the specification asks of these figures.
import { TOO_LONG } from "./contender.mjs";

/**
 * [what, asked, measured, unit, whether it is met]; rows whose figures are missing are left out. Where ours took too long or
 * failed, the words for that are what was measured, and nothing is met; nor is it where the other failed.
 */
export function targets({ offsets, strings, start, ready, memory, core, layers, held, chromium }) {
  const least = (what, asked, measured, unit = "×") => [what, `≥ ${asked} ${unit}`, measured, unit, measured >= asked];
  const most = (what, asked, measured, unit) => [what, `≤ ${asked} ${unit}`, measured, unit, measured <= asked];
  return [
    most("download, wasm and `compact`", 400, scaled(core["ours compact-parts"], 1000), "KB"),
    most("download, wasm and `jieba`", 1300, scaled(core["ours jieba"], 1000), "KB"),
    most("start, `compact`, Node, to ready", 5, ready["ours compact-parts"], "ms"),
    most("start, `compact`, Node, to the first cut", 5, start["ours compact-parts"], "ms"),
    most("start, `jieba`, Node, to ready", 8, ready["ours jieba"], "ms"),
    most("start, `jieba`, Node, to the first cut", 8, start["ours jieba"], "ms"),
    most("start, `compact`, Chromium, to the first cut", 8, chromium?.started.compact, "ms"),
    most("start, `jieba`, Chromium, to the first cut", 14, chromium?.started.jieba, "ms"),
    most("wasm memory after start, `compact`", 8, scaled(memory["ours compact-parts"], 1e6), "MB"),
    most("wasm memory after start, `jieba`", 12, scaled(memory["ours jieba"], 1e6), "MB"),
    most("wasm memory, 10,000,000 bytes of prose", 80, held.prose.bytes / 1e6, "MB"),
    most("wasm memory, 10,000,000 bytes dense with numbers", 80, held.dense.bytes / 1e6, "MB"),
    least("`jieba` : jieba-rs in wasm, ordinary text", 1.25, ratio(offsets.prose, "ours jieba", "jieba-rs-wasm")),
    least("`jieba` : jieba-rs in wasm, ordinary text of many sentences", 1.25, ratio(offsets.many, "ours jieba", "jieba-rs-wasm")),
    least("`jieba` : jieba-rs in wasm, random words", 1.5, ratio(offsets.words, "ours jieba", "jieba-rs-wasm")),
    least("`compact` with `parts` : jieba-wasm, Node", 8, ratio(offsets.prose, "ours compact-parts", "jieba-wasm")),
    least("`compact` with `parts` : @node-rs/jieba", 2.5, ratio(offsets.prose, "ours compact-parts", "node-rs")),
    least("`compact` with `parts` : jieba-wasm, Node, text of many sentences", 8, ratio(offsets.many, "ours compact-parts", "jieba-wasm")),
    least("`compact` with `parts` : @node-rs/jieba, text of many sentences", 2.5, ratio(offsets.many, "ours compact-parts", "node-rs")),
    least("`compact` with `parts` : Intl.Segmenter, Chromium", 3, ratio(chromium?.speeds.offsets.prose, "compact", "intl")),
    least("to strings, `compact` with `parts` : jieba-wasm", 4, ratio(strings.prose, "ours compact-parts", "jieba-wasm")),
    least("to strings, `jieba` : jieba-wasm", 4, ratio(strings.prose, "ours jieba", "jieba-wasm")),
    least("everything, 1 MB of many sentences", 12, layers["1 MB of many sentences"]?.["ours everything"], "MB/s"),
    least("everything, 1 MB", 12, layers["1 MB"]["ours everything"], "MB/s"),
    least("numbers and slogans, 1 MB", 20, layers["1 MB"]["ours layers"], "MB/s"),
    least("numbers alone, 1 MB", 25, layers["1 MB"]["ours numbers"], "MB/s"),
  ].filter(([, , measured]) => measured !== undefined && !Number.isNaN(measured));
}

function scaled(figure, unit) {
  return typeof figure === "number" ? figure / unit : figure;
}

/** How many times as fast ours is. */
function ratio(table, ours, theirs) {
  const [our, their] = [table?.[ours], table?.[theirs]];
  if (typeof our !== "number") return our;
  if (their === undefined) return undefined;
  if (their === TOO_LONG) return Infinity;
  return typeof their === "string" ? `${theirs} ${their}` : our / their;
}
