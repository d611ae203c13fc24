// Intl.Segmenter: the segmenter that the engine brings along.
import { FIRST_CUT } from "../first-cut.mjs";
import { grown } from "../places.mjs";

export default function intl() {
  let segmenter;
  let growth = 0;
  return {
    title: "Intl.Segmenter",
    version: `ICU ${process.versions.icu}`,
    download: () => [],
    start() {
      const before = grown();
      const from = performance.now();
      segmenter = new Intl.Segmenter("zh", { granularity: "word" });
      for (const { segment } of segmenter.segment(FIRST_CUT)) void segment;
      const took = performance.now() - from;
      growth = grown() - before;
      return took;
    },
    memory: () => growth,
    offsets(text) {
      const ends = [];
      for (const { index, segment } of segmenter.segment(text)) ends.push(index + segment.length);
      return ends.length;
    },
    strings: (text) => Array.from(segmenter.segment(text), ({ segment }) => segment).length,
  };
}
