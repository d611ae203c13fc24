// Rounds of all contenders in turn, A B C A B C, so that a slow minute of the machine is everybody's.
import { statSync } from "node:fs";

const ROUNDS = 9;
/** Who needs longer than this for one round runs once more and no more. */
const LONG = 2_500;

/** Median milliseconds of each contender, or why there are none. A first round warms up and is not counted. */
export async function inTurn(contenders, path, form) {
  const times = new Map(contenders.map((contender) => [contender, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const contender of contenders) {
      const taken = times.get(contender);
      const last = taken.at(-1);
      if (typeof last === "string" || last > LONG) continue;
      const took = await contender.run(path, form);
      if (round > 0 || typeof took === "string" || took > LONG) taken.push(took);
    }
  }
  return new Map([...times].map(([contender, taken]) => [contender, typeof taken.at(-1) === "string" ? taken.at(-1) : median(taken)]));
}

/** Median milliseconds to the first cut, and to ready, over fresh instances. What an instance holds is asked of a process with one. */
export async function starts(contender, rounds) {
  const answers = [];
  for (let round = 1; round <= rounds; round += 1) answers.push(await contender.start(round));
  contender.close();
  await contender.start();
  return { took: median(answers.map(({ took }) => took)), ready: median(answers.map(({ ready }) => ready)) };
}

/** Megabytes a second of each contender, by its id. */
export function speeds(path, taken) {
  return Object.fromEntries([...taken].map(([{ id }, took]) => [id, typeof took === "string" ? took : statSync(path).size / 1000 / took]));
}

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}
