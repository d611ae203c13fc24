// @microsoft/recognizers-text-suite: every recogniser of numbers it has for Chinese.
import { peer, peerRequire } from "../places.mjs";

const RECOGNIZERS = ["Number", "Ordinal", "Percentage", "Age", "Currency", "Dimension", "Temperature", "DateTime", "PhoneNumber"];

export default function recognizers() {
  let suite;
  return {
    title: "recognizers-text-suite",
    version: `@microsoft/recognizers-text-suite ${peer("@microsoft/recognizers-text-suite").version}`,
    start() {
      const from = performance.now();
      suite = peerRequire("@microsoft/recognizers-text-suite");
      this.whole("三个村");
      return performance.now() - from;
    },
    whole: (text) => RECOGNIZERS.flatMap((name) => suite[`recognize${name}`](text, "zh-cn")).length,
  };
}
