/** `w:sym`: a place in a symbol font, as the character it shows. Only the signs that texts use. */

const WINGDINGS: Readonly<Record<number, string>> = {
  0x4a: "☺", 0x52: "☑", 0x6c: "●", 0x6e: "■", 0x6f: "□", 0x71: "❑", 0x72: "❒", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x9f: "•", 0xa1: "○",
  0xa3: "☐", 0xa7: "▪", 0xa8: "□", 0xd8: "➢", 0xdf: "←", 0xe0: "→", 0xe1: "↑", 0xe2: "↓", 0xe8: "➔", 0xf0: "⇨", 0xfb: "✗", 0xfc: "✓",
  0xfd: "☒", 0xfe: "☑",
};
const SYMBOL: Readonly<Record<number, string>> = {
  0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6d: "μ", 0x70: "π", 0x73: "σ", 0xa3: "≤", 0xa5: "∞",
  0xae: "→", 0xb0: "°", 0xb1: "±", 0xb2: "″", 0xb3: "≥", 0xb4: "×", 0xb7: "•", 0xb8: "÷", 0xb9: "≠", 0xbb: "≈", 0xd6: "√",
};
/** Printers set it where a sign is missing. */
const MISSING = "〓";

export function symbol(font: string, code: string): string {
  const number = parseInt(code, 16);
  // Symbol fonts lie in the private area; any other place is a character of its own.
  const place = number >= 0xf000 && number <= 0xf0ff ? number - 0xf000 : number;
  if (/^wingdings$/i.test(font)) return WINGDINGS[place] ?? MISSING;
  if (/^symbol$/i.test(font)) return SYMBOL[place] ?? (place < 0x40 ? String.fromCodePoint(place) : MISSING);
  return number >= 0x20 && number < 0xd800 ? String.fromCodePoint(number) : MISSING;
}
