/** A zip archive of texts, written with the runtime's own deflate; the same texts give the same bytes, on any day and in any time zone. */
import { crc32 } from "../crc32.js";

/** 1 January 2000, as archives write a day. */
const DAY = (20 << 9) | (1 << 5) | 1;
const DEFLATED = 8;
/** What a reader must know to unpack it: 2.0, which is deflate. */
const VERSION = 20;

/** Names are ASCII; the texts are kept as UTF-8. */
export async function zipped(texts: Readonly<Record<string, string>>): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await Promise.all(Object.entries(texts).map(([name, text]) => part(name, text)));
  const entries: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, head, packed } of parts) {
    entries.push(bytes(u32(0x02014b50), u16(VERSION), head, u16(0), u16(0), u16(0), u32(0), u32(offset)), name);
    offset += 4 + head.length + name.length + packed.length;
  }
  const directory = entries.reduce((sum, entry) => sum + entry.length, 0);
  const end = bytes(u32(0x06054b50), u16(0), u16(0), u16(parts.length), u16(parts.length), u32(directory), u32(offset), u16(0));
  const files = parts.flatMap(({ name, head, packed }) => [bytes(u32(0x04034b50), head), name, packed]);
  return new Uint8Array(await new Blob([...files, ...entries, end]).arrayBuffer());
}

interface Part {
  readonly name: Uint8Array<ArrayBuffer>;
  /** What stands before the part and again in the directory. */
  readonly head: readonly number[];
  readonly packed: Uint8Array<ArrayBuffer>;
}

async function part(path: string, text: string): Promise<Part> {
  const name = new TextEncoder().encode(path);
  const plain = new TextEncoder().encode(text);
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  const sizes = [...u32(crc32(plain)), ...u32(packed.length), ...u32(plain.length)];
  return { name, packed, head: [...u16(VERSION), ...u16(0), ...u16(DEFLATED), ...u16(0), ...u16(DAY), ...sizes, ...u16(name.length), ...u16(0)] };
}

function bytes(...fields: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(fields.flat());
}

function u16(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

function u32(value: number): number[] {
  return [...u16(value), ...u16(value >>> 16)];
}
