/** Numbers in a row: 2023年、2024年和2025年, 5.3%和7.4%. */
import type { Analysis } from "../types.js";

/** Numbers of a row on either side. */
const LONGEST = 10;
const JOINT = /^[、和与及與]$/;

/** From the first to the last of the numbers around one that are joined to one another and are what is wanted. */
export function stretch({ text, numbers }: Analysis, at: number, isWanted: (place: number) => boolean): [first: number, last: number] {
  const joined = (place: number): boolean => isWanted(place) && isWanted(place + 1) && JOINT.test(text.slice(numbers[place]?.end, numbers[place + 1]?.start));
  let [first, last] = [at, at];
  while (at - first < LONGEST && joined(first - 1)) first -= 1;
  while (last - at < LONGEST && joined(last)) last += 1;
  return [first, last];
}
