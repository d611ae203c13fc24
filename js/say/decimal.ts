/** Exact decimals as people write them; strings throughout, no floating point. */

/** Moves the decimal point `places` to the left and drops what is nothing. */
function shifted(digits: string, places: number): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const padded = whole.padStart(places + 1, "0");
  const left = padded.slice(0, padded.length - places);
  const right = (padded.slice(padded.length - places) + fraction).replace(/0+$/, "");
  return right === "" ? left : `${left}.${right}`;
}

/** `64000` → `6.4 万`; what is no shorter so stays as it is: 48620. */
export function inMyriads(value: string): string {
  const sign = value.startsWith("-") ? "−" : "";
  const digits = value.replace(/^-/, "");
  const length = (digits.split(".")[0] ?? "").length;
  if (!/^\d+(\.\d+)?$/.test(digits)) return value;
  if (length > 8) return `${sign}${shifted(digits, 8)} 亿`;
  const myriads = shifted(digits, 4);
  return length > 4 && (length > 5 || myriads.length < 5) ? `${sign}${myriads} 万` : sign + digits;
}

/** `64000` → `64,000`. */
export function grouped(value: string): string {
  const [whole = "", fraction] = value.split(".");
  const left = /^-?\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return fraction === undefined ? left : `${left}.${fraction}`;
}
