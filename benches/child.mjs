// One contender in a process of its own, which may be killed. Answers { took } in milliseconds, after a start { ready } too, or { bytes }.
import { readFileSync } from "node:fs";

const [, , module, argument] = process.argv;
const { default: make } = await import(module);
const contender = make(argument);
const texts = new Map();

process.on("message", async (question) => {
  try {
    process.send(await answer(question));
  } catch (error) {
    process.send({ failed: String(error?.message ?? error) });
  }
});
process.send({ ready: true });

async function answer({ what, path, form, round }) {
  if (what === "start") return { took: await contender.start(round), ready: contender.ready?.() };
  if (what === "memory") return { bytes: contender.memory?.() ?? null };
  if (contender.timed) return { took: contender.timed(path, form) };
  const text = textOf(path);
  // What earlier answers left behind is nobody's time: collected before the clock starts, not by chance within it.
  globalThis.gc();
  const from = performance.now();
  const found = await contender[form](text);
  const took = performance.now() - from;
  if (found === 0) throw new Error("nothing found");
  return { took };
}

function textOf(path) {
  if (!texts.has(path)) texts.set(path, readFileSync(path, "utf8"));
  return texts.get(path);
}
