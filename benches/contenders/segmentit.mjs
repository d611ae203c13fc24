// segmentit: a segmenter in plain JavaScript, its dictionaries in the script.
import { endsOf } from "../ends.mjs";
import { FIRST_CUT } from "../first-cut.mjs";
import { grown, peer, peerFile, peerRequire } from "../places.mjs";

export default function segmentit() {
  let segment;
  let growth = 0;
  const words = (text) => segment.doSegment(text, { simple: true });
  return {
    title: "segmentit",
    version: `segmentit ${peer("segmentit").version}`,
    download: () => [peerFile("segmentit/dist/umd/segmentit.js")],
    start() {
      const before = grown();
      const from = performance.now();
      const { Segment, useDefault } = peerRequire("segmentit");
      segment = useDefault(new Segment());
      words(FIRST_CUT);
      const took = performance.now() - from;
      growth = grown() - before;
      return took;
    },
    memory: () => growth,
    offsets: (text) => endsOf(words(text)).length,
    strings: (text) => words(text).length,
  };
}
