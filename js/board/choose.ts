/** Which figures stand on the board. */
import type { Figure } from "./figures.js";

/** From the so manieth figure of one section on each counts less: no section takes the whole board. */
const ENOUGH = 4;

/** So many stand there however slight they are. */
const FEW = 4;

/** The weightiest figures in the order of the text; behind the first few none of less than `least`. */
export function choose(figures: readonly Figure[], wanted: number, least: number): Figure[] {
  const byWeight = [...figures].sort((a, b) => b.weight - a.weight);
  const taken = new Map<number, number>();
  const weighed = byWeight.map((figure) => {
    const before = taken.get(figure.section) ?? 0;
    taken.set(figure.section, before + 1);
    return { figure, weight: figure.weight - Math.max(0, before - ENOUGH + 1) * 0.4 };
  });
  return weighed
    .sort((a, b) => b.weight - a.weight)
    .slice(0, wanted)
    .filter(({ figure }, at) => at < FEW || figure.weight >= least)
    .map(({ figure }) => figure)
    .sort((a, b) => a.number - b.number);
}
