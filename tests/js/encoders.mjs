// Bytes in the encodings of the East, which Node reads but does not write.

/** An encoder for a two-byte encoding: the decoder's table, turned round. */
function encoder(encoding) {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map();
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !bytes.has(character)) bytes.set(character, [lead, trail]);
    }
  }
  return (text) => Buffer.from([...text].flatMap((character) => bytes.get(character) ?? [character.codePointAt(0)]));
}

export const gb18030 = encoder("gb18030");
export const big5 = encoder("big5");

export function utf16(text, { big = false, mark = true } = {}) {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return big ? bytes.swap16() : bytes;
}
