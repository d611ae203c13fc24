/** Writes a zip archive of texts: each part behind a head of its own, then the list of all. */
import { checksumOf } from "../checksum.js";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const DEFLATED = 8;
/** The first day of 2000, whenever it is written and in whatever time zone. */
const DAY = ((2000 - 1980) << 9) | (1 << 5) | 1;

/** `parts` by their names, which are ASCII. The same platform gives the same bytes for the same parts. */
export async function zipped(parts: Readonly<Record<string, string>>): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const list: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = encoder.encode(text);
    const packed = await deflated(bytes);
    const about = [VERSION, 0, DEFLATED, 0, DAY, ...halves(checksumOf(bytes)), ...halves(packed.length), ...halves(bytes.length), name.length, 0];
    const head = [record([...halves(LOCAL), ...about]), encoder.encode(name)];
    list.push(record([...halves(CENTRAL), VERSION, ...about, 0, 0, 0, 0, 0, ...halves(at)]), encoder.encode(name));
    pieces.push(...head, packed);
    at += lengthOf(head) + packed.length;
  }
  const count = Object.keys(parts).length;
  const end = record([...halves(END), 0, 0, count, count, ...halves(lengthOf(list)), ...halves(at), 0]);
  return joined([...pieces, ...list, end]);
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer());
}

/** A number of four bytes as two of two. */
const halves = (value: number): [number, number] => [value & 0xffff, value >>> 16];

/** Numbers of two bytes each, the lower one first. */
const record = (numbers: readonly number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(numbers.flatMap((number) => [number & 0xff, number >>> 8]));

const lengthOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((sum, { length }) => sum + length, 0);

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
