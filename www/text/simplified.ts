/** Traditional characters as their Simplified ones, one to one, as the analysis reads them. */
import { FAR, HIGH, LOW, STEP } from "virtual:characters";

const SIMPLIFIED = table();

export const simplified = (text: string): string => text.replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character);

function table(): ReadonlyMap<string, string> {
  const far = FAR.values();
  const lows = new Uint8Array(256);
  let to = 0;
  return new Map(STEP.map((step, at) => {
    to += step === 255 ? far.next().value ?? 0 : step;
    const high = HIGH[at] ?? 0;
    lows[high] = (lows[high] ?? 0) + (LOW[at] ?? 0);
    return [String.fromCharCode((high << 8) + (lows[high] ?? 0)), String.fromCharCode(to)];
  }));
}
