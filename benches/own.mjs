// npm run bench:own: our own figures alone, in a minute, printed and not written down.
import { Contender } from "./contender.mjs";
import { layers } from "./layers.mjs";
import { starts } from "./measure.mjs";
import { memoryOf } from "./memory.mjs";

for (const kind of ["compact", "layers"]) {
  const contender = new Contender("ours", kind);
  const { took, ready } = await starts(contender, 20);
  console.log(`start, ${kind}: ${took.toFixed(1)} ms to the first answer, ${ready.toFixed(1)} to ready, memory ${((await contender.memory()) / 1e6).toFixed(1)} MB`);
  contender.close();
}
await layers();
for (const [text, { bytes, numbers, size }] of Object.entries(await memoryOf())) {
  console.log(`memory after ${size} bytes, ${text}: ${(bytes / 1e6).toFixed(1)} MB (${numbers} numbers)`);
}
