/** Bytes of `text` in UTF-8, counted only where it could be over `limit`. A lone surrogate takes three. */
export function utf8Length(text: string, limit: number): number {
  if (text.length > limit || text.length * 3 <= limit) return text.length;
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // A pair is two units and four bytes: one more for each half.
    const half = isHalf(text, at, unit);
    bytes += unit < 0x800 || half ? 1 : 2;
  }
  return bytes;
}

/** Whether the surrogate at `at` has its other half. */
function isHalf(text: string, at: number, unit: number): boolean {
  if ((unit & 0xfc00) === 0xd800) return (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
  if ((unit & 0xfc00) === 0xdc00) return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
  return false;
}
